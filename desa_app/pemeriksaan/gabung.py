"""Two records of one person become one; every event, letter and parcel is then found under the one kept."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Table, insert, literal, select, update
from sqlalchemy.orm import Session

from db.base import Base
from db.models import Keluarga, Mutasi, Penduduk, Temuan, Terlibat
from db.queries.impor import TIDAK_SAH
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import (
    bulan_pembukaan,
    catat_peristiwa,
    masih_pembukaan,
    pindahkan,
    posisi_kini,
)
from desa_app.kependudukan.nik import sementara
from desa_app.kependudukan.penduduk import segarkan_cari
from desa_app.waktu import awal_bulan

_TETAP = frozenset({"peristiwa", "mutasi", "terlibat", "temuan", "audit"})
"""Tables that are only added to, or that this act settles by itself."""
_TAK_DISALIN = frozenset(
    {"id", "cari", "keluarga_id", "shdk", "status_dasar", "status_penduduk", "impor_id", "diubah", "nik"}
)


@kasus(Izin.BUKU_UBAH)
def gabung_orang(k: Konteks, dipertahankan_id: int, dilepas_id: int, alasan: str) -> int:
    """Keep one record and let the other go; returns the id of the event.

    Empty fields of the kept one are filled from the other. The one that goes leaves the counts: out of
    the opening stock while that is open, else as a correction in this month. Refused while it heads a
    family of others: choose another head first.
    """
    if dipertahankan_id == dilepas_id:
        raise DesaError("Pilih dua orang yang berbeda untuk digabungkan.")
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Tulis mengapa keduanya orang yang sama.")])
    with k.tulis("penduduk.gabung") as t:
        tetap, lepas = _orang(t.sesi, dipertahankan_id), _orang(t.sesi, dilepas_id)
        _periksa_kepala(t.sesi, lepas)
        peristiwa_id = _keluarkan(t, tetap, lepas, alasan.strip())
        _lengkapi(t.sesi, tetap, lepas)
        _alihkan(t.sesi, tetap.id, lepas.id)
        tetap.diubah = lepas.diubah = k.jam.sekarang()
        segarkan_cari(t.sesi, tetap)
        t.catat(f"penduduk:{tetap.id}", {"digabung": lepas.id}, {"alasan": alasan.strip()})
    return peristiwa_id


def _orang(sesi: Session, penduduk_id: int) -> Penduduk:
    p = sesi.get(Penduduk, penduduk_id)
    if p is None or p.status_dasar == TIDAK_SAH:
        raise TidakDitemukan("Orang itu tidak ada lagi dalam buku. Jalankan pemeriksaan sekali lagi.")
    return p


def _anggota_lain(sesi: Session, p: Penduduk) -> int | None:
    return sesi.scalar(
        select(Penduduk.id)
        .where(
            Penduduk.keluarga_id == p.keluarga_id,
            Penduduk.id != p.id,
            Penduduk.status_dasar.in_((1, 4)),
            Penduduk.status_penduduk == 1,
        )
        .limit(1)
    )


def _periksa_kepala(sesi: Session, p: Penduduk) -> None:
    if posisi_kini(sesi, p) is not None and p.shdk == 1 and _anggota_lain(sesi, p) is not None:
        raise DesaError(
            f"{p.nama} kepala keluarga yang masih beranggota. Ganti dulu kepala keluarganya, atau "
            "pertahankan catatan ini dan lepas yang lain. Tidak ada yang diubah."
        )


def _keluarkan(t: Transaksi, tetap: Penduduk, lepas: Penduduk, alasan: str) -> int:
    """Take the second record out of the books; its events also stand in the first one's history."""
    dari = posisi_kini(t.sesi, lepas)
    hari_ini = t.konteks.jam.hari_ini()
    lain = t.sesi.scalar(
        select(Mutasi.id).where(Mutasi.penduduk_id == lepas.id, Mutasi.alir != "awal").limit(1)
    )
    pembukaan = dari is not None and lain is None and masih_pembukaan(t.sesi)
    hari = awal_bulan(bulan_pembukaan(t, hari_ini)) if pembukaan else hari_ini
    peristiwa = catat_peristiwa(
        t, "gabung_data", tgl_peristiwa=hari, tgl_lapor=hari, terlibat=[lepas.id], penduduk_id=tetap.id,
        rincian={"dilepas": lepas.id}, ket=f"koreksi: tercatat dua kali, digabung; {alasan}",
        tgl_buku=hari if pembukaan else None, riwayat=dari is None,
    )  # fmt: skip
    lepas.status_dasar = TIDAK_SAH
    t.sesi.flush()
    pindahkan(t, peristiwa, lepas.id, dari, None, "awal" if pembukaan else "pindah")
    if lepas.keluarga_id is not None and dari is not None and _anggota_lain(t.sesi, lepas) is None:
        t.sesi.get_one(Keluarga, lepas.keluarga_id).aktif = False
    punya = select(Terlibat.peristiwa_id).where(Terlibat.penduduk_id == tetap.id)
    salin = (
        select(Terlibat.peristiwa_id, literal(tetap.id))
        .where(Terlibat.penduduk_id == lepas.id, Terlibat.peristiwa_id.not_in(punya))
        .distinct()
    )
    t.sesi.execute(insert(Terlibat).from_select(["peristiwa_id", "penduduk_id"], salin))
    t.sesi.add_all(Terlibat(peristiwa_id=peristiwa.id, penduduk_id=x) for x in (tetap.id, lepas.id))
    return peristiwa.id


def _lengkapi(sesi: Session, tetap: Penduduk, lepas: Penduduk) -> None:
    """Empty fields of the kept record; its NIK only when it has none of Dukcapil's."""
    for kolom in Penduduk.__table__.columns.keys():  # noqa: SIM118
        if kolom not in _TAK_DISALIN and getattr(tetap, kolom) in {None, ""}:
            setattr(tetap, kolom, getattr(lepas, kolom))
    if sementara(tetap.nik) and not sementara(lepas.nik):
        tetap.nik = lepas.nik
    sesi.flush()


def _alihkan(sesi: Session, tetap_id: int, lepas_id: int) -> None:
    """Letters, requests, visits, parcels: whatever names the second record names the first."""
    for tabel, kolom in _penunjuk():
        sesi.execute(update(tabel).where(kolom == lepas_id).values({kolom.name: tetap_id}))
    milik = (Temuan.penduduk_id == lepas_id) | (Temuan.lawan_id == lepas_id)
    sesi.execute(update(Temuan).where(milik).values(status="diperbaiki"))


def _penunjuk() -> Iterator[tuple[Table, Column[Any]]]:
    """Columns of all tables that point at a resident."""
    for tabel in Base.metadata.sorted_tables:
        if tabel.name not in _TETAP:
            yield from ((tabel, fk.parent) for fk in tabel.foreign_keys if fk.column.table.name == "penduduk")
