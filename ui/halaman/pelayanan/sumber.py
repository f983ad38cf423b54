"""Where the forms of letters get residents from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desa_app.kependudukan.cari import cari_warga
from desa_app.surat.baris_orang import baris_sekeluarga, baris_warga
from desa_app.surat.katalog import Isian
from ui.komponen.warga import Warga
from ui.ruang import Ruang

CariWarga = Callable[[str], Sequence[Warga]]
Baris = Mapping[str, object]
"""One row of a repeated field: value by column."""


@dataclass(frozen=True)
class SumberWarga:
    """Search, the rows that the book can fill, and the others on the applicant's family card. All of them
    run off the window."""

    cari: CariWarga
    baris: Callable[[Isian, Sequence[int]], Sequence[Baris]]
    sekeluarga: Callable[[Isian], Sequence[Baris]]


def sumber_warga(ruang: Ruang, pemohon: Callable[[], int | None]) -> SumberWarga:
    """Residents of this village; `pemohon` tells whose family card is meant at the moment."""
    k = ruang.konteks

    def sekeluarga(isian: Isian) -> Sequence[Baris]:
        nomor = pemohon()
        return baris_sekeluarga(k, isian, nomor) if nomor is not None else ()

    return SumberWarga(
        lambda teks: cari_warga(k, teks), lambda isian, ids: baris_warga(k, isian, ids), sekeluarga
    )
