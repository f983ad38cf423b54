"""What every act on land shares: its day, its deed, and how it reads in the books."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from desa_app.bahasa import tanggal_pendek
from desa_app.buku.validate import bersih
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.pertanahan.isian import tanggal_wajib
from desa_app.pertanahan.pemilik import nama_pemilik
from desa_app.pertanahan.pencatat import NAMA_ACARA

PERALIHAN = ("jual_beli", "hibah", "waris", "wakaf")
"""Acts that hand a parcel, or a share in it, to others."""
_TERSEBUT = 3


def hari_acara(hari_ini: dt.date, isi: Mapping[str, Any]) -> tuple[dt.date, str]:
    """Day of the deed and the deed itself from an act's form. Raises ValidationFailed."""
    return tanggal_wajib(isi.get("tanggal"), "tanggal", "Tanggal", hari_ini), bersih(
        str(isi.get("dasar") or "")
    )


def salah(kunci: str, kalimat: str) -> ValidationFailed:
    """One problem beside one field."""
    return ValidationFailed([FieldIssue(kunci, kalimat)])


def sebut_nama(sesi: Session, pemilik: Iterable[int]) -> str:
    """Names of owners for a sentence; past the third only how many more."""
    nama = sorted(p.nama for p in nama_pemilik(sesi, pemilik).values())
    lebih = len(nama) - _TERSEBUT
    return ", ".join(nama[:_TERSEBUT]) + (f" dan {lebih} orang lain" if lebih > 0 else "")


def uraikan(jenis: str, tanggal: dt.date, tambahan: str = "") -> str:
    """The act as column MUTASI prints it: `Jual beli 12-03-2026 dari SITI`."""
    return f"{NAMA_ACARA[jenis]} {tanggal_pendek(tanggal)} {tambahan}".strip()
