"""Boundaries of the practice village's parcels: neighbours by their outlines, else names, roads, rivers."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from desa_app.bahasa import kapital_kata
from desa_app.pertanahan.geometri import Sudut, arah_sisi

_ARAH = ("utara", "timur", "selatan", "barat")
_LAIN = ("Jalan desa", "Saluran irigasi", "Sungai Ciliwet", "Jalan setapak", "Makam umum")


def beri_batas(
    isi: Sequence[dict[str, Any]],
    sketsa: Mapping[int, tuple[Sequence[Sudut], Sequence[int]]],
    nama: Sequence[str],
) -> None:
    """Fill `batas_*` of every parcel; `sketsa` has outlines by number from 1, `nama` the owners."""
    acak = random.Random(len(isi))  # noqa: S311  practice data
    for nomor, satu in enumerate(isi, 1):
        if nomor in sketsa:
            _dari_sketsa(satu, nomor, sketsa, nama)
        else:
            for arah in _ARAH:
                dekat = nama[acak.randrange(len(nama))]
                satu[f"batas_{arah}"] = acak.choice(_LAIN) if acak.random() < 0.3 else kapital_kata(dekat)


def _dari_sketsa(
    isi: dict[str, Any],
    nomor: int,
    sketsa: Mapping[int, tuple[Sequence[Sudut], Sequence[int]]],
    nama: Sequence[str],
) -> None:
    """The parcels that share a side; at the edge of a block a road or a ditch."""
    sudut = sketsa[nomor][0]
    for n, ujung in enumerate(zip(sudut, (*sudut[1:], sudut[0]), strict=True)):
        tetangga = next(
            (m for m, (lain, _) in sketsa.items() if m != nomor and set(ujung) <= set(lain)), None
        )
        arah = arah_sisi(sudut, n)
        isi[f"batas_{arah}"] = kapital_kata(nama[tetangga - 1]) if tetangga else _LAIN[_ARAH.index(arah) % 2]
