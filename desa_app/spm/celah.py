"""The names behind a gauge: who or what holds it down, in the order in which they help most."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.daftar import tanda_menurut_objek


@dataclass(frozen=True)
class BarisCelah:
    """One person, family or request that holds a gauge down."""

    objek: str
    """Kind and id, `penduduk:12`, `keluarga:3`, `permohonan:8`."""
    nama: str
    nik: str
    no_kk: str
    dusun: str
    rt: str
    rw: str
    umur: int | None
    sebab: str
    """Why it counts as lacking."""
    saran: str
    """What to do next."""
    utama: str = ""
    """Why this one comes first: lansia, penyandang disabilitas; empty for most."""
    segera: bool = False
    """Not counted yet, but will be soon."""
    tanda: str = ""
    """Mark of the office with its reason; such rows come last."""


Penyusun = Callable[[Session, dt.date, int | None], tuple[BarisCelah, ...]]


@kasus(Izin.INDIKATOR_BACA)
def celah(
    k: Konteks, kode: str, tanggal: dt.date | None = None, dusun_id: int | None = None
) -> tuple[BarisCelah, ...]:
    """Rows behind SPM-1..4 as of a day; `len` of those that are not `segera` is what lacks to 100 %."""
    if kode not in _penyusun():
        raise TidakDitemukan("Daftar yang belum ada untuk SPM-1, SPM-2, SPM-3, dan SPM-4.")
    with k.baca() as sesi:
        baris = _penyusun()[kode](sesi, tanggal or k.jam.hari_ini(), dusun_id)
        tanda = tanda_menurut_objek(sesi, kode)
    if not tanda:
        return baris
    bertanda = [replace(b, tanda=tanda.get(b.objek, "")) for b in baris]
    return tuple(sorted(bertanda, key=lambda b: (bool(b.tanda), b.segera)))


def _penyusun() -> dict[str, Penyusun]:
    from desa_app.spm.celah_ktp import celah_ktp
    from desa_app.spm.celah_lahan import celah_lahan
    from desa_app.spm.celah_surat import celah_cepat, celah_lengkap

    return {"SPM-1": celah_ktp, "SPM-2": celah_lahan, "SPM-3": celah_lengkap, "SPM-4": celah_cepat}
