"""Where the data may live: a folder on this PC's own disk, used by one window at a time."""

import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import IO

JENIS_JARINGAN = frozenset(
    "nfs nfs4 cifs smb smb3 smbfs ncpfs 9p afs ceph fuse.sshfs fuse.rclone davfs fuse.davfs2 webdav".split()
)
DRIVE_REMOTE = 4
RUANG_BUKA = 256 * 1024
"""Bytes: journal index, first journal pages and lock files."""


def di_jaringan(folder: Path, daftar_mount: str | None = None) -> bool:
    """Whether the folder lies on a network share, where SQLite's locks cannot be trusted.

    `daftar_mount` is the text of /proc/mounts, given by tests.
    """
    teks = str(folder.absolute())
    if teks.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor) == DRIVE_REMOTE)
    if daftar_mount is None:
        sumber = Path("/proc/mounts")
        daftar_mount = sumber.read_text(encoding="utf-8", errors="replace") if sumber.exists() else ""
    terpanjang, jenis = "", ""
    for baris in daftar_mount.splitlines():
        kolom = baris.split(" ")
        if len(kolom) < 3:
            continue
        titik = kolom[1].replace("\\040", " ")
        cocok = teks == titik or teks.startswith(titik.rstrip("/") + "/")
        if cocok and len(titik) >= len(terpanjang):
            terpanjang, jenis = titik, kolom[2]
    return jenis in JENIS_JARINGAN


class KunciFolder:
    """An operating-system lock on `<folder>/<nama>`; it vanishes with the process that holds it."""

    def __init__(self, folder: Path, nama: str = "jendela.kunci") -> None:
        self._jalur = folder / nama
        self._berkas: IO[bytes] | None = None

    def ambil(self) -> bool:
        """Take the lock without waiting; False when another program holds it."""
        self._jalur.parent.mkdir(parents=True, exist_ok=True)
        berkas = self._jalur.open("a+b")
        try:
            if sys.platform == "win32":
                import msvcrt

                berkas.seek(0)
                msvcrt.locking(berkas.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(berkas.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            berkas.close()
            return False
        self._berkas = berkas
        return True

    def lepas(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._berkas is not None:
            self._berkas.close()
            self._berkas = None


def disk_penuh(folder: Path) -> bool:
    """Whether the disk lacks the little room that opening needs; the driver itself only says "I/O error"."""
    try:
        return shutil.disk_usage(folder).free < RUANG_BUKA
    except OSError:
        return False


def sinkron_folder(folder: Path) -> None:
    """Make a rename in this folder durable where the system can say so (not on Windows)."""
    if os.name != "nt":
        pegangan = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(pegangan)
        finally:
            os.close(pegangan)
