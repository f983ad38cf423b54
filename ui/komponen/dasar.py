"""Small parts of every page: text, lines, cards, chips, buttons, the empty page."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui import tema
from ui.ikon import ikon as buat_ikon

L = TypeVar("L", QHBoxLayout, QVBoxLayout)

LEBAR_BACA = 640
"""Pixels after which running text wraps: about 90 characters."""


class Keadaan(StrEnum):
    """State of a chip or a note; it is always said in words too."""

    SELESAI = "selesai"
    SEGERA = "segera"
    LEWAT = "lewat"
    NETRAL = "netral"


TANDA = {Keadaan.SELESAI: "✓", Keadaan.SEGERA: "!", Keadaan.LEWAT: "✗", Keadaan.NETRAL: ""}
"""The sign before a chip's words, so that colour is never alone."""


def label(teks: str = "", huruf: str = "", *, lipat: bool = False) -> QLabel:
    """A text in one of the sizes of the style sheet. Never interprets its text as markup."""
    hasil = QLabel(teks)
    hasil.setTextFormat(Qt.TextFormat.PlainText)
    if huruf:
        hasil.setProperty("huruf", huruf)
    if lipat:
        hasil.setWordWrap(True)
        hasil.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return hasil


def paragraf(teks: str, huruf: str = "") -> QHBoxLayout:
    """Running text that wraps after about 90 characters, however wide the window is."""
    isi = label(teks, huruf, lipat=True)
    isi.setFixedWidth(LEBAR_BACA)
    return mendatar(isi, None)


def garis() -> QFrame:
    """A horizontal line of one pixel."""
    hasil = QFrame()
    hasil.setProperty("bidang", "garis")
    return hasil


def mendatar(*isi: QWidget | int | None, jarak: int = tema.JARAK_S) -> QHBoxLayout:
    """A row: widgets, numbers for fixed gaps, None for stretch."""
    return _susun(QHBoxLayout(), isi, jarak)


def menurun(*isi: QWidget | int | None, jarak: int = tema.JARAK_S) -> QVBoxLayout:
    """A column: widgets, numbers for fixed gaps, None for stretch."""
    return _susun(QVBoxLayout(), isi, jarak)


def _susun(tata: L, isi: tuple[QWidget | int | None, ...], jarak: int) -> L:
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(jarak)
    for bagian in isi:
        if bagian is None:
            tata.addStretch(1)
        elif isinstance(bagian, int):
            tata.addSpacing(bagian)
        else:
            tata.addWidget(bagian)
    return tata


def kosongkan(tata: QLayout) -> None:
    """Remove and free everything in a layout."""
    while (butir := tata.takeAt(0)) is not None:
        if (widget := butir.widget()) is not None:
            widget.hide()  # a showing that still waits would otherwise open it as a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif (dalam := butir.layout()) is not None:
            kosongkan(dalam)


def tampak_bila(boleh: bool, *bagian: QWidget) -> None:
    """Hide parts that are not meant for this person, while a page is built.

    Without a parent yet, `setVisible(True)` would open each of them as a window of its own.
    """
    if not boleh:
        for satu in bagian:
            satu.hide()


class Kartu(QFrame):
    """A white card with a one-pixel line. `isi` is its column; `judul` an optional heading row."""

    def __init__(self, judul: str = "", parent: QWidget | None = None, *, tepi: int = tema.JARAK_L) -> None:
        super().__init__(parent)
        self.setProperty("bidang", "kartu")
        self.isi = QVBoxLayout(self)
        self.isi.setContentsMargins(tepi, tepi - 2, tepi, tepi - 2)
        self.isi.setSpacing(tema.JARAK_S)
        self.kepala = QHBoxLayout()
        self.kepala.setSpacing(tema.JARAK_S)
        if judul:
            self.kepala.addWidget(label(judul, "judul_kartu"))
            self.kepala.addStretch(1)
            self.isi.addLayout(self.kepala)


class KartuAngka(Kartu):
    """A figure with its name above and one line of explanation below."""

    def __init__(self, nama: str, angka: str = "…", rincian: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.isi.setSpacing(1)
        self._angka, self._rincian = label(angka, "angka"), label(rincian, "kecil", lipat=True)
        self.isi.addWidget(label(nama, "label"))
        self.isi.addWidget(self._angka)
        self.isi.addWidget(self._rincian)
        self.isi.addStretch(1)

    def isikan(self, angka: str, rincian: str = "") -> None:
        """Show a new figure and its explanation."""
        self._angka.setText(angka)
        self._rincian.setText(rincian)


class Chip(QLabel):
    """A state in words, with a sign and a soft colour."""

    def __init__(
        self,
        teks: str = "",
        keadaan: Keadaan = Keadaan.NETRAL,
        parent: QWidget | None = None,
        *,
        tanda: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setel(teks, keadaan, tanda=tanda)

    def setel(self, teks: str, keadaan: Keadaan, *, tanda: str | None = None) -> None:
        """Change words and state; `tanda` replaces the usual sign ("" for none)."""
        awalan = TANDA[keadaan] if tanda is None else tanda
        self.setText(f"{awalan} {teks}".strip())
        tema.tandai(self, "keadaan", keadaan.value)


class Tombol(QPushButton):
    """A button; with `pintasan` it answers that key in its window and shows it in its tooltip."""

    peran = ""

    def __init__(
        self,
        teks: str,
        pada_klik: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        ikon: str = "",
        pintasan: str = "",
    ) -> None:
        super().__init__(teks, parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ikon, self._pintasan = ikon, pintasan
        if self.peran:
            self.setProperty("peran", self.peran)
        if pintasan:
            self.setShortcut(pintasan)
            self.setToolTip(pintasan)
        if pada_klik is not None:
            self.clicked.connect(lambda _=False: pada_klik())
        self._pasang_ikon()

    def setText(self, teks: str) -> None:
        super().setText(teks)
        if self._pintasan:
            self.setShortcut(self._pintasan)  # which Qt drops with the old words

    def event(self, peristiwa: QEvent) -> bool:
        # Qt lets a button sink for a tenth of a second before its key works; who types on would write into
        # the field that is about to go.
        if isinstance(peristiwa, QShortcutEvent) and not peristiwa.isAmbiguous():
            self.click()
            return True
        return super().event(peristiwa)

    def changeEvent(self, peristiwa: QEvent) -> None:
        super().changeEvent(peristiwa)
        if peristiwa.type() == QEvent.Type.PaletteChange:
            self._pasang_ikon()

    def ganti_ikon(self, ikon: str) -> None:
        """Show another icon."""
        self._ikon = ikon
        self._pasang_ikon()

    def _pasang_ikon(self) -> None:
        if self._ikon:
            token = {"utama": "di_atas_aksen", "bahaya": "lewat", "polos": "aksen"}.get(self.peran, "teks")
            self.setIcon(buat_ikon(self._ikon, token))
            self.setIconSize(QSize(17, 17))


class TombolUtama(Tombol):
    """The one primary button of a view."""

    peran = "utama"


class TombolPolos(Tombol):
    """A quiet action inside a card or a row."""

    peran = "polos"


class TombolBahaya(Tombol):
    """An action that takes something away."""

    peran = "bahaya"


class KosongInfo(QWidget):
    """An empty page: what it is for, and the button that fills it."""

    def __init__(
        self,
        judul: str,
        penjelasan: str,
        tombol: QPushButton | None = None,
        parent: QWidget | None = None,
        *,
        ikon: str = "desa",
    ) -> None:
        super().__init__(parent)
        self._ikon = ikon
        self._gambar = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._gambar.setPixmap(buat_ikon(ikon, "redup", 40).pixmap(40, 40))
        teks = label(penjelasan, "redup", lipat=True)
        teks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        teks.setFixedWidth(min(LEBAR_BACA, 460))
        kepala = label(judul, "judul_kartu")
        kepala.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tata = menurun(None, self._gambar, kepala)
        tata.addLayout(mendatar(None, teks, None))  # a row measures the height of wrapped text rightly
        if tombol is not None:
            tata.addSpacing(tema.JARAK_S)
            tata.addWidget(tombol, 0, Qt.AlignmentFlag.AlignHCenter)
        tata.addStretch(1)
        self.setLayout(tata)


SEKITAR = 48
"""Pixels above and below the input with the focus that are brought into view with it."""


class Gulungan(QScrollArea):
    """A vertical scroll area without a frame; with `pas` it is as high as its content, if there is room."""

    def __init__(self, isi: QWidget, *, pas: bool = False) -> None:
        super().__init__()
        self._isi, self._pas = isi, pas
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sisi = self.horizontalScrollBar()
        sisi.valueChanged.connect(lambda _: sisi.setValue(0))  # following the focus moves up and down only
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        isi.setObjectName("Gulung")
        isi.setContentsMargins(0, 0, 0 if pas else tema.JARAK_S, 0)
        self.setWidget(isi)
        QApplication.instance().focusChanged.connect(self._ikuti)  # type: ignore[union-attr]
        if pas:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _ikuti(self, _lama: QWidget | None, kini: QWidget | None) -> None:
        # Qt follows Tab by itself, but not Enter and the shortcuts that go on to a field.
        # Asked once more after the layout: a part that has just opened has no place yet.
        # while a page is torn down the focus moves on before this area is gone, but after its content
        if kini is not None and isValid(self._isi) and self._isi.isAncestorOf(kini):
            self.ensureWidgetVisible(kini, 0, SEKITAR)
            self.ikuti_fokus()

    def ikuti_fokus(self) -> None:
        """Keep the input with the focus in view once the layout has settled."""
        QTimer.singleShot(0, self, self._tampakkan)

    def _tampakkan(self) -> None:
        kini = QApplication.focusWidget()
        if kini is not None and isValid(self._isi) and self._isi.isAncestorOf(kini):
            self.ensureWidgetVisible(kini, 0, SEKITAR)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._isi.sizeHint().height()) if self._pas else hint


def gulung(isi: QWidget, *, pas: bool = False) -> QScrollArea:
    """Put `isi` into a scroll area."""
    return Gulungan(isi, pas=pas)
