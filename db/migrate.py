"""Bringing a file to the newest schema: copy, upgrade the copy in one transaction, check, swap.

The file that people work with is replaced only by a copy that passed its checks, so a failed
or killed upgrade leaves either the old file or the new one, never something between.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from db.folder import sinkron_folder
from db.tanda import APPLICATION_ID


class BerkasBukanDesa(Exception):
    """The file is not a database of this program."""


class BerkasLebihBaru(Exception):
    """The file was written by a newer version of this program."""


class BerkasTakTerbuka(Exception):
    """The system would not open the file, read it whole or write beside it: full disk, rights, lock."""


class MigrasiGagal(Exception):
    """The upgrade did not pass its checks; the file is as it was before."""


def folder_migrasi() -> Path:
    """Folder of the migration scripts, in the checkout or inside the frozen program."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", ".")) / "migrations"
    return Path(__file__).resolve().parent.parent / "alembic"


def revisi_kepala(skrip: Path) -> int:
    """Newest revision that this program knows; scripts are named NNNN_sebab.py."""
    return max(int(berkas.name[:4]) for berkas in (skrip / "versions").glob("[0-9]*.py"))


def revisi_berkas(berkas: Path) -> int:
    """Revision of a database file: 0 for a missing or empty one.

    Raises BerkasBukanDesa when it is something else, damaged or encrypted, BerkasTakTerbuka when
    the system is to blame.
    """
    if not berkas.exists() or berkas.stat().st_size == 0:
        return 0
    try:
        with closing(sqlcipher.connect(str(berkas))) as koneksi:
            koneksi.execute("PRAGMA cipher_log_level=NONE")
            tanda = koneksi.execute("PRAGMA application_id").fetchone()[0]
            versi = koneksi.execute("PRAGMA user_version").fetchone()[0]
    except sqlcipher.DatabaseError as galat:
        raise _sebab_buka(galat) from galat
    if tanda != APPLICATION_ID:
        raise BerkasBukanDesa(f"application_id {tanda}")
    return int(versi)


def siapkan_berkas(berkas: Path, skrip: Path | None = None) -> bool:
    """Create or upgrade a database file; True when something was done.

    Alembic is imported only then, because it costs a quarter of a second at every start.
    Raises BerkasLebihBaru, BerkasBukanDesa, BerkasTakTerbuka or MigrasiGagal.
    """
    skrip = skrip or folder_migrasi()
    kepala, sekarang = revisi_kepala(skrip), revisi_berkas(berkas)
    if sekarang > kepala:
        raise BerkasLebihBaru(f"{sekarang} > {kepala}")
    if sekarang == kepala:
        return False
    berkas.parent.mkdir(parents=True, exist_ok=True)
    salinan = berkas.with_name(f"{berkas.name}.naik-{os.getpid()}.tmp")
    salinan.unlink(missing_ok=True)
    try:
        if sekarang:
            _salin(berkas, salinan)
        _naikkan(salinan, skrip, kepala)
        if sekarang:
            simpanan = berkas.with_name(f"{berkas.stem}-sebelum-{kepala:04d}{berkas.suffix}")
            simpanan.unlink(missing_ok=True)
            _salin(berkas, simpanan)
        tukar(salinan, berkas)
    finally:
        salinan.unlink(missing_ok=True)
    return True


def _salin(asal: Path, tujuan: Path) -> None:
    """Whole copy of a live file through SQLite's own backup, never by copying bytes."""
    try:
        with closing(sqlcipher.connect(str(asal))) as dari, closing(sqlcipher.connect(str(tujuan))) as ke:
            dari.backup(ke)
            ke.execute("PRAGMA journal_mode=DELETE")
    except sqlcipher.DatabaseError as galat:
        raise _sebab_buka(galat) from galat


def _sebab_buka(galat: sqlcipher.DatabaseError) -> Exception:
    """Damage and trouble of the system look alike to the driver; telling them apart saves a good file."""
    if isinstance(galat, sqlcipher.OperationalError):
        return BerkasTakTerbuka(str(galat))
    return BerkasBukanDesa(str(galat))


def _naikkan(berkas: Path, skrip: Path, kepala: int) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event

    engine = create_engine(f"sqlite:///{berkas}", module=sqlcipher)

    # Foreign keys stay off here: a batch ALTER that rebuilds a parent would delete its children.
    @event.listens_for(engine, "connect")
    def _siapkan(koneksi: sqlcipher.Connection, _rekaman: object) -> None:
        koneksi.isolation_level = None

    @event.listens_for(engine, "begin")
    def _mulai(koneksi: object) -> None:
        koneksi.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    try:
        with engine.begin() as koneksi:
            konfigurasi = Config()
            konfigurasi.set_main_option("script_location", str(skrip).replace("%", "%%"))
            konfigurasi.attributes["connection"] = koneksi
            command.upgrade(konfigurasi, "head")
            if rusak := koneksi.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise MigrasiGagal(f"{len(rusak)} rujukan putus")
            koneksi.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            koneksi.exec_driver_sql(f"PRAGMA user_version={kepala}")
        with engine.connect() as koneksi:
            if koneksi.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise MigrasiGagal("integrity_check")
    finally:
        engine.dispose()


def tukar(baru: Path, lama: Path) -> None:
    """Put `baru` in the place of `lama` so that at every moment one whole file has the name."""
    with baru.open("rb+") as berkas:
        os.fsync(berkas.fileno())
    for akhiran in ("-wal", "-shm", "-journal"):
        lama.with_name(lama.name + akhiran).unlink(missing_ok=True)
    baru.replace(lama)
    sinkron_folder(lama.parent)
