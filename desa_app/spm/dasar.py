"""The number that the 25 % of a quarter are taken from: families, land-owning families, residents."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DasarTarget, Desa, Dusun
from db.queries.buku_besar import jumlah_pada
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.spm2 import hitung_keluarga_lahan
from desa_app.spm.rencana import SATUAN_ASPEK, bagi_menurut
from desa_app.waktu import akhir_bulan


@dataclass(frozen=True)
class Dasar:
    """Base of one plan in one year, with its share per dusun (dusun id -> number)."""

    jumlah: int
    per_dusun: dict[int, int]
    pada: dt.date
    """Day of counting."""
    tangan: str = ""
    """Reason, when the office fixed the number by hand."""


def tanggal_dasar(sesi: Session, tahun: int, hari_ini: dt.date) -> dt.date:
    """1 January of the year; the end of the opening month in the first year; never later than today."""
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    awal = dt.date(tahun, 1, 1)
    if bulan_awal:
        awal = max(awal, akhir_bulan(bulan_awal))
    return min(awal, hari_ini)


def jumlah_satuan(sesi: Session, aspek: str, pada: dt.date) -> dict[int, int]:
    """How many units each dusun has at the end of a day: KK, land-owning KK or residents."""
    hasil: Counter[int] = Counter(dict.fromkeys(sesi.scalars(select(Dusun.id)), 0))
    if aspek == "pertanahan":
        hasil.update({dusun: n for dusun, (n, _) in hitung_keluarga_lahan(sesi, pada).items()})
    elif aspek in SATUAN_ASPEK:
        for b in jumlah_pada(sesi, pada):
            if aspek == "pemahaman_masyarakat" or b.kepala:
                hasil[b.dusun_id] += b.banyak
    return dict(hasil)


Hitungan = dict[tuple[str, dt.date], dict[int, int]]
"""Counts already taken, by plan and day; several years often share one day."""


def dasar_target(
    sesi: Session, aspek: str, tahun: int, hari_ini: dt.date, ingat: Hitungan | None = None
) -> Dasar:
    """The base in force for a plan's year. `ingat` spares counting the same day again."""
    pada, ingat = tanggal_dasar(sesi, tahun, hari_ini), {} if ingat is None else ingat
    if (aspek, pada) not in ingat:
        ingat[aspek, pada] = jumlah_satuan(sesi, aspek, pada)
    per_dusun = ingat[aspek, pada]
    tetapan = sesi.scalar(
        select(DasarTarget)
        .where(DasarTarget.aspek == aspek, DasarTarget.tahun == tahun)
        .order_by(DasarTarget.id.desc())
        .limit(1)
    )
    if tetapan is None:
        return Dasar(sum(per_dusun.values()), per_dusun, pada)
    return Dasar(tetapan.basis, bagi_menurut(tetapan.basis, per_dusun), tetapan.saat.date(), tetapan.alasan)


@kasus(Izin.INDIKATOR_ISI)
def tetapkan_dasar(k: Konteks, aspek: str, tahun: int, basis: int, alasan: str) -> None:
    """Fix the base of a plan's year by hand. Earlier rows and snapshots stay."""
    issues = []
    if aspek not in SATUAN_ASPEK:
        issues.append(FieldIssue("aspek", "Rencana ini tidak memakai target 25 %."))
    if basis < 1:
        issues.append(FieldIssue("basis", "Jumlah dasar target paling sedikit 1."))
    if not alasan.strip():
        issues.append(FieldIssue("alasan", "Tulis alasan mengapa jumlahnya ditetapkan sendiri."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("spm.dasar_target") as t:
        lama = dasar_target(t.sesi, aspek, tahun, k.jam.hari_ini())
        baru = DasarTarget(
            aspek=aspek, tahun=tahun, basis=basis, alasan=alasan.strip(),
            oleh=k.nama_pelaku, saat=k.jam.sekarang(),
        )  # fmt: skip
        t.sesi.add(baru)
        t.catat(f"dasar_target:{aspek}-{tahun}", {"basis": lama.jumlah}, {"basis": basis, "alasan": alasan})
