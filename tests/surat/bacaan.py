"""A Word letter as the checker reads it, and what it is held against."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as AlineaDocx

from desa_app import bahasa

MM = 36000
BULAN = "|".join(bahasa.BULAN)
TANGGAL = re.compile(rf"(?<!\d)(?:[1-9]|[12]\d|3[01]) (?:{BULAN}) \d{{4}}(?!\d)")


@dataclass(frozen=True, kw_only=True)
class Harapan:
    """What the letter must look like here."""

    ukuran_mm: tuple[float, float] = (215, 330)
    huruf: str = "Arial"
    huruf_kop: str = "Arial"
    ukuran: float = 12
    judul: str
    nomor: re.Pattern[str]
    tanggal: dt.date
    desa: str = "Sukamaju"
    nik: tuple[str, ...] = ()
    bentuk: str = "langsung"
    nama_ttd: str = "AHMAD FAUZI, S.Sos."
    nip: str = ""
    lambang: bool = False
    arsip: bool = False
    stempel_kanan: bool = False
    rasio_kop: float | None = 4 / 3
    tembusan: bool = False
    terbilang: tuple[int, ...] = ()
    gaya_nama: str = "kapital_tebal_garisbawah"
    penutup: str = "Demikian"
    halaman: int = 1
    qr: str = ""
    """What the QR must hold; empty: there is none."""


@dataclass
class Baca:
    """A Word file with its paragraphs in reading order."""

    dokumen: Any
    alinea: list[Any] = field(default_factory=list)

    @classmethod
    def dari(cls, isi: bytes) -> "Baca":
        """Open the bytes of a file."""
        dokumen = Document(io.BytesIO(isi))
        badan = dokumen.element.body
        bagian = dokumen.sections[0]
        kaki = [
            kaki._element
            for kaki in (bagian.first_page_footer, bagian.footer)
            if not kaki.is_linked_to_previous
        ]
        return cls(
            dokumen, [AlineaDocx(p, dokumen) for isi in (badan, *kaki) for p in isi.iter(qn("w:p"))]
        )  # fmt: skip

    @property
    def teks(self) -> list[str]:
        """Text of each paragraph; a space that holds its words together is read as a space."""
        return [a.text.replace("\u00a0", " ") for a in self.alinea]

    def cari(self, syarat: Callable[[str], bool]) -> int:
        """Index of the first paragraph that meets a condition, -1 for none."""
        return next((i for i, t in enumerate(self.teks) if syarat(t)), -1)


def rincian(b: Baca) -> Iterator[Any]:
    """Rows "label : value"."""
    return (a for a in b.alinea if "\t:\t" in a.text)


def indent(a: Any) -> float:
    """Left indent in mm."""
    return (a.paragraph_format.left_indent or 0) / MM


def tempat_tanggal(b: Baca, h: Harapan) -> int:
    """Index of the line with place and date, -1 for none."""
    return b.cari(lambda t: t == f"{h.desa}, {bahasa.tanggal_panjang(h.tanggal)}")


def baris_nomor(b: Baca, h: Harapan) -> Any:
    """The paragraph under the title, or None."""
    i = b.cari(lambda t: t == h.judul)
    return b.alinea[i + 1] if 0 <= i < len(b.alinea) - 1 else None


Uji = Callable[[Baca, Harapan], str | None]
"""One check: what is missed, or None."""
