"""How many residents there are. Every count on every screen and paper comes from the ledger through here."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Desa, Dusun
from db.queries.buku_besar import jumlah_pada, jumlah_per_kelompok
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

KELOMPOK = (("wna", "L"), ("wna", "P"), ("wni", "L"), ("wni", "P"))
"""Order of the four columns under each heading of B.3."""
ALIR = ("lahir", "datang", "mati", "pindah")
KUNCI_B3 = (
    *(f"awal_{wn}_{jk.lower()}" for wn, jk in KELOMPOK), "awal_kk", "awal_anggota", "awal_jiwa",
    *(f"{alir}_{wn}_{jk.lower()}" for alir in ALIR for wn, jk in KELOMPOK),
    *(f"akhir_{wn}_{jk.lower()}" for wn, jk in KELOMPOK), "akhir_kk", "akhir_anggota", "akhir_jiwa",
)  # fmt: skip
"""Figures of B.3 in column order (columns 3 to 32)."""
_TANDA = {"lahir": 1, "datang": 1, "mati": -1, "pindah": -1}


@dataclass(frozen=True)
class JumlahPenduduk:
    """Residents and families at one moment."""

    jiwa: int
    l: int  # noqa: E741  the word of the forms
    p: int
    kk: int


@dataclass(frozen=True)
class BarisRekap:
    """One row of B.3: a dusun, or the total."""

    dusun_id: int | None
    dusun: str
    angka: dict[str, int]
    """Figures by the keys of KUNCI_B3."""


@kasus(Izin.BUKU_BACA)
def jumlah_kini(k: Konteks) -> JumlahPenduduk:
    """Residents and families now."""
    return jumlah_tanggal(k, k.jam.hari_ini())


@kasus(Izin.BUKU_BACA)
def jumlah_tanggal(k: Konteks, pada: dt.date) -> JumlahPenduduk:
    """Residents and families at the end of a day."""
    with k.baca() as sesi:
        return _jumlahkan(jumlah_pada(sesi, pada))


def _jumlahkan(baris: Iterable[Any]) -> JumlahPenduduk:
    laki = perempuan = kk = 0
    for b in baris:
        laki += b.banyak if b.jk == "L" else 0
        perempuan += b.banyak if b.jk == "P" else 0
        kk += b.banyak if b.kepala else 0
    return JumlahPenduduk(laki + perempuan, laki, perempuan, kk)


@kasus(Izin.BUKU_BACA)
def rekap_bulan(k: Konteks, bulan: int) -> list[BarisRekap]:
    """B.3 of a month: one row per dusun in the order of the books, then the total row."""
    with k.baca() as sesi:
        return rekap(sesi, bulan)


def rekap(sesi: Session, bulan: int) -> list[BarisRekap]:
    """B.3 inside an open session. Opening stock of the opening month counts as its awal."""
    dusun = list(sesi.execute(select(Dusun.id, Dusun.nama).order_by(Dusun.urut, Dusun.nama)))
    angka = {d.id: dict.fromkeys(KUNCI_B3, 0) for d in dusun}
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    for b in jumlah_per_kelompok(sesi, sampai_bulan=bulan):
        _tambahkan(angka[b.dusun_id], b, bulan, bulan_awal)
    baris = [BarisRekap(d.id, d.nama, _lengkapi(angka[d.id])) for d in dusun]
    total = {kunci: sum(b.angka[kunci] for b in baris) for kunci in KUNCI_B3}
    return [*baris, BarisRekap(None, "JUMLAH", total)]


def _tambahkan(angka: dict[str, int], b: Any, bulan: int, bulan_awal: int | None) -> None:
    """Enter one group of ledger lines into the row of its dusun."""
    kelompok = f"{b.wn.lower()}_{b.jk.lower()}"
    banyak = b.banyak * b.arah
    pembukaan = b.alir == "awal" and (b.bulan == bulan_awal or bulan_awal is None)
    for saat in ("awal", "akhir"):
        if saat == "akhir" or b.bulan < bulan or pembukaan:
            angka[f"{saat}_{kelompok}"] += banyak
            angka[f"{saat}_kk"] += banyak * b.kepala
    if b.bulan == bulan and b.alir in _TANDA:
        angka[f"{b.alir}_{kelompok}"] += banyak * _TANDA[b.alir]


def _lengkapi(angka: dict[str, int]) -> dict[str, int]:
    for saat in ("awal", "akhir"):
        angka[f"{saat}_jiwa"] = sum(angka[f"{saat}_{wn}_{jk.lower()}"] for wn, jk in KELOMPOK)
        angka[f"{saat}_anggota"] = angka[f"{saat}_jiwa"] - angka[f"{saat}_kk"]
    return angka


def angka_kunci(angka: dict[str, int], kunci: str) -> int:
    """A figure by its key, or by a compact key that adds WNI and WNA (`awal_l`) or sexes (`lahir`)."""
    if kunci in angka:
        return angka[kunci]
    alir, _, jk = kunci.partition("_")
    return sum(angka[f"{alir}_{wn}_{j.lower()}"] for wn, j in KELOMPOK if jk in {"", j.lower()})
