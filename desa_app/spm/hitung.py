"""Numerator and denominator of SPM-1..4 per dusun, from the books, as of any day (buku.md 5.1)."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PerkiraanSpm
from db.queries import spm as kueri
from desa_app.bahasa import bilangan
from desa_app.desa import hari_libur
from desa_app.pertanahan.spm2 import keluarga_lengkap
from desa_app.waktu import lahir_paling_lambat, tambah_hari_kerja

UMUR_WAJIB_KTP = 17
LUAR = 0
"""Key for applicants who live in no dusun of the village."""


@dataclass(frozen=True)
class Pecahan:
    """Numerator and denominator."""

    pembilang: int = 0
    penyebut: int = 0

    def __add__(self, lain: "Pecahan") -> "Pecahan":
        return Pecahan(self.pembilang + lain.pembilang, self.penyebut + lain.penyebut)


@dataclass(frozen=True)
class Hitungan:
    """An indicator's figures by dusun id (LUAR for outside), and remarks that belong to them."""

    per_dusun: dict[int, Pecahan]
    catatan: tuple[str, ...] = ()

    def jumlah(self, dusun_id: int | None = None) -> Pecahan:
        """One dusun's figures, or those of the village."""
        if dusun_id is not None:
            return self.per_dusun.get(dusun_id, Pecahan())
        return sum(self.per_dusun.values(), Pecahan())


def spm_1(sesi: Session, pada: dt.date) -> Hitungan:
    """Residents who own a KTP-el with NIK, of all who must hold one (buku.md 3.4)."""
    baris = kueri.hitung_ktp(sesi, pada, lahir_paling_lambat(UMUR_WAJIB_KTP, pada))
    return Hitungan({b.dusun_id: Pecahan(b.punya, b.wajib) for b in baris})


def spm_2(sesi: Session, pada: dt.date) -> Hitungan:
    """Land-owning families all of whose parcels have complete evidence."""
    banyak, lengkap = Counter[int](), Counter[int]()
    for dusun, semua in keluarga_lengkap(sesi, pada).values():
        banyak[dusun] += 1
        lengkap[dusun] += semua
    return Hitungan({dusun: Pecahan(lengkap[dusun], n) for dusun, n in banyak.items()})


@dataclass(frozen=True)
class PermohonanTahun:
    """Requests of a calendar year in groups, and how many people asked; both letter indicators need them."""

    baris: tuple[Any, ...]
    pemohon: int


def permohonan_tahun(sesi: Session, pada: dt.date) -> PermohonanTahun:
    """The year's requests up to a day."""
    baris = tuple(kueri.hitung_permohonan(sesi, pada.year, pada))
    return PermohonanTahun(baris, kueri.pemohon_berbeda(sesi, pada.year, pada) if baris else 0)


def spm_3(sesi: Session, pada: dt.date, isi: PermohonanTahun | None = None) -> Hitungan:
    """Requests of the calendar year that were complete at the first submission."""
    return _permohonan(sesi, pada, "SPM-3", isi, lambda b: bool(b.lengkap_awal))


def spm_4(sesi: Session, pada: dt.date, isi: PermohonanTahun | None = None) -> Hitungan:
    """Requests of the calendar year that were complete at once and ready within one working day."""
    batas = BatasCepat(hari_libur(sesi))

    def terhitung(b: Any) -> bool:
        return bool(b.pasti) or (bool(b.lengkap_awal) and hari_cepat(b.lengkap, b.siap, pada, batas))

    return _permohonan(sesi, pada, "SPM-4", isi, terhitung)


class BatasCepat:
    """Last day on which a letter counts as quick: the end of the next working day (Pasal 9 ayat (4))."""

    def __init__(self, libur: Container[dt.date]) -> None:
        self._libur = libur
        self._ingat: dict[dt.date, dt.date] = {}

    def __call__(self, lengkap: dt.date) -> dt.date:
        if lengkap not in self._ingat:
            self._ingat[lengkap] = tambah_hari_kerja(lengkap, 1, self._libur)
        return self._ingat[lengkap]


def cepat(b: Any, pada: dt.date, batas: BatasCepat) -> bool:
    """Whether a request was served quickly by the end of `pada`."""
    if not b.lengkap_awal or b.lengkap is None or b.siap is None:
        return False
    return hari_cepat(b.lengkap.date().isoformat(), b.siap.date().isoformat(), pada, batas)


def hari_cepat(lengkap: str | None, siap: str | None, pada: dt.date, batas: BatasCepat) -> bool:
    """Whether a request complete on one day was ready in time on another, both as YYYY-MM-DD."""
    if lengkap is None or siap is None or siap > pada.isoformat():
        return False
    return siap <= batas(dt.date.fromisoformat(lengkap)).isoformat()


def _permohonan(
    sesi: Session, pada: dt.date, kode: str, isi: PermohonanTahun | None, terhitung: Callable[[Any], bool]
) -> Hitungan:
    isi = isi or permohonan_tahun(sesi, pada)
    hasil: dict[int, Pecahan] = {}
    for b in isi.baris:
        dusun = b.dusun_id or LUAR
        satu = Pecahan(b.banyak if terhitung(b) else 0, b.banyak)
        hasil[dusun] = hasil.get(dusun, Pecahan()) + satu
    if not hasil:
        return _perkiraan(sesi, kode, pada.year)
    return Hitungan(hasil, (f"{bilangan(isi.pemohon)} orang berbeda",))


def _perkiraan(sesi: Session, kode: str, tahun: int) -> Hitungan:
    """A year typed by hand (step 2 of the seven) when the books hold no request of it."""
    isi = sesi.scalar(select(PerkiraanSpm).where(PerkiraanSpm.tahun == tahun, PerkiraanSpm.kode == kode))
    if isi is None:
        return Hitungan({})
    return Hitungan({LUAR: Pecahan(isi.pembilang, isi.penyebut)}, ("perkiraan, diisi tangan",))


HITUNG: dict[str, Callable[[Session, dt.date], Hitungan]] = {
    "SPM-1": spm_1,
    "SPM-2": spm_2,
    "SPM-3": spm_3,
    "SPM-4": spm_4,
}
"""How each counted indicator is counted."""


def hitung_semua(sesi: Session, pada: dt.date) -> dict[str, Hitungan]:
    """All counted indicators; what two of them need is read once."""
    isi = permohonan_tahun(sesi, pada)
    return {
        "SPM-1": spm_1(sesi, pada),
        "SPM-2": spm_2(sesi, pada),
        "SPM-3": spm_3(sesi, pada, isi),
        "SPM-4": spm_4(sesi, pada, isi),
    }
