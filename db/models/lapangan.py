"""Field visits: what is planned, who takes part, which documents, and everything that happened.

`jejak_lapangan` is only ever added to. The columns `keadaan`, `tanda_terima`, `penerima` and
`nomor_dokumen` of a document hold its newest answer. `kunci` names a record on every laptop alike,
so that the work of two of them can be put together.
"""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat, Tanggal


class TemplatLapangan(Base):
    """A template of steps that the village made; the two of the sources are data of the program."""

    __tablename__ = "templat_lapangan"
    __table_args__ = (UniqueConstraint("kode"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(Text)
    isi: Mapped[dict[str, Any]] = mapped_column(Objek)
    dibuat_oleh: Mapped[str] = mapped_column(Text)
    dibuat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class KegiatanLapangan(Base):
    """One visit. `perangkat` is A in the office, another letter in the data of a laptop taken along."""

    __tablename__ = "kegiatan_lapangan"
    __table_args__ = (
        UniqueConstraint("kunci"),
        CheckConstraint("keadaan IN ('rencana', 'berjalan', 'selesai', 'batal')", name="keadaan"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(Text)
    tahun: Mapped[int]
    nomor: Mapped[int]
    """Running number of the year in the office; part of every receipt's number."""
    templat: Mapped[str] = mapped_column(Text)
    nama: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    jam: Mapped[str] = mapped_column(Text, default="08.00")
    tempat: Mapped[str] = mapped_column(Text)
    dinas: Mapped[str] = mapped_column(Text, default="")
    """Office that is asked for the service."""
    tempat_ambil: Mapped[str] = mapped_column(Text, default="")
    tanggal_ambil: Mapped[dt.date | None] = mapped_column(Tanggal)
    petugas: Mapped[list[list[str]]] = mapped_column(Objek, default=list)
    """Pairs of name and duty."""
    perangkat: Mapped[str] = mapped_column(Text, default="A")
    keadaan: Mapped[str] = mapped_column(Text, default="rencana")
    catatan: Mapped[str] = mapped_column(Text, default="")
    alasan_batal: Mapped[str] = mapped_column(Text, default="")
    dibuat_oleh: Mapped[str] = mapped_column(Text)
    dibuat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class LangkahLapangan(Base):
    """One step of a visit, copied from the template and then the visit's own."""

    __tablename__ = "langkah_lapangan"
    __table_args__ = (
        UniqueConstraint("kegiatan_id", "no"),
        CheckConstraint("menit > 0", name="menit"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_lapangan.id"))
    no: Mapped[int]
    uraian: Mapped[str] = mapped_column(Text)
    pelaksana: Mapped[str] = mapped_column(Text, default="")
    kelengkapan: Mapped[str] = mapped_column(Text, default="")
    menit: Mapped[int | None]
    """Standard time; empty where the source cannot be read."""
    output: Mapped[str] = mapped_column(Text, default="")
    keterangan: Mapped[str] = mapped_column(Text, default="")


class PesertaLapangan(Base):
    """Somebody on the list, with the data of the day of listing: the second laptop has no books."""

    __tablename__ = "peserta_lapangan"
    __table_args__ = (UniqueConstraint("kunci"), UniqueConstraint("kegiatan_id", "penduduk_id"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(Text)
    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_lapangan.id"), index=True)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    nama: Mapped[str] = mapped_column(Text)
    nik: Mapped[str] = mapped_column(Text, default="")
    no_kk: Mapped[str] = mapped_column(Text, default="")
    jk: Mapped[str] = mapped_column(Text, default="")
    tempat_lahir: Mapped[str] = mapped_column(Text, default="")
    tanggal_lahir: Mapped[dt.date | None] = mapped_column(Tanggal)
    alamat: Mapped[str] = mapped_column(Text, default="")
    dusun: Mapped[str] = mapped_column(Text, default="")
    rt: Mapped[str] = mapped_column(Text, default="")
    rw: Mapped[str] = mapped_column(Text, default="")
    asal: Mapped[str] = mapped_column(Text, default="")
    """Gap list that the person came from; empty when found by search."""
    utama: Mapped[str] = mapped_column(Text, default="")
    """Why this one needs to be fetched or served at home: lansia, disabilitas."""
    temuan: Mapped[list[list[str]]] = mapped_column(Objek, default=list)
    """Findings of the data checks before the visit: pairs of code and sentence."""
    tuntas: Mapped[str] = mapped_column(Text, default="")
    """How the findings were settled; empty while they are not."""
    hadir: Mapped[dt.datetime | None] = mapped_column(Saat)


class BerkasLapangan(Base):
    """One document that one participant asks for."""

    __tablename__ = "berkas_lapangan"
    __table_args__ = (
        UniqueConstraint("kunci"),
        UniqueConstraint("peserta_id", "jenis"),
        Index("ix_berkas_lapangan_keadaan", "keadaan"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(Text)
    peserta_id: Mapped[int] = mapped_column(ForeignKey("peserta_lapangan.id"))
    jenis: Mapped[str] = mapped_column(Text)
    keadaan: Mapped[str] = mapped_column(Text, default="daftar")
    tanda_terima: Mapped[str] = mapped_column(Text, default="")
    nomor_dokumen: Mapped[str] = mapped_column(Text, default="")
    penerima: Mapped[str] = mapped_column(Text, default="")
    hubungan: Mapped[str] = mapped_column(Text, default="")
    dibukukan: Mapped[bool] = mapped_column(Benar, default=False)
    """The resident's record has been brought up to date."""


class JejakLapangan(Base):
    """One thing that happened: a step begun or ended, a person present, a document's new state."""

    __tablename__ = "jejak_lapangan"
    __table_args__ = (
        UniqueConstraint("kunci"),
        Index("ix_jejak_lapangan_objek", "kegiatan_id", "objek_kunci"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(Text)
    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_lapangan.id"))
    objek: Mapped[str] = mapped_column(Text)
    """langkah, peserta or berkas."""
    objek_kunci: Mapped[str] = mapped_column(Text)
    tindakan: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    oleh: Mapped[str] = mapped_column(Text)
    perangkat: Mapped[str] = mapped_column(Text)
    isi: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)


class BawaanLapangan(Base):
    """A file of the visit that left this data: for which laptop, and up to which line of the record."""

    __tablename__ = "bawaan_lapangan"
    __table_args__ = (UniqueConstraint("kegiatan_id", "perangkat"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_lapangan.id"))
    perangkat: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    oleh: Mapped[str] = mapped_column(Text)


class GabunganLapangan(Base):
    """A file that was merged; each can be merged once."""

    __tablename__ = "gabungan_lapangan"
    __table_args__ = (UniqueConstraint("paket"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan_lapangan.id"), index=True)
    paket: Mapped[str] = mapped_column(Text)
    perangkat: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    oleh: Mapped[str] = mapped_column(Text)
    jumlah: Mapped[int]
    """Lines of the record that came in."""
