"""What must be known of a picture to lay out a page: its shape, read from its first bytes."""

import struct
from functools import lru_cache

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_BINGKAI = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""Segments of a JPEG that hold its size."""


@lru_cache(maxsize=16)
def rasio(isi: bytes) -> float:
    """Width by height of a PNG or JPEG; 1 for anything else."""
    try:
        lebar, tinggi = _ukuran_png(isi) if isi.startswith(_PNG) else _ukuran_jpeg(isi)
        return lebar / tinggi
    except (struct.error, IndexError, ZeroDivisionError):
        return 1.0


def _ukuran_png(isi: bytes) -> tuple[int, int]:
    lebar, tinggi = struct.unpack(">II", isi[16:24])
    return lebar, tinggi


def _ukuran_jpeg(isi: bytes) -> tuple[int, int]:
    if not isi.startswith(_JPEG):
        return 1, 1
    letak = 2
    while True:
        penanda, panjang = isi[letak + 1], struct.unpack(">H", isi[letak + 2 : letak + 4])[0]
        if penanda in _BINGKAI:
            tinggi, lebar = struct.unpack(">HH", isi[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += 2 + panjang
