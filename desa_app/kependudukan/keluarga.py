"""A family as the Kartu Keluarga shows it, and finding families."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.models import Dusun, Keluarga, Penduduk
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import shdk_sesudah


@dataclass(frozen=True)
class AnggotaKeluarga:
    """One member in the order of the card."""

    id: int
    nama: str
    nik: str
    jk: str
    tempat_lahir: str
    tanggal_lahir: dt.date | None
    agama: int | None
    pendidikan: int | None
    pekerjaan: int | None
    golongan_darah: int | None
    status_kawin: int | None
    tgl_kawin: dt.date | None
    shdk: int | None
    warga_negara: int
    paspor: str
    kitas: str
    nama_ayah: str
    nama_ibu: str
    aktif: bool
    status_dasar: int


@dataclass(frozen=True)
class DataKeluarga:
    """A family with everybody who belongs or belonged to it, active members first."""

    id: int
    no_kk: str
    alamat: str
    rt: str
    rw: str
    dusun: str
    dusun_id: int
    aktif: bool
    tgl_terbit: dt.date | None
    anggota: tuple[AnggotaKeluarga, ...]


@kasus(Izin.BUKU_BACA)
def baca_keluarga(k: Konteks, keluarga_id: int) -> DataKeluarga:
    """One family. Raises TidakDitemukan."""
    with k.baca() as sesi:
        keluarga = sesi.get(Keluarga, keluarga_id)
        if keluarga is None:
            raise TidakDitemukan("KK itu tidak ada dalam buku.")
        dusun = sesi.get_one(Dusun, keluarga.dusun_id)
        orang = sesi.scalars(
            select(Penduduk)
            .where(Penduduk.keluarga_id == keluarga_id, Penduduk.status_dasar != 9)
            .order_by(Penduduk.status_dasar.in_((1, 4)).desc(), Penduduk.shdk, Penduduk.tanggal_lahir)
        )
        return DataKeluarga(
            keluarga.id, keluarga.no_kk, keluarga.alamat, keluarga.rt, keluarga.rw, dusun.nama, dusun.id,
            keluarga.aktif, keluarga.tgl_terbit, tuple(_anggota(p) for p in orang),
        )  # fmt: skip


def _anggota(p: Penduduk) -> AnggotaKeluarga:
    return AnggotaKeluarga(
        p.id, p.nama, p.nik or "", p.jk, p.tempat_lahir, p.tanggal_lahir, p.agama, p.pendidikan, p.pekerjaan,
        p.golongan_darah, p.status_kawin, p.tgl_kawin, p.shdk, p.warga_negara, p.paspor, p.kitas, p.nama_ayah,
        p.nama_ibu, p.status_dasar in {1, 4}, p.status_dasar,
    )  # fmt: skip


@kasus(Izin.BUKU_BACA)
def id_keluarga(k: Konteks, no_kk: str) -> int:
    """The active family with this KK number, else a former one. Raises TidakDitemukan."""
    with k.baca() as sesi:
        hasil = sesi.scalar(
            select(Keluarga.id)
            .where(Keluarga.no_kk == no_kk)
            .order_by(Keluarga.aktif.desc(), Keluarga.id.desc())
        )
        if hasil is None:
            raise TidakDitemukan(f"Nomor KK {no_kk} tidak ada dalam buku. Periksa angkanya.")
        return hasil


@kasus(Izin.BUKU_BACA)
def usul_shdk(k: Konteks, keluarga_id: int, kepala_baru_id: int) -> dict[int, int]:
    """Usual SHDK of every other active member if this member became head; the officer may change them."""
    data = baca_keluarga(k, keluarga_id)
    dulu = next((a.shdk for a in data.anggota if a.id == kepala_baru_id), None)
    return {a.id: shdk_sesudah(a.shdk, dulu) for a in data.anggota if a.aktif and a.id != kepala_baru_id}
