"""Type on paper: how wide a text is and where it breaks, measured once and remembered."""

import re
import unicodedata

from PySide6.QtGui import QFont, QFontMetricsF

from desa_app.ekspor.berkas import teks_berkas
from ui.kertas.halaman import poin

KELUARGA_HURUF = ("Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans")
_INGATAN = 50_000
"""Texts remembered before the memory starts anew, so that long books grow only with their rows."""
_POTONGAN = re.compile(r"(?<=[/\-,.])(?=[^/\-,.])")


class Huruf:
    """One face in one size. Sizes are in layout units, so every device breaks lines alike."""

    def __init__(self, ukuran: float, *, tebal: bool = False, keluarga: str = "") -> None:
        self.font = QFont([keluarga, *KELUARGA_HURUF] if keluarga else list(KELUARGA_HURUF))
        self.font.setPixelSize(poin(ukuran))
        self.font.setBold(tebal)
        self.font.setKerning(False)  # figures stand under figures, and shaping is faster
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._ukur = QFontMetricsF(self.font)
        self.naik = self._ukur.ascent()
        self.garis = self._ukur.height()
        """Distance between two lines."""
        self._lebar: dict[str, float] = {}

    def lebar(self, teks: str) -> float:
        """Width of one line."""
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
        teks = teks_berkas(teks)
        if self.lebar(teks) <= lebar:
            return (teks,)
        garis: list[str] = []
        kini, terpakai, spasi = "", 0.0, self.lebar(" ")
        for kata in teks.split(" "):
            for i, bagian in enumerate(self._pecah(kata, lebar)):
                sela = spasi if i == 0 and kini else 0.0
                panjang = self.lebar(bagian)
                if kini and terpakai + sela + panjang > lebar:
                    garis.append(kini)
                    kini, terpakai = bagian, panjang
                else:
                    kini = f"{kini} {bagian}" if sela else kini + bagian
                    terpakai += sela + panjang
        return (*garis, kini)

    def _pecah(self, kata: str, lebar: float) -> list[str]:
        if self.lebar(kata) <= lebar:
            return [kata]
        hasil: list[str] = []
        for bagian in _POTONGAN.split(kata):
            hasil += [bagian] if self.lebar(bagian) <= lebar else self._pecah_huruf(bagian, lebar)
        return hasil

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
