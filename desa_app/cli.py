"""Parses the command line and runs one command; failures become sentences and exit codes."""

import argparse
import importlib
import sys
import traceback
from collections.abc import Callable, Sequence

from desa_app.errors import DesaError
from desa_app.perintah import PERINTAH
from desa_app.perintah.panggilan import Panggilan, Pelukis

SELESAI, CACAT, DITOLAK = 0, 1, 2


def _pembaca_umum() -> argparse.ArgumentParser:
    pembaca = argparse.ArgumentParser(prog="desa_app", description="Administrasi kantor desa", add_help=False)
    pembaca.add_argument("--data", metavar="DIR", help="folder data (bawaan: folder data pengguna)")
    pembaca.add_argument("--pengguna", metavar="NAMA", help="nama masuk (bawaan: DESA_PENGGUNA)")
    return pembaca


def jalankan(
    argv: Sequence[str], pelukis: Callable[[], Pelukis], jendela: Callable[[argparse.Namespace], int]
) -> int:
    """Run the words of a call; without a command the window opens."""
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    umum, sisa = _pembaca_umum().parse_known_args(_awalan(argv))
    ekor = list(argv)[len(_awalan(argv)) :]
    if not ekor and not sisa:
        return jendela(umum)
    nama = ekor[0] if ekor else sisa[0]
    if nama not in PERINTAH:
        sys.stderr.write(f"Perintah “{nama}” tidak ada. Yang ada: {', '.join(PERINTAH)}.\n")
        return SELESAI if nama in {"-h", "--help"} else DITOLAK
    modul = importlib.import_module(PERINTAH[nama])
    pembaca = argparse.ArgumentParser(prog=f"desa_app {nama}", description=modul.BANTUAN)
    for tindakan in _pembaca_umum()._actions:
        pembaca.add_argument(
            *tindakan.option_strings, metavar=tindakan.metavar, help=tindakan.help,
            default=getattr(umum, tindakan.dest),
        )  # fmt: skip
    modul.isian(pembaca)
    try:
        args = pembaca.parse_args(ekor[1:])
    except SystemExit as keluar:
        return SELESAI if keluar.code == 0 else DITOLAK
    panggilan = Panggilan(args, pelukis)
    try:
        return int(modul.jalan(panggilan))
    except DesaError as galat:
        panggilan.keluhkan(f"{galat} [{galat.kode}]")
        return DITOLAK
    except Exception:  # noqa: BLE001  a bug: the whole trace to standard error, exit 1
        traceback.print_exc()
        return CACAT
    finally:
        panggilan.tutup()


def _awalan(argv: Sequence[str]) -> list[str]:
    """The words before the command: options with their values."""
    awalan: list[str] = []
    tunggu_nilai = False
    for kata in argv:
        if not tunggu_nilai and not kata.startswith("-"):
            break
        awalan.append(kata)
        tunggu_nilai = kata in {"--data", "--pengguna"}
    return awalan
