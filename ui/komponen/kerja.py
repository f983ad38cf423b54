"""A line of a work list: state, what it is, details, an arrow. It opens what it names."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import tema
from ui.ikon import gambar
from ui.komponen.dasar import Chip, Keadaan, label, menurun

LEBAR_CHIP = 104


class BarisKerja(QAbstractButton):
    """One thing to do. A button as wide as its card: click, Enter or Space opens it."""

    diminta = Signal()

    def __init__(
        self,
        chip: str,
        keadaan: Keadaan,
        judul: str,
        rincian: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(56)
        self.setAccessibleName(f"{chip}: {judul}. {rincian}")
        tanda = Chip(chip, keadaan)
        tanda.setFixedWidth(LEBAR_CHIP)
        teks = menurun(None, label(judul), label(rincian, "kecil"), None, jarak=1)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(16, 4, 40, 4)
        tata.setSpacing(tema.JARAK_M)
        tata.addWidget(tanda)
        tata.addLayout(teks, 1)
        for anak in self.findChildren(QWidget):
            anak.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self.diminta)

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        if peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(peristiwa)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            pelukis.fillRect(self.rect().adjusted(1, 1, -1, 0), tema.warna("alas"))
        pelukis.setPen(tema.warna("garis"))
        pelukis.drawLine(0, 0, self.width(), 0)
        if self.isEnabled():
            gambar(pelukis, "panah", QRectF(self.width() - 34, (self.height() - 15) / 2, 15, 15), "redup")
        if self.hasFocus():
            pelukis.setPen(tema.warna("aksen"))
            pelukis.drawRoundedRect(QRectF(2.5, 2.5, self.width() - 5, self.height() - 5), 5, 5)
