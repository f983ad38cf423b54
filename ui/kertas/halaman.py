"""Sheets of paper and their units: everything is laid out in 1/40 mm, whatever the device."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desa_app.buku.cetak import KERTAS_MM

PER_MM = 40
"""Layout units in a millimetre (1,016 in an inch)."""
_MM_PER_POIN = 25.4 / 72


def mm(panjang: float) -> float:
    """Millimetres as layout units."""
    return panjang * PER_MM


def poin(ukuran: float) -> int:
    """Points (1/72 inch) as whole layout units, for pixel sizes of fonts."""
    return round(ukuran * _MM_PER_POIN * PER_MM)


@dataclass(frozen=True)
class Halaman:
    """A sheet with its margins in millimetres."""

    kertas: str = "F4"
    mendatar: bool = True
    kiri: float = 10.0
    atas: float = 10.0
    kanan: float = 10.0
    bawah: float = 10.0

    @property
    def ukuran_mm(self) -> tuple[float, float]:
        """Width and height as it lies before the reader."""
        lebar, tinggi = KERTAS_MM[self.kertas]
        return (tinggi, lebar) if self.mendatar else (lebar, tinggi)

    @property
    def lebar(self) -> float:
        """Whole width in layout units."""
        return mm(self.ukuran_mm[0])

    @property
    def tinggi(self) -> float:
        """Whole height in layout units."""
        return mm(self.ukuran_mm[1])

    def tata_letak(self) -> QPageLayout:
        """For a printer or PDF writer: the sheet without margins, which the painter keeps itself."""
        ukuran = QPageSize(
            QSizeF(*KERTAS_MM[self.kertas]), QPageSize.Unit.Millimeter, self.kertas,
            QPageSize.SizeMatchPolicy.ExactMatch,
        )  # fmt: skip
        arah = QPageLayout.Orientation.Landscape if self.mendatar else QPageLayout.Orientation.Portrait
        return QPageLayout(ukuran, arah, QMarginsF(0, 0, 0, 0))


class Lembaran(Protocol):
    """Pages ready to paint: a book or a letter. Layout is done, painting changes nothing."""

    halaman: Halaman

    def jumlah_halaman(self) -> int:
        """How many pages there are."""

    def lukis(self, pelukis: QPainter, nomor: int) -> None:
        """Paint page `nomor` (0 is the first) in layout units."""


def skalakan(pelukis: QPainter) -> None:
    """Let the painter count in layout units from the sheet's top left corner."""
    alat = pelukis.device()
    pelukis.scale(alat.logicalDpiX() / (25.4 * PER_MM), alat.logicalDpiY() / (25.4 * PER_MM))


@contextmanager
def lembar_pdf(tujuan: Path, halaman: Halaman, judul: str) -> Iterator[tuple[QPdfWriter, QPainter]]:
    """A PDF file being painted, in layout units. `judul` must hold no personal data.

    Raises OSError when the file could not be written to its end, for instance on a full disk.
    """
    berkas = QFile(str(tujuan))
    if not berkas.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(berkas.errorString())
    penulis = QPdfWriter(berkas)
    penulis.setResolution(round(25.4 * PER_MM))
    penulis.setTitle(judul)
    penulis.setCreator("Desa App")
    penulis.setPageLayout(halaman.tata_letak())
    pelukis = QPainter(penulis)
    try:
        skalakan(pelukis)
        yield penulis, pelukis
    finally:
        pelukis.end()
        utuh = berkas.flush() and berkas.error() == QFile.FileError.NoError
        berkas.close()
    if not utuh:
        raise OSError(berkas.errorString())
