"""Search as you type for a resident."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.queries import penduduk as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.waktu import umur


@dataclass(frozen=True)
class WargaRingkas:
    """A resident as pick lists show one."""

    id: int
    nik: str
    nama: str
    no_kk: str
    dusun: str
    jk: str
    tanggal_lahir: dt.date | None
    umur: int | None
    nama_ayah: str
    nama_ibu: str
    aktif: bool


@kasus(Izin.BUKU_BACA)
def cari_warga(k: Konteks, teks: str, batas: int = 50, *, semua: bool = False) -> list[WargaRingkas]:
    """Residents whose name, NIK, KK number or parents' names hold every typed word, by name.

    `semua` also finds those who died or moved away.
    """
    with k.baca() as sesi:
        ids = kueri.cari(sesi, teks, batas, semua=semua)
        baris = kueri.baris(sesi, ids)
    hari_ini = k.jam.hari_ini()
    return [_ringkas(baris[i], hari_ini) for i in ids]


@kasus(Izin.BUKU_BACA)
def warga_ringkas(k: Konteks, penduduk_ids: list[int]) -> list[WargaRingkas]:
    """The given residents in the given order; ids that do not exist are left out."""
    with k.baca() as sesi:
        baris = kueri.baris(sesi, penduduk_ids)
    hari_ini = k.jam.hari_ini()
    return [_ringkas(baris[i], hari_ini) for i in penduduk_ids if i in baris]


def _ringkas(b: Any, hari_ini: dt.date) -> WargaRingkas:
    return WargaRingkas(
        id=b.id,
        nik=b.nik or "",
        nama=b.nama,
        no_kk=b.no_kk or "",
        dusun=b.dusun or "",
        jk=b.jk,
        tanggal_lahir=b.tanggal_lahir,
        umur=umur(b.tanggal_lahir, hari_ini),
        nama_ayah=b.nama_ayah,
        nama_ibu=b.nama_ibu,
        aktif=b.status_dasar in {1, 4},
    )
