"""What every tab with a book offers to the page: its month, its rows, and the book to print."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.cetak import BukuCetak, BukuSpec, Kolom
from desa_app.buku.paraf import OpsiCetak
from desa_app.kasus import Konteks
from ui.komponen.tabel import KolomTabel
from ui.ruang import Ruang

PIKSEL_HURUF, PIKSEL_ANGKA, PIKSEL_TANGGAL, PIKSEL_NOMOR = 7.8, 58, 100, 152
"""Room for a capital letter of a heading, a figure of four digits, a date, a number of 16 digits."""
_NOMOR = frozenset({"nik", "no_kk", "no_identitas"})
Penyusun = Callable[[Konteks, OpsiCetak], BukuCetak]
"""Builds the book with the rows, month and filter on show; runs away from the window."""


class TabBuku(QWidget):
    """A book on screen. `orang_diminta` asks for a person's page, `nama_diminta` for a list by name
    (title and the function that fetches it)."""

    orang_diminta = Signal(int)
    nama_diminta = Signal(str, object)
    berubah = Signal()
    """An act of this tab changed the books."""

    def __init__(self, ruang: Ruang, kode: str) -> None:
        super().__init__()
        self.ruang, self.kode = ruang, kode
        self.bulan = 0
        self.tata = QVBoxLayout(self)
        self.tata.setContentsMargins(0, 0, 0, 0)

    def muat(self, bulan: int) -> None:
        """Show a month, fetched anew."""
        raise NotImplementedError

    def penyusun(self) -> Penyusun:
        """The book as it stands on screen."""
        raise NotImplementedError


def kolom_layar(
    spec: BukuSpec, piksel_per_mm: float, urut: dict[str, str] | None = None
) -> Sequence[KolomTabel]:
    """The book's columns on screen: widths follow those on paper but hold the longest word of the
    heading; `urut` gives sort keys."""
    return [
        KolomTabel(k.judul[-1], _lebar(k, piksel_per_mm), k.rata, (urut or {}).get(k.kunci, ""))
        for k in spec.kolom
    ]


def _lebar(kolom: Kolom, piksel_per_mm: float) -> int:
    if kolom.kunci in _NOMOR:
        return max(PIKSEL_NOMOR, round(kolom.lebar * piksel_per_mm))
    if kolom.kunci.startswith(("tgl_", "tanggal_")):
        return max(PIKSEL_TANGGAL, round(kolom.lebar * piksel_per_mm))
    kata = max(kolom.judul[-1].replace("/", "/ ").split(), key=len)
    return max(PIKSEL_ANGKA, round(kolom.lebar * piksel_per_mm), round(len(kata) * PIKSEL_HURUF) + 12)
