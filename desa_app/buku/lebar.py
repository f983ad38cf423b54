"""Column widths that keep figures whole: a number broken over two lines is read as two numbers."""

from collections.abc import Callable, Sequence

from desa_app.buku.cetak import BukuCetak
from desa_app.buku.kepala import lebar_kolom

HURUF_TERKECIL, LANGKAH = 5.0, 0.5
"""Points below which nobody reads a book, and the steps down to it."""
_LEPAS = {"kiri": 0.4, "kanan": 0.35, "tengah": 0.0}
"""Part of its width that a column may give to figures that need more, by alignment."""
Pengukur = Callable[[str, float, bool], float]
"""Room of a text with its margins: text, type size in points, bold."""


def pas_angka(buku: BukuCetak, lebar: float, ukur: Pengukur) -> tuple[float, list[float]]:
    """Type size and column widths that fill `lebar` with every figure on one line.

    Columns of words give room first, then the type gets smaller; past the smallest size figures break.
    """
    angka = terpanjang(buku)
    huruf = buku.spec.huruf
    while True:
        perlu = [max((ukur(t, huruf, tebal) for t, tebal in isi), default=0.0) for isi in angka]
        hasil, cukup = _geser(buku, lebar, perlu)
        if cukup or huruf - LANGKAH < HURUF_TERKECIL:
            return huruf, hasil
        huruf -= LANGKAH


def terpanjang(buku: BukuCetak) -> list[list[tuple[str, bool]]]:
    """The longest cell and the total of each column of figures; nothing for other columns.

    Figures are alike in width and separators follow their number, so the longest is the widest.
    """
    hasil: list[list[tuple[str, bool]]] = []
    for n, kolom in enumerate(buku.spec.kolom):
        isi: list[tuple[str, bool]] = []
        if kolom.rata == "kanan":
            isi = [(max((b[n] for b in buku.baris), key=len, default=""), False)]
            if buku.jumlah is not None:
                isi.append((buku.jumlah[n], True))
        hasil.append(isi)
    return hasil


def _geser(buku: BukuCetak, lebar: float, perlu: Sequence[float]) -> tuple[list[float], bool]:
    dasar = lebar_kolom(buku.spec, lebar)
    kurang = [max(0.0, p - d) for p, d in zip(perlu, dasar, strict=True)]
    if not (butuh := sum(kurang)):
        return dasar, True
    longgar = [
        min(max(0.0, d - p), d * _LEPAS[k.rata])
        for k, p, d in zip(buku.spec.kolom, perlu, dasar, strict=True)
    ]
    sedia = sum(longgar)
    diberi = min(1.0, sedia / butuh)
    diambil = min(1.0, butuh / sedia) if sedia else 0.0
    hasil = [d + k * diberi - x * diambil for d, k, x in zip(dasar, kurang, longgar, strict=True)]
    return hasil, sedia >= butuh


def lebar_angka_arial(teks: str, huruf: float) -> float:
    """Width of a figure in Arial in points: figures 0.556 of the type size, separators 0.278."""
    return huruf * sum(0.278 if a in ".,/ " else 0.56 for a in teks)
