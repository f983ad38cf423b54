"""People who are probably the same: similar names with the same or nearly the same birth."""

import datetime as dt
from collections.abc import Iterator, Sequence

from db.cari import normal
from desa_app.bahasa import tanggal_pendek
from desa_app.pemeriksaan.hasil import Bahan, Hasil, Orang

AMBANG_NAMA = 90.0
"""Similarity (0 to 100) from which two spellings may be one name."""
AMBANG_IBU = 88.0
_SEKALI = 4_000


def orang_mirip(b: Bahan) -> list[Hasil]:
    """Pairs with similar names of the same sex, born on the same day or a slip of the pen apart (day
    and month swapped, the year off by one or ten), whose mothers' names do not contradict.

    Only pairs inside a bucket of equal birth day, or of equal year and name beginning, are compared, so
    ten thousand people take seconds and not an hour. Twins of one family are told apart by their names.
    """
    aktif = [o for o in b.orang if o.aktif and o.tanggal_lahir is not None]
    hasil: dict[str, Hasil] = {}
    for kelompok in _kelompok(aktif):
        for a, c in _pasangan(kelompok):
            h = _hasil(a, c)
            if h is not None:
                hasil[h.kunci] = h
    return list(hasil.values())


def _kelompok(orang: Sequence[Orang]) -> Iterator[list[Orang]]:
    """People who may be compared with each other."""
    for kunci in (_hari, _tahun_nama):
        ember: dict[object, list[Orang]] = {}
        for o in orang:
            ember.setdefault(kunci(o), []).append(o)
        yield from (isi for isi in ember.values() if len(isi) > 1)


def _hari(o: Orang) -> object:
    assert o.tanggal_lahir is not None  # noqa: S101  filtered by the caller
    return o.jk, o.tanggal_lahir.year, *sorted((o.tanggal_lahir.month, o.tanggal_lahir.day))


def _tahun_nama(o: Orang) -> object:
    assert o.tanggal_lahir is not None  # noqa: S101  filtered by the caller
    return o.jk, normal(o.nama)[:2], o.tanggal_lahir.month, o.tanggal_lahir.day


def _pasangan(orang: Sequence[Orang]) -> Iterator[tuple[Orang, Orang]]:
    from rapidfuzz import fuzz, process

    nama = [normal(o.nama) for o in orang]
    for awal in range(0, len(nama), _SEKALI):
        tabel = process.cdist(
            nama[awal : awal + _SEKALI], nama, scorer=fuzz.token_sort_ratio, score_cutoff=AMBANG_NAMA
        )
        for baris, nilai in enumerate(tabel, awal):
            for kolom in range(baris + 1, len(nama)):
                if nilai[kolom]:
                    yield orang[baris], orang[kolom]


def _hasil(a: Orang, c: Orang) -> Hasil | None:
    if not _kelahiran_dekat(a.tanggal_lahir, c.tanggal_lahir) or not _ibu_mungkin_sama(a, c):
        return None
    satu, dua = sorted((a, c), key=lambda o: o.id)
    if normal(a.nama) == normal(c.nama) and a.tanggal_lahir == c.tanggal_lahir:
        return None  # NAMA_TGL_GANDA says it already
    lahir = f"{tanggal_pendek(satu.tanggal_lahir)} dan {tanggal_pendek(dua.tanggal_lahir)}"
    return Hasil("ORANG_MIRIP", f"{satu.nama} dan {dua.nama}, lahir {lahir}", dua.id, satu.id)


def _kelahiran_dekat(a: dt.date | None, c: dt.date | None) -> bool:
    if a is None or c is None:
        return False
    beda = [x != y for x, y in zip((a.year, a.month, a.day), (c.year, c.month, c.day), strict=True)]
    tertukar = a.year == c.year and (a.month, a.day) == (c.day, c.month)
    return tertukar or sum(beda) == 0 or (beda == [True, False, False] and abs(a.year - c.year) in {1, 10})


def _ibu_mungkin_sama(a: Orang, c: Orang) -> bool:
    from rapidfuzz import fuzz

    if a.keluarga_id == c.keluarga_id and a.keluarga_id is not None and a.tanggal_lahir == c.tanggal_lahir:
        return False  # twins
    ibu, lain = normal(a.nama_ibu), normal(c.nama_ibu)
    return not ibu or not lain or fuzz.token_sort_ratio(ibu, lain) >= AMBANG_IBU
