"""Region codes of the ministry: provinsi, kabupaten/kota, kecamatan, desa (offline, `resources/wilayah`)."""

import csv
from dataclasses import dataclass
from functools import cache

from resources.paths import teks_padat

TINGKAT = ("provinsi", "kabupaten", "kecamatan", "desa")


@dataclass(frozen=True)
class Wilayah:
    """One region: code without dots and name."""

    kode: str
    nama: str


@cache
def _anak(tingkat: str) -> dict[str, tuple[Wilayah, ...]]:
    hasil: dict[str, list[Wilayah]] = {}
    for baris in csv.reader(teks_padat("wilayah", f"{tingkat}.csv.gz").splitlines()[1:]):
        induk = "" if tingkat == "provinsi" else baris[1].replace(".", "")
        hasil.setdefault(induk, []).append(Wilayah(baris[0].replace(".", ""), baris[-1]))
    return {kunci: tuple(sorted(isi, key=lambda w: w.nama)) for kunci, isi in hasil.items()}


def daftar(induk: str = "") -> tuple[Wilayah, ...]:
    """Regions directly under `induk` ("" = all provinces), by name."""
    tingkat = {0: "provinsi", 2: "kabupaten", 4: "kecamatan", 6: "desa"}[len(induk)]
    return _anak(tingkat).get(induk, ())


def cari_kode(kode: str) -> tuple[Wilayah, ...]:
    """Path provinsi, kabupaten, kecamatan, desa of a ten-digit code; as much of it as is known."""
    jalan = []
    for tingkat, panjang in zip(TINGKAT, (2, 4, 6, 10), strict=True):
        induk = kode[: {2: 0, 4: 2, 6: 4, 10: 6}[panjang]]
        cocok = next((w for w in _anak(tingkat).get(induk, ()) if w.kode == kode[:panjang]), None)
        if cocok is None:
            break
        jalan.append(cocok)
    return tuple(jalan)


def pisah_sebutan(kabupaten: str) -> tuple[str, str]:
    """`Kota Semarang` -> (`Kota`, `Semarang`); a name without such a word is a Kabupaten."""
    kata, _, nama = kabupaten.partition(" ")
    return (kata, nama) if kata in {"Kabupaten", "Kota"} and nama else ("Kabupaten", kabupaten)


_WITA = frozenset("51 52 53 63 64 65 71 72 73 74 75 76".split())
_WIT = frozenset("81 82 91 92 93 94 95 96".split())


def zona_waktu(kode: str) -> str:
    """WIB, WITA or WIT of the province that a region code begins with; WIB for an unknown one."""
    return "WITA" if kode[:2] in _WITA else "WIT" if kode[:2] in _WIT else "WIB"
