"""The names behind a figure of B.3: the same ledger lines that the figure is the sum of."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import Desa, Dusun, Keluarga, Mutasi, Penduduk
from desa_app import kode
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.waktu import akhir_bulan, umur

_TANDA = {"lahir": 1, "datang": 1, "mati": -1, "pindah": -1}
_SAAT = ("awal", "akhir")


@dataclass(frozen=True)
class BarisNama:
    """One resident of a list by name; family and dusun are those that the figure counted."""

    penduduk_id: int
    nik: str
    nama: str
    jk: str
    tanggal_lahir: dt.date | None
    umur: int | None
    no_kk: str
    shdk: str
    alamat: str
    dusun: str


@dataclass(frozen=True)
class KunciAngka:
    """A figure's key taken apart: `awal_wni_l`, `akhir_kk`, or a compact one such as `lahir`, `awal_l`."""

    alir: str
    wn: str = ""
    jk: str = ""
    bagian: str = ""
    """kk, anggota, jiwa, or empty."""


def baca_kunci(kunci: str) -> KunciAngka:
    """Take a key apart. Raises TidakDitemukan for one that B.3 does not have."""
    alir, *sisa = kunci.split("_")
    kenal = alir in _TANDA or alir in _SAAT
    hasil: dict[str, str] = {}
    for bagian in sisa:
        if bagian in {"wni", "wna"}:
            hasil["wn"] = bagian.upper()
        elif bagian in {"l", "p"}:
            hasil["jk"] = bagian.upper()
        elif bagian in {"kk", "anggota", "jiwa"} and alir in _SAAT:
            hasil["bagian"] = bagian
        else:
            kenal = False
    if not kenal:
        raise TidakDitemukan(f"Angka “{kunci}” tidak ada pada B.3.")
    return KunciAngka(alir, **hasil)


@kasus(Izin.BUKU_BACA)
def nama_di_balik(k: Konteks, bulan: int, dusun_id: int | None, kunci: str) -> list[BarisNama]:
    """Names behind a figure of B.3, by dusun and name; as many rows as the figure says.

    `dusun_id` None is the total row. Somebody who came twice in the month stands there twice.
    """
    with k.baca() as sesi:
        posisi = _posisi(sesi, bulan, dusun_id, baca_kunci(kunci))
        return susun_nama(sesi, posisi, min(akhir_bulan(bulan), k.jam.hari_ini()))


def _posisi(sesi: Session, bulan: int, dusun_id: int | None, kunci: KunciAngka) -> list[Any]:
    """(penduduk_id, dusun_id, keluarga_id, shdk, banyak) of the lines that make the figure."""
    tempat: tuple[Any, ...] = (Mutasi.penduduk_id, Mutasi.dusun_id, Mutasi.keluarga_id, Mutasi.shdk)
    if kunci.alir in _TANDA:
        # An undo in the same month brings the opposite line, on the act's own place: it cancels out.
        banyak = func.sum(Mutasi.arah) * _TANDA[kunci.alir]
        syarat: list[ColumnElement[bool]] = [Mutasi.bulan == bulan, Mutasi.alir == kunci.alir]
    else:
        banyak = func.sum(Mutasi.arah)
        syarat = [Mutasi.bulan <= bulan if kunci.alir == "akhir" else _sebelum(sesi, bulan)]
    if kunci.wn:
        syarat.append(Mutasi.wn == kunci.wn)
    if kunci.jk:
        syarat.append(Mutasi.jk == kunci.jk)
    if kunci.bagian in {"kk", "anggota"}:
        syarat.append(Mutasi.shdk == 1 if kunci.bagian == "kk" else Mutasi.shdk != 1)
    if dusun_id is not None:
        syarat.append(Mutasi.dusun_id == dusun_id)
    pernyataan = select(*tempat, banyak.label("banyak")).where(*syarat).group_by(*tempat).having(banyak > 0)
    return [b for b in sesi.execute(pernyataan) for _ in range(b.banyak)]


def _sebelum(sesi: Session, bulan: int) -> ColumnElement[bool]:
    """Lines that make the awal of a month: those before it, and opening stock of the opening month."""
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    pembukaan = Mutasi.alir == "awal"
    if bulan_awal is not None:
        pembukaan = and_(pembukaan, Mutasi.bulan == bulan_awal)
    return or_(Mutasi.bulan < bulan, and_(pembukaan, Mutasi.bulan <= bulan))


def susun_nama(sesi: Session, posisi: list[Any], pada: dt.date) -> list[BarisNama]:
    """Positions (penduduk_id, dusun_id, keluarga_id, shdk) as a list by name. Ages are those of `pada`."""
    orang = _ambil(sesi, Penduduk, {p.penduduk_id for p in posisi})
    keluarga = _ambil(sesi, Keluarga, {p.keluarga_id for p in posisi if p.keluarga_id})
    dusun = {d.id: (d.urut, d.nama) for d in sesi.scalars(select(Dusun))}
    tanpa = (-1, "")
    hasil = [
        (dusun.get(p.dusun_id, tanpa), _baris(orang[p.penduduk_id], keluarga.get(p.keluarga_id), p, pada))
        for p in posisi
    ]
    hasil.sort(key=lambda x: (x[0], x[1].nama, x[1].penduduk_id))
    return [replace(baris, dusun=tempat[1]) for tempat, baris in hasil]


def _ambil(sesi: Session, model: type[Any], ids: set[int]) -> dict[int, Any]:
    hasil: dict[int, Any] = {}
    urut = sorted(ids)
    kolom = _KOLOM[model]
    for awal in range(0, len(urut), 5000):
        pernyataan = select(*kolom).where(model.id.in_(urut[awal : awal + 5000]))
        hasil.update((b.id, b) for b in sesi.execute(pernyataan))
    return hasil


_KOLOM: dict[type[Any], tuple[Any, ...]] = {
    Penduduk: (Penduduk.id, Penduduk.nik, Penduduk.nama, Penduduk.jk, Penduduk.tanggal_lahir),
    Keluarga: (Keluarga.id, Keluarga.no_kk, Keluarga.alamat, Keluarga.rt, Keluarga.rw),
}


def _baris(o: Any, keluarga: Any | None, posisi: Any, pada: dt.date) -> BarisNama:
    no_kk, alamat = (keluarga.no_kk, _alamat(keluarga)) if keluarga else ("", "")
    return BarisNama(
        o.id, o.nik or "", o.nama, o.jk, o.tanggal_lahir, umur(o.tanggal_lahir, pada), no_kk,
        kode.nama("shdk", posisi.shdk), alamat, "",
    )  # fmt: skip


def _alamat(keluarga: Any) -> str:
    rt_rw = f"RT {keluarga.rt or '-'}/RW {keluarga.rw or '-'}" if keluarga.rt or keluarga.rw else ""
    return ", ".join(x for x in (keluarga.alamat, rt_rw) if x)


@kasus(Izin.BUKU_BACA)
def nama_orang(k: Konteks, penduduk_ids: list[int]) -> list[BarisNama]:
    """A list by name of given residents where they stand now: those a red line points at."""
    with k.baca() as sesi:
        posisi: list[Any] = []
        for awal in range(0, len(penduduk_ids), 5000):
            posisi += sesi.execute(
                select(
                    Penduduk.id.label("penduduk_id"), Keluarga.dusun_id, Penduduk.keluarga_id, Penduduk.shdk
                )
                .outerjoin(Keluarga, Penduduk.keluarga_id == Keluarga.id)
                .where(Penduduk.id.in_(penduduk_ids[awal : awal + 5000]))
            )
        return susun_nama(sesi, posisi, k.jam.hari_ini())


@kasus(Izin.BUKU_BACA)
def nama_keluarga(k: Konteks, keluarga_ids: list[int]) -> list[BarisNama]:
    """Active members of given families, as a list by name."""
    with k.baca() as sesi:
        ids = sesi.scalars(
            select(Penduduk.id).where(
                Penduduk.keluarga_id.in_(keluarga_ids), Penduduk.status_dasar.in_((1, 4))
            )
        ).all()
    return nama_orang(k, list(ids))
