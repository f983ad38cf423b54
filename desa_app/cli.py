"""Parses the command line and runs one command; failures become sentences and exit codes."""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from types import ModuleType

from desa_app.ekspor.pelukis import Pelukis
from desa_app.errors import DesaError
from desa_app.gangguan import laporan
from desa_app.perintah import PERINTAH
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan, objek_tolak
from desa_app.perintah.pengurai import Pengurai, pisah_perintah, tambah_umum

SELESAI, CACAT, DITOLAK = 0, 1, 2
_DIHENTIKAN = "Dihentikan sebelum selesai. Yang belum selesai tidak disimpan; data sebelumnya aman."


def jalankan(
    argv: Sequence[str], pelukis: Callable[[], Pelukis], jendela: Callable[[argparse.Namespace], int]
) -> int:
    """Run the words of a call; without a command the window opens."""
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    nama, sisa = pisah_perintah(list(argv))
    try:
        if nama is None:
            return _tanpa_perintah(sisa, jendela)
        if nama not in PERINTAH:
            raise MasukanDitolak(f"Perintah “{nama}” tidak ada. Yang ada: {', '.join(PERINTAH)}.")
        modul = importlib.import_module(PERINTAH[nama])
        pembaca = Pengurai(f"desa_app {nama}", modul.BANTUAN)
        tambah_umum(pembaca)
        modul.isian(pembaca)
        args = pembaca.parse_args(sisa)
    except SystemExit:
        return SELESAI  # only --help ends this way
    except DesaError as galat:
        if "--json" in sisa:
            sys.stdout.write(json.dumps(objek_tolak(galat), ensure_ascii=False) + "\n")
        sys.stderr.write(f"{galat} [{galat.kode}]\n")
        return DITOLAK
    return _jalankan(modul, Panggilan(args, pelukis))


def _tanpa_perintah(sisa: list[str], jendela: Callable[[argparse.Namespace], int]) -> int:
    pembaca = Pengurai("desa_app", f"Administrasi kantor desa. Perintah: {', '.join(PERINTAH)}.")
    tambah_umum(pembaca)
    return jendela(pembaca.parse_args(sisa))


def _jalankan(modul: ModuleType, panggilan: Panggilan) -> int:
    """Run a command. Whatever stops it, `--json` has its one object and standard error the reason."""
    try:
        return int(modul.jalan(panggilan))
    except DesaError as galat:
        panggilan.tolak(galat, getattr(modul, "tolak", objek_tolak))
        return DITOLAK
    except KeyboardInterrupt:
        panggilan.tolak(MasukanDitolak(_DIHENTIKAN), getattr(modul, "tolak", objek_tolak))
        return DITOLAK
    except Exception as galat:  # noqa: BLE001  a bug: kinds and places, never values, which may be names
        panggilan.keluhkan(f"Cacat program, mohon dilaporkan:\n{laporan(galat)}")
        return CACAT
    finally:
        panggilan.tutup()
