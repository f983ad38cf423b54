"""1,000 random histories of 24 months through the use cases: every month must keep R1 to R11.

`python -m benchmarks sejarah`; takes some minutes and is not part of the usual table.
"""

import multiprocessing
import random
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.hasil import Hasil

BANYAK, BULAN, LANGKAH = 1000, 24, 3


def ukur() -> list[Hasil]:
    """Count histories with a broken identity; there must be none."""
    awal = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(2) as kolam:
        hasil = kolam.map(_satu, range(BANYAK), chunksize=20)
    detik = time.perf_counter() - awal
    rusak = [benih for benih, merah, _ in hasil if merah]
    acara = sum(n for _, _, n in hasil)
    return [
        Hasil(f"sejarah acak {BULAN} bulan yang rusak (dari {BANYAK})", len(rusak), "", f"{acara} peristiwa",
              batas="0", lolos=not rusak),
        Hasil("  waktu", detik, "s"),
    ]  # fmt: skip


def _satu(benih: int) -> tuple[int, list[str], int]:
    from db.engine import Database, buat_engine
    from db.migrate import siapkan_berkas
    from desa_app.desa import PermulaanDesa, mulai_desa
    from desa_app.kasus import Konteks, Pelaku
    from desa_app.keamanan.pengguna import PenggunaBaru
    from desa_app.kependudukan.tutup_buku import tutup_bulan
    from desa_app.kependudukan.uji_diri import uji_bulan
    from desa_app.waktu import jam_tetap
    from tests.conftest import HARI_INI, IDENTITAS, PEJABAT, SANDI
    from tests.kependudukan.desa_kecil import desa_acak

    folder = Path(tempfile.mkdtemp())
    siapkan_berkas(folder / "desa.db")
    basis = Database(buat_engine(folder / "desa.db"))
    k = Konteks(basis, jam_tetap(HARI_INI))
    pengguna = PenggunaBaru("dewi", "Dewi", SANDI, ("sekdes", "admin"))
    mulai_desa(k, PermulaanDesa(IDENTITAS, pengguna, PEJABAT, ("Krajan", "Sumber")))
    juru = desa_acak(k.sebagai(Pelaku(1, "Dewi", ("sekdes", "admin"))), benih, 5)
    merah: list[str] = []
    terbuka: list[int] = []
    tiap = random.Random(benih).randint(1, 4)
    for _ in range(BULAN):
        for _ in range(LANGKAH):
            juru.langkah()
        bulan = juru.kalender.hari.year * 100 + juru.kalender.hari.month
        terbuka.append(bulan)
        merah += [f"{bulan} {h.kode}" for h in uji_bulan(juru.k, bulan) if not h.lulus]
        if len(terbuka) >= tiap:
            merah += [f"{b} tutup" for b in terbuka if not tutup_bulan(juru.k, b).tertutup]
            terbuka = []
        juru.ke_bulan_berikut()
    basis.tutup()
    shutil.rmtree(folder, ignore_errors=True)
    return benih, merah, sum(juru.berhasil.values())
