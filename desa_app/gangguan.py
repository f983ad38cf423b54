"""What may be written down about a crash: kinds of the errors and places in the program.

Never a message or a value, because a message may quote a name or a NIK.
"""

import hashlib
import sys
import traceback
from pathlib import Path

from desa_app.versi import VERSI

AKAR = Path(__file__).resolve().parent.parent


def laporan(galat: BaseException) -> str:
    """Kinds of the errors and the places they passed, innermost last. No message, no value."""
    baris = [f"Desa App {VERSI}, Python {sys.version.split()[0]}, {sys.platform}"]
    kini: BaseException | None = galat
    while kini is not None:
        baris.append(f"{type(kini).__module__}.{type(kini).__qualname__}")
        baris += [
            f"  {_tempat(k.filename)}:{k.lineno} {k.name}" for k in traceback.extract_tb(kini.__traceback__)
        ]
        kini = kini.__cause__ or (None if kini.__suppress_context__ else kini.__context__)
    return "\n".join(baris) + "\n"


def _tempat(berkas: str) -> str:
    """Path inside the program; only the file name for anything else, which may lie in a person's folder."""
    jalur = Path(berkas)
    return jalur.relative_to(AKAR).as_posix() if jalur.is_relative_to(AKAR) else jalur.name


def kode_laporan(isi: str) -> str:
    """Short code to read over the telephone; the same crash has the same code."""
    return "G-" + hashlib.sha256(isi.encode()).hexdigest()[:4].upper()
