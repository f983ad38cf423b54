"""Snapshots at each quarter's end, the trend they show, and whether the pace will do."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Desa, PotretIndikator
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.hitung import HITUNG
from desa_app.spm.indikator import SEBUTAN, nilai_dari
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.rencana import rentang_triwulan, triwulan_dari
from desa_app.spm.setelan import SetelanSpm, setelan_dari

TRIWULAN_TERBANYAK = 20
"""How far back missing snapshots are filled in: the five years of a plan."""


@dataclass(frozen=True)
class TitikTren:
    """One stored quarter."""

    tahun: int
    triwulan: int
    pembilang: int
    penyebut: int
    target: int

    @property
    def per_seribu(self) -> int | None:
        """Per mille; None without data."""
        return (self.pembilang * 2000 + self.penyebut) // (2 * self.penyebut) if self.penyebut else None


@kasus(Izin.INDIKATOR_ISI)
def lengkapi_potret(k: Konteks) -> int:
    """Store every ended quarter that has no snapshot yet, back to the opening stock; returns how many rows.

    A stored snapshot never changes.
    """
    hari_ini = k.jam.hari_ini()
    with k.baca() as sesi:
        perlu = _yang_perlu(sesi, hari_ini)
    if not perlu:
        return 0
    with k.tulis("spm.potret") as t:
        setelan, saat = setelan_dari(t.sesi), k.jam.sekarang()
        oleh = k.nama_pelaku
        for tahun, triwulan, kode in perlu:
            nilai = nilai_dari(kode, HITUNG[kode](t.sesi, rentang_triwulan(tahun, triwulan)[1]), setelan)
            t.sesi.add(
                PotretIndikator(
                    tahun=tahun, triwulan=triwulan, kode=kode, pembilang=nilai.pembilang,
                    penyebut=nilai.penyebut, target=nilai.target, saat=saat, oleh=oleh,
                )
            )  # fmt: skip
        t.catat("potret:triwulan", None, {"jumlah": len(perlu)})
    return len(perlu)


def _yang_perlu(sesi: Session, hari_ini: dt.date) -> list[tuple[int, int, str]]:
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    if bulan_awal is None:
        return []
    ada = {
        (tahun, triwulan, kode)
        for tahun, triwulan, kode in sesi.execute(
            select(PotretIndikator.tahun, PotretIndikator.triwulan, PotretIndikator.kode)
        )
    }
    tahun, triwulan = hari_ini.year, triwulan_dari(hari_ini)
    perlu = []
    for _ in range(TRIWULAN_TERBANYAK):
        tahun, triwulan = (tahun, triwulan - 1) if triwulan > 1 else (tahun - 1, 4)
        if tahun * 100 + 3 * triwulan < bulan_awal:
            break
        perlu += [(tahun, triwulan, kode) for kode in HITUNG if (tahun, triwulan, kode) not in ada]
    return perlu


@kasus(Izin.INDIKATOR_BACA)
def tren(k: Konteks, kode: str) -> tuple[TitikTren, ...]:
    """Stored quarters of an indicator, oldest first."""
    with k.baca() as sesi:
        return tren_dari(sesi, kode, k.jam.hari_ini())


def tren_dari(sesi: Session, kode: str, sampai: dt.date) -> tuple[TitikTren, ...]:
    """Quarters that ended on or before a day, oldest first."""
    p = PotretIndikator
    baris = sesi.execute(
        select(p.tahun, p.triwulan, p.pembilang, p.penyebut, p.target)
        .where(p.kode == kode)
        .order_by(p.tahun, p.triwulan)
    )
    titik = [TitikTren(*b) for b in baris]
    return tuple(t for t in titik if rentang_triwulan(t.tahun, t.triwulan)[1] <= sampai)


def batas_waktu(kode: str, pada: dt.date, setelan: SetelanSpm) -> dt.date | None:
    """Deadline of an indicator: end of Tahun V, or of the running year; None without a start year."""
    if not SEBUTAN[kode].lima_tahun:
        return dt.date(pada.year, 12, 31)
    return dt.date(setelan.tahun_mulai + 4, 12, 31) if setelan.tahun_mulai else None


def kata_tren(
    nilai: NilaiIndikator, titik: tuple[TitikTren, ...], pada: dt.date, batas: dt.date | None
) -> str:
    """`+1,8 sejak triwulan lalu · perlu 4,1 tiap triwulan sampai 2028`; empty without data."""
    kini = nilai.per_seribu
    if kini is None:
        return ""
    bagian = []
    berada = [t for t in titik if (t.tahun, t.triwulan) < (pada.year, triwulan_dari(pada))]
    lalu = berada[-1].per_seribu if berada else None
    if lalu is not None:
        bagian.append(f"{_poin(kini - lalu)} sejak triwulan lalu")
    if not nilai.tercapai and batas is not None:
        bagian.append(_laju(nilai.target * 10 - kini, None if lalu is None else kini - lalu, pada, batas))
    return " · ".join(bagian)


def _laju(kurang: int, naik: int | None, pada: dt.date, batas: dt.date) -> str:
    """How much each remaining quarter has to bring, and whether the last one would do."""
    if pada > batas:
        return f"batas waktu {batas.year} sudah lewat"
    sisa = (batas.year - pada.year) * 4 + triwulan_dari(batas) - triwulan_dari(pada) + 1
    perlu = -(-kurang // sisa)
    cukup = "" if naik is None else ", laju cukup" if naik >= perlu else ", laju belum cukup"
    return f"perlu {_poin(perlu)} tiap triwulan sampai {batas.year}{cukup}"


def _poin(per_seribu: int) -> str:
    tanda = "+" if per_seribu >= 0 else "-"
    return f"{tanda}{abs(per_seribu) // 10},{abs(per_seribu) % 10}"


def periksa_pecahan(pembilang: int, penyebut: int) -> None:
    """Raise ValidationFailed when hand-typed figures cannot be."""
    issues = []
    if penyebut < 1:
        issues.append(FieldIssue("penyebut", "Jumlah permohonan paling sedikit 1."))
    if not 0 <= pembilang <= penyebut:
        issues.append(FieldIssue("pembilang", "Jumlah ini tidak boleh lebih banyak dari seluruhnya."))
    if issues:
        raise ValidationFailed(issues)
