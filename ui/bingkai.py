"""The frame around the pages: where the screen is too small for a page, it scrolls instead of squeezing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget

from ui.komponen.tumpukan import Tumpukan

UKURAN_BIASA = QSize(1366, 768)
"""The office PC that every page is drawn for."""
HALAMAN_TERKECIL = QSize(1020, 610)
"""Below this a page would cut its words: 1366 x 768 at 125 % has this width, at 150 % both scroll."""


class _Halaman(Tumpukan):
    """Asks for the least room in which the page on show cuts nothing."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(HALAMAN_TERKECIL)

    def heightForWidth(self, lebar: int) -> int:
        return self.minimumSizeHint().height()  # what wraps may also scroll inside its page


class BingkaiHalaman(QScrollArea):
    """The pages as a stack. Scroll bars appear only when the window is smaller than a page may become."""

    def __init__(self) -> None:
        super().__init__()
        self._tumpukan = _Halaman()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._tumpukan)

    def tambah(self, halaman: QWidget) -> None:
        """Add a page; it is shown by `tampilkan`."""
        self._tumpukan.addWidget(halaman)

    def tampilkan(self, halaman: QWidget) -> None:
        """Show one page from its upper left corner."""
        self._tumpukan.setCurrentWidget(halaman)
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)


def muat_di_layar(jendela: QMainWindow) -> None:
    """Give a window its usual size, or the whole screen where that has no room for it."""
    layar = jendela.screen() or QGuiApplication.primaryScreen()
    tersedia = layar.availableSize()
    jendela.resize(UKURAN_BIASA.boundedTo(tersedia))
    if tersedia.width() <= UKURAN_BIASA.width() or tersedia.height() <= UKURAN_BIASA.height():
        jendela.setWindowState(Qt.WindowState.WindowMaximized)
