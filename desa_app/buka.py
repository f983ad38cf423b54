"""Opening the village's data: in which state it is, and in words when it cannot be opened."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from db.engine import Database, buat_engine
from db.folder import KunciFolder, disk_penuh
from db.migrate import BerkasBukanDesa, BerkasLebihBaru, BerkasTakTerbuka, MigrasiGagal, siapkan_berkas
from desa_app.errors import DataBermasalah
from desa_app.kasus import kalimat_galat
from desa_app.pintu import NAMA_BERKAS, tak_tertulis, tolak_jaringan


def buka_basis(folder: Path) -> Database:
    """Create, upgrade or just open the database of a folder.

    Raises DataBermasalah with its own sentence for: network folder, file of a newer version,
    foreign or damaged file, failed upgrade, folder that cannot be written.
    """
    tolak_jaringan(folder)
    berkas = folder / NAMA_BERKAS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _siapkan_bergiliran(folder, berkas)
    except BerkasLebihBaru as galat:
        raise DataBermasalah(
            "Data ini dibuat oleh Desa App yang lebih baru. Pasang versi terbaru untuk membukanya. "
            "Data tidak diubah.",
            kode="D-52",
        ) from galat
    except BerkasBukanDesa as galat:
        raise DataBermasalah(
            f"{berkas} bukan data Desa App, atau rusak. Berkas tidak diubah. "
            "Pulihkan dari cadangan terakhir atau pilih folder data lain.",
            kode="D-53",
        ) from galat
    except MigrasiGagal as galat:
        raise DataBermasalah(
            "Pembaruan susunan data gagal dan dibatalkan; data lama tetap utuh. "
            "Gunakan versi program sebelumnya dan laporkan kode ini.",
            kode="D-54",
        ) from galat
    except OSError as galat:
        raise _disk_habis() if disk_penuh(folder) else tak_tertulis(folder) from galat
    except BerkasTakTerbuka as galat:
        raise _tak_terbuka(folder, str(galat)) from galat
    except DBAPIError as galat:
        raise _tak_terbuka(folder, str(galat.orig)) from galat
    return Database(buat_engine(berkas))


def _tak_terbuka(folder: Path, asli: str) -> DataBermasalah:
    return _disk_habis() if disk_penuh(folder) else DataBermasalah(kalimat_galat(asli))


def _disk_habis() -> DataBermasalah:
    return DataBermasalah(kalimat_galat("disk is full"))


def _siapkan_bergiliran(folder: Path, berkas: Path) -> None:
    """Only one process prepares the file; another that finds the lock taken waits for its result."""
    import time

    kunci = KunciFolder(folder, "susunan.kunci")
    tenggat = time.monotonic() + 30
    while not kunci.ambil():
        if time.monotonic() > tenggat:
            raise DataBermasalah(
                "Data sedang disiapkan program lain. Tunggu sebentar lalu ulangi.", kode="D-56"
            )
        time.sleep(0.05)
    try:
        siapkan_berkas(berkas)
    finally:
        kunci.lepas()
