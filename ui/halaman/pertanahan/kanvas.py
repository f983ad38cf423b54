"""The canvas: corners by mouse, snapping to neighbours, moving, posts, zoom and pan.

Nothing costly happens while it is painted: whether the outline crosses itself is asked when a corner
was set, not in every frame.
"""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desa_app.pertanahan.geometri import Sudut, terdekat
from desa_app.pertanahan.sketsa import Tetangga
from ui import tema
from ui.kertas.gambar_sketsa import Bentang, Gaya, bentang_pas, lukis_batang, lukis_sketsa, lukis_utara

LEKAT_PX = 12
"""Pixels within which a corner of a neighbour, or an own corner, is caught."""
_ZOOM = 1.25
_URUNG_TERBANYAK = 200
Keadaan = tuple[tuple[Sudut, ...], tuple[int, ...], bool]
"""Corners, posts, whether the outline is closed."""


class KanvasSketsa(QWidget):
    """Shows an outline and lets one draw it. `berubah` after every change of corners or posts."""

    berubah = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sudut: tuple[Sudut, ...] = ()
        self.patok: tuple[int, ...] = ()
        self.tertutup = False
        self.tetangga: tuple[Tetangga, ...] = ()
        self.boleh = True
        self._dekat: list[Sudut] = []
        self._urung: list[Keadaan] = []
        self._bentang = Bentang(0.01, (0.0, 0.0), QRectF(self.rect()))
        self._pas = True
        self._seret: int | None = None
        self._geser: QPointF | None = None
        self._lekat: Sudut | None = None
        self._tetikus: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Sketsa bidang tanah")

    def sizeHint(self) -> QSize:
        return QSize(520, 420)

    def isi(self, sudut: tuple[Sudut, ...], patok: tuple[int, ...], tetangga: tuple[Tetangga, ...]) -> None:
        """Show a stored outline; what was drawn before is forgotten."""
        self.sudut, self.patok, self.tertutup = sudut, patok, len(sudut) > 2
        self.tetangga = tetangga
        self._dekat = [s for t in tetangga for s in t.sudut]
        self._urung.clear()
        self.paskan()

    def ubah(self, sudut: tuple[Sudut, ...], patok: tuple[int, ...], *, tertutup: bool) -> None:
        """Change the outline, remembering how it was."""
        self._urung.append((self.sudut, self.patok, self.tertutup))
        del self._urung[:-_URUNG_TERBANYAK]
        self.sudut, self.tertutup = sudut, tertutup and len(sudut) > 2
        self.patok = tuple(p for p in patok if p < len(sudut))
        self.update()
        self.berubah.emit()

    def tambah(self, sudut: Sudut) -> None:
        """One more corner after the last one."""
        self.ubah((*self.sudut, sudut), self.patok, tertutup=self.tertutup)
        if not QRectF(self.rect()).adjusted(20, 20, -20, -20).contains(self._bentang.titik(sudut)):
            self.paskan()

    def urungkan(self) -> None:
        """Take the last change back."""
        if self._urung:
            self.sudut, self.patok, self.tertutup = self._urung.pop()
            self.update()
            self.berubah.emit()

    def tutup(self) -> None:
        """Join the last corner to the first."""
        if len(self.sudut) > 2 and not self.tertutup:
            self.ubah(self.sudut, self.patok, tertutup=True)

    def paskan(self) -> None:
        """Bring the whole outline (or the neighbours) into view."""
        self._pas = True
        sudut = self.sudut or [s for t in self.tetangga for s in t.sudut]
        self._bentang = bentang_pas(sudut, QRectF(self.rect()), longgar=1.35)
        self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.fillRect(self.rect(), tema.warna("permukaan"))
        gaya = gaya_layar()
        lukis_sketsa(
            pelukis, self._bentang, gaya, self.sudut, self.patok, self.tetangga, tertutup=self.tertutup
        )
        self._lukis_bantu(pelukis)
        lukis_utara(pelukis, gaya, QPointF(self.width() - 30, 50), 40)
        lukis_batang(pelukis, gaya, self._bentang, QPointF(16, self.height() - 14), self.width() / 4)
        pelukis.end()

    def _lukis_bantu(self, pelukis: QPainter) -> None:
        """The line to the mouse and the ring around a caught corner."""
        if self._lekat is not None:
            pelukis.setPen(QPen(tema.warna("segera"), 2))
            pelukis.setBrush(Qt.BrushStyle.NoBrush)
            pelukis.drawEllipse(self._bentang.titik(self._lekat), LEKAT_PX / 1.5, LEKAT_PX / 1.5)
        if self.boleh and not self.tertutup and self.sudut and self._tetikus is not None:
            tujuan = self._bentang.titik(self._lekat) if self._lekat else self._tetikus
            pelukis.setPen(QPen(tema.warna("redup"), 1, Qt.PenStyle.DotLine))
            pelukis.drawLine(self._bentang.titik(self.sudut[-1]), tujuan)

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        if self._pas:
            self.paskan()
        else:
            self._bentang = replace(self._bentang, kotak=QRectF(self.rect()))

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, peristiwa: QMouseEvent) -> None:
        titik = peristiwa.position()
        if peristiwa.button() == Qt.MouseButton.MiddleButton or not self.boleh:
            self._geser = titik
            return
        milik = self._sudut_di(titik)
        if peristiwa.button() == Qt.MouseButton.RightButton:
            if milik is not None:
                self._balik_patok(milik)
        elif milik == 0 and not self.tertutup and len(self.sudut) > 2:
            self.tutup()
        elif milik is not None:
            self._urung.append((self.sudut, self.patok, self.tertutup))
            self._seret = milik
        elif not self.tertutup:
            self.ubah((*self.sudut, self._tempat(titik)), self.patok, tertutup=False)
        else:
            self._geser = titik

    def mouseMoveEvent(self, peristiwa: QMouseEvent) -> None:
        titik = peristiwa.position()
        if self._geser is not None:
            beda = titik - self._geser
            b = self._bentang
            tengah = (b.tengah[0] - beda.x() / b.skala, b.tengah[1] + beda.y() / b.skala)
            self._bentang, self._geser, self._pas = replace(b, tengah=tengah), titik, False
        elif self._seret is not None:
            baru = list(self.sudut)
            baru[self._seret] = self._tempat(titik)
            self.sudut = tuple(baru)
        self._tetikus = titik
        self._lekat = terdekat(self._bentang.dunia(titik), self._dekat, round(LEKAT_PX / self._bentang.skala))
        self.update()

    def mouseReleaseEvent(self, peristiwa: QMouseEvent) -> None:
        self._geser = None
        if self._seret is not None:
            self._seret = None
            if self._urung and self._urung[-1][0] == self.sudut:
                self._urung.pop()
            else:
                self.berubah.emit()

    def leaveEvent(self, peristiwa: object) -> None:
        self._tetikus = None
        self.update()

    def wheelEvent(self, peristiwa: QWheelEvent) -> None:
        self.perbesar(_ZOOM if peristiwa.angleDelta().y() > 0 else 1 / _ZOOM, peristiwa.position())

    def perbesar(self, kali: float, di: QPointF | None = None) -> None:
        """Zoom around a point (the middle when none is given)."""
        b = self._bentang
        di = di or QPointF(self.rect().center())
        dunia = b.dunia(di)
        skala = min(max(b.skala * kali, 1e-5), 1.0)
        pusat = b.kotak.center()
        tengah = (dunia[0] - (di.x() - pusat.x()) / skala, dunia[1] + (di.y() - pusat.y()) / skala)
        self._bentang, self._pas = Bentang(skala, tengah, b.kotak), False
        self.update()

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kunci = peristiwa.key()
        if kunci in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self.boleh and self.sudut:
            self.ubah(self.sudut[:-1], self.patok, tertutup=False)
        elif kunci in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.tutup()
        elif kunci in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.perbesar(_ZOOM)
        elif kunci == Qt.Key.Key_Minus:
            self.perbesar(1 / _ZOOM)
        else:
            super().keyPressEvent(peristiwa)

    def titik_layar(self, sudut: Sudut) -> QPointF:
        """Where a corner is on the canvas."""
        return self._bentang.titik(sudut)

    def _tempat(self, titik: QPointF) -> Sudut:
        """The corner meant by a point: a neighbour's when one is near, else to the centimetre."""
        dunia = self._bentang.dunia(titik)
        lekat = terdekat(dunia, self._dekat, round(LEKAT_PX / self._bentang.skala))
        return lekat or (round(dunia[0], -1), round(dunia[1], -1))

    def _sudut_di(self, titik: QPointF) -> int | None:
        for nomor, s in enumerate(self.sudut):
            beda = self._bentang.titik(s) - titik
            if abs(beda.x()) <= LEKAT_PX / 1.5 and abs(beda.y()) <= LEKAT_PX / 1.5:
                return nomor
        return None

    def _balik_patok(self, nomor: int) -> None:
        patok = set(self.patok) ^ {nomor}
        self.ubah(self.sudut, tuple(sorted(patok)), tertutup=self.tertutup)


def gaya_layar() -> Gaya:
    """The drawing's look in the scheme in force."""
    isi = QColor(tema.warna("aksen"))
    isi.setAlpha(32)
    return Gaya(
        garis=tema.warna("aksen"), isi=isi, tetangga=tema.warna("sekunder"), teks=tema.warna("teks"),
        redup=tema.warna("redup"), latar=tema.warna("permukaan"), huruf=tema.huruf(10, tebal=True),
        huruf_kecil=tema.huruf(9), tebal=2.0, titik=4.0,
    )  # fmt: skip
