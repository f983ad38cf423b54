"""Reads the words of a call; what cannot be used is told in the language of the office."""

import argparse
import re
from typing import NoReturn

from desa_app.perintah.panggilan import MasukanDitolak

_KALIMAT = (
    (r"the following arguments are required: (.*)", r"Belum diisi: \1."),
    (r"unrecognized arguments: (.*)", r"Tidak dikenal: \1."),
    (r"argument (.*): invalid int value: '(.*)'", r"\1 diisi angka, bukan “\2”."),
    (r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 “\2” tidak ada. Yang ada: \3."),
    (r"argument (.*): expected one argument", r"Nilai \1 belum diisi."),
    (r"argument (.*): ignored explicit argument .*", r"\1 ditulis tanpa nilai."),
)
_JUDUL = (("usage: ", "pakai: "), ("positional arguments:", "isian:"), ("options:", "pilihan:"))


class Pengurai(argparse.ArgumentParser):
    """A parser that refuses with MasukanDitolak instead of ending the program."""

    def __init__(self, prog: str, bantuan: str = "") -> None:
        super().__init__(prog=prog, description=bantuan, add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise MasukanDitolak with the sentence for one of argparse's messages."""
        for pola, kalimat in _KALIMAT:
            if cocok := re.fullmatch(pola, message):
                raise MasukanDitolak(f"{cocok.expand(kalimat)} Lihat {self.prog} --help.")
        raise MasukanDitolak(f"Perintah ini tidak dapat dipakai begitu. Lihat {self.prog} --help.")

    def format_help(self) -> str:
        """The help text with Indonesian headings."""
        teks = super().format_help()
        for asing, kita in _JUDUL:
            teks = teks.replace(asing, kita)
        return teks


def tambah_umum(pembaca: argparse.ArgumentParser) -> None:
    """Options of every command, before or after its name."""
    pembaca.add_argument("-h", "--help", action="help", help="menampilkan bantuan ini")
    pembaca.add_argument("--data", metavar="DIR", help="folder data (bawaan: folder data pengguna)")
    pembaca.add_argument("--pengguna", metavar="NAMA", help="nama masuk (bawaan: DESA_PENGGUNA)")


def pisah_perintah(argv: list[str]) -> tuple[str | None, list[str]]:
    """The command's name, and every other word in its order; no name means the window."""
    tunggu_nilai = False
    for letak, kata in enumerate(argv):
        if not tunggu_nilai and not kata.startswith("-"):
            return kata, argv[:letak] + argv[letak + 1 :]
        tunggu_nilai = kata in {"--data", "--pengguna"}
    return None, argv
