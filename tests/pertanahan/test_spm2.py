"""SPM-2: the unit is the KK, and it counts only when every parcel of its members is proven."""

import datetime as dt

import pytest

from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.pertanahan.spm2 import KkPemilik, daftar_kk_belum_lengkap, kk_pemilik
from desa_app.spm.indikator import hitung_indikator
from tests.conftest import HARI_INI
from tests.pertanahan.bahan import LUAR, bidang, warga


def hitung(k: Konteks, pada: dt.date = HARI_INI) -> KkPemilik:
    with k.basis.baca() as sesi:
        return kk_pemilik(sesi, pada)


def test_satu_bidang_belum_lengkap_menahan_keluarga(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    bidang(desa, a, hak="HM", no_sertifikat="01")
    kurang = bidang(desa, a)
    bidang(desa, b, hak="HM", no_sertifikat="02")
    bidang(desa, LUAR)
    hasil = hitung(desa)
    assert (hasil.pemilik, hasil.lengkap) == (2, 1)
    assert sum(map(len, hasil.belum_per_dusun.values())) == 1
    (keluarga,) = daftar_kk_belum_lengkap(desa)
    assert (keluarga.bidang, keluarga.belum_lengkap) == (2, 1)
    tetapkan_bukti(desa, [kurang], lengkap=True, alasan="Keputusan Kepala Desa Nomor 5 Tahun 2026")
    assert (hitung(desa).pemilik, hitung(desa).lengkap) == (2, 2)
    assert daftar_kk_belum_lengkap(desa) == []


def test_pemilik_bersama_dihitung_tiap_keluarga(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    bidang(desa, a, b)
    assert (hitung(desa).pemilik, hitung(desa).lengkap) == (2, 0)


def test_sebelum_dicatat_belum_ada_data(desa: Konteks) -> None:
    (a,) = warga(desa, 1)
    bidang(desa, a)
    assert hitung(desa, HARI_INI - dt.timedelta(days=1)).pemilik == 0


@pytest.mark.parametrize("lengkap", [True, False])
def test_sertifikat_dianggap_lengkap_kecuali_dikatakan(desa: Konteks, lengkap: bool) -> None:
    (a,) = warga(desa, 1)
    isian = {} if lengkap else {"bukti_lengkap": "tidak", "bukti_alasan": "sertifikat hilang"}
    bidang(desa, a, hak="HGB", no_sertifikat="7", **isian)
    assert hitung(desa).lengkap == int(lengkap)


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
