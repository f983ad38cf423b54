"""What the indicators ask of the land register: which families own land, and whether all of it is proven.

The register stands in `SUMBER_LAHAN`; a village without one knows of no owner, and SPM-2 says
"belum ada data" instead of 0 %.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session


@dataclass(frozen=True)
class KeluargaPemilik:
    """A family that owns land in the village."""

    keluarga_id: int
    kepala: str
    no_kk: str
    dusun_id: int
    dusun: str
    rt: str
    rw: str
    bidang: int
    """Parcels registered to its members."""
    belum_lengkap: int
    """How many of them lack complete evidence (buku.md 5.1); 0 makes the family count."""


SumberLahan = Callable[[Session, dt.date], list[KeluargaPemilik]]


def _buku_tanah(sesi: Session, pada: dt.date) -> list[KeluargaPemilik]:
    from desa_app.pertanahan.spm2 import keluarga_pemilik_tanah  # it describes its answer with this module

    return keluarga_pemilik_tanah(sesi, pada)


SUMBER_LAHAN: tuple[SumberLahan, ...] = (_buku_tanah,)


def keluarga_pemilik(sesi: Session, pada: dt.date) -> list[KeluargaPemilik]:
    """Families that own land at the end of a day."""
    return [pemilik for sumber in SUMBER_LAHAN for pemilik in sumber(sesi, pada)]
