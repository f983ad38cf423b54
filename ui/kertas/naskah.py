"""Painting a letter: on the screen, on a printer, as PDF."""

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from desa_app.surat.naskah import Naskah
from ui.kertas.halaman import PER_MM, mm, skalakan
from ui.kertas.tata_naskah import GambarJadi, Garis, Goresan, Kata, TataNaskah

_HITAM = QColor(Qt.GlobalColor.black)
_TANGGAL_PDF = re.compile(rb"D:\d{14}(?:[+-]\d\d'\d\d'|Z)?")
_TANGGAL_XMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)?")
_PENGENAL = re.compile(rb"uuid:[0-9a-fA-F-]{36}|/ID \[.*?\]", re.DOTALL)


def tata_letak(naskah: Naskah) -> QPageLayout:
    """The sheet for a printer or PDF writer; the margins are kept by the layout itself."""
    ukuran = QPageSize(
        QSizeF(*naskah.kertas.ukuran_mm), QPageSize.Unit.Millimeter, naskah.kertas.nama,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )  # fmt: skip
    return QPageLayout(ukuran, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def lukis_halaman(pelukis: QPainter, goresan: tuple[Goresan, ...]) -> None:
    """Paint one page; the painter counts in layout units from the sheet's corner."""
    pelukis.setPen(_HITAM)
    for g in goresan:
        if isinstance(g, Kata):
            pelukis.setFont(g.huruf.font)
            pelukis.drawText(QPointF(g.x, g.y), g.teks)
            if g.garis and g.teks.strip():
                y = g.y + mm(0.45)
                pelukis.setPen(QPen(_HITAM, mm(0.3)))
                pelukis.drawLine(QPointF(g.x, y), QPointF(g.x + g.huruf.lebar(g.teks), y))
                pelukis.setPen(_HITAM)
        elif isinstance(g, Garis):
            pelukis.setPen(QPen(_HITAM, g.tebal, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            pelukis.drawLine(QPointF(g.x1, g.y1), QPointF(g.x2, g.y2))
            pelukis.setPen(_HITAM)
        elif isinstance(g, GambarJadi):
            pelukis.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            pelukis.drawImage(g.kotak, g.gambar)


def lukis_naskah(pelukis: QPainter, alat: QPagedPaintDevice, tata: TataNaskah) -> None:
    """Paint every page on a printer or PDF writer whose painter is open."""
    skalakan(pelukis)
    for nomor, goresan in enumerate(tata.halaman):
        if nomor:
            alat.newPage()
        lukis_halaman(pelukis, goresan)


def lukis_naskah_pdf(naskah: Naskah, tujuan: Path, *, arsip: bool = False) -> None:
    """Write a letter as PDF; the same letter gives the same bytes.

    Raises OSError when the file could not be written to its end.
    """
    penulis = QPdfWriter(str(tujuan))
    penulis.setResolution(round(25.4 * PER_MM))
    penulis.setTitle(f"{naskah.judul} {naskah.nomor}".strip())
    penulis.setCreator("Desa App")
    penulis.setPageLayout(tata_letak(naskah))
    pelukis = QPainter(penulis)
    try:
        lukis_naskah(pelukis, penulis, TataNaskah(naskah, arsip=arsip))
    finally:
        pelukis.end()
    isi = tujuan.read_bytes()
    if not isi.rstrip().endswith(b"%%EOF"):
        raise OSError("PDF tidak selesai ditulis")
    tujuan.write_bytes(_tetapkan(isi, naskah.tanggal))


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


_NOL = bytes.maketrans(b"123456789", b"000000000")


def gambar_halaman(tata: TataNaskah, nomor: int, lebar_piksel: int) -> QImage:
    """One page as a picture for the preview."""
    lebar, tinggi = tata.naskah.kertas.ukuran_mm
    gambar = QImage(lebar_piksel, round(lebar_piksel * tinggi / lebar), QImage.Format.Format_RGB32)
    gambar.fill(Qt.GlobalColor.white)
    pelukis = QPainter(gambar)
    try:
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        skala = lebar_piksel / (lebar * PER_MM)
        pelukis.scale(skala, skala)
        lukis_halaman(pelukis, tata.halaman[nomor])
    finally:
        pelukis.end()
    return gambar
