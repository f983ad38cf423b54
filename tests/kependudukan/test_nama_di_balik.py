"""Behind every figure of B.3 stand as many names as the figure says, for any history."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Mutasi
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.hitung import KUNCI_B3, angka_kunci, rekap_bulan
from desa_app.kependudukan.nama_di_balik import nama_di_balik
from tests.kependudukan.desa_kecil import desa_acak, keluarga_awal
from tests.kependudukan.test_keseimbangan import jalankan_sejarah

RINGKAS = ("awal_l", "awal_p", "lahir", "datang", "mati", "pindah", "akhir_l", "akhir_p")


def semua_cocok(k: Konteks, bulan: int) -> None:
    for baris in rekap_bulan(k, bulan):
        for kunci in (*KUNCI_B3, *RINGKAS):
            nama = nama_di_balik(k, bulan, baris.dusun_id, kunci)
            assert len(nama) == angka_kunci(baris.angka, kunci), (bulan, baris.dusun, kunci)
            if baris.dusun_id is not None:
                assert {n.dusun for n in nama} <= {baris.dusun}


@pytest.mark.parametrize("benih", range(3))
def test_sejarah_acak(desa: Konteks, benih: int) -> None:
    juru = desa_acak(desa, benih + 50, 4)
    jalankan_sejarah(juru, bulan=4, langkah=5, tutup_tiap=2)
    for bulan in (202501, 202503, 202504):
        semua_cocok(juru.k, bulan)


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(benih=st.integers(0, 10_000), kunci=st.sampled_from((*KUNCI_B3, *RINGKAS)))
def test_sejarah_sebarang(desa: Konteks, benih: int, kunci: str) -> None:
    juru = desa_acak(desa, benih, 0) if juru_ada(desa) else desa_acak(desa, benih, 3)
    for _ in range(6):
        juru.langkah()
    for baris in rekap_bulan(juru.k, 202501):
        assert len(nama_di_balik(juru.k, 202501, baris.dusun_id, kunci)) == angka_kunci(baris.angka, kunci)


def juru_ada(k: Konteks) -> bool:
    with k.baca() as sesi:
        return sesi.scalar(select(Mutasi.id).limit(1)) is not None


def test_nama_yang_benar(desa: Konteks) -> None:
    juru = desa_acak(desa, 1, 0)
    keluarga_id, _ = keluarga_awal(juru.k, 1)
    isi = {"tgl_peristiwa": dt.date(2025, 1, 9), "nama": "BAYI SATU", "jk": "P", "tempat_lahir": "MEKARJAYA"}
    catat_lahir(juru.k, isi, keluarga_id=keluarga_id)
    (bayi,) = nama_di_balik(juru.k, 202501, None, "lahir_wni_p")
    assert (bayi.nama, bayi.umur, bayi.shdk) == ("BAYI SATU", 0, "ANAK")
    assert [n.nama for n in nama_di_balik(juru.k, 202501, None, "akhir_kk")] == ["WARGA K"]
    with pytest.raises(TidakDitemukan):
        nama_di_balik(juru.k, 202501, None, "akhir_xyz")


def test_baris_ganda_ketahuan(desa: Konteks) -> None:
    """The control: one line too many and the list no longer has the length of the old figure."""
    juru = desa_acak(desa, 3)
    juru._lahir()
    sebelum = rekap_bulan(juru.k, 202501)[-1].angka["akhir_jiwa"]
    with juru.k.basis.tulis() as sesi:
        asli = sesi.scalars(select(Mutasi).where(Mutasi.alir == "lahir")).first()
        assert asli is not None
        sesi.add(
            Mutasi(**{c.key: getattr(asli, c.key) for c in Mutasi.__mapper__.column_attrs if c.key != "id"})
        )
    assert len(nama_di_balik(juru.k, 202501, None, "akhir_jiwa")) == sebelum + 1
