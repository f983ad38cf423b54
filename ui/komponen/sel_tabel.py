"""One cell of a table: its ground, its words with room beside them, the whole words when they do not fit."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui import tema

TEPI_SEL = 10
PERAN_JUMLAH = Qt.ItemDataRole.UserRole + 1
"""True for cells of the total row."""
PERAN_KEADAAN = Qt.ItemDataRole.UserRole + 2
"""Name of the colour token a cell's words take, or None."""
Index = QModelIndex | QPersistentModelIndex


class PelukisSel(QStyledItemDelegate):
    """Paints a cell: ground, text with room beside it, a line below."""

    def paint(self, pelukis: QPainter, opsi: QStyleOptionViewItem, index: Index) -> None:
        kotak: QRect = opsi.rect
        terpilih = bool(opsi.state & QStyle.StateFlag.State_Selected)
        jumlah = bool(index.data(PERAN_JUMLAH))
        pelukis.save()
        pelukis.fillRect(kotak, tema.warna("pilihan" if terpilih else "alas" if jumlah else "permukaan"))
        pelukis.setPen(tema.warna("garis"))
        pelukis.drawLine(kotak.bottomLeft(), kotak.bottomRight())
        pelukis.setFont(tema.huruf(tebal=jumlah))
        pelukis.setPen(tema.warna(index.data(PERAN_KEADAAN) or "teks"))
        dalam = kotak.adjusted(TEPI_SEL, 0, -TEPI_SEL, -1)
        teks = pelukis.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, dalam.width()
        )
        pelukis.drawText(dalam, index.data(Qt.ItemDataRole.TextAlignmentRole), teks)
        pelukis.restore()

    def helpEvent(
        self, peristiwa: QHelpEvent, tampilan: QAbstractItemView, opsi: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole text of a cell that is too narrow for it."""
        teks = str(index.data() or "") if index.isValid() else ""
        huruf = QFontMetrics(tema.huruf(tebal=bool(index.data(PERAN_JUMLAH))))
        if peristiwa.type() != QEvent.Type.ToolTip:
            return False
        cukup = huruf.horizontalAdvance(teks) <= tampilan.visualRect(index).width() - 2 * TEPI_SEL
        QToolTip.showText(peristiwa.globalPos(), "" if cukup else teks, tampilan)
        return True
