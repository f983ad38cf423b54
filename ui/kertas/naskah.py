"""Painting a letter: on the screen, on a printer, as PDF."""

import re
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah
from ui.kertas.halaman import PER_MM, Halaman, lembar_pdf, mm
from ui.kertas.tata_naskah import GambarJadi, Garis, Goresan, Kata, TataNaskah

_HITAM = QColor(Qt.GlobalColor.black)
_TANGGAL_PDF = re.compile(rb"D:\d{14}(?:[+-]\d\d'\d\d'|Z)?")
_TANGGAL_XMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)?")
_PENGENAL = re.compile(rb"uuid:[0-9a-fA-F-]{36}|/ID \[.*?\]", re.DOTALL)
_NOL = bytes.maketrans(b"123456789", b"000000000")


class LembarNaskah:
    """A letter as pages for preview, printer and PDF."""

    def __init__(self, naskah: Naskah | NaskahBebas, *, arsip: bool = False) -> None:
        self.naskah = naskah
        self.tata = TataNaskah(naskah, arsip=arsip)
        k = naskah.kertas
        self.halaman = Halaman(k.nama, mendatar=False, kiri=k.kiri, atas=k.atas, kanan=k.kanan, bawah=k.bawah)

    def jumlah_halaman(self) -> int:
        """How many pages the letter fills."""
        return len(self.tata.halaman)

    def lukis(self, pelukis: QPainter, nomor: int) -> None:
        """Paint one page in layout units."""
        lukis_halaman(pelukis, self.tata.halaman[nomor])


def lukis_halaman(pelukis: QPainter, goresan: tuple[Goresan, ...]) -> None:
    """Paint one page; the painter counts in layout units from the sheet's corner."""
    pelukis.setPen(_HITAM)
    for g in goresan:
        if isinstance(g, Kata):
            _kata(pelukis, g)
        elif isinstance(g, Garis):
            _garis(pelukis, QPointF(g.x1, g.y1), QPointF(g.x2, g.y2), g.tebal)
        elif isinstance(g, GambarJadi):
            pelukis.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            pelukis.drawImage(g.kotak, g.gambar)


def _kata(pelukis: QPainter, g: Kata) -> None:
    pelukis.setFont(g.huruf.font)
    pelukis.drawText(QPointF(g.x, g.y), g.teks)
    if g.garis and g.teks.strip():
        y = g.y + mm(0.45)
        _garis(pelukis, QPointF(g.x, y), QPointF(g.x + g.huruf.lebar(g.teks), y), mm(0.3))


def _garis(pelukis: QPainter, dari: QPointF, ke: QPointF, tebal: float) -> None:
    pelukis.setPen(QPen(_HITAM, tebal, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    pelukis.drawLine(dari, ke)
    pelukis.setPen(_HITAM)


def lukis_naskah_pdf(naskah: Naskah | NaskahBebas, tujuan: Path, *, arsip: bool = False) -> None:
    """Write a letter as PDF; the same letter gives the same bytes.

    Raises OSError when the file could not be written to its end.
    """
    lembar = LembarNaskah(naskah, arsip=arsip)
    with lembar_pdf(tujuan, lembar.halaman, f"{naskah.judul} {naskah.nomor}".strip()) as (pdf, pelukis):
        for nomor in range(lembar.jumlah_halaman()):
            if nomor:
                pdf.newPage()
            lembar.lukis(pelukis, nomor)
    tujuan.write_bytes(_tetapkan(tujuan.read_bytes(), naskah.tanggal))


def _tetapkan(isi: bytes, tanggal: str) -> bytes:
    """The same file with the letter's date for the time of writing; lengths stay, so offsets do too."""
    hari = (tanggal or "2000-01-01").encode()

    def tanggal_pdf(cocok: re.Match[bytes]) -> bytes:
        return b"D:" + hari.replace(b"-", b"") + b"000000" + cocok[0][16:].translate(_NOL)

    def tanggal_xmp(cocok: re.Match[bytes]) -> bytes:
        return hari + b"T00:00:00" + cocok[0][19:].translate(_NOL)

    isi = _TANGGAL_PDF.sub(tanggal_pdf, isi)
    isi = _TANGGAL_XMP.sub(tanggal_xmp, isi)
    return _PENGENAL.sub(lambda c: re.sub(rb"(?<=[:\-<0-9a-fA-F])[0-9a-fA-F]", b"0", c[0]), isi)


def gambar_halaman(naskah: Naskah, nomor: int, lebar_piksel: int) -> QImage:
    """One page as a picture."""
    lembar = LembarNaskah(naskah)
    lebar, tinggi = naskah.kertas.ukuran_mm
    gambar = QImage(lebar_piksel, round(lebar_piksel * tinggi / lebar), QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.white)
    pelukis = QPainter(gambar)
    try:
        pelukis.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        pelukis.scale(lebar_piksel / (lebar * PER_MM), lebar_piksel / (lebar * PER_MM))
        lembar.lukis(pelukis, nomor)
    finally:
        pelukis.end()
    return gambar
