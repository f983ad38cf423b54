"""Gauges can be drawn for every value and do not drag matplotlib in before."""

import subprocess
import sys

import pytest

from desa_app.spm.gauge import WARNA_KERTAS, figur_gauge, png_gauge, warna_keadaan
from desa_app.spm.nilai import NilaiIndikator


def nilai(pembilang: int, penyebut: int) -> NilaiIndikator:
    return NilaiIndikator("SPM-1", "x", pembilang, penyebut, 75, "wajib KTP")


@pytest.mark.parametrize(("pembilang", "penyebut"), [(0, 300), (90, 300), (300, 300), (0, 0)])
def test_tergambar(pembilang: int, penyebut: int) -> None:
    assert png_gauge(nilai(pembilang, penyebut)).startswith(b"\x89PNG")


def _teks(pembilang: int, penyebut: int) -> list[str]:
    sumbu = figur_gauge(nilai(pembilang, penyebut)).axes[0]
    return [t.get_text() for t in sumbu.texts]


def test_terbaca_tanpa_warna() -> None:
    assert _teks(90, 300) == ["75 %", "30,0 %", "90 dari 300 wajib KTP"]
    assert "belum ada data" in _teks(0, 0)
    assert not any("0,0 %" in t for t in _teks(0, 0))


def test_tanpa_data_tidak_berbusur() -> None:
    assert len(figur_gauge(nilai(0, 0)).axes[0].patches) == 1
    assert len(figur_gauge(nilai(0, 9)).axes[0].patches) == 1
    assert len(figur_gauge(nilai(9, 9)).axes[0].patches) == 2


def test_warna_menurut_keadaan() -> None:
    assert warna_keadaan(nilai(75, 100), WARNA_KERTAS) == WARNA_KERTAS.tercapai
    assert warna_keadaan(nilai(50, 100), WARNA_KERTAS) == WARNA_KERTAS.hampir
    assert warna_keadaan(nilai(49, 100), WARNA_KERTAS) == WARNA_KERTAS.kurang


def test_pustaka_gambar_baru_dimuat_saat_menggambar() -> None:
    perintah = (
        "import sys, desa_app.spm.gauge, desa_app.spm.indikator, desa_app.perintah.indikator as p;"
        "berat = {'matplotlib', 'numpy'} & set(sys.modules); sys.exit(1 if berat else 0)"
    )
    assert subprocess.run([sys.executable, "-c", perintah], check=False).returncode == 0
