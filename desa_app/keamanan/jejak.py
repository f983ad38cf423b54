"""Reading the audit trail: who did what and when, and whether the chain is whole."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models import Audit
from db.tipe import kanonik
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
        baris = sesi.scalars(select(Audit).where(Audit.id.in_(nomor))).all()
    return {
        b.id: BarisJejak(
            b.id, b.saat, b.pelaku, b.tindakan, b.objek,
            "" if b.lama is None else kanonik(b.lama), "" if b.baru is None else kanonik(b.baru),
        )
        for b in baris
    }  # fmt: skip


@kasus(Izin.AUDIT_BACA)
def uji_rantai(k: Konteks) -> HasilRantai:
    """Recompute the digests of every act."""
    with k.baca() as sesi:
        return periksa_rantai(sesi)
