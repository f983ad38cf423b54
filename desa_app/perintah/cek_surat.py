"""`cek-surat`: is the code on a letter ours?"""

import argparse

from desa_app.perintah.panggilan import Panggilan
from desa_app.surat.cek import cek_surat

BANTUAN = "Memeriksa kode pada surat, dari QR atau diketik."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("kode", metavar="KODE", help="kode seperti 7K2Q-X4PA-MB6T atau isi QR")
    pembaca.add_argument("--json", action="store_true", help="jawaban sebagai objek JSON")


def jalan(p: Panggilan) -> int:
    """Exit 0 for a valid letter, 2 for anything else."""
    hasil = cek_surat(p.konteks, p.args.kode)
    objek = {
        "sah": hasil.sah, "keterangan": hasil.keterangan, "nomor": hasil.nomor,
        "tanggal": hasil.tanggal.isoformat() if hasil.tanggal else None, "jenis": hasil.jenis,
        "inisial": hasil.inisial, "penandatangan": hasil.penandatangan,
    }  # fmt: skip
    rincian = f" {hasil.jenis} nomor {hasil.nomor}." if hasil.nomor else ""
    p.tulis(hasil.keterangan + rincian, objek)
    return 0 if hasil.sah else 2
