"""Periods of SPM reports: a quarter (`2026-T3`) or a year (`2026`)."""

import datetime as dt
import re
from dataclasses import dataclass

from desa_app.errors import DesaError
from desa_app.spm.rencana import rentang_triwulan, triwulan_dari


class PeriodeKeliru(DesaError):
    """A period that cannot be read or has not begun."""

    kode = "D-71"


@dataclass(frozen=True)
class Periode:
    """A quarter, or a whole year when `triwulan` is None."""

    tahun: int
    triwulan: int | None = None

    @property
    def rentang(self) -> tuple[dt.date, dt.date]:
        """First and last day."""
        if self.triwulan:
            return rentang_triwulan(self.tahun, self.triwulan)
        return dt.date(self.tahun, 1, 1), dt.date(self.tahun, 12, 31)

    @property
    def kata(self) -> str:
        """`Triwulan 3 Tahun 2026`, `Tahun 2026`."""
        return f"Triwulan {self.triwulan} Tahun {self.tahun}" if self.triwulan else f"Tahun {self.tahun}"

    @property
    def kunci(self) -> str:
        """`2026-T3`, `2026`; safe in file names."""
        return f"{self.tahun}-T{self.triwulan}" if self.triwulan else str(self.tahun)

    def keadaan(self, hari_ini: dt.date) -> dt.date:
        """Day as of which the period is reported: its end, or today while it runs."""
        if hari_ini < self.rentang[0]:
            raise PeriodeKeliru(f"{self.kata} belum mulai, jadi belum ada yang dilaporkan.")
        return min(self.rentang[1], hari_ini)


def baca_periode(teks: str) -> Periode:
    """Read `2026-T3` or `2026`. Raises PeriodeKeliru."""
    cocok = re.fullmatch(r"(20\d\d)(?:-?T([1-4]))?", teks.strip().upper())
    if cocok is None:
        raise PeriodeKeliru(
            f"Periode “{teks}” tidak dikenal. Tulis seperti 2026-T3 untuk triwulan, atau 2026."
        )
    return Periode(int(cocok[1]), int(cocok[2]) if cocok[2] else None)


def periode_berjalan(hari_ini: dt.date) -> Periode:
    """The quarter of a day."""
    return Periode(hari_ini.year, triwulan_dari(hari_ini))
