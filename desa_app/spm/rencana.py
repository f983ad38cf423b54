"""The four plans of Lampiran BAB II: 59 steps word for word, their calendar and their 25 % targets.

Pure functions; nothing here reads the database or the clock.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desa_app.waktu import akhir_bulan
from resources.paths import data

ASPEK = {
    "kependudukan": "Administrasi kependudukan",
    "pertanahan": "Pertanahan",
    "pemahaman_masyarakat": "Pemahaman masyarakat",
    "tingkat_penyelesaian": "Penyelesaian surat",
}
"""Plans in the order of the regulation, by the key of `spm.json`."""
SATUAN_ASPEK = {"kependudukan": "KK", "pertanahan": "KK pemilik tanah", "pemahaman_masyarakat": "penduduk"}
TAHUN_ROMAWI = ("I", "II", "III", "IV", "V")


class Status(StrEnum):
    """State of a step by the calendar and by what was done."""

    BELUM = "belum"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    TERLAMBAT = "terlambat"


@dataclass(frozen=True)
class Langkah:
    """One step, word for word. `tahun_ke` is 1..5, 0 for plans that repeat each year."""

    kode: str
    indikator: str
    aspek: str
    tahun_ke: int
    triwulan: int | None
    butir: str
    teks: str
    berbagian: bool
    """Whether 25 % of a base must be reached in it."""


@cache
def semua_langkah() -> tuple[Langkah, ...]:
    """The 59 steps in the order of the regulation."""
    return tuple(
        Langkah(
            isi["kode"],
            isi["indikator"],
            isi["aspek"],
            TAHUN_ROMAWI.index(isi["tahun"]) + 1 if isi["tahun"] else 0,
            isi["triwulan"],
            isi.get("butir") or "",
            isi["teks"],
            isi["target_persen"] is not None,
        )
        for isi in data("spm")["langkah_kegiatan"]
    )


@cache
def langkah(kode: str) -> Langkah | None:
    """A step by its code."""
    return next((isi for isi in semua_langkah() if isi.kode == kode), None)


def langkah_aspek(aspek: str) -> tuple[Langkah, ...]:
    """Steps of one plan."""
    return tuple(isi for isi in semua_langkah() if isi.aspek == aspek)


def triwulan_dari(tanggal: dt.date) -> int:
    """Quarter 1..4 of a date."""
    return (tanggal.month - 1) // 3 + 1


def rentang_triwulan(tahun: int, triwulan: int) -> tuple[dt.date, dt.date]:
    """First and last day of a quarter."""
    return dt.date(tahun, 3 * triwulan - 2, 1), akhir_bulan(tahun * 100 + 3 * triwulan)


def rentang_langkah(isi: Langkah, tahun: int) -> tuple[dt.date, dt.date]:
    """First and last day in which a step has to be done: its quarter, else the whole year."""
    if isi.triwulan:
        return rentang_triwulan(tahun, isi.triwulan)
    return dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)


def tahun_langkah(isi: Langkah, tahun_mulai: int, tahun: int) -> int:
    """Calendar year of a step: from the start year for the five-year plans, else `tahun` itself."""
    return tahun_mulai + isi.tahun_ke - 1 if isi.tahun_ke else tahun


def target_triwulan(basis: int, triwulan: int) -> int:
    """Number to reach in one quarter, so that after quarter n the sum is ceil(base * n / 4) (buku.md 5.2).

    The four quarters together are exactly the base.
    """
    return -(-basis * triwulan // 4) + (-basis * (triwulan - 1) // 4)


def bagi_menurut(jumlah: int, bobot: Mapping[int, int]) -> dict[int, int]:
    """Share a whole number among dusun in proportion to their weight; the parts add up to it.

    Largest remainder first, then the lower id.
    """
    semua = sum(bobot.values())
    if not semua:
        return dict.fromkeys(bobot, 0)
    bagian = {kunci: jumlah * nilai // semua for kunci, nilai in bobot.items()}
    urutan = sorted(bobot, key=lambda kunci: (-(jumlah * bobot[kunci] % semua), kunci))
    for kunci in urutan[: jumlah - sum(bagian.values())]:
        bagian[kunci] += 1
    return bagian


def status_langkah(
    rentang: tuple[dt.date, dt.date], hari_ini: dt.date, *, tercapai: bool, ada_kegiatan: bool
) -> Status:
    """Done, late after the last day, running within the time (or begun early), else not begun."""
    if tercapai:
        return Status.SELESAI
    if hari_ini > rentang[1]:
        return Status.TERLAMBAT
    return Status.BERJALAN if hari_ini >= rentang[0] or ada_kegiatan else Status.BELUM
