"""`penduduk`: who was counted on a day."""

import argparse

from desa_app.buku.validate import baca_tanggal
from desa_app.kependudukan.daftar import penduduk_pada
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan

BANTUAN = "Daftar penduduk tetap yang tercatat aktif pada suatu tanggal."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--tanggal", metavar="YYYY-MM-DD", help="keadaan akhir hari itu (bawaan: hari ini)")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the residents of a day from the ledger."""
    k = p.konteks
    try:
        tanggal = baca_tanggal(p.args.tanggal) if p.args.tanggal else k.jam.hari_ini()
    except ValueError as galat:
        raise MasukanDitolak(f"Tanggal tidak dikenal: {galat}.") from None
    hasil = penduduk_pada(k, tanggal)
    baris = [f"{w['nik'] or '-':16}  {w['nama']}  KK {w['no_kk']}  {w['dusun']}" for w in hasil]
    objek = {"tanggal": tanggal.isoformat(), "jumlah": len(hasil), "penduduk": hasil}
    p.tulis("\n".join([*baris, f"{len(hasil)} orang"]), objek)
    return 0
