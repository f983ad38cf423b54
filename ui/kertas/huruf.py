"""Type on paper: how wide a text is and where it breaks, measured once and remembered."""

import re
import unicodedata
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from desa_app.ekspor.berkas import teks_berkas
from ui.kertas.halaman import poin

KELUARGA_HURUF = ("Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans")
PENGGANTI = {
    "Bookman Old Style": ("URW Bookman", "Bookman", "TeX Gyre Bonum"),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman"),
    "Calibri": ("Carlito",),
    "Tahoma": ("Verdana", "DejaVu Sans"),
}
"""Faces of nearly the same widths where the office's own is not installed."""
STRIP = "-"
"""What a cell with nothing in it says."""
_INGATAN = 50_000
"""Texts remembered before the memory starts anew, so that long books grow only with their rows."""
_POTONGAN = re.compile(r"(?<=[/\-,.])(?=[^/\-,.])")


class Huruf:
    """One face in one size. Sizes are in layout units, so every device breaks lines alike."""

    def __init__(self, ukuran: float, *, tebal: bool = False, keluarga: str = "") -> None:
        pilihan = (keluarga, *PENGGANTI.get(keluarga, ())) if keluarga else ()
        self.font = QFont([*pilihan, *KELUARGA_HURUF])
        self.font.setPixelSize(poin(ukuran))
        self.font.setBold(tebal)
        # Figures stand under figures, and simple scripts skip the shaper: a sixth of the painting time.
        self.font.setKerning(False)
        self.font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._ukur = QFontMetricsF(self.font)
        self.naik = self._ukur.ascent()
        self.garis = self._ukur.height()
        """Distance between two lines."""
        self._spasi = self._ukur.horizontalAdvance(" ")
        angka = {self._ukur.horizontalAdvance(a) for a in "0123456789"}
        self._angka = angka.pop() if len(angka) == 1 else None
        """Width of each figure, when all are alike."""
        self._lebar: dict[str, float] = {}

    @cached_property
    def strip(self) -> tuple[QRawFont, int]:
        """The face without layout, and its glyph of the dash that fills empty cells."""
        mentah = QRawFont.fromFont(self.font)
        return mentah, mentah.glyphIndexesForString(STRIP)[0]

    def lebar(self, teks: str) -> float:
        """Width of one line."""
        if self._angka is not None and teks.isascii() and teks.isdigit():
            return len(teks) * self._angka
        lebar = self._lebar.get(teks)
        if lebar is None:
            if len(self._lebar) >= _INGATAN:
                self._lebar.clear()
            lebar = self._lebar[teks] = self._ukur.horizontalAdvance(teks)
        return lebar

    def kata_terlebar(self, teks: str) -> float:
        """Width of the widest part that cannot be broken well."""
        return max((self.lebar(p) for kata in teks.split() for p in _POTONGAN.split(kata)), default=0.0)

    def bungkus(self, teks: str, lebar: float) -> tuple[str, ...]:
        """Lines that fit the width: broken at spaces, else after / - , . and only then inside a word."""
        return tuple(garis for garis, _ in self.garis_lebar(teks, lebar))

    def garis_lebar(self, teks: str, lebar: float) -> list[tuple[str, float]]:
        """The lines of `bungkus`, each with its width. Words repeat, so their widths are remembered."""
        garis: list[tuple[str, float]] = []
        kini, terpakai, spasi = "", 0.0, self._spasi
        utuh = "\u00a0".join(teks_berkas(bagian) for bagian in teks.split("\u00a0"))
        for kata in utuh.split(" "):
            panjang = self.lebar(kata)
            bagian = ((kata, panjang),) if panjang <= lebar else self._pecah(kata, lebar)
            sela = spasi if kini else 0.0
            for potong, panjang in bagian:
                if kini and terpakai + sela + panjang > lebar:
                    garis.append((kini, terpakai))
                    kini, terpakai = potong, panjang
                else:
                    kini = f"{kini} {potong}" if sela else kini + potong
                    terpakai += sela + panjang
                sela = 0.0
        garis.append((kini, terpakai))
        return garis

    def _pecah(self, kata: str, lebar: float) -> tuple[tuple[str, float], ...]:
        hasil: list[str] = []
        for bagian in _POTONGAN.split(kata):
            hasil += [bagian] if self.lebar(bagian) <= lebar else self._pecah_huruf(bagian, lebar)
        return tuple((h, self.lebar(h)) for h in hasil)

    def _pecah_huruf(self, kata: str, lebar: float) -> list[str]:
        hasil, kini, terpakai = [], "", 0.0
        for aksara in kata:
            panjang = self.lebar(aksara)
            if kini and terpakai + panjang > lebar and not unicodedata.combining(aksara):
                hasil.append(kini)
                kini, terpakai = "", 0.0
            kini += aksara
            terpakai += panjang
        return [*hasil, kini]
