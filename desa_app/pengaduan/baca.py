"""Reading complaints. Who complained is told only to those who handle it."""

import datetime as dt
import re
from collections.abc import Container

from sqlalchemy import ColumnElement, Text, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from db.models import KegiatanLapangan, PelaporPengaduan, Pengaduan, RiwayatPengaduan, Surat
from desa_app.desa import hari_libur
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pengaduan.alur import CAMAT, DIJAWAB, TERBUKA, lampu
from desa_app.pengaduan.isi import (
    ANONIM,
    PENANGAN,
    TERTUTUP,
    Pelapor,
    PengaduanInfo,
    RiwayatInfo,
    nomor_pengaduan,
)

_NOMOR = re.compile(r"(?:PGD-)?0*(\d{1,5})(?:/(\d{4}))?", re.IGNORECASE)


@kasus(Izin.PENGADUAN_BACA)
def daftar_pengaduan(
    k: Konteks, keadaan: str = "terbuka", teks: str = "", bulan: int | None = None
) -> tuple[PengaduanInfo, ...]:
    """Complaints: `terbuka`, `semua`, or one state; the nearest limit first. `bulan` is YYYYMM of receipt.

    The search looks through number, subject and story, never through names.
    """
    with k.baca() as sesi:
        pernyataan = select(Pengaduan)
        if keadaan == "terbuka":
            pernyataan = pernyataan.where(Pengaduan.keadaan.in_((*TERBUKA, DIJAWAB, CAMAT)))
        elif keadaan != "semua":
            pernyataan = pernyataan.where(Pengaduan.keadaan == keadaan)
        for kata in teks.split():
            pernyataan = pernyataan.where(_memuat(kata))
        if bulan is not None:
            pernyataan = pernyataan.where(
                type_coerce(Pengaduan.diterima, Text).like(f"{bulan // 100:04}-{bulan % 100:02}-%")
            )
        baris = sesi.scalars(pernyataan.order_by(Pengaduan.tahun, Pengaduan.urut)).all()
        libur, penyusun = hari_libur(sesi), _Penyusun(k, sesi)
        semua = [penyusun.info(p, libur) for p in baris]
    if keadaan == "terbuka":
        semua.sort(key=lambda p: (p.keadaan not in TERBUKA, p.tenggat, p.id))
    return tuple(semua)


@kasus(Izin.PENGADUAN_BACA)
def baca_pengaduan(k: Konteks, pengaduan_id: int) -> PengaduanInfo:
    """One complaint with its steps. Raises TidakDitemukan."""
    with k.baca() as sesi:
        return info_dari(sesi, k, pengaduan_id)


def info_dari(sesi: Session, k: Konteks, pengaduan_id: int) -> PengaduanInfo:
    """`baca_pengaduan` inside an open session."""
    return _Penyusun(k, sesi).info(ambil(sesi, pengaduan_id), hari_libur(sesi), riwayat=True)


@kasus(Izin.PENGADUAN_BACA)
def pengaduan_surat(k: Konteks, surat_id: int) -> tuple[PengaduanInfo, ...]:
    """Complaints about one letter, for the letter's own page."""
    with k.baca() as sesi:
        baris = sesi.scalars(
            select(Pengaduan).where(Pengaduan.surat_id == surat_id).order_by(Pengaduan.id)
        ).all()
        libur, penyusun = hari_libur(sesi), _Penyusun(k, sesi)
        return tuple(penyusun.info(p, libur) for p in baris)


def _memuat(kata: str) -> ColumnElement[bool]:
    """One typed word: part of the subject or the story, or the complaint's number (`PGD-002`, `2/2026`)."""
    pola = f"%{kata.replace('%', '').replace('_', '')}%"
    isi = or_(Pengaduan.perihal.ilike(pola), Pengaduan.uraian.ilike(pola))
    if cocok := _NOMOR.fullmatch(kata):
        tahun = Pengaduan.tahun == int(cocok[2]) if cocok[2] else true()
        return or_(isi, (Pengaduan.urut == int(cocok[1])) & tahun)
    return isi


def ambil(sesi: Session, pengaduan_id: int) -> Pengaduan:
    """The complaint's row. Raises TidakDitemukan."""
    p = sesi.get(Pengaduan, pengaduan_id)
    if p is None:
        raise TidakDitemukan("Pengaduan itu tidak ada dalam register.")
    return p


class _Penyusun:
    """Turns rows into what this person may see."""

    def __init__(self, k: Konteks, sesi: Session) -> None:
        self._sesi, self._hari_ini = sesi, k.jam.hari_ini()
        self._boleh = any(k.boleh(i) for i in PENANGAN)

    def info(self, p: Pengaduan, libur: Container[dt.date], *, riwayat: bool = False) -> PengaduanInfo:
        mendesak, waktu = lampu(p.keadaan, self._hari_ini, p.tenggat, libur)
        surat = self._sesi.get(Surat, p.surat_id) if p.surat_id else None
        kegiatan = self._sesi.get(KegiatanLapangan, p.kegiatan_id) if p.kegiatan_id else None
        langkah = (
            self._sesi.scalars(
                select(RiwayatPengaduan)
                .where(RiwayatPengaduan.pengaduan_id == p.id)
                .order_by(RiwayatPengaduan.id)
            )
            if riwayat
            else ()
        )
        return PengaduanInfo(
            id=p.id, nomor=nomor_pengaduan(p), diterima=p.diterima, tenggat=p.tenggat, saluran=p.saluran,
            layanan=p.layanan, perihal=p.perihal, uraian=p.uraian, surat=surat.nomor if surat else "",
            surat_id=p.surat_id, kegiatan=kegiatan.nama if kegiatan else "", kegiatan_id=p.kegiatan_id,
            keadaan=p.keadaan, mendesak=mendesak, waktu=waktu, penerima_disposisi=p.penerima_disposisi,
            jawaban=p.jawaban, dijawab=p.dijawab,
            tepat_waktu=None if p.dijawab is None else p.dijawab.date() <= p.tenggat, nilai=p.nilai,
            pelapor=self._pelapor(p),
            riwayat=tuple(RiwayatInfo(r.keadaan, r.saat, r.oleh, r.catatan) for r in langkah),
        )  # fmt: skip

    def _pelapor(self, p: Pengaduan) -> Pelapor:
        if p.anonim:
            return Pelapor(ANONIM)
        if not self._boleh:
            return Pelapor(TERTUTUP)
        x = self._sesi.get_one(PelaporPengaduan, p.id)
        return Pelapor(x.nama, x.alamat, x.kontak)
