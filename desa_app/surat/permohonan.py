"""Requests at the counter: taking one in, its papers, its fields, its way through the states."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Permohonan, RiwayatPermohonan, SyaratPermohonan
from desa_app.buku.validate import bersih
from desa_app.desa import IdentitasDesa, hari_libur, identitas_dari
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import muat_permohonan, nomor_permohonan, pindahkan_status, tenggat
from desa_app.surat.isian import CariWarga, baca_isian
from desa_app.surat.katalog import Jenis, cari_jenis
from desa_app.surat.penyusun import isian_bawaan, isian_jenis
from desa_app.surat.setelan import setelan_surat
from desa_app.surat.subjek import (
    Subjek,
    penduduk_menurut_nik,
    periksa_subjek,
    subjek_luar,
    subjek_penduduk,
)

KEADAAN = {"ada": "ada", "tidak_sesuai": "tidak sesuai", "belum": "belum ada", "tidak_perlu": "tidak perlu"}
"""How a required paper was found, in words."""


class SyaratKurang(DesaError):
    """The request waits for papers; the sentence names them."""

    kode = "D-85"


@dataclass(frozen=True, kw_only=True)
class PermohonanBaru:
    """What the counter takes in. The subject is a resident or somebody from outside."""

    slug: str
    penduduk_id: int | None = None
    nik: str = ""
    warga_luar_id: int | None = None
    isian: Mapping[str, Any] = field(default_factory=dict)
    syarat: Mapping[str, str] = field(default_factory=dict)
    """State of each paper by code (see KEADAAN); one that is not named is `belum`."""
    semua_syarat_ada: bool = False
    """Every required paper was seen."""
    penandatangan: str = ""
    telepon: str = ""
    kuasa: str = ""


@dataclass(frozen=True)
class SyaratInfo:
    """One paper of a request."""

    kode: str
    nama: str
    wajib: bool
    keadaan: str
    catatan: str = ""

    @property
    def kurang(self) -> bool:
        """Whether the request has to wait for it."""
        return (self.wajib and self.keadaan != "ada") or self.keadaan == "tidak_sesuai"


@dataclass(frozen=True)
class LangkahInfo:
    """One step of a request."""

    dari: str
    ke: str
    saat: dt.datetime
    pelaku: str
    catatan: str


@dataclass(frozen=True, kw_only=True)
class PermohonanInfo:
    """A request as screens and papers show it."""

    id: int
    nomor: str
    slug: str
    nama_jenis: str
    pemohon: str
    penduduk_id: int | None
    warga_luar_id: int | None
    status: str
    diterima: dt.datetime
    lengkap: dt.datetime | None
    tenggat: dt.datetime | None
    siap: dt.datetime | None
    isian: Mapping[str, Any]
    penandatangan: str
    telepon: str
    kuasa: str
    syarat: tuple[SyaratInfo, ...]
    langkah: tuple[LangkahInfo, ...]

    @property
    def kurang(self) -> tuple[SyaratInfo, ...]:
        """Papers that are missing or do not fit."""
        return tuple(s for s in self.syarat if s.kurang)


def pencari_warga(sesi: Session, identitas: IdentitasDesa, pada: dt.date) -> CariWarga:
    """Looks residents up by NIK for the fields of a letter."""

    def cari(nik: str) -> dict[str, Any] | None:
        nomor = penduduk_menurut_nik(sesi, nik)
        return subjek_penduduk(sesi, nomor, identitas, pada).untuk_isian() if nomor else None

    return cari


def subjek_dari(
    sesi: Session,
    identitas: IdentitasDesa,
    pada: dt.date,
    *,
    penduduk_id: int | None,
    warga_luar_id: int | None,
) -> Subjek:
    """The person of a request. Raises TidakDitemukan."""
    if penduduk_id is not None:
        return subjek_penduduk(sesi, penduduk_id, identitas, pada)
    if warga_luar_id is not None:
        return subjek_luar(sesi, warga_luar_id, pada)
    raise TidakDitemukan("Pilih dulu orangnya: cari dengan nama, NIK, atau nomor KK.")


def simpan_permohonan(t: Transaksi, masukan: PermohonanBaru) -> Permohonan:
    """Store a request with its papers inside a transaction; it is then LENGKAP or BELUM_LENGKAP."""
    sesi, kini = t.sesi, t.konteks.jam.sekarang()
    jenis, identitas = cari_jenis(sesi, masukan.slug), identitas_dari(sesi)
    penduduk_id = masukan.penduduk_id
    if penduduk_id is None and masukan.nik:
        penduduk_id = penduduk_menurut_nik(sesi, bersih(masukan.nik))
        if penduduk_id is None:
            raise TidakDitemukan("NIK itu tidak ada di Buku Induk. Surat belum dibuat. Periksa 16 angkanya.")
    subjek = subjek_dari(
        sesi, identitas, kini.date(), penduduk_id=penduduk_id, warga_luar_id=masukan.warga_luar_id
    )
    periksa_subjek(jenis, subjek, kini.date())
    isian = baca_isian(
        isian_jenis(jenis), {**isian_bawaan(jenis, subjek), **masukan.isian},
        pencari_warga(sesi, identitas, kini.date()), lengkap=False,
    )  # fmt: skip
    urut = sesi.scalar(select(func.max(Permohonan.urut)).where(Permohonan.tahun == kini.year)) or 0
    permohonan = Permohonan(
        tahun=kini.year,
        urut=urut + 1,
        slug=jenis.slug,
        nama_jenis=jenis.nama,
        penduduk_id=subjek.penduduk_id,
        warga_luar_id=subjek.warga_luar_id,
        pemohon=subjek.nama,
        telepon=bersih(masukan.telepon),
        kuasa=bersih(masukan.kuasa),
        isian=isian,
        penandatangan=masukan.penandatangan,
        status="",
        diterima=kini,
    )
    sesi.add(permohonan)
    sesi.flush()
    pindahkan_status(t, permohonan, "DITERIMA")
    _simpan_syarat(t, permohonan, jenis, masukan)
    nilai_syarat(t, permohonan, jenis)
    permohonan.lengkap_awal = permohonan.status == "LENGKAP"
    t.catat(f"permohonan:{permohonan.id}", None, {"jenis": jenis.slug, "status": permohonan.status})
    return permohonan


def _simpan_syarat(t: Transaksi, permohonan: Permohonan, jenis: Jenis, masukan: PermohonanBaru) -> None:
    for syarat in jenis.persyaratan:
        wajib = syarat.wajib or (syarat.kode == "kuasa" and bool(permohonan.kuasa))
        bawaan = "ada" if masukan.semua_syarat_ada and wajib else "belum" if wajib else "tidak_perlu"
        t.sesi.add(
            SyaratPermohonan(
                permohonan_id=permohonan.id, kode=syarat.kode, nama=syarat.nama, wajib=wajib,
                keadaan=masukan.syarat.get(syarat.kode, bawaan),
            )
        )  # fmt: skip
    t.sesi.flush()


def syarat_permohonan(sesi: Session, permohonan_id: int) -> tuple[SyaratInfo, ...]:
    """Papers of a request in the order of the catalogue."""
    baris = sesi.scalars(
        select(SyaratPermohonan)
        .where(SyaratPermohonan.permohonan_id == permohonan_id)
        .order_by(SyaratPermohonan.id)
    )
    return tuple(SyaratInfo(s.kode, s.nama, s.wajib, s.keadaan, s.catatan) for s in baris)


def nilai_syarat(t: Transaksi, permohonan: Permohonan, jenis: Jenis) -> None:
    """Move the request to LENGKAP (the clock starts) or BELUM_LENGKAP by its papers."""
    lengkap = not any(s.kurang for s in syarat_permohonan(t.sesi, permohonan.id))
    tujuan = "LENGKAP" if lengkap else "BELUM_LENGKAP"
    if permohonan.status == tujuan:
        return
    pindahkan_status(t, permohonan, tujuan)
    if lengkap:
        kini = t.konteks.jam.sekarang()
        permohonan.lengkap = kini
        permohonan.tenggat = tenggat(kini, jenis.sla_hari_kerja, setelan_surat(t.sesi), hari_libur(t.sesi))
    else:
        permohonan.lengkap = permohonan.tenggat = None


def kalimat_kurang(nomor: str, kurang: tuple[SyaratInfo, ...]) -> str:
    """What the applicant has to bring (Pasal 9 ayat 3)."""
    daftar = "; ".join(f"{s.nama} ({KEADAAN[s.keadaan]})" for s in kurang)
    return (
        f"Berkas permohonan {nomor} belum lengkap: {daftar}. Permohonan disimpan dan menunggu; surat dibuat "
        "paling lama 1 hari kerja setelah berkas lengkap. Cetak lembar kekurangan untuk pemohon."
    )


@kasus(Izin.SURAT_BUAT)
def ajukan(k: Konteks, masukan: PermohonanBaru) -> PermohonanInfo:
    """Take a request in with its papers; the clock starts if nothing is missing."""
    with k.tulis("permohonan.ajukan") as t:
        permohonan = simpan_permohonan(t, masukan)
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def periksa_syarat(
    k: Konteks, permohonan_id: int, keadaan: Mapping[str, str], catatan: Mapping[str, str] | None = None
) -> PermohonanInfo:
    """Tick papers by code; the request becomes LENGKAP or waits on."""
    with k.tulis("permohonan.syarat") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        if permohonan.status not in {"DITERIMA", "BELUM_LENGKAP", "LENGKAP"}:
            raise DesaError("Surat permohonan ini sudah dibuat; berkasnya tidak dapat diubah lagi.")
        lama = {}
        for syarat in t.sesi.scalars(
            select(SyaratPermohonan).where(SyaratPermohonan.permohonan_id == permohonan_id)
        ):
            if syarat.kode in keadaan:
                lama[syarat.kode] = syarat.keadaan
                syarat.keadaan = keadaan[syarat.kode]
                syarat.catatan = bersih((catatan or {}).get(syarat.kode, syarat.catatan))
        t.sesi.flush()
        nilai_syarat(t, permohonan, cari_jenis(t.sesi, permohonan.slug))
        t.catat(f"permohonan:{permohonan_id}", lama, dict(keadaan))
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def simpan_isian(
    k: Konteks, permohonan_id: int, isian: Mapping[str, Any], penandatangan: str = ""
) -> PermohonanInfo:
    """Keep what was typed so far; required fields may still be empty."""
    with k.tulis("permohonan.isian") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        jenis, identitas = cari_jenis(t.sesi, permohonan.slug), identitas_dari(t.sesi)
        cari = pencari_warga(t.sesi, identitas, k.jam.hari_ini())
        lama = permohonan.isian
        permohonan.isian = baca_isian(isian_jenis(jenis), isian, cari, lengkap=False)
        permohonan.penandatangan = penandatangan
        t.catat(f"permohonan:{permohonan_id}", sorted(lama), sorted(permohonan.isian))
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def ubah_status(k: Konteks, permohonan_id: int, ke: str, catatan: str = "") -> PermohonanInfo:
    """Refuse, withdraw or send to the field check. Steps with a signature or number have their own acts."""
    if ke not in {"DITOLAK", "DIBATALKAN", "CEK_LAPANGAN", "DIARSIPKAN"}:
        raise DesaError("Langkah itu mempunyai tombolnya sendiri. Data tidak berubah.")
    with k.tulis("permohonan.status") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        lama = permohonan.status
        pindahkan_status(t, permohonan, ke, bersih(catatan))
        t.catat(f"permohonan:{permohonan_id}", lama, ke)
        t.sesi.flush()
        return info(t.sesi, permohonan)


def info(sesi: Session, p: Permohonan) -> PermohonanInfo:
    """A request as plain data."""
    langkah = sesi.scalars(
        select(RiwayatPermohonan)
        .where(RiwayatPermohonan.permohonan_id == p.id)
        .order_by(RiwayatPermohonan.id)
    )
    return PermohonanInfo(
        id=p.id, nomor=nomor_permohonan(p), slug=p.slug, nama_jenis=p.nama_jenis, pemohon=p.pemohon,
        penduduk_id=p.penduduk_id, warga_luar_id=p.warga_luar_id, status=p.status, diterima=p.diterima,
        lengkap=p.lengkap, tenggat=p.tenggat, siap=p.siap, isian=p.isian, penandatangan=p.penandatangan,
        telepon=p.telepon, kuasa=p.kuasa, syarat=syarat_permohonan(sesi, p.id),
        langkah=tuple(LangkahInfo(r.dari, r.ke, r.saat, r.pelaku, r.catatan) for r in langkah),
    )  # fmt: skip
