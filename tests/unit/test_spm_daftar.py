"""Hand-kept lists, estimates, marks, snapshots and the words of the trend."""

import datetime as dt

import pytest

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import TidakBerwenang, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.celah import celah
from desa_app.spm.daftar import (
    Penugasan,
    daftar_penugasan,
    daftar_sarana,
    hapus_tanda,
    isi_perkiraan,
    simpan_penugasan,
    tandai_celah,
    ubah_sarana,
)
from desa_app.spm.indikator import hitung_indikator, indikator_per_dusun
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.potret import TitikTren, batas_waktu, kata_tren, lengkapi_potret, tren
from desa_app.spm.setelan import PRASETEL, SetelanSpm, baca_setelan_spm, ubah_setelan_spm
from desa_app.waktu import jam_tetap

DEWI = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    isi_desa_contoh(kosong, 200, 5, spm=False)
    return kosong.sebagai(DEWI)


def pada(k: Konteks, *tanggal: int) -> Konteks:
    return Konteks(k.basis, jam_tetap(dt.date(*tanggal)), k.pelaku)


def test_tujuh_sarana(k: Konteks) -> None:
    assert [s.keadaan for s in daftar_sarana(k)] == ["belum"] * 7
    ubah_sarana(k, 1, "ada", "loket depan")
    ubah_sarana(k, 6, "rusak")
    sarana = daftar_sarana(k)
    assert sarana[0].nama == "Tempat/loket pendaftaran"
    assert (sarana[0].tersedia, sarana[5].tersedia) == (True, False)
    with pytest.raises(ValidationFailed):
        ubah_sarana(k, 8, "ada")


def test_penugasan(k: Konteks) -> None:
    nomor = simpan_penugasan(k, Penugasan(jenis_layanan="Pengantar nikah", syarat=("b", "a")))
    with pytest.raises(ValidationFailed, match="peraturan"):
        simpan_penugasan(k, Penugasan(id=nomor, jenis_layanan="Pengantar nikah", keadaan="berjalan"))
    simpan_penugasan(
        k, Penugasan(id=nomor, jenis_layanan="Pengantar nikah", keadaan="berjalan", peraturan="Perbup 5/2026")
    )
    (isi,) = daftar_penugasan(k)
    assert (isi.keadaan, isi.peraturan, isi.id) == ("berjalan", "Perbup 5/2026", nomor)


def test_perkiraan_tahun_lalu_ditandai(k: Konteks) -> None:
    isi_perkiraan(k, 2025, "SPM-3", 150, 750, "buku agenda")
    n = {x.kode: x for x in hitung_indikator(k, dt.date(2025, 12, 31))}["SPM-3"]
    assert (n.pembilang, n.penyebut, n.persen) == (150, 750, "20,0 %")
    assert n.catatan == ("perkiraan, diisi tangan",)
    assert not hitung_indikator(k)[2].ada_data
    for tahun, kode, a, b in ((2026, "SPM-3", 1, 2), (2025, "SPM-1", 1, 2), (2025, "SPM-4", 3, 2)):
        with pytest.raises(ValidationFailed):
            isi_perkiraan(k, tahun, kode, a, b)


def test_tanda_memindah_ke_akhir_tanpa_mengubah_angka(k: Konteks) -> None:
    sebelum, nilai = celah(k, "SPM-1"), hitung_indikator(k)[0]
    tandai_celah(k, "SPM-1", sebelum[0].objek, "menolak", "belum bersedia difoto")
    sesudah = celah(k, "SPM-1")
    assert sesudah[-1].objek == sebelum[0].objek
    assert "belum bersedia" in sesudah[-1].tanda
    assert hitung_indikator(k)[0] == nilai
    hapus_tanda(k, "SPM-1", sebelum[0].objek)
    assert celah(k, "SPM-1") == sebelum
    with pytest.raises(ValidationFailed):
        tandai_celah(k, "SPM-1", sebelum[0].objek, "menolak", " ")


def test_potret_tidak_berubah_sesudah_disimpan(k: Konteks) -> None:
    assert lengkapi_potret(k) == 4
    (titik,) = tren(k, "SPM-1")
    assert (titik.tahun, titik.triwulan, titik.target) == (2026, 3, 75)
    assert (titik.pembilang, titik.penyebut) == (
        hitung_indikator(k, dt.date(2026, 9, 30))[0].pembilang,
        hitung_indikator(k, dt.date(2026, 9, 30))[0].penyebut,
    )
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2026, target={"SPM-1": 90}))
    assert hitung_indikator(k)[0].target == 90
    assert lengkapi_potret(k) == 0
    assert tren(k, "SPM-1") == (titik,)
    assert lengkapi_potret(pada(k, 2027, 1, 5)) == 4
    assert [t.target for t in tren(pada(k, 2027, 1, 5), "SPM-1")] == [75, 90]
    with pytest.raises(TidakBerwenang):
        lengkapi_potret(k.sebagai(Pelaku(3, "Fauzi", ("kades",))))


def test_kata_tren_dan_laju() -> None:
    def kata(pembilang: int, lalu: int | None, hari: dt.date, batas: dt.date | None) -> str:
        n = NilaiIndikator("SPM-2", "x", pembilang, 1000, 75, "KK", "KK")
        titik = () if lalu is None else (TitikTren(2026, 3, lalu, 1000, 75),)
        return kata_tren(n, titik, hari, batas)

    hari, akhir = dt.date(2026, 11, 21), dt.date(2028, 12, 31)
    assert kata(462, 444, hari, akhir) == (
        "+1,8 sejak triwulan lalu · perlu +3,2 tiap triwulan sampai 2028, laju belum cukup"
    )
    assert kata(462, 400, hari, akhir).endswith("laju cukup")
    assert kata(800, 790, hari, akhir) == "+1,0 sejak triwulan lalu"
    assert kata(462, None, hari, akhir) == "perlu +3,2 tiap triwulan sampai 2028"
    assert kata(462, 500, hari, None) == "-3,8 sejak triwulan lalu"
    assert kata(1, None, dt.date(2029, 1, 1), akhir) == "batas waktu 2028 sudah lewat"


def test_batas_waktu() -> None:
    hari = dt.date(2026, 11, 21)
    assert batas_waktu("SPM-1", hari, SetelanSpm(tahun_mulai=2024)) == dt.date(2028, 12, 31)
    assert batas_waktu("SPM-1", hari, SetelanSpm()) is None
    assert batas_waktu("SPM-4", hari, SetelanSpm()) == dt.date(2026, 12, 31)


def test_setelan_bawaan_tidak_terikat_satu_daerah(k: Konteks) -> None:
    bawaan = baca_setelan_spm(k)
    assert "Kepahiang" not in bawaan.peraturan
    assert "Kepahiang" in PRASETEL["kepahiang"][0]
    assert bawaan.tahun_ke(2026) is None
    assert SetelanSpm(tahun_mulai=2024).tahun_ke(2026) == 3
    assert SetelanSpm(tahun_mulai=2020).tahun_ke(2026) is None
    with pytest.raises(ValidationFailed):
        ubah_setelan_spm(k, SetelanSpm(target={"SPM-5": 10}))


def test_per_dusun_menjumlah(k: Konteks) -> None:
    dusun = indikator_per_dusun(k, "SPM-1")
    assert [nama for nama, _ in dusun] == ["KRAJAN", "SUMBER", "TEGALSARI", "WONOSARI"]
    assert sum(n.penyebut for _, n in dusun) == hitung_indikator(k)[0].penyebut
