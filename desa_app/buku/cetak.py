"""A book ready for paper: plain data that the painter, the XLSX and the DOCX writer share.

What a screen shows, a PDF prints and a workbook holds are the same rows, so they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from resources.paths import data

Rata = Literal["kiri", "tengah", "kanan"]
KERTAS_MM: dict[str, tuple[float, float]] = {
    "F4": (215, 330), "F4-210": (210, 330), "A4": (210, 297), "A3": (297, 420),
}  # fmt: skip
"""Width and height in portrait; F4 as sold in Indonesia, and its narrow variant."""
NIHIL = "NIHIL"
"""What a book without rows says in its only row."""
TANDA_LATIHAN = "DATA LATIHAN"
"""Mark of practice data on every page and sheet."""


@dataclass(frozen=True)
class Kolom:
    """One column: its number, heading words from top to bottom, key, relative width and alignment."""

    no: int
    judul: tuple[str, ...]
    kunci: str
    lebar: float = 10.0
    """Relative width; the writer scales the sum to the paper."""
    rata: Rata = "kiri"
    tipe: str = "STRING"


@dataclass(frozen=True)
class BukuSpec:
    """One book of the regulation."""

    kode: str
    nama: str
    judul: tuple[str, ...]
    """Title lines with {BULAN} and {TAHUN}."""
    baris_judul: int
    kolom: tuple[Kolom, ...]
    kertas: str = "F4"
    huruf: float = 7.5
    """Type size in points."""
    garis_terkecil: int = 1
    """Lines that each row is high at least: room to write and sign by hand."""


@dataclass(frozen=True)
class KopBuku:
    """Letterhead over a book; `lambang` is a PNG or JPEG or nothing."""

    baris: tuple[str, ...]
    lambang: bytes | None = None


@dataclass(frozen=True)
class TandaTangan:
    """Signature block under a book: lines of both sides, names after the gap."""

    kiri: tuple[str, ...]
    nama_kiri: tuple[str, ...]
    kanan: tuple[str, ...]
    nama_kanan: tuple[str, ...]


@dataclass(frozen=True)
class BukuCetak:
    """A book with its rows, all cells formatted."""

    spec: BukuSpec
    judul: tuple[str, ...]
    baris: Sequence[tuple[str, ...]]
    jumlah: tuple[str, ...] | None = None
    """Total row, if the form has one."""
    kop: KopBuku | None = None
    ttd: TandaTangan | None = None
    catatan: tuple[str, ...] = ()
    """Small lines under the table: filter in force, who printed it and when."""
    latihan: bool = False
    """Practice data: marked across each page."""
    kepala_halaman: str = ""
    """Small line at the top of the second and later pages."""
    mulai_halaman: frozenset[int] = frozenset()
    """Indices of rows that begin a new page (B.1: one page per kepala keluarga)."""

    def __post_init__(self) -> None:
        n = len(self.spec.kolom)
        if self.jumlah is not None and len(self.jumlah) != n:
            raise ValueError(f"{self.spec.kode}: baris jumlah {len(self.jumlah)} sel, kolom {n}")
        if self.baris and len(self.baris[0]) != n:
            raise ValueError(f"{self.spec.kode}: baris {len(self.baris[0])} sel, kolom {n}")


def di_kertas(spec: BukuSpec, kertas: str) -> BukuSpec:
    """The same book on other paper: the type size follows the sheet, within what can be read."""
    if kertas == spec.kertas:
        return spec
    rasio = KERTAS_MM[kertas][1] / KERTAS_MM[spec.kertas][1]
    return replace(spec, kertas=kertas, huruf=min(9.0, max(5.0, round(spec.huruf * rasio, 1))))


def baca_spec(kode_buku: str, tata: dict[str, tuple[float, Rata]], **lain: Any) -> BukuSpec:
    """Columns of `buku.json` with the widths and alignments of `tata` (by column key)."""
    return _baca(kode_buku, tuple(sorted(tata.items())), tuple(sorted(lain.items())))


@cache
def _baca(kode_buku: str, tata: tuple[Any, ...], lain: tuple[Any, ...]) -> BukuSpec:
    isi, lebar = data("buku")["buku"][kode_buku], dict(tata)
    kolom = tuple(
        Kolom(
            k["no"],
            tuple(k["judul"]),
            k["kunci"],
            lebar=lebar.get(k["kunci"], (10.0, "kiri"))[0],
            rata=lebar.get(k["kunci"], (10.0, "kiri"))[1],
            tipe=k["tipe"],
        )
        for k in isi["kolom"]
    )
    return BukuSpec(kode_buku, isi["nama"], tuple(isi["judul"]), int(isi["baris_judul"]), kolom, **dict(lain))
