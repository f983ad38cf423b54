"""Choosing the kind of letter: a search line and, below it, the kinds with a figure to press for each."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desa_app.surat.katalog import KATEGORI
from desa_app.surat.pilih_jenis import JenisPilihan, saring_jenis
from ui import tema
from ui.ikon import ikon
from ui.komponen.dasar import label

Index = QModelIndex | QPersistentModelIndex
TINGGI = 34
PERAN_JENIS = Qt.ItemDataRole.UserRole + 1
ANGKA = 9
"""So many kinds can be chosen with one figure."""


class ModelJenis(QAbstractListModel):
    """Kinds on show; `berangka` while the first nine answer to a figure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jenis: list[JenisPilihan] = []
        self.berangka = True

    def isi(self, jenis: Sequence[JenisPilihan], *, berangka: bool) -> None:
        """Show other kinds."""
        self.beginResetModel()
        self.jenis, self.berangka = list(jenis), berangka
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.jenis)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pilihan = self.jenis[index.row()]
        if role == PERAN_JENIS:
            return pilihan
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return pilihan.jenis.nama
        return pilihan.jenis.status_hukum or None if role == Qt.ItemDataRole.ToolTipRole else None

    def angka(self, baris: int) -> str:
        """The figure that chooses a row; empty when it has none."""
        return str(baris + 1) if self.berangka and baris < ANGKA else ""


class _Pelukis(QStyledItemDelegate):
    def sizeHint(self, opsi: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, TINGGI)

    def paint(self, pelukis: QPainter, opsi: QStyleOptionViewItem, index: Index) -> None:
        pilihan: JenisPilihan = index.data(PERAN_JENIS)
        model = index.model()
        kotak: QRect = opsi.rect
        pelukis.save()
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        if opsi.state & QStyle.StateFlag.State_Selected:
            pelukis.fillRect(kotak, tema.warna("pilihan"))
        angka = model.angka(index.row()) if isinstance(model, ModelJenis) else ""
        self._tombol(pelukis, QRect(kotak.left() + 8, kotak.top() + 7, 20, 20), angka)
        kanan = ("★ " if pilihan.jenis.favorit else "") + KATEGORI.get(pilihan.jenis.kategori, "")
        pelukis.setFont(tema.huruf(9))
        pelukis.setPen(tema.warna("sekunder"))
        lebar = pelukis.fontMetrics().horizontalAdvance(kanan)
        bingkai = kotak.adjusted(38, 0, -10, 0)
        pelukis.drawText(bingkai, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kanan)
        pelukis.setFont(tema.huruf(10.5))
        pelukis.setPen(tema.warna("teks"))
        nama = pelukis.fontMetrics().elidedText(
            pilihan.jenis.nama, Qt.TextElideMode.ElideRight, bingkai.width() - lebar - 12
        )
        pelukis.drawText(bingkai, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, nama)
        pelukis.restore()

    def _tombol(self, p: QPainter, kotak: QRect, angka: str) -> None:
        if angka:
            p.setPen(tema.warna("garis"))
            p.setBrush(tema.warna("alas"))
            p.drawRoundedRect(kotak, 4, 4)
            p.setFont(tema.huruf(9))
            p.setPen(tema.warna("sekunder"))
            p.drawText(kotak, Qt.AlignmentFlag.AlignCenter, angka)


class KotakJenis(QLineEdit):
    """The search line. Up and Down move in the list, Enter or a figure chooses."""

    geser = Signal(int)
    pasti = Signal()
    angka = Signal(int)
    favorit = Signal()
    lepas = Signal()
    masuk = Signal()

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kunci = peristiwa.key()
        semua = not self.text() or self.hasSelectedText()
        if kunci in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.geser.emit(1 if kunci == Qt.Key.Key_Down else -1)
        elif kunci in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pasti.emit()
        elif semua and Qt.Key.Key_1 <= kunci <= Qt.Key.Key_9 and not peristiwa.modifiers():
            self.angka.emit(kunci - Qt.Key.Key_1)
        elif kunci == Qt.Key.Key_D and peristiwa.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.favorit.emit()
        elif kunci == Qt.Key.Key_Escape and self.isModified():
            self.lepas.emit()
        else:
            super().keyPressEvent(peristiwa)

    def focusInEvent(self, peristiwa: QFocusEvent) -> None:
        super().focusInEvent(peristiwa)
        self.selectAll()
        self.masuk.emit()


class PilihJenis(QWidget):
    """`dipilih` gives the chosen kind; `terbuka` tells whether the list takes the room of the form;
    `lanjut` after Enter on the kind that is chosen already."""

    dipilih = Signal(object)
    lanjut = Signal()
    favorit_diubah = Signal(str, bool)
    terbuka = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._semua: list[JenisPilihan] = []
        self.pilihan: JenisPilihan | None = None
        self.kotak = KotakJenis()
        self.kotak.setAccessibleName("Jenis surat")
        self.kotak.setPlaceholderText("angka di bawah, atau ketik: domisili, sktm, usaha …")
        self.kotak.addAction(ikon("cari", "redup"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = ModelJenis(self)
        self.daftar = QListView()
        self.daftar.setObjectName("Saran")
        self.daftar.setFrameShape(QFrame.Shape.NoFrame)
        self.daftar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.daftar.setModel(self.model)
        self.daftar.setItemDelegate(_Pelukis(self.daftar))
        self.daftar.setUniformItemSizes(True)
        self.daftar.setAccessibleName("Daftar jenis surat")
        self.petunjuk = label("Enter memilih. Ctrl+D menandai jenis yang sering dipakai (★).", "kecil")
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(6)
        for bagian in (self.kotak, self.daftar, self.petunjuk):
            tata.addWidget(bagian)
        tata.setStretchFactor(self.daftar, 1)
        self.setFocusProxy(self.kotak)
        self.kotak.textEdited.connect(lambda _: self._saring())
        self.kotak.geser.connect(self._geser)
        self.kotak.pasti.connect(self._pasti)
        self.kotak.angka.connect(self._angka)
        self.kotak.favorit.connect(self._favorit)
        self.kotak.lepas.connect(lambda: self.setel(self.pilihan))
        self.daftar.clicked.connect(lambda index: self._pilih(index.row()))

    def isi(self, jenis: Sequence[JenisPilihan]) -> None:
        """Kinds to choose from, the usual ones first."""
        self._semua = list(jenis)
        if self.daftar.isVisibleTo(self):
            self._saring()

    def cari(self, slug: str) -> JenisPilihan | None:
        """The kind of a slug."""
        return next((j for j in self._semua if j.jenis.slug == slug), None)

    def setel(self, pilihan: JenisPilihan | None) -> None:
        """Show a chosen kind, or the whole list when there is none."""
        self.pilihan = pilihan
        self.kotak.setText(pilihan.jenis.nama if pilihan else "")
        self.kotak.setModified(False)
        self.kotak.setCursorPosition(0)
        self._buka(terbuka=pilihan is None)

    def _buka(self, *, terbuka: bool) -> None:
        if terbuka:
            self._isi_daftar()
        self.daftar.setVisible(terbuka)
        self.petunjuk.setVisible(terbuka)
        self.terbuka.emit(terbuka)

    def _saring(self) -> None:
        self._buka(terbuka=True)

    def _isi_daftar(self) -> None:
        teks = self.kotak.text() if self.kotak.isModified() else ""
        self.model.isi(saring_jenis(self._semua, teks), berangka=not teks.strip())
        if self.model.jenis:
            self.daftar.setCurrentIndex(self.model.index(0))

    def _geser(self, langkah: int) -> None:
        if not self.daftar.isVisibleTo(self):
            self._buka(terbuka=True)
        elif self.model.jenis:
            baris = (self.daftar.currentIndex().row() + langkah) % len(self.model.jenis)
            self.daftar.setCurrentIndex(self.model.index(baris))

    def _pasti(self) -> None:
        if self.daftar.isVisibleTo(self):
            self._pilih(self.daftar.currentIndex().row())
        else:
            self.lanjut.emit()

    def _angka(self, baris: int) -> None:
        if not self.daftar.isVisibleTo(self):
            self._buka(terbuka=True)
        self._pilih(baris)

    def _pilih(self, baris: int) -> None:
        if 0 <= baris < len(self.model.jenis):
            pilihan = self.model.jenis[baris]
            self.setel(pilihan)
            self.dipilih.emit(pilihan)

    def _favorit(self) -> None:
        baris = self.daftar.currentIndex().row()
        if self.daftar.isVisibleTo(self) and 0 <= baris < len(self.model.jenis):
            jenis = self.model.jenis[baris].jenis
            self.favorit_diubah.emit(jenis.slug, not jenis.favorit)
