"""The program's own icons: small strokes in any token colour, sharp on every screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources.paths import jalur
from ui import tema

SKALA = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Screen scales for which a picture is kept, so that none is stretched."""


@cache
def _penggambar(nama: str, warna: str) -> QSvgRenderer:
    svg = jalur("ikon", f"{nama}.svg").read_text(encoding="utf-8").replace("currentColor", warna)
    return QSvgRenderer(QByteArray(svg.encode()))


def gambar(pelukis: QPainter, nama: str, kotak: QRectF, nama_warna: str = "teks") -> None:
    """Paint an icon into a rectangle with the colour of a token."""
    _penggambar(nama, tema.warna(nama_warna).name()).render(pelukis, kotak)


def pixmap(nama: str, nama_warna: str = "teks", sisi: int = 18, skala: float = 1.0) -> QPixmap:
    """A square picture of `sisi` logical pixels for a screen of the given scale."""
    hasil = QPixmap(round(sisi * skala), round(sisi * skala))
    hasil.setDevicePixelRatio(skala)
    hasil.fill(Qt.GlobalColor.transparent)
    pelukis = QPainter(hasil)
    gambar(pelukis, nama, QRectF(0, 0, sisi, sisi), nama_warna)
    pelukis.end()
    return hasil


def ikon(nama: str, nama_warna: str = "teks", sisi: int = 18) -> QIcon:
    """An icon for buttons and menus in the scheme in force."""
    hasil = QIcon()
    for skala in SKALA:
        hasil.addPixmap(pixmap(nama, nama_warna, sisi, skala))
        hasil.addPixmap(pixmap(nama, "redup", sisi, skala), QIcon.Mode.Disabled)
    return hasil
