"""Writing a file whole or not at all, and the one place where text is made fit for a file."""

import errno
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desa_app.buku.validate import bersih
from desa_app.errors import BerkasBermasalah

TUNGGU_BERKAS = 3.0
"""Seconds to wait for a virus scanner or a reader to let go of the file."""
_JEDA = 0.2
_PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BIASA = re.compile(r"(?:[!-~]+(?: [!-~]+)*)?")


def teks_berkas(teks: str) -> str:
    """Text fit for any file: no control or direction signs, no lone surrogates, single spaces (P18)."""
    return teks if _BIASA.fullmatch(teks) else bersih(teks)


@contextmanager
def tulis_aman(tujuan: Path) -> Iterator[Path]:
    """Give a temporary path in the same folder; on success it replaces `tujuan`, else it vanishes.

    Raises BerkasBermasalah with a sentence when the folder, the disk or another program is in the way;
    the file that was there before is then untouched.
    """
    sementara = _buat_sementara(tujuan)
    try:
        yield sementara
        _pastikan_di_disk(sementara)
        _gantikan(sementara, tujuan)
    except OSError as galat:
        raise BerkasBermasalah(_kalimat(galat, tujuan)) from galat
    finally:
        with suppress(OSError):
            sementara.unlink()


def _buat_sementara(tujuan: Path) -> Path:
    if not tujuan.parent.is_dir():
        raise BerkasBermasalah(f"Folder untuk menyimpan {tujuan.name} tidak ada. Pilih folder lain.")
    if tujuan.is_dir():
        raise BerkasBermasalah(f"{tujuan.name} adalah folder. Beri nama lain untuk berkas ini.")
    try:
        nomor, nama = tempfile.mkstemp(prefix=".simpan-", suffix=tujuan.suffix, dir=tujuan.parent)
    except PermissionError as galat:
        raise BerkasBermasalah(
            f"Folder tujuan tidak boleh ditulisi, {tujuan.name} belum tersimpan. Pilih folder lain."
        ) from galat
    except OSError as galat:
        raise BerkasBermasalah(_kalimat(galat, tujuan)) from galat
    os.close(nomor)
    return Path(nama)


def _pastikan_di_disk(berkas: Path) -> None:
    with berkas.open("rb+") as isi:
        os.fsync(isi.fileno())


def _gantikan(sementara: Path, tujuan: Path) -> None:
    batas = time.monotonic() + TUNGGU_BERKAS
    while True:
        try:
            os.replace(sementara, tujuan)  # noqa: PTH105  the one place that puts a finished file in place
        except PermissionError:
            if time.monotonic() >= batas:
                raise
            time.sleep(_JEDA)
        else:
            return


def _kalimat(galat: OSError, tujuan: Path) -> str:
    if galat.errno in _PENUH:
        sebab = "tempat di disk habis. Kosongkan tempat atau pilih disk lain, lalu simpan lagi."
    elif isinstance(galat, PermissionError):
        sebab = "berkas itu sedang dibuka di program lain. Tutup dahulu, lalu simpan lagi."
    else:
        sebab = "disk tidak dapat ditulisi sampai selesai. Periksa sisa tempat di disk, lalu simpan lagi."
    return f"{tujuan.name} belum tersimpan: {sebab} Data di program tetap aman."
