"""Typing that is not yet an act: kept over lock, crash and power cut, or handed in for the Sekdes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Draf
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin


@dataclass(frozen=True)
class DrafInfo:
    """One draft. `isian` is what the form's parts gave, `ringkasan` says whom it is about."""

    id: int
    jenis: str
    nama_pemilik: str
    isian: Mapping[str, Any]
    ringkasan: str
    catatan: str
    """Why the Sekdes gave it back; empty otherwise."""
    saat: dt.datetime


def _pemilik(k: Konteks) -> str:
    return str(k.pelaku.id) if k.pelaku else "0"


def _isi(k: Konteks, isian: Mapping[str, Any], ringkasan: str) -> dict[str, Any]:
    nama = k.pelaku.nama if k.pelaku else ""
    return {"isian": dict(isian), "ringkasan": ringkasan, "nama": nama, "catatan": ""}


def _info(d: Draf) -> DrafInfo:
    isi = d.isi
    return DrafInfo(d.id, d.jenis, isi["nama"], isi["isian"], isi["ringkasan"], isi["catatan"], d.saat)


def _ambil(sesi: Session, draf_id: int) -> Draf:
    draf = sesi.get(Draf, draf_id)
    if draf is None:
        raise TidakDitemukan("Draf itu sudah tidak ada; mungkin sudah dicatat atau dibuang.")
    return draf


@kasus(Izin.BUKU_UBAH, Izin.BUKU_DRAF)
def simpan_draf(
    k: Konteks, jenis: str, isian: Mapping[str, Any], *, ringkasan: str = "", draf_id: int | None = None
) -> int:
    """Keep what is typed; returns the draft's id, to be given again at the next saving."""
    with k.simpan_ketikan() as sesi:
        draf = sesi.get(Draf, draf_id) if draf_id else None
        if draf is None or draf.diajukan or draf.pemilik != _pemilik(k):
            draf = Draf(jenis=jenis, pemilik=_pemilik(k), isi={}, saat=k.jam.sekarang())
            sesi.add(draf)
        draf.isi, draf.saat = _isi(k, isian, ringkasan), k.jam.sekarang()
        sesi.flush()
        return draf.id


@kasus(Izin.BUKU_UBAH, Izin.BUKU_DRAF)
def draf_saya(k: Konteks, jenis: str) -> DrafInfo | None:
    """The newest own draft of a kind that was not handed in."""
    with k.baca() as sesi:
        draf = sesi.scalar(
            select(Draf)
            .where(Draf.jenis == jenis, Draf.pemilik == _pemilik(k), ~Draf.diajukan)
            .order_by(Draf.saat.desc(), Draf.id.desc())
            .limit(1)
        )
        return _info(draf) if draf else None


@kasus(Izin.BUKU_UBAH, Izin.BUKU_DRAF)
def buang_draf(k: Konteks, draf_id: int) -> None:
    """Throw an own draft away; one that is gone already is no problem."""
    with k.simpan_ketikan() as sesi:
        draf = sesi.get(Draf, draf_id)
        if draf is not None and draf.pemilik == _pemilik(k) and not draf.diajukan:
            sesi.delete(draf)


@kasus(Izin.BUKU_UBAH, Izin.BUKU_DRAF)
def ajukan_draf(
    k: Konteks, jenis: str, isian: Mapping[str, Any], *, ringkasan: str, draf_id: int | None = None
) -> int:
    """Hand a draft in for the Sekdes to book."""
    with k.tulis("draf.ajukan") as t:
        draf = t.sesi.get(Draf, draf_id) if draf_id else None
        if draf is None or draf.pemilik != _pemilik(k):
            draf = Draf(jenis=jenis, pemilik=_pemilik(k), isi={}, saat=k.jam.sekarang())
            t.sesi.add(draf)
        draf.isi, draf.saat, draf.diajukan = _isi(k, isian, ringkasan), k.jam.sekarang(), True
        t.sesi.flush()
        t.catat(f"draf:{draf.id}", None, {"jenis": jenis})
        return draf.id


@kasus(Izin.BUKU_UBAH)
def draf_diajukan(k: Konteks) -> list[DrafInfo]:
    """Drafts that wait for the Sekdes, the oldest first."""
    with k.baca() as sesi:
        return [
            _info(d) for d in sesi.scalars(select(Draf).where(Draf.diajukan).order_by(Draf.saat, Draf.id))
        ]


@kasus(Izin.BUKU_UBAH)
def kembalikan_draf(k: Konteks, draf_id: int, alasan: str) -> None:
    """Give a draft back to its owner, with the reason."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan mengembalikan wajib diisi.")])
    with k.tulis("draf.kembalikan") as t:
        draf = _ambil(t.sesi, draf_id)
        draf.isi, draf.diajukan = {**draf.isi, "catatan": alasan.strip()}, False
        t.catat(f"draf:{draf_id}", None, {"alasan": alasan.strip()})


@kasus(Izin.BUKU_UBAH)
def selesaikan_draf(k: Konteks, draf_id: int) -> None:
    """The act of a handed-in draft was booked: the draft has served."""
    with k.tulis("draf.dicatat") as t:
        draf = _ambil(t.sesi, draf_id)
        t.catat(f"draf:{draf_id}", {"jenis": draf.jenis, "pemilik": draf.isi["nama"]}, None)
        t.sesi.delete(draf)
