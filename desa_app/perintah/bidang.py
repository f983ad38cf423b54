"""`bidang`: the parcels that stand."""

import argparse

from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Daftar bidang tanah di desa dengan pemilik, hak, dan luasnya."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("teks", nargs="?", default="", help="nama pemilik, nomor, atau tempat")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the parcels whose numbers, place or owners hold the words."""
    from desa_app.pertanahan.daftar import daftar_bidang

    hasil = daftar_bidang(p.konteks, p.args.teks)
    baris = [
        f"{b['nomor']:6}  {b['luas']:>12} m²  {b['hak']:3}  {'; '.join(x['nama'] for x in b['pemilik'])}"
        for b in hasil
    ]
    p.tulis("\n".join([*baris, f"{len(hasil)} bidang"]), {"jumlah": len(hasil), "bidang": hasil})
    return 0
