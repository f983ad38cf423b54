"""Reading who owns which land by family: the plain rows behind SPM-2."""

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BagianPemilik, Bidang, Dusun, Keluarga, Mutasi, PemilikTanah, Penduduk
from db.queries.penduduk import posisi_pada


def milik_kini(sesi: Session) -> list[Any]:
    """(parcel, evidence complete, owner) of every share of the parcels that stand today."""
    return list(
        sesi.execute(
            select(Bidang.id, Bidang.bukti_lengkap, BagianPemilik.pemilik_id)
            .join(BagianPemilik, BagianPemilik.bidang_id == Bidang.id)
            .where(Bidang.aktif.is_(True))
        )
    )


def tempat_pemilik(sesi: Session, pada: dt.date) -> dict[int, tuple[int, int]]:
    """(family, dusun) of every owner who is a resident at the end of a day."""
    orang = select(PemilikTanah.penduduk_id).where(PemilikTanah.penduduk_id.is_not(None))
    posisi = posisi_pada(pada).where(Mutasi.penduduk_id.in_(orang)).subquery()
    baris = sesi.execute(
        select(PemilikTanah.id, posisi.c.keluarga_id, posisi.c.dusun_id).join(
            posisi, posisi.c.penduduk_id == PemilikTanah.penduduk_id
        )
    )
    return {pemilik: (keluarga_id, dusun_id) for pemilik, keluarga_id, dusun_id in baris}


def kepala_pada(sesi: Session, pada: dt.date) -> dict[int, str]:
    """Name of the head of every family at the end of a day."""
    posisi = posisi_pada(pada).where(Mutasi.shdk == 1).subquery()
    baris = sesi.execute(
        select(posisi.c.keluarga_id, Penduduk.nama).join(Penduduk, Penduduk.id == posisi.c.penduduk_id)
    )
    return {b.keluarga_id: b.nama for b in baris}


def keluarga(sesi: Session) -> list[Any]:
    """Number and neighbourhood of every family."""
    return list(sesi.execute(select(Keluarga.id, Keluarga.no_kk, Keluarga.rt, Keluarga.rw)))


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
