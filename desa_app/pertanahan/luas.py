"""Areas: typed text and workbook cells to whole 1/100 m² and back. No float takes part."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desa_app.bahasa import bilangan

PER_M2 = 100
TERLUAS = 10**11
"""A million hectares; more is a slip of the pen."""
_RIBUAN = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_BIASA = re.compile(r"\d+([.,]\d+)?")


def baca_luas(nilai: object) -> int:
    """1/100 m² of `1.250,50`, `1250,5`, `1250.5`, 1250 or a cell's number. Raises ValueError.

    A full stop before exactly three figures parts thousands, otherwise it is the decimal sign.
    """
    teks = _teks(nilai)
    if not teks:
        raise ValueError("luas wajib diisi")
    if teks.startswith("-"):
        raise ValueError("luas tidak boleh kurang dari nol")
    if _RIBUAN.fullmatch(teks):
        teks = teks.replace(".", "")
    elif not _BIASA.fullmatch(teks):
        raise ValueError(f"“{teks[:40]}” bukan luas; tulis seperti 1.250 atau 1.250,50")
    sen = Decimal(teks.replace(",", ".")) * PER_M2
    if sen != int(sen):
        raise ValueError("luas paling banyak dua angka di belakang koma")
    if sen > TERLUAS:
        raise ValueError("luas terlalu besar")
    return int(sen)


def _teks(nilai: object) -> str:
    if isinstance(nilai, float):
        # repr gives the figures that were typed; seven places take off what a sum of floats leaves behind
        bulat = format(round(Decimal(repr(nilai)), 7).normalize(), "f")
        # three decimals of a number are no thousands
        return bulat.replace(".", ",")
    teks = re.sub(r"\s|(?i:m2|m²)$", "", str(nilai))
    return re.sub(r"\s", "", teks)


def teks_luas(luas: int) -> str:
    """`1.250` or `1.250,50`; the books' spelling."""
    bulat, sen = divmod(luas, PER_M2)
    return bilangan(bulat) + (f",{sen:02}" if sen else "")


def teks_selisih(luas: int) -> str:
    """The same with a sign: `+12,30`, `-4`, `0`."""
    tanda = "+" if luas > 0 else "-" if luas < 0 else ""
    return tanda + teks_luas(abs(luas))


def sel_luas(luas: int) -> str:
    """Cell of a book: `-` for nothing."""
    return teks_luas(luas) if luas else "-"


def bagi_satu(jumlah: int, bobot: Sequence[int]) -> list[int]:
    """Share a whole number by weights; the rests go to the largest remainders, the first of equals."""
    semua = sum(bobot)
    hasil = [jumlah * b // semua for b in bobot]
    sisa = [jumlah * b % semua for b in bobot]
    for nomor in sorted(range(len(bobot)), key=lambda i: (-sisa[i], i))[: jumlah - sum(hasil)]:
        hasil[nomor] += 1
    return hasil


def bagi_habis(kolom: Sequence[int], baris: Sequence[int]) -> list[list[int]]:
    """A table of whole numbers >= 0 whose columns add to `kolom` and rows to `baris`, near proportion.

    Both must have the same sum. Shared parcels and split ones keep every sum of both books this way.
    """
    semua = sum(kolom)
    if semua != sum(baris) or min((*kolom, *baris), default=0) < 0:
        raise ValueError("jumlah kolom dan jumlah baris tidak sama")
    hasil = [[k * b // semua if semua else 0 for k in kolom] for b in baris]
    kurang_kolom = [k - sum(h[i] for h in hasil) for i, k in enumerate(kolom)]
    for isi, b in zip(hasil, baris, strict=True):
        kurang = b - sum(isi)
        for i, sedia in enumerate(kurang_kolom):
            tambah = min(kurang, sedia)
            isi[i] += tambah
            kurang_kolom[i] -= tambah
            kurang -= tambah
    return hasil
