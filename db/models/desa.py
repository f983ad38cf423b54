"""The village itself: identity for the letterhead, dusun, officials, shared settings, days off."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Tanggal


class Desa(Base):
    """The one village of this file (always id 1)."""

    __tablename__ = "desa"
    __table_args__ = (CheckConstraint("id = 1", name="satu"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(Text)
    """Ten digits without dots (Kemendagri)."""
    nama: Mapped[str] = mapped_column(Text)
    sebutan_desa: Mapped[str] = mapped_column(Text, default="Desa")
    sebutan_kepala: Mapped[str] = mapped_column(Text, default="Kepala Desa")
    kecamatan: Mapped[str] = mapped_column(Text)
    sebutan_kecamatan: Mapped[str] = mapped_column(Text, default="Kecamatan")
    kabupaten: Mapped[str] = mapped_column(Text)
    """Name without the word Kabupaten or Kota."""
    sebutan_kabupaten: Mapped[str] = mapped_column(Text, default="Kabupaten")
    sebutan_dusun: Mapped[str] = mapped_column(Text, default="Dusun", server_default="Dusun")
    provinsi: Mapped[str] = mapped_column(Text)
    alamat: Mapped[str] = mapped_column(Text, default="")
    telepon: Mapped[str] = mapped_column(Text, default="")
    pos_el: Mapped[str] = mapped_column(Text, default="")
    laman: Mapped[str] = mapped_column(Text, default="")
    kode_pos: Mapped[str] = mapped_column(Text, default="")
    lambang: Mapped[bytes | None] = mapped_column(LargeBinary)
    """PNG or JPEG of the kabupaten's coat of arms."""
    kop_gambar: Mapped[bytes | None] = mapped_column(LargeBinary)
    """PNG or JPEG of a whole letterhead, used instead of its lines."""
    zona_waktu: Mapped[str] = mapped_column(Text, default="WIB")
    latihan: Mapped[bool] = mapped_column(Benar, default=False)
    """Practice data: said on screen and on paper."""
    bulan_awal: Mapped[int | None]
    """Month (YYYYMM) of the opening stock; empty until the first residents come in."""


class Dusun(Base):
    """One dusun or lingkungan; B.3 has a row for each."""

    __tablename__ = "dusun"
    __table_args__ = (UniqueConstraint("nama"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str] = mapped_column(Text)
    urut: Mapped[int] = mapped_column(default=0)
    kepala: Mapped[str] = mapped_column(Text, default="")


class Pejabat(Base):
    """Who holds a post from when to when, and in which form (definitif, Pj., Plt., Plh.)."""

    __tablename__ = "pejabat"
    __table_args__ = (CheckConstraint("bentuk IN ('definitif', 'pj', 'plt', 'plh')", name="bentuk"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    jabatan: Mapped[str] = mapped_column(Text)
    """Key of the post: kades, sekdes, kasi_pelayanan, kasi_pemerintahan, kasi_kesejahteraan, ..."""
    nama: Mapped[str] = mapped_column(Text)
    bentuk: Mapped[str] = mapped_column(Text, default="definitif")
    jabatan_asal: Mapped[str] = mapped_column(Text, default="")
    """Own post of a Plt. or Plh., printed on the second line."""
    pangkat: Mapped[str] = mapped_column(Text, default="")
    nip: Mapped[str] = mapped_column(Text, default="")
    dasar: Mapped[str] = mapped_column(Text, default="")
    """Decision that appoints or delegates."""
    mulai: Mapped[dt.date] = mapped_column(Tanggal)
    sampai: Mapped[dt.date | None] = mapped_column(Tanggal)


class Setelan(Base):
    """One setting that the whole village shares."""

    __tablename__ = "setelan"

    kunci: Mapped[str] = mapped_column(Text, primary_key=True)
    nilai: Mapped[Any] = mapped_column(Objek)


class HariLibur(Base):
    """A day on which the office is closed; weekends are not listed."""

    __tablename__ = "hari_libur"

    tanggal: Mapped[dt.date] = mapped_column(Tanggal, primary_key=True)
    nama: Mapped[str] = mapped_column(Text)
    jenis: Mapped[str] = mapped_column(Text)
    perkiraan: Mapped[bool] = mapped_column(Benar, default=False)
