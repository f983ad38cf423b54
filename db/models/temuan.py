"""What the checks found, and what the office said about it."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Saat, Tanggal


class Temuan(Base):
    """One finding about a person, a family, a pair of people or a parcel; it is known by `kunci` for ever."""

    __tablename__ = "temuan"
    __table_args__ = (
        UniqueConstraint("kunci"),
        CheckConstraint("status IN ('baru', 'dicek', 'sah', 'diperbaiki', 'dikirim')", name="status"),
        CheckConstraint("tingkat IN ('GALAT', 'PERINGATAN', 'INFO')", name="tingkat"),
        Index("ix_temuan_daftar", "status", "tingkat", "kode"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(Text)
    """Name of the check and ids: `NIK_GANDA:p12`."""
    kode: Mapped[str] = mapped_column(Text)
    tingkat: Mapped[str] = mapped_column(Text)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    lawan_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    """The other person of a pair."""
    keluarga_id: Mapped[int | None] = mapped_column(ForeignKey("keluarga.id"), index=True)
    bidang_id: Mapped[int | None] = mapped_column(ForeignKey("bidang.id"), index=True)
    """The parcel of a finding on land."""
    uraian: Mapped[str] = mapped_column(Text)
    """What was found, with its values; another text means that the data has changed."""
    ditemukan: Mapped[dt.date] = mapped_column(Tanggal)
    status: Mapped[str] = mapped_column(Text, default="baru")
    alasan: Mapped[str] = mapped_column(Text, default="")
    oleh: Mapped[str] = mapped_column(Text, default="")
    saat: Mapped[dt.datetime | None] = mapped_column(Saat)
