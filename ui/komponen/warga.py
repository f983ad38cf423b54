"""Finding a person while typing: name, NIK, KK or a parent's name; the list answers at once."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
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

from desa_app.bahasa import kapital_kata, samarkan
from ui import tema
from ui.ikon import ikon
from ui.komponen.dasar import label
from ui.tasks import TaskRunner

TUNDA_MD = 120
TINGGI_BUTIR = 48
BUTIR_TAMPAK = 7
PERAN_RINCIAN = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Warga(Protocol):
    """What the search gives for one resident."""

    @property
    def id(self) -> int: ...
    @property
    def nik(self) -> str | None: ...
    @property
    def nama(self) -> str: ...
    @property
    def no_kk(self) -> str: ...
    @property
    def dusun(self) -> str: ...
    @property
    def umur(self) -> int | None: ...
    @property
    def nama_ayah(self) -> str: ...
    @property
    def nama_ibu(self) -> str: ...


def rincian_warga(warga: Warga) -> str:
    """The line that tells namesakes apart; numbers are masked."""
    umur = f"{warga.umur} th" if warga.umur is not None else "umur tidak diketahui"
    nik = f"NIK {samarkan(warga.nik)}" if warga.nik else "belum punya NIK"
    orang_tua = " dan ".join(kapital_kata(n) for n in (warga.nama_ayah, warga.nama_ibu) if n)
    anak = f"anak {orang_tua}" if orang_tua else ""
    return " · ".join(b for b in (umur, nik, kapital_kata(warga.dusun), anak) if b)


class DaftarDuaBaris(QAbstractListModel):
    """A list whose rows have a title and a line of details."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.butir: list[tuple[str, str, Any]] = []

    def isi(self, butir: Sequence[tuple[str, str, Any]]) -> None:
        """Replace all rows: (title, details, what stands behind)."""
        self.beginResetModel()
        self.butir = list(butir)
        self.endResetModel()

    def ganti(self, baris: int, butir: tuple[str, str, Any]) -> None:
        """Replace one row; selection and scroll position stay."""
        self.butir[baris] = butir
        self.dataChanged.emit(self.index(baris), self.index(baris))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.butir)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.butir[index.row()][0]
        return self.butir[index.row()][1] if role == PERAN_RINCIAN else None


class PelukisDuaBaris(QStyledItemDelegate):
    """Paints title and details one above the other; `besar` for a laptop in the field, `terik` in the sun."""

    def __init__(self, parent: QObject | None = None, *, besar: bool = False) -> None:
        super().__init__(parent)
        self.terik = False
        self._tinggi, self._judul, self._rincian = (58, 13.0, 10.5) if besar else (TINGGI_BUTIR, 10.5, 9.0)

    def sizeHint(self, opsi: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._tinggi)

    def paint(self, pelukis: QPainter, opsi: QStyleOptionViewItem, index: Index) -> None:
        kotak: QRect = opsi.rect
        pelukis.save()
        terpilih = bool(opsi.state & QStyle.StateFlag.State_Selected)
        if terpilih:
            pelukis.fillRect(kotak, tema.warna("teks" if self.terik else "pilihan"))
        judul = "permukaan" if terpilih and self.terik else "teks"
        rincian = judul if self.terik else "sekunder"
        tengah = self._tinggi // 2
        atas, bawah = kotak.adjusted(12, 6, -12, -tengah), kotak.adjusted(12, tengah, -12, -5)
        self._tulis(pelukis, atas, str(index.data() or ""), self._judul, judul, tebal=True)
        self._tulis(pelukis, bawah, str(index.data(PERAN_RINCIAN) or ""), self._rincian, rincian, tebal=False)
        pelukis.restore()

    def _tulis(
        self, pelukis: QPainter, kotak: QRect, teks: str, pt: float, warna: str, *, tebal: bool
    ) -> None:
        pelukis.setFont(tema.huruf(pt, tebal=tebal))
        pelukis.setPen(tema.warna(warna))
        potong = pelukis.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, kotak.width())
        pelukis.drawText(kotak, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, potong)


class _Munculan(QFrame):
    """The list under the input; it never takes the focus."""

    def __init__(self, parent: QWidget, model: DaftarDuaBaris) -> None:
        super().__init__(parent)
        self.setProperty("bidang", "munculan")
        self.daftar = QListView(self)
        self.daftar.setObjectName("Saran")
        self.daftar.setFrameShape(QFrame.Shape.NoFrame)
        self.daftar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.daftar.setModel(model)
        self.daftar.setItemDelegate(PelukisDuaBaris(self.daftar))
        self.daftar.setUniformItemSizes(True)
        self.kosong = label("Tidak ada yang cocok.", "redup")
        self.kosong.setContentsMargins(12, 8, 12, 8)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(1, 1, 1, 1)
        tata.addWidget(self.daftar)
        tata.addWidget(self.kosong)
        self.hide()

    def muncul(self, kotak: QWidget, banyak: int) -> None:
        """Show below the input (or the box around it), as high as its rows need."""
        self.daftar.setVisible(banyak > 0)
        self.kosong.setVisible(banyak == 0)
        tinggi = min(banyak, BUTIR_TAMPAK) * TINGGI_BUTIR + 6 if banyak else 40
        tempat = kotak.mapTo(kotak.window(), QPoint(0, kotak.height() + 2))
        self.setGeometry(tempat.x(), tempat.y(), max(kotak.width(), 320), tinggi)
        self.show()
        self.raise_()


class KotakCari(QLineEdit):
    """An input that asks `cari(text)` off the window while one types and lists the answers.

    `butir` turns an answer into (title, details). Up, Down and Enter choose; Escape closes the list.
    """

    dipilih = Signal(object)

    def __init__(
        self,
        cari: Callable[[str], Sequence[Any]],
        butir: Callable[[Any], tuple[str, str]],
        tugas: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cari, self._butir, self._tugas = cari, butir, tugas
        self._model = DaftarDuaBaris(self)
        self._munculan: _Munculan | None = None
        self.jangkar: QWidget = self
        """The list opens below this widget."""
        self._nomor = 0
        self._pilih_saat_datang = False
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self._tanya)
        self.addAction(ikon("cari", "redup"), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self._diketik)

    def hasil(self) -> list[Any]:
        """The answers on show."""
        return [isi for _, _, isi in self._model.butir]

    def tutup(self) -> None:
        """Close the list."""
        self._nomor += 1
        self._jam.stop()
        if self._munculan is not None:
            self._munculan.hide()

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kunci = peristiwa.key()
        if kunci in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._geser(1 if kunci == Qt.Key.Key_Down else -1)
        elif kunci in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self._pilih_kini()
        elif kunci == Qt.Key.Key_Escape and self._terbuka():
            self.tutup()
        else:
            super().keyPressEvent(peristiwa)

    def focusOutEvent(self, peristiwa: Any) -> None:
        super().focusOutEvent(peristiwa)
        self.tutup()

    def eventFilter(self, benda: QObject, peristiwa: QEvent) -> bool:
        # the list belongs to the window, not to this input: follow it when the window closes
        if peristiwa.type() in {QEvent.Type.Resize, QEvent.Type.Hide}:
            self.tutup()
        return super().eventFilter(benda, peristiwa)

    def _terbuka(self) -> bool:
        return self._munculan is not None and self._munculan.isVisible()

    def _diketik(self, teks: str) -> None:
        self._pilih_saat_datang = False
        if teks.strip():
            self._jam.start()
        else:
            self.tutup()

    def _tanya(self) -> None:
        self._nomor += 1
        nomor, teks = self._nomor, self.text()
        self._tugas.run(lambda: self._cari(teks), lambda hasil: self._jawab(nomor, hasil), owner=self)

    def _jawab(self, nomor: int, hasil: Sequence[Any]) -> None:
        if nomor != self._nomor:
            return
        self._model.isi([(*self._butir(h), h) for h in hasil])
        munculan = self._siapkan_munculan()
        munculan.muncul(self.jangkar, len(hasil))
        if hasil:
            munculan.daftar.setCurrentIndex(self._model.index(0))
            if self._pilih_saat_datang:
                self._pilih_kini()

    def _siapkan_munculan(self) -> _Munculan:
        if self._munculan is None or self._munculan.parent() is not self.window():
            self._munculan = _Munculan(self.window(), self._model)
            self._munculan.daftar.clicked.connect(lambda index: self._pilih(index.row()))
            self.window().installEventFilter(self)
        return self._munculan

    def _geser(self, langkah: int) -> None:
        if not self._terbuka() or self._munculan is None or not self._model.butir:
            return
        baris = (self._munculan.daftar.currentIndex().row() + langkah) % len(self._model.butir)
        self._munculan.daftar.setCurrentIndex(self._model.index(baris))

    def _pilih_kini(self) -> None:
        if self._terbuka() and self._munculan is not None and self._model.butir and not self._jam.isActive():
            self._pilih(self._munculan.daftar.currentIndex().row())
            return
        self._pilih_saat_datang = True  # Enter was quicker than the answer
        self._jam.stop()
        self._tanya()

    def _pilih(self, baris: int) -> None:
        self._pilih_saat_datang = False
        terpilih = self._model.butir[max(baris, 0)][2]
        self.tutup()
        self.dipilih.emit(terpilih)


class PilihWarga(KotakCari):
    """Search box for a person. After a choice it shows the name and `warga` holds the person."""

    def __init__(
        self, cari: Callable[[str], Sequence[Warga]], tugas: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(cari, lambda w: (w.nama, rincian_warga(w)), tugas, parent)
        self.warga: Warga | None = None
        self.setPlaceholderText("Nama, NIK, KK, atau nama orang tua")
        self.dipilih.connect(self._ambil)
        self.textEdited.connect(self._lupakan)

    def setel(self, warga: Warga | None) -> None:
        """Show a person that is already known."""
        self.warga = warga
        self.setText(warga.nama if warga else "")

    def _ambil(self, warga: Warga) -> None:
        self.setel(warga)

    def _lupakan(self) -> None:
        self.warga = None
