"""A box to tick whose box is visible in light and dark, small or large enough for a touchpad in the field."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import tema
from ui.ikon import gambar

_KECIL, _BESAR, _JARAK = 17, 24, 9


class Centang(QCheckBox):
    """A QCheckBox in the colours of the house."""

    def __init__(self, teks: str, parent: QWidget | None = None, *, besar: bool = False) -> None:
        super().__init__(teks, parent)
        self._sisi = _BESAR if besar else _KECIL
        self._huruf = tema.huruf(12, tebal=True) if besar else tema.huruf()
        self.setFont(self._huruf)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        lebar = self._sisi + _JARAK + self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(lebar, max(self._sisi, self.fontMetrics().height()) + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, titik: QPoint) -> bool:
        return self.rect().contains(titik)

    def paintEvent(self, _peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        terik = bool(self.property("terik"))
        self._lukis_kotak(pelukis, terik=terik)
        pelukis.setFont(self._huruf)
        pelukis.setPen(tema.warna("teks"))
        pelukis.drawText(
            self.rect().adjusted(self._sisi + _JARAK, 0, 0, 0),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text(),
        )  # fmt: skip
        pelukis.end()

    def _lukis_kotak(self, pelukis: QPainter, *, terik: bool) -> None:
        s = self._sisi
        kotak = QRectF(1.0, (self.height() - s) / 2 + 1, s - 2, s - 2)
        aksen = "teks" if terik else "aksen"
        tepi = aksen if self.hasFocus() or self.isChecked() else "redup"
        if not self.isEnabled():
            tepi = "garis_isian"
        pelukis.setPen(QPen(tema.warna(tepi), 2 if self.hasFocus() or terik else 1.2))
        isi = aksen if self.isChecked() and self.isEnabled() else "permukaan"
        pelukis.setBrush(tema.warna(isi if self.isEnabled() else "alas"))
        pelukis.drawRoundedRect(kotak, 4, 4)
        if self.isChecked():
            warna = ("permukaan" if terik else "di_atas_aksen") if self.isEnabled() else "redup"
            gambar(pelukis, "centang", kotak, warna)
