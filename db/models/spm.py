"""SPM Desa: what was done for the triwulan plans, snapshots of the indicators, hand-kept lists.

Activities, snapshots and targets are only ever added; a mistake is marked as cancelled or answered
by a newer row, so past quarters stay as they were reported.
"""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat, Tanggal


class KegiatanSpm(Base):
    """One activity for one step of a plan: where, when, by whom, how many were reached."""

    __tablename__ = "kegiatan_spm"
    __table_args__ = (
        CheckConstraint("jumlah >= 0", name="jumlah"),
        Index("ix_kegiatan_spm_langkah", "tahun", "langkah"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    langkah: Mapped[str] = mapped_column(Text)
    """Code of the step in `spm.json`."""
    tahun: Mapped[int]
    """Calendar year for which it counts."""
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    dusun_id: Mapped[int | None] = mapped_column(ForeignKey("dusun.id"))
    jumlah: Mapped[int] = mapped_column(default=0)
    """Families (residents for SPM-3) reached."""
    tuntas: Mapped[bool] = mapped_column(Benar, default=False)
    """The step is done; for steps without a number to reach."""
    petugas: Mapped[str] = mapped_column(Text, default="")
    tempat: Mapped[str] = mapped_column(Text, default="")
    catatan: Mapped[str] = mapped_column(Text, default="")
    batal: Mapped[bool] = mapped_column(Benar, default=False)
    alasan_batal: Mapped[str] = mapped_column(Text, default="")
    dicatat_oleh: Mapped[str] = mapped_column(Text)
    dicatat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class KeluargaKegiatan(Base):
    """A family reached by an activity, when the families were listed one by one."""

    __tablename__ = "keluarga_kegiatan"

    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_spm.id"), primary_key=True)
    keluarga_id: Mapped[int] = mapped_column(ForeignKey("keluarga.id"), primary_key=True, index=True)


class BuktiSpm(Base):
    """A file that proves an activity or shows a facility; kept in the data folder under its digest."""

    __tablename__ = "bukti_spm"

    id: Mapped[int] = mapped_column(primary_key=True)
    objek: Mapped[str] = mapped_column(Text, index=True)
    """Kind and id of what it proves, `kegiatan:12` or `sarana:3`."""
    nama: Mapped[str] = mapped_column(Text)
    """Name that the file had."""
    jalur: Mapped[str] = mapped_column(Text)
    """Path inside the data folder."""
    sidik: Mapped[str] = mapped_column(Text)
    ukuran: Mapped[int]
    ditambah_oleh: Mapped[str] = mapped_column(Text)
    ditambah_saat: Mapped[dt.datetime] = mapped_column(Saat)


class DasarTarget(Base):
    """Number that the 25 % are taken from, when the office fixes it by hand; the newest row counts."""

    __tablename__ = "dasar_target"
    __table_args__ = (Index("ix_dasar_target_tahun", "aspek", "tahun"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    aspek: Mapped[str] = mapped_column(Text)
    tahun: Mapped[int]
    basis: Mapped[int]
    alasan: Mapped[str] = mapped_column(Text)
    oleh: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)


class PotretIndikator(Base):
    """An indicator at the end of a quarter, as it was computed then."""

    __tablename__ = "potret_indikator"
    __table_args__ = (UniqueConstraint("tahun", "triwulan", "kode"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    triwulan: Mapped[int]
    kode: Mapped[str] = mapped_column(Text)
    pembilang: Mapped[int]
    penyebut: Mapped[int]
    target: Mapped[int]
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    oleh: Mapped[str] = mapped_column(Text)


class PerkiraanSpm(Base):
    """A past year's figures typed by hand (step 2 of the seven); shown as such everywhere."""

    __tablename__ = "perkiraan_spm"
    __table_args__ = (UniqueConstraint("tahun", "kode"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    kode: Mapped[str] = mapped_column(Text)
    pembilang: Mapped[int]
    penyebut: Mapped[int]
    sumber: Mapped[str] = mapped_column(Text, default="")


class PenugasanSpm(Base):
    """SPM-5: a task of the kabupaten given to the village (Pasal 11 and 12)."""

    __tablename__ = "penugasan_spm"
    __table_args__ = (
        CheckConstraint("keadaan IN ('menunggu', 'berjalan', 'selesai')", name="keadaan"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis_layanan: Mapped[str] = mapped_column(Text)
    peraturan: Mapped[str] = mapped_column(Text, default="")
    tanggal: Mapped[dt.date | None] = mapped_column(Tanggal)
    keadaan: Mapped[str] = mapped_column(Text, default="menunggu")
    syarat: Mapped[list[str]] = mapped_column(Objek, default=list)
    """Letters of the conditions of Lampiran II.E.2 that are met."""
    catatan: Mapped[str] = mapped_column(Text, default="")


class SaranaSpm(Base):
    """SPM-6: one of the seven facilities (Pasal 11 ayat (4)), by its number."""

    __tablename__ = "sarana_spm"
    __table_args__ = (CheckConstraint("keadaan IN ('ada', 'rusak', 'belum')", name="keadaan"), KETAT)

    nomor: Mapped[int] = mapped_column(primary_key=True)
    keadaan: Mapped[str] = mapped_column(Text)
    catatan: Mapped[str] = mapped_column(Text, default="")


class TandaCelah(Base):
    """Somebody on a gap list who refuses or lives elsewhere: still counted, but listed last."""

    __tablename__ = "tanda_celah"
    __table_args__ = (UniqueConstraint("kode", "objek"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(Text)
    objek: Mapped[str] = mapped_column(Text)
    keadaan: Mapped[str] = mapped_column(Text)
    alasan: Mapped[str] = mapped_column(Text)
    oleh: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)


class StandarLayanan(Base):
    """Standar pelayanan of one service, where the village changed the shipped text (Lampiran II.E.5)."""

    __tablename__ = "standar_layanan"

    slug: Mapped[str] = mapped_column(Text, primary_key=True)
    isi: Mapped[Any] = mapped_column(Objek)


class TugasCelah(Base):
    """Work planned for rows of a gap list: on which day, by whom. Whether a row is done the books say."""

    __tablename__ = "tugas_celah"
    __table_args__ = (
        CheckConstraint("keadaan IN ('rencana', 'selesai', 'batal')", name="keadaan"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(Text)
    """The indicator whose list it comes from."""
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    petugas: Mapped[str] = mapped_column(Text, default="")
    tempat: Mapped[str] = mapped_column(Text, default="")
    catatan: Mapped[str] = mapped_column(Text, default="")
    keadaan: Mapped[str] = mapped_column(Text, default="rencana")
    alasan_batal: Mapped[str] = mapped_column(Text, default="")
    dibuat_oleh: Mapped[str] = mapped_column(Text)
    dibuat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class ButirTugas(Base):
    """One row of a gap list in a task, `keluarga:3`."""

    __tablename__ = "butir_tugas"

    tugas_id: Mapped[int] = mapped_column(ForeignKey("tugas_celah.id"), primary_key=True)
    objek: Mapped[str] = mapped_column(Text, primary_key=True)


class KirimanLaporan(Base):
    """Number, date and dispatch of a report's covering letter, once per report and period."""

    __tablename__ = "kiriman_laporan"
    __table_args__ = (UniqueConstraint("laporan", "periode"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    laporan: Mapped[str] = mapped_column(Text)
    periode: Mapped[str] = mapped_column(Text)
    nomor: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    kepada: Mapped[str] = mapped_column(Text)
    dikirim: Mapped[dt.date | None] = mapped_column(Tanggal)
    oleh: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
