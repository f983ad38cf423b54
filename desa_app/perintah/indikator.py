"""`indikator`: the SPM indicators as of a date."""

import argparse
import datetime as dt

from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import baca_tanggal
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.spm.indikator import hitung_indikator

BANTUAN = "Menghitung indikator SPM Desa dari buku pada suatu tanggal."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument(
        "--tanggal", metavar="YYYY-MM-DD", help="keadaan pada akhir hari ini (bawaan: hari ini)"
    )
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print each indicator with numerator, denominator, per cent and whether the target is reached."""
    tanggal = tanggal_dari(p)
    nilai = hitung_indikator(p.konteks, tanggal)
    objek = {
        "tanggal": tanggal.isoformat(),
        "indikator": [
            {
                "kode": n.kode, "pembilang": n.pembilang, "penyebut": n.penyebut,
                "persen": None if n.per_seribu is None else n.per_seribu / 10,
                "target": n.target, "tercapai": n.tercapai,
            }
            for n in nilai
        ],
    }  # fmt: skip
    baris = [f"Keadaan {tanggal_panjang(tanggal)}"]
    baris += [f"{n.kode}  {n.persen:>14}  {n.nama}: {n.kalimat}" for n in nilai]
    p.tulis("\n".join(baris), objek)
    return 0


def tanggal_dari(p: Panggilan) -> dt.date:
    """The day of `--tanggal`, today when it is not given. Raises MasukanDitolak."""
    if not p.args.tanggal:
        return p.jam.hari_ini()
    try:
        return baca_tanggal(p.args.tanggal)
    except ValueError as galat:
        raise MasukanDitolak(f"Tanggal tidak dapat dibaca: {galat}.") from None
