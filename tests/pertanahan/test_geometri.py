"""Outlines: exact areas, crossings, corners from distances and from GPS, GeoJSON there and back."""

import json
import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks
from desa_app.pertanahan.geojson import baca_geojson, patok_geojson, tulis_geojson
from desa_app.pertanahan.geometri import (
    Sudut,
    TitikNol,
    arah_sisi,
    baca_azimut,
    baca_gps,
    baca_jarak,
    bersilang,
    garis_keliling,
    ke_gps,
    ke_lokal,
    luas_ganda,
    luas_sudut,
    melipat,
    periksa_sudut,
    sisi,
    sisi_bersama,
    sisi_bersilang,
    sudut_dari_ukuran,
    terdekat,
    terdekat_di_garis,
    titik_silang,
)
from desa_app.pertanahan.sketsa import baca_sketsa, ekspor_geojson, impor_geojson, simpan_sketsa
from desa_app.pertanahan.tumpang import bertumpang
from tests.pertanahan.bahan import bidang, warga

PERSEGI: list[Sudut] = [(0, 0), (20_000, 0), (20_000, 50_000), (0, 50_000)]
NOL = TitikNol(-3.651234, 102.581234)


def bintang(jari: list[int], dari: Sudut = (0, 0)) -> list[Sudut]:
    """An outline around a point, which never crosses itself."""
    n = len(jari)
    return [
        (
            dari[0] + round(r * math.cos(2 * math.pi * i / n)),
            dari[1] + round(r * math.sin(2 * math.pi * i / n)),
        )
        for i, r in enumerate(jari)
    ]


JARI = st.lists(st.integers(2_000, 80_000), min_size=3, max_size=40)


def test_persegi() -> None:
    assert luas_sudut(PERSEGI) == 1000_00
    assert luas_ganda(PERSEGI) > 0 > luas_ganda(PERSEGI[::-1])
    assert [(s.panjang, s.azimut) for s in sisi(PERSEGI)] == [
        (20_000, 9_000), (50_000, 0), (20_000, 27_000), (50_000, 18_000)
    ]  # fmt: skip
    assert periksa_sudut(PERSEGI) is None


@pytest.mark.parametrize(
    ("sudut", "kata"),
    [
        ([(0, 0), (10_000, 10_000), (10_000, 0), (0, 10_000)], "bersilangan"),
        ([(0, 0), (10_000, 0)], "tiga sudut"),
        ([(0, 0), (10_000, 0), (10_000, 0), (0, 9_000)], "tempat yang sama"),
        ([(0, 0), (10_000, 0), (5_000, 0)], "bersilangan"),
        ([(0, 0), (10_000, 0), (10_000, 5_000), (5_000, 0), (0, 5_000)], "bersilangan"),
        ([(0, 0), (60_000_000, 0), (0, 10)], "50 km"),
    ],
)
def test_garis_yang_ditolak(sudut: list[Sudut], kata: str) -> None:
    masalah = periksa_sudut(sudut)
    assert masalah is not None
    assert kata in masalah


@given(JARI, st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7))
def test_luas_tidak_berubah_bila_digeser(jari: list[int], x: int, y: int) -> None:
    asal = bintang(jari)
    geser = [(a + x, b + y) for a, b in asal]
    assert luas_ganda(geser) == luas_ganda(asal)
    assert luas_ganda(asal[::-1]) == -luas_ganda(asal)


@given(JARI)
def test_bintang_tidak_bersilang(jari: list[int]) -> None:
    sudut = bintang(jari)
    assume(len(set(sudut)) == len(sudut))
    assert "bersilangan" not in (periksa_sudut(sudut) or "")


@given(st.integers(5, 60), st.integers(10_000, 90_000), st.data())
def test_dua_sudut_tertukar_ketahuan(banyak: int, jari: int, data: st.DataObject) -> None:
    sudut = bintang([jari] * banyak)
    a = data.draw(st.integers(0, banyak - 1))
    b = (a + data.draw(st.integers(2, banyak - 2))) % banyak
    sudut[a], sudut[b] = sudut[b], sudut[a]
    assert "bersilangan" in (periksa_sudut(sudut) or "")


@settings(deadline=None)
@given(JARI, st.integers(-5_000_000, 5_000_000), st.integers(-5_000_000, 5_000_000), st.booleans())
def test_geojson_pulang_pergi(jari: list[int], x: int, y: int, bernol: bool) -> None:
    sudut = bintang(jari, (x, y))
    assume(periksa_sudut(sudut) is None)
    nol = NOL if bernol else None
    kembali, _ = baca_geojson(tulis_geojson(sudut, {"bidang": 1}, nol), nol)
    assert luas_sudut(kembali) == luas_sudut(sudut)
    assert set(kembali) == set(sudut)


@given(st.integers(-10_000_000, 10_000_000), st.integers(-10_000_000, 10_000_000))
def test_gps_pulang_pergi(x: int, y: int) -> None:
    assert ke_lokal(*ke_gps((x, y), NOL), NOL) == (x, y)


def test_satu_menit_busur() -> None:
    """One minute of latitude is about 1,843 m near the equator."""
    _, y = ke_lokal(NOL.lintang + 1 / 60, NOL.bujur, NOL)
    assert abs(y - 1_842_950) < 1_000


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("-3.6512345, 102.5812345", (-3.6512345, 102.5812345)),
        ("-3,6512 102,5812", (-3.6512, 102.5812)),
        ("-3.65;102.58", (-3.65, 102.58)),
        ("102.58, -3.65", "tertukar"),
        ("3.65 0", "luar Indonesia"),
        ("8.5, 110.2", "minus"),
        ("abc", "bukan pasangan"),
    ],
)
def test_baca_gps(teks: str, hasil: object) -> None:
    if isinstance(hasil, str):
        with pytest.raises(ValueError, match=hasil):
            baca_gps(teks)
    else:
        assert baca_gps(teks) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("45", 4500), ("45,5", 4550), ("45°30'", 4550), ("U 45 T", 4500), ("S 45 T", 13500), ("S 45 B", 22500),
     ("U 45 B", 31500), ("360", 0), ("utara", None), ("400", None)],
)  # fmt: skip
def test_baca_azimut(teks: str, hasil: int | None) -> None:
    if hasil is None:
        with pytest.raises(ValueError, match="arah"):
            baca_azimut(teks)
    else:
        assert baca_azimut(teks) == hasil


def test_ukuran_meteran() -> None:
    ukuran = [(baca_jarak("20"), 9_000), (baca_jarak("50,0 m"), 0), (20_000, 27_000), (50_000, 18_000)]
    sudut, salah_tutup = sudut_dari_ukuran(ukuran)
    assert luas_sudut(sudut) == 1000_00
    assert salah_tutup == 0
    _, salah_tutup = sudut_dari_ukuran([*ukuran[:3], (49_500, 18_000)])
    assert salah_tutup == 500
    with pytest.raises(ValueError, match="jarak"):
        baca_jarak("nol")


def test_tetangga() -> None:
    kanan: list[Sudut] = [(20_000, 10_000), (40_000, 10_000), (40_000, 60_000), (20_000, 60_000)]
    assert sisi_bersama(PERSEGI, kanan) == [1]
    assert sisi_bersama(PERSEGI, [(s[0] + 1, s[1]) for s in kanan]) == []
    assert terdekat((19_800, 100), PERSEGI, 500) == (20_000, 0)
    assert terdekat((19_000, 100), PERSEGI, 500) is None


@pytest.mark.parametrize(
    ("objek", "kata"),
    [
        ("{", "bukan GeoJSON"),
        ({"type": "Point", "coordinates": [102, -3]}, "tidak ada bidang"),
        ({"type": "Polygon", "coordinates": [[[-3.6, 102.5], [-3.6, 102.6], [-3.7, 102.6]]]}, "tertukar"),
        ({"type": "Polygon", "coordinates": [[[102.5, -3.6], [102.6]]]}, "tidak utuh"),
        ({"type": "Polygon", "coordinates": [[], []]}, "berlubang"),
        (
            {
                "type": "Polygon",
                "coordinates": [[[102.5, -3.6], [102.501, -3.601], [102.501, -3.6], [102.5, -3.601]]],
            },
            "bersilangan",
        ),
    ],
)
def test_geojson_yang_ditolak(desa: Konteks, objek: object, kata: str) -> None:
    nomor = bidang(desa, *warga(desa, 1))
    teks = objek if isinstance(objek, str) else json.dumps(objek)
    with pytest.raises(ValidationFailed, match=kata) as galat:
        impor_geojson(desa, nomor, teks)
    assert galat.value.issues[0].field == "berkas"


def test_sketsa_tersimpan_lalu_pulang_pergi(desa: Konteks) -> None:
    nomor = bidang(desa, *warga(desa, 1), luas="998,5")
    hasil = simpan_sketsa(desa, nomor, PERSEGI, [0, 2])
    assert (hasil.terhitung, hasil.selisih) == (1000_00, 1_50)
    teks = ekspor_geojson(desa, nomor)
    assert "Warga" not in teks
    assert impor_geojson(desa, nomor, teks).terhitung == hasil.terhitung
    gps = tulis_geojson(PERSEGI, {}, NOL)
    assert impor_geojson(desa, nomor, gps).terhitung == hasil.terhitung
    assert baca_sketsa(desa, nomor).titik_nol is not None
    with pytest.raises(ValidationFailed, match="bersilangan"):
        simpan_sketsa(desa, nomor, [(0, 0), (9, 9), (9, 0), (0, 9)])


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=3, max_size=9))
def test_sapuan_sama_dengan_setiap_pasang(sudut: list[Sudut]) -> None:
    """The sweep finds the same first pair as comparing every side with every other one."""
    n = len(sudut)
    assume(all(sudut[i] != sudut[(i + 1) % n] for i in range(n)))
    garis = garis_keliling(sudut)
    pasangan = [
        (i, j)
        for i in range(n)
        for j in range(i + 1, n)
        if (melipat if j == i + 1 or (i == 0 and j == n - 1) else bersilang)(garis[i], garis[j])
    ]
    assert sisi_bersilang(sudut) == min(pasangan, default=None)


def test_tempat_silang_dan_arah_sisi() -> None:
    assert titik_silang(((0, 0), (10_000, 10_000)), ((0, 10_000), (10_000, 0))) == (5_000, 5_000)
    assert titik_silang(((0, 0), (10, 0)), ((5, 0), (20, 0))) == (5, 0)
    for sudut in (PERSEGI, PERSEGI[::-1]):
        arah = {arah_sisi(sudut, n) for n in range(4)}
        assert arah == {"utara", "timur", "selatan", "barat"}
    assert arah_sisi(PERSEGI, 0) == "selatan"
    assert arah_sisi(PERSEGI[::-1], 0) == "utara"


def geser(x: int, y: int) -> list[Sudut]:
    return [(a + x, b + y) for a, b in PERSEGI]


def test_bertumpang() -> None:
    """Ground that two outlines share is seen; a common side, also one a few millimetres off, is not."""
    for lain in (
        PERSEGI[::-1], geser(5_000, 5_000), [(5_000, 5_000), (9_000, 5_000), (9_000, 9_000)],
        [(-5_000, 20_000), (25_000, 20_000), (25_000, 30_000), (-5_000, 30_000)],
    ):  # fmt: skip
        assert bertumpang(PERSEGI, lain)
        assert bertumpang(lain, PERSEGI)
    for x, y in ((20_000, 0), (0, 50_000), (20_010, 300), (19_980, 0), (90_000, 0)):
        assert not bertumpang(PERSEGI, geser(x, y)), (x, y)


def test_melekat_pada_sisi() -> None:
    garis = garis_keliling(PERSEGI)
    assert terdekat_di_garis((7_003, 120), garis, 200) == (7_003, 0)
    assert terdekat_di_garis((7_003, 320), garis, 200) is None


def test_geojson_membawa_patok_dan_menolak_yang_tertukar() -> None:
    for sudut in (PERSEGI, PERSEGI[::-1]):
        teks = tulis_geojson(sudut, {}, NOL, [1, 2])
        kembali, _ = baca_geojson(teks, NOL)
        assert {kembali[p] for p in patok_geojson(teks)} == {sudut[1], sudut[2]}
    assert patok_geojson("bukan json") == ()
    objek = json.loads(tulis_geojson(PERSEGI, {}, NOL))
    cincin = objek["geometry"]["coordinates"]
    objek["geometry"]["coordinates"] = [[[b, a] for a, b in cincin[0]]]
    with pytest.raises(ValueError, match="tertukar; GeoJSON menulis bujur dulu"):
        baca_geojson(json.dumps(objek), NOL)
    with pytest.raises(ValueError, match="memuat 2 bidang"):
        baca_geojson(json.dumps({"type": "FeatureCollection", "features": [objek, objek]}), NOL)
