"""Widths of letters, so that the layout can be decided without a screen and is the same on every PC.

The table is that of Helvetica, which Arial and Liberation Sans share; other faces are scaled by what
was measured on running Indonesian text.
"""

PT_PER_MM = 72 / 25.4
TINGGI_BARIS = 1.149
"""Height of one line of single spacing, in units of the type size."""
_LEBAR = {
    "iljI|'`": 222, " \u00a0ft!,./:;[]\\I": 278, "()-r`": 333, '"': 355, "*": 389,
    "cksvxyzJ": 500, "abdeghnopqu0123456789#$?_L": 556, "<>=+~": 584, "FTZ": 611, "ABEKPSVXY&": 667,
    "CDHNRUw": 722, "GOQ": 778, "mM": 833, "%": 889, "W": 944, "@": 1015,
}  # fmt: skip
_TABEL = {huruf: lebar / 1000 for huruf_huruf, lebar in _LEBAR.items() for huruf in huruf_huruf}
_BAWAAN = 0.6
_SKALA = {"Arial": 1.0, "Bookman Old Style": 1.12, "Times New Roman": 0.92, "Tahoma": 1.0, "Calibri": 0.92}
HURUF = tuple(_SKALA)
"""Faces that a village may choose; all are on Windows office PCs and have metric substitutes elsewhere."""


def lebar(teks: str, ukuran: float, *, tebal: bool = False, huruf: str = "Arial") -> float:
    """Width of a text in mm."""
    dasar = sum(_TABEL.get(h, _BAWAAN) for h in teks)
    return dasar * ukuran * _SKALA.get(huruf, 1.1) * (1.06 if tebal else 1.0) / PT_PER_MM


def jumlah_baris(
    teks: str, ukuran: float, lebar_mm: float, *, tebal: bool = False, huruf: str = "Arial"
) -> int:
    """How many lines a text takes when it is broken at spaces into a width; at least one."""
    baris, isi = 1, 0.0
    spasi = lebar(" ", ukuran, tebal=tebal, huruf=huruf)
    for kata in teks.split(" "):
        panjang = lebar(kata, ukuran, tebal=tebal, huruf=huruf)
        if isi and isi + spasi + panjang > lebar_mm:
            baris, isi = baris + 1, 0.0
        while panjang > lebar_mm:
            baris, panjang = baris + 1, panjang - lebar_mm
        isi += (spasi if isi else 0.0) + panjang
    return baris
