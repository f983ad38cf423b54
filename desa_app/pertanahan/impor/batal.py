"""Taking the last import of parcels back as a whole, as long as nothing stands on it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import MutasiTanah
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.mutasi.batal import batalkan_di

_AWALAN = "impor ke-"
"""What the acts of entry of one import say; the office reads it in a parcel's history."""


@dataclass(frozen=True)
class ImporTanah:
    """The last import that stands: its mark, and how many parcels it brought."""

    tanda: str
    bidang: int


def tanda_berikut(sesi: Session) -> str:
    """Mark of the next import."""
    sudah = sesi.scalars(select(MutasiTanah.ket).where(MutasiTanah.ket.startswith(_AWALAN)).distinct())
    return f"{_AWALAN}{max((int(t.removeprefix(_AWALAN)) for t in sudah), default=0) + 1}"


@kasus(Izin.IMPOR)
def impor_terakhir(k: Konteks) -> ImporTanah | None:
    """The newest import of which a parcel's entry stands."""
    with k.baca() as sesi:
        return _terakhir(sesi)


def _terakhir(sesi: Session) -> ImporTanah | None:
    batal = select(MutasiTanah.membatalkan_id).where(MutasiTanah.membatalkan_id.is_not(None))
    baris = sesi.execute(
        select(MutasiTanah.ket, func.count().label("banyak"))
        .where(
            MutasiTanah.jenis == "awal", MutasiTanah.ket.startswith(_AWALAN), MutasiTanah.id.not_in(batal)
        )
        .group_by(MutasiTanah.ket)
        .order_by(func.max(MutasiTanah.id).desc())
        .limit(1)
    ).first()  # fmt: skip
    return ImporTanah(baris.ket, baris.banyak) if baris else None


@kasus(Izin.IMPOR)
def batalkan_impor_tanah(
    k: Konteks, tanda: str, alasan: str, kemajuan: Callable[[int, int, str], None] | None = None
) -> int:
    """Take every parcel of an import back in one transaction; returns how many.

    Raises DesaError when a later act stands on one of them: then nothing is changed.
    """
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan pembatalan wajib diisi.")])
    with k.tulis("tanah.impor_batal") as t:
        batal = select(MutasiTanah.membatalkan_id).where(MutasiTanah.membatalkan_id.is_not(None))
        ids = list(
            t.sesi.scalars(
                select(MutasiTanah.id)
                .where(MutasiTanah.jenis == "awal", MutasiTanah.ket == tanda, MutasiTanah.id.not_in(batal))
                .order_by(MutasiTanah.id.desc())
            )
        )
        if not tanda.startswith(_AWALAN) or not ids:
            raise DesaError("Impor itu tidak ada atau sudah dibatalkan.")
        for nomor, mutasi_id in enumerate(ids):
            if kemajuan is not None and nomor % 100 == 0:
                kemajuan(nomor, len(ids), "Membatalkan impor")
            batalkan_di(t, mutasi_id, alasan.strip())
        t.catat("impor:tanah", {"tanda": tanda, "bidang": len(ids)}, {"dibatalkan": alasan.strip()})
    return len(ids)
