"""`periksa`: run every check over the book and print what is open."""

import argparse

from desa_app.bahasa import bilangan
from desa_app.pemeriksaan.jalan import jalankan_pemeriksaan
from desa_app.pemeriksaan.temuan import TINGKAT, daftar_temuan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Memeriksa data penduduk dan mencetak yang anomali atau ganda."
_TAMPIL_MAKS = 100


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--json", action="store_true", help="jawaban satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Run and list."""
    konteks = p.konteks
    jalankan_pemeriksaan(konteks)
    semua = daftar_temuan(konteks)
    baris = [f"{TINGKAT[x.tingkat]}: {x.siapa}: {x.uraian} [{x.kode}]" for x in semua[:_TAMPIL_MAKS]]
    if len(semua) > _TAMPIL_MAKS:
        baris.append(f"... dan {bilangan(len(semua) - _TAMPIL_MAKS)} lagi.")
    objek = {
        "jumlah": len(semua),
        "temuan": [
            {"kode": x.kode, "tingkat": x.tingkat, "nik": x.nik or "", "nama": x.siapa,
             "dusun": x.dusun or "", "ditemukan": x.uraian}
            for x in semua
        ],
    }  # fmt: skip
    p.tulis("\n".join([f"{bilangan(len(semua))} temuan terbuka.", *baris]), objek)
    return 0
