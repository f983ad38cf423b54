"""What a command gets: its arguments, the opened data, the person, and the two ways of answering."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desa_app.ekspor.pelukis import Pelukis
from desa_app.errors import DesaError, ValidationFailed
from desa_app.pintu import folder_data
from desa_app.waktu import Jam, jam_sistem

if TYPE_CHECKING:
    from desa_app.kasus import Konteks


class MasukanDitolak(DesaError):
    """The command's words cannot be used; exit code 2."""

    kode = "D-60"


def objek_tolak(galat: DesaError) -> dict[str, Any]:
    """What `--json` prints for a refusal: the short code, and each problem with its field."""
    if isinstance(galat, ValidationFailed):
        isi = [{"isian": i.field, "sebab": i.message} for i in galat.issues]
    else:
        isi = [{"isian": "", "sebab": str(galat)}]
    return {"kode": galat.kode, "galat": isi}


@dataclass
class Panggilan:
    """One call of a command."""

    args: argparse.Namespace
    pelukis: Callable[[], Pelukis]
    jam: Jam = field(default_factory=jam_sistem)
    dijawab: bool = field(default=False, init=False)

    @property
    def folder(self) -> Path:
        """The data folder of this call."""
        return folder_data(self.args.data)

    @cached_property
    def terbuka(self) -> "Konteks":
        """The data, opened, with nobody logged in."""
        # not at the top: the window starts through this module and must not wait for the database layer
        from desa_app.buka import buka_basis
        from desa_app.kasus import Konteks

        return Konteks(buka_basis(self.folder), self.jam)

    @cached_property
    def konteks(self) -> "Konteks":
        """The data with the person of `--pengguna`, who gave the right password."""
        from desa_app.keamanan.pengguna import ada_pengguna, masuk

        if not ada_pengguna(self.terbuka):
            raise MasukanDitolak(
                f"Folder data {self.folder} belum berisi desa. Buat dengan perintah mulai atau contoh."
            )
        nama = self.nama_pengguna
        if not nama:
            raise MasukanDitolak("Sebutkan pengguna dengan --pengguna NAMA atau DESA_PENGGUNA.")
        return self.terbuka.sebagai(masuk(self.terbuka, nama, self.sandi(f"Kata sandi {nama}: ")))

    @property
    def nama_pengguna(self) -> str:
        """The login name of `--pengguna`, else of DESA_PENGGUNA; empty without either."""
        return str(self.args.pengguna or os.environ.get("DESA_PENGGUNA") or "")

    def sandi(self, ajakan: str) -> str:
        """The password from DESA_SANDI, else asked for; never from the command line."""
        if (sandi := os.environ.get("DESA_SANDI")) is not None:
            return sandi
        if not sys.stdin.isatty():
            raise MasukanDitolak("Kata sandi dibaca dari DESA_SANDI atau diketik; keduanya tidak ada.")
        import getpass

        return getpass.getpass(ajakan)

    def tulis(self, teks: str, objek: Any | None = None) -> None:
        """Answer: the object when `--json` was asked, else the text. Raises MasukanDitolak when it cannot."""
        self.dijawab = True
        keluaran = json.dumps(objek, ensure_ascii=False) if getattr(self.args, "json", False) else teks
        try:
            sys.stdout.write(keluaran + "\n")
            sys.stdout.flush()
        except OSError:
            # What is still held back would raise again when the interpreter ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise MasukanDitolak(
                "Jawaban tidak dapat ditulis ke keluaran; perintahnya sendiri selesai."
            ) from None

    def tolak(self, galat: DesaError, bentuk: Callable[[DesaError], Any]) -> None:
        """Say why nothing was done; with `--json` the object `bentuk` makes of it unless one was written."""
        if getattr(self.args, "json", False) and not self.dijawab:
            self.tulis("", bentuk(galat))
        self.keluhkan(f"{galat} [{galat.kode}]")

    def keluhkan(self, teks: str) -> None:
        """Say what is wrong, on standard error."""
        sys.stderr.write(teks.rstrip() + "\n")

    def tutup(self) -> None:
        """Close the data if this call opened it."""
        if "terbuka" in self.__dict__:
            self.terbuka.basis.tutup()
