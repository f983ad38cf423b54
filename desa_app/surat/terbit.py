"""Making the letter: snapshot, number and agenda in one transaction; correction, reprint, cancel."""

import datetime as dt
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Agenda, GambarSurat, Permohonan, Setelan, Surat, VersiSurat
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat import naskah as n
from desa_app.surat.alur import muat_permohonan, nomor_permohonan, pindahkan_status
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import cari_jenis
from desa_app.surat.nomor import AGENDA, NomorSurat, ambil_nomor, bentuk_nomor, deret_untuk, urut_terakhir
from desa_app.surat.penandatangan import penandatangan
from desa_app.surat.penyusun import Bahan, berlaku_sampai, dengan_qr, isian_jenis, susun_naskah, wajib_lengkap
from desa_app.surat.permohonan import (
    PermohonanBaru,
    SyaratInfo,
    kalimat_kurang,
    pencari_warga,
    simpan_permohonan,
    subjek_dari,
    syarat_permohonan,
)
from desa_app.surat.sandi_qr import isi_qr, kode_verifikasi
from desa_app.surat.setelan import setelan_surat
from desa_app.surat.subjek import periksa_subjek

KUNCI_RAHASIA = "surat.rahasia"
_TAK_AMAN = re.compile(r'[\\/:*?"<>|\s]+')


@dataclass(frozen=True, kw_only=True)
class SuratJadi:
    """A stored letter, ready to be written or painted."""

    id: int
    permohonan_id: int | None
    nomor_permohonan: str
    slug: str
    nomor: str
    tanggal: dt.date
    naskah: n.Naskah
    status: str = "BERLAKU"


@dataclass(frozen=True)
class HasilLayanan:
    """Outcome at the counter: the letter, or what is missing."""

    permohonan_id: int
    nomor_permohonan: str
    kurang: tuple[SyaratInfo, ...]
    surat: SuratJadi | None

    @property
    def kalimat_kurang(self) -> str:
        """What the applicant has to bring; empty when nothing is missing."""
        return kalimat_kurang(self.nomor_permohonan, self.kurang) if self.kurang else ""


def nama_berkas(surat: SuratJadi, akhiran: str) -> str:
    """File name from kind and number, safe on Windows and without anything about the person."""
    nomor = _TAK_AMAN.sub("-", surat.nomor).strip("-. ") or f"konsep-{surat.id}"
    return f"{surat.slug}_{nomor}.{akhiran}"[-180:]


@kasus(Izin.SURAT_BUAT)
def terbitkan_langsung(
    k: Konteks, masukan: PermohonanBaru, *, tanggal: dt.date | None = None
) -> HasilLayanan:
    """All steps at once for a small office; every step is still written with its time.

    When papers are missing the request is stored and waits, and no letter is made. A field check that
    the kind asks for counts as one of the papers seen.
    """
    with k.tulis("surat.terbit") as t:
        permohonan = simpan_permohonan(t, masukan)
        kurang = tuple(s for s in syarat_permohonan(t.sesi, permohonan.id) if s.kurang)
        surat = None if kurang else _terbitkan(t, permohonan, tanggal or k.jam.hari_ini())
        return HasilLayanan(permohonan.id, nomor_permohonan(permohonan), kurang, surat)


@kasus(Izin.SURAT_BUAT)
def terbitkan(k: Konteks, permohonan_id: int, *, tanggal: dt.date | None = None) -> SuratJadi:
    """Make the letter of a request whose papers are complete."""
    with k.tulis("surat.terbit") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        if kurang := tuple(s for s in syarat_permohonan(t.sesi, permohonan.id) if s.kurang):
            raise DesaError(kalimat_kurang(nomor_permohonan(permohonan), kurang))
        return _terbitkan(t, permohonan, tanggal or k.jam.hari_ini())


def _bahan(sesi: Session, permohonan: Permohonan, tanggal: dt.date, nomor: str) -> Bahan:
    jenis, identitas, setelan = (
        cari_jenis(sesi, permohonan.slug), identitas_dari(sesi), setelan_surat(sesi)
    )  # fmt: skip
    subjek = subjek_dari(
        sesi, identitas, tanggal, penduduk_id=permohonan.penduduk_id, warga_luar_id=permohonan.warga_luar_id
    )
    periksa_subjek(jenis, subjek, tanggal)
    wajib_lengkap(jenis, permohonan.isian)
    petugas = penandatangan(sesi, jenis, permohonan.penandatangan or None, tanggal, identitas, setelan)
    return Bahan(jenis=jenis, identitas=identitas, setelan=setelan, subjek=subjek, isian=permohonan.isian,
                 penandatangan=petugas, tanggal=tanggal, nomor=nomor)  # fmt: skip


def _terbitkan(t: Transaksi, permohonan: Permohonan, tanggal: dt.date) -> SuratJadi:
    sesi, bahan = t.sesi, _bahan(t.sesi, permohonan, tanggal, "")
    jenis, setelan, p = bahan.jenis, bahan.setelan, bahan.penandatangan
    kunci = {
        "kode": jenis.kode,
        "kode_jenis": jenis.kode_lama or jenis.slug,
        "kode_desa": bahan.identitas.kode,
    }
    kode = setelan.kode_tunggal or jenis.kode
    if setelan.nomor_saat == "cetak":
        nomor = ambil_nomor(sesi, setelan, slug=jenis.slug, tanggal=tanggal, **kunci)
        deret, urut, sisip, teks = nomor.deret, nomor.urut, nomor.sisip, nomor.teks
    else:
        deret, urut, sisip = deret_untuk(setelan, jenis.slug, kode), None, ""
        teks = bentuk_nomor(setelan, tanggal=tanggal, urut=None, **{**kunci, "kode": kode})
    surat = Surat(
        permohonan_id=permohonan.id, slug=jenis.slug, nama_jenis=jenis.nama, tahun=tanggal.year, deret=deret,
        urut=urut, sisip=sisip, nomor=teks, kode=kode, tanggal=tanggal,
        berlaku_sampai=berlaku_sampai(jenis, tanggal), penduduk_id=permohonan.penduduk_id,
        subjek=bahan.subjek.nama, nik=bahan.subjek.nilai["nik"],
        keperluan=str(permohonan.isian.get("keperluan", "")), penandatangan=p.nama, bentuk=p.bentuk,
        dasar=p.dasar, status="BERLAKU" if urut else "KONSEP", dibuat=t.konteks.jam.sekarang(),
        pembuat=t.konteks.nama_pelaku,
    )  # fmt: skip
    sesi.add(surat)
    sesi.flush()
    isi = _simpan_versi(t, surat, replace(bahan, nomor=teks), "")
    _langkah_terbit(t, permohonan, cek_lapangan=jenis.perlu_cek_lapangan, verifikasi=setelan.verifikasi,
                    bernomor=urut is not None)  # fmt: skip
    if urut:
        catat_agenda(sesi, surat)
    t.catat(f"surat:{surat.id}", None, {"nomor": teks, "jenis": jenis.slug})
    return _jadi(surat, permohonan, isi)


def _langkah_terbit(
    t: Transaksi, permohonan: Permohonan, *, cek_lapangan: bool, verifikasi: bool, bernomor: bool
) -> None:
    """Steps from complete papers on: up to the draft where signatures are recorded apart, else to the end."""
    if cek_lapangan and permohonan.status == "LENGKAP":
        pindahkan_status(t, permohonan, "CEK_LAPANGAN", "dinyatakan selesai oleh petugas")
    pindahkan_status(t, permohonan, "KONSEP")
    if verifikasi or not bernomor:
        return
    for ke in ("DIPARAF", "DITANDATANGANI", "DINOMORI", "SIAP_DIAMBIL"):
        pindahkan_status(t, permohonan, ke)


def rahasia_desa(t: Transaksi) -> str:
    """The village's secret for verification codes; made once."""
    baris = t.sesi.get(Setelan, KUNCI_RAHASIA)
    if baris is None:
        baris = Setelan(kunci=KUNCI_RAHASIA, nilai=secrets.token_hex(32))
        t.sesi.add(baris)
    return str(baris.nilai)


def _simpan_versi(t: Transaksi, surat: Surat, bahan: Bahan, alasan: str) -> n.Naskah:
    """Freeze what will be printed as the next version of a letter."""
    isi = susun_naskah(bahan)
    if bahan.setelan.qr and surat.urut is not None:
        kode = kode_verifikasi(rahasia_desa(t), surat.nomor, surat.tanggal, surat.slug, n.sidik_naskah(isi))
        isi = dengan_qr(isi, isi_qr(bahan.identitas.kode, surat.nomor, surat.tanggal, kode))
    for sidik, gambar in isi.gambar().items():
        if t.sesi.get(GambarSurat, sidik) is None:
            t.sesi.add(GambarSurat(sidik=sidik, isi=gambar))
    terakhir = t.sesi.scalar(select(func.max(VersiSurat.versi)).where(VersiSurat.surat_id == surat.id)) or 0
    t.sesi.add(
        VersiSurat(
            surat_id=surat.id, versi=terakhir + 1, naskah=n.ke_objek(isi), isian=dict(bahan.isian),
            alasan=alasan, saat=t.konteks.jam.sekarang(), pelaku=t.konteks.nama_pelaku,
        )
    )  # fmt: skip
    return isi


def beri_nomor(t: Transaksi, surat: Surat, nomor: NomorSurat) -> None:
    """Put a number that was given after signing on a letter, as a further version of its text."""
    surat.tahun, surat.deret, surat.urut, surat.sisip = nomor.tahun, nomor.deret, nomor.urut, nomor.sisip
    surat.nomor, surat.kode, surat.status = nomor.teks, nomor.kode, "BERLAKU"
    t.sesi.flush()
    isi = replace(naskah_beku(t.sesi, surat.id), nomor=nomor.teks)
    terakhir = t.sesi.scalar(select(func.max(VersiSurat.versi)).where(VersiSurat.surat_id == surat.id)) or 0
    t.sesi.add(
        VersiSurat(
            surat_id=surat.id, versi=terakhir + 1, naskah=n.ke_objek(isi), isian={}, alasan="penomoran",
            saat=t.konteks.jam.sekarang(), pelaku=t.konteks.nama_pelaku,
        )
    )  # fmt: skip


def catat_agenda(sesi: Session, surat: Surat) -> None:
    """Enter a numbered letter into the agenda of outgoing letters (Model A.7)."""
    urut = surat.urut if surat.deret == AGENDA else None
    if urut is None or surat.sisip:
        urut = urut_terakhir(sesi, surat.tahun, AGENDA) + 1
    sesi.add(
        Agenda(
            tahun=surat.tahun, urut=urut, arah="keluar", tanggal=surat.tanggal, nomor_surat=surat.nomor,
            tanggal_surat=surat.tanggal, pihak=surat.subjek, surat_id=surat.id,
            isi=f"{surat.nama_jenis}{': ' + surat.keperluan if surat.keperluan else ''}",
        )
    )  # fmt: skip


def _jadi(surat: Surat, permohonan: Permohonan | None, isi: n.Naskah) -> SuratJadi:
    return SuratJadi(
        id=surat.id, permohonan_id=surat.permohonan_id, slug=surat.slug, nomor=surat.nomor,
        nomor_permohonan=nomor_permohonan(permohonan) if permohonan else "", tanggal=surat.tanggal,
        naskah=isi, status=surat.status,
    )  # fmt: skip


def muat_surat(sesi: Session, surat_id: int) -> Surat:
    """One letter by id. Raises TidakDitemukan."""
    surat = sesi.get(Surat, surat_id)
    if surat is None:
        raise TidakDitemukan("Surat itu tidak ada. Cari lagi dengan nomor atau nama.")
    return surat


def naskah_beku(sesi: Session, surat_id: int, versi: int | None = None) -> n.Naskah:
    """What a letter says, as it was frozen; the newest version unless another is asked for."""
    pernyataan = select(VersiSurat).where(VersiSurat.surat_id == surat_id).order_by(VersiSurat.versi.desc())
    if versi is not None:
        pernyataan = pernyataan.where(VersiSurat.versi == versi)
    baris = sesi.scalar(pernyataan.limit(1))
    if baris is None:
        raise TidakDitemukan("Isi surat ini ada di luar program; hanya nomornya yang dicatat di sini.")
    sidik = [s for s in (baris.naskah["kop"]["lambang"], baris.naskah["kop"]["gambar"]) if s]
    gambar = {g.sidik: g.isi for g in sesi.scalars(select(GambarSurat).where(GambarSurat.sidik.in_(sidik)))}
    return n.dari_objek(baris.naskah, gambar)


@kasus(Izin.SURAT_BACA)
def buka_surat(k: Konteks, surat_id: int, versi: int | None = None) -> SuratJadi:
    """A stored letter with its frozen text."""
    with k.baca() as sesi:
        surat = muat_surat(sesi, surat_id)
        permohonan = sesi.get(Permohonan, surat.permohonan_id) if surat.permohonan_id else None
        return _jadi(surat, permohonan, naskah_beku(sesi, surat_id, versi))


@kasus(Izin.SURAT_BUAT)
def catat_cetak(k: Konteks, surat_id: int) -> int:
    """Count a print and return how many there were; the number stays the same."""
    with k.tulis("surat.cetak") as t:
        surat = muat_surat(t.sesi, surat_id)
        surat.cetak += 1
        t.catat(f"surat:{surat_id}", surat.cetak - 1, surat.cetak)
        return surat.cetak


@kasus(Izin.SURAT_BUAT)
def perbaiki_surat(k: Konteks, surat_id: int, isian: Mapping[str, Any], alasan: str) -> SuratJadi:
    """Change a letter before it is handed over: the number stays, both versions are kept.

    Needs a reason. Resident data is read anew, because the correction is often in the book.
    """
    if not bersih(alasan):
        raise DesaError("Tulis alasan perbaikan. Surat tidak berubah.")
    with k.tulis("surat.perbaiki") as t:
        surat = muat_surat(t.sesi, surat_id)
        permohonan = muat_permohonan(t.sesi, surat.permohonan_id or 0)
        if surat.status == "BATAL" or permohonan.status in {"DISERAHKAN", "DIARSIPKAN", "BATAL"}:
            raise DesaError(
                "Surat ini sudah diserahkan atau dibatalkan, jadi tidak dapat diubah. "
                "Batalkan dan buat yang baru."
            )
        jenis = cari_jenis(t.sesi, surat.slug)
        cari = pencari_warga(t.sesi, identitas_dari(t.sesi), surat.tanggal)
        permohonan.isian = baca_isian(isian_jenis(jenis), isian, cari)
        isi = _simpan_versi(t, surat, _bahan(t.sesi, permohonan, surat.tanggal, surat.nomor), bersih(alasan))
        surat.keperluan = str(permohonan.isian.get("keperluan", ""))
        t.catat(f"surat:{surat_id}", None, {"alasan": bersih(alasan)})
        return _jadi(surat, permohonan, isi)


@kasus(Izin.SURAT_BUAT)
def batalkan_surat(k: Konteks, surat_id: int, alasan: str) -> None:
    """Cancel a letter. Its number stays in the register as BATAL and is never used again."""
    if not bersih(alasan):
        raise DesaError("Tulis alasan pembatalan. Surat tidak berubah.")
    with k.tulis("surat.batal") as t:
        surat = muat_surat(t.sesi, surat_id)
        if surat.status == "BATAL":
            raise DesaError("Surat ini sudah batal.")
        if surat.urut is None:
            raise DesaError("Surat ini belum bernomor; batalkan permohonannya.")
        surat.status, surat.alasan_batal = "BATAL", bersih(alasan)
        for baris in t.sesi.scalars(select(Agenda).where(Agenda.surat_id == surat_id)):
            baris.ket = f"BATAL: {bersih(alasan)}"
        if surat.permohonan_id:
            permohonan = muat_permohonan(t.sesi, surat.permohonan_id)
            pindahkan_status(t, permohonan, "BATAL", bersih(alasan))
        t.catat(f"surat:{surat_id}", "BERLAKU", {"status": "BATAL", "alasan": bersih(alasan)})
