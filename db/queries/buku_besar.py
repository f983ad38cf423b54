"""Sums over the ledger: the one place where residents are counted."""

import datetime as dt
from typing import Any

from sqlalchemy import Integer, case, cast, func, select
from sqlalchemy.orm import Session

from db.models import Mutasi


def jumlah_per_kelompok(sesi: Session, *, sampai_bulan: int | None = None) -> list[Any]:
    """Rows (bulan, dusun_id, alir, arah, wn, jk, kepala, banyak) of all lines up to a month.

    Everything B.3 needs for any month; `kepala` is 1 for SHDK 1.
    """
    kepala = cast(case((Mutasi.shdk == 1, 1), else_=0), Integer).label("kepala")
    kunci: tuple[Any, ...] = (
        Mutasi.bulan, Mutasi.dusun_id, Mutasi.alir, Mutasi.arah, Mutasi.wn, Mutasi.jk, kepala,
    )  # fmt: skip
    pernyataan = select(*kunci, func.count().label("banyak")).group_by(*kunci)
    if sampai_bulan is not None:
        pernyataan = pernyataan.where(Mutasi.bulan <= sampai_bulan)
    return list(sesi.execute(pernyataan))


def jumlah_pada(sesi: Session, pada: dt.date) -> list[Any]:
    """Rows (dusun_id, wn, jk, kepala, banyak): who is counted at the end of a day."""
    kepala = cast(case((Mutasi.shdk == 1, 1), else_=0), Integer).label("kepala")
    kunci: tuple[Any, ...] = (Mutasi.dusun_id, Mutasi.wn, Mutasi.jk, kepala)
    return list(
        sesi.execute(
            select(*kunci, func.sum(Mutasi.arah).label("banyak"))
            .where(Mutasi.tgl_buku <= pada)
            .group_by(*kunci)
        )
    )


def jiwa_keluarga(sesi: Session, pada: dt.date, keluarga_ids: list[int]) -> int:
    """How many residents these families have at the end of a day."""
    jumlah = select(func.sum(Mutasi.arah)).where(
        Mutasi.tgl_buku <= pada, Mutasi.keluarga_id.in_(keluarga_ids)
    )
    return sesi.scalar(jumlah) or 0


def bulan_terakhir(sesi: Session) -> int | None:
    """Newest month that has a line."""
    return sesi.scalar(select(func.max(Mutasi.bulan)))
