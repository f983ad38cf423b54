"""The canvas: corners by mouse or keys, snapping to neighbours, moving, posts, zoom and pan.

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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desa_app.pertanahan.geometri import Garis, Sudut, garis_keliling, terdekat, terdekat_di_garis
from desa_app.pertanahan.sketsa import Tetangga
from ui import tema
from ui.halaman.pertanahan.bantu_gambar import lukis_lekat, lukis_penunjuk, lukis_silang, lukis_terpilih
from ui.halaman.pertanahan.urung import Keadaan, Urungan
from ui.kertas.gambar_sketsa import Bentang, Gaya, bentang_pas, lukis_batang, lukis_sketsa, lukis_utara

LEKAT_PX = 12
"""Pixels within which a corner or a side of a neighbour is caught."""
_ZOOM = 1.25
_GESER_MM, _GESER_JAUH_MM = 100, 1000
"""What an arrow key moves the chosen corner by, alone and with Shift."""
_SEKITAR_MM = 60_000
_PANAH = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip


class KanvasSketsa(QWidget):
    """Shows an outline and lets one draw it. `berubah` after every change of corners or posts."""

    berubah = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sudut: tuple[Sudut, ...] = ()
        self.patok: tuple[int, ...] = ()
        self.tertutup = False
        self.tetangga: tuple[Tetangga, ...] = ()
        self.silang: tuple[int, int] | None = None
        """Sides that cross; they are drawn in red with a ring where they meet."""
        self.terpilih: int | None = None
        """The corner that keys move, take away, or give a post."""
        self.boleh = True
        self._sudut_dekat: list[Sudut] = []
        self._garis_dekat: list[Garis] = []
        self._urungan = Urungan()
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

    # ------------------------------------------------------------------ what is drawn

    def isi(self, sudut: tuple[Sudut, ...], patok: tuple[int, ...], tetangga: tuple[Tetangga, ...]) -> None:
        """Show a stored outline; what was drawn before is forgotten."""
        self.sudut, self.patok, self.tertutup = sudut, patok, len(sudut) > 2
        self.tetangga, self.silang, self.terpilih = tetangga, None, None
        self._sudut_dekat = [s for t in tetangga for s in t.sudut]
        self._garis_dekat = [g for t in tetangga for g in garis_keliling(t.sudut)]
        self._urungan.lupakan()
        self.paskan()

    def ubah(self, sudut: tuple[Sudut, ...], patok: tuple[int, ...], *, tertutup: bool) -> None:
        """Change the outline, remembering how it was."""
        self._urungan.ingat(self._keadaan())
        self._pasang((sudut, tuple(p for p in patok if p < len(sudut)), tertutup and len(sudut) > 2))

    def _keadaan(self) -> Keadaan:
        return self.sudut, self.patok, self.tertutup

    def _pasang(self, keadaan: Keadaan) -> None:
        self.sudut, self.patok, self.tertutup = keadaan
        if self.terpilih is not None and self.terpilih >= len(self.sudut):
            self.terpilih = None
        self.update()
        self.berubah.emit()

    def tambah(self, sudut: Sudut) -> None:
        """One more corner after the last one."""
        self.ubah((*self.sudut, sudut), self.patok, tertutup=self.tertutup)
        if not QRectF(self.rect()).adjusted(20, 20, -20, -20).contains(self._bentang.titik(sudut)):
            self.paskan()

    def urungkan(self) -> None:
        """Take the last change back."""
        if (lama := self._urungan.mundur(self._keadaan())) is not None:
            self._pasang(lama)

    def ulangi(self) -> None:
        """Do again what was taken back."""
        if (baru := self._urungan.maju(self._keadaan())) is not None:
            self._pasang(baru)

    def tutup(self) -> None:
        """Join the last corner to the first."""
        if len(self.sudut) > 2 and not self.tertutup:
            self.ubah(self.sudut, self.patok, tertutup=True)

    def pilih(self, nomor: int | None) -> None:
        """Make a corner the one that keys work on."""
        self.terpilih = nomor if nomor is not None and 0 <= nomor < len(self.sudut) else None
        self.update()

    def hapus_sudut(self) -> None:
        """Take the chosen corner away, or the last one; its sides become one."""
        if not self.sudut:
            return
        nomor = len(self.sudut) - 1 if self.terpilih is None else self.terpilih
        sisa = self.sudut[:nomor] + self.sudut[nomor + 1 :]
        patok = tuple(p - (p > nomor) for p in self.patok if p != nomor)
        terbuka = self.terpilih is None
        self.terpilih = None
        self.ubah(sisa, patok, tertutup=self.tertutup and not terbuka)

    def sisipkan(self, titik: QPointF) -> bool:
        """A new corner on the side under a point; False when there is none."""
        dunia = self._bentang.dunia(titik)
        garis = garis_keliling(self.sudut)[: None if self.tertutup else -1]
        for nomor, sisi in enumerate(garis):
            if (tempat := terdekat_di_garis(dunia, [sisi], self._jangkauan())) is not None:
                sesudah = nomor + 1
                patok = tuple(p + (p >= sesudah) for p in self.patok)
                self.terpilih = sesudah
                baru = (*self.sudut[:sesudah], tempat, *self.sudut[sesudah:])
                self.ubah(baru, patok, tertutup=self.tertutup)
                return True
        return False

    def balik_patok(self, nomor: int) -> None:
        """Set a post at a corner, or take it away."""
        self.ubah(self.sudut, tuple(sorted(set(self.patok) ^ {nomor})), tertutup=self.tertutup)

    def paskan(self) -> None:
        """Bring the whole outline (or what is around it) into view."""
        self._pas = True
        # without an outline of its own: where it came from, else the land around the newest outline
        asal = [s for t in self.tetangga if t.asal for s in t.sudut]
        pusat = self.tetangga[0].sudut[0] if self.tetangga else (0, 0)
        sekitar = [s for t in self.tetangga for s in t.sudut if _dalam(s, pusat)]
        sudut = self.sudut or asal or sekitar
        self._bentang = bentang_pas(sudut, QRectF(self.rect()), longgar=1.6)
        self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.fillRect(self.rect(), tema.warna("permukaan"))
        gaya = gaya_layar()
        utara = QPointF(self.width() - 30, 50)
        lukis_sketsa(
            pelukis, self._bentang, gaya, self.sudut, self.patok, self.tetangga, tertutup=self.tertutup,
            hindari=(QRectF(utara.x() - 26, 0, 56, 84), QRectF(0, self.height() - 42, self.width() / 3, 42)),
        )  # fmt: skip
        if self.silang is not None:
            lukis_silang(pelukis, self._bentang, garis_keliling(self.sudut), self.silang)
        if self.terpilih is not None:
            lukis_terpilih(pelukis, self._bentang.titik(self.sudut[self.terpilih]))
        if self._lekat is not None:
            lukis_lekat(pelukis, self._bentang.titik(self._lekat))
        if self.boleh and not self.tertutup and self.sudut and self._tetikus is not None:
            tujuan = self._lekat or self._bentang.dunia(self._tetikus)
            lukis_penunjuk(pelukis, self._bentang, self.sudut[-1], tujuan)
        lukis_utara(pelukis, gaya, utara, 40)
        lukis_batang(pelukis, gaya, self._bentang, QPointF(16, self.height() - 14), self.width() / 4)
        pelukis.end()

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        if self._pas:
            self.paskan()
        else:
            self._bentang = replace(self._bentang, kotak=QRectF(self.rect()))

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, peristiwa: QMouseEvent) -> None:
        titik = peristiwa.position()
        if peristiwa.button() == Qt.MouseButton.MiddleButton or not self.boleh:
            self._geser = titik
            return
        milik = self._sudut_di(titik)
        if peristiwa.button() == Qt.MouseButton.RightButton:
            if milik is not None:
                self.balik_patok(milik)
        elif milik == 0 and not self.tertutup and len(self.sudut) > 2:
            self.tutup()
        elif milik is not None:
            self.pilih(milik)
            self._seret = milik
            self._urungan.ingat(self._keadaan())
        elif not self.tertutup:
            self.terpilih = None
            self.ubah((*self.sudut, self._tempat(titik)), self.patok, tertutup=False)
        else:
            self.pilih(None)
            self._geser = titik

    def mouseDoubleClickEvent(self, peristiwa: QMouseEvent) -> None:
        if self.boleh and self.tertutup and self._sudut_di(peristiwa.position()) is None:
            self._geser = None
            self.sisipkan(peristiwa.position())
            return
        self.mousePressEvent(peristiwa)

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
            self.sudut, self.silang = tuple(baru), None
        self._tetikus = titik
        self._lekat = self._tetangga_di(titik) if self.boleh else None
        self.update()

    def mouseReleaseEvent(self, peristiwa: QMouseEvent) -> None:
        self._geser = None
        if self._seret is not None:
            self._seret = None
            if not self._urungan.sama_dengan_terakhir(self.sudut):
                self.berubah.emit()

    def leaveEvent(self, peristiwa: object) -> None:
        self._tetikus = self._lekat = None
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

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kunci = Qt.Key(peristiwa.key())
        if kunci in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.perbesar(_ZOOM)
        elif kunci == Qt.Key.Key_Minus:
            self.perbesar(1 / _ZOOM)
        elif not self.boleh or not self._kunci_sudut(kunci, peristiwa.modifiers()):
            super().keyPressEvent(peristiwa)

    def _kunci_sudut(self, kunci: Qt.Key, penambah: Qt.KeyboardModifier) -> bool:
        """Keys that change the outline; False for any other."""
        if kunci in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.hapus_sudut()
        elif kunci in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.tutup()
        elif kunci in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and self.sudut:
            langkah = 1 if kunci == Qt.Key.Key_PageDown else -1
            kini = self.terpilih if self.terpilih is not None else (-1 if langkah > 0 else 0)
            self.pilih((kini + langkah) % len(self.sudut))
        elif kunci == Qt.Key.Key_P and self.terpilih is not None:
            self.balik_patok(self.terpilih)
        elif kunci in _PANAH and self.terpilih is not None:
            jauh = bool(penambah & Qt.KeyboardModifier.ShiftModifier)
            self._dorong(self.terpilih, _PANAH[kunci], _GESER_JAUH_MM if jauh else _GESER_MM)
        else:
            return False
        return True

    def _dorong(self, nomor: int, arah: tuple[int, int], jarak: int) -> None:
        baru = list(self.sudut)
        x, y = baru[nomor]
        baru[nomor] = (x + arah[0] * jarak, y + arah[1] * jarak)
        self.ubah(tuple(baru), self.patok, tertutup=self.tertutup)

    # ------------------------------------------------------------------ places

    def titik_layar(self, sudut: Sudut) -> QPointF:
        """Where a corner is on the canvas."""
        return self._bentang.titik(sudut)

    def pusat(self) -> Sudut:
        """The middle of the view to the metre: where a first corner that was typed may lie."""
        x, y = self._bentang.tengah
        return round(x / 1000) * 1000, round(y / 1000) * 1000

    def _jangkauan(self) -> int:
        return round(LEKAT_PX / self._bentang.skala)

    def _tetangga_di(self, titik: QPointF) -> Sudut | None:
        """A neighbour's corner near a point, else the nearest place on a neighbour's side."""
        dunia, jauh = self._bentang.dunia(titik), self._jangkauan()
        return terdekat(dunia, self._sudut_dekat, jauh) or terdekat_di_garis(
            dunia, self._garis_dekat, jauh // 2
        )

    def _tempat(self, titik: QPointF) -> Sudut:
        """The corner meant by a point: a neighbour's when one is near, else to the centimetre."""
        x, y = self._bentang.dunia(titik)
        return self._tetangga_di(titik) or (round(x, -1), round(y, -1))

    def _sudut_di(self, titik: QPointF) -> int | None:
        for nomor, s in enumerate(self.sudut):
            beda = self._bentang.titik(s) - titik
            if abs(beda.x()) <= LEKAT_PX / 1.5 and abs(beda.y()) <= LEKAT_PX / 1.5:
                return nomor
        return None


def _dalam(sudut: Sudut, pusat: Sudut) -> bool:
    return abs(sudut[0] - pusat[0]) < _SEKITAR_MM and abs(sudut[1] - pusat[1]) < _SEKITAR_MM


def gaya_layar() -> Gaya:
    """The drawing's look in the scheme in force."""
    isi = QColor(tema.warna("aksen"))
    isi.setAlpha(32)
    return Gaya(
        garis=tema.warna("aksen"), isi=isi, tetangga=tema.warna("sekunder"), teks=tema.warna("teks"),
        redup=tema.warna("redup"), latar=tema.warna("permukaan"), huruf=tema.huruf(10, tebal=True),
        huruf_kecil=tema.huruf(9), tebal=2.0, titik=4.0,
    )  # fmt: skip
