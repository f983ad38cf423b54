"""Roles and what each may do. The matrix is data (`resources/data/peran.json`), design.md section 6."""

from collections.abc import Iterable
from enum import StrEnum

from resources.paths import data


class Izin(StrEnum):
    """A permission that a use case names. UMUM needs no login (first start, login itself)."""

    UMUM = "umum"
    BUKU_BACA = "buku_baca"
    BUKU_UBAH = "buku_ubah"
    BUKU_DRAF = "buku_draf"
    IMPOR = "impor"
    TUTUP_BUKU = "tutup_buku"
    SURAT_BACA = "surat_baca"
    SURAT_BUAT = "surat_buat"
    SURAT_SETUJU = "surat_setuju"
    SURAT_SETUJU_AN = "surat_setuju_an"
    PENGADUAN_BACA = "pengaduan_baca"
    PENGADUAN_UBAH = "pengaduan_ubah"
    PENGADUAN_DISPOSISI = "pengaduan_disposisi"
    INDIKATOR_BACA = "indikator_baca"
    INDIKATOR_ISI = "indikator_isi"
    INDIKATOR_ISI_SENDIRI = "indikator_isi_sendiri"
    EKSPOR_TERBUKA = "ekspor_terbuka"
    PENGGUNA = "pengguna"
    CADANGAN = "cadangan"
    PULIHKAN = "pulihkan"
    PENGATURAN = "pengaturan"
    AUDIT_BACA = "audit_baca"


def semua_peran() -> dict[str, str]:
    """Role keys with their Indonesian names, in the order of the matrix."""
    return {kunci: isi["nama"] for kunci, isi in data("peran").items()}


def izin_dari(peran: Iterable[str]) -> frozenset[Izin]:
    """Everything that the given roles together may do."""
    return frozenset(Izin(i) for p in peran for i in data("peran")[p]["izin"]) | {Izin.UMUM}
