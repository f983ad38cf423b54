"""Requests at the counter: taking one in, its papers, its fields, its way through the states."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db.models import Permohonan, RiwayatPermohonan, SyaratPermohonan
from desa_app.buku.validate import bersih
from desa_app.desa import hari_libur, identitas_dari
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import muat_permohonan, nomor_permohonan, pindahkan_status, tempuh, tenggat
from desa_app.surat.dasar import Dasar, baca_dasar, pencari_warga
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import Jenis, cari_jenis
from desa_app.surat.penyusun import isian_bawaan, isian_jenis
from desa_app.surat.subjek import penduduk_menurut_nik, periksa_subjek

KEADAAN = {"ada": "ada", "tidak_sesuai": "tidak sesuai", "belum": "belum ada", "tidak_perlu": "tidak perlu"}
"""How a required paper was found, in words."""
KUASA = "kuasa"
"""Code of the letter of authority; required as soon as somebody else comes for the applicant."""


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
    catatan_syarat: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a paper, by code; printed on the shortage sheet."""
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


KurangSyarat = tuple[SyaratInfo, ...]
"""Papers that are missing or do not fit."""


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


def simpan_permohonan(t: Transaksi, masukan: PermohonanBaru) -> tuple[Permohonan, Dasar, KurangSyarat]:
    """Store a request with its papers inside a transaction; it is then LENGKAP or BELUM_LENGKAP.

    Returns the request, what it was decided from, and the papers it waits for.
    """
    sesi, kini = t.sesi, t.konteks.jam.sekarang()
    dasar = baca_dasar(
        sesi, masukan.slug, kini.date(), penduduk_id=_penduduk(sesi, masukan),
        warga_luar_id=masukan.warga_luar_id,
    )  # fmt: skip
    jenis, subjek = dasar.jenis, dasar.subjek
    periksa_subjek(jenis, subjek, kini.date())
    isian = baca_isian(
        isian_jenis(jenis), {**isian_bawaan(jenis, subjek), **masukan.isian},
        pencari_warga(sesi, dasar.identitas, kini.date()), lengkap=False,
    )  # fmt: skip
    syarat = syarat_awal(jenis, masukan)
    kurang = tuple(s for s in syarat if s.kurang)
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
        lengkap_awal=not kurang,
    )
    _jalankan_jam(sesi, permohonan, dasar, kini if not kurang else None)
    sesi.add(permohonan)
    tempuh(t, permohonan, ("DITERIMA", ""), ("BELUM_LENGKAP" if kurang else "LENGKAP", ""))
    sesi.execute(
        insert(SyaratPermohonan),
        [
            {"permohonan_id": permohonan.id, "kode": s.kode, "nama": s.nama, "wajib": s.wajib,
             "keadaan": s.keadaan, "catatan": s.catatan}
            for s in syarat
        ],
    )  # fmt: skip
    t.catat(f"permohonan:{permohonan.id}", None, {"jenis": jenis.slug, "status": permohonan.status})
    return permohonan, dasar, kurang


def _penduduk(sesi: Session, masukan: PermohonanBaru) -> int | None:
    if masukan.penduduk_id is not None or not masukan.nik:
        return masukan.penduduk_id
    penduduk_id = penduduk_menurut_nik(sesi, bersih(masukan.nik))
    if penduduk_id is None:
        raise TidakDitemukan("NIK itu tidak ada di Buku Induk. Surat belum dibuat. Periksa 16 angkanya.")
    return penduduk_id


def syarat_awal(jenis: Jenis, masukan: PermohonanBaru) -> list[SyaratInfo]:
    """The papers of a new request as they were found. Raises ValidationFailed for an unknown state."""
    hasil = []
    for syarat in jenis.persyaratan:
        wajib = syarat.wajib or (syarat.kode == KUASA and bool(bersih(masukan.kuasa)))
        bawaan = "ada" if masukan.semua_syarat_ada and wajib else "belum" if wajib else "tidak_perlu"
        keadaan = masukan.syarat.get(syarat.kode, bawaan)
        if keadaan not in KEADAAN:
            raise ValidationFailed([FieldIssue(syarat.kode, f"Keadaan “{keadaan}” tidak dikenal.")])
        catatan = bersih(masukan.catatan_syarat.get(syarat.kode, ""))
        hasil.append(SyaratInfo(syarat.kode, syarat.nama, wajib, keadaan, catatan))
    return hasil


def _jalankan_jam(sesi: Session, permohonan: Permohonan, dasar: Dasar, lengkap: dt.datetime | None) -> None:
    """The service time starts when the last paper came; while papers are missing it does not run."""
    permohonan.lengkap = lengkap
    permohonan.tenggat = (
        tenggat(lengkap, dasar.jenis.sla_hari_kerja, dasar.setelan, hari_libur(sesi, lengkap.date()))
        if lengkap
        else None
    )


def syarat_permohonan(sesi: Session, permohonan_id: int) -> tuple[SyaratInfo, ...]:
    """Papers of a request in the order of the catalogue."""
    baris = sesi.scalars(
        select(SyaratPermohonan)
        .where(SyaratPermohonan.permohonan_id == permohonan_id)
        .order_by(SyaratPermohonan.id)
    )
    return tuple(SyaratInfo(s.kode, s.nama, s.wajib, s.keadaan, s.catatan) for s in baris)


def nilai_syarat(t: Transaksi, permohonan: Permohonan) -> None:
    """Move the request to LENGKAP (the clock starts) or BELUM_LENGKAP by its papers."""
    kurang = any(s.kurang for s in syarat_permohonan(t.sesi, permohonan.id))
    tujuan = "BELUM_LENGKAP" if kurang else "LENGKAP"
    if permohonan.status == tujuan:
        return
    kini = t.konteks.jam.sekarang()
    dasar = baca_dasar(
        t.sesi, permohonan.slug, kini.date(), penduduk_id=permohonan.penduduk_id,
        warga_luar_id=permohonan.warga_luar_id,
    )  # fmt: skip
    _jalankan_jam(t.sesi, permohonan, dasar, None if kurang else kini)
    pindahkan_status(t, permohonan, tujuan)


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
        permohonan, _, _ = simpan_permohonan(t, masukan)
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
        nilai_syarat(t, permohonan)
        t.catat(f"permohonan:{permohonan_id}", lama, dict(keadaan))
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def simpan_isian(
    k: Konteks,
    permohonan_id: int,
    isian: Mapping[str, Any],
    penandatangan: str = "",
    *,
    kuasa: str | None = None,
    telepon: str | None = None,
) -> PermohonanInfo:
    """Keep what was typed so far; required fields may still be empty.

    `kuasa` and `telepon` stay as they are when they are None; naming somebody who comes instead makes
    the letter of authority a required paper.
    """
    with k.tulis("permohonan.isian") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        jenis, identitas = cari_jenis(t.sesi, permohonan.slug), identitas_dari(t.sesi)
        cari = pencari_warga(t.sesi, identitas, k.jam.hari_ini())
        lama = permohonan.isian
        permohonan.isian = baca_isian(isian_jenis(jenis), isian, cari, lengkap=False)
        permohonan.penandatangan = penandatangan
        if telepon is not None:
            permohonan.telepon = bersih(telepon)
        if kuasa is not None and bersih(kuasa) != permohonan.kuasa:
            _ganti_kuasa(t, permohonan, bersih(kuasa))
        t.catat(f"permohonan:{permohonan_id}", sorted(lama), sorted(permohonan.isian))
        return info(t.sesi, permohonan)


def _ganti_kuasa(t: Transaksi, permohonan: Permohonan, kuasa: str) -> None:
    permohonan.kuasa = kuasa
    baris = t.sesi.scalar(
        select(SyaratPermohonan).where(
            SyaratPermohonan.permohonan_id == permohonan.id, SyaratPermohonan.kode == KUASA
        )
    )
    if baris is not None:
        baris.wajib = bool(kuasa)
        if baris.keadaan in {"belum", "tidak_perlu"}:
            baris.keadaan = "belum" if kuasa else "tidak_perlu"
        t.sesi.flush()
        if permohonan.status in {"DITERIMA", "BELUM_LENGKAP", "LENGKAP"}:
            nilai_syarat(t, permohonan)


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
