"""A village in a folder of its own, for runs outside pytest."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desa_app.buka import buka_basis
from desa_app.desa import IdentitasDesa, PermulaanDesa, mulai_desa
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import PenggunaBaru
from desa_app.waktu import jam_tetap


@contextmanager
def desa_sementara(folder: Path) -> Iterator[Konteks]:
    """An empty village with its Sekdes acting."""
    k = Konteks(buka_basis(folder / "data"), jam_tetap(dt.date(2026, 11, 21)))
    identitas = IdentitasDesa(
        kode="9901022003", nama="Sukamaju", kecamatan="Sumberrejo", kabupaten="Mekarjaya", provinsi="Contoh"
    )
    pengguna = PenggunaBaru("dewi", "Dewi Lestari", "kopi tubruk pagi", ("sekdes", "admin"))
    yield k.sebagai(mulai_desa(k, PermulaanDesa(identitas, pengguna, dusun=("Krajan", "Sumber"))))
    k.basis.tutup()
