"""Page Indikator as the Kades uses it: look at the gauge, open the names, come back."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.penduduk import ubah_penduduk
from desa_app.spm.indikator import hitung_indikator
from ui.halaman.indikator import HalamanIndikator
from ui.halaman.indikator.dialog import DialogPenugasan
from ui.kertas.cetak import DialogCetak
from ui.komponen.dasar import TombolPolos
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

Q = TypeVar("Q", bound=QObject)
DEWI = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))


def temu(induk: QObject, kelas: type[Q]) -> Q:
    hasil = induk.findChild(kelas)
    assert hasil is not None
    return hasil


@pytest.fixture
def ruang(kosong: Konteks, qtbot: QtBot) -> Ruang:
    isi_desa_contoh(kosong, 200, 4, spm=False)
    return Ruang(kosong.sebagai(Pelaku(3, "Ahmad Fauzi", ("kades",))), TaskRunner(), Layanan())


def buka(qtbot: QtBot, ruang: Ruang) -> HalamanIndikator:
    halaman = HalamanIndikator(ruang)
    qtbot.addWidget(halaman)
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.show()
    return halaman


def test_angka_di_layar_sama_dengan_buku(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = buka(qtbot, ruang)
    nilai = hitung_indikator(ruang.konteks)[0]
    kartu = halaman.kartu["SPM-1"]
    assert nilai.kalimat in kartu.gauge.accessibleName()
    assert nilai.keadaan[1:] in kartu.chip.text()


def test_lihat_yang_belum_lalu_kembali(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = buka(qtbot, ruang)
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.kartu["SPM-1"].tombol.click()
    assert halaman.tumpuk.currentWidget() is halaman.daftar
    nilai = hitung_indikator(ruang.konteks)[0]
    assert halaman.daftar.jumlah.text().startswith(f"{nilai.sisa} belum")
    with qtbot.waitSignal(ruang.layanan.halaman_diminta) as diminta:
        halaman.daftar.tabel.selectRow(0)
        halaman.daftar.tabel.dibuka.emit(0)
    assert diminta.args is not None
    assert diminta.args[0] == "kependudukan"
    assert "penduduk" in diminta.args[1]
    assert halaman.kembali()
    assert halaman.tumpuk.currentIndex() == 0
    assert not halaman.kembali()


def test_tanggal_lampau_dan_salah(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = buka(qtbot, ruang)
    halaman.isian_tanggal.setText("31-07-2026")
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.isian_tanggal.editingFinished.emit()
    assert "belum ada data" in halaman.kartu["SPM-1"].gauge.accessibleName()
    assert not halaman.kartu["SPM-1"].tombol.isEnabled()
    halaman.isian_tanggal.setText("31-02-2026")
    with qtbot.waitSignal(ruang.layanan.pemberitahuan) as pesan:
        halaman.isian_tanggal.editingFinished.emit()
    assert pesan.args is not None
    assert "Tanggal belum benar" in pesan.args[0]
    assert halaman.isian_tanggal.text() == "31-07-2026"


def test_matplotlib_menunggu_halaman_dibuka() -> None:
    perintah = (
        "import sys, ui.halaman.indikator, ui.halaman.indikator.kanvas;"
        "sys.exit(1 if {'matplotlib', 'numpy'} & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", perintah], check=False).returncode == 0


def test_dari_gauge_ke_nama_ke_pekerjaan_dan_gauge_bergerak(qtbot: QtBot, ruang: Ruang) -> None:
    """The loop of the program: gauge, names, one name solved, the gauge has moved."""
    sekdes = Ruang(ruang.konteks.sebagai(DEWI), ruang.tugas, ruang.layanan)
    halaman = buka(qtbot, sekdes)
    sebelum = hitung_indikator(sekdes.konteks)[0]
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.kartu["SPM-1"].tombol.click()
    with qtbot.waitSignal(ruang.layanan.halaman_diminta) as diminta:
        halaman.daftar.tabel.dibuka.emit(0)
    assert diminta.args is not None
    nomor = diminta.args[1]["penduduk"]
    ubah_penduduk(sekdes.konteks, nomor, {"ktp_el": "2", "status_rekam": "8", "ktp_tanggal": "20-11-2026"})
    ruang.layanan.umumkan_perubahan({"penduduk"})
    qtbot.waitUntil(lambda: halaman.daftar.jumlah.text().startswith(f"{sebelum.sisa - 1} belum"))
    assert nomor not in {int(b.objek.partition(":")[2]) for b in halaman.daftar.baris()}
    assert halaman.kembali()
    sesudah = hitung_indikator(sekdes.konteks)[0]
    assert sesudah.pembilang == sebelum.pembilang + 1
    assert sesudah.kalimat in halaman.kartu["SPM-1"].gauge.accessibleName()


def test_isi_sarana_penugasan_dan_tanda(qtbot: QtBot, ruang: Ruang) -> None:
    sekdes = Ruang(ruang.konteks.sebagai(DEWI), ruang.tugas, ruang.layanan)
    halaman = buka(qtbot, sekdes)
    assert halaman.sarana.chip.text() == "! 0 dari 7 tersedia"
    halaman._ubah_sarana(1)
    sarana = temu(halaman, DialogIsian)
    sarana.formulir.bidang("keadaan").isian.setel("ada")
    sarana.simpan()
    qtbot.waitUntil(lambda: halaman.sarana.chip.text() == "! 1 dari 7 tersedia")
    halaman._buka_penugasan()
    daftar = temu(halaman, DialogPenugasan)
    daftar.ubah(None)
    isian = temu(daftar, DialogIsian)
    isian.formulir.bidang("jenis_layanan").isian.setel("Pengantar nikah")
    isian.simpan()
    qtbot.waitUntil(lambda: halaman.penugasan.ringkas.text() == "1 menunggu peraturan")
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.lihat("SPM-1")
    pertama = halaman.daftar.baris()[0]
    halaman._tandai(pertama)
    tanda = next(d for d in halaman.findChildren(DialogIsian) if d.windowTitle().startswith("Tandai"))
    tanda.formulir.bidang("keadaan").isian.setel("di_luar")
    tanda.formulir.bidang("alasan").isian.setel("bekerja di kota")
    tanda.simpan()
    qtbot.waitUntil(lambda: halaman.daftar.baris()[-1].objek == pertama.objek)


def test_laporan_dari_menu(qtbot: QtBot, ruang: Ruang, tmp_path: Path) -> None:
    halaman = buka(qtbot, ruang)
    dialog = halaman.laporan.buka("spm")
    dialog.formulir.bidang("periode").isian.setel("2026-T9")
    dialog.simpan()
    qtbot.waitUntil(lambda: "tidak dikenal" in dialog.galat.teks())
    dialog.formulir.anggap_bersih()
    dialog.reject()
    with qtbot.waitSignal(ruang.layanan.pemberitahuan, timeout=15000):
        halaman.laporan.simpan("spm", "2026-T4", tmp_path / "laporan.docx")
    assert (tmp_path / "laporan.docx").stat().st_size > 10_000


def test_kades_tidak_mengisi(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = buka(qtbot, ruang)
    assert halaman.daftar.tombol_tanda.isHidden()
    assert not halaman.sarana.findChildren(TombolPolos)


def test_cetak_satu_halaman(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = buka(qtbot, ruang)
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.cetak_lembar()
    qtbot.waitUntil(lambda: halaman.findChild(DialogCetak) is not None)
    temu(halaman, DialogCetak).reject()


def test_perkiraan_tahun_lalu(qtbot: QtBot, ruang: Ruang) -> None:
    sekdes = Ruang(ruang.konteks.sebagai(DEWI), ruang.tugas, ruang.layanan)
    halaman = buka(qtbot, sekdes)
    halaman.isi_perkiraan()
    dialog = temu(halaman, DialogIsian)
    for kunci, nilai in (("penyebut", "750"), ("pembilang", "150")):
        dialog.formulir.bidang(kunci).isian.setel(nilai)
    dialog.simpan()
    qtbot.waitUntil(lambda: hitung_indikator(sekdes.konteks, dt.date(2025, 12, 31))[2].penyebut == 750)
