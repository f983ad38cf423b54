"""Opening the database file: pragmas, transactions that say BEGIN themselves, and clear failures."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

PRAGMA = (
    "cipher_log_level=NONE",
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


TUNGGU_ULANG = 5
"""How many times the waiting of `busy_timeout` is repeated before a write is refused."""


def buat_engine(berkas: Path) -> Engine:
    """Engine for a SQLite file with the settings that make "saved" mean saved.

    Write transactions take the lock at BEGIN (IMMEDIATE), because a read that later becomes a
    write is refused at once under WAL and no timeout helps.
    """
    engine = create_engine(f"sqlite:///{berkas}", module=sqlcipher, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _siapkan(koneksi: Any, _rekaman: Any) -> None:
        koneksi.isolation_level = None
        for pragma in PRAGMA:
            koneksi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _mulai(koneksi: Connection) -> None:
        if koneksi.get_execution_options().get("tulis", False):
            _mulai_menulis(koneksi)
        else:
            koneksi.exec_driver_sql("BEGIN")

    return engine


def _mulai_menulis(koneksi: Connection) -> None:
    """Take the write lock. SQLite's waiting is not a queue: beside busy writers one may go empty-handed for
    a whole timeout, so it asks again before it gives up."""
    asli = koneksi.connection.driver_connection
    for _ in range(TUNGGU_ULANG if asli is not None else 0):
        try:
            asli.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
        except sqlcipher.OperationalError as galat:
            if "locked" not in str(galat):
                break
        else:
            return
    koneksi.exec_driver_sql("BEGIN IMMEDIATE")


class Database:
    """Gives sessions for one operation each; the only way use cases reach the data."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pembaca = sessionmaker(engine, expire_on_commit=False, autoflush=False)
        self._penulis = sessionmaker(engine.execution_options(tulis=True), expire_on_commit=False)

    @contextmanager
    def baca(self) -> Iterator[Session]:
        """A session that sees one consistent state and never stores anything."""
        with self._pembaca() as sesi:
            yield sesi
            sesi.rollback()

    @contextmanager
    def tulis(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back on any error."""
        with self._penulis.begin() as sesi:
            yield sesi

    @property
    def folder(self) -> Path:
        """The data folder: where the file is, and where files that belong to the data are kept."""
        return Path(self._engine.url.database or ".").parent

    def tutup(self) -> None:
        """Bring the journal into the file and close every connection.

        A file that cannot be written keeps its journal; the next opening reads it.
        """
        with suppress(DBAPIError, sqlcipher.Error), self._engine.connect() as koneksi:
            asli = koneksi.connection.driver_connection
            if asli is not None:
                koneksi.rollback()
                asli.execute("PRAGMA optimize")
                asli.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()

    def nama_tabel(self) -> list[str]:
        """Names of the tables that the file holds."""
        return inspect(self._engine).get_table_names()
