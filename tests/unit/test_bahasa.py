"""Number words, dates and capitals of surat.md section 3."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa_app.bahasa import SATUAN, kapital_kata, persen, rupiah, samarkan, tanggal_panjang, terbilang

CONTOH = {
    0: "nol", 5: "lima", 10: "sepuluh", 11: "sebelas", 19: "sembilan belas", 20: "dua puluh",
    21: "dua puluh satu", 100: "seratus", 111: "seratus sebelas", 200: "dua ratus",
    999: "sembilan ratus sembilan puluh sembilan", 1000: "seribu", 1100: "seribu seratus",
    1999: "seribu sembilan ratus sembilan puluh sembilan", 2000: "dua ribu", 11000: "sebelas ribu",
    100000: "seratus ribu", 101000: "seratus satu ribu", 1000000: "satu juta", 1001000: "satu juta seribu",
    1500000: "satu juta lima ratus ribu", 2750500: "dua juta tujuh ratus lima puluh ribu lima ratus",
    1000000000: "satu miliar", 1001001001: "satu miliar satu juta seribu satu",
}  # fmt: skip


@pytest.mark.parametrize(("nilai", "kata"), CONTOH.items())
def test_terbilang_contoh(nilai: int, kata: str) -> None:
    assert terbilang(nilai) == kata


def baca_terbilang(teks: str) -> int:
    """The words read back, by a reader that shares nothing with the writer."""
    besar = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 10**3}
    teks = teks.replace("seribu", "satu ribu").replace("seratus", "satu ratus")
    teks = teks.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas")
    total = kelompok = satuan = 0
    for kata in teks.split():
        if kata in SATUAN:
            satuan = SATUAN.index(kata)
        elif kata in besar:
            total, kelompok, satuan = total + (kelompok + satuan) * besar[kata], 0, 0
        else:
            kelompok += {"ratus": satuan * 100, "puluh": satuan * 10, "belas": satuan + 10}[kata]
            satuan = 0
    return total + kelompok + satuan


@given(st.integers(0, 10**15 - 1))
def test_terbilang_terbaca_kembali(nilai: int) -> None:
    assert baca_terbilang(terbilang(nilai)) == nilai


def test_tanggal_uang_persen() -> None:
    assert tanggal_panjang(dt.date(2026, 1, 2)) == "2 Januari 2026"
    assert rupiah(1500000) == "Rp1.500.000,00"
    assert persen(90, 300) == "30,0 %"
    assert persen(0, 0) == "belum ada data"
    assert samarkan("3302010101900003") == "3302********0003"


def test_kapital_kata() -> None:
    assert kapital_kata("BURUH TANI/PERKEBUNAN") == "Buruh Tani/Perkebunan"
    assert kapital_kata("NUR'AINI BINTI SALEH") == "Nur'aini binti Saleh"
    assert kapital_kata("SIDOREJO II") == "Sidorejo II"
