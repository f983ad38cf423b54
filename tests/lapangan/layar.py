"""What the tests of the field screens share: waiting, finding the dialog on show, opening a visit."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.halaman.lapangan import HalamanLapangan
from ui.ruang import Ruang


def tenang(qtbot: QtBot, ruang: Ruang) -> None:
    qtbot.waitUntil(lambda: not ruang.tugas.busy, timeout=10_000)
    QApplication.processEvents()


def terbuka(kelas: type[QWidget]) -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kelas) and w.isVisible())


def buka(qtbot: QtBot, ruang: Ruang, kegiatan: int, tab: str) -> HalamanLapangan:
    halaman = HalamanLapangan(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    halaman.buka(kegiatan=kegiatan, tab=tab)
    tenang(qtbot, ruang)
    return halaman
