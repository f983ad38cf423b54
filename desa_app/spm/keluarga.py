"""Families from which the officer picks those that an activity reached, the ones that lack most first."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.cari import normal
from db.queries import spm as kueri
from db.queries import tanah_keluarga as tanah
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.hitung import UMUR_WAJIB_KTP
from desa_app.spm.kegiatan import belum_tercatat
from desa_app.spm.rencana import Langkah, langkah
from desa_app.waktu import lahir_paling_lambat


@dataclass(frozen=True)
class CalonKeluarga:
    """One family of a dusun as the pick list shows it."""

    keluarga_id: int
    kepala: str
    no_kk: str
    rt: str
    rw: str
    jiwa: int
    celah: int
    """How many people, parcels or requests of it hold the plan's indicator down."""
    kata_celah: str
    sudah: bool
    """The step counts it already."""
    cari: str
    """Normalised words that the search looks through."""


@kasus(Izin.INDIKATOR_BACA)
def calon_keluarga(k: Konteks, kode: str, tahun: int, dusun_id: int) -> tuple[CalonKeluarga, ...]:
    """Families of a dusun that a step can count: not yet counted and lacking most first."""
    isi = langkah(kode)
    if isi is None:
        raise TidakDitemukan("Langkah kegiatan itu tidak ada dalam peraturan.")
    pada = k.jam.hari_ini()
    with k.baca() as sesi:
        baris = kueri.keluarga_pada(sesi, pada, dusun_id)
        if isi.aspek == "pertanahan":
            punya = {b.keluarga_id for b in tanah.bidang_keluarga(sesi, pada, [b.id for b in baris])}
            baris = [b for b in baris if b.id in punya]
        belum = set(belum_tercatat(sesi, kode, tahun, [b.id for b in baris]))
        celah, satuan = _celah(sesi, isi, pada)
    hasil = [
        CalonKeluarga(
            b.id, b.nama or "", b.no_kk, b.rt, b.rw, b.jiwa, n := celah.get(b.id, 0),
            f"{n} {satuan}" if n else "", b.id not in belum,
            normal(f"{b.nama} {b.no_kk} rt {b.rt} rw {b.rw} {b.rt}/{b.rw}"),
        )
        for b in baris
    ]  # fmt: skip
    return tuple(sorted(hasil, key=lambda c: (c.sudah, -c.celah, c.rw, c.rt, c.kepala, c.keluarga_id)))


def _celah(sesi: Session, isi: Langkah, pada: dt.date) -> tuple[Mapping[int, int], str]:
    """What of each family holds down the indicator of the plan, and its words."""
    if isi.aspek == "pertanahan":
        kurang = {k: len(bidang) for k, (_, _, bidang) in tanah.keluarga_belum(sesi, pada).items()}
        return kurang, "bidang belum lengkap"
    if isi.aspek == "pemahaman_masyarakat":
        return kueri.belum_lengkap_per_keluarga(sesi, pada.year, pada), "permohonan tidak lengkap"
    lahir = lahir_paling_lambat(UMUR_WAJIB_KTP, pada)
    return kueri.belum_ktp_per_keluarga(sesi, pada, lahir), "orang belum ber-KTP-el"


def saring_keluarga(semua: Sequence[CalonKeluarga], teks: str) -> list[CalonKeluarga]:
    """Those in whose head's name, KK number or RT/RW every typed word occurs."""
    kata = normal(teks).split()
    return [c for c in semua if all(x in c.cari for x in kata)]
