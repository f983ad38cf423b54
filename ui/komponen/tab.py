"""Tabs over one area; each content is made when it is first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui import tema
from ui.komponen.dasar import garis
from ui.komponen.tumpukan import Tumpukan


class Tab(QWidget):
    """A row of tabs with a line below. `sudut` is the place for buttons at the right end, `bilah` a row
    under the tabs that stays when one changes tabs."""

    berpindah = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pabrik: list[tuple[str, Callable[[], QWidget]]] = []
        self._isi: dict[str, QWidget] = {}
        self._bar = QTabBar()
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._tumpukan = Tumpukan()
        self.sudut = QHBoxLayout()
        self.sudut.setSpacing(tema.JARAK_S)
        atas = QHBoxLayout()
        atas.setContentsMargins(0, 0, 0, 0)
        atas.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignBottom)
        atas.addLayout(self.sudut)
        kepala = QVBoxLayout()
        kepala.setSpacing(0)
        kepala.addLayout(atas)
        kepala.addWidget(garis())
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addLayout(kepala)
        self.bilah = QVBoxLayout()
        tata.addLayout(self.bilah)
        tata.addWidget(self._tumpukan, 1)
        self._bar.currentChanged.connect(self._pindah)

    def tambah(self, kunci: str, judul: str, pabrik: Callable[[], QWidget]) -> None:
        """Add a tab; the first one added opens when the tabs are shown."""
        self._pabrik.append((kunci, pabrik))
        self._bar.addTab(judul)

    def buka(self, kunci: str) -> QWidget:
        """Show a tab and return its content."""
        nomor = next(i for i, (k, _) in enumerate(self._pabrik) if k == kunci)
        self._bar.setCurrentIndex(nomor)
        return self.isi(kunci)

    def isi(self, kunci: str) -> QWidget:
        """Content of a tab, made when it is first asked for."""
        if kunci not in self._isi:
            self._isi[kunci] = dict(self._pabrik)[kunci]()
            self._tumpukan.addWidget(self._isi[kunci])
        return self._isi[kunci]

    def yang_terbuka(self) -> dict[str, QWidget]:
        """Contents that have been made so far."""
        return dict(self._isi)

    def kini(self) -> str:
        """Key of the tab on show."""
        return self._pabrik[self._bar.currentIndex()][0]

    def _pindah(self, nomor: int) -> None:
        if 0 <= nomor < len(self._pabrik):
            kunci = self._pabrik[nomor][0]
            self._tumpukan.setCurrentWidget(self.isi(kunci))
            self.berpindah.emit(kunci)
