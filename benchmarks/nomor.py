"""Numbers under attack: 4 processes x 250 at once, then 1,000 processes killed while they draw numbers.

`python -m benchmarks nomor` takes several minutes; a small version of both runs with the tests.
"""

import time

from benchmarks.hasil import Hasil
from tests.surat.serbuan import banyak_surat, bunuh, desa_serbuan, periksa_deret, serentak

PROSES, SETIAP, MATI = 4, 250, 1000


def ukur() -> list[Hasil]:
    """Refused, double or missing numbers; problems of the register after the kills."""
    with desa_serbuan() as (folder, nik, lingkungan):
        awal = time.perf_counter()
        keluar, ditolak = serentak(folder, PROSES, SETIAP, nik, lingkungan)
        detik = time.perf_counter() - awal
        masalah = periksa_deret(folder)
        kena = bunuh(folder, MATI, nik, lingkungan)
        setelah, banyak = periksa_deret(folder), banyak_surat(folder)
    seharusnya = PROSES * SETIAP
    return [
        Hasil(f"{PROSES} proses x {SETIAP} nomor: ditolak", ditolak, "", f"{detik:.0f} s", None, "0",
              ditolak == 0),
        Hasil("  nomor yang hilang atau ganda", seharusnya - keluar + len(masalah), "", "", None, "0",
              keluar == seharusnya and not masalah),
        Hasil(f"{MATI} kali dimatikan: masalah pada register", len(setelah), "",
              f"{kena} saat menomori, {banyak} surat", None, "0", not setelah),
    ]  # fmt: skip
