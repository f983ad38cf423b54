"""What every page has in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tema
from ui.ruang import Ruang


class Halaman(QWidget):
    """A page. Subclasses fill `tata` in their constructor and load in `muat_ulang`.

    `register` names the registers whose change makes the page load again: at once when it is on
    show, else when it is next opened.
    """

    register: frozenset[str] = frozenset()

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._basi = True
        self._keadaan = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tata = QVBoxLayout(self)
        self.tata.setContentsMargins(22, tema.JARAK_L, 22, tema.JARAK_L)
        self.tata.setSpacing(14)
        ruang.layanan.perubahan.connect(self._ada_perubahan)

    def muat_ulang(self) -> None:
        """Fetch anew what the page shows."""

    def buka(self, **arg: object) -> None:
        """Called each time the page is opened; `arg` says what to show."""

    def kembali(self) -> bool:
        """Escape was pressed: step back inside the page; False when there is nowhere to go."""
        return False

    def kotor(self) -> bool:
        """Whether something typed is not stored yet; the window then asks before it leaves."""
        return False

    def keadaan(self, teks: str | None = None) -> str:
        """The line of state beside the title; with a text it is changed."""
        if teks is not None:
            self._keadaan = teks
            if self.isVisible():
                self.ruang.layanan.keadaan(teks)
        return self._keadaan

    def segarkan(self) -> None:
        """Load again if something changed since the last time."""
        if self._basi:
            self._basi = False
            self.muat_ulang()

    def showEvent(self, peristiwa: QShowEvent) -> None:
        super().showEvent(peristiwa)
        self.segarkan()

    def _ada_perubahan(self, register: frozenset[str]) -> None:
        if register & self.register:
            self._basi = True
            if self.isVisible():
                self.segarkan()
