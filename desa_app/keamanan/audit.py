"""The audit trail: one row per act, each carrying the digest of the row before.

A chain cannot stop somebody who holds the file and this program from rebuilding it; printed
reports and backup manifests carry its head, and against those a rebuilt chain shows.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Audit
from db.tipe import kanonik

AWAL_RANTAI = "0" * 64
_TERAKHIR = select(Audit.id, Audit.sidik).order_by(Audit.id.desc()).limit(1)


def tambah_audit(
    sesi: Session, saat: dt.datetime, pelaku: str, tindakan: str, objek: str, lama: Any, baru: Any
) -> None:
    """Append one row inside the caller's transaction."""
    terakhir = sesi.execute(_TERAKHIR).first()
    nomor, sebelum = (terakhir[0] + 1, terakhir[1]) if terakhir else (1, AWAL_RANTAI)
    isi = (nomor, saat.isoformat(timespec="seconds"), pelaku, tindakan, objek, lama, baru)
    sesi.add(
        Audit(
            id=nomor, saat=saat, pelaku=pelaku, tindakan=tindakan, objek=objek, lama=lama, baru=baru,
            sidik=_sidik(sebelum, isi),
        )
    )  # fmt: skip
    sesi.flush()


@dataclass(frozen=True)
class HasilRantai:
    """Verdict over the trail: number of rows, digest of the last, first broken row if any."""

    jumlah: int
    kepala: str
    rusak_pada: int | None


def periksa_rantai(sesi: Session) -> HasilRantai:
    """Recompute every digest; finds changed, removed, inserted and reordered rows."""
    sebelum, jumlah = AWAL_RANTAI, 0
    for baris in sesi.scalars(select(Audit).order_by(Audit.id)):
        jumlah += 1
        isi = (
            baris.id, baris.saat.isoformat(timespec="seconds"), baris.pelaku, baris.tindakan, baris.objek,
            baris.lama, baris.baru,
        )  # fmt: skip
        if baris.id != jumlah or baris.sidik != _sidik(sebelum, isi):
            return HasilRantai(jumlah, baris.sidik, baris.id)
        sebelum = baris.sidik
    return HasilRantai(jumlah, sebelum, None)


def _sidik(sebelum: str, isi: tuple[Any, ...]) -> str:
    return hashlib.sha256((sebelum + kanonik(isi)).encode()).hexdigest()
