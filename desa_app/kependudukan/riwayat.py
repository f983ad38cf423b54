"""Histories: the acts of a resident, a family or a month, undone ones included."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models import Audit, Penduduk, Peristiwa, Terlibat
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.batal import NAMA_JENIS


@dataclass(frozen=True)
class BarisRiwayat:
    """One act as histories show it."""

    peristiwa_id: int
    jenis: str
    nama_jenis: str
    tgl_peristiwa: dt.date
    tgl_lapor: dt.date
    bulan: int
    nama: str
    """Main resident of the act."""
    ket: str
    dicatat_oleh: str
    dibatalkan: bool
    dapat_dibatalkan: bool


@kasus(Izin.BUKU_BACA)
def riwayat_penduduk(k: Konteks, penduduk_id: int) -> list[BarisRiwayat]:
    """Acts that touched a resident, newest first."""
    with k.baca() as sesi:
        milik = select(Terlibat.peristiwa_id).where(Terlibat.penduduk_id == penduduk_id)
        return _baris(sesi, Peristiwa.id.in_(milik))


@kasus(Izin.BUKU_BACA)
def riwayat_keluarga(k: Konteks, keluarga_id: int) -> list[BarisRiwayat]:
    """Acts that touched a family, newest first."""
    with k.baca() as sesi:
        milik = select(Terlibat.peristiwa_id).where(Terlibat.keluarga_id == keluarga_id)
        return _baris(sesi, Peristiwa.id.in_(milik))


@kasus(Izin.BUKU_BACA)
def peristiwa_bulan(k: Konteks, bulan: int) -> list[BarisRiwayat]:
    """Acts booked in a month, newest first; the opening stock is not told one by one."""
    with k.baca() as sesi:
        return _baris(sesi, (Peristiwa.bulan == bulan) & (Peristiwa.jenis != "awal"))


def _baris(sesi: Session, syarat: ColumnElement[bool]) -> list[BarisRiwayat]:
    dibatalkan = set(
        sesi.scalars(select(Peristiwa.membatalkan_id).where(Peristiwa.membatalkan_id.is_not(None)))
    )
    pernyataan = (
        select(Peristiwa, Penduduk.nama)
        .outerjoin(Penduduk, Peristiwa.penduduk_id == Penduduk.id)
        .where(syarat)
        .order_by(Peristiwa.id.desc())
    )
    return [_susun(p, nama or "", p.id in dibatalkan) for p, nama in sesi.execute(pernyataan)]


def _susun(p: Peristiwa, nama: str, dibatalkan: bool) -> BarisRiwayat:
    return BarisRiwayat(
        p.id, p.jenis, NAMA_JENIS.get(p.jenis, p.jenis), p.tgl_peristiwa, p.tgl_lapor, p.bulan, nama, p.ket,
        p.dicatat_oleh, dibatalkan, not dibatalkan and p.jenis != "batal" and p.impor_id is None,
    )  # fmt: skip


@dataclass(frozen=True)
class PerubahanData:
    """One change of fields, from the audit trail."""

    saat: dt.datetime
    pelaku: str
    lama: dict[str, Any]
    baru: dict[str, Any]


@kasus(Izin.BUKU_BACA)
def perubahan_penduduk(k: Konteks, penduduk_id: int) -> list[PerubahanData]:
    """Field changes of a resident, old and new, newest first."""
    with k.baca() as sesi:
        baris = sesi.scalars(
            select(Audit).where(Audit.objek == f"penduduk:{penduduk_id}").order_by(Audit.id.desc())
        )
        return [PerubahanData(a.saat, a.pelaku, a.lama or {}, a.baru or {}) for a in baris]
