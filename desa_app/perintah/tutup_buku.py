"""`tutup-buku`: the self-test of a month, and the closing when everything holds."""

import argparse

from desa_app.kependudukan.tutup_buku import tutup_bulan
from desa_app.perintah.cetak import baca_bulan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Memeriksa sebelas kesamaan buku sebulan lalu menutupnya bila semua cocok."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--bulan", required=True, metavar="YYYY-MM", help="bulan buku")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the self-test; exit code 2 when the month could not be closed."""
    hasil = tutup_bulan(p.konteks, baca_bulan(p.args.bulan))
    objek = {
        "bulan": p.args.bulan,
        "tertutup": hasil.tertutup,
        "sidik": hasil.sidik,
        "pesan": hasil.pesan,
        "uji": [
            {"kode": u.kode, "kalimat": u.kalimat, "lulus": u.lulus, "selisih": list(u.selisih)}
            for u in hasil.uji
        ],
    }
    baris = [f"{'✓' if u.lulus else '✗'} {u.kode} {u.kalimat}" for u in hasil.uji]
    p.tulis("\n".join([*baris, hasil.pesan]), objek)
    if not hasil.tertutup:
        p.keluhkan(hasil.pesan)
    return 0 if hasil.tertutup else 2
