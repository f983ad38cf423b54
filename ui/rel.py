"""The rail at the left: village, pages with icons and badges, the person at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import tema
from ui.halaman import HalamanInfo
from ui.ikon import gambar
from ui.komponen.dasar import label, menurun

LEBAR, LEBAR_LIPAT = 204, 60
LIPAT_PADA = 1280
"""Window width at and below which only the icons stay."""


class TombolRel(QAbstractButton):
    """One page in the rail."""

    def __init__(self, ikon: str, teks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ikon, self._lencana, self._lipat = ikon, 0, False
        self.setText(teks)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(teks)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def lencana(self, jumlah: int) -> None:
        """Number of things that wait; 0 for none."""
        self._lencana = jumlah
        self.setAccessibleName(f"{self.text()}, {jumlah} menunggu" if jumlah else self.text())
        self.update()

    def lipat(self, ya: bool) -> None:
        """Show only the icon, with the words as tooltip."""
        self._lipat = ya
        self.setToolTip(self.text() if ya else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEBAR - 20, 34)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            pelukis.setPen(Qt.PenStyle.NoPen)
            pelukis.setOpacity(1.0 if self.isChecked() else 0.5)
            pelukis.setBrush(tema.warna("rel_aktif"))
            pelukis.drawRoundedRect(kotak, 6, 6)
            pelukis.setOpacity(1.0)
        if self.hasFocus():
            pelukis.setPen(tema.warna("rel_teks"))
            pelukis.setBrush(Qt.BrushStyle.NoBrush)
            pelukis.drawRoundedRect(kotak.adjusted(1, 1, -1, -1), 5, 5)
        nama_warna = "rel_terang" if self.isChecked() else "rel_teks"
        kiri = (self.width() - 18) / 2 if self._lipat else 9
        gambar(pelukis, self._ikon, QRectF(kiri, 8, 18, 18), nama_warna)
        if not self._lipat:
            pelukis.setFont(self._huruf())
            pelukis.setPen(tema.warna(nama_warna))
            pelukis.drawText(
                self.rect().adjusted(35, 0, -4, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self.text(),
            )
        if self._lencana:
            self._lukis_lencana(pelukis)

    def _huruf(self) -> QFont:
        """Bold for the page on show, unless the words would then run under the badge."""
        tebal = tema.huruf(tebal=True)
        muat = QFontMetrics(tebal).horizontalAdvance(self.text()) <= self.width() - 35 - 30 * bool(
            self._lencana
        )
        return tebal if self.isChecked() and muat else tema.huruf()

    def _lukis_lencana(self, pelukis: QPainter) -> None:
        teks = str(self._lencana) if self._lencana < 100 else "99+"
        huruf = tema.huruf(8, tebal=True)
        lebar = max(18, QFontMetrics(huruf).horizontalAdvance(teks) + 11)
        atas = 1 if self._lipat else 9
        kotak = QRectF(self.width() - lebar - (2 if self._lipat else 8), atas, lebar, 16)
        pelukis.setPen(Qt.PenStyle.NoPen)
        pelukis.setBrush(tema.warna("lencana"))
        pelukis.drawRoundedRect(kotak, 8, 8)
        pelukis.setFont(huruf)
        pelukis.setPen(tema.warna("di_atas_lencana"))
        pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, teks)


class Rel(QFrame):
    """Emits `dipilih` with the key of a page. `kaki` is where the window puts the person's menu."""

    dipilih = Signal(str)
    pengguna_diklik = Signal()

    def __init__(
        self, halaman: Sequence[HalamanInfo], desa: str, wilayah: str, nama: str, peran: str
    ) -> None:
        super().__init__()
        self.setObjectName("Rel")
        self.tombol: dict[str, TombolRel] = {}
        self._kepala = menurun(
            label(desa, "rel_judul", lipat=True), label(wilayah, "rel_redup", lipat=True), jarak=2
        )
        self._judul = QWidget()
        self._judul.setLayout(self._kepala)
        self._kepala.setContentsMargins(8, 0, 8, 12)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(10, 16, 10, 12)
        tata.setSpacing(2)
        tata.addWidget(self._judul)
        for info in halaman:
            tombol = TombolRel(info.kunci, info.judul)
            tombol.clicked.connect(lambda _=False, kunci=info.kunci: self.dipilih.emit(kunci))
            self.tombol[info.kunci] = tombol
            tata.addWidget(tombol)
        tata.addStretch(1)
        garis = QFrame()
        garis.setObjectName("GarisRel")
        tata.addWidget(garis)
        tata.addSpacing(6)
        self._kaki = _TombolPengguna(nama, peran)
        self._kaki.clicked.connect(self.pengguna_diklik)
        tata.addWidget(self._kaki)
        self.setFixedWidth(LEBAR)

    def lipat(self, ya: bool) -> None:
        """Fold to icons, or show the words again."""
        self.setFixedWidth(LEBAR_LIPAT if ya else LEBAR)
        self._judul.setVisible(not ya)
        self._kaki.lipat(ya)
        for tombol in self.tombol.values():
            tombol.lipat(ya)

    def pilih(self, kunci: str) -> None:
        """Mark the page on show."""
        if kunci in self.tombol:
            self.tombol[kunci].setChecked(True)

    def lencana(self, kunci: str, jumlah: int) -> None:
        """Badge of a page; unknown keys are pages this person may not see."""
        if kunci in self.tombol:
            self.tombol[kunci].lencana(jumlah)

    def kaki(self) -> QWidget:
        """The button with the person's name; its menu opens above it."""
        return self._kaki


class _TombolPengguna(QAbstractButton):
    """Name and role of the person who is logged in."""

    def __init__(self, nama: str, peran: str) -> None:
        super().__init__()
        self._nama, self._peran, self._lipat = nama, peran, False
        self.setFixedHeight(44)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{nama}, {peran}. Buka menu pengguna")
        self.setToolTip(f"{nama} · {peran}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def lipat(self, ya: bool) -> None:
        """Show only an icon."""
        self._lipat = ya
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEBAR - 20, 44)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            pelukis.setPen(tema.warna("rel_teks") if self.hasFocus() else Qt.PenStyle.NoPen)
            pelukis.setBrush(tema.warna("rel_aktif"))
            pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self._lipat:
            gambar(pelukis, "pengguna", QRectF((self.width() - 18) / 2, 13, 18, 18), "rel_terang")
            return
        for atas, tinggi, teks, pt, nama_warna in (
            (4, 19, self._nama, 9.5, "rel_terang"),
            (22, 18, self._peran, 9.0, "rel_teks"),
        ):
            pelukis.setFont(tema.huruf(pt, tebal=nama_warna == "rel_terang"))
            pelukis.setPen(tema.warna(nama_warna))
            potong = pelukis.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, self.width() - 34)
            pelukis.drawText(
                QRectF(8, atas, self.width() - 30, tinggi), Qt.AlignmentFlag.AlignVCenter, potong
            )
        gambar(pelukis, "atas", QRectF(self.width() - 22, 15, 14, 14), "rel_redup")
