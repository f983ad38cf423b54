"""The lines and boxes of a sheet with their measures: all that the two writers know of a document.

Lengths in mm, type in points.
"""

from dataclasses import dataclass
from typing import ClassVar

from desa_app.surat.naskah import Kertas

GARIS_KOP_MM = 1.6
"""Height of the thick-thin rule under a letterhead."""


@dataclass(frozen=True)
class Potong:
    """A run of text in one style."""

    teks: str
    ukuran: float
    tebal: bool = False
    garis: bool = False


@dataclass(frozen=True, kw_only=True)
class Alinea:
    """One paragraph. A tab in the text jumps to the next stop of `tab`; `isi_tab` draws a rule there."""

    potong: tuple[Potong, ...]
    rata: str = "kiri"
    """kiri, tengah, kanan or penuh."""
    kiri: float = 0
    """Indent of all lines."""
    pertama: float = 0
    """Further indent of the first line; negative hangs it."""
    tab: tuple[float, ...] = ()
    isi_tab: bool = False
    spasi: float = 1.0
    sebelum: float = 0
    """Points above."""
    sesudah: float = 0
    """Points below."""
    ikut: bool = False
    """Stays on the page of the next element."""
    garis_bawah: bool = False
    """Thick-thin rule under it over the full width (letterhead)."""
    peran: str = ""
    huruf: str = ""
    halaman_baru: bool = False
    """Begins a new page."""

    @property
    def teks(self) -> str:
        """The words without styles."""
        return "".join(p.teks for p in self.potong)


@dataclass(frozen=True)
class Gambar:
    """A picture with its height; the width follows the picture."""

    isi: bytes
    tinggi: float
    lebar: float | None = None
    rata: str = "kiri"
    hitam: bool = False
    """Painted in greys."""


Sel = tuple[Alinea | Gambar, ...]


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """Cells side by side. Rows are never split over pages; `kepala` rows repeat."""

    lebar: tuple[float, ...]
    baris: tuple[tuple[Sel, ...], ...]
    garis: bool = False
    sisip: float = 3.0
    """Points over and under the text of a ruled cell."""
    kepala: int = 0
    peran: str = ""
    ikut: bool = False
    kanan: bool = False
    """At the right margin instead of the left one."""


Elemen = Alinea | Gambar | Tabel


@dataclass(frozen=True, kw_only=True)
class NaskahBebas:
    """A document whose lines were laid out elsewhere (produk hukum); the same writers take it."""

    penyesuaian: ClassVar[tuple[str, ...]] = ()
    """Nothing is squeezed to fit a page here."""
    kertas: Kertas
    judul: str
    elemen: tuple[Elemen, ...]
    nomor: str = ""
    penulis: str = ""
    tanggal: str = ""
    """ISO date, for the file's properties."""
    latihan: bool = False


def kosong(ukuran: float) -> Alinea:
    """An empty line of one size."""
    return Alinea(potong=(Potong("", ukuran),))
