"""The heading tree: seven forms, each heading once, no cell left uncovered."""

from collections import Counter

import pytest

from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuSpec, Kolom
from desa_app.buku.kepala import sel_judul, tinggi_baris

JUMLAH_KOLOM = {"B.1": 16, "B.2": 13, "B.3": 33, "B.4": 15, "B.5": 19, "A.5": 24, "A.6": 26}
BARIS_JUDUL = {"B.1": 2, "B.2": 2, "B.3": 4, "B.4": 2, "B.5": 2, "A.5": 3, "A.6": 3}


@pytest.mark.parametrize("kode", JUMLAH_KOLOM)
def test_headings_cover_the_grid_once(kode: str) -> None:
    spec = spec_buku(kode)
    assert [k.no for k in spec.kolom] == list(range(1, JUMLAH_KOLOM[kode] + 1))
    petak = Counter(
        (s.baris + b, s.kolom + c) for s in sel_judul(spec) for b in range(s.tinggi) for c in range(s.lebar)
    )
    semua = {(b, c) for b in range(BARIS_JUDUL[kode]) for c in range(JUMLAH_KOLOM[kode])}
    assert set(petak) == semua
    assert set(petak.values()) == {1}


@pytest.mark.parametrize("kode", JUMLAH_KOLOM)
def test_each_heading_stands_once_per_group(kode: str) -> None:
    spec = spec_buku(kode)
    kelompok = {k.judul[: i + 1] for k in spec.kolom for i in range(len(k.judul) - 1)}
    daun = len(spec.kolom)
    assert len(sel_judul(spec)) == len(kelompok) + daun


def test_b3_headings_as_on_the_form() -> None:
    sel = {(s.teks, s.kolom): (s.baris, s.tinggi, s.lebar) for s in sel_judul(spec_buku("B.3"))}
    assert sel["NOMOR URUT", 0] == (0, 4, 1)
    assert sel["JUMLAH PENDUDUK AWAL BULAN", 2] == (0, 1, 7)
    assert sel["WNA", 2] == (1, 1, 2)
    assert sel["L", 2] == (2, 2, 1)
    assert sel["JML KK", 6] == (1, 3, 1)
    assert sel["TAMBAHAN BULAN INI", 9] == (0, 1, 8)
    assert sel["L", 9] == (3, 1, 1)


def test_equal_neighbours_below_stay_apart() -> None:
    kolom = (Kolom(1, ("A", "TANGGAL"), "a"), Kolom(2, ("A", "TANGGAL"), "b"))
    assert [s.teks for s in sel_judul(BukuSpec("X", "x", (), 2, kolom))] == ["A", "TANGGAL", "TANGGAL"]


def test_heading_deeper_than_the_form_is_refused() -> None:
    with pytest.raises(ValueError, match="2 tingkat"):
        sel_judul(BukuSpec("X", "x", (), 1, (Kolom(1, ("A", "B"), "a"),)))


def test_rows_grow_for_tall_cells() -> None:
    sel = sel_judul(spec_buku("A.5"))
    tinggi = tinggi_baris(
        sel, lambda s: 30.0 if s.teks == "PEMERINTAH" else 60.0 if s.kolom == 0 else 5.0, 3, 5
    )
    assert tinggi[2] >= 30
    assert sum(tinggi) >= 60
