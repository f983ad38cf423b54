"""Counting for the SPM indicators. Positions come from the ledger, so any past day can be asked."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, cast, func, not_, or_, select, type_coerce
from sqlalchemy import Text as Teks
from sqlalchemy.orm import Session

from db.models import Dusun, Keluarga, Penduduk, Permohonan, SyaratPermohonan
from db.queries.penduduk import posisi_pada

STATUS_TERCETAK = (4, 6, 8)
"""CARD PRINTED, CARD SHIPPED, CARD ISSUED: the card exists (buku.md 3.4)."""


def wajib_ktp(pada: dt.date, lahir_sampai: dt.date) -> ColumnElement[bool]:
    """Obliged to hold a KTP-el: 17 years (born on or before `lahir_sampai`) or (once) married by `pada`.

    A foreigner only with a permanent stay permit, noted as `KITAP` in front of its number.
    """
    pernah_kawin = and_(
        Penduduk.status_kawin > 1, or_(Penduduk.tgl_kawin.is_(None), Penduduk.tgl_kawin <= pada)
    )
    return and_(
        Penduduk.status_dasar != 4,
        or_(Penduduk.tanggal_lahir <= lahir_sampai, pernah_kawin),
        or_(Penduduk.warga_negara != 2, func.upper(Penduduk.kitas).startswith("KITAP")),
    )


def punya_ktp(pada: dt.date) -> ColumnElement[bool]:
    """Owns a KTP-el issued by `pada` with a NIK from Dukcapil (16 digits, not the village's temporary one).

    When only the recording state is known, a printed card counts as owned.
    """
    kartu = or_(
        Penduduk.ktp_el == 2,
        and_(Penduduk.ktp_el.is_(None), Penduduk.status_rekam.in_(STATUS_TERCETAK)),
    )
    terbit = or_(Penduduk.ktp_tanggal.is_(None), Penduduk.ktp_tanggal <= pada)
    ber_nik = and_(Penduduk.nik.is_not(None), not_(Penduduk.nik.startswith("0")))
    return and_(kartu, terbit, ber_nik)


def hitung_ktp(sesi: Session, pada: dt.date, lahir_sampai: dt.date) -> list[Any]:
    """Rows (dusun_id, wajib, punya) for every dusun with somebody obliged, as of the end of `pada`."""
    posisi = posisi_pada(pada).subquery()
    punya = func.sum(func.coalesce(cast(punya_ktp(pada), Integer), 0))
    return list(
        sesi.execute(
            select(posisi.c.dusun_id, func.count().label("wajib"), punya.label("punya"))
            .join(Penduduk, Penduduk.id == posisi.c.penduduk_id)
            .where(wajib_ktp(pada, lahir_sampai))
            .group_by(posisi.c.dusun_id)
        )
    )


KOLOM_CELAH = (
    Penduduk.id, Penduduk.nama, Penduduk.nik, Penduduk.jk, Penduduk.tanggal_lahir, Penduduk.cacat,
    Penduduk.ktp_el, Penduduk.status_rekam, Penduduk.telepon, Keluarga.no_kk, Keluarga.rt, Keluarga.rw,
    Dusun.id.label("dusun_id"), Dusun.nama.label("dusun"),
)  # fmt: skip


def belum_ktp(sesi: Session, pada: dt.date, lahir_sampai: dt.date) -> list[Any]:
    """Everybody obliged who does not own a KTP-el with NIK, with what the gap list shows."""
    return _celah(
        sesi, pada, and_(wajib_ktp(pada, lahir_sampai), not_(func.coalesce(punya_ktp(pada), False)))
    )


def segera_wajib(sesi: Session, pada: dt.date, lahir_sampai: dt.date, lahir_segera: dt.date) -> list[Any]:
    """Those not yet obliged who turn 17 soon: born after `lahir_sampai`, up to `lahir_segera`."""
    belum = not_(func.coalesce(wajib_ktp(pada, lahir_sampai), False))
    return _celah(sesi, pada, and_(belum, Penduduk.warga_negara != 2, Penduduk.tanggal_lahir <= lahir_segera))


def _celah(sesi: Session, pada: dt.date, syarat: ColumnElement[bool]) -> list[Any]:
    posisi = posisi_pada(pada).subquery()
    return list(
        sesi.execute(
            select(*KOLOM_CELAH)
            .join(posisi, Penduduk.id == posisi.c.penduduk_id)
            .join(Keluarga, Keluarga.id == posisi.c.keluarga_id)
            .join(Dusun, Dusun.id == posisi.c.dusun_id)
            .where(syarat)
            .order_by(Penduduk.id)
        )
    )


def permohonan_tahun(sesi: Session, tahun: int, sampai: dt.date) -> list[Any]:
    """Requests received in a calendar year up to a day, with the applicant's dusun (None from outside)."""
    return list(
        sesi.execute(
            select(
                Permohonan.id, Permohonan.urut, Permohonan.tahun, Permohonan.nama_jenis, Permohonan.pemohon,
                Permohonan.penduduk_id, Permohonan.warga_luar_id, Permohonan.status, Permohonan.diterima,
                Permohonan.lengkap, Permohonan.lengkap_awal, Permohonan.siap, Keluarga.dusun_id,
            )
            .outerjoin(Penduduk, Penduduk.id == Permohonan.penduduk_id)
            .outerjoin(Keluarga, Keluarga.id == Penduduk.keluarga_id)
            .where(
                Permohonan.tahun == tahun,
                func.substr(type_coerce(Permohonan.diterima, Teks), 1, 10) <= sampai.isoformat(),
            )
            .order_by(Permohonan.id)
        )
    )  # fmt: skip


def syarat_kurang(sesi: Session, permohonan_ids: list[int]) -> dict[int, list[str]]:
    """Names of the papers that each request still lacks."""
    hasil: dict[int, list[str]] = {}
    for awal in range(0, len(permohonan_ids), 5000):
        baris = sesi.execute(
            select(SyaratPermohonan.permohonan_id, SyaratPermohonan.nama)
            .where(
                SyaratPermohonan.permohonan_id.in_(permohonan_ids[awal : awal + 5000]),
                or_(
                    and_(SyaratPermohonan.wajib.is_(True), SyaratPermohonan.keadaan != "ada"),
                    SyaratPermohonan.keadaan == "tidak_sesuai",
                ),
            )
            .order_by(SyaratPermohonan.id)
        )
        for id_, nama in baris:
            hasil.setdefault(id_, []).append(nama)
    return hasil


def alamat_penduduk(sesi: Session, penduduk_ids: list[int]) -> dict[int, Any]:
    """Rows (id, nik, tanggal_lahir, no_kk, rt, rw, dusun, telepon) of residents by id."""
    hasil: dict[int, Any] = {}
    for awal in range(0, len(penduduk_ids), 5000):
        baris = sesi.execute(
            select(*KOLOM_CELAH)
            .outerjoin(Keluarga, Keluarga.id == Penduduk.keluarga_id)
            .outerjoin(Dusun, Dusun.id == Keluarga.dusun_id)
            .where(Penduduk.id.in_(penduduk_ids[awal : awal + 5000]))
        )
        hasil.update((b.id, b) for b in baris)
    return hasil
