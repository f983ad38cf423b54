"""Numerator and denominator of SPM-1..4 per dusun, from the books, as of any day (buku.md 5.1)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PerkiraanSpm
from db.queries import spm as kueri
from desa_app.bahasa import bilangan
from desa_app.desa import hari_libur
from desa_app.pertanahan.spm2 import hitung_keluarga_lahan
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
    semua = hitung_keluarga_lahan(sesi, pada)
    return Hitungan({dusun: Pecahan(lengkap, n) for dusun, (n, lengkap) in semua.items()})


@dataclass
class _Banyak:
    """Requests of one dusun: all, complete at once, and of these the ones served quickly."""

    semua: int = 0
    lengkap: int = 0
    cepat: int = 0


@dataclass(frozen=True)
class PermohonanTahun:
    """Requests of a calendar year by dusun, and how many people asked; both letter indicators need them."""

    per_dusun: dict[int, _Banyak]
    pemohon: int


def permohonan_tahun(sesi: Session, pada: dt.date) -> PermohonanTahun:
    """The year's requests up to a day, read once. Somebody without a record counts for each request."""
    hasil: defaultdict[int, _Banyak] = defaultdict(_Banyak)
    warga, luar, tanpa = set[int](), set[int](), 0
    batas, akhir = BatasCepat(hari_libur(sesi)), pada.isoformat()
    for dusun, orang, orang_luar, lengkap_awal, lengkap, siap in kueri.rincian_permohonan(
        sesi, pada.year, pada
    ):
        banyak = hasil[dusun or LUAR]
        banyak.semua += 1
        if lengkap_awal:
            banyak.lengkap += 1
            if siap and lengkap and (hari := siap[:10]) <= akhir:
                banyak.cepat += hari <= lengkap[:10] or hari <= batas.teks(lengkap[:10])
        if orang is not None:
            warga.add(orang)
        elif orang_luar is not None:
            luar.add(orang_luar)
        else:
            tanpa += 1
    return PermohonanTahun(dict(hasil), len(warga) + len(luar) + tanpa)


def spm_3(sesi: Session, pada: dt.date, isi: PermohonanTahun | None = None) -> Hitungan:
    """Requests of the calendar year that were complete at the first submission."""
    return _permohonan(sesi, pada, "SPM-3", isi, lambda b: b.lengkap)


def spm_4(sesi: Session, pada: dt.date, isi: PermohonanTahun | None = None) -> Hitungan:
    """Requests of the calendar year that were complete at once and ready within one working day."""
    return _permohonan(sesi, pada, "SPM-4", isi, lambda b: b.cepat)


class BatasCepat:
    """Last day on which a letter counts as quick: the end of the next working day (Pasal 9 ayat (4))."""

    def __init__(self, libur: Container[dt.date]) -> None:
        self._libur = libur
        self._ingat: dict[dt.date, dt.date] = {}
        self._teks: dict[str, str] = {}

    def __call__(self, lengkap: dt.date) -> dt.date:
        if lengkap not in self._ingat:
            self._ingat[lengkap] = tambah_hari_kerja(lengkap, 1, self._libur)
        return self._ingat[lengkap]

    def teks(self, lengkap: str) -> str:
        """The same for days as YYYY-MM-DD."""
        if lengkap not in self._teks:
            self._teks[lengkap] = self(dt.date.fromisoformat(lengkap)).isoformat()
        return self._teks[lengkap]


def cepat(b: Any, pada: dt.date, batas: BatasCepat) -> bool:
    """Whether a request was served quickly by the end of `pada`."""
    if not b.lengkap_awal or b.lengkap is None or b.siap is None:
        return False
    siap = b.siap.date()
    return bool(siap <= pada and siap <= batas(b.lengkap.date()))


def _permohonan(
    sesi: Session, pada: dt.date, kode: str, isi: PermohonanTahun | None, terhitung: Callable[[_Banyak], int]
) -> Hitungan:
    isi = isi or permohonan_tahun(sesi, pada)
    if not isi.per_dusun:
        return _perkiraan(sesi, kode, pada.year)
    hasil = {dusun: Pecahan(terhitung(b), b.semua) for dusun, b in isi.per_dusun.items()}
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
