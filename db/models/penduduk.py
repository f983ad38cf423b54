"""Residents and their families. Where and in which state a resident is on a date, the ledger says;
the columns `keluarga_id`, `shdk`, `status_dasar`, `status_penduduk` hold its newest answer."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Saat, Tanggal

AKTIF = "status_dasar IN (1, 4)"
"""HIDUP and HILANG: a missing person stays counted until a death or a move."""


class Keluarga(Base):
    """A family with its Kartu Keluarga. Address and dusun of all its members."""

    __tablename__ = "keluarga"
    __table_args__ = (
        CheckConstraint("length(no_kk) = 16 AND no_kk NOT GLOB '*[^0-9]*'", name="no_kk"),
        Index("uq_keluarga_no_kk_aktif", "no_kk", unique=True, sqlite_where=text("aktif = 1")),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    no_kk: Mapped[str] = mapped_column(Text)
    """16 digits; a number that starts with 0 is temporary until Dukcapil issues one."""
    alamat: Mapped[str] = mapped_column(Text, default="")
    dusun_id: Mapped[int] = mapped_column(ForeignKey("dusun.id"), index=True)
    rt: Mapped[str] = mapped_column(Text, default="")
    rw: Mapped[str] = mapped_column(Text, default="")
    aktif: Mapped[bool] = mapped_column(Benar, default=True)
    asal_id: Mapped[int | None] = mapped_column(ForeignKey("keluarga.id"))
    """Family that this one split from or continues."""
    tgl_terbit: Mapped[dt.date | None] = mapped_column(Tanggal)
    ket: Mapped[str] = mapped_column(Text, default="")


class Penduduk(Base):
    """A person of the village, present, gone or dead. Codes are those of `codes.json`."""

    __tablename__ = "penduduk"
    __table_args__ = (
        CheckConstraint("nik IS NULL OR (length(nik) = 16 AND nik NOT GLOB '*[^0-9]*')", name="nik"),
        CheckConstraint("jk IN ('L', 'P')", name="jk"),
        CheckConstraint("status_dasar IN (1, 2, 3, 4, 6, 9)", name="status_dasar"),
        CheckConstraint("status_penduduk IN (1, 2)", name="status_penduduk"),
        CheckConstraint("length(nama) > 0", name="nama"),
        Index("uq_penduduk_nik_aktif", "nik", unique=True, sqlite_where=text(AKTIF)),
        Index("ix_penduduk_nik", "nik"),
        Index("ix_penduduk_cari", "cari", "status_dasar"),
        Index("ix_penduduk_keluarga", "keluarga_id", "status_dasar"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nik: Mapped[str | None] = mapped_column(Text)
    """16 digits, temporary when it starts with 0, empty when none is known."""
    nama: Mapped[str] = mapped_column(Text)
    panggilan: Mapped[str] = mapped_column(Text, default="")
    cari: Mapped[str] = mapped_column(Text)
    """Normalised name, NIK, KK number and parents' names; what the search looks through."""
    jk: Mapped[str] = mapped_column(Text)
    tempat_lahir: Mapped[str] = mapped_column(Text, default="")
    tanggal_lahir: Mapped[dt.date | None] = mapped_column(Tanggal)
    agama: Mapped[int | None]
    pendidikan: Mapped[int | None]
    pendidikan_sedang: Mapped[int | None]
    pekerjaan: Mapped[int | None]
    status_kawin: Mapped[int | None]
    """Six values of F-1.01; the four-value code is derived."""
    warga_negara: Mapped[int] = mapped_column(default=1)
    golongan_darah: Mapped[int | None]
    huruf: Mapped[str] = mapped_column(Text, default="")
    cacat: Mapped[int | None]
    suku: Mapped[str] = mapped_column(Text, default="")

    keluarga_id: Mapped[int | None] = mapped_column(ForeignKey("keluarga.id"))
    shdk: Mapped[int | None]
    status_penduduk: Mapped[int] = mapped_column(default=1)
    status_dasar: Mapped[int] = mapped_column(default=1)
    tgl_mulai_tinggal: Mapped[dt.date | None] = mapped_column(Tanggal)

    nik_ayah: Mapped[str] = mapped_column(Text, default="")
    nama_ayah: Mapped[str] = mapped_column(Text, default="")
    nik_ibu: Mapped[str] = mapped_column(Text, default="")
    nama_ibu: Mapped[str] = mapped_column(Text, default="")

    ktp_el: Mapped[int | None]
    status_rekam: Mapped[int | None]
    ktp_tempat: Mapped[str] = mapped_column(Text, default="")
    ktp_tanggal: Mapped[dt.date | None] = mapped_column(Tanggal)
    no_kia: Mapped[str] = mapped_column(Text, default="")
    akta_lahir: Mapped[str] = mapped_column(Text, default="")
    akta_mati: Mapped[str] = mapped_column(Text, default="")
    akta_kawin: Mapped[str] = mapped_column(Text, default="")
    tgl_kawin: Mapped[dt.date | None] = mapped_column(Tanggal)
    akta_cerai: Mapped[str] = mapped_column(Text, default="")
    tgl_cerai: Mapped[dt.date | None] = mapped_column(Tanggal)
    paspor: Mapped[str] = mapped_column(Text, default="")
    paspor_akhir: Mapped[dt.date | None] = mapped_column(Tanggal)
    kitas: Mapped[str] = mapped_column(Text, default="")
    kebangsaan: Mapped[str] = mapped_column(Text, default="")
    keturunan: Mapped[str] = mapped_column(Text, default="")

    cara_kb: Mapped[int | None]
    hamil: Mapped[int | None]
    alamat_sekarang: Mapped[str] = mapped_column(Text, default="")
    telepon: Mapped[str] = mapped_column(Text, default="")
    tag_id_card: Mapped[str] = mapped_column(Text, default="")
    id_asuransi: Mapped[int | None]
    no_asuransi: Mapped[str] = mapped_column(Text, default="")
    lintang: Mapped[str] = mapped_column(Text, default="")
    bujur: Mapped[str] = mapped_column(Text, default="")
    ket: Mapped[str] = mapped_column(Text, default="")

    impor_id: Mapped[int | None] = mapped_column(ForeignKey("impor.id"), index=True)
    diubah: Mapped[dt.datetime | None] = mapped_column(Saat)


class WargaLuar(Base):
    """Somebody from outside used as parent, witness, applicant, host or owner; few fields are required."""

    __tablename__ = "warga_luar"
    __table_args__ = (Index("ix_warga_luar_cari", "cari"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str] = mapped_column(Text)
    cari: Mapped[str] = mapped_column(Text)
    no_identitas: Mapped[str] = mapped_column(Text, default="")
    """NIK, passport or other number, as shown."""
    jk: Mapped[str] = mapped_column(Text, default="")
    tempat_lahir: Mapped[str] = mapped_column(Text, default="")
    tanggal_lahir: Mapped[dt.date | None] = mapped_column(Tanggal)
    agama: Mapped[int | None]
    pekerjaan: Mapped[str] = mapped_column(Text, default="")
    warga_negara: Mapped[int] = mapped_column(default=1)
    status_kawin: Mapped[int | None]
    alamat: Mapped[str] = mapped_column(Text, default="")
    telepon: Mapped[str] = mapped_column(Text, default="")
    ket: Mapped[str] = mapped_column(Text, default="")
