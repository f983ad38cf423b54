"""The clock and the office calendar. Nothing else in the program asks what day it is."""

import datetime as dt
from collections.abc import Callable, Container
from dataclasses import dataclass

BEDA_ZONA = {"WIB": 7, "WITA": 8, "WIT": 9}


@dataclass(frozen=True)
class Jam:
    """A clock that tests can set. Moments carry the village's offset from UTC."""

    sekarang: Callable[[], dt.datetime]

    def hari_ini(self) -> dt.date:
        """Today's date in the village."""
        return self.sekarang().date()


def jam_sistem(zona: str = "WIB") -> Jam:
    """The PC's clock, told in one of Indonesia's three zones."""
    selisih = dt.timezone(dt.timedelta(hours=BEDA_ZONA[zona]))
    return Jam(lambda: dt.datetime.now(selisih).replace(microsecond=0))


def jam_tetap(saat: dt.datetime | dt.date) -> Jam:
    """A clock that stands still; for tests and for work "as of" a date."""
    if not isinstance(saat, dt.datetime):
        saat = dt.datetime(saat.year, saat.month, saat.day, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    tetap = saat
    return Jam(lambda: tetap)


def bulan_dari(tanggal: dt.date) -> int:
    """Month of a date as YYYYMM."""
    return tanggal.year * 100 + tanggal.month


def awal_bulan(bulan: int) -> dt.date:
    """First day of a month given as YYYYMM."""
    return dt.date(bulan // 100, bulan % 100, 1)


def akhir_bulan(bulan: int) -> dt.date:
    """Last day of a month given as YYYYMM."""
    return awal_bulan(geser_bulan(bulan, 1)) - dt.timedelta(days=1)


def geser_bulan(bulan: int, langkah: int) -> int:
    """The month `langkah` months later (earlier when negative)."""
    urutan = bulan // 100 * 12 + bulan % 100 - 1 + langkah
    return urutan // 12 * 100 + urutan % 12 + 1


def umur(lahir: dt.date | None, pada: dt.date) -> int | None:
    """Completed years; None when the birth date is unknown or after `pada` (buku.md 3.5)."""
    if lahir is None or lahir > pada:
        return None
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def lahir_paling_lambat(tahun: int, pada: dt.date) -> dt.date:
    """The latest birth date that gives `tahun` completed years on `pada` (the inverse of `umur`)."""
    try:
        return pada.replace(year=pada.year - tahun)
    except ValueError:  # 29 February: the birthday in a common year is 1 March
        return dt.date(pada.year - tahun, 2, 28)


def ulang_tahun(lahir: dt.date, tahun: int) -> dt.date:
    """The day on which somebody completes `tahun` years; 1 March for a 29 February in common years."""
    try:
        return lahir.replace(year=lahir.year + tahun)
    except ValueError:
        return dt.date(lahir.year + tahun, 3, 1)


def hari_kerja(tanggal: dt.date, libur: Container[dt.date]) -> bool:
    """Whether the office works on this day: Monday to Friday and not in the table of days off."""
    return tanggal.weekday() < 5 and tanggal not in libur


def tambah_hari_kerja(mulai: dt.date, jumlah: int, libur: Container[dt.date]) -> dt.date:
    """The date `jumlah` working days after `mulai`, which itself does not count."""
    tanggal = mulai
    while jumlah > 0:
        tanggal += dt.timedelta(days=1)
        if hari_kerja(tanggal, libur):
            jumlah -= 1
    return tanggal
