"""SPM-2: the unit is the KK, and it counts only when every parcel of its members is proven."""

import datetime as dt

import pytest

from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.pertanahan.spm2 import daftar_kk_belum_lengkap
from desa_app.spm.celah import celah
from desa_app.spm.hitung import Pecahan, spm_2
from desa_app.spm.indikator import hitung_indikator
from tests.conftest import HARI_INI
from tests.pertanahan.bahan import LUAR, bidang, warga


def hitung(k: Konteks, pada: dt.date = HARI_INI) -> Pecahan:
    with k.basis.baca() as sesi:
        return spm_2(sesi, pada).jumlah()


def test_satu_bidang_belum_lengkap_menahan_keluarga(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    bidang(desa, a, hak="HM", no_sertifikat="01")
    kurang = bidang(desa, a)
    bidang(desa, b, hak="HM", no_sertifikat="02")
    bidang(desa, LUAR)
    hasil = hitung(desa)
    assert hasil == Pecahan(1, 2)
    (baris,) = celah(desa, "SPM-2")
    assert (baris.nama, baris.sebab) == ("Warga A", "1 dari 2 bidang tanpa bukti lengkap")
    (keluarga,) = daftar_kk_belum_lengkap(desa)
    assert (keluarga.bidang, keluarga.belum_lengkap) == (2, 1)
    tetapkan_bukti(desa, [kurang], lengkap=True, alasan="Keputusan Kepala Desa Nomor 5 Tahun 2026")
    assert hitung(desa) == Pecahan(2, 2)
    assert daftar_kk_belum_lengkap(desa) == []


def test_pemilik_bersama_dihitung_tiap_keluarga(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    bidang(desa, a, b)
    assert hitung(desa) == Pecahan(0, 2)


def test_sebelum_dicatat_belum_ada_data(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    bidang(desa, a)
    assert hitung(desa, HARI_INI - dt.timedelta(days=1)).penyebut == 0


@pytest.mark.parametrize("lengkap", [True, False])
def test_sertifikat_dianggap_lengkap_kecuali_dikatakan(desa: Konteks, lengkap: bool) -> None:
    (a,) = warga(desa, 1)
    isian = {} if lengkap else {"bukti_lengkap": "tidak", "bukti_alasan": "sertifikat hilang"}
    bidang(desa, a, hak="HGB", no_sertifikat="7", **isian)
    assert hitung(desa).pembilang == int(lengkap)


def test_indikator_bergerak_sesudah_keputusan(desa: Konteks) -> None:
    """The loop: the gauge, the parcel that holds it down, the decision, the gauge."""
    a, b = warga(desa, 2)
    bidang(desa, a, hak="HM", no_sertifikat="1")
    kurang = bidang(desa, b)

    def spm_2() -> tuple[int, int]:
        nilai = next(n for n in hitung_indikator(desa) if n.kode == "SPM-2")
        return nilai.pembilang, nilai.penyebut

    assert spm_2() == (1, 2)
    tetapkan_bukti(desa, [kurang], lengkap=True, alasan="Keputusan Kepala Desa Nomor 5 Tahun 2026")
    assert spm_2() == (2, 2)
