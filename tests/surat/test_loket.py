"""The counter as the Kasi pelayanan uses it: keys only, from the search to the stored letter."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.models import Permohonan, Surat
from desa_app.draf import draf_saya
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.cari import cari_warga
from desa_app.pertanahan.bidang import catat_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.pemilik import PemilikMasuk
from desa_app.surat.pelayanan import antrean, telusuri
from tests.surat.bantu import nomor_terpakai, sampai
from tests.surat.conftest import MARIA
from ui.halaman.pelayanan.berulang import IsianBerulang
from ui.halaman.pelayanan.halaman import HalamanPelayanan
from ui.kertas.cetak import DialogCetak
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

BATAS_TOMBOL = 12
"""Keys beside the words for a letter with complete papers."""


@dataclass
class Petugas:
    """An officer with a keyboard and nothing else: every key goes to whatever has the focus."""

    layar: HalamanPelayanan
    tombol: int = 0
    """Keys pressed beside the words."""

    def tunggu(self) -> None:
        """Until no answer is under way and no short delay (search, preview) is counting."""
        sampai(lambda: not self.layar.ruang.tugas.busy and not self._menunda())
        sampai(lambda: not self.layar.ruang.tugas.busy)

    def _menunda(self) -> bool:
        jam = self.layar.findChildren(QTimer)
        return any(j.isActive() and j.isSingleShot() and j.interval() < 1000 for j in jam)

    def ketik(self, kata: str) -> None:
        """Words."""
        QTest.keyClicks(self._fokus(), kata)
        self.tunggu()

    def tekan(self, *tombol: Qt.Key) -> None:
        """Keys, counted."""
        for satu in tombol:
            self.tombol += 1
            QTest.keyClick(self._fokus(), satu)
            self.tunggu()

    def _fokus(self) -> QWidget:
        fokus = QApplication.focusWidget()
        assert fokus is not None
        return fokus


@pytest.fixture
def petugas(layar: HalamanPelayanan) -> Petugas:
    """In front of the counter, the cursor where the page puts it."""
    layar.buka()
    hasil = Petugas(layar)
    hasil.tunggu()
    return hasil


def _sampai_jenis(petugas: Petugas, nama: str, jenis: str) -> None:
    petugas.ketik(nama)
    petugas.tekan(Qt.Key.Key_Return)
    petugas.ketik(jenis)
    petugas.tekan(Qt.Key.Key_Return)
    assert petugas.layar.loket.form.bagian_isian.isVisible()


def _tutup_dialog(layar: HalamanPelayanan, judul: str = "") -> str:
    """Close the paper on show; returns what it says."""
    dialog = layar.loket.findChild(DialogCetak)
    assert dialog is not None
    assert judul.lower() in dialog.windowTitle().lower()
    assert dialog.cetak.isDefault()  # Enter prints
    isi = str(dialog._naskah)
    dialog.reject()
    sampai(lambda: layar.loket.findChild(DialogCetak) is None)
    layar.activateWindow()
    sampai(lambda: QApplication.activeWindow() is layar.window())
    return isi


@pytest.mark.parametrize("cara", ["angka", "kata"])
def test_domisili_paling_banyak_dua_belas_tombol(petugas: Petugas, pelayanan: Konteks, cara: str) -> None:
    """From the search to the number in the register and the printer's window: <= 12 keys beside the words."""
    layar, form = petugas.layar, petugas.layar.loket.form
    petugas.ketik("siti aminah")
    petugas.tekan(Qt.Key.Key_Return)
    if cara == "angka":
        petugas.tekan(Qt.Key.Key_1)
    else:
        petugas.ketik("domisili")
        petugas.tekan(Qt.Key.Key_Return)
    assert form.pilihan is not None
    assert form.pilihan.jenis.slug == "keterangan-domisili"
    assert form.isian()["alamat_domisili"] == (
        "Dusun Krajan RT 002 RW 005, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya"
    )
    assert form.syarat.kurang() == 3
    petugas.tekan(Qt.Key.Key_S)
    assert form.syarat.kurang() == 0
    petugas.ketik("pembukaan rekening bank")
    pratinjau = layar.loket.pratinjau
    assert pratinjau.naskah is not None
    assert "pembukaan rekening bank" in str(pratinjau.naskah.blok)
    petugas.tekan(Qt.Key.Key_Return)
    with pelayanan.basis.baca() as sesi:
        assert sesi.query(Surat).one().nomor == "400.12.2.1/001/9901022003/I/2026"
    _tutup_dialog(layar, "surat keterangan domisili")
    tombol = petugas.tombol + 1  # Enter in the window of the paper prints
    assert tombol == 5 <= BATAS_TOMBOL
    petugas.tunggu()
    assert antrean(pelayanan).baris[0].keadaan == "siap diambil"


def test_berkas_satu_per_satu_masih_di_bawah_batas(petugas: Petugas) -> None:
    _sampai_jenis(petugas, "siti", "domisili")
    petugas.tekan(Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_A)
    petugas.ketik("pembukaan rekening bank")
    petugas.tekan(Qt.Key.Key_Return)
    assert petugas.layar.loket._surat is not None
    _tutup_dialog(petugas.layar)
    assert petugas.tombol + 1 <= BATAS_TOMBOL


def test_berkas_kurang_menunggu_dan_dilanjutkan(petugas: Petugas, pelayanan: Konteks) -> None:
    layar = petugas.layar
    _sampai_jenis(petugas, "suparman", "belum bekerja")
    petugas.tekan(Qt.Key.Key_A, Qt.Key.Key_T)
    petugas.ketik("namanya beda")
    petugas.tekan(Qt.Key.Key_Return, Qt.Key.Key_B, Qt.Key.Key_B)
    petugas.ketik("melamar kerja")
    assert layar.loket.cetak.text() == "Cetak kekurangan"
    petugas.tekan(Qt.Key.Key_Return)
    assert "namanya beda" in _tutup_dialog(layar, "lembar kekurangan")
    assert layar.loket.antrean.model.baris[0].keadaan == "berkas kurang"
    permohonan = telusuri(pelayanan, "P-2026-0001")
    assert permohonan is not None
    assert permohonan.status == "BELUM_LENGKAP"
    assert permohonan.tenggat is None
    layar.loket.form.semua_ada()
    layar.loket.simpan_cetak()
    petugas.tunggu()
    assert layar.loket.galat.teks() == ""
    with pelayanan.basis.baca() as sesi:
        assert sesi.get_one(Permohonan, 1).status == "SIAP_DIAMBIL"
        assert not sesi.get_one(Permohonan, 1).lengkap_awal


def test_baris_orang_dari_buku_dan_orang_luar(petugas: Petugas) -> None:
    """Heirs: one found in the book and filled from it, one typed; Enter leads through all of it."""
    form = petugas.layar.loket.form
    _sampai_jenis(petugas, "siti", "ahli waris")
    petugas.tekan(Qt.Key.Key_S)
    assert form.form is not None
    ahli = form.form._bidang["ahli_waris"].isian
    assert isinstance(ahli, IsianBerulang)
    ahli.setFocus()
    petugas.ketik("maria goretti")
    petugas.tekan(Qt.Key.Key_Return)
    petugas.ketik("anak kandung")
    petugas.tekan(Qt.Key.Key_Return, Qt.Key.Key_Return)
    petugas.ketik("bukan warga")
    petugas.tekan(Qt.Key.Key_Return)
    for kata in ("3302014102700009", "Kota Lain, 1 Februari 1970", "anak angkat", "Kota Lain"):
        petugas.ketik(kata)
        petugas.tekan(Qt.Key.Key_Return)
    buku, luar = ahli.nilai()
    assert (buku["nama"], buku["nik"]) == ("MARIA GORETTI NAHAK", MARIA)
    assert buku["tempat_tanggal_lahir"] == "Atambua, 21 Desember 1988"
    assert str(buku["alamat"]).startswith("Dusun ")
    assert buku["hubungan"] == "anak kandung"
    assert (luar["nama"], luar["nik"], luar["hubungan"]) == ("BUKAN WARGA", "3302014102700009", "anak angkat")
    assert QApplication.focusWidget() is ahli.kotak
    pratinjau = petugas.layar.loket.pratinjau.naskah
    assert pratinjau is not None
    assert "BUKAN WARGA" in str(pratinjau.blok)
    petugas.tekan(Qt.Key.Key_Return)  # nothing typed: go on to the next field
    assert QApplication.focusWidget() is not ahli.kotak
    ahli.daftar.dihapus.emit(0)
    assert [b["nama"] for b in ahli.nilai()] == ["BUKAN WARGA"]


def test_yang_mewakili_wajib_membawa_surat_kuasa(petugas: Petugas, pelayanan: Konteks) -> None:
    loket = petugas.layar.loket
    _sampai_jenis(petugas, "siti", "domisili")
    petugas.tekan(Qt.Key.Key_S)
    assert loket.form.syarat.kurang() == 0
    loket.form.akhir.kuasa.setFocus()
    petugas.ketik("budi hartono")
    assert loket.form.syarat.kurang() == 1
    petugas.tekan(Qt.Key.Key_Return)
    petugas.ketik("0812345")
    petugas.tekan(Qt.Key.Key_Return)
    _tutup_dialog(petugas.layar, "lembar kekurangan")
    permohonan = telusuri(pelayanan, "P-2026-0001")
    assert permohonan is not None
    assert (permohonan.kuasa, permohonan.telepon) == ("budi hartono", "0812345")
    assert [s.kode for s in permohonan.kurang] == ["kuasa"]


def test_tanggal_mundur_ditolak_di_layar(petugas: Petugas, pelayanan: Konteks) -> None:
    nomor_terpakai(pelayanan, 7)
    loket = petugas.layar.loket
    _sampai_jenis(petugas, "siti", "domisili")
    petugas.tekan(Qt.Key.Key_S)
    petugas.ketik("bank")
    loket.form.akhir.tanggal.setel("31-12-2025")
    loket.simpan_cetak()
    petugas.tunggu()
    assert loket._surat is not None  # another year is another series
    _tutup_dialog(petugas.layar)
    loket.baru()
    _sampai_jenis(petugas, "siti", "domisili")
    petugas.tekan(Qt.Key.Key_S)
    petugas.ketik("bank")
    loket.form.akhir.tanggal.setel("1-12-2025")
    petugas.tekan(Qt.Key.Key_Return)
    assert "mendahului surat terakhir" in loket.galat.teks()
    loket.form.akhir.tanggal.setel("besok")
    loket.simpan_cetak()
    assert "Tanggal tidak dikenal" in loket.form.akhir.bidang_tanggal.kalimat_masalah()


def test_tombol_pintas_bekerja_seketika(petugas: Petugas) -> None:
    """Ctrl+N and on with the next name: not a letter may land in the old request."""
    _sampai_jenis(petugas, "siti", "domisili")
    QTest.keyClick(petugas._fokus(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    kotak = petugas.layar.loket.form.kotak
    assert QApplication.focusWidget() is kotak
    petugas.ketik("suparman")
    assert kotak.text() == "suparman"


def test_isian_kosong_disebut_di_samping_isian(petugas: Petugas) -> None:
    layar, form = petugas.layar, petugas.layar.loket.form
    _sampai_jenis(petugas, "siti", "skd")
    form.semua_ada()
    layar.loket.simpan_cetak()
    sampai(lambda: bool(layar.loket.galat.teks()))
    assert form.form is not None
    assert form.form._bidang["keperluan"].kalimat_masalah() == "Keperluan wajib diisi."


def test_lewat_waktu_tampil_merah(pelayanan: Konteks) -> None:
    from desa_app.surat.permohonan import PermohonanBaru, ajukan
    from tests.surat.conftest import SITI

    ajukan(pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, semua_syarat_ada=True))
    nanti = pelayanan.jam.sekarang() + dt.timedelta(days=3, hours=9)
    isi = antrean(replace(pelayanan, jam=replace(pelayanan.jam, sekarang=lambda: nanti)))
    assert (isi.menunggu, isi.lewat) == (1, 1)
    assert isi.baris[0].keadaan.startswith("lewat 2 jam")


def test_ketikan_bertahan_saat_program_mati(petugas: Petugas, pelayanan: Konteks, qtbot: QtBot) -> None:
    """Typed, not stored, the program gone: the next start offers it and everything is back."""
    _sampai_jenis(petugas, "siti", "domisili")
    petugas.tekan(Qt.Key.Key_A, Qt.Key.Key_T)
    petugas.ketik("buram")
    loket = petugas.layar.loket
    loket.form.akhir.telepon.setFocus()
    petugas.ketik("0812")
    loket.draf.simpan()
    petugas.tunggu()
    ruang = Ruang(pelayanan, TaskRunner(), Layanan())
    baru = HalamanPelayanan(ruang)
    qtbot.addWidget(baru, before_close_func=lambda _w: ruang.tugas.close())
    baru.show()
    baru.muat_ulang()
    sampai(lambda: not ruang.tugas.busy and not baru.loket.draf.catatan.isHidden())
    baru.loket.draf.lanjutkan()
    sampai(lambda: not ruang.tugas.busy and baru.loket.form.pilihan is not None)
    sampai(lambda: not ruang.tugas.busy)
    masukan = baru.loket._masukan()
    assert masukan == loket._masukan()
    assert masukan.catatan_syarat["fc_ktp"] == "buram"
    baru.loket.simpan_dulu()
    sampai(lambda: not ruang.tugas.busy and baru.loket._permohonan is not None)
    sampai(lambda: not ruang.tugas.busy)
    assert draf_saya(pelayanan, "surat") is None


def test_surat_tanah_terisi_dari_bidang(petugas: Petugas, pelayanan: Konteks) -> None:
    """One parcel of the applicant fills the form by itself; of several the officer chooses."""
    (siti, *_) = cari_warga(pelayanan, "siti")
    sekdes = replace(pelayanan, pelaku=Pelaku(1, "Dewi", ("sekdes",)))
    isian = {"hak": "MA", "guna": "sawah", "lokasi": "Blok Lor", "batas_utara": "Jalan desa"}
    catat_bidang(sekdes, {**isian, "luas": "1.250"}, [BagianMasuk(PemilikMasuk(penduduk_id=siti.id))])
    _sampai_jenis(petugas, "siti", "keterangan tanah")
    layar = petugas.layar
    form, tanah = layar.loket.form, layar.loket.tanah
    sampai(lambda: form.isian().get("batas_utara") == "Jalan desa")
    assert form.isian()["luas"] == "1250"
    assert not tanah.isHidden()
    layar.loket.baru()
    assert tanah.isHidden()
