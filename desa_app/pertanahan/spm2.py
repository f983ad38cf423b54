"""SPM-2: families that own land, and those whose whole land is proven (buku.md 5.1).

A KK counts as complete when every parcel registered to its members has complete evidence. Shares
count: a family owns a parcel when one of its members owns a part of it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from db.queries import tanah_keluarga as kueri
from db.queries.tanah import acara_sesudah
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin


@dataclass(frozen=True)
class KeluargaPemilik:
    """A family that owns land in the village."""

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


@dataclass
class MilikKeluarga:
    """Ids of the parcels of one family, and of those without complete evidence."""

    dusun_id: int
    bidang: set[int] = field(default_factory=set)
    belum: set[int] = field(default_factory=set)


def keluarga_lengkap(sesi: Session, pada: dt.date) -> dict[int, tuple[int, bool]]:
    """(dusun, whether all of its land is proven) of each land-owning family by its id; enough to count."""
    tempat = kueri.tempat_pemilik(sesi, pada)
    hasil: dict[int, tuple[int, bool]] = {}
    for _, lengkap, pemilik in _milik(sesi, pada):
        if (di := tempat.get(pemilik)) is not None:
            keluarga, dusun = di
            hasil[keluarga] = dusun, lengkap and hasil.get(keluarga, (dusun, True))[1]
    return hasil


def milik_keluarga(sesi: Session, pada: dt.date) -> dict[int, MilikKeluarga]:
    """Which parcels each land-owning family owns at the end of a day, by its id."""
    tempat = kueri.tempat_pemilik(sesi, pada)
    hasil: dict[int, MilikKeluarga] = {}
    for bidang, lengkap, pemilik in _milik(sesi, pada):
        if (di := tempat.get(pemilik)) is not None:
            keluarga, dusun = di
            milik = hasil.get(keluarga)
            if milik is None:
                milik = hasil[keluarga] = MilikKeluarga(dusun)
            milik.bidang.add(bidang)
            if not lengkap:
                milik.belum.add(bidang)
    return hasil


def _milik(sesi: Session, pada: dt.date) -> Iterator[tuple[int, bool, int]]:
    """(parcel, evidence complete, owner) of every share at the end of a day; later acts are taken back."""
    mundur: dict[int, dict[str, Any] | None] = {}
    for sebelum in acara_sesudah(sesi, pada):
        mundur |= {int(b): isi for b, isi in sebelum.items()}
    for bidang, lengkap, pemilik in kueri.milik_kini(sesi):
        if bidang not in mundur:
            yield bidang, lengkap, pemilik
    for bidang, isi in mundur.items():
        if isi is not None and isi["aktif"]:
            for pemilik, *_ in isi["bagian"]:
                yield bidang, bool(isi["bukti_lengkap"]), pemilik


def keluarga_pemilik_tanah(sesi: Session, pada: dt.date) -> list[KeluargaPemilik]:
    """Families that own land at the end of a day with names, by dusun, RT and name of the head."""
    milik = milik_keluarga(sesi, pada)
    if not milik:
        return []
    kepala = kueri.kepala_pada(sesi, pada)
    dusun = kueri.nama_dusun(sesi)
    urut = {id_: nomor for nomor, id_ in enumerate(dusun)}
    semua = (
        KeluargaPemilik(
            b.id, kepala.get(b.id, ""), b.no_kk, punya.dusun_id, dusun[punya.dusun_id], b.rt, b.rw,
            len(punya.bidang), tuple(sorted(punya.belum)),
        )
        for b in kueri.keluarga(sesi)
        if (punya := milik.get(b.id)) is not None
    )  # fmt: skip
    return sorted(semua, key=lambda p: (urut[p.dusun_id], p.rw, p.rt, p.kepala, p.keluarga_id))


@kasus(Izin.BUKU_BACA)
def daftar_kk_belum_lengkap(k: Konteks, dusun_id: int | None = None) -> list[KeluargaPemilik]:
    """Families whose evidence is not complete today; the dusun with most of them first."""
    with k.baca() as sesi:
        belum = [x for x in keluarga_pemilik_tanah(sesi, k.jam.hari_ini()) if x.belum_lengkap]
    banyak = Counter(x.dusun_id for x in belum)
    terpilih = [x for x in belum if dusun_id in {None, x.dusun_id}]
    return sorted(terpilih, key=lambda x: -banyak[x.dusun_id])


@kasus(Izin.BUKU_BACA)
def ringkas_kk(k: Konteks) -> list[RingkasKk]:
    """Numerator and denominator of SPM-2 today by dusun, in the order of the dusun."""
    with k.baca() as sesi:
        milik = keluarga_lengkap(sesi, k.jam.hari_ini())
        dusun = kueri.nama_dusun(sesi)
    semua = Counter(d for d, _ in milik.values())
    lengkap = Counter(d for d, beres in milik.values() if beres)
    return [RingkasKk(d, nama, semua[d], lengkap[d]) for d, nama in dusun.items() if semua[d]]
