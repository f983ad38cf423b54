"""A small half-circle gauge, painted by Qt: the big ones of the page Indikator load a library first."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desa_app.spm.nilai import NilaiIndikator
from ui import tema

TINGGI, JARI, TEBAL = 126, 58, 12
SEGERA_DARI = 50
"""Per cent from which a value below its target is "soon" instead of "late"."""


class PengukurKecil(QAbstractButton):
    """Value, target mark and what was counted; a click opens the page."""

    def __init__(self, nilai: NilaiIndikator, judul: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nilai, self._judul = nilai, judul
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TINGGI)
        self.setAccessibleName(f"{judul}: {nilai.persen}, {nilai.kalimat}")
        self.setToolTip(nilai.kalimat)

    def sizeHint(self) -> QSize:
        return QSize(170, TINGGI)

    def _warna(self) -> str:
        if self._nilai.tercapai:
            return "selesai"
        return "segera" if (self._nilai.per_seribu or 0) >= SEGERA_DARI * 10 else "lewat"

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        tengah = QPointF(self.width() / 2, JARI + 12)
        kotak = QRectF(tengah.x() - JARI, tengah.y() - JARI, 2 * JARI, 2 * JARI)
        self._busur(pelukis, kotak, "netral_lembut", 1000)
        if self._nilai.per_seribu:
            self._busur(pelukis, kotak, self._warna(), min(1000, self._nilai.per_seribu))
        self._tanda_target(pelukis, tengah)
        self._tulisan(pelukis, tengah)
        if self.hasFocus():
            pelukis.setPen(tema.warna("aksen"))
            pelukis.setBrush(Qt.BrushStyle.NoBrush)
            pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _busur(self, pelukis: QPainter, kotak: QRectF, warna: str, per_seribu: int) -> None:
        pelukis.setPen(QPen(tema.warna(warna), TEBAL, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        pelukis.drawArc(kotak, 180 * 16, -round(180 * 16 * per_seribu / 1000))

    def _tanda_target(self, pelukis: QPainter, tengah: QPointF) -> None:
        pelukis.save()
        pelukis.translate(tengah)
        pelukis.rotate(180 + 180 * self._nilai.target / 100)
        pelukis.setPen(QPen(tema.warna("teks"), 2))
        pelukis.drawLine(QPointF(JARI - TEBAL / 2 - 2, 0), QPointF(JARI + TEBAL / 2 + 3, 0))
        pelukis.restore()
        pelukis.setFont(tema.huruf(8))
        pelukis.setPen(tema.warna("sekunder"))
        pelukis.drawText(QRectF(tengah.x() + JARI * 0.7 + 10, 6, 44, 16), 0, f"{self._nilai.target} %")

    def _tulisan(self, pelukis: QPainter, tengah: QPointF) -> None:
        rata = Qt.AlignmentFlag.AlignCenter
        lebar = float(self.width())
        pelukis.setPen(tema.warna("teks"))
        pelukis.setFont(tema.huruf(13.5 if self._nilai.ada_data else 9, tebal=True))
        pelukis.drawText(QRectF(0, tengah.y() - 30, lebar, 26), rata, self._nilai.persen)
        pelukis.setFont(tema.huruf(8))
        pelukis.setPen(tema.warna("redup"))
        if self._nilai.ada_data:
            pelukis.drawText(QRectF(0, tengah.y() + 2, lebar, 16), rata, self._nilai.bandingan)
        pelukis.setFont(tema.huruf(9.5))
        pelukis.setPen(tema.warna("sekunder"))
        pelukis.drawText(QRectF(0, tengah.y() + 22, lebar, 20), rata, self._judul)
