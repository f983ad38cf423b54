"""A laptop that takes in papers until it is killed: prints each receipt only after it was stored."""

import datetime as dt
import sys
from pathlib import Path

from db.engine import Database, buat_engine
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Pelaku
from desa_app.lapangan.layanan import catat_hadir, terima_berkas
from desa_app.lapangan.peserta import daftar_peserta
from desa_app.waktu import jam_tetap

SAAT = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def main(folder: Path, kegiatan: int) -> None:
    """Serve everybody from the end of the list but the anomali."""
    k = Konteks(
        Database(buat_engine(folder / "desa.db")), jam_tetap(SAAT), Pelaku(1, "Rina", ("kasi_pelayanan",))
    )
    for p in reversed([p for p in daftar_peserta(k, kegiatan) if not p.selesaikan_dahulu]):
        try:
            catat_hadir(k, p.id)
            sys.stdout.write(terima_berkas(k, p.id, online=False).nomor + "\n")
            sys.stdout.flush()
        except DesaError:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
