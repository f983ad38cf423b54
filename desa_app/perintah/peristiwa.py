"""`peristiwa`: book an act told in a JSON file."""

import argparse
import json
from pathlib import Path
from typing import Any

from desa_app.errors import DesaError
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan, objek_tolak

BANTUAN = "Mencatat satu peristiwa (lahir, mati, datang, pindah, ...) dari berkas JSON."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("jenis", help="jenis peristiwa, misalnya lahir atau pisah-kk")
    pembaca.add_argument("--berkas", required=True, metavar="FILE.json", type=Path, help="isi peristiwa")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def baca_objek(berkas: Path) -> dict[str, Any]:
    """The object of a JSON file. Raises MasukanDitolak with the reason."""
    try:
        objek = json.loads(berkas.read_text(encoding="utf-8-sig"))
    except OSError as galat:
        raise MasukanDitolak(f"Berkas {berkas} tidak dapat dibaca.") from galat
    except ValueError as galat:
        raise MasukanDitolak(f"Berkas {berkas} bukan JSON yang sah: {galat}.") from galat
    if not isinstance(objek, dict):
        raise MasukanDitolak(f"Berkas {berkas} harus berisi satu objek JSON.")
    return objek


def tolak(galat: DesaError) -> dict[str, Any]:
    """The answer of `--json` when the act is refused."""
    return {"tercatat": False, **objek_tolak(galat)}


def jalan(p: Panggilan) -> int:
    """Book the act; exit code 2 with the fields and reasons when it is refused."""
    from desa_app.kependudukan.acara.berkas import catat_dari_berkas

    k = p.konteks
    jenis = p.args.jenis.replace("-", "_")
    hasil = catat_dari_berkas(k, jenis, baca_objek(p.args.berkas))
    nomor = hasil.peristiwa_id if hasil else None
    tgl_buku = hasil.tgl_buku.isoformat() if hasil else None
    catatan = hasil.catatan if hasil else ""
    objek: dict[str, Any] = {
        "tercatat": True,
        "peristiwa_id": nomor,
        "tgl_buku": tgl_buku,
        "catatan": catatan,
        "galat": [],
    }
    p.tulis(f"Tercatat{f' sebagai peristiwa nomor {nomor}' if nomor else ''}. {catatan}".strip(), objek)
    return 0
