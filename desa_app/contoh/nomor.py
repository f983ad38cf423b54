"""NIK, KK and temporary numbers for a region code that does not exist."""

import datetime as dt
from collections import Counter

from desa_app.contoh.orang import Orang

WILAYAH = "990102"
KODE_DESA = "9901022003"


class Penomoran:
    """Hands out numbers; each only once."""

    def __init__(self) -> None:
        self._terpakai: Counter[str] = Counter()
        self._sementara = 0

    def _berikut(self, awalan: str) -> str:
        self._terpakai[awalan] += 1
        return f"{awalan}{self._terpakai[awalan]:04d}"

    def nik(self, lahir: dt.date, jk: str) -> str:
        """16 digits: region, birth date with day + 40 for women, serial."""
        hari = lahir.day + (40 if jk == "P" else 0)
        return self._berikut(f"{WILAYAH}{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}")

    def kk(self, terbit: dt.date) -> str:
        """16 digits: region, day of issue, serial that no NIK of the same digits has."""
        return self._berikut(f"{WILAYAH}{terbit.day:02d}{terbit.month:02d}{terbit.year % 100:02d}")

    def nik_sementara(self) -> str:
        """The village's own number until Dukcapil gives one: 0, village code, serial."""
        self._sementara += 1
        return f"0{KODE_DESA}{self._sementara:05d}"

    def nomori(self, orang: Orang) -> None:
        """Give or renew the NIK of a person."""
        orang.nik = self.nik(orang.tanggal_lahir, orang.jk)
