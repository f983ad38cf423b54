"""Page Kependudukan as the Sekdes uses it: find, correct, book, undo, close, print."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.models import Penduduk
from desa_app.beranda import ringkasan_beranda
from desa_app.buku.paraf import OpsiCetak
from desa_app.draf import draf_diajukan, draf_saya
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_kini
from desa_app.kependudukan.penduduk import baca_penduduk
from desa_app.kependudukan.tutup_buku import HasilTutup, tutup_bulan
from desa_app.waktu import jam_tetap
from tests.kependudukan.desa_kecil import keluarga_awal
from tests.ui.kantor import NOVEMBER, Kantor
from ui.halaman.kependudukan.acara.keluar import DialogMati
from ui.halaman.kependudukan.acara.lahir import DialogLahir
from ui.halaman.kependudukan.cetak import Permintaan
from ui.halaman.kependudukan.daftar import TabDaftar
from ui.halaman.kependudukan.draf import DialogDraf
from ui.halaman.kependudukan.opsi_cetak import PilihanCetak
from ui.halaman.kependudukan.rekap import TabRekap
from ui.tasks import TaskRunner


@pytest.fixture
def keluarga(desa: Konteks) -> list[int]:
    """Residents of the first of two families: head, wife, child."""
    awal = replace(desa, jam=jam_tetap(dt.date(2026, 10, 1)))
    _, orang = keluarga_awal(awal, 1)
    keluarga_awal(awal, 2, 2, "SUMBER")
    return orang


@pytest.fixture
def kantor(desa: Konteks, keluarga: list[int], qtbot: QtBot, tugas: TaskRunner) -> Kantor:
    return Kantor(desa, qtbot, tugas)


def test_cari_dengan_mengetik_lalu_betulkan(kantor: Kantor, keluarga: list[int]) -> None:
    tab = kantor.halaman.tab.isi("B.1")
    assert isinstance(tab, TabDaftar)
    assert tab.model.banyak() == 5
    with kantor.qtbot.waitSignal(tab.saringan.berubah):
        QTest.keyClicks(tab.saringan.teks, "warga m")
    kantor.tunggu()
    assert list(tab.model.ids) == [keluarga[2]]
    QTest.keyClick(tab.tabel, Qt.Key.Key_Return)
    kantor.tunggu()
    orang = kantor.halaman.orang
    assert orang.nama.text() == "WARGA M"
    orang.ubah.click()
    form = orang.formulir.formulir
    form.bidang("nik").isian.setel("12345")
    form.bidang("nama").isian.setel("")
    orang.formulir.simpan_.click()
    assert "16 angka" in form.bidang("nik").kalimat_masalah()
    assert "wajib" in form.bidang("nama").kalimat_masalah()
    assert kantor.halaman.kotor()
    form.bidang("nik").isian.setel("9901020804050099")
    form.bidang("nama").isian.setel("WARGA MAWAR")
    orang.formulir.simpan_.click()
    kantor.tunggu()
    assert baca_penduduk(kantor.k, keluarga[2]).isian["nama"] == "WARGA MAWAR"
    assert orang.nama.text() == "WARGA MAWAR"
    assert orang.perubahan.model.banyak() == 2
    assert not kantor.halaman.kotor()


def test_kepala_meninggal_lalu_batalkan(kantor: Kantor, keluarga: list[int]) -> None:
    sebelum = kantor.angka()
    dialog = kantor.acara("mati", keluarga[0])
    assert isinstance(dialog, DialogMati)
    assert not dialog.kepala.isHidden()
    assert dialog.kepala.kepala.nilai() == keluarga[1]
    dialog.tombol_simpan.click()
    kantor.tunggu()
    assert "wajib" in dialog.form.formulir.bidang("tempat").kalimat_masalah()
    dialog.form.pulihkan({"tgl_peristiwa": "20-11-2026", "tempat": "RUMAH"})
    dialog.tombol_simpan.click()
    kantor.tunggu()
    sesudah = kantor.angka()
    assert (sesudah["mati_wni_l"], sesudah["akhir_jiwa"]) == (1, sebelum["akhir_jiwa"] - 1)
    assert sesudah["akhir_kk"] == sebelum["akhir_kk"]
    assert baca_penduduk(kantor.k, keluarga[1]).shdk == 1
    teks, (tombol, batalkan) = kantor.pesan[-1]
    assert teks.startswith("Kematian WARGA K dicatat")
    assert tombol == "Batalkan"
    tanya = batalkan()
    kantor.jawab_alasan(tanya, "salah orang")
    assert kantor.angka() == sebelum
    assert baca_penduduk(kantor.k, keluarga[0]).shdk == 1


def test_bulan_merah_lalu_hijau_lalu_tutup(kantor: Kantor, keluarga: list[int]) -> None:
    halaman = kantor.halaman
    halaman.ke_bulan(202610)
    tab = halaman.tab.buka("B.3")
    assert isinstance(tab, TabRekap)
    kantor.tunggu()
    assert tab.periksa.tutup.isEnabled()
    _ubah_status(kantor.k, keluarga[2], 2)
    halaman.muat_ulang()
    kantor.tunggu()
    assert not tab.periksa.tutup.isEnabled()
    perbaiki = tab.periksa.findChild(QPushButton, "perbaiki_R9")
    assert perbaiki is not None
    perbaiki.click()
    kantor.tunggu()
    assert halaman.nama.model.teks(0, 1) == "WARGA M"
    assert halaman.kembali()
    _ubah_status(kantor.k, keluarga[2], 1)
    halaman.muat_ulang()
    kantor.tunggu()
    assert tab.periksa.tutup.isEnabled()
    tab.periksa._jalankan(_tutup)
    kantor.tunggu()
    assert halaman.pemilih.chip.text() == "✓ buku tertutup"
    assert tab.periksa.tutup.isHidden()
    assert not tab.periksa.buka.isHidden()


def _tutup(k: Konteks) -> HasilTutup:
    return tutup_bulan(k, 202610)


def _ubah_status(k: Konteks, penduduk_id: int, status: int) -> None:
    with k.basis.tulis() as sesi:
        sesi.get_one(Penduduk, penduduk_id).status_dasar = status


def test_jumlah_sama_di_mana_mana(kantor: Kantor) -> None:
    tab = kantor.halaman.tab.isi("B.1")
    assert isinstance(tab, TabDaftar)
    jiwa = jumlah_kini(kantor.k).jiwa
    assert tab.model.banyak() == jiwa == kantor.angka()["akhir_jiwa"] == 5
    assert ringkasan_beranda(kantor.k).kartu[0].angka == str(jiwa)
    assert kantor.halaman.keadaan().startswith("5 jiwa · 2 KK")


def test_angka_membuka_nama(kantor: Kantor) -> None:
    tab = kantor.halaman.tab.buka("B.3")
    assert isinstance(tab, TabRekap)
    kantor.tunggu()
    tab.ringkas.angka_diminta.emit(2, 9)
    kantor.tunggu()
    assert kantor.halaman.tumpuk.currentWidget() is kantor.halaman.nama
    assert kantor.halaman.nama.banyak.text() == f"{kantor.angka()['akhir_wni_l']} nama"
    assert kantor.halaman.kembali()


def test_cetakan_sama_dengan_layar(kantor: Kantor, tmp_path: Path) -> None:
    tab = kantor.halaman.tab.isi("B.1")
    assert isinstance(tab, TabDaftar)
    tab.saringan.jk.setel("P")
    tab.saringan.urutkan("nama", turun=True)
    kantor.tunggu()
    layar = [
        tuple(tab.model.teks(baris, kolom) for kolom in range(len(tab.model.kolom)))
        for baris in range(tab.model.banyak())
    ]
    kantor.tunggu()
    layar = [
        tuple(tab.model.teks(baris, kolom) for kolom in range(len(tab.model.kolom)))
        for baris in range(tab.model.banyak())
    ]
    buku = tab.penyusun()(kantor.k, OpsiCetak())
    assert layar == list(buku.baris)
    assert len(layar) == 2
    minta = Permintaan("B.1", "Induk", NOVEMBER, tab.penyusun(), ".xlsx")
    tujuan = tmp_path / "buku.xlsx"
    kantor.halaman.pencetak.simpan_ke(minta, PilihanCetak(OpsiCetak(), "arsip"), buku, tujuan)
    kantor.tunggu()
    assert tujuan.exists()


def test_draf_diajukan_kasi_dicatat_sekdes(
    desa: Konteks, keluarga: list[int], qtbot: QtBot, tugas: TaskRunner
) -> None:
    kasi = Kantor(desa.sebagai(Pelaku(7, "Rina Wulandari", ("kasi_pelayanan",))), qtbot, tugas)
    dialog = kasi.acara("lahir", keluarga[1])
    assert isinstance(dialog, DialogLahir)
    assert dialog.tombol_simpan.text() == "Ajukan ke Sekdes"
    dialog.form.pulihkan(
        {"tgl_peristiwa": "10-11-2026", "nama": "BAYI", "jk": "P", "tempat_lahir": "MEKARJAYA"}
    )
    dialog.simpan_draf()
    kasi.tunggu()
    tersimpan = draf_saya(kasi.k, "lahir")
    assert tersimpan is not None
    assert tersimpan.ringkasan == "Kelahiran BAYI"
    dialog.tombol_simpan.click()
    kasi.tunggu()
    assert jumlah_kini(desa).jiwa == 5
    sekdes = Kantor(desa, qtbot, tugas)
    assert sekdes.halaman.tombol_draf.text() == "Draf (1)"
    daftar = DialogDraf(sekdes.ruang, sekdes.halaman)
    daftar.open()
    sekdes.tunggu()
    daftar.catat()
    sekdes.tunggu()
    catat = sekdes.halaman.findChild(DialogLahir)
    assert catat is not None
    catat.tombol_simpan.click()
    sekdes.tunggu()
    assert jumlah_kini(desa).jiwa == 6
    assert not draf_diajukan(desa)


def test_isian_bertahan_sesudah_ditutup(kantor: Kantor, keluarga: list[int]) -> None:
    dialog = kantor.acara("mati", keluarga[0])
    assert isinstance(dialog, DialogMati)
    dialog.form.pulihkan({"tempat": "PUSKESMAS"})
    dialog.reject()
    kantor.tunggu()
    lagi = kantor.acara("mati")
    assert isinstance(lagi, DialogMati)
    draf = draf_saya(kantor.k, "mati")
    assert draf is not None
    lagi.pulihkan(draf.isian)
    kantor.tunggu()
    assert lagi.form.nilai()["tempat"] == "PUSKESMAS"
    assert lagi.warga.warga is not None
    assert lagi.warga.warga.id == keluarga[0]
    assert not lagi.kepala.isHidden()
