"""One row of a gap list, whatever it is about."""

from typing import NamedTuple


class BarisCelah(NamedTuple):
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
