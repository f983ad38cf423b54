"""The indicators of SPM Desa computed from the books as of any date (Lampiran I, buku.md 5.1)."""

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from db.queries import spm as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.nilai import NilaiIndikator
from desa_app.waktu import lahir_paling_lambat
from resources.paths import data

UMUR_WAJIB_KTP = 17
JUDUL = {"SPM-1": ("Kependudukan", "Warga wajib KTP yang sudah ber-KTP-el")}
"""Short field and title of each gauge by indicator code."""


@cache
def uraian(kode: str) -> dict[str, Any]:
    """The regulation's own entry of an indicator (`spm.json`)."""
    hasil: dict[str, Any] = next(isi for isi in data("spm")["indikator"] if isi["kode"] == kode)
    return hasil


@kasus(Izin.INDIKATOR_BACA)
def hitung_indikator(
    k: Konteks, tanggal: dt.date | None = None, dusun_id: int | None = None
) -> tuple[NilaiIndikator, ...]:
    """Every indicator as of the end of a day (today when none is given), for one dusun or the village."""
    pada = tanggal or k.jam.hari_ini()
    with k.baca() as sesi:
        return (spm_1(sesi, pada, dusun_id),)


def spm_1(sesi: Session, pada: dt.date, dusun_id: int | None = None) -> NilaiIndikator:
    """SPM-1: residents who own a KTP-el with NIK, of all who must hold one (buku.md 3.4)."""
    baris = [
        b
        for b in kueri.hitung_ktp(sesi, pada, lahir_paling_lambat(UMUR_WAJIB_KTP, pada))
        if dusun_id is None or b.dusun_id == dusun_id
    ]
    return _nilai("SPM-1", sum(b.punya for b in baris), sum(b.wajib for b in baris), "wajib KTP", "orang")


def _nilai(kode: str, pembilang: int, penyebut: int, satuan: str, orang: str) -> NilaiIndikator:
    isi = uraian(kode)
    return NilaiIndikator(kode, isi["nama"], pembilang, penyebut, isi["target_persen"], satuan, orang)
