"""What the canvas shows while one draws: the line to the mouse, what is caught, chosen, or wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desa_app.pertanahan.geometri import Garis, Sudut, sisi_antara, teks_azimut, teks_meter, titik_silang
from ui import tema
from ui.kertas.gambar_sketsa import Bentang

_CINCIN = 8.0


def lukis_penunjuk(pelukis: QPainter, b: Bentang, dari: Sudut, ke: Sudut) -> None:
    """The side that a click would make, with its length and bearing beside the mouse."""
    ujung, sisi = b.titik(ke), sisi_antara(dari, ke)
    pelukis.setPen(QPen(tema.warna("redup"), 1, Qt.PenStyle.DotLine))
    pelukis.drawLine(b.titik(dari), ujung)
    huruf = tema.huruf(9)
    metrik, teks = QFontMetricsF(huruf), f"{teks_meter(sisi.panjang)} m · {teks_azimut(sisi.azimut)}"
    lebar, tinggi = metrik.horizontalAdvance(teks) + 8, metrik.height() + 2
    x = min(ujung.x() + 14, b.kotak.right() - lebar - 2)
    y = ujung.y() + 14 if ujung.y() + 16 + tinggi < b.kotak.bottom() else ujung.y() - 16 - tinggi
    kotak = QRectF(x, y, lebar, tinggi)
    pelukis.fillRect(kotak, tema.warna("alas"))
    pelukis.setFont(huruf)
    pelukis.setPen(tema.warna("teks"))
    pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, teks)


def lukis_lekat(pelukis: QPainter, titik: QPointF) -> None:
    """A ring where a neighbour's corner or side is caught."""
    _cincin(pelukis, titik, "segera")


def lukis_terpilih(pelukis: QPainter, titik: QPointF) -> None:
    """A ring around the corner that keys work on."""
    _cincin(pelukis, titik, "aksen")


def lukis_silang(pelukis: QPainter, b: Bentang, garis: Sequence[Garis], silang: tuple[int, int]) -> None:
    """Two sides that cross, in red, and where."""
    p, q = (garis[n] for n in silang)
    pelukis.setPen(QPen(tema.warna("lewat"), 3))
    for awal, akhir in (p, q):
        pelukis.drawLine(b.titik(awal), b.titik(akhir))
    titik = b.titik(titik_silang(p, q))
    _cincin(pelukis, titik, "lewat")
    pelukis.drawLine(titik - QPointF(5, 5), titik + QPointF(5, 5))
    pelukis.drawLine(titik - QPointF(5, -5), titik + QPointF(5, -5))


def _cincin(pelukis: QPainter, titik: QPointF, warna: str) -> None:
    pelukis.setPen(QPen(tema.warna(warna), 2))
    pelukis.setBrush(Qt.BrushStyle.NoBrush)
    pelukis.drawEllipse(titik, _CINCIN, _CINCIN)
