"""Letters as lists: search by number or name, of one resident, of a period; and the versions of a letter."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select

from db.models import Permohonan, Surat, VersiSurat
from desa_app.buku.validate import bersih
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import NAMA_STATUS
from desa_app.surat.terbit import muat_surat

BATAS = 200


@dataclass(frozen=True)
class SuratRingkas:
    """One letter in a list."""

    id: int
    permohonan_id: int | None
    slug: str
    nomor: str
    tanggal: dt.date
    jenis: str
    subjek: str
    keperluan: str
    keadaan: str
    """In words of the office."""
    dapat_diubah: bool
    """Not handed over, not cancelled, and written by the program."""
    dapat_batal: bool
    luar: bool


@dataclass(frozen=True)
class VersiInfo:
    """One text that a letter had, the newest last."""

    versi: int
    saat: dt.datetime
    pelaku: str
    alasan: str


def _pilih() -> Select[Surat, str]:
    return select(Surat, Permohonan.status).outerjoin(Permohonan, Surat.permohonan_id == Permohonan.id)


def _ringkas(surat: Surat, status: str | None) -> SuratRingkas:
    berlaku = surat.status != "BATAL"
    keadaan = (
        "batal" if not berlaku else "di luar program" if surat.luar else NAMA_STATUS.get(status or "", "")
    )
    selesai = status in {None, "DISERAHKAN", "DIARSIPKAN", "BATAL"}
    return SuratRingkas(
        surat.id, surat.permohonan_id, surat.slug, surat.nomor if surat.urut else "belum bernomor",
        surat.tanggal, surat.nama_jenis, surat.subjek, surat.keperluan, keadaan,
        dapat_diubah=berlaku and not selesai and not surat.luar,
        dapat_batal=berlaku and surat.urut is not None and status != "DIARSIPKAN", luar=surat.luar,
    )  # fmt: skip


def _daftar(k: Konteks, pernyataan: Select[Surat, str]) -> list[SuratRingkas]:
    with k.baca() as sesi:
        return [_ringkas(surat, status) for surat, status in sesi.execute(pernyataan)]


@kasus(Izin.SURAT_BACA)
def cari_surat(k: Konteks, teks: str, batas: int = BATAS) -> list[SuratRingkas]:
    """Letters whose number, name or kind holds every typed word, the newest first."""
    kata = bersih(teks).split()
    if not kata:
        return []
    isi = Surat.nomor + " " + Surat.subjek + " " + Surat.nama_jenis
    syarat: list[ColumnElement[bool]] = [isi.icontains(satu, autoescape=True) for satu in kata]
    return _daftar(k, _pilih().where(*syarat).order_by(Surat.tanggal.desc(), Surat.id.desc()).limit(batas))


@kasus(Izin.SURAT_BACA)
def surat_warga(k: Konteks, penduduk_id: int) -> list[SuratRingkas]:
    """Every letter about a resident, the newest first."""
    milik = _pilih().where(Surat.penduduk_id == penduduk_id)
    return _daftar(k, milik.order_by(Surat.tanggal.desc(), Surat.id.desc()))


@kasus(Izin.SURAT_BACA)
def surat_masa(k: Konteks, dari: dt.date, sampai: dt.date, slug: str = "") -> list[SuratRingkas]:
    """Numbered letters of a period in the order of the register, row by row."""
    masa = _pilih().where(Surat.tanggal.between(dari, sampai), Surat.urut.is_not(None))
    if slug:
        masa = masa.where(Surat.slug == slug)
    return _daftar(k, masa.order_by(Surat.tanggal, Surat.urut, Surat.sisip))


@kasus(Izin.SURAT_BACA)
def ringkas_surat(k: Konteks, surat_id: int) -> SuratRingkas:
    """One letter as the lists show it. Raises TidakDitemukan."""
    with k.baca() as sesi:
        surat = muat_surat(sesi, surat_id)
        permohonan = sesi.get(Permohonan, surat.permohonan_id) if surat.permohonan_id else None
        return _ringkas(surat, permohonan.status if permohonan else None)


@kasus(Izin.SURAT_BACA)
def versi_surat(k: Konteks, surat_id: int) -> list[VersiInfo]:
    """Every text of a letter with the reason of its change, the oldest first."""
    with k.baca() as sesi:
        baris = sesi.scalars(
            select(VersiSurat).where(VersiSurat.surat_id == surat_id).order_by(VersiSurat.versi)
        )
        return [VersiInfo(v.versi, v.saat, v.pelaku, v.alasan) for v in baris]
