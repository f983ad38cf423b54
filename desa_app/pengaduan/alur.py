"""The way of a complaint: states, which may follow which, who may do it, and its three working days."""

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass

from desa_app.bahasa import bilangan
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak
from desa_app.waktu import hari_kerja, tambah_hari_kerja

HARI_KERJA = 3
"""Pasal 13 ayat (2)."""
DITERIMA, DISPOSISI, TINDAK, DIJAWAB = "diterima", "didisposisi", "ditindaklanjuti", "dijawab"
CAMAT, SELESAI, DITARIK = "diserahkan_camat", "selesai", "ditarik"

KEADAAN: dict[str, str] = {
    DITERIMA: "Diterima",
    DISPOSISI: "Didisposisi",
    TINDAK: "Ditindaklanjuti",
    DIJAWAB: "Dijawab",
    CAMAT: "Diserahkan ke Camat",
    SELESAI: "Selesai",
    DITARIK: "Ditarik pengadu",
}
TERBUKA = (DITERIMA, DISPOSISI, TINDAK)
"""States in which the clock runs."""


@dataclass(frozen=True)
class Langkah:
    """One act: what it is called, from which states it leads where, who may do it."""

    nama: str
    dari: tuple[str, ...]
    ke: str
    izin: tuple[Izin, ...]
    catatan_wajib: bool = True


_MEJA = (Izin.PENGADUAN_UBAH,)
_KADES = (Izin.PENGADUAN_DISPOSISI,)
LANGKAH: dict[str, Langkah] = {
    "disposisi": Langkah("Disposisi", (DITERIMA, DISPOSISI), DISPOSISI, _KADES),
    "tindak": Langkah("Catat tindak lanjut", (DISPOSISI, TINDAK, DIJAWAB, CAMAT), TINDAK, _MEJA),
    "jawab": Langkah("Jawab", (TINDAK, CAMAT), DIJAWAB, _MEJA),
    "camat": Langkah("Serahkan ke Camat", TERBUKA, CAMAT, (*_MEJA, *_KADES)),
    "selesai": Langkah("Selesai", (DIJAWAB, CAMAT), SELESAI, _MEJA, catatan_wajib=False),
    "tarik": Langkah("Ditarik pengadu", TERBUKA, DITARIK, _MEJA),
}
"""Every transition of a complaint."""


def tenggat(diterima: dt.date, libur: Container[dt.date]) -> dt.date:
    """The last of the three working days; the day of receipt does not count."""
    return tambah_hari_kerja(diterima, HARI_KERJA, libur)


def sisa_hari_kerja(hari_ini: dt.date, batas: dt.date, libur: Container[dt.date]) -> int:
    """Working days from today to the limit, today not counted; negative when it has passed."""
    arah = 1 if batas >= hari_ini else -1
    dari, sampai = min(hari_ini, batas), max(hari_ini, batas)
    hari = (dari + dt.timedelta(days=n) for n in range(1, (sampai - dari).days + 1))
    return arah * sum(hari_kerja(h, libur) for h in hari)


def lampu(keadaan: str, hari_ini: dt.date, batas: dt.date, libur: Container[dt.date]) -> tuple[Mendesak, str]:
    """Colour and words of the clock: red after the limit, amber on its last two days."""
    if keadaan not in TERBUKA:
        return Mendesak.SELESAI, KEADAAN[keadaan]
    if hari_ini > batas:
        lewat = max(1, -sisa_hari_kerja(hari_ini, batas, libur))
        return Mendesak.LEWAT, f"lewat {bilangan(lewat)} hari kerja"
    sisa = sisa_hari_kerja(hari_ini, batas, libur)
    if sisa == 0:
        return Mendesak.SEGERA, "hari terakhir"
    return (Mendesak.SEGERA if sisa == 1 else Mendesak.NETRAL), f"sisa {sisa} hari kerja"
