"""`mutasi-tanah`: book an act on land told in a JSON file."""

import argparse
from pathlib import Path

from desa_app.perintah.panggilan import Panggilan
from desa_app.perintah.peristiwa import baca_objek, tolak

BANTUAN = "Mencatat bidang tanah baru atau mutasi tanah (jual beli, waris, pemecahan, ...) dari berkas JSON."


__all__ = ["BANTUAN", "isian", "jalan", "tolak"]
"""`tolak` is the refusal of every command that books an act from a file."""


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--berkas", required=True, metavar="FILE.json", type=Path, help="isi mutasi")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Book the act; exit code 2 with the fields and reasons when it is refused."""
    from desa_app.pertanahan.mutasi.berkas import mutasi_dari_berkas

    hasil = mutasi_dari_berkas(p.konteks, baca_objek(p.args.berkas))
    baru = f" Bidang: {', '.join(map(str, hasil.bidang))}." if hasil.bidang else ""
    nomor = f" sebagai mutasi nomor {hasil.mutasi_id}" if hasil.mutasi_id else ""
    objek = {"tercatat": True, "mutasi_id": hasil.mutasi_id, "bidang": list(hasil.bidang), "galat": []}
    p.tulis(f"Tercatat{nomor}.{baru}", objek)
    return 0
