"""The parcels and their owners as they stood at the end of any day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.queries import tanah as kueri


@dataclass(frozen=True)
class BidangPada:
    """One standing parcel: its columns (areas in 1/100 m²) and shares (owner, numerator, denominator)."""

    id: int
    kolom: Mapping[str, Any]
    bagian: tuple[tuple[int, int, int], ...]


def bidang_pada(sesi: Session, pada: dt.date) -> list[BidangPada]:
    """Every parcel that stood at the end of a day, in the order of entry.

    The present state is taken back act by act with the memory that undo uses.
    """
    mundur: dict[int, dict[str, Any] | None] = {}
    for sebelum in kueri.acara_sesudah(sesi, pada):
        mundur |= {int(b): isi for b, isi in sebelum.items()}
    bagian = kueri.bagian(sesi)
    hasil = [
        BidangPada(b.id, b._mapping, tuple(bagian.get(b.id, ())))
        for b in kueri.bidang(sesi, aktif=True).values()
        if b.id not in mundur
    ]
    hasil += [
        BidangPada(b, {**isi, "id": b, "tgl_perolehan": _tanggal(isi)}, tuple(map(tuple, isi["bagian"])))
        for b, isi in mundur.items()
        if isi is not None and isi["aktif"]
    ]
    return sorted(hasil, key=lambda b: b.id) if mundur else hasil


def _tanggal(isi: Mapping[str, Any]) -> dt.date | None:
    teks = isi["tgl_perolehan"]
    return dt.date.fromisoformat(teks) if teks else None
