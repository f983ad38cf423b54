"""The names behind a gauge: who or what holds it down, in the order in which they help most."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy.orm import Session

from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.celah_ktp import celah_ktp
from desa_app.spm.celah_lahan import celah_lahan
from desa_app.spm.celah_surat import celah_cepat, celah_lengkap
from desa_app.spm.daftar import tanda_menurut_objek

Penyusun = Callable[[Session, dt.date, int | None], tuple[BarisCelah, ...]]
PENYUSUN: dict[str, Penyusun] = {
    "SPM-1": celah_ktp,
    "SPM-2": celah_lahan,
    "SPM-3": celah_lengkap,
    "SPM-4": celah_cepat,
}
"""Who lists what lacks, by indicator."""


@kasus(Izin.INDIKATOR_BACA)
def celah(
    k: Konteks, kode: str, tanggal: dt.date | None = None, dusun_id: int | None = None
) -> tuple[BarisCelah, ...]:
    """Rows behind SPM-1..4 as of a day; `len` of those that are not `segera` is what lacks to 100 %."""
    if kode not in PENYUSUN:
        raise TidakDitemukan("Daftar yang belum ada untuk SPM-1, SPM-2, SPM-3, dan SPM-4.")
    with k.baca() as sesi:
        baris = PENYUSUN[kode](sesi, tanggal or k.jam.hari_ini(), dusun_id)
        tanda = tanda_menurut_objek(sesi, kode)
    if not tanda:
        return baris
    bertanda = [b._replace(tanda=tanda.get(b.objek, "")) for b in baris]
    return tuple(sorted(bertanda, key=lambda b: (bool(b.tanda), b.segera)))
