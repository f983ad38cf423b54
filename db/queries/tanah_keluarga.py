"""Reading who owns which land by family: the plain rows behind SPM-2."""

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, Subquery, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from db.models import BagianPemilik, Bidang, Dusun, Keluarga, Mutasi, PemilikTanah, Penduduk

_SEKALI = 5000
"""How many ids one query names."""


def milik_kini(sesi: Session) -> list[Any]:
    """(parcel, evidence complete, owner) of every share of the parcels that stand today."""
    return list(
        sesi.execute(
            select(Bidang.id, Bidang.bukti_lengkap, BagianPemilik.pemilik_id)
            .join(BagianPemilik, BagianPemilik.bidang_id == Bidang.id)
            .where(Bidang.aktif.is_(True))
        )
    )


def _tempat(pada: dt.date) -> Subquery:
    """Owner, family and dusun of every owner who is a resident at the end of a day."""
    return (
        select(PemilikTanah.id.label("pemilik_id"), Mutasi.keluarga_id, Mutasi.dusun_id)
        .join(Mutasi, Mutasi.penduduk_id == PemilikTanah.penduduk_id)
        .where(Mutasi.tgl_buku <= pada)
        .group_by(PemilikTanah.id, Mutasi.keluarga_id, Mutasi.dusun_id)
        .having(func.sum(Mutasi.arah) > 0)
        .subquery()
    )


def tempat_pemilik(sesi: Session, pada: dt.date) -> dict[int, tuple[int, int]]:
    """(family, dusun) of every owner who is a resident at the end of a day."""
    t = _tempat(pada).c
    baris = sesi.execute(select(t.pemilik_id, t.keluarga_id, t.dusun_id))
    return {pemilik: (keluarga_id, dusun_id) for pemilik, keluarga_id, dusun_id in baris}


@cache
def _hitung_keluarga() -> Select[Any]:
    bukti = type_coerce(Bidang.bukti_lengkap, Integer)
    milik = (
        select(PemilikTanah.penduduk_id, func.min(bukti).label("lengkap"))
        .join(BagianPemilik, BagianPemilik.pemilik_id == PemilikTanah.id)
        .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
        .where(Bidang.aktif.is_(True), PemilikTanah.penduduk_id.is_not(None))
        .group_by(PemilikTanah.penduduk_id)
        .cte("milik")
        .prefix_with("MATERIALIZED", dialect="sqlite")
    )
    orang = (
        select(Mutasi.keluarga_id, Mutasi.dusun_id, func.min(milik.c.lengkap).label("lengkap"))
        .join(milik, milik.c.penduduk_id == Mutasi.penduduk_id)
        .where(Mutasi.tgl_buku <= bindparam("pada"))
        .group_by(Mutasi.keluarga_id, Mutasi.dusun_id, Mutasi.penduduk_id)
        .having(func.sum(Mutasi.arah) > 0)
        .subquery()
    )
    kk = (
        select(func.min(orang.c.dusun_id).label("dusun_id"), func.min(orang.c.lengkap).label("lengkap"))
        .group_by(orang.c.keluarga_id)
        .subquery()
    )
    banyak, lengkap = func.count().label("banyak"), func.sum(kk.c.lengkap).label("lengkap")
    return select(kk.c.dusun_id, banyak, lengkap).group_by(kk.c.dusun_id)


def hitung_keluarga(sesi: Session, pada: dt.date) -> list[Any]:
    """(dusun_id, families with land, those whose land is all proven), with the parcels as they are now.

    Each person's evidence is put together first, then each family's; only three small numbers per dusun
    leave the database.
    """
    return list(sesi.execute(_hitung_keluarga(), {"pada": pada}))


def keluarga_belum(sesi: Session, pada: dt.date) -> dict[int, tuple[int, int, list[int]]]:
    """(dusun, parcels, ids of those without complete evidence) of families with any of the latter, by family.

    The parcels are those of now.
    """
    t, belum = _tempat(pada).c, Bidang.bukti_lengkap.is_(False)
    milik = (
        select(t.keluarga_id, t.dusun_id, Bidang.id, belum)
        .join(BagianPemilik, BagianPemilik.pemilik_id == t.pemilik_id)
        .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
        .where(Bidang.aktif.is_(True))
        .distinct()
    )
    dusun: dict[int, int] = {}
    banyak: dict[int, int] = {}
    kurang: dict[int, list[int]] = {}
    for keluarga, di, bidang, tanpa in sesi.execute(milik.order_by(Bidang.id)):
        dusun[keluarga] = di
        banyak[keluarga] = banyak.get(keluarga, 0) + 1
        if tanpa:
            kurang.setdefault(keluarga, []).append(bidang)
    return {keluarga: (dusun[keluarga], banyak[keluarga], ids) for keluarga, ids in kurang.items()}


def keluarga_bernama(sesi: Session, pada: dt.date, keluarga_ids: list[int]) -> list[Any]:
    """(id, no_kk, rt, rw, nama, dusun_id, dusun) of families; `nama` is that of the head at the end of a
    day, None without one; the dusun is that of today."""
    hasil: list[Any] = []
    for awal in range(0, len(keluarga_ids), _SEKALI):
        ids = keluarga_ids[awal : awal + _SEKALI]
        kepala = (
            select(Mutasi.keluarga_id, Penduduk.nama)
            .join(Penduduk, Penduduk.id == Mutasi.penduduk_id)
            .where(Mutasi.keluarga_id.in_(ids), Mutasi.shdk == 1, Mutasi.tgl_buku <= pada)
            .group_by(Mutasi.keluarga_id, Mutasi.penduduk_id)
            .having(func.sum(Mutasi.arah) > 0)
            .subquery()
        )
        hasil += sesi.execute(
            select(
                Keluarga.id,
                Keluarga.no_kk,
                Keluarga.rt,
                Keluarga.rw,
                kepala.c.nama,
                Keluarga.dusun_id,
                Dusun.nama.label("dusun"),
            )
            .join(Dusun, Dusun.id == Keluarga.dusun_id)
            .outerjoin(kepala, kepala.c.keluarga_id == Keluarga.id)
            .where(Keluarga.id.in_(ids))
        )
    return hasil


def nama_dusun(sesi: Session) -> dict[int, str]:
    """Names of the dusun in their order."""
    return {b.id: b.nama for b in sesi.execute(select(Dusun.id, Dusun.nama).order_by(Dusun.urut, Dusun.id))}


def pemilik_warga(sesi: Session) -> list[Any]:
    """(bidang_id, nama, status_dasar) of every share of a standing parcel that a resident holds."""
    return list(
        sesi.execute(
            select(BagianPemilik.bidang_id, Penduduk.nama, Penduduk.status_dasar)
            .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
            .join(PemilikTanah, PemilikTanah.id == BagianPemilik.pemilik_id)
            .join(Penduduk, Penduduk.id == PemilikTanah.penduduk_id)
            .where(Bidang.aktif.is_(True))
            .order_by(Penduduk.nama, Bidang.id)
        )
    )


def bidang_keluarga(sesi: Session, pada: dt.date, keluarga_ids: list[int]) -> list[Any]:
    """Parcels of families with what names each and what its evidence lacks, by family and parcel."""
    t = _tempat(pada).c
    return list(
        sesi.execute(
            select(
                t.keluarga_id, Bidang.id, Bidang.luas, Bidang.hak, Bidang.letter_c, Bidang.persil,
                Bidang.no_sertifikat, Bidang.lokasi, Bidang.bukti_lengkap, Bidang.bukti_alasan,
            )
            .distinct()
            .join(BagianPemilik, BagianPemilik.pemilik_id == t.pemilik_id)
            .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
            .where(Bidang.aktif.is_(True), t.keluarga_id.in_(keluarga_ids))
            .order_by(t.keluarga_id, Bidang.id)
        )
    )  # fmt: skip
