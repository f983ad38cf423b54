"""SPM-2: families that own land, and those whose whole land is proven (buku.md 5.1).

A KK counts as complete when every parcel registered to its members has complete evidence. Shares
count: a family owns a parcel when one of its members owns a part of it.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Dusun, Keluarga, PemilikTanah, Penduduk
from db.queries import penduduk as kueri_penduduk
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.keadaan import bidang_pada
from desa_app.spm.lahan import KeluargaPemilik


@dataclass
class _Milik:
    """Parcels of one family."""

    bidang: set[int] = field(default_factory=set)
    belum: set[int] = field(default_factory=set)


def keluarga_pemilik_tanah(sesi: Session, pada: dt.date) -> list[KeluargaPemilik]:
    """Families that own land at the end of a day, by dusun, RT and name of the head."""
    milik = _milik_keluarga(sesi, pada)
    if not milik:
        return []
    kepala = _kepala(sesi, pada)
    keluarga = {
        b.id: b
        for b in sesi.execute(
            select(
                Keluarga.id, Keluarga.no_kk, Keluarga.rt, Keluarga.rw, Dusun.id.label("dusun_id"),
                Dusun.nama.label("dusun"), Dusun.urut,
            ).join(Dusun, Dusun.id == Keluarga.dusun_id)
        )
    }  # fmt: skip
    urut = sorted(
        milik, key=lambda i: (keluarga[i].urut, keluarga[i].rw, keluarga[i].rt, kepala.get(i, ""), i)
    )
    return [
        KeluargaPemilik(
            i, kepala.get(i, ""), keluarga[i].no_kk, keluarga[i].dusun_id, keluarga[i].dusun, keluarga[i].rt,
            keluarga[i].rw, len(milik[i].bidang), len(milik[i].belum),
        )
        for i in urut
    ]  # fmt: skip


def _milik_keluarga(sesi: Session, pada: dt.date) -> dict[int, _Milik]:
    bidang = bidang_pada(sesi, pada)
    if not bidang:
        return {}
    orang = {
        b.id: b.penduduk_id
        for b in sesi.execute(
            select(PemilikTanah.id, PemilikTanah.penduduk_id).where(PemilikTanah.penduduk_id.is_not(None))
        )
    }
    posisi = kueri_penduduk.posisi_pada(pada).subquery()
    tempat = {b.penduduk_id: b.keluarga_id for b in sesi.execute(
        select(posisi.c.penduduk_id, posisi.c.keluarga_id).join(
            PemilikTanah, PemilikTanah.penduduk_id == posisi.c.penduduk_id))}  # fmt: skip
    hasil: defaultdict[int, _Milik] = defaultdict(_Milik)
    for b in bidang:
        for pemilik, _, _ in b.bagian:
            if (kk := tempat.get(orang.get(pemilik, 0))) is not None:
                hasil[kk].bidang.add(b.id)
                if not b.kolom["bukti_lengkap"]:
                    hasil[kk].belum.add(b.id)
    return dict(hasil)


def _kepala(sesi: Session, pada: dt.date) -> dict[int, str]:
    posisi = kueri_penduduk.posisi_pada(pada).subquery()
    return {
        b.keluarga_id: b.nama
        for b in sesi.execute(
            select(posisi.c.keluarga_id, Penduduk.nama)
            .join(Penduduk, Penduduk.id == posisi.c.penduduk_id)
            .where(posisi.c.shdk == 1)
        )
    }


@dataclass(frozen=True)
class KkPemilik:
    """The two figures of SPM-2 and the families that hold it down."""

    pemilik: int
    """KK that own land."""
    lengkap: int
    """KK of which every parcel is proven."""
    belum_per_dusun: dict[int, tuple[int, ...]]
    """Ids of the other families by dusun."""


def kk_pemilik(sesi: Session, tanggal: dt.date) -> KkPemilik:
    """Numbers of land-owning families at the end of a day."""
    semua = keluarga_pemilik_tanah(sesi, tanggal)
    belum: defaultdict[int, list[int]] = defaultdict(list)
    for x in semua:
        if x.belum_lengkap:
            belum[x.dusun_id].append(x.keluarga_id)
    lengkap = len(semua) - sum(map(len, belum.values()))
    return KkPemilik(len(semua), lengkap, {d: tuple(isi) for d, isi in belum.items()})


@kasus(Izin.BUKU_BACA)
def daftar_kk_belum_lengkap(k: Konteks, dusun_id: int | None = None) -> list[KeluargaPemilik]:
    """Families whose evidence is not complete today; the dusun with most of them first."""
    with k.baca() as sesi:
        belum = [x for x in keluarga_pemilik_tanah(sesi, k.jam.hari_ini()) if x.belum_lengkap]
    banyak = Counter(x.dusun_id for x in belum)
    terpilih = [x for x in belum if dusun_id in {None, x.dusun_id}]
    return sorted(terpilih, key=lambda x: -banyak[x.dusun_id])
