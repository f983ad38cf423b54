"""Login as a person does it: by keyboard, with waiting told in words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import masuk
from desa_app.pintu import papan_nama
from tests.conftest import SANDI
from tests.ui.tangan import ketik, tekan
from ui.app import siapkan_aplikasi
from ui.masuk import JendelaMasuk
from ui.tasks import TaskRunner


@pytest.fixture
def pintu(qtbot: QtBot, desa: Konteks, tugas: TaskRunner, tmp_path: Path) -> JendelaMasuk:
    siapkan_aplikasi()
    papan = papan_nama(tmp_path)
    assert papan is not None
    jendela = JendelaMasuk(papan, partial(masuk, desa), tugas)
    qtbot.addWidget(jendela)
    jendela.show()
    with qtbot.waitActive(jendela):
        jendela.activateWindow()
    return jendela


def test_masuk_dengan_papan_ketik(qtbot: QtBot, pintu: JendelaMasuk) -> None:
    ketik(pintu.nama, "Dewi")
    tekan(pintu.nama, Qt.Key.Key_Return)
    assert pintu.sandi.hasFocus()
    ketik(pintu.sandi, SANDI)
    with qtbot.waitSignal(pintu.berhasil) as hasil:
        tekan(pintu.sandi, Qt.Key.Key_Return)
    assert hasil.args is not None
    assert (hasil.args[0].nama, hasil.args[1]) == ("Dewi Lestari", "dewi")
    assert pintu.sandi.text() == ""


def test_salah_berkali_kali_menunggu_dengan_kata(
    qtbot: QtBot, pintu: JendelaMasuk, selesai: Callable[[], None]
) -> None:
    pintu.nama.setText("dewi")
    for _ in range(3):
        pintu.sandi.setText("bukan ini sandinya")
        tekan(pintu.sandi, Qt.Key.Key_Return)
        selesai()
    assert "Tunggu" in pintu.galat.text()
    assert "detik" in pintu.tombol.text()
    assert not pintu.tombol.isEnabled()
    qtbot.waitUntil(pintu.tombol.isEnabled, timeout=5000)
    assert pintu.galat.text() == "Silakan coba lagi."


def test_sandi_dapat_ditampilkan(qtbot: QtBot, pintu: JendelaMasuk) -> None:
    mata = pintu.sandi.actions()[0]
    assert pintu.sandi.echoMode() == QLineEdit.EchoMode.Password
    mata.trigger()
    assert pintu.sandi.echoMode() == QLineEdit.EchoMode.Normal
    mata.trigger()
    assert pintu.sandi.echoMode() == QLineEdit.EchoMode.Password
