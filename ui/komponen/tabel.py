"""Tables in the house grammar: rows of 32 px, figures to the right, a bold total row on a tint.

`ModelTetap` shows rows that are already at hand. `ModelBerjendela` shows a list of any length: the
sorted ids come in one query, rows in blocks of 200 when the view asks, a bounded cache keeps them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desa_app.buku.cetak import Rata
from ui.komponen.sel_tabel import PERAN_JUMLAH, PERAN_KEADAAN, Index, PelukisSel
from ui.tasks import TaskRunner

BLOK = 200
BLOK_TERBANYAK = 25
TINGGI_BARIS = 32
LENTUR_LEBIH = 50
"""How much wider than its heading an elastic column stays, so that its rows can be told apart."""

_RATA = {
    "kiri": Qt.AlignmentFlag.AlignLeft,
    "tengah": Qt.AlignmentFlag.AlignHCenter,
    "kanan": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True)
class KolomTabel:
    """One column on screen: heading, width in pixels (0 takes what is left), alignment, sort key."""

    judul: str
    lebar: int = 120
    rata: Rata = "kiri"
    kunci: str = ""


class ModelTabel(QAbstractTableModel):
    """Headings, alignment and the total row; subclasses give the rows."""

    def __init__(self, kolom: Sequence[KolomTabel], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kolom = tuple(kolom)
        self._jumlah: tuple[str, ...] | None = None

    def banyak(self) -> int:
        """Rows without the total row."""
        raise NotImplementedError

    def teks(self, baris: int, kolom: int) -> str:
        """Text of a cell."""
        raise NotImplementedError

    def setel_jumlah(self, jumlah: tuple[str, ...] | None) -> None:
        """Show a total row under the others, or none."""
        self.beginResetModel()
        self._jumlah = jumlah
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return self.banyak() + (self._jumlah is not None)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.kolom)

    def headerData(self, bagian: int, arah: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if arah != Qt.Orientation.Horizontal or not 0 <= bagian < len(self.kolom):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.kolom[bagian].judul
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RATA[self.kolom[bagian].rata] | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        baris, kolom = index.row(), index.column()
        jumlah = self._jumlah is not None and baris == self.banyak()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._jumlah[kolom] if jumlah and self._jumlah else self.teks(baris, kolom)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RATA[self.kolom[kolom].rata] | Qt.AlignmentFlag.AlignVCenter
        if role == PERAN_JUMLAH:
            return jumlah
        return None


class ModelTetap(ModelTabel):
    """Rows that are at hand, each a tuple of texts."""

    def __init__(self, kolom: Sequence[KolomTabel], parent: QObject | None = None) -> None:
        super().__init__(kolom, parent)
        self._baris: list[tuple[str, ...]] = []
        self._keadaan: dict[tuple[int, int], str] = {}

    def isi(
        self,
        baris: Sequence[tuple[str, ...]],
        jumlah: tuple[str, ...] | None = None,
        keadaan: dict[tuple[int, int], str] | None = None,
    ) -> None:
        """Replace all rows. `keadaan` gives a colour token to single cells (row, column)."""
        self.beginResetModel()
        self._baris, self._jumlah, self._keadaan = list(baris), jumlah, keadaan or {}
        self.endResetModel()

    def banyak(self) -> int:
        return len(self._baris)

    def teks(self, baris: int, kolom: int) -> str:
        return self._baris[baris][kolom]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == PERAN_KEADAAN and index.isValid():
            return self._keadaan.get((index.row(), index.column()))
        return super().data(index, role)


class ModelBerjendela(ModelTabel):
    """Any number of rows, known by id; nothing is fetched that nobody looks at.

    `ambil_ids(saringan)` and `ambil_baris(ids)` run off the window. Answers to an older search are
    dropped. `terisi` tells the number of rows after each search.
    """

    terisi = Signal(int)

    def __init__(
        self,
        kolom: Sequence[KolomTabel],
        ambil_ids: Callable[[Any], Sequence[int]],
        ambil_baris: Callable[[Sequence[int]], dict[int, tuple[str, ...]]],
        tugas: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(kolom, parent)
        self._ambil_ids, self._ambil_baris, self._tugas = ambil_ids, ambil_baris, tugas
        self._ids: Sequence[int] = []
        self._blok: dict[int, dict[int, tuple[str, ...]] | None] = {}  # None: asked for
        self._nomor_cari = 0

    @property
    def ids(self) -> Sequence[int]:
        """The ids on show, in order; exports walk the same ones."""
        return self._ids

    def cari(self, saringan: Any = None) -> None:
        """Ask for the ids of a filter and show them when they come."""
        self._nomor_cari += 1
        nomor = self._nomor_cari
        self._tugas.run(lambda: self._ambil_ids(saringan), lambda ids: self._tampil(nomor, ids), owner=self)

    def id_baris(self, baris: int) -> int | None:
        """Id behind a row; None for the total row."""
        return self._ids[baris] if 0 <= baris < len(self._ids) else None

    def baris_id(self, id_: int) -> int | None:
        """Row of an id, None when it is not in the list."""
        try:
            return self._ids.index(id_)
        except ValueError:
            return None

    def banyak(self) -> int:
        return len(self._ids)

    def teks(self, baris: int, kolom: int) -> str:
        nomor = baris // BLOK
        blok = self._blok.get(nomor)
        if blok is None:
            self._minta(nomor)
            return "…"
        isi = blok.get(self._ids[baris])
        return isi[kolom] if isi else ""

    def _tampil(self, nomor: int, ids: Sequence[int]) -> None:
        if nomor != self._nomor_cari:
            return
        self.beginResetModel()
        self._ids, self._blok = ids, {}
        self.endResetModel()
        self.terisi.emit(len(ids))

    def _minta(self, blok: int) -> None:
        if blok in self._blok:
            return
        if len(self._blok) >= BLOK_TERBANYAK:
            self._blok.pop(next(iter(self._blok)))
        self._blok[blok] = None
        nomor, ids = self._nomor_cari, self._ids[blok * BLOK : (blok + 1) * BLOK]
        self._tugas.run(
            lambda: self._ambil_baris(ids), lambda baris: self._isi_blok(nomor, blok, baris), owner=self
        )

    def _isi_blok(self, nomor: int, blok: int, baris: dict[int, tuple[str, ...]]) -> None:
        if nomor != self._nomor_cari or blok not in self._blok:  # an older search, or scrolled far away
            return
        self._blok[blok] = baris
        terakhir = min((blok + 1) * BLOK, len(self._ids)) - 1
        if terakhir >= 0:
            self.dataChanged.emit(self.index(blok * BLOK, 0), self.index(terakhir, self.columnCount() - 1))


class TabelData(QTableView):
    """A table of whole rows. `dibuka` gives the row that was double-clicked or answered with Enter;
    `urutan_diminta` the sort key of a heading and whether it is descending. `kepala` replaces the
    usual one-line heading."""

    dibuka = Signal(int)
    urutan_diminta = Signal(str, bool)

    def __init__(
        self, model: ModelTabel, parent: QWidget | None = None, *, kepala: QHeaderView | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        model.setParent(self)
        if kepala is not None:
            self.setHorizontalHeader(kepala)
        self.setItemDelegate(PelukisSel(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tegak = self.verticalHeader()
        tegak.hide()
        tegak.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        tegak.setDefaultSectionSize(TINGGI_BARIS)
        self._atur_kepala(tinggi_tetap=kepala is None)
        self.doubleClicked.connect(lambda index: self._buka(index.row()))

    def _atur_kepala(self, *, tinggi_tetap: bool) -> None:
        kepala = self.horizontalHeader()
        kepala.setHighlightSections(False)
        if tinggi_tetap:
            kepala.setFixedHeight(TINGGI_BARIS)
        kepala.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for nomor, kolom in enumerate(self._model.kolom):
            if kolom.lebar:
                kepala.resizeSection(nomor, kolom.lebar)
            else:
                kepala.setSectionResizeMode(nomor, QHeaderView.ResizeMode.Stretch)
        if any(kolom.kunci for kolom in self._model.kolom):
            kepala.setSectionsClickable(True)
            kepala.setSortIndicatorShown(False)
            kepala.sectionClicked.connect(self._minta_urut)
        self._urut: tuple[int, bool] = (-1, False)

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self._bagi_lebar()

    def _bagi_lebar(self) -> None:
        """Elastic columns share what is left over, but never less than words need: then the table scrolls."""
        lentur = [n for n, kolom in enumerate(self._model.kolom) if not kolom.lebar]
        if not lentur:
            return
        kepala = self.horizontalHeader()
        tetap = sum(kepala.sectionSize(n) for n in range(kepala.count()) if n not in lentur)
        huruf = kepala.fontMetrics()
        terkecil = {n: huruf.horizontalAdvance(self._model.kolom[n].judul) + LENTUR_LEBIH for n in lentur}
        sempit = self.viewport().width() - tetap < len(lentur) * max(terkecil.values())
        mode = QHeaderView.ResizeMode.Interactive if sempit else QHeaderView.ResizeMode.Stretch
        for nomor in lentur:
            if kepala.sectionResizeMode(nomor) != mode:
                kepala.setSectionResizeMode(nomor, mode)
            if sempit:
                kepala.resizeSection(nomor, terkecil[nomor])

    def baris_terpilih(self) -> int | None:
        """Row that is selected, None when there is none or it is the total row."""
        index = self.currentIndex()
        return index.row() if index.isValid() and index.row() < self._model.banyak() else None

    def keyPressEvent(self, peristiwa: Any) -> None:
        if peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.baris_terpilih() is not None:
            self._buka(self.currentIndex().row())
            return
        super().keyPressEvent(peristiwa)

    def _buka(self, baris: int) -> None:
        if baris < self._model.banyak():
            self.dibuka.emit(baris)

    def _minta_urut(self, kolom: int) -> None:
        if not self._model.kolom[kolom].kunci:
            return
        turun = self._urut == (kolom, False)
        self._urut = (kolom, turun)
        kepala = self.horizontalHeader()
        kepala.setSortIndicatorShown(True)
        arah = Qt.SortOrder.DescendingOrder if turun else Qt.SortOrder.AscendingOrder
        kepala.setSortIndicator(kolom, arah)
        self.urutan_diminta.emit(self._model.kolom[kolom].kunci, turun)
