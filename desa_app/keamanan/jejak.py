"""Reading the audit trail: who did what and when, and whether the chain is whole."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models import Audit
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.audit import HasilRantai, periksa_rantai
from desa_app.keamanan.peran import Izin


@dataclass(frozen=True)
class BarisJejak:
    """One act as the list shows it; old and new as one line of text each."""

    nomor: int
    saat: dt.datetime
    pelaku: str
    tindakan: str
    objek: str
    lama: str
    baru: str


@kasus(Izin.AUDIT_BACA)
def nomor_jejak(k: Konteks, teks: str = "") -> list[int]:
    """Numbers of the acts, newest first; `teks` narrows by person, act or object."""
    pernyataan = select(Audit.id).order_by(Audit.id.desc())
    if cari := teks.strip():
        cocok = [
            kolom.icontains(cari, autoescape=True) for kolom in (Audit.pelaku, Audit.tindakan, Audit.objek)
        ]
        pernyataan = pernyataan.where(cocok[0] | cocok[1] | cocok[2])
    with k.baca() as sesi:
        return list(sesi.scalars(pernyataan))


@kasus(Izin.AUDIT_BACA)
def baris_jejak(k: Konteks, nomor: Sequence[int]) -> dict[int, BarisJejak]:
    """The given acts by number."""
    with k.baca() as sesi:
        return {b.id: _baris(b) for b in sesi.scalars(select(Audit).where(Audit.id.in_(nomor)))}


def _baris(b: Audit) -> BarisJejak:
    return BarisJejak(
        b.id, b.saat, b.pelaku, kata_tindakan(b.tindakan), b.objek.replace(":", " nomor "),
        dalam_kata(b.lama), dalam_kata(b.baru),
    )  # fmt: skip


def kata_tindakan(tindakan: str) -> str:
    """`pengguna.setel_ulang_sandi` -> `Pengguna: setel ulang sandi`."""
    benda, _, kerja = tindakan.replace("_", " ").partition(".")
    return f"{benda.capitalize()}: {kerja}" if kerja else benda.capitalize()


def dalam_kata(nilai: Any) -> str:
    """Plain data as one readable line; nothing is left out."""
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, dict):
        bagian = ((kunci.replace("_", " "), dalam_kata(isi)) for kunci, isi in nilai.items())
        return "; ".join(f"{kunci}: {isi or '-'}" for kunci, isi in bagian)
    if isinstance(nilai, list):
        return ", ".join(dalam_kata(isi) for isi in nilai)
    return str(nilai)


@kasus(Izin.AUDIT_BACA)
def uji_rantai(k: Konteks) -> HasilRantai:
    """Recompute the digests of every act."""
    with k.baca() as sesi:
        return periksa_rantai(sesi)
