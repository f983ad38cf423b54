"""Whether an outline covers ground of another one."""

from collections.abc import Sequence

from desa_app.pertanahan.geometri import (
    Garis,
    Sudut,
    arah_putar,
    bersilang,
    garis_keliling,
    terdekat,
    terdekat_di_garis,
    titik_silang,
)

SENTUH_MM = 50
"""Closer than this, an outline only touches its neighbour."""


def bertumpang(a: Sequence[Sudut], b: Sequence[Sudut]) -> bool:
    """Whether two outlines share ground, beyond what rounding and measuring leave at a common side."""
    if set(a) == set(b):
        return True
    garis_a, garis_b = garis_keliling(a), garis_keliling(b)
    for sudut, lain, garis in ((a, b, garis_b), (b, a, garis_a)):
        if any(_di_dalam(s, lain) and terdekat_di_garis(s, garis, SENTUH_MM) is None for s in sudut):
            return True
    return any(_melintang(p, q) for p in garis_a for q in garis_b)


def _melintang(p: Garis, q: Garis) -> bool:
    """Whether two sides cross well away from their ends."""
    if not bersilang(p, q) or 0 in {arah_putar(*p, x) for x in q} | {arah_putar(*q, x) for x in p}:
        return False
    return terdekat(titik_silang(p, q), (*p, *q), SENTUH_MM) is None


def _di_dalam(titik: Sudut, sudut: Sequence[Sudut]) -> bool:
    """Whether a point lies inside an outline; exact but for points on its sides."""
    x, y = titik
    dalam = False
    for (ax, ay), (bx, by) in garis_keliling(sudut):
        if (ay > y) != (by > y) and ((bx - ax) * (y - ay) - (x - ax) * (by - ay) > 0) == (by > ay):
            dalam = not dalam
    return dalam
