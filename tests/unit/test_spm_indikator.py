"""SPM-1 against the regulation's examples and against an oracle that shares no code with the program."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Penduduk
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.acara.hilang import catat_hilang
from desa_app.spm.celah import celah
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.nilai import NilaiIndikator
from desa_app.waktu import lahir_paling_lambat, ulang_tahun
from resources.paths import data

SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes",))


def nilai(pembilang: int, penyebut: int) -> NilaiIndikator:
    return NilaiIndikator("SPM-1", "x", pembilang, penyebut, 75, "wajib KTP")


@pytest.mark.parametrize("isi", [i for i in data("spm")["indikator"] if i.get("uji")])
def test_contoh_peraturan(isi: dict[str, dict[str, int]]) -> None:
    uji = isi["uji"]
    n = nilai(uji["pembilang"], uji["penyebut"])
    assert n.per_seribu == uji["hasil_persen"] * 10
    assert 1000 - n.per_seribu == uji["sisa_persen"] * 10
    assert n.tercapai is False


def test_kata_kata() -> None:
    assert nilai(90, 300).kalimat == "90 dari 300 wajib KTP, kurang 135 orang lagi untuk 75 %"
    assert nilai(1742, 2140).kalimat == "1.742 dari 2.140 wajib KTP, tercapai, tinggal 398 orang belum"
    assert nilai(3, 3).keadaan == "tercapai seluruhnya"
    assert nilai(0, 0).kalimat == "belum ada data"
    assert nilai(0, 0).tercapai is None
    assert nilai(0, 0).per_seribu is None


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_kurang_adalah_jumlah_terkecil_yang_mencapai(a: int, penyebut: int) -> None:
    pembilang = min(a, penyebut)
    n = nilai(pembilang, penyebut)
    assert nilai(pembilang + n.kurang, penyebut).tercapai
    assert n.kurang == 0 or not nilai(pembilang + n.kurang - 1, penyebut).tercapai
    assert (n.kurang == 0) == n.tercapai


def test_tepat_tujuh_puluh_lima_persen_tercapai() -> None:
    assert nilai(3, 4).tercapai
    assert nilai(749, 1000).tercapai is False
    assert nilai(7496, 10000).persen == "75,0 %"
    assert nilai(7496, 10000).tercapai is False


def test_urutan_celah(kosong: Konteks) -> None:
    isi_desa_contoh(kosong, 600, 2, spm=False)
    baris = celah(kosong.sebagai(SEKDES), "SPM-1")
    belum = [b for b in baris if not b.segera]
    banyak: dict[str, int] = {}
    for b in belum:
        banyak[b.dusun] = banyak.get(b.dusun, 0) + 1
    urutan = list(dict.fromkeys(b.dusun for b in belum))
    assert urutan == sorted(banyak, key=lambda d: (-banyak[d], d))
    pertama = [b for b in belum if b.dusun == urutan[0]]
    tanda = [bool(b.utama) for b in pertama]
    assert tanda == sorted(tanda, reverse=True)
    segera = [b for b in baris if b.segera]
    assert segera
    assert all(b.umur == 16 for b in segera)
    assert baris[: len(belum)] == tuple(belum)


def _umur(lahir: dt.date, pada: dt.date) -> int:
    genap = pada.month > lahir.month or (pada.month == lahir.month and pada.day >= lahir.day)
    return pada.year - lahir.year - (0 if genap else 1)


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)), st.dates(dt.date(1950, 1, 1), dt.date(2039, 1, 1))
)
def test_batas_lahir_kebalikan_umur(pada: dt.date, lahir: dt.date) -> None:
    if lahir <= pada:
        assert (lahir_paling_lambat(17, pada) >= ulang_tahun(lahir, 0)) == (ulang_tahun(lahir, 17) <= pada)
        assert (lahir <= lahir_paling_lambat(17, pada)) == (_umur(lahir, pada) >= 17)


def test_warga_hilang_menurut_tanggal_peristiwanya(kosong: Konteks) -> None:
    """Missing from one day to another: out of the gauge between, in it before and after."""
    isi_desa_contoh(kosong, 60, 1, spm=False)
    k = kosong.sebagai(SEKDES)
    with k.baca() as sesi:
        nomor = sesi.scalars(select(Penduduk.id).where(Penduduk.shdk == 1, Penduduk.ktp_el == 2)).first()
    assert nomor is not None
    semula = hitung_indikator(k, dt.date(2026, 9, 1))[0].penyebut

    def penyebut(*tanggal: int) -> int:
        return hitung_indikator(k, dt.date(*tanggal))[0].penyebut - semula

    isi = {"tgl_peristiwa": "05-10-2026", "tgl_lapor": "06-10-2026"}
    catat_hilang(k, isi, penduduk_id=nomor)
    sesudah = penyebut(2026, 10, 6)
    assert penyebut(2026, 10, 5) == sesudah + 1
    isi = {"tgl_peristiwa": "09-11-2026", "tgl_lapor": "10-11-2026"}
    catat_hilang(k, isi, penduduk_id=nomor, ditemukan=True)
    assert penyebut(2026, 11, 9) == penyebut(2026, 11, 10) - 1
