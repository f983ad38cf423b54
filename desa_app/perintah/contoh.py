"""`contoh`: fills an empty data folder with the practice village."""

import argparse

from desa_app.bahasa import bilangan
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.contoh.kehidupan import hidupkan_desa_contoh
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Mengisi folder data yang kosong dengan desa contoh untuk latihan."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--penduduk", type=int, default=3000, metavar="N", help="50 sampai 100000 orang")
    pembaca.add_argument(
        "--benih", type=int, default=1, metavar="S", help="benih sama menghasilkan desa yang sama"
    )
    pembaca.add_argument(
        "--kehidupan", action="store_true", help="jalani juga tiga bulan peristiwa lalu tutup bukunya"
    )
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Make the village and tell who can log in with which practice password."""
    hasil = isi_desa_contoh(p.terbuka, p.args.penduduk, p.args.benih)
    if p.args.kehidupan:
        hidupkan_desa_contoh(p.terbuka, p.args.benih)
    baris = [
        f"Desa contoh Sukamaju siap: {bilangan(hasil.penduduk)} penduduk, {bilangan(hasil.keluarga)} KK."
    ]
    baris += [f"  {u.nama_masuk}  sandi: {u.sandi}  ({', '.join(u.peran)})" for u in hasil.pengguna]
    pengguna = [{"nama": u.nama_masuk, "peran": list(u.peran), "sandi": u.sandi} for u in hasil.pengguna]
    p.tulis("\n".join(baris), {"pengguna": pengguna, "penduduk": hasil.penduduk, "keluarga": hasil.keluarga})
    return 0
