"""The oracle of SPM-1..4 over many random villages: `python -m tests.peramal_spm [VILLAGES]`.

Each village has its own size and seed, is changed at random and asked for random days. Stops at the
first figure, list or sum over dusun that differs. Too long for the suite.
"""

import datetime as dt
import random
import sys
import tempfile
from pathlib import Path

from desa_app.buka import buka_basis
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks
from desa_app.waktu import jam_tetap
from tests.unit.test_spm_peramal import (
    SEKDES,
    acara_tanah,
    bandingkan,
    tambah_permohonan,
    ubah_penduduk,
    ubah_tanah,
)

HARI_INI = dt.date(2026, 11, 21)
PUTARAN, TANGGAL = 3, 2
"""Rounds of changes for each village, and days asked after each."""


def satu_desa(folder: Path, benih: int) -> int:
    """One village; returns how many states were compared."""
    acak = random.Random(benih)
    penduduk = acak.randrange(50, 260)
    basis = buka_basis(folder)
    kosong = Konteks(basis, jam_tetap(HARI_INI))
    isi_desa_contoh(kosong, penduduk, benih, spm=False)
    k = kosong.sebagai(SEKDES)
    for putaran in range(PUTARAN):
        with k.basis.tulis() as sesi:
            for _ in range(3):
                ubah_penduduk(sesi, acak, penduduk)
            ubah_tanah(sesi, acak)
            for ke in range(acak.randrange(0, 12)):
                tambah_permohonan(sesi, acak, putaran * 20 + ke + 1, penduduk)
        if acak.random() < 0.5:
            acara_tanah(k, acak)
        for _ in range(TANGGAL):
            bandingkan(k, dt.date(2026, 7, 31) + dt.timedelta(days=acak.randrange(0, 600)))
    basis.tutup()
    return PUTARAN * TANGGAL


def main(argv: list[str]) -> int:
    """Compare and tell how many states agreed."""
    desa, keadaan = int(argv[0]) if argv else 200, 0
    for benih in range(desa):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            keadaan += satu_desa(Path(folder), 1000 + benih)
    sys.stdout.write(f"{desa} desa, {keadaan} keadaan: SPM-1..4 dan daftarnya sama dengan peramal.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
