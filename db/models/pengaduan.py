"""Complaints (Pasal 13). Who complained is kept apart, so that no list can show it by accident.

`riwayat_pengaduan` is only ever added to.
"""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Saat, Tanggal


class Pengaduan(Base):
    """One complaint, from receipt to its end; nothing in this row tells who made it."""

    __tablename__ = "pengaduan"
    __table_args__ = (
        UniqueConstraint("tahun", "urut"),
        CheckConstraint("nilai BETWEEN 1 AND 4", name="nilai"),
        Index("ix_pengaduan_keadaan", "keadaan", "tenggat"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    urut: Mapped[int]
    diterima: Mapped[dt.datetime] = mapped_column(Saat)
    tenggat: Mapped[dt.date] = mapped_column(Tanggal)
    """Last of the three working days."""
    saluran: Mapped[str] = mapped_column(Text)
    layanan: Mapped[str] = mapped_column(Text)
    perihal: Mapped[str] = mapped_column(Text)
    uraian: Mapped[str] = mapped_column(Text)
    surat_id: Mapped[int | None] = mapped_column(ForeignKey("surat.id"), index=True)
    kegiatan_id: Mapped[int | None] = mapped_column(ForeignKey("kegiatan_lapangan.id"), index=True)
    anonim: Mapped[bool] = mapped_column(Benar, default=False)
    keadaan: Mapped[str] = mapped_column(Text, default="diterima")
    penerima_disposisi: Mapped[str] = mapped_column(Text, default="")
    jawaban: Mapped[str] = mapped_column(Text, default="")
    dijawab: Mapped[dt.datetime | None] = mapped_column(Saat)
    """End of the clock: answered or handed over."""
    nilai: Mapped[int | None]
    """Satisfaction of the one who complained, 1 to 4."""
    petugas: Mapped[str] = mapped_column(Text)


class PelaporPengaduan(Base):
    """Who complained; no row for an anonymous complaint."""

    __tablename__ = "pelapor_pengaduan"

    pengaduan_id: Mapped[int] = mapped_column(ForeignKey("pengaduan.id"), primary_key=True)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"))
    nama: Mapped[str] = mapped_column(Text)
    alamat: Mapped[str] = mapped_column(Text, default="")
    kontak: Mapped[str] = mapped_column(Text, default="")


class RiwayatPengaduan(Base):
    """One step of a complaint: new state, actor, time, note."""

    __tablename__ = "riwayat_pengaduan"

    id: Mapped[int] = mapped_column(primary_key=True)
    pengaduan_id: Mapped[int] = mapped_column(ForeignKey("pengaduan.id"), index=True)
    keadaan: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    oleh: Mapped[str] = mapped_column(Text)
    catatan: Mapped[str] = mapped_column(Text, default="")
