"""Reading residents: sorted ids first, then rows of a window. Names of columns come from fixed maps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from db.cari import normal, syarat_cari
from db.models import Dusun, Keluarga, Mutasi, Penduduk


@dataclass(frozen=True)
class Saringan:
    """What the list is narrowed to. Ages are completed years on `pada`."""

    teks: str = ""
    dusun_id: int | None = None
    rt: str = ""
    rw: str = ""
    jk: str = ""
    lahir_sesudah: dt.date | None = None
    """Born after this day (upper age limit)."""
    lahir_sampai: dt.date | None = None
    """Born on or before this day (lower age limit)."""
    urut: str = "kk"
    turun: bool = False
    pada: dt.date | None = None
    """As of the end of this day by the ledger; None: as of now."""


URUTAN: dict[str, tuple[Any, ...]] = {
    "kk": (Keluarga.no_kk, Penduduk.shdk, Penduduk.tanggal_lahir, Penduduk.id),
    "nama": (Penduduk.cari, Penduduk.id),
    "nik": (Penduduk.nik, Penduduk.id),
    "tanggal_lahir": (Penduduk.tanggal_lahir, Penduduk.id),
    "jk": (Penduduk.jk, Penduduk.cari, Penduduk.id),
    "alamat": (Dusun.nama, Keluarga.rw, Keluarga.rt, Keluarga.no_kk, Penduduk.shdk, Penduduk.id),
    "agama": (Penduduk.agama, Penduduk.cari, Penduduk.id),
    "pekerjaan": (Penduduk.pekerjaan, Penduduk.cari, Penduduk.id),
    "pendidikan": (Penduduk.pendidikan, Penduduk.cari, Penduduk.id),
    "status_kawin": (Penduduk.status_kawin, Penduduk.cari, Penduduk.id),
}


def tetap_aktif() -> ColumnElement[bool]:
    """Counted in B.1 now: penduduk tetap, hidup or hilang."""
    return and_(Penduduk.status_dasar.in_((1, 4)), Penduduk.status_penduduk == 1)


def posisi_pada(pada: dt.date) -> Select[Any]:
    """Position of every counted resident at the end of a day, from the ledger."""
    kunci: tuple[Any, ...] = (
        Mutasi.penduduk_id,
        Mutasi.dusun_id,
        Mutasi.keluarga_id,
        Mutasi.shdk,
        Mutasi.wn,
        Mutasi.jk,
    )
    return select(*kunci).where(Mutasi.tgl_buku <= pada).group_by(*kunci).having(func.sum(Mutasi.arah) > 0)


def ids(sesi: Session, saringan: Saringan) -> list[int]:
    """Ids in order. Sorting and searching happen in SQL."""
    pernyataan: Select[Any] = select(Penduduk.id)
    if saringan.pada is None:
        pernyataan = (
            pernyataan.outerjoin(Keluarga, Penduduk.keluarga_id == Keluarga.id)
            .outerjoin(Dusun, Keluarga.dusun_id == Dusun.id)
            .where(tetap_aktif())
        )
        shdk: Any = Penduduk.shdk
    else:
        posisi = posisi_pada(saringan.pada).subquery()
        pernyataan = (
            pernyataan.join(posisi, posisi.c.penduduk_id == Penduduk.id)
            .join(Keluarga, posisi.c.keluarga_id == Keluarga.id)
            .join(Dusun, posisi.c.dusun_id == Dusun.id)
        )
        shdk = posisi.c.shdk
    pernyataan = pernyataan.where(*_syarat(saringan))
    urutan = [shdk if kolom is Penduduk.shdk else kolom for kolom in URUTAN[saringan.urut]]
    if saringan.turun:
        urutan = [kolom.desc() for kolom in urutan]
    return list(sesi.scalars(pernyataan.order_by(*urutan)))


def _syarat(saringan: Saringan) -> list[ColumnElement[bool]]:
    syarat: list[ColumnElement[bool]] = []
    if (cari := syarat_cari(Penduduk.cari, saringan.teks)) is not None:
        syarat.append(cari)
    if saringan.dusun_id is not None:
        syarat.append(Dusun.id == saringan.dusun_id)
    if saringan.rt:
        syarat.append(Keluarga.rt == saringan.rt)
    if saringan.rw:
        syarat.append(Keluarga.rw == saringan.rw)
    if saringan.jk:
        syarat.append(Penduduk.jk == saringan.jk)
    if saringan.lahir_sesudah is not None:
        syarat.append(Penduduk.tanggal_lahir > saringan.lahir_sesudah)
    if saringan.lahir_sampai is not None:
        syarat.append(Penduduk.tanggal_lahir <= saringan.lahir_sampai)
    return syarat


_ORANG: tuple[Any, ...] = (
    Penduduk.id, Penduduk.nik, Penduduk.nama, Penduduk.panggilan, Penduduk.jk, Penduduk.tempat_lahir,
    Penduduk.tanggal_lahir, Penduduk.agama, Penduduk.pendidikan, Penduduk.pekerjaan, Penduduk.status_kawin,
    Penduduk.huruf, Penduduk.warga_negara, Penduduk.status_dasar, Penduduk.ket, Penduduk.golongan_darah,
    Penduduk.nama_ayah, Penduduk.nama_ibu, Penduduk.ktp_tempat, Penduduk.ktp_tanggal, Penduduk.ktp_el,
    Penduduk.status_rekam, Penduduk.tgl_mulai_tinggal, Penduduk.kebangsaan,
)  # fmt: skip
_TEMPAT: tuple[Any, ...] = (
    Keluarga.id.label("keluarga_id"), Keluarga.no_kk, Keluarga.alamat, Keluarga.rt, Keluarga.rw,
    Dusun.id.label("dusun_id"), Dusun.nama.label("dusun"),
)  # fmt: skip


def baris(sesi: Session, penduduk_ids: Sequence[int], pada: dt.date | None = None) -> dict[int, Any]:
    """Plain rows of the given residents with family and dusun, by id.

    With `pada` family, SHDK, dusun and `wn` are those of that day; a person not counted then has no row.
    """
    hasil: dict[int, Any] = {}
    for awal in range(0, len(penduduk_ids), 5000):
        potongan = list(penduduk_ids[awal : awal + 5000])
        if pada is None:
            terkini = sesi.execute(_baris_terkini(), {"ids": potongan})
            hasil.update((b.id, b) for b in terkini)
        else:
            hasil.update((b.id, b) for b in sesi.execute(_baris_pada(potongan, pada)))
    return hasil


@cache
def _baris_terkini() -> Select[Any]:
    """Built once: a letter asks for its person, and building the statement takes longer than running it."""
    return (
        select(*_ORANG, Penduduk.shdk, *_TEMPAT)
        .outerjoin(Keluarga, Penduduk.keluarga_id == Keluarga.id)
        .outerjoin(Dusun, Keluarga.dusun_id == Dusun.id)
        .where(Penduduk.id.in_(bindparam("ids", expanding=True)))
    )


def _baris_pada(potongan: list[int], pada: dt.date) -> Select[Any]:
    posisi = posisi_pada(pada).where(Mutasi.penduduk_id.in_(potongan)).subquery()
    return (
        select(*_ORANG, posisi.c.shdk, posisi.c.wn, *_TEMPAT)
        .join(posisi, posisi.c.penduduk_id == Penduduk.id)
        .join(Keluarga, posisi.c.keluarga_id == Keluarga.id)
        .join(Dusun, posisi.c.dusun_id == Dusun.id)
    )


def cari(sesi: Session, teks: str, batas: int = 50, *, semua: bool = False) -> list[int]:
    """Ids of residents whose search text holds every word; `semua` adds those who left.

    First those whose name begins with the first word, by name; then the others (the word stands later
    in the name, or it is a number, or a parent's name).
    """
    syarat = syarat_cari(Penduduk.cari, teks)
    if syarat is None:
        return []
    pernyataan = select(Penduduk.id).where(syarat).order_by(Penduduk.cari)
    if not semua:
        pernyataan = pernyataan.where(or_(Penduduk.status_dasar == 1, Penduduk.status_dasar == 4))
    awal = normal(teks).split()[0]
    # A range instead of a pattern: it runs through the index.
    depan = list(
        sesi.scalars(pernyataan.where(Penduduk.cari >= awal, Penduduk.cari < awal + "\x7f").limit(batas))
    )
    if len(depan) == batas:
        return depan
    lain = sesi.scalars(pernyataan.limit(batas + len(depan)))
    return [*depan, *(i for i in lain if i not in set(depan))][:batas]
