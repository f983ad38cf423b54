"""Outlines of parcels: areas, sides, crossings, corners from distances and bearings or from GPS.

Corners are whole millimetres east (x) and north (y) of the village's zero point. Areas are computed in
whole numbers; only what a person typed as degrees passes through sines.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

MM_PER_SATUAN_LUAS = 10**4
"""Square millimetres in 1/100 m²."""
SUDUT_TERBANYAK = 2000
TERJAUH_MM = 50_000_000
"""Fifty kilometres: farther from the zero point than any village reaches."""
_SETENGAH_BESAR, _PIPIH = 6_378_137.0, 1 / 298.257223563
"""Ellipsoid WGS 84."""

Sudut = tuple[int, int]
Garis = tuple[Sudut, Sudut]


@dataclass(frozen=True)
class TitikNol:
    """Latitude and longitude of the village's zero point in degrees."""

    lintang: float
    bujur: float


@dataclass(frozen=True)
class Sisi:
    """One side: its length in mm and its bearing in 1/100 degree clockwise from north."""

    panjang: int
    azimut: int


def luas_ganda(sudut: Sequence[Sudut]) -> int:
    """Twice the signed area in mm² (shoelace): positive when the corners run counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(sudut, (*sudut[1:], *sudut[:1]), strict=True))


def luas_sudut(sudut: Sequence[Sudut]) -> int:
    """Area in 1/100 m², rounded half up."""
    ganda = abs(luas_ganda(sudut))
    return (ganda + MM_PER_SATUAN_LUAS) // (2 * MM_PER_SATUAN_LUAS)


def sisi(sudut: Sequence[Sudut]) -> list[Sisi]:
    """Sides in order; side n goes from corner n to the next one."""
    return [sisi_antara(a, b) for a, b in zip(sudut, (*sudut[1:], *sudut[:1]), strict=True)]


def sisi_antara(a: Sudut, b: Sudut) -> Sisi:
    """Length and bearing from one corner to another."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    azimut = round(math.degrees(math.atan2(dx, dy)) * 100) % 36_000
    return Sisi(_akar(dx * dx + dy * dy), azimut)


def _akar(n: int) -> int:
    """Square root of a whole number, rounded."""
    akar = math.isqrt(n)
    return akar + (n > akar * akar + akar)


def keliling(sudut: Sequence[Sudut]) -> int:
    """Length around in mm."""
    return sum(s.panjang for s in sisi(sudut))


def arah_putar(a: Sudut, b: Sudut, c: Sudut) -> int:
    """1 when c lies left of the way from a to b, -1 right of it, 0 on it."""
    nilai = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (nilai > 0) - (nilai < 0)


def _di_ruas(a: Sudut, b: Sudut, c: Sudut) -> bool:
    """Whether c, on the line through a and b, lies between them."""
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def bersilang(p: Garis, q: Garis) -> bool:
    """Whether two sides meet, also when they only touch. Exact."""
    a, b, c, d = *p, *q
    arah = (arah_putar(a, b, c), arah_putar(a, b, d), arah_putar(c, d, a), arah_putar(c, d, b))
    if arah[0] != arah[1] and arah[2] != arah[3]:
        return True
    return any(
        r == 0 and _di_ruas(*garis, titik)
        for r, garis, titik in zip(arah, (p, p, q, q), (c, d, a, b), strict=True)
    )


def sisi_bersilang(sudut: Sequence[Sudut]) -> tuple[int, int] | None:
    """Numbers (from 0) of two sides that cross or touch where they must not; None for a plain outline.

    Sides are swept from west to east, so that only those that could meet are compared.
    """
    n = len(sudut)
    garis = [(sudut[i], sudut[(i + 1) % n]) for i in range(n)]
    kotak = [(*sorted((p[0], q[0])), *sorted((p[1], q[1]))) for p, q in garis]
    aktif: list[int] = []
    bertemu: list[tuple[int, int]] = []
    for i in sorted(range(n), key=lambda k: kotak[k][0]):
        barat, _, bawah, atas = kotak[i]
        aktif = [j for j in aktif if kotak[j][1] >= barat]
        for j in aktif:
            if kotak[j][2] <= atas and kotak[j][3] >= bawah:
                a, c = min(i, j), max(i, j)
                bersebelahan = c == a + 1 or (a == 0 and c == n - 1)
                if (melipat if bersebelahan else bersilang)(garis[a], garis[c]):
                    bertemu.append((a, c))
        aktif.append(i)
    return min(bertemu, default=None)


def titik_silang(p: Garis, q: Garis) -> Sudut:
    """Where two sides meet, to the millimetre; for sides along each other an end that both have."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = *p, *q
    penyebut = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if penyebut == 0:
        return next((t for t in (*q, *p) if _di_ruas(*p, t) and _di_ruas(*q, t)), q[0])
    t = Fraction((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx), penyebut)
    return round(ax + t * (bx - ax)), round(ay + t * (by - ay))


def melipat(p: Garis, q: Garis) -> bool:
    """Whether a side runs back over its neighbour."""
    bersama = next((t for t in p if t in q), None)
    if bersama is None:
        return False
    a = p[0] if p[1] == bersama else p[1]
    b = q[0] if q[1] == bersama else q[1]
    searah = (a[0] - bersama[0]) * (b[0] - bersama[0]) + (a[1] - bersama[1]) * (b[1] - bersama[1]) > 0
    return arah_putar(bersama, a, b) == 0 and searah


def periksa_sudut(sudut: Sequence[Sudut]) -> str | None:
    """Why an outline cannot be stored, in a sentence; None when it can."""
    if len(sudut) < 3:
        return "Sketsa memerlukan paling sedikit tiga sudut."
    if len(sudut) > SUDUT_TERBANYAK:
        return f"Sketsa paling banyak {SUDUT_TERBANYAK} sudut."
    if any(abs(n) > TERJAUH_MM for s in sudut for n in s):
        return "Ada sudut yang lebih dari 50 km dari titik nol desa. Periksa koordinatnya."
    for nomor, s in enumerate(sudut):
        if s == sudut[(nomor + 1) % len(sudut)]:
            return f"Sudut {nomor + 1} dan {(nomor + 1) % len(sudut) + 1} berada di tempat yang sama."
    if silang := sisi_bersilang(sudut):
        a, b = silang
        n = len(sudut)
        sisi_a, sisi_b = (f"{x + 1}-{(x + 1) % n + 1}" for x in (a, b))
        return (
            f"Garis batas bersilangan: sisi {sisi_a} memotong sisi {sisi_b}. "
            "Susun sudutnya berurutan mengelilingi bidang."
        )
    if luas_sudut(sudut) == 0:
        return "Luas sketsa nol. Sudutnya terletak pada satu garis."
    return None


def lempengkan(jarak_mm: int, azimut: int, dari: Sudut = (0, 0)) -> Sudut:
    """The corner at a distance (mm) and bearing (1/100 degree from north) from another."""
    rad = math.radians(azimut / 100)
    return dari[0] + round(jarak_mm * math.sin(rad)), dari[1] + round(jarak_mm * math.cos(rad))


def sudut_dari_ukuran(ukuran: Sequence[tuple[int, int]], awal: Sudut = (0, 0)) -> tuple[list[Sudut], int]:
    """Corners from (distance mm, bearing) of every side, and how far the last end misses the start (mm).

    The last side closes the outline, so its end is not a corner.
    """
    sudut = [awal]
    for jarak, azimut in ukuran:
        sudut.append(lempengkan(jarak, azimut, sudut[-1]))
    akhir = sudut.pop()
    return sudut, sisi_antara(akhir, awal).panjang if akhir != awal else 0


def baca_jarak(teks: str) -> int:
    """Metres typed as `12,5` or `12.5` in mm. Raises ValueError."""
    isi = teks.strip().lower().removesuffix("m").strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", isi) or Decimal(isi) == 0:
        raise ValueError(f"“{teks}” bukan jarak; tulis meter seperti 12,5")
    return int(Decimal(isi) * 1000)


def baca_azimut(teks: str) -> int:
    """A bearing typed as `45`, `45,5`, `45°30'` or `U 45 T` in 1/100 degree. Raises ValueError."""
    isi = teks.strip().upper().replace(",", ".")
    kuadran = re.fullmatch(r"([US])\s*(\d{1,2}(?:\.\d+)?)\s*°?\s*([TB])", isi)
    derajat = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*°?(?:\s*(\d{1,2})\s*['′])?(?:\s*(\d{1,2})\s*[\"″])?", isi)
    if kuadran and Decimal(kuadran[2]) <= 90:
        sudut = Decimal(kuadran[2])
        dari_utara = sudut if kuadran[1] == "U" else 180 - sudut
        nilai = dari_utara if kuadran[3] == "T" else 360 - dari_utara
    elif derajat and Decimal(derajat[1]) <= 360:
        nilai = Decimal(derajat[1]) + Decimal(derajat[2] or 0) / 60 + Decimal(derajat[3] or 0) / 3600
    else:
        raise ValueError(f"“{teks}” bukan arah; tulis derajat dari utara searah jarum jam, misalnya 45,5")
    return int((nilai * 100).to_integral_value()) % 36_000


def teks_meter(mm: int) -> str:
    """`12,50` for 12 500 mm, rounded half up to centimetres."""
    sentimeter = (mm + 5) // 10
    return f"{sentimeter // 100},{sentimeter % 100:02}"


def teks_azimut(azimut: int) -> str:
    """`45,50°` for 4 550."""
    return f"{azimut // 100},{azimut % 100:02}°"


# ------------------------------------------------------------------ GPS


def _jari_jari(lintang: float) -> tuple[float, float]:
    """Metres of one radian northward and eastward at a latitude."""
    e2 = _PIPIH * (2 - _PIPIH)
    w = 1 - e2 * math.sin(math.radians(lintang)) ** 2
    return _SETENGAH_BESAR * (1 - e2) / w**1.5, _SETENGAH_BESAR / math.sqrt(w) * math.cos(
        math.radians(lintang)
    )


def ke_lokal(lintang: float, bujur: float, nol: TitikNol) -> Sudut:
    """Millimetres east and north of the zero point. Good to 0.1 % within 10 km at Indonesia's latitudes."""
    utara, timur = _jari_jari(nol.lintang)
    return (
        round(math.radians(bujur - nol.bujur) * timur * 1000),
        round(math.radians(lintang - nol.lintang) * utara * 1000),
    )


def ke_gps(sudut: Sudut, nol: TitikNol) -> tuple[float, float]:
    """Latitude and longitude; nine decimals bring `ke_lokal` back to the same millimetre."""
    utara, timur = _jari_jari(nol.lintang)
    return (
        round(nol.lintang + math.degrees(sudut[1] / 1000 / utara), 9),
        round(nol.bujur + math.degrees(sudut[0] / 1000 / timur), 9),
    )


def baca_gps(teks: str) -> tuple[float, float]:
    """Latitude and longitude of one line `-3.6512345, 102.5812345`. Raises ValueError with the reason.

    Indonesia lies between 6° N and 11° S, 95° and 141° E: swapped pairs and missing minus signs show.
    """
    bagian = (
        re.split(r"[;\t]|,\s+|\s+", teks.strip())
        if not re.fullmatch(r"[^,]*,[^,]*", teks)
        else teks.split(",")
    )
    angka = [b.strip().replace(",", ".") for b in bagian if b.strip()]
    try:
        lintang, bujur = (float(Decimal(a)) for a in angka)
    except (ValueError, InvalidOperation):
        raise ValueError(
            f"“{teks.strip()[:40]}” bukan pasangan lintang dan bujur; tulis seperti -3,6512 102,5812"
        ) from None
    periksa_gps(lintang, bujur)
    return lintang, bujur


def periksa_gps(lintang: float, bujur: float) -> None:
    """Raise ValueError when a pair cannot lie in Indonesia, and say what is probably wrong."""
    if di_indonesia(lintang, bujur):
        return
    if di_indonesia(bujur, lintang):
        raise ValueError("lintang dan bujur tertukar; tulis lintang dulu, misalnya -3,6512 102,5812")
    if di_indonesia(-lintang, bujur):
        raise ValueError("lintang selatan ditulis dengan tanda minus, misalnya -3,6512")
    raise ValueError("koordinat itu di luar Indonesia")


def di_indonesia(lintang: float, bujur: float) -> bool:
    """Whether a pair may lie in Indonesia."""
    return -11.5 <= lintang <= 6.5 and 94.5 <= bujur <= 141.5


# ------------------------------------------------------------------ neighbours


def terdekat(titik: Sudut, calon: Sequence[Sudut], dalam_mm: int) -> Sudut | None:
    """The candidate nearest to a point, within a distance."""
    jarak = [((c[0] - titik[0]) ** 2 + (c[1] - titik[1]) ** 2, c) for c in calon]
    if not jarak:
        return None
    kuadrat, hasil = min(jarak)
    return hasil if kuadrat <= dalam_mm * dalam_mm else None


def terdekat_di_garis(titik: Sudut, garis: Sequence[Garis], dalam_mm: int) -> Sudut | None:
    """The place on a side that is nearest to a point, to the millimetre, within a distance."""
    terbaik, hasil = dalam_mm * dalam_mm, None
    for (ax, ay), (bx, by) in garis:
        dx, dy = bx - ax, by - ay
        panjang = dx * dx + dy * dy
        if panjang == 0:
            continue
        t = min(1.0, max(0.0, ((titik[0] - ax) * dx + (titik[1] - ay) * dy) / panjang))
        calon = (round(ax + t * dx), round(ay + t * dy))
        jarak = (calon[0] - titik[0]) ** 2 + (calon[1] - titik[1]) ** 2
        if jarak <= terbaik:
            terbaik, hasil = jarak, calon
    return hasil


def garis_keliling(sudut: Sequence[Sudut]) -> list[Garis]:
    """The sides of an outline, the last one closing it."""
    return list(zip(sudut, (*sudut[1:], *sudut[:1]), strict=True))


def sisi_bersama(a: Sequence[Sudut], b: Sequence[Sudut]) -> list[int]:
    """Numbers of the sides of `a` that lie on a side of `b`."""
    garis_b = [(b[i], b[(i + 1) % len(b)]) for i in range(len(b))]
    hasil = []
    for i in range(len(a)):
        p, q = a[i], a[(i + 1) % len(a)]
        if any(_tumpang(p, q, *g) for g in garis_b):
            hasil.append(i)
    return hasil


def arah_sisi(sudut: Sequence[Sudut], nomor: int) -> str:
    """Towards which of utara, timur, selatan, barat a side looks from inside its outline."""
    (ax, ay), (bx, by) = sudut[nomor], sudut[(nomor + 1) % len(sudut)]
    tanda = 1 if luas_ganda(sudut) > 0 else -1
    keluar = math.degrees(math.atan2(tanda * (by - ay), tanda * -(bx - ax))) % 360
    return ("utara", "timur", "selatan", "barat")[round(keluar / 90) % 4]


def _tumpang(p: Sudut, q: Sudut, c: Sudut, d: Sudut) -> bool:
    """Whether two sides run along each other over more than a point."""
    if arah_putar(p, q, c) != 0 or arah_putar(p, q, d) != 0:
        return False
    sumbu = 0 if abs(q[0] - p[0]) >= abs(q[1] - p[1]) else 1
    awal, akhir = sorted((p[sumbu], q[sumbu]))
    mulai, selesai = sorted((c[sumbu], d[sumbu]))
    return min(akhir, selesai) > max(awal, mulai)
