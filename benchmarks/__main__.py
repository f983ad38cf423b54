"""`python -m benchmarks [NAME...] [--json]`: measure and print one table; exit 1 when a figure is missed."""

import argparse
import dataclasses
import importlib
import json
import os
import sys

from benchmarks.hasil import Hasil

UKURAN = (
    "jendela",
    "daftar",
    "buku_bulanan",
    "buku_pdf",
    "buku_xlsx",
    "impor",
    "indikator",
    "surat",
    "lapangan",
    "tanah",
)
"""Modules of this package that give `ukur() -> list[Hasil]`."""
LAMA = ("sejarah", "setahun", "surat_matriks", "nomor")
"""Measures of several minutes; only when named."""


def main() -> int:
    """Run the measures named, or all."""
    pembaca = argparse.ArgumentParser(prog="benchmarks", description="Ukur kecepatan dan memori.")
    pembaca.add_argument(
        "nama", nargs="*", choices=[*UKURAN, *LAMA, []], help=f"salah satu dari: {', '.join(UKURAN + LAMA)}"
    )
    pembaca.add_argument("--json", action="store_true", help="cetak sebagai JSON")
    args = pembaca.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hasil: list[Hasil] = []
    for nama in args.nama or UKURAN:
        print(f"mengukur {nama} …", file=sys.stderr, flush=True)
        hasil += importlib.import_module(f"benchmarks.{nama}").ukur()
    if args.json:
        print(json.dumps([dataclasses.asdict(h) for h in hasil], ensure_ascii=False))
    else:
        _tabel(hasil)
    return 1 if any(h.lolos is False for h in hasil) else 0


def _tabel(hasil: list[Hasil]) -> None:
    kepala = ("apa", "nilai", "pembanding", "rasio", "batas", "")
    isi = [
        (
            h.nama,
            f"{h.nilai:.4g} {h.satuan}",
            h.pembanding,
            "" if h.rasio is None else f"{h.rasio:.2f} x",
            h.batas,
            {True: "ya", False: "TIDAK", None: ""}[h.lolos],
        )
        for h in hasil
    ]
    lebar = [max(len(b[i]) for b in (kepala, *isi)) for i in range(len(kepala))]
    for baris in (kepala, tuple("-" * n for n in lebar), *isi):
        print("  ".join(s.ljust(n) for s, n in zip(baris, lebar, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
