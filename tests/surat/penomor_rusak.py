"""A control: a numberer that commits the number before its letter, as one does that reads it without a lock.

In between it says `sudah` and waits; killed there, it leaves a number that is neither a letter nor BATAL.
"""

import sys
from pathlib import Path

from db.engine import Database, buat_engine
from desa_app.kasus import Konteks
from desa_app.waktu import jam_sistem
from tests.surat.bantu import nomor_terpakai


def main(folder: Path) -> None:
    """Take the next number and wait for the line that never comes."""
    k = Konteks(Database(buat_engine(folder / "desa.db")), jam_sistem())
    nomor_terpakai(k, 1, k.jam.hari_ini().year, luar=False)
    sys.stdout.write("sudah\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
