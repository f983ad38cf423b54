"""Practice villages of a given size in a scratch folder, for the measures that need residents."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desa_app.buka import buka_basis
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.waktu import jam_tetap

HARI_INI = dt.date(2026, 11, 21)
SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))


@contextmanager
def desa_contoh(penduduk: int, hari_ini: dt.date = HARI_INI) -> Iterator[Konteks]:
    """An opened practice village with its Sekdes acting."""
    with tempfile.TemporaryDirectory() as folder:
        basis = buka_basis(Path(folder))
        k = Konteks(basis, jam_tetap(hari_ini))
        isi_desa_contoh(k, penduduk=penduduk, benih=1)
        yield k.sebagai(SEKDES)
        basis.tutup()
