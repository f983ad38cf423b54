"""Plain lists of residents for other programs and checks."""

import datetime as dt
from typing import Any

from db.queries import penduduk as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin


@kasus(Izin.BUKU_BACA)
def penduduk_pada(k: Konteks, tanggal: dt.date) -> list[dict[str, Any]]:
    """Everybody counted at the end of a day: nik, no_kk, nama, jk, dusun, wn, shdk, in the order of B.1."""
    with k.baca() as sesi:
        ids = kueri.ids(sesi, kueri.Saringan(pada=tanggal))
        baris = kueri.baris(sesi, ids, tanggal)
    return [
        {
            "nik": b.nik or "", "no_kk": b.no_kk, "nama": b.nama, "jk": b.jk, "dusun": b.dusun,
            "wn": b.wn, "shdk": b.shdk,
        }
        for b in (baris[i] for i in ids)
    ]  # fmt: skip
