"""The queue at the left: who waits, for what, and how much time is left."""

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
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desa_app.surat.pelayanan import BarisAntrean
from ui import tema
from ui.komponen.dasar import Kartu, Tombol, label, mendatar

Index = QModelIndex | QPersistentModelIndex
TINGGI = 80
PERAN_BARIS = Qt.ItemDataRole.UserRole + 1
WARNA = {
    "netral": ("netral_lembut", "sekunder", ""),
    "hijau": ("selesai_lembut", "selesai", "✓ "),
    "kuning": ("segera_lembut", "segera", ""),
    "merah": ("lewat_lembut", "lewat", "! "),
}
"""Ground, text and sign of a chip; colour is never alone."""


class ModelAntrean(QAbstractListModel):
    """Rows of the queue."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.baris: Sequence[BarisAntrean] = ()

    def isi(self, baris: Sequence[BarisAntrean]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.baris = baris
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.baris)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        baris = self.baris[index.row()]
        if role == PERAN_BARIS:
            return baris
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{baris.pemohon}, {baris.jenis}, {baris.keadaan}"
        return None


class _Pelukis(QStyledItemDelegate):
    def sizeHint(self, opsi: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, TINGGI)

    def paint(self, pelukis: QPainter, opsi: QStyleOptionViewItem, index: Index) -> None:
        baris: BarisAntrean = index.data(PERAN_BARIS)
        kotak: QRect = opsi.rect
        pelukis.save()
        if opsi.state & QStyle.StateFlag.State_Selected:
            pelukis.fillRect(kotak, tema.warna("aksen_lembut"))
            pelukis.fillRect(QRect(kotak.left(), kotak.top(), 3, kotak.height()), tema.warna("aksen"))
        pelukis.setPen(tema.warna("garis"))
        pelukis.drawLine(kotak.bottomLeft(), kotak.bottomRight())
        dalam = kotak.adjusted(16, 8, -10, -8)
        self._teks(pelukis, dalam, 0, baris.pemohon.title(), "teks", tebal=True)
        self._teks(pelukis, dalam, 20, baris.jenis, "sekunder", tebal=False)
        self._chip(pelukis, dalam.left(), dalam.top() + 42, baris)
        pelukis.restore()

    def _teks(self, p: QPainter, dalam: QRect, turun: int, teks: str, warna: str, *, tebal: bool) -> None:
        p.setFont(tema.huruf(10.5 if tebal else 9.5, tebal=tebal))
        p.setPen(tema.warna(warna))
        potong = p.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, dalam.width())
        p.drawText(
            dalam.left(), dalam.top() + turun, dalam.width(), 20, Qt.AlignmentFlag.AlignVCenter, potong
        )

    def _chip(self, p: QPainter, x: int, y: int, baris: BarisAntrean) -> None:
        dasar, tulisan, tanda = WARNA[baris.warna]
        p.setFont(tema.huruf(9))
        teks = tanda + baris.keadaan
        kotak = QRect(x, y, p.fontMetrics().horizontalAdvance(teks) + 18, 22)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QColor(Qt.GlobalColor.transparent))
        p.setBrush(tema.warna(dasar))
        p.drawRoundedRect(kotak, 10, 10)
        p.setPen(tema.warna(tulisan))
        p.drawText(kotak, Qt.AlignmentFlag.AlignCenter, teks)


class DaftarAntrean(Kartu):
    """The card with the queue. `dipilih` gives the id of a request, `baru_diminta` a new one."""

    dipilih = Signal(int)
    baru_diminta = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, tepi=1)
        self.setFixedWidth(246)
        self.isi.setContentsMargins(1, 1, 1, 1)
        self.isi.setSpacing(0)
        self.baru = Tombol("Baru", self.baru_diminta.emit, ikon="tambah", pintasan="Ctrl+N")
        kepala = mendatar(label("Antrean", "judul_kartu"), None, self.baru)
        kepala.setContentsMargins(14, 10, 10, 10)
        self.isi.addLayout(kepala)
        self.model = ModelAntrean(self)
        self.daftar = QListView()
        self.daftar.setModel(self.model)
        self.daftar.setItemDelegate(_Pelukis(self.daftar))
        self.daftar.setUniformItemSizes(True)
        self.daftar.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.daftar.setAccessibleName("Antrean permohonan")
        self.daftar.clicked.connect(self._klik)
        self.daftar.activated.connect(self._klik)
        self.kosong = label(
            "Belum ada yang menunggu. Tekan Ctrl+N untuk permohonan baru.", "redup", lipat=True
        )
        self.kosong.setContentsMargins(14, 8, 14, 8)
        self.isi.addWidget(self.kosong)
        self.isi.addWidget(self.daftar, 1)

    def isi_antrean(self, baris: Sequence[BarisAntrean], terpilih: int | None) -> None:
        """Show rows; the given request stays selected."""
        self.model.isi(baris)
        self.kosong.setVisible(not baris)
        self.pilih(terpilih)

    def pilih(self, permohonan_id: int | None) -> None:
        """Mark the request on show."""
        for nomor, satu in enumerate(self.model.baris):
            if satu.id == permohonan_id:
                self.daftar.setCurrentIndex(self.model.index(nomor))

    def lepas_pilihan(self) -> None:
        """Nothing selected: a new request is being typed."""
        self.daftar.clearSelection()
        self.daftar.setCurrentIndex(QModelIndex())

    def _klik(self, index: QModelIndex) -> None:
        self.dipilih.emit(self.model.baris[index.row()].id)
