"""`cari`: residents by words, NIK or KK number."""

import argparse

from desa_app.bahasa import bilangan
from desa_app.kependudukan.cari import cari_warga
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Mencari warga dengan nama, NIK, nomor KK, atau nama orang tua."
BATAS = 1000


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("teks", help="kata-kata yang dicari; semuanya harus cocok")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the residents found."""
    hasil = cari_warga(p.konteks, p.args.teks, BATAS)
    objek = {
        "jumlah": len(hasil),
        "hasil": [{"nik": w.nik, "nama": w.nama, "no_kk": w.no_kk, "dusun": w.dusun} for w in hasil],
    }
    baris = [f"{w.nik or '-':16}  {w.nama}  KK {w.no_kk}  {w.dusun}" for w in hasil]
    p.tulis("\n".join([*baris, f"{bilangan(len(hasil))} orang"]), objek)
    return 0
