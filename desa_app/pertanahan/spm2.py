"""SPM-2: families that own land, and those whose whole land is proven (buku.md 5.1).

A KK counts as complete when every parcel registered to its members has complete evidence. Shares
count: a family owns a parcel when one of its members owns a part of it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from db.queries import tanah_keluarga as kueri
from db.queries.tanah import acara_sesudah
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

_Mundur = dict[int, dict[str, Any] | None]
"""Parcels as they were before acts that came later, by id; None where there was none yet."""


class KeluargaPemilik(NamedTuple):
    """A family that owns land in the village without complete evidence for all of it."""

    keluarga_id: int
    kepala: str
    no_kk: str
    dusun_id: int
    dusun: str
    rt: str
    rw: str
    bidang: int
    """Parcels registered to its members."""
    belum: tuple[int, ...]
    """Those of them that lack complete evidence (buku.md 5.1); none makes the family count."""

    @property
    def belum_lengkap(self) -> int:
        """How many lack complete evidence."""
        return len(self.belum)


@dataclass(frozen=True)
class RingkasKk:
    """Land-owning families of one dusun, and those whose whole land is proven."""

    dusun_id: int
    dusun: str
    pemilik: int
    lengkap: int


def hitung_keluarga_lahan(sesi: Session, pada: dt.date) -> dict[int, tuple[int, int]]:
    """(families with land, those whose land is all proven) at the end of a day, by dusun id."""
    mundur = _mundur(sesi, pada)
    if not mundur:
        return {dusun: (n, lengkap) for dusun, n, lengkap in kueri.hitung_keluarga(sesi, pada)}
    banyak, lengkap = Counter[int](), Counter[int]()
    for dusun, _, belum in _milik_keluarga(sesi, pada, mundur).values():
        banyak[dusun] += 1
        lengkap[dusun] += not belum
    return {dusun: (n, lengkap[dusun]) for dusun, n in banyak.items()}


def _milik_keluarga(sesi: Session, pada: dt.date, mundur: _Mundur) -> dict[int, tuple[int, int, list[int]]]:
    """(dusun, parcels, ids of those without complete evidence) of each land-owning family on a past day."""
    tempat = kueri.tempat_pemilik(sesi, pada)
    dusun: dict[int, int] = {}
    semua: dict[int, set[int]] = {}
    belum: dict[int, set[int]] = {}
    for bidang, lengkap, pemilik in _milik(sesi, mundur):
        if (di := tempat.get(pemilik)) is not None:
            keluarga, dusun[keluarga] = di[0], di[1]
            semua.setdefault(keluarga, set()).add(bidang)
            if not lengkap:
                belum.setdefault(keluarga, set()).add(bidang)
    return {k: (dusun[k], len(isi), sorted(belum.get(k, ()))) for k, isi in semua.items()}


def _mundur(sesi: Session, pada: dt.date) -> _Mundur:
    hasil: _Mundur = {}
    for sebelum in acara_sesudah(sesi, pada):
        hasil |= {int(b): isi for b, isi in sebelum.items()}
    return hasil


def _milik(sesi: Session, mundur: _Mundur) -> Iterator[tuple[int, bool, int]]:
    """(parcel, evidence complete, owner) of every share, with later acts taken back."""
    for bidang, lengkap, pemilik in kueri.milik_kini(sesi):
        if bidang not in mundur:
            yield bidang, lengkap, pemilik
    for bidang, isi in mundur.items():
        if isi is not None and isi["aktif"]:
            for pemilik, *_ in isi["bagian"]:
                yield bidang, bool(isi["bukti_lengkap"]), pemilik


def keluarga_belum_lengkap(sesi: Session, pada: dt.date) -> list[KeluargaPemilik]:
    """Families with land that is not all proven at the end of a day, by dusun, RT and name of the head."""
    mundur = _mundur(sesi, pada)
    milik = _milik_keluarga(sesi, pada, mundur) if mundur else kueri.keluarga_belum(sesi, pada)
    belum = {k: isi for k, isi in milik.items() if isi[2]}
    dusun = kueri.nama_dusun(sesi)
    urut = {id_: nomor for nomor, id_ in enumerate(dusun)}
    hasil = []
    for id_, no_kk, rt, rw, kepala, *_ in kueri.keluarga_bernama(sesi, pada, list(belum)):
        di, bidang, kurang = belum[id_]
        hasil.append(KeluargaPemilik(id_, kepala or "", no_kk, di, dusun[di], rt, rw, bidang, tuple(kurang)))
    return sorted(hasil, key=lambda p: (urut[p.dusun_id], p.rw, p.rt, p.kepala, p.keluarga_id))


@kasus(Izin.BUKU_BACA)
def daftar_kk_belum_lengkap(k: Konteks, dusun_id: int | None = None) -> list[KeluargaPemilik]:
    """Families whose evidence is not complete today; the dusun with most of them first."""
    with k.baca() as sesi:
        belum = keluarga_belum_lengkap(sesi, k.jam.hari_ini())
    banyak = Counter(x.dusun_id for x in belum)
    terpilih = [x for x in belum if dusun_id in {None, x.dusun_id}]
    return sorted(terpilih, key=lambda x: -banyak[x.dusun_id])


@kasus(Izin.BUKU_BACA)
def ringkas_kk(k: Konteks) -> list[RingkasKk]:
    """Numerator and denominator of SPM-2 today by dusun, in the order of the dusun."""
    with k.baca() as sesi:
        milik, dusun = hitung_keluarga_lahan(sesi, k.jam.hari_ini()), kueri.nama_dusun(sesi)
    return [RingkasKk(d, nama, *milik[d]) for d, nama in dusun.items() if d in milik]
