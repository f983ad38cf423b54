"""The ledger. Every count in the program is a sum over `mutasi`.

It works like double-entry bookkeeping. A resident's position is (dusun, keluarga, SHDK, WNI/WNA, sex).
An act that changes it writes a row with `arah` -1 that takes the person out of the old position and
a row with `arah` +1 that puts the person into the new one. `alir` names the B.3 column that the row
belongs to; `awal` is opening stock and `geser` moves somebody without a column (a KK split).
Rows are only ever added; an undo adds their opposites.
"""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat, Tanggal


class Peristiwa(Base):
    """One act of the office with its two dates and all that undo needs."""

    __tablename__ = "peristiwa"
    __table_args__ = (
        CheckConstraint("bulan BETWEEN 190001 AND 299912 AND bulan % 100 BETWEEN 1 AND 12", name="bulan"),
        UniqueConstraint("membatalkan_id"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(Text)
    tgl_peristiwa: Mapped[dt.date] = mapped_column(Tanggal)
    tgl_lapor: Mapped[dt.date] = mapped_column(Tanggal)
    tgl_buku: Mapped[dt.date] = mapped_column(Tanggal)
    """Day from which the books count it: the report date, but never in a closed month."""
    bulan: Mapped[int] = mapped_column(index=True)
    """Month of `tgl_buku` as YYYYMM."""
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    keluarga_id: Mapped[int | None] = mapped_column(ForeignKey("keluarga.id"))
    rincian: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)
    """What the act's form asked: places, causes, codes, reporter."""
    sebelum: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)
    """Columns of residents and families as they were, for the undo."""
    ket: Mapped[str] = mapped_column(Text, default="")
    riwayat: Mapped[bool] = mapped_column(Benar, default=False)
    """An old fact that must not change a count: no rows in `mutasi`."""
    membatalkan_id: Mapped[int | None] = mapped_column(ForeignKey("peristiwa.id"))
    impor_id: Mapped[int | None] = mapped_column(ForeignKey("impor.id"), index=True)
    dicatat_oleh: Mapped[str] = mapped_column(Text)
    dicatat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class Mutasi(Base):
    """One line of the ledger: a person leaves (-1) or enters (+1) a position."""

    __tablename__ = "mutasi"
    __table_args__ = (
        CheckConstraint("arah IN (-1, 1)", name="arah"),
        CheckConstraint("alir IN ('awal', 'lahir', 'datang', 'mati', 'pindah', 'geser')", name="alir"),
        CheckConstraint("wn IN ('WNI', 'WNA')", name="wn"),
        CheckConstraint("jk IN ('L', 'P')", name="jk"),
        Index("ix_mutasi_hitung", "bulan", "dusun_id", "wn", "jk", "alir", "arah", "shdk"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    peristiwa_id: Mapped[int] = mapped_column(ForeignKey("peristiwa.id"), index=True)
    penduduk_id: Mapped[int] = mapped_column(ForeignKey("penduduk.id"), index=True)
    arah: Mapped[int]
    alir: Mapped[str] = mapped_column(Text)
    tgl_buku: Mapped[dt.date] = mapped_column(Tanggal)
    bulan: Mapped[int]
    dusun_id: Mapped[int] = mapped_column(ForeignKey("dusun.id"))
    keluarga_id: Mapped[int] = mapped_column(ForeignKey("keluarga.id"))
    shdk: Mapped[int]
    wn: Mapped[str] = mapped_column(Text)
    jk: Mapped[str] = mapped_column(Text)


class Terlibat(Base):
    """Which residents and families an act touched: for histories, and to know what stands on what."""

    __tablename__ = "terlibat"
    __table_args__ = (
        CheckConstraint("(penduduk_id IS NULL) <> (keluarga_id IS NULL)", name="satu"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    peristiwa_id: Mapped[int] = mapped_column(ForeignKey("peristiwa.id"), index=True)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    keluarga_id: Mapped[int | None] = mapped_column(ForeignKey("keluarga.id"), index=True)


class Draf(Base):
    """Typing that is not yet an act: kept over lock and crash, or handed in for the Sekdes to book."""

    __tablename__ = "draf"

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(Text)
    pemilik: Mapped[str] = mapped_column(Text)
    isi: Mapped[Any] = mapped_column(Objek)
    diajukan: Mapped[bool] = mapped_column(Benar, default=False)
    saat: Mapped[dt.datetime] = mapped_column(Saat)


class TutupBuku(Base):
    """A closed month: the B.3 rows as they were, their digest, who and when."""

    __tablename__ = "tutup_buku"

    id: Mapped[int] = mapped_column(primary_key=True)
    bulan: Mapped[int] = mapped_column(index=True)
    isi: Mapped[Any] = mapped_column(Objek)
    sidik: Mapped[str] = mapped_column(Text)
    ditutup_oleh: Mapped[str] = mapped_column(Text)
    ditutup_saat: Mapped[dt.datetime] = mapped_column(Saat)
    dibuka_oleh: Mapped[str] = mapped_column(Text, default="")
    dibuka_saat: Mapped[dt.datetime | None] = mapped_column(Saat)
    alasan_buka: Mapped[str] = mapped_column(Text, default="")


class Kunjungan(Base):
    """One stay of a penduduk sementara; a row of B.4."""

    __tablename__ = "kunjungan"

    id: Mapped[int] = mapped_column(primary_key=True)
    penduduk_id: Mapped[int] = mapped_column(ForeignKey("penduduk.id"), index=True)
    tgl_datang: Mapped[dt.date] = mapped_column(Tanggal)
    tgl_pergi: Mapped[dt.date | None] = mapped_column(Tanggal)
    datang_dari: Mapped[str] = mapped_column(Text, default="")
    maksud: Mapped[str] = mapped_column(Text, default="")
    tuan_rumah_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"))
    tuan_rumah: Mapped[str] = mapped_column(Text, default="")
    """Name and address of the host, typed or frozen from the book."""
    dusun_id: Mapped[int | None] = mapped_column(ForeignKey("dusun.id"))
    ket: Mapped[str] = mapped_column(Text, default="")
    batal: Mapped[bool] = mapped_column(Benar, default=False)
