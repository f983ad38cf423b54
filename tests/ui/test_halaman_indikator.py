"""Page Indikator as the Kades uses it: look at the gauge, open the names, come back."""

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.indikator import hitung_indikator
from ui.halaman.indikator import HalamanIndikator
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def ruang(kosong: Konteks, qtbot: QtBot) -> Ruang:
    isi_desa_contoh(kosong, 200, 4)
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
