"""Making the letter: snapshot, number and agenda in one transaction; correction, reprint."""

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
from desa_app.surat.alur import muat_permohonan, nomor_permohonan, tempuh
from desa_app.surat.dasar import Dasar, baca_dasar, pada_hari, pencari_warga
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import cari_jenis
from desa_app.surat.nomor import AGENDA, NomorSurat, ambil_nomor, bentuk_nomor, deret_untuk, urut_terakhir
from desa_app.surat.penandatangan import penandatangan
from desa_app.surat.penyusun import Bahan, berlaku_sampai, dengan_qr, isian_jenis, susun_naskah, wajib_lengkap
from desa_app.surat.permohonan import (
    PermohonanBaru,
    SyaratInfo,
    kalimat_kurang,
    simpan_permohonan,
    syarat_permohonan,
)
from desa_app.surat.sandi_qr import isi_qr, kode_verifikasi
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
        permohonan, dasar, kurang = simpan_permohonan(t, masukan)
        surat = None if kurang else _terbitkan(t, permohonan, tanggal or k.jam.hari_ini(), dasar)
        return HasilLayanan(permohonan.id, nomor_permohonan(permohonan), kurang, surat)


@kasus(Izin.SURAT_BUAT)
def terbitkan(
    k: Konteks, permohonan_id: int, *, tanggal: dt.date | None = None, hasil_cek: str = ""
) -> SuratJadi:
    """Make the letter of a request whose papers are complete; `hasil_cek` is what the field check found."""
    with k.tulis("surat.terbit") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        if kurang := tuple(s for s in syarat_permohonan(t.sesi, permohonan.id) if s.kurang):
            raise DesaError(kalimat_kurang(nomor_permohonan(permohonan), kurang))
        return _terbitkan(t, permohonan, tanggal or k.jam.hari_ini(), hasil_cek=bersih(hasil_cek))


def _bahan(
    sesi: Session, permohonan: Permohonan, tanggal: dt.date, nomor: str, dasar: Dasar | None = None
) -> Bahan:
    orang = {"penduduk_id": permohonan.penduduk_id, "warga_luar_id": permohonan.warga_luar_id}
    if dasar is None:
        dasar = baca_dasar(sesi, permohonan.slug, tanggal, **orang)
    elif dasar.pada != tanggal:
        dasar = pada_hari(sesi, dasar, tanggal, **orang)
    periksa_subjek(dasar.jenis, dasar.subjek, tanggal)
    wajib_lengkap(dasar.jenis, permohonan.isian)
    petugas = penandatangan(
        sesi, dasar.jenis, permohonan.penandatangan or None, tanggal, dasar.identitas, dasar.setelan
    )
    return Bahan(jenis=dasar.jenis, identitas=dasar.identitas, setelan=dasar.setelan, subjek=dasar.subjek,
                 isian=permohonan.isian, penandatangan=petugas, tanggal=tanggal, nomor=nomor)  # fmt: skip


def _nomor_untuk(sesi: Session, bahan: Bahan) -> NomorSurat:
    """The next number of the kind's series, or its blank where the number is given after signing."""
    jenis, setelan, tanggal = bahan.jenis, bahan.setelan, bahan.tanggal
    kunci = {"kode_jenis": jenis.kode_lama or jenis.slug, "kode_desa": bahan.identitas.kode}
    if setelan.nomor_saat == "cetak":
        return ambil_nomor(sesi, setelan, slug=jenis.slug, kode=jenis.kode, tanggal=tanggal, **kunci)
    kode = setelan.kode_tunggal or jenis.kode
    teks = bentuk_nomor(setelan, kode=kode, tanggal=tanggal, urut=None, **kunci)
    return NomorSurat(tanggal.year, deret_untuk(setelan, jenis.slug, kode), None, "", kode, teks)


def _terbitkan(
    t: Transaksi, permohonan: Permohonan, tanggal: dt.date, dasar: Dasar | None = None, hasil_cek: str = ""
) -> SuratJadi:
    sesi, bahan = t.sesi, _bahan(t.sesi, permohonan, tanggal, "", dasar)
    jenis, p, nomor = bahan.jenis, bahan.penandatangan, _nomor_untuk(t.sesi, bahan)
    surat = Surat(
        permohonan_id=permohonan.id, slug=jenis.slug, nama_jenis=jenis.nama, tahun=nomor.tahun,
        deret=nomor.deret, urut=nomor.urut, sisip=nomor.sisip, nomor=nomor.teks, kode=nomor.kode,
        tanggal=tanggal, berlaku_sampai=berlaku_sampai(jenis, tanggal), penduduk_id=permohonan.penduduk_id,
        subjek=bahan.subjek.nama, nik=bahan.subjek.nilai["nik"],
        keperluan=str(permohonan.isian.get("keperluan", "")), penandatangan=p.nama, bentuk=p.bentuk,
        dasar=p.dasar, status="BERLAKU" if nomor.urut else "KONSEP", dibuat=t.konteks.jam.sekarang(),
        pembuat=t.konteks.nama_pelaku,
    )  # fmt: skip
    sesi.add(surat)
    sesi.flush()
    with sesi.no_autoflush:  # text and agenda go out together, with the steps
        isi = _simpan_versi(t, surat, replace(bahan, nomor=nomor.teks), "", versi=1)
        if nomor.urut:
            catat_agenda(sesi, surat)
    _langkah_terbit(t, permohonan, bahan, hasil_cek, bernomor=nomor.urut is not None)
    t.catat(f"surat:{surat.id}", None, {"nomor": nomor.teks, "jenis": jenis.slug})
    return _jadi(surat, permohonan, isi)


def _langkah_terbit(
    t: Transaksi, permohonan: Permohonan, bahan: Bahan, hasil_cek: str, *, bernomor: bool
) -> None:
    """Steps from complete papers on: up to the draft where signatures are recorded apart, else to the end."""
    langkah = [("KONSEP", f"hasil cek lapangan: {hasil_cek}" if hasil_cek else "")]
    if bahan.jenis.perlu_cek_lapangan and permohonan.status == "LENGKAP":
        langkah.insert(0, ("CEK_LAPANGAN", "" if hasil_cek else "dinyatakan selesai oleh petugas"))
    if bernomor and not bahan.setelan.verifikasi:
        langkah += [(ke, "") for ke in ("DIPARAF", "DITANDATANGANI", "DINOMORI", "SIAP_DIAMBIL")]
    tempuh(t, permohonan, *langkah)


def rahasia_desa(t: Transaksi) -> str:
    """The village's secret for verification codes; made once."""
    baris = t.sesi.get(Setelan, KUNCI_RAHASIA)
    if baris is None:
        baris = Setelan(kunci=KUNCI_RAHASIA, nilai=secrets.token_hex(32))
        t.sesi.add(baris)
    return str(baris.nilai)


def _simpan_versi(
    t: Transaksi, surat: Surat, bahan: Bahan, alasan: str, *, versi: int | None = None
) -> n.Naskah:
    """Freeze what will be printed as the next version of a letter; a new letter says that it is the first."""
    isi = susun_naskah(bahan)
    if bahan.setelan.qr and surat.urut is not None:
        kode = kode_verifikasi(rahasia_desa(t), surat.nomor, surat.tanggal, surat.slug, n.sidik_naskah(isi))
        isi = dengan_qr(isi, isi_qr(bahan.identitas.kode, surat.nomor, surat.tanggal, kode))
    _simpan_gambar(t.sesi, isi.gambar())
    t.sesi.add(
        VersiSurat(
            surat_id=surat.id, versi=versi or _versi_terakhir(t.sesi, surat.id) + 1, naskah=n.ke_objek(isi),
            isian=dict(bahan.isian), alasan=alasan, saat=t.konteks.jam.sekarang(),
            pelaku=t.konteks.nama_pelaku,
        )
    )  # fmt: skip
    return isi


def _versi_terakhir(sesi: Session, surat_id: int) -> int:
    return sesi.scalar(select(func.max(VersiSurat.versi)).where(VersiSurat.surat_id == surat_id)) or 0


def _simpan_gambar(sesi: Session, gambar: Mapping[str, bytes]) -> None:
    """Keep pictures that are not there yet; only their digests are asked for, not their bytes."""
    if gambar:
        ada = set(sesi.scalars(select(GambarSurat.sidik).where(GambarSurat.sidik.in_(gambar))))
        sesi.add_all(GambarSurat(sidik=sidik, isi=isi) for sidik, isi in gambar.items() if sidik not in ada)


def beri_nomor(t: Transaksi, surat: Surat, nomor: NomorSurat) -> None:
    """Put a number that was given after signing on a letter, as a further version of its text."""
    surat.tahun, surat.deret, surat.urut, surat.sisip = nomor.tahun, nomor.deret, nomor.urut, nomor.sisip
    surat.nomor, surat.kode, surat.status = nomor.teks, nomor.kode, "BERLAKU"
    t.sesi.flush()
    isi = replace(naskah_beku(t.sesi, surat.id), nomor=nomor.teks)
    t.sesi.add(
        VersiSurat(
            surat_id=surat.id, versi=_versi_terakhir(t.sesi, surat.id) + 1, naskah=n.ke_objek(isi), isian={},
            alasan="penomoran", saat=t.konteks.jam.sekarang(), pelaku=t.konteks.nama_pelaku,
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
