"""B.1 as a workbook: seconds and memory, beside a bare writer of the same cells."""

import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.hasil import ULANG, Hasil, di_proses_sendiri, median_detik, puncak_mb

BATAS_DETIK, BATAS_MB, BATAS_TUMBUH = 2.0, 150.0, 1.3


def ukur() -> list[Hasil]:
    """Figures of this module."""
    kecil = [di_proses_sendiri("benchmarks.buku_xlsx", "10000") for _ in range(ULANG)]
    detik, polos = (statistics.median(k[n] for k in kecil) for n in ("detik", "polos"))
    besar = di_proses_sendiri("benchmarks.buku_xlsx", "100000")
    tumbuh = besar["detik"] / 10 / detik
    hasil = [
        Hasil(
            "B.1 XLSX, 10.000 baris", detik, "s", f"tulis sel saja {polos:.2f} s", detik / polos,
            f"<= {BATAS_DETIK:g} s", detik <= BATAS_DETIK,
        ),
        Hasil(
            "B.1 XLSX, 100.000 baris", besar["detik"], "s", "10 x 10.000 baris", tumbuh,
            f"<= {BATAS_TUMBUH} x", tumbuh <= BATAS_TUMBUH,
        ),
    ]  # fmt: skip
    if (mb := kecil[0]["mb"]) is not None:
        hasil.append(
            Hasil("  memori, 10.000 baris", mb, "MB", batas=f"<= {BATAS_MB:g} MB", lolos=mb <= BATAS_MB)
        )
    return hasil


def _satu(jumlah: int) -> dict[str, float | None]:
    from benchmarks.buku_contoh import buku as buat_buku
    from desa_app.ekspor.xlsx import tulis_xlsx

    buku = buat_buku("B.1", jumlah)
    with tempfile.TemporaryDirectory() as folder:
        detik = median_detik(lambda: tulis_xlsx(buku, Path(folder) / "b.xlsx"), 1)
        mb = puncak_mb()
        polos = (
            median_detik(lambda: _polos(buku.baris, Path(folder) / "p.xlsx"), 1) if jumlah <= 10_000 else 0.0
        )
    return {"detik": detik, "mb": mb, "polos": polos}


def _polos(baris: Sequence[tuple[str, ...]], tujuan: Path) -> None:
    from xlsxwriter import Workbook

    buku_kerja = Workbook(str(tujuan), {"constant_memory": True})
    lembar = buku_kerja.add_worksheet()
    for nomor, sel in enumerate(baris):
        for kolom, teks in enumerate(sel):
            lembar.write_string(nomor, kolom, teks)
    buku_kerja.close()


if __name__ == "__main__":
    print(json.dumps(_satu(int(sys.argv[1]))))
