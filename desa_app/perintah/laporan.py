"""`laporan`: reports of SPM Desa as files."""

import argparse
from pathlib import Path

from desa_app.perintah.panggilan import Panggilan
from desa_app.spm.periode import baca_periode, periode_berjalan
from desa_app.spm.simpan import NAMA, simpan_laporan

BANTUAN = "Membuat laporan SPM Desa menjadi berkas."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("jenis", choices=tuple(NAMA))
    pembaca.add_argument("--periode", metavar="2026-T3", help="triwulan atau tahun (bawaan: triwulan ini)")
    pembaca.add_argument("--ke", required=True, metavar="FILE", help=".pdf, .docx, atau .xlsx")
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Write one report; the ending of the file decides its kind."""
    periode = baca_periode(p.args.periode) if p.args.periode else periode_berjalan(p.jam.hari_ini())
    tujuan = Path(p.args.ke)
    simpan_laporan(p.konteks, p.args.jenis, periode, tujuan, p.pelukis)
    p.tulis(f"{tujuan} selesai dibuat.", {"laporan": p.args.jenis, "berkas": str(tujuan)})
    return 0
