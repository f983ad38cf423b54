"""`rekap`: the figures of B.3."""

import argparse

from desa_app.bahasa import nama_bulan
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.perintah.cetak import baca_bulan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Menghitung Buku Rekapitulasi (B.3) sebulan, per dusun dan jumlah."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--bulan", required=True, metavar="YYYY-MM", help="bulan buku")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the figures by the keys of the book."""
    bulan = baca_bulan(p.args.bulan)
    baris = rekap_bulan(p.konteks, bulan)
    objek = {"bulan": p.args.bulan, "baris": [{"dusun": b.dusun, **b.angka} for b in baris]}
    teks = [
        f"{b.dusun}: awal {b.angka['awal_jiwa']} jiwa {b.angka['awal_kk']} KK, "
        f"akhir {b.angka['akhir_jiwa']} jiwa {b.angka['akhir_kk']} KK"
        for b in baris
    ]
    p.tulis("\n".join([f"Rekapitulasi {nama_bulan(bulan)}", *teks]), objek)
    return 0
