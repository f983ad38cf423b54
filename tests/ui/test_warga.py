"""The person search: quick typing, keyboard choice, masked numbers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desa_app.kependudukan.cari import WargaRingkas
from tests.ui.tangan import ketik, tekan
from ui.app import siapkan_aplikasi
from ui.komponen.warga import PilihWarga, rincian_warga
from ui.tasks import TaskRunner


def warga(nomor: int, nama: str) -> WargaRingkas:
    return WargaRingkas(
        nomor, f"99010245019{nomor:05}", nama, "9901021234560001", "KRAJAN", "P", None, 36, "SLAMET",
        "ROYATI", True,
    )  # fmt: skip


ORANG = [warga(1, "SITI AMINAH"), warga(2, "SITI ROKAYAH"), warga(3, "BUDI")]


def cari(teks: str) -> list[WargaRingkas]:
    return [w for w in ORANG if teks.strip().upper() in w.nama]


def kotak(qtbot: QtBot, tugas: TaskRunner) -> tuple[QWidget, PilihWarga]:
    siapkan_aplikasi()
    jendela = QWidget()
    hasil = PilihWarga(cari, tugas, jendela)
    qtbot.addWidget(jendela)
    jendela.resize(500, 400)
    jendela.show()
    with qtbot.waitActive(jendela):
        jendela.activateWindow()
    hasil.setFocus()
    return jendela, hasil


def test_ketik_turun_enter(qtbot: QtBot, tugas: TaskRunner) -> None:
    _jendela, pilih = kotak(qtbot, tugas)
    ketik(pilih, "siti")
    qtbot.waitUntil(lambda: len(pilih.hasil()) == 2)
    tekan(pilih, Qt.Key.Key_Down)
    with qtbot.waitSignal(pilih.dipilih):
        tekan(pilih, Qt.Key.Key_Return)
    assert pilih.warga == ORANG[1]
    assert pilih.text() == "SITI ROKAYAH"
    ketik(pilih, "x")
    assert pilih.warga is None


def test_enter_lebih_cepat_dari_jawaban(qtbot: QtBot, tugas: TaskRunner) -> None:
    _jendela, pilih = kotak(qtbot, tugas)
    ketik(pilih, "budi")
    with qtbot.waitSignal(pilih.dipilih):
        tekan(pilih, Qt.Key.Key_Return)
    assert pilih.warga == ORANG[2]


def test_esc_menutup_daftar(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    _jendela, pilih = kotak(qtbot, tugas)
    ketik(pilih, "siti")
    qtbot.waitUntil(lambda: len(pilih.hasil()) == 2)
    tekan(pilih, Qt.Key.Key_Escape)
    assert pilih._munculan is not None
    assert not pilih._munculan.isVisible()


def test_nik_disamarkan_dan_orang_tua_disebut() -> None:
    rincian = rincian_warga(ORANG[0])
    assert ORANG[0].nik not in rincian
    assert "9901********0001" in rincian
    assert "36 th" in rincian
    assert "anak Slamet dan Royati" in rincian
