"""Sheets as rows of cells, and how a cell becomes text without losing digits."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

Nilai = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
_HARI_NOL_EXCEL = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Lembar:
    """One sheet. `baris[0]` is row 1; `rumus` holds (row, column), counted from 0, of formula cells."""

    nama: str
    baris: Sequence[Sequence[Nilai]]
    rumus: frozenset[tuple[int, int]] = frozenset()

    def sel(self, baris: int, kolom: int) -> str:
        """Text of the cell at row and column counted from 1; empty outside the sheet."""
        if not 0 < baris <= len(self.baris):
            return ""
        isi = self.baris[baris - 1]
        return teks(isi[kolom - 1]).strip() if kolom <= len(isi) else ""


@dataclass(frozen=True)
class BukuKerja:
    """A workbook that passed every limit: its kind by content, the digest of its bytes, its sheets."""

    jenis: str
    sidik: str
    lembar: tuple[Lembar, ...] = field(repr=False)


@cache
def huruf_kolom(nomor: int) -> str:
    """Letter of a column counted from 1: 1 is A, 28 is AB."""
    hasil = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


def nomor_kolom(huruf: str) -> int:
    """Number of a column letter: A is 1."""
    hasil = 0
    for h in huruf:
        hasil = hasil * 26 + ord(h) - 64
    return hasil


def teks(nilai: Nilai) -> str:
    """A cell as the officer reads it: `3.0` is `3`, a date is YYYY-MM-DD, nothing is empty."""
    if isinstance(nilai, str):
        return nilai
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "1" if nilai else "0"
    if isinstance(nilai, float):
        return str(int(nilai)) if nilai.is_integer() else repr(nilai)
    if isinstance(nilai, dt.datetime):
        tengah_malam = nilai.time() == dt.time()
        return nilai.date().isoformat() if tengah_malam else nilai.isoformat(" ", "seconds")
    return str(nilai)


def tanggal_excel(nilai: Nilai) -> dt.date | None:
    """Date of a cell that holds a date or Excel's day number; None when it holds neither."""
    if isinstance(nilai, dt.datetime):
        return nilai.date()
    if isinstance(nilai, dt.date):
        return nilai
    if isinstance(nilai, int | float) and not isinstance(nilai, bool) and 1 <= nilai < 110_000:
        return _HARI_NOL_EXCEL + dt.timedelta(days=int(nilai))
    return None
