"""What the book holds, as far as an import has to know it: plain rows, never objects."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Dusun, Keluarga, Mutasi, Penduduk, Peristiwa

TIDAK_SAH = 9
"""Status of a record that was entered by mistake and taken back."""


def ada_penduduk(sesi: Session) -> bool:
    """Whether anybody is in the book."""
    return sesi.scalar(select(Penduduk.id).limit(1)) is not None


def penduduk_kini(sesi: Session, kunci: Collection[str], ids: Collection[int] | None = None) -> list[Any]:
    """Every valid record, or some, with the given attributes, family and dusun; active ones first."""
    kolom = [getattr(Penduduk, k) for k in sorted(kunci)]
    syarat = [Penduduk.status_dasar != TIDAK_SAH] + ([Penduduk.id.in_(ids)] if ids is not None else [])
    return list(
        sesi.execute(
            select(
                Penduduk.id, Penduduk.keluarga_id, *kolom,
                Keluarga.no_kk, Keluarga.alamat, Keluarga.rt, Keluarga.rw, Keluarga.tgl_terbit,
                Dusun.nama.label("dusun"), Dusun.urut.label("urut_dusun"),
            )
            .outerjoin(Keluarga, Penduduk.keluarga_id == Keluarga.id)
            .outerjoin(Dusun, Keluarga.dusun_id == Dusun.id)
            .where(*syarat)
            .order_by(Penduduk.status_dasar.in_((1, 4)).desc(), Penduduk.id)
        )
    )  # fmt: skip


def keluarga_kini(sesi: Session) -> dict[str, tuple[int, int]]:
    """(id, dusun_id) of every active family by its KK number."""
    pernyataan = select(Keluarga.no_kk, Keluarga.id, Keluarga.dusun_id).where(Keluarga.aktif.is_(True))
    return {b.no_kk: (b.id, b.dusun_id) for b in sesi.execute(pernyataan)}


def kk_berkepala(sesi: Session) -> set[str]:
    """KK numbers of the families that have an active head."""
    pernyataan = (
        select(Keluarga.no_kk)
        .join(Penduduk, Penduduk.keluarga_id == Keluarga.id)
        .where(Keluarga.aktif.is_(True), Penduduk.shdk == 1, Penduduk.status_dasar.in_((1, 4)))
    )
    return set(sesi.scalars(pernyataan))


def nomor_terakhir(sesi: Session, model: type[Keluarga] | type[Penduduk]) -> int:
    """Highest id so far; bulk inserts count on from it."""
    return sesi.scalar(select(func.max(model.id))) or 0


def tanda_keadaan(sesi: Session) -> tuple[Any, ...]:
    """Changes whenever residents, families or the ledger change; tells a stale plan from a fresh one."""
    return (
        sesi.scalar(select(func.max(Peristiwa.id))),
        sesi.scalar(select(func.max(Penduduk.id))),
        str(sesi.scalar(select(func.max(Penduduk.diubah)))),
        sesi.scalar(select(func.max(Mutasi.id))),
    )
