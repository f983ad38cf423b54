"""Starting is quick because heavy libraries wait; whatever goes wrong is said in words."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.waktu import jam_tetap
from tests.conftest import HARI_INI, SANDI
from ui.app import Pengendali, siapkan_aplikasi
from ui.awal.jendela import JendelaAwal
from ui.jendela import JendelaUtama
from ui.komponen.pesan import DialogGalat
from ui.masuk import JendelaMasuk

BERAT = {
    "matplotlib", "numpy", "docx", "alembic", "python_calamine", "xlsxwriter", "rapidfuzz", "openpyxl",
    "lxml", "argon2", "segno", "pypdfium2",
}  # fmt: skip
MULAI = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import buka_jendela
from ui.masuk import JendelaMasuk

def catat(self, peristiwa, asli=JendelaMasuk.paintEvent):
    asli(self, peristiwa)
    terlukis.append(sorted(sys.modules))

terlukis = []
JendelaMasuk.paintEvent = catat

def lapor():
    jendela = [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]
    print(json.dumps({"jendela": jendela, "terlukis": terlukis[0], "modul": sorted(sys.modules)}))
    QApplication.quit()

QTimer.singleShot(0, lambda: QTimer.singleShot(1500, lapor))
sys.exit(buka_jendela(Path(sys.argv[1])))
"""


def test_jendela_masuk_tidak_memuat_pustaka_berat(berkas_desa: Path, tmp_path: Path) -> None:
    shutil.copy(berkas_desa, tmp_path / "desa.db")
    proses = subprocess.run(
        [sys.executable, "-c", MULAI, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    hasil = json.loads(proses.stdout.splitlines()[-1])
    assert hasil["jendela"] == ["JendelaMasuk"]
    assert BERAT.isdisjoint(hasil["modul"])
    assert "ui.halaman.pengaturan.halaman" not in hasil["modul"]
    assert "sqlalchemy" not in hasil["terlukis"]
    assert "sqlalchemy" in hasil["modul"]  # loaded behind the painted window: the list is a real one


def test_masuk_sampai_keluar_lagi(qtbot: QtBot, berkas_desa: Path, tmp_path: Path) -> None:
    shutil.copy(berkas_desa, tmp_path / "desa.db")
    pengendali = Pengendali(siapkan_aplikasi(), tmp_path, jam_tetap(HARI_INI))
    pengendali.mulai()
    pintu = pengendali.jendela
    assert isinstance(pintu, JendelaMasuk)
    pintu.nama.setText("dewi")
    pintu.sandi.setText(SANDI)
    pintu.masuk()
    qtbot.waitUntil(lambda: isinstance(pengendali.jendela, JendelaUtama), timeout=10_000)
    utama = pengendali.jendela
    assert isinstance(utama, JendelaUtama)
    assert utama.windowTitle() == "Desa App"
    qtbot.waitUntil(lambda: not pengendali.tugas.busy)
    utama.minta_keluar()
    assert isinstance(pengendali.jendela, JendelaMasuk)
    pengendali.tutup()
    pengendali.jendela.deleteLater()


def test_data_kosong_membuka_langkah_pertama(qtbot: QtBot, kosong: Konteks, tmp_path: Path) -> None:
    pengendali = Pengendali(siapkan_aplikasi(), tmp_path, kosong.jam)
    pengendali.mulai()
    assert isinstance(pengendali.jendela, JendelaAwal)
    qtbot.waitUntil(lambda: not pengendali.tugas.busy)
    pengendali.tutup()
    pengendali.jendela.deleteLater()


def test_cacat_program_dicatat_dan_program_jalan_terus(qtbot: QtBot, kosong: Konteks, tmp_path: Path) -> None:
    pengendali = Pengendali(siapkan_aplikasi(), tmp_path, kosong.jam)
    pengendali.mulai()
    jendela = pengendali.jendela
    assert jendela is not None
    pengendali.tugas.run(lambda: 1 // 0, lambda _: None, owner=jendela)
    qtbot.waitUntil(lambda: bool(pengendali.gangguan.tertinggal()))
    isi = pengendali.gangguan.tertinggal()[0].read_text()
    assert "ZeroDivisionError" in isi
    assert jendela.isVisible()
    pengendali.tutup()
    jendela.deleteLater()


BERKAS_ASING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import buka_jendela
from ui.komponen.pesan import DialogGalat

def lapor():
    for w in QApplication.topLevelWidgets():
        if isinstance(w, DialogGalat):
            print(w.pesan.text())
            w.accept()

QTimer.singleShot(0, lambda: QTimer.singleShot(50, lapor))
sys.exit(buka_jendela(Path(sys.argv[1])))
"""


def test_berkas_asing_ditolak_dengan_kalimat(tmp_path: Path) -> None:
    (tmp_path / "desa.db").write_bytes(b"bukan basis data" * 100)
    proses = subprocess.run(
        [sys.executable, "-c", BERKAS_ASING, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert proses.returncode == 2
    assert "bukan data Desa App" in proses.stdout
    assert (tmp_path / "desa.db").read_bytes() == b"bukan basis data" * 100


@pytest.mark.parametrize("kode", ["D-53"])
def test_dialog_galat_menyebut_kode(qtbot: QtBot, kode: str) -> None:
    from desa_app.errors import DataBermasalah

    siapkan_aplikasi()
    dialog = DialogGalat(DataBermasalah("Berkas rusak.", kode=kode))
    qtbot.addWidget(dialog)
    assert any(kode in label.text() for label in dialog.findChildren(type(dialog.pesan)))
