"""One sheet on the screen, painted on demand by the routine that prints it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tema
from ui.kertas.halaman import PER_MM, Lembaran

TEPI = 12
"""Pixels around the sheet."""
PERBESARAN = (0.25, 4.0)
"""Least and greatest zoom; 1 shows the sheet in its real size at the screen's resolution."""


class LembarView(QWidget):
    """Shows one page. Only that page is painted, so a book of a thousand pages opens at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._isi: Lembaran | None = None
        self._nomor, self._besar = 0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Pratinjau halaman")

    @property
    def nomor(self) -> int:
        """The page on show, 0 is the first."""
        return self._nomor

    @property
    def perbesaran(self) -> float:
        """The zoom in force."""
        return self._besar

    def isikan(self, isi: Lembaran | None) -> None:
        """Show other pages, from the first on; None shows nothing."""
        self._isi = isi
        self.ke_halaman(0)
        self.perbesar(self._besar)

    def ke_halaman(self, nomor: int) -> None:
        """Show a page."""
        terakhir = self._isi.jumlah_halaman() - 1 if self._isi else 0
        self._nomor = max(0, min(nomor, terakhir))
        self.update()

    def perbesar(self, besar: float) -> None:
        """Set the zoom, within its bounds."""
        self._besar = max(PERBESARAN[0], min(besar, PERBESARAN[1]))
        self.setFixedSize(self.sizeHint())
        self.update()

    def selebar(self, lebar: int) -> None:
        """Zoom so that the sheet fills a width in pixels."""
        if self._isi:
            self.perbesar((lebar - 2 * TEPI) / (self._isi.halaman.ukuran_mm[0] * self._piksel_per_mm()))

    def sizeHint(self) -> QSize:
        if self._isi is None:
            return QSize(1, 1)
        lebar, tinggi = (x * self._piksel_per_mm() * self._besar for x in self._isi.halaman.ukuran_mm)
        return QSize(round(lebar) + 2 * TEPI, round(tinggi) + 2 * TEPI)

    def _piksel_per_mm(self) -> float:
        return self.logicalDpiX() / 25.4

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        if self._isi is None:
            return
        pelukis = QPainter(self)
        pelukis.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        kertas = self.rect().adjusted(TEPI, TEPI, -TEPI, -TEPI)
        pelukis.fillRect(kertas, Qt.GlobalColor.white)
        pelukis.setPen(tema.warna("garis"))
        pelukis.drawRect(kertas)
        skala = self._piksel_per_mm() * self._besar / PER_MM
        sudut = QPointF(kertas.topLeft())
        pelukis.setClipRect(peristiwa.rect().intersected(kertas))
        pelukis.setTransform(QTransform.fromTranslate(sudut.x(), sudut.y()).scale(skala, skala), combine=True)
        self._isi.lukis(pelukis, self._nomor)
        pelukis.end()
