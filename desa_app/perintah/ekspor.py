"""`ekspor`: residents as a file for OpenSID, or everything that the program knows of them."""

import argparse
from pathlib import Path

from desa_app.bahasa import bilangan
from desa_app.ekspor.penduduk import BENTUK, ekspor_penduduk
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Menulis data penduduk ke lembar kerja; NIK dan nomor KK disamarkan kecuali diminta."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("bentuk", choices=sorted(BENTUK), help="susunan kolom")
    pembaca.add_argument("--ke", metavar="FILE", type=Path, required=True, help=".xlsx atau .csv")
    pembaca.add_argument("--tanpa-samaran", action="store_true", help="NIK dan nomor KK utuh")
    pembaca.add_argument("--tujuan", metavar="TEKS", default="", help="untuk siapa dan untuk apa")
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Write the file."""
    a = p.args
    banyak = ekspor_penduduk(p.konteks, a.bentuk, a.ke, tersamar=not a.tanpa_samaran, tujuan=a.tujuan)
    p.tulis(f"{bilangan(banyak)} orang ditulis ke {a.ke}.", {"jumlah": banyak, "berkas": str(a.ke)})
    return 0
