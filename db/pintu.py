"""The few facts that the login window shows, read with the driver alone.

Loading the mapped tables takes longer than everything else at a start, and it grows with each new
table; the first window must not wait for it.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from db.migrate import BerkasBukanDesa, BerkasTakTerbuka, folder_migrasi, revisi_berkas, revisi_kepala

KOLOM = (
    "nama", "sebutan_desa", "kecamatan", "sebutan_kecamatan", "kabupaten", "sebutan_kabupaten", "zona_waktu",
    "latihan",
)  # fmt: skip


def baca_desa(berkas: Path) -> dict[str, Any] | None:
    """The village of a file that is ready to be used; None for every other file, whatever ails it."""
    try:
        if revisi_berkas(berkas) != revisi_kepala(folder_migrasi()):
            return None
        with closing(sqlcipher.connect(str(berkas))) as koneksi:
            koneksi.execute("PRAGMA cipher_log_level=NONE")
            baris = koneksi.execute(f"SELECT {', '.join(KOLOM)} FROM desa WHERE id = 1").fetchone()  # noqa: S608
    except (BerkasBukanDesa, BerkasTakTerbuka, sqlcipher.DatabaseError):
        return None
    return dict(zip(KOLOM, baris, strict=True)) if baris else None
