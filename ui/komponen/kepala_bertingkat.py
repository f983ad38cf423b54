"""A table heading in several rows with merged cells, as the books of the regulation have it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOption, QWidget

from desa_app.buku.cetak import BukuSpec
from desa_app.buku.kepala import sel_judul
from ui import tema

TINGGI_TINGKAT, TINGGI_NOMOR = 31, 20


class KepalaBertingkat(QHeaderView):
    """Paints the heading cells of `spec` over the columns of a view; `nomor` adds the number row."""

    def __init__(self, spec: BukuSpec, parent: QWidget | None = None, *, nomor: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sel, self._spec, self._nomor = sel_judul(spec), spec, nomor
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(self.tinggi())
        self.setMinimumSectionSize(30)

    def tinggi(self) -> int:
        """Height of all heading rows."""
        return self._spec.baris_judul * TINGGI_TINGKAT + (TINGGI_NOMOR if self._nomor else 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.tinggi())

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self.viewport())
        pelukis.fillRect(peristiwa.rect(), tema.warna("alas"))
        pelukis.setFont(tema.huruf(8.5, tebal=True))
        for s in self._sel:
            kotak = self._kotak(s.kolom, s.lebar, s.baris * TINGGI_TINGKAT, s.tinggi * TINGGI_TINGKAT)
            if kotak.intersects(peristiwa.rect()):
                self._lukis(pelukis, kotak, s.teks, self._urut_di(s.kolom) if s.lebar == 1 else None)
        if self._nomor:
            pelukis.setFont(tema.huruf(8))
            atas = self._spec.baris_judul * TINGGI_TINGKAT
            for i, kolom in enumerate(self._spec.kolom):
                self._lukis(pelukis, self._kotak(i, 1, atas, TINGGI_NOMOR), str(kolom.no), None)

    def _kotak(self, kolom: int, banyak: int, atas: int, tinggi: int) -> QRect:
        lebar = sum(self.sectionSize(k) for k in range(kolom, kolom + banyak))
        return QRect(self.sectionViewportPosition(kolom), atas, lebar, tinggi)

    def _urut_di(self, kolom: int) -> Qt.SortOrder | None:
        ada = self.isSortIndicatorShown() and self.sortIndicatorSection() == kolom
        return self.sortIndicatorOrder() if ada else None

    def _lukis(self, pelukis: QPainter, kotak: QRect, teks: str, urut: Qt.SortOrder | None) -> None:
        pelukis.setPen(tema.warna("garis"))
        pelukis.drawLine(kotak.topRight(), kotak.bottomRight())
        pelukis.drawLine(kotak.bottomLeft(), kotak.bottomRight())
        pelukis.setPen(tema.warna("sekunder"))
        dalam = QRectF(kotak.adjusted(3, 1, -3, -1))
        opsi = QTextOption(Qt.AlignmentFlag.AlignCenter)
        opsi.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        pelukis.drawText(dalam, teks.replace("/", "/ "), opsi)
        if urut is not None:
            self._lukis_panah(pelukis, kotak, urut)

    def _lukis_panah(self, pelukis: QPainter, kotak: QRect, urut: Qt.SortOrder) -> None:
        gaya = QStyleOption()
        gaya.rect = QRect(kotak.right() - 12, kotak.bottom() - 12, 10, 10)
        gaya.palette = self.palette()
        bentuk = (
            QStyle.PrimitiveElement.PE_IndicatorArrowDown
            if urut == Qt.SortOrder.DescendingOrder
            else QStyle.PrimitiveElement.PE_IndicatorArrowUp
        )
        self.style().drawPrimitive(bentuk, gaya, pelukis, self)
