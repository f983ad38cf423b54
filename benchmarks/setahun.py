"""A simulated year of 3,000 residents: every month closes, five books print and equal their workbook.

About 400 acts. `python -m benchmarks setahun` takes some minutes and is not part of the usual table.
"""

import tempfile
import time
from pathlib import Path

from benchmarks.hasil import Hasil
from desa_app.buka import buka_basis
from desa_app.kasus import Konteks
from desa_app.waktu import jam_tetap
from tests.kependudukan.tahun import MULAI, jalani_bulan, juru_contoh
from ui.kertas.pelukis import PelukisQt

PENDUDUK, BULAN, LANGKAH = 3000, 12, 42


def ukur() -> list[Hasil]:
    """Months not closed, figures that differ between screens, cells that differ from the workbook."""
    awal = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        basis = buka_basis(Path(folder) / "data")
        juru = juru_contoh(Konteks(basis, jam_tetap(MULAI)), PENDUDUK)
        pelukis = PelukisQt()
        hasil = [jalani_bulan(juru, LANGKAH, Path(folder), pelukis.buku_ke_pdf) for _ in range(BULAN)]
        basis.tutup()
    terbuka = sum(not h.tutup.tertutup for h in hasil)
    angka, sel = sum(len(h.beda_angka) for h in hasil), sum(len(h.beda_sel) for h in hasil)
    acara = sum(h.peristiwa for h in hasil)
    return [
        Hasil("setahun: bulan yang tidak dapat ditutup", terbuka, "", f"{acara} peristiwa", batas="0",
              lolos=terbuka == 0),
        Hasil("  angka yang berbeda antarlayar", angka, "", batas="0", lolos=angka == 0),
        Hasil("  sel buku yang berbeda dengan Excel", sel, "", "60 buku", batas="0", lolos=sel == 0),
        Hasil("  waktu", time.perf_counter() - awal, "s"),
    ]  # fmt: skip
