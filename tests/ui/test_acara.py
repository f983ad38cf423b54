"""Each guided act on its screen, as the clerk fills it in."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.keluarga import baca_keluarga
from desa_app.kependudukan.penduduk import baca_penduduk
from desa_app.kependudukan.sementara import kunjungan_terbuka
from desa_app.kependudukan.uji_diri import uji_bulan
from desa_app.waktu import jam_tetap
from tests.kependudukan.desa_kecil import keluarga_awal, orang
from tests.ui.kantor import NOVEMBER, Kantor
from ui.halaman.kependudukan.acara.pendatang import DialogOrang, IsiOrang
from ui.halaman.kependudukan.warga_luar import PilihWargaLuar
from ui.tasks import TaskRunner

TANGGAL = {"tgl_peristiwa": "20-11-2026", "tgl_lapor": "21-11-2026"}


@pytest.fixture
def keluarga(desa: Konteks) -> list[int]:
    awal = replace(desa, jam=jam_tetap(dt.date(2026, 10, 1)))
    _, isi = keluarga_awal(awal, 1, 4)
    keluarga_awal(awal, 2, 2, "SUMBER")
    return isi


@pytest.fixture
def kantor(desa: Konteks, keluarga: list[int], qtbot: QtBot, tugas: TaskRunner) -> Kantor:
    return Kantor(desa, qtbot, tugas)


def baru(nomor: int, shdk: int, **lain: object) -> IsiOrang:
    return IsiOrang({**orang(nomor, **lain), "tanggal_lahir": "07-03-1985", "warga_negara": 1, "shdk": shdk})  # type: ignore[arg-type]


def simpan(kantor: Kantor, dialog: Any) -> None:
    dialog.tombol_simpan.click()
    kantor.tunggu()
    assert not isValid(dialog), dialog.galat.teks()
    assert "dicatat" in kantor.pesan[-1][0], kantor.pesan
    assert all(h.lulus for h in uji_bulan(kantor.k, NOVEMBER))


def test_datang_kk_baru_dan_numpang(kantor: Kantor, keluarga: list[int]) -> None:
    dialog: Any = kantor.acara("datang")
    dialog.tombol_simpan.click()
    assert "Tambahkan" in dialog.galat.teks()
    dialog.form.pulihkan({**TANGGAL, "asal": "DESA LAIN"})
    dialog.tujuan.tempat.pulihkan({"dusun": "KRAJAN", "rt": "1"})
    dialog.pendatang.masukkan(baru(900, 1))
    dialog.pendatang.masukkan(baru(901, 9))
    simpan(kantor, dialog)
    angka = kantor.angka()
    assert (angka["datang_wni_l"], angka["akhir_kk"], angka["akhir_jiwa"]) == (2, 3, 8)
    numpang: Any = kantor.acara("datang", keluarga[0])
    numpang.form.pulihkan({**TANGGAL, "asal": "KOTA"})
    numpang.pendatang.masukkan(baru(902, 9))
    simpan(kantor, numpang)
    assert (kantor.angka()["akhir_jiwa"], kantor.angka()["akhir_kk"]) == (9, 3)


def test_orang_lama_dikenali_dari_nik(kantor: Kantor, keluarga: list[int]) -> None:
    catat_pindah(kantor.k, {**TANGGAL, "tujuan": "KOTA"}, penduduk_ids=[keluarga[3]])
    data = baca_penduduk(kantor.k, keluarga[3])
    dapat: list[IsiOrang] = []
    dialog = DialogOrang(kantor.ruang, kantor.halaman, dapat.append)
    dialog.open()
    dialog.formulir.bidang("nik").isian.setel(data.isian["nik"])
    kantor.tunggu()
    assert dialog.formulir.nilai()["nama"] == data.isian["nama"]
    dialog.formulir.bidang("shdk").isian.setel(4)
    dialog.simpan()
    assert dapat[0].penduduk_id == keluarga[3]


def test_pindah_kepala_memilih_pengganti(kantor: Kantor, keluarga: list[int]) -> None:
    dialog: Any = kantor.acara("pindah", keluarga[2])
    assert dialog.kepala.isHidden()
    dialog.anggota.centang[keluarga[0]].setChecked(True)
    kantor.tunggu()
    assert not dialog.kepala.isHidden()
    assert set(dialog.kepala.shdk) == {keluarga[3]}
    dialog.form.pulihkan({**TANGGAL, "tujuan": "KOTA LAIN"})
    simpan(kantor, dialog)
    assert kantor.angka()["pindah_wni_l"] + kantor.angka()["pindah_wni_p"] == 2
    assert baca_penduduk(kantor.k, keluarga[1]).shdk == 1


def test_pisah_lalu_gabung(kantor: Kantor, keluarga: list[int]) -> None:
    dialog: Any = kantor.acara("pisah_kk", keluarga[2])
    assert dialog.anggota.shdk[keluarga[2]].nilai() == 1
    assert dialog.tempat.nilai().dusun == "KRAJAN"
    simpan(kantor, dialog)
    assert kantor.angka()["akhir_kk"] == 3
    gabung: Any = kantor.acara("gabung_kk", keluarga[2])
    gabung.tombol_simpan.click()
    assert "kedudukan" in gabung.galat.teks()
    gabung.anggota.shdk[keluarga[2]].setel(4)
    gabung.tujuan.setel_id(keluarga[0])
    kantor.tunggu()
    simpan(kantor, gabung)
    assert kantor.angka()["akhir_kk"] == 2


def test_ganti_kepala_pindah_dusun_nomor_baru(kantor: Kantor, keluarga: list[int]) -> None:
    dialog: Any = kantor.acara("ganti_kepala", keluarga[1])
    kantor.tunggu()
    dialog.kepala.shdk[keluarga[0]].setel(2)
    simpan(kantor, dialog)
    assert (baca_penduduk(kantor.k, keluarga[1]).shdk, baca_penduduk(kantor.k, keluarga[0]).shdk) == (1, 2)
    pindah: Any = kantor.acara("pindah_dusun", keluarga[1])
    pindah.tempat.pulihkan({"dusun": "SUMBER", "alamat": "Jalan Baru", "rt": "2", "rw": "1"})
    simpan(kantor, pindah)
    keluarga_id = baca_penduduk(kantor.k, keluarga[1]).keluarga_id
    assert keluarga_id is not None
    assert baca_keluarga(kantor.k, keluarga_id).dusun == "SUMBER"
    nomor: Any = kantor.acara("nomor_kk", keluarga[1])
    nomor.tombol_simpan.click()
    assert "wajib" in nomor.form.formulir.bidang("no_kk").kalimat_masalah()
    nomor.form.pulihkan({"no_kk": "9901020101209999"})
    simpan(kantor, nomor)
    assert baca_keluarga(kantor.k, keluarga_id).no_kk == "9901020101209999"


def test_hilang_lalu_ditemukan(kantor: Kantor, keluarga: list[int]) -> None:
    for keadaan, status in (("hilang", 4), ("ditemukan", 1)):
        dialog: Any = kantor.acara("hilang", keluarga[2])
        dialog.form.pulihkan({**TANGGAL, "keadaan": keadaan})
        simpan(kantor, dialog)
        assert baca_penduduk(kantor.k, keluarga[2]).status_dasar == status


def test_sementara_dari_datang_sampai_tetap(kantor: Kantor, keluarga: list[int]) -> None:
    for nomor in (910, 911):
        dialog: Any = kantor.acara("sementara_datang", keluarga[0])
        assert dialog.form.nilai()["tuan_rumah"].startswith("WARGA K")
        dialog.orang.pulihkan({k: v for k, v in baru(nomor, 1).isian.items() if k != "shdk"})
        dialog.form.pulihkan({**TANGGAL, "datang_dari": "KOTA", "maksud": "KERJA"})
        simpan(kantor, dialog)
    dua, satu = sorted(kunjungan_terbuka(kantor.k), key=lambda d: -d.id)
    pergi: Any = kantor.acara("sementara_pergi")
    pergi.kunjungan.pulihkan(satu.id)
    simpan(kantor, pergi)
    tetap: Any = kantor.acara("jadi_tetap")
    tetap.kunjungan.pulihkan(dua.id)
    tetap.form.pulihkan({"shdk": 1})
    tetap.tujuan.tempat.pulihkan({"dusun": "SUMBER"})
    simpan(kantor, tetap)
    assert kantor.angka()["datang_wni_l"] == 1
    assert not kunjungan_terbuka(kantor.k)


def test_riwayat_tidak_mengubah_angka(kantor: Kantor) -> None:
    sebelum = kantor.angka()
    dialog: Any = kantor.acara("riwayat")
    dialog.form.pulihkan({"jenis": "mati", "tanggal": "01-02-2001"})
    dialog.orang.pulihkan({k: v for k, v in baru(920, 1).isian.items() if k != "shdk"})
    simpan(kantor, dialog)
    assert kantor.angka() == sebelum


def test_pendataan_awal_menambah_persediaan(kantor: Kantor) -> None:
    dialog: Any = kantor.acara("awal")
    dialog.tujuan.tempat.pulihkan({"no_kk": "9901020101208888", "dusun": "KRAJAN"})
    dialog.pendatang.masukkan(baru(930, 1))
    simpan(kantor, dialog)
    assert (kantor.angka()["awal_jiwa"], kantor.angka()["datang_wni_l"]) == (7, 0)


def test_warga_luar_menjadi_ayah(kantor: Kantor, keluarga: list[int]) -> None:
    tab: Any = kantor.halaman.tab.buka("LUAR")
    kantor.tunggu()
    form = tab.ubah(None)
    form.formulir.bidang("nama").isian.setel("RUDI HARTONO")
    form.formulir.bidang("alamat").isian.setel("DESA SEBELAH")
    form.simpan()
    kantor.tunggu()
    assert tab.model.banyak() == 1
    dialog: Any = kantor.acara("lahir", keluarga[1])
    assert dialog.orang_tua.nilai() == {"ibu": keluarga[1], "ayah": keluarga[0]}
    dialog._pilih_luar("ayah")
    kantor.tunggu()
    pilih = dialog.findChild(PilihWargaLuar)
    pilih._pilih()
    isi = {**TANGGAL, "nama": "BAYI", "jk": "P", "tempat_lahir": "MEKARJAYA"}
    dialog.form.pulihkan(isi)
    simpan(kantor, dialog)
    tab_b1: Any = kantor.halaman.tab.buka("B.1")
    tab_b1.saringan.teks.setText("bayi")
    tab_b1._cari()
    kantor.tunggu()
    data = baca_penduduk(kantor.k, tab_b1.model.ids[0])
    assert (data.isian["nama_ayah"], data.isian["nama_ibu"]) == ("RUDI HARTONO", "WARGA L")
