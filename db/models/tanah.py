"""Land. A parcel (`bidang`) is the one source of A.5 and A.6; every area is whole 1/100 m².

Whatever changes a parcel or its owners is one row of `mutasi_tanah`, which keeps the parcels as they
were before (`sebelum`): that undoes the act exactly and tells the state of any earlier day.
"""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import KETAT, Base
from db.tipe import Benar, Objek, Saat, Tanggal

HAK = ("HM", "HGB", "HP", "HGU", "HPL", "MA", "VI", "TN")
"""Rights in the order of columns 4 to 11 of A.6."""
GUNA = (
    "perumahan", "perdagangan_jasa", "perkantoran", "industri", "fasilitas_umum", "sawah", "tegalan",
    "perkebunan", "peternakan_perikanan", "hutan_belukar", "hutan_lebat_lindung", "tanah_kosong",
    "lain_lain",
)  # fmt: skip
"""Uses in the order of columns 12 to 25 of A.6 (without 23), by the book's own keys."""
OLEH = ("asli_milik_desa", "bantuan_pemerintah", "bantuan_provinsi", "bantuan_kab_kota", "lain_lain")
"""How village land was acquired: columns 6 to 10 of A.5."""
JENIS_TKD = ("sawah", "tegal", "kebun", "tambak_kolam", "tanah_kering_darat")
"""Kinds of village land: columns 12 to 16 of A.5."""
KOLOM_GUNA = tuple(f"guna_{g}" for g in GUNA)
KOLOM_OLEH = tuple(f"oleh_{o}" for o in OLEH)
KOLOM_JENIS = tuple(f"jenis_{j}" for j in JENIS_TKD)
KOLOM_TANDA = ("patok_ada", "papan_ada")
KOLOM_LUAS = (*KOLOM_GUNA, *KOLOM_OLEH, *KOLOM_JENIS, *KOLOM_TANDA)
"""Every area of a parcel besides its whole area."""


def _jumlah(kolom: tuple[str, ...]) -> str:
    return " + ".join(kolom)


def _tkd(kolom: tuple[str, ...]) -> str:
    return f"{_jumlah(kolom)} = CASE WHEN tkd = 1 THEN luas ELSE 0 END"


class PemilikTanah(Base):
    """Somebody or something that owns land: a resident, a warga luar, a badan hukum, or the village."""

    __tablename__ = "pemilik_tanah"
    __table_args__ = (
        CheckConstraint(
            "CASE jenis WHEN 'penduduk' THEN penduduk_id IS NOT NULL AND warga_luar_id IS NULL "
            "WHEN 'warga_luar' THEN warga_luar_id IS NOT NULL AND penduduk_id IS NULL "
            "WHEN 'badan' THEN nama <> '' AND no_identitas <> '' AND penduduk_id IS NULL "
            "AND warga_luar_id IS NULL "
            "WHEN 'desa' THEN penduduk_id IS NULL AND warga_luar_id IS NULL ELSE 0 END",
            name="jenis",
        ),
        UniqueConstraint("penduduk_id"),
        UniqueConstraint("warga_luar_id"),
        Index("uq_pemilik_tanah_badan", "no_identitas", unique=True, sqlite_where=text("jenis = 'badan'")),
        Index("uq_pemilik_tanah_desa", "jenis", unique=True, sqlite_where=text("jenis = 'desa'")),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(Text)
    penduduk_id: Mapped[int | None] = mapped_column(ForeignKey("penduduk.id"))
    warga_luar_id: Mapped[int | None] = mapped_column(ForeignKey("warga_luar.id"))
    nama: Mapped[str] = mapped_column(Text, default="")
    """Name of a badan hukum; persons keep theirs in their own register."""
    no_identitas: Mapped[str] = mapped_column(Text, default="")
    """NIB, deed or other number of a badan hukum."""
    alamat: Mapped[str] = mapped_column(Text, default="")


class Bidang(Base):
    """One parcel with one right and one or more uses. Areas in 1/100 m²."""

    __tablename__ = "bidang"
    __table_args__ = (
        CheckConstraint("luas > 0", name="luas"),
        CheckConstraint(f"hak IN {HAK}", name="hak"),
        CheckConstraint(f"{_jumlah(KOLOM_GUNA)} = luas", name="l2"),
        CheckConstraint(_tkd(KOLOM_OLEH), name="a1"),
        CheckConstraint(_tkd(KOLOM_JENIS), name="a2"),
        CheckConstraint(
            " AND ".join(f"{k} <= CASE WHEN tkd = 1 THEN luas ELSE 0 END" for k in KOLOM_TANDA), name="a3"
        ),
        CheckConstraint(" AND ".join(f"{k} >= 0" for k in KOLOM_LUAS), name="tidak_minus"),
        Index(
            "uq_bidang_sertifikat", "no_sertifikat", unique=True,
            sqlite_where=text("aktif = 1 AND no_sertifikat <> ''"),
        ),
        Index("ix_bidang_tkd", "tkd", sqlite_where=text("tkd = 1")),
        Index("ix_bidang_cari", "cari"),
        KETAT,
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    aktif: Mapped[bool] = mapped_column(Benar, default=True)
    """False after a split, a merger, or when the entry was taken back."""
    luas: Mapped[int]
    hak: Mapped[str] = mapped_column(Text)
    """One right covers the whole parcel, so L1 (column 3 = 4 + ... + 11 of A.6) holds for every row."""
    kelas: Mapped[str] = mapped_column(Text, default="")
    no_sertifikat: Mapped[str] = mapped_column(Text, default="")
    letter_c: Mapped[str] = mapped_column(Text, default="")
    persil: Mapped[str] = mapped_column(Text, default="")
    sppt: Mapped[str] = mapped_column(Text, default="")
    dusun_id: Mapped[int | None] = mapped_column(ForeignKey("dusun.id"), index=True)
    rt: Mapped[str] = mapped_column(Text, default="")
    rw: Mapped[str] = mapped_column(Text, default="")
    lokasi: Mapped[str] = mapped_column(Text, default="")
    """Block or street."""
    batas_utara: Mapped[str] = mapped_column(Text, default="")
    batas_timur: Mapped[str] = mapped_column(Text, default="")
    batas_selatan: Mapped[str] = mapped_column(Text, default="")
    batas_barat: Mapped[str] = mapped_column(Text, default="")
    bukti_lengkap: Mapped[bool] = mapped_column(Benar, default=False)
    bukti_alasan: Mapped[str] = mapped_column(Text, default="")
    """Why the evidence counts as complete or what is missing."""
    asal_perolehan: Mapped[str] = mapped_column(Text, default="")
    sejak_tahun: Mapped[int | None]
    cari: Mapped[str] = mapped_column(Text, default="")
    """Normalised numbers and place; what the search looks through."""
    ket: Mapped[str] = mapped_column(Text, default="")

    guna_perumahan: Mapped[int] = mapped_column(default=0)
    guna_perdagangan_jasa: Mapped[int] = mapped_column(default=0)
    guna_perkantoran: Mapped[int] = mapped_column(default=0)
    guna_industri: Mapped[int] = mapped_column(default=0)
    guna_fasilitas_umum: Mapped[int] = mapped_column(default=0)
    guna_sawah: Mapped[int] = mapped_column(default=0)
    guna_tegalan: Mapped[int] = mapped_column(default=0)
    guna_perkebunan: Mapped[int] = mapped_column(default=0)
    guna_peternakan_perikanan: Mapped[int] = mapped_column(default=0)
    guna_hutan_belukar: Mapped[int] = mapped_column(default=0)
    guna_hutan_lebat_lindung: Mapped[int] = mapped_column(default=0)
    guna_tanah_kosong: Mapped[int] = mapped_column(default=0)
    guna_lain_lain: Mapped[int] = mapped_column(default=0)

    tkd: Mapped[bool] = mapped_column(Benar, default=False)
    """Tanah kas desa: the village is its only owner. The columns below are then used."""
    asal_tkd: Mapped[str] = mapped_column(Text, default="")
    tgl_perolehan: Mapped[dt.date | None] = mapped_column(Tanggal)
    peruntukan: Mapped[str] = mapped_column(Text, default="")
    oleh_asli_milik_desa: Mapped[int] = mapped_column(default=0)
    oleh_bantuan_pemerintah: Mapped[int] = mapped_column(default=0)
    oleh_bantuan_provinsi: Mapped[int] = mapped_column(default=0)
    oleh_bantuan_kab_kota: Mapped[int] = mapped_column(default=0)
    oleh_lain_lain: Mapped[int] = mapped_column(default=0)
    jenis_sawah: Mapped[int] = mapped_column(default=0)
    jenis_tegal: Mapped[int] = mapped_column(default=0)
    jenis_kebun: Mapped[int] = mapped_column(default=0)
    jenis_tambak_kolam: Mapped[int] = mapped_column(default=0)
    jenis_tanah_kering_darat: Mapped[int] = mapped_column(default=0)
    patok_ada: Mapped[int] = mapped_column(default=0)
    """Area with boundary posts; the rest of the parcel is without (A3)."""
    papan_ada: Mapped[int] = mapped_column(default=0)


class BagianPemilik(Base):
    """Share of an owner in a parcel as an exact fraction; the shares of a parcel make the whole."""

    __tablename__ = "bagian_pemilik"
    __table_args__ = (
        CheckConstraint("pembilang > 0 AND penyebut >= pembilang", name="pecahan"),
        UniqueConstraint("bidang_id", "pemilik_id"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bidang_id: Mapped[int] = mapped_column(ForeignKey("bidang.id"))
    pemilik_id: Mapped[int] = mapped_column(ForeignKey("pemilik_tanah.id"), index=True)
    pembilang: Mapped[int] = mapped_column(default=1)
    penyebut: Mapped[int] = mapped_column(default=1)


class MutasiTanah(Base):
    """One act on parcels: entry, correction, transfer, split, merger, certificate, undo. Only added to."""

    __tablename__ = "mutasi_tanah"
    __table_args__ = (UniqueConstraint("membatalkan_id"), KETAT)

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(Text)
    tanggal: Mapped[dt.date] = mapped_column(Tanggal)
    """Day of the deed."""
    tgl_buku: Mapped[dt.date] = mapped_column(Tanggal, index=True)
    """Day from which the books show it; never in a closed month."""
    dasar: Mapped[str] = mapped_column(Text, default="")
    """Deed, letter or decision that the act rests on."""
    uraian: Mapped[str] = mapped_column(Text, default="")
    """The act in words, as columns MUTASI of A.5 and A.6 print it."""
    sebelum: Mapped[dict[str, Any]] = mapped_column(Objek, default=dict)
    """Parcels as they were, by id: their columns, and `bagian` with the shares; null for a new one."""
    membatalkan_id: Mapped[int | None] = mapped_column(ForeignKey("mutasi_tanah.id"))
    ket: Mapped[str] = mapped_column(Text, default="")
    dicatat_oleh: Mapped[str] = mapped_column(Text)
    dicatat_saat: Mapped[dt.datetime] = mapped_column(Saat)


class MutasiBidang(Base):
    """A parcel in an act: `asal` ends with it, `hasil` begins with it, `tetap` goes on changed."""

    __tablename__ = "mutasi_bidang"
    __table_args__ = (
        CheckConstraint("peran IN ('asal', 'hasil', 'tetap')", name="peran"),
        UniqueConstraint("mutasi_id", "bidang_id"),
        KETAT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mutasi_id: Mapped[int] = mapped_column(ForeignKey("mutasi_tanah.id"))
    bidang_id: Mapped[int] = mapped_column(ForeignKey("bidang.id"), index=True)
    peran: Mapped[str] = mapped_column(Text)


class DokumenBidang(Base):
    """A paper that speaks for a parcel: kind, number, date."""

    __tablename__ = "dokumen_bidang"

    id: Mapped[int] = mapped_column(primary_key=True)
    bidang_id: Mapped[int] = mapped_column(ForeignKey("bidang.id"), index=True)
    jenis: Mapped[str] = mapped_column(Text)
    nomor: Mapped[str] = mapped_column(Text, default="")
    tanggal: Mapped[dt.date | None] = mapped_column(Tanggal)
    ket: Mapped[str] = mapped_column(Text, default="")


class Sketsa(Base):
    """The outline of a parcel: corners in millimetres east and north of the village's zero point."""

    __tablename__ = "sketsa"

    bidang_id: Mapped[int] = mapped_column(ForeignKey("bidang.id"), primary_key=True)
    sudut: Mapped[list[list[int]]] = mapped_column(Objek)
    """[[x, y], ...] in order, the first not repeated."""
    patok: Mapped[list[int]] = mapped_column(Objek, default=list)
    """Indices of corners where a post stands."""
    diubah: Mapped[dt.datetime] = mapped_column(Saat)
