"""`impor-tanah`: parcels from a workbook, or with `--coba` only what would happen."""

import argparse
from pathlib import Path

from desa_app.bahasa import bilangan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Memasukkan bidang tanah dari lembar kerja; semua masuk atau tidak sama sekali."
_TAMPIL_MAKS = 50


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("berkas", metavar="FILE", type=Path, help=".xlsx, .xls, .ods, atau .csv")
    pembaca.add_argument("--coba", action="store_true", help="hanya periksa, jangan simpan")
    pembaca.add_argument("--json", action="store_true", help="jawaban satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Dry run, then store unless something is refused."""
    from desa_app.pertanahan.impor.rencana import coba_impor_tanah, terapkan_impor_tanah

    k = p.konteks
    rencana = coba_impor_tanah(k, p.args.berkas)
    if rencana.boleh and not p.args.coba:
        terapkan_impor_tanah(k, rencana)
    akhir = "Belum disimpan, ini hanya percobaan." if p.args.coba else "Sudah disimpan."
    p.tulis(
        f"Dibaca {bilangan(rencana.dibaca)} baris: baru {bilangan(len(rencana.baru))} bidang, sudah ada "
        f"{bilangan(len(rencana.sudah_ada))}, ditolak {bilangan(rencana.ditolak)}. "
        f"{akhir if rencana.boleh else 'Tidak ada yang disimpan.'}",
        rencana.ringkas(),
    )
    for g in rencana.galat[:_TAMPIL_MAKS]:
        p.keluhkan(f"{g.lembar} baris {g.baris} kolom {g.kolom or '-'} “{g.nilai}”: {g.sebab} {g.saran}")
    return 0 if rencana.boleh else 2
