"""`celah`: the names behind an indicator."""

import argparse

from desa_app.bahasa import bilangan, samarkan
from desa_app.keamanan.peran import Izin
from desa_app.perintah.indikator import tanggal_dari
from desa_app.perintah.panggilan import Panggilan
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.celah import celah
from desa_app.spm.hitung import HITUNG

BANTUAN = "Menyebut warga, KK, atau permohonan yang menahan suatu indikator SPM."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("kode", choices=tuple(HITUNG), help="SPM-1 sampai SPM-4")
    pembaca.add_argument("--tanggal", metavar="YYYY-MM-DD", help="keadaan pada akhir hari ini")
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the rows, those that help most first; with how many lack now and how many will soon."""
    tanggal = tanggal_dari(p)
    baris = celah(p.konteks, p.args.kode, tanggal)
    if not p.konteks.boleh(Izin.EKSPOR_TERBUKA):
        baris = tuple(b._replace(nik=samarkan(b.nik), no_kk=samarkan(b.no_kk)) for b in baris)
    belum = sum(not b.segera for b in baris)
    objek = {
        "kode": p.args.kode, "tanggal": tanggal.isoformat(), "jumlah": belum, "segera": len(baris) - belum,
        "hasil": [b._asdict() for b in baris],
    }  # fmt: skip
    p.tulis("\n".join([*map(_teks, baris), f"{bilangan(belum)} belum"]), objek)
    return 0


def _teks(b: BarisCelah) -> str:
    tempat = f"{b.dusun} RT {b.rt}/RW {b.rw}" if b.rt else b.dusun
    return "  ".join(x for x in (b.nama, tempat, b.utama, b.sebab, b.tanda) if x)
