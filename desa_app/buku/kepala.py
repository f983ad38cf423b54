"""The heading of a book as a grid of merged cells, shared by paper, workbook and document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from desa_app.buku.cetak import BukuSpec, Kolom


@dataclass(frozen=True)
class SelJudul:
    """One heading cell: top-left position, spanned rows and columns (all zero-based), words."""

    baris: int
    kolom: int
    tinggi: int
    lebar: int
    teks: str


@cache
def sel_judul(spec: BukuSpec) -> tuple[SelJudul, ...]:
    """All heading cells, row by row, without the row of column numbers.

    Neighbours with the same words from the top down share one cell; the lowest words of a column are
    never shared and reach down to the last heading row, as on the forms of Permendagri 47/2016.
    """
    terdalam = max(len(k.judul) for k in spec.kolom)
    if terdalam > spec.baris_judul:
        raise ValueError(f"{spec.kode}: judul {terdalam} tingkat, baris judul hanya {spec.baris_judul}")
    return tuple(sorted(_susun(spec.kolom, 0, 0, spec.baris_judul), key=lambda s: (s.baris, s.kolom)))


def _susun(kolom: Sequence[Kolom], awal: int, tingkat: int, baris: int) -> list[SelJudul]:
    hasil: list[SelJudul] = []
    for _, kelompok in groupby(kolom, key=lambda k: (k.judul[tingkat], len(k.judul) == tingkat + 1 and k.no)):
        isi = list(kelompok)
        daun = len(isi[0].judul) == tingkat + 1
        hasil.append(SelJudul(tingkat, awal, baris - tingkat if daun else 1, len(isi), isi[0].judul[tingkat]))
        if not daun:
            hasil += _susun(isi, awal, tingkat + 1, baris)
        awal += len(isi)
    return hasil


def tinggi_baris(
    sel: Iterable[SelJudul], perlu: Callable[[SelJudul], float], jumlah_baris: int, terkecil: float
) -> list[float]:
    """Heights of the heading rows so that every cell gets what `perlu` asks, in its unit.

    Cells of one row decide first; what a taller cell still lacks is shared by the rows it spans.
    """
    tinggi = [terkecil] * jumlah_baris
    for s in sorted(sel, key=lambda s: s.tinggi):
        kurang = perlu(s) - sum(tinggi[s.baris : s.baris + s.tinggi])
        if kurang > 0:
            for b in range(s.baris, s.baris + s.tinggi):
                tinggi[b] += kurang / s.tinggi
    return tinggi


def lebar_kira_kira(teks: str, huruf: float, *, tebal: bool = False) -> float:
    """Width of a text in Arial in points, estimated without a font: capitals are wider."""
    besar = sum(map(str.isupper, teks))
    return huruf * (0.50 * len(teks) + 0.15 * besar) * (1.08 if tebal else 1.0)


def garis_kira_kira(teks: str, lebar: float, huruf: float, *, tebal: bool = False) -> int:
    """Number of lines the text needs in a width in points, estimated."""
    jumlah, sisa = 1, lebar
    for kata in teks.split():
        panjang = lebar_kira_kira(kata, huruf, tebal=tebal)
        if panjang > sisa:
            jumlah += (sisa < lebar) + int(panjang / lebar)
            sisa = lebar
        sisa -= panjang % lebar + 0.28 * huruf
    return jumlah


def perlu_kira_kira(s: SelJudul, lebar: float, huruf: float) -> tuple[float, bool]:
    """Height a heading needs in a width (both in points) and whether it must be turned upright.

    For files whose reader lays out the text itself.
    """
    garis = huruf * 1.25
    terpanjang = max(lebar_kira_kira(k, huruf, tebal=True) for k in s.teks.replace("/", "/ ").split())
    if s.lebar > 1 or terpanjang <= lebar - 5:
        return garis_kira_kira(s.teks, lebar - 5, huruf, tebal=True) * garis + 4, False
    muat, panjang = max(1, int((lebar - 3) / garis)), terpanjang
    while garis_kira_kira(s.teks, panjang, huruf, tebal=True) > muat:
        panjang += huruf
    return panjang * 1.06 + 8, True  # a reader's face may be a little wider than the estimate


def lebar_kolom(spec: BukuSpec, lebar: float) -> list[float]:
    """The columns' widths, scaled so that together they fill `lebar` (any unit)."""
    jumlah = sum(k.lebar for k in spec.kolom)
    return [k.lebar * lebar / jumlah for k in spec.kolom]
