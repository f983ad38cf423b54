"""`mutasi-tanah`: book an act on land told in a JSON file."""

import argparse
from pathlib import Path

from desa_app.errors import ValidationFailed
from desa_app.perintah.panggilan import Panggilan
from desa_app.perintah.peristiwa import baca_objek

BANTUAN = "Mencatat bidang tanah baru atau mutasi tanah (jual beli, waris, pemecahan, ...) dari berkas JSON."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--berkas", required=True, metavar="FILE.json", type=Path, help="isi mutasi")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Book the act; exit code 2 with the fields and reasons when it is refused."""
    from desa_app.pertanahan.mutasi.berkas import mutasi_dari_berkas

    k = p.konteks
    try:
        hasil = mutasi_dari_berkas(k, baca_objek(p.args.berkas))
    except ValidationFailed as galat:
        if p.args.json:
            isi = [{"isian": i.field, "sebab": i.message} for i in galat.issues]
            p.tulis("", {"tercatat": False, "galat": isi})
        raise
    baru = f" Bidang: {', '.join(map(str, hasil.bidang))}." if hasil.bidang else ""
    nomor = f" sebagai mutasi nomor {hasil.mutasi_id}" if hasil.mutasi_id else ""
    objek = {"tercatat": True, "mutasi_id": hasil.mutasi_id, "bidang": list(hasil.bidang), "galat": []}
    p.tulis(f"Tercatat{nomor}.{baru}", objek)
    return 0
