"""Printing a page at a time between the window's own events, so that nothing freezes."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from desa_app.errors import DesaError
from ui.kertas.halaman import Lembaran, skalakan


class PencetakBermasalah(DesaError):
    """The printer does not take the pages."""

    kode = "D-43"


class Pencetak(QObject):
    """Sends pages to a printer; one job, then done. Cancelling keeps the pages already sent."""

    maju = Signal(int, int)
    """Pages sent, pages in all."""
    selesai = Signal(bool)
    """True when every page was sent."""
    gagal = Signal(object)
    """A DesaError; nothing more is sent."""

    def __init__(self, isi: Lembaran, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._isi, self._printer = isi, printer
        self._halaman = _dipilih(printer, isi.jumlah_halaman())
        self._ke = 0
        self._pelukis: QPainter | None = None

    def mulai(self) -> None:
        """Begin; the pages follow from the event loop."""
        self._printer.setPageLayout(self._isi.halaman.tata_letak())
        self._printer.setFullPage(True)
        pelukis = QPainter()
        if not self._halaman or not pelukis.begin(self._printer):
            self.gagal.emit(
                PencetakBermasalah(
                    "Pencetak tidak menerima halaman. Periksa apakah pencetak menyala dan terhubung, lalu "
                    "cetak lagi, atau simpan sebagai PDF. Data tetap aman."
                )
            )
            return
        self._pelukis = pelukis
        skalakan(pelukis)
        QTimer.singleShot(0, self._satu)

    def hentikan(self) -> None:
        """Stop after the page in hand."""
        if self._pelukis is not None:
            self._tutup(utuh=False)

    def _satu(self) -> None:
        if self._pelukis is None:
            return
        if self._ke:
            self._printer.newPage()
        self._isi.lukis(self._pelukis, self._halaman[self._ke])
        self._ke += 1
        self.maju.emit(self._ke, len(self._halaman))
        if self._ke < len(self._halaman):
            QTimer.singleShot(0, self._satu)
        else:
            self._tutup(utuh=True)

    def _tutup(self, *, utuh: bool) -> None:
        if self._pelukis is not None:
            self._pelukis.end()
            self._pelukis = None
        self.selesai.emit(utuh)


def _dipilih(printer: QPrinter, jumlah: int) -> range:
    """The pages asked for in the print dialog."""
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return range(printer.fromPage() - 1, min(printer.toPage(), jumlah))
    return range(jumlah)
