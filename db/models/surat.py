"""Letters: kinds of the village's own, requests at the counter, letters with their numbers and versions.

History (`riwayat_permohonan`, `versi_surat`) is only ever added to. A letter's row keeps its number
for ever: a cancelled letter stays with the status BATAL.
"""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat, Tanggal


class JenisSurat(Base):
    """A kind of letter of this village, or what the village changed on a shipped kind of the same slug."""

    __tablename__ = "jenis_surat"
    __table_args__ = (UniqueConstraint("slug"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(Text)
    isi: Mapped[dict[str, Any]] = mapped_column(Objek)
    """A whole catalogue entry for an own kind; only the changed keys for a shipped one."""
    milik_desa: Mapped[bool] = mapped_column(Benar)
    favorit: Mapped[bool] = mapped_column(Benar, default=False)
    aktif: Mapped[bool] = mapped_column(Benar, default=True)


class Permohonan(Base):
    """One request at the counter, from receipt to hand-over."""

    __tablename__ = "permohonan"
    __table_args__ = (UniqueConstraint("tahun", "urut"), Index("ix_permohonan_status", "status"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    urut: Mapped[int]
    slug: Mapped[str] = mapped_column(Text)
    nama_jenis: Mapped[str] = mapped_column(Text)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    warga_luar_id: Mapped[int | None] = mapped_column(ForeignKey("warga_luar.id"))
    pemohon: Mapped[str] = mapped_column(Text)
    """Name of the subject as it was at the counter, frozen."""
    telepon: Mapped[str] = mapped_column(Text, default="")
    kuasa: Mapped[str] = mapped_column(Text, default="")
    """Who came instead, with a letter of authority."""
    isian: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)
    penandatangan: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(Text)
    diterima: Mapped[dt.datetime] = mapped_column(Saat)
    lengkap: Mapped[dt.datetime | None] = mapped_column(Saat)
    """When the last required paper came; start of the service time."""
    lengkap_awal: Mapped[bool] = mapped_column(Benar, default=False)
    """Complete at the first submission (indicator D.1)."""
    tenggat: Mapped[dt.datetime | None] = mapped_column(Saat)
    siap: Mapped[dt.datetime | None] = mapped_column(Saat)
    """Ready for the applicant; end of the service time."""
    diserahkan: Mapped[dt.datetime | None] = mapped_column(Saat)
    penerima: Mapped[str] = mapped_column(Text, default="")
    hubungan_penerima: Mapped[str] = mapped_column(Text, default="")
    alasan_lambat: Mapped[str] = mapped_column(Text, default="")


class SyaratPermohonan(Base):
    """One required paper of one request and how it was found."""

    __tablename__ = "syarat_permohonan"
    __table_args__ = (
        UniqueConstraint("permohonan_id", "kode"),
        CheckConstraint("keadaan IN ('ada', 'tidak_sesuai', 'belum', 'tidak_perlu')", name="keadaan"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    permohonan_id: Mapped[int] = mapped_column(ForeignKey("permohonan.id"), index=True)
    kode: Mapped[str] = mapped_column(Text)
    nama: Mapped[str] = mapped_column(Text)
    wajib: Mapped[bool] = mapped_column(Benar)
    keadaan: Mapped[str] = mapped_column(Text, default="belum")
    catatan: Mapped[str] = mapped_column(Text, default="")


class RiwayatPermohonan(Base):
    """One step of a request: from which state to which, who, when, why. Only ever added."""

    __tablename__ = "riwayat_permohonan"

    id: Mapped[int] = mapped_column(primary_key=True)
    permohonan_id: Mapped[int] = mapped_column(ForeignKey("permohonan.id"), index=True)
    dari: Mapped[str] = mapped_column(Text, default="")
    ke: Mapped[str] = mapped_column(Text)
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    pelaku: Mapped[str] = mapped_column(Text)
    catatan: Mapped[str] = mapped_column(Text, default="")


class Surat(Base):
    """One numbered letter. The number is never changed and never used again."""

    __tablename__ = "surat"
    __table_args__ = (
        UniqueConstraint("tahun", "deret", "urut", "sisip"),
        CheckConstraint("urut > 0", name="urut"),
        CheckConstraint("status IN ('KONSEP', 'BERLAKU', 'BATAL')", name="status"),
        CheckConstraint("status = 'KONSEP' OR urut IS NOT NULL", name="bernomor"),
        Index("ix_surat_tanggal", "tanggal"),
        Index("ix_surat_nomor", "nomor"),
        Index("ix_surat_terakhir", "tahun", "deret", "tanggal"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    permohonan_id: Mapped[int | None] = mapped_column(ForeignKey("permohonan.id"), index=True)
    slug: Mapped[str] = mapped_column(Text)
    nama_jenis: Mapped[str] = mapped_column(Text)
    tahun: Mapped[int]
    deret: Mapped[str] = mapped_column(Text)
    """Key of the series: `surat`, or the kind's slug, or its code."""
    urut: Mapped[int | None]
    """Empty only while the number is given after signing."""
    sisip: Mapped[str] = mapped_column(Text, default="")
    """Suffix of a letter dated before the last one, when the village allows it."""
    nomor: Mapped[str] = mapped_column(Text)
    kode: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    berlaku_sampai: Mapped[dt.date | None] = mapped_column(Tanggal)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"), index=True)
    subjek: Mapped[str] = mapped_column(Text)
    nik: Mapped[str] = mapped_column(Text, default="")
    keperluan: Mapped[str] = mapped_column(Text, default="")
    penandatangan: Mapped[str] = mapped_column(Text)
    bentuk: Mapped[str] = mapped_column(Text)
    """langsung, an, ub, pj, plt, plh or pemohon."""
    dasar: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(Text, default="BERLAKU")
    alasan_batal: Mapped[str] = mapped_column(Text, default="")
    luar: Mapped[bool] = mapped_column(Benar, default=False)
    """Written outside the program; only its number is kept here."""
    cetak: Mapped[int] = mapped_column(default=0)
    """How often it was printed."""
    dibuat: Mapped[dt.datetime] = mapped_column(Saat)
    pembuat: Mapped[str] = mapped_column(Text)


class VersiSurat(Base):
    """What a letter says: the frozen `Naskah`. A correction adds a version. Only ever added."""

    __tablename__ = "versi_surat"
    __table_args__ = (UniqueConstraint("surat_id", "versi"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    surat_id: Mapped[int] = mapped_column(ForeignKey("surat.id"), index=True)
    versi: Mapped[int]
    naskah: Mapped[Any] = mapped_column(Objek)
    isian: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)
    alasan: Mapped[str] = mapped_column(Text, default="")
    saat: Mapped[dt.datetime] = mapped_column(Saat)
    pelaku: Mapped[str] = mapped_column(Text)


class Agenda(Base):
    """One line of the Buku Agenda (Model A.7): a letter that came in or went out."""

    __tablename__ = "agenda"
    __table_args__ = (
        UniqueConstraint("tahun", "urut"),
        CheckConstraint("arah IN ('masuk', 'keluar')", name="arah"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    urut: Mapped[int]
    arah: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    """Day of receipt or of dispatch."""
    nomor_surat: Mapped[str] = mapped_column(Text, default="")
    tanggal_surat: Mapped[dt.date | None] = mapped_column(Tanggal)
    pihak: Mapped[str] = mapped_column(Text, default="")
    """Sender of an incoming letter, receiver of an outgoing one."""
    isi: Mapped[str] = mapped_column(Text, default="")
    ket: Mapped[str] = mapped_column(Text, default="")
    surat_id: Mapped[int | None] = mapped_column(ForeignKey("surat.id"), index=True)


class SuratDinas(Base):
    """One numbered letter of the office itself (surat tugas, request, report, answer), frozen as it was sent.

    Its number is that of the agenda. A cancelled one keeps its row and its number.
    """

    __tablename__ = "surat_dinas"
    __table_args__ = (
        UniqueConstraint("agenda_id"),
        CheckConstraint("status IN ('BERLAKU', 'BATAL')", name="status"),
        Index("ix_surat_dinas_objek", "objek"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agenda_id: Mapped[int] = mapped_column(ForeignKey("agenda.id"))
    objek: Mapped[str] = mapped_column(Text)
    """What it is about: kind and id, `lapangan:3`."""
    jenis: Mapped[str] = mapped_column(Text)
    """Which paper of that object."""
    nomor: Mapped[str] = mapped_column(Text)
    kode: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    naskah: Mapped[Any] = mapped_column(Objek)
    status: Mapped[str] = mapped_column(Text, default="BERLAKU")
    alasan_batal: Mapped[str] = mapped_column(Text, default="")
    dibuat: Mapped[dt.datetime] = mapped_column(Saat)
    pembuat: Mapped[str] = mapped_column(Text)


class GambarSurat(Base):
    """A picture that frozen letters refer to by the digest of its bytes, so it is kept once."""

    __tablename__ = "gambar_surat"

    sidik: Mapped[str] = mapped_column(Text, primary_key=True)
    isi: Mapped[bytes] = mapped_column(LargeBinary)
