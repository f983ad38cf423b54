"""Drawing an outline with its neighbours: on the screen's canvas and on paper by the same strokes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desa_app.pertanahan.geometri import Sudut, sisi_antara, teks_meter
from desa_app.pertanahan.sketsa import Tetangga

_LAJUR = 9
"""Heights tried for a neighbour's name."""
_BATANG = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Lengths in metres that a scale bar may have."""


@dataclass(frozen=True)
class Bentang:
    """Where the world lies on the sheet: device units for one millimetre, and the middle of both."""

    skala: float
    tengah: tuple[float, float]
    kotak: QRectF

    def titik(self, sudut: Sudut) -> QPointF:
        """A corner on the sheet; north is up."""
        pusat = self.kotak.center()
        return QPointF(
            pusat.x() + (sudut[0] - self.tengah[0]) * self.skala,
            pusat.y() - (sudut[1] - self.tengah[1]) * self.skala,
        )

    def dunia(self, titik: QPointF) -> Sudut:
        """The corner under a point of the sheet, in whole millimetres."""
        pusat = self.kotak.center()
        return (
            round(self.tengah[0] + (titik.x() - pusat.x()) / self.skala),
            round(self.tengah[1] - (titik.y() - pusat.y()) / self.skala),
        )


def bentang_pas(sudut: Sequence[Sudut], kotak: QRectF, *, longgar: float = 1.3) -> Bentang:
    """The view in which the corners fill a box, with some room around them."""
    if not sudut:
        return Bentang(kotak.width() / 60_000, (0.0, 0.0), kotak)
    x = [s[0] for s in sudut]
    y = [s[1] for s in sudut]
    lebar, tinggi = max(max(x) - min(x), 4_000), max(max(y) - min(y), 4_000)
    skala = min(kotak.width() / (lebar * longgar), kotak.height() / (tinggi * longgar))
    return Bentang(skala, ((min(x) + max(x)) / 2, (min(y) + max(y)) / 2), kotak)


@dataclass(frozen=True)
class Gaya:
    """Colours, faces and widths of one drawing, in device units."""

    garis: QColor
    isi: QColor
    tetangga: QColor
    teks: QColor
    redup: QColor
    latar: QColor
    huruf: QFont
    huruf_kecil: QFont
    tebal: float
    titik: float
    """Half the size of a corner's mark."""


def lukis_sketsa(
    pelukis: QPainter,
    b: Bentang,
    gaya: Gaya,
    sudut: Sequence[Sudut],
    patok: Sequence[int],
    tetangga: Sequence[Tetangga],
    *,
    tertutup: bool = True,
    hindari: Sequence[QRectF] = (),
) -> None:
    """Neighbours with names, the outline with side lengths, numbered corners and posts.

    Names keep clear of `hindari`, where something else will stand.
    """
    pelukis.save()
    pelukis.setClipRect(b.kotak, Qt.ClipOperation.IntersectClip)
    for t in tetangga:
        _tetangga(pelukis, b, gaya, t, hindari)
    titik = [b.titik(s) for s in sudut]
    pelukis.setPen(QPen(gaya.garis, gaya.tebal))
    if tertutup and len(titik) > 2:
        pelukis.setBrush(gaya.isi)
        pelukis.drawPolygon(QPolygonF(titik))
    else:
        pelukis.drawPolyline(QPolygonF(titik))
    _panjang_sisi(pelukis, gaya, sudut, titik, tertutup=tertutup)
    _sudut(pelukis, gaya, titik, set(patok))
    pelukis.restore()


def _tetangga(pelukis: QPainter, b: Bentang, gaya: Gaya, t: Tetangga, hindari: Sequence[QRectF]) -> None:
    titik = [b.titik(s) for s in t.sudut]
    if not QPolygonF(titik).boundingRect().intersects(b.kotak):
        return
    garis = Qt.PenStyle.DotLine if t.asal else Qt.PenStyle.DashLine
    pelukis.setBrush(Qt.BrushStyle.NoBrush)
    pelukis.setPen(QPen(gaya.tetangga, gaya.tebal / 2, garis))
    pelukis.drawPolygon(QPolygonF(titik))
    pelukis.setFont(gaya.huruf_kecil)
    pelukis.setPen(gaya.redup)
    metrik = QFontMetricsF(gaya.huruf_kecil)
    sela = metrik.horizontalAdvance("000,00") / 2 + gaya.titik  # half a side's length stands on each edge
    if QPolygonF(titik).boundingRect().intersected(b.kotak).width() < 2 * sela + metrik.height() * 3:
        return  # too small for any name; many of these must not slow the drawing
    nama = t.nama if t.asal else f"{t.nama} ({t.bidang_id})"
    satu = tempat_nama(titik, b.kotak, metrik.height(), sela, hindari)
    if satu is not None and metrik.horizontalAdvance(nama) <= satu.width():
        pelukis.drawText(satu, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, nama)
        return
    dua = tempat_nama(titik, b.kotak, metrik.height() * 2, sela, hindari)
    if dua is not None and metrik.horizontalAdvance(nama.split()[0]) <= dua.width():
        baris = "\n".join(dua_baris(nama, dua.width(), metrik))
        pelukis.drawText(dua, Qt.AlignmentFlag.AlignCenter, baris)


def dua_baris(teks: str, lebar: float, metrik: QFontMetricsF) -> tuple[str, str]:
    """A name on two lines, broken at a space; what is still too long ends in dots."""
    kata = teks.split()
    pertama = kata.pop(0)
    while kata and metrik.horizontalAdvance(f"{pertama} {kata[0]}") <= lebar:
        pertama += f" {kata.pop(0)}"
    titik = Qt.TextElideMode.ElideRight
    return metrik.elidedText(pertama, titik, lebar), metrik.elidedText(" ".join(kata), titik, lebar)


def tempat_nama(
    titik: Sequence[QPointF], kotak: QRectF, tinggi: float, sela: float, hindari: Sequence[QRectF] = ()
) -> QRectF | None:
    """The widest strip inside the visible part of a polygon for one line of text, nearest to its middle
    among about equals; None when no line fits."""
    tampak = QPolygonF(titik).boundingRect().intersected(kotak)
    terbaik, hasil = 0.0, None
    for n in range(1, _LAJUR):
        y = tampak.top() + tampak.height() * n / _LAJUR
        if y - tinggi / 2 < tampak.top() or y + tinggi / 2 > tampak.bottom():
            continue
        for kiri, kanan in _bentang_datar(titik, y, tinggi / 2):
            lajur = QRectF(
                max(kiri, kotak.left()) + sela, y - tinggi / 2,
                min(kanan, kotak.right()) - max(kiri, kotak.left()) - 2 * sela, tinggi,
            )  # fmt: skip
            if lajur.width() <= 0 or any(lajur.intersects(h) for h in hindari):
                continue
            nilai = lajur.width() * (1 - abs(n / _LAJUR - 0.5) * 0.4)
            if nilai > terbaik:
                terbaik, hasil = nilai, lajur
    return hasil


def _bentang_datar(titik: Sequence[QPointF], y: float, setengah: float) -> list[tuple[float, float]]:
    """Parts of a strip around a height that lie inside a polygon."""
    atas, tengah, bawah = (_potongan(titik, y + d) for d in (-setengah, 0.0, setengah))
    if not len(atas) == len(tengah) == len(bawah):
        return []
    pasang = zip(atas[::2], tengah[::2], bawah[::2], atas[1::2], tengah[1::2], bawah[1::2], strict=False)
    return [(max(a, b, c), min(d, e, f)) for a, b, c, d, e, f in pasang]


def _potongan(titik: Sequence[QPointF], y: float) -> list[float]:
    """Where a horizontal line crosses a polygon, from left to right."""
    hasil = []
    p = titik[-1]
    for q in titik:
        if (p.y() > y) != (q.y() > y):
            hasil.append(p.x() + (y - p.y()) / (q.y() - p.y()) * (q.x() - p.x()))
        p = q
    return sorted(hasil)


def _panjang_sisi(
    pelukis: QPainter,
    gaya: Gaya,
    sudut: Sequence[Sudut],
    titik: Sequence[QPointF],
    *,
    tertutup: bool,
) -> None:
    """Length of each side that has room for it, outside the line."""
    pelukis.setFont(gaya.huruf_kecil)
    metrik = QFontMetricsF(gaya.huruf_kecil)
    perlu = metrik.horizontalAdvance("000,00")
    n = len(sudut)
    for i in range(n if tertutup and n > 2 else n - 1):
        p, q = titik[i], titik[(i + 1) % n]
        dx, dy = q.x() - p.x(), q.y() - p.y()
        panjang = (dx * dx + dy * dy) ** 0.5
        if panjang < perlu:
            continue
        teks = teks_meter(sisi_antara(sudut[i], sudut[(i + 1) % n]).panjang)
        tengah = QPointF((p.x() + q.x()) / 2, (p.y() + q.y()) / 2)
        lebar, tinggi = metrik.horizontalAdvance(teks) + 4, metrik.height()
        kotak = QRectF(tengah.x() - lebar / 2, tengah.y() - tinggi / 2, lebar, tinggi)
        pelukis.fillRect(kotak, gaya.latar)
        pelukis.setPen(gaya.teks)
        pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, teks)


def _sudut(pelukis: QPainter, gaya: Gaya, titik: Sequence[QPointF], patok: set[int]) -> None:
    pelukis.setFont(gaya.huruf_kecil)
    jarak = gaya.titik * 1.6
    for nomor, p in enumerate(titik):
        pelukis.setPen(QPen(gaya.garis, gaya.tebal / 2))
        pelukis.setBrush(gaya.garis if nomor in patok else gaya.latar)
        kotak = QRectF(p.x() - gaya.titik, p.y() - gaya.titik, gaya.titik * 2, gaya.titik * 2)
        if nomor in patok:
            pelukis.drawRect(kotak)
        else:
            pelukis.drawEllipse(kotak)
        pelukis.setPen(gaya.teks)
        pelukis.drawText(QPointF(p.x() + jarak, p.y() - jarak), str(nomor + 1))


def lukis_utara(pelukis: QPainter, gaya: Gaya, pusat: QPointF, tinggi: float) -> None:
    """An arrow to the north with the letter U."""
    lebar = tinggi * 0.32
    pelukis.setPen(Qt.PenStyle.NoPen)
    pelukis.setBrush(gaya.latar)
    pelukis.drawEllipse(QPointF(pusat.x(), pusat.y() - tinggi * 0.12), tinggi * 0.75, tinggi * 0.75)
    atas, bawah = QPointF(pusat.x(), pusat.y() - tinggi / 2), pusat.y() + tinggi / 2
    dalam = QPointF(pusat.x(), bawah - tinggi * 0.22)
    pelukis.setPen(QPen(gaya.garis, gaya.tebal / 2))
    pelukis.setBrush(gaya.garis)
    pelukis.drawPolygon(QPolygonF([atas, QPointF(pusat.x() - lebar, bawah), dalam]))
    pelukis.setBrush(gaya.latar)
    pelukis.drawPolygon(QPolygonF([atas, QPointF(pusat.x() + lebar, bawah), dalam]))
    pelukis.setPen(gaya.teks)
    pelukis.setFont(gaya.huruf)
    metrik = QFontMetricsF(gaya.huruf)
    pelukis.drawText(
        QRectF(pusat.x() - tinggi, atas.y() - metrik.height(), tinggi * 2, metrik.height()),
        Qt.AlignmentFlag.AlignCenter, "U",
    )  # fmt: skip


def lukis_batang(pelukis: QPainter, gaya: Gaya, b: Bentang, kiri_bawah: QPointF, terlebar: float) -> None:
    """A scale bar of four parts, as long as fits into a width."""
    meter = next((m for m in reversed(_BATANG) if m * 1000 * b.skala <= terlebar), _BATANG[0])
    lebar = meter * 1000 * b.skala
    tinggi = gaya.titik * 1.2
    pelukis.setPen(QPen(gaya.garis, gaya.tebal / 2))
    for n in range(4):
        pelukis.setBrush(gaya.garis if n % 2 == 0 else gaya.latar)
        pelukis.drawRect(QRectF(kiri_bawah.x() + n * lebar / 4, kiri_bawah.y() - tinggi, lebar / 4, tinggi))
    pelukis.setPen(gaya.teks)
    pelukis.setFont(gaya.huruf_kecil)
    naik = kiri_bawah.y() - tinggi - gaya.titik
    pelukis.drawText(QPointF(kiri_bawah.x(), naik), "0")
    pelukis.drawText(QPointF(kiri_bawah.x() + lebar, naik), f"{meter} m")
