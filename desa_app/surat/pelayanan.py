"""What the counter screen shows: queue with its clock, kinds, the person, the live preview."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Keluarga, Penduduk, Permohonan, Surat
from db.queries.penduduk import baris
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import (
    BERJALAN,
    MENUNGGU,
    NAMA_STATUS,
    harus_hari_ini,
    nama_pendek,
    sisa_waktu,
    warna_waktu,
)
from desa_app.surat.dasar import pencari_warga, subjek_dari
from desa_app.surat.isian import baca_isian
from desa_app.surat.jenis_desa import periksa_entri
from desa_app.surat.katalog import Jenis, jenis_dari, semua_jenis
from desa_app.surat.naskah import Naskah
from desa_app.surat.nomor import bentuk_nomor
from desa_app.surat.penandatangan import penandatangan
from desa_app.surat.penyusun import Bahan, berlaku_sampai, isian_bawaan, isian_jenis, susun_naskah
from desa_app.surat.permohonan import PermohonanInfo, info
from desa_app.surat.setelan import setelan_surat
from desa_app.surat.subjek import SEBAB_TIDAK_AKTIF, periksa_subjek
from desa_app.waktu import umur

BATAS_ANTREAN = 200


@dataclass(frozen=True)
class BarisAntrean:
    """One request in the queue."""

    id: int
    pemohon: str
    jenis: str
    keadaan: str
    """State in words, or the time left."""
    warna: str
    """netral, hijau, kuning or merah."""
    status: str
    hari_ini: bool = False
    """Past its time or due today."""


@dataclass(frozen=True)
class Antrean:
    """The queue and its totals for the line of state."""

    baris: tuple[BarisAntrean, ...]
    menunggu: int
    lewat: int
    mendesak: int
    """Past their time or due today; the badge of the page."""


@dataclass(frozen=True)
class KartuPemohon:
    """The person at the counter."""

    nama: str
    rincian: str
    """Age and sex."""
    baris: str
    """NIK, head of family, address."""
    keadaan: str = ""
    """Why letters for this person may be refused: `sudah meninggal`, `sudah pindah`; usually empty."""


@dataclass(frozen=True, kw_only=True)
class PermintaanPratinjau:
    """What has been typed so far."""

    slug: str
    penduduk_id: int | None = None
    warga_luar_id: int | None = None
    isian: Mapping[str, Any] = field(default_factory=dict)
    penandatangan: str = ""
    tanggal: dt.date | None = None


@dataclass(frozen=True)
class Pratinjau:
    """The letter as it would be, or what stands in its way."""

    naskah: Naskah | None
    masalah: tuple[FieldIssue, ...]
    galat: str
    berlaku_sampai: dt.date | None = None


@kasus(Izin.SURAT_BACA)
def antrean(k: Konteks) -> Antrean:
    """Everything that waits, the most pressing first."""
    kini = k.jam.sekarang()
    with k.baca() as sesi:
        permohonan = sesi.scalars(
            select(Permohonan)
            .where(Permohonan.status.in_(MENUNGGU))
            .order_by(Permohonan.id)
            .limit(BATAS_ANTREAN)
        )
        hasil = [_baris_antrean(p, kini) for p in permohonan]
    urutan = {"merah": 0, "kuning": 1, "hijau": 2, "netral": 3}
    selesai = {"SIAP_DIAMBIL": 9}
    hasil.sort(key=lambda b: (selesai.get(b.status, urutan[b.warna]), b.id))
    menunggu = sum(b.status != "SIAP_DIAMBIL" for b in hasil)
    return Antrean(
        tuple(hasil), menunggu, sum(b.warna == "merah" for b in hasil), sum(b.hari_ini for b in hasil)
    )


def _baris_antrean(p: Permohonan, kini: dt.datetime) -> BarisAntrean:
    keadaan, warna = NAMA_STATUS[p.status], "hijau" if p.status == "SIAP_DIAMBIL" else "netral"
    if p.status in BERJALAN and p.tenggat and p.lengkap:
        warna, keadaan = warna_waktu(p.lengkap, p.tenggat, kini), sisa_waktu(p.tenggat, kini)
    jenis, segera = nama_pendek(p.nama_jenis), harus_hari_ini(p, kini)
    return BarisAntrean(p.id, p.pemohon, jenis, keadaan, warna, p.status, segera)


@kasus(Izin.SURAT_BACA)
def kartu_pemohon(k: Konteks, penduduk_id: int) -> KartuPemohon:
    """Name, age, NIK, head of family and address of a resident."""
    with k.baca() as sesi:
        b = baris(sesi, [penduduk_id])[penduduk_id]
        kepala = sesi.scalar(
            select(Penduduk.nama)
            .join(Keluarga, Penduduk.keluarga_id == Keluarga.id)
            .where(Keluarga.id == b.keluarga_id, Penduduk.shdk == 1)
            .limit(1)
        )
    usia = umur(b.tanggal_lahir, k.jam.hari_ini())
    rt_rw = "/".join(x for x in (b.rt, b.rw) if x)
    bagian = [f"NIK {b.nik}" if b.nik else "belum punya NIK", f"KK {kepala}" if kepala else ""]
    bagian.append(f"{(b.dusun or '').title()} {rt_rw}".strip())
    return KartuPemohon(
        b.nama, f"{usia} th · {b.jk}" if usia is not None else b.jk, " · ".join(x for x in bagian if x),
        SEBAB_TIDAK_AKTIF.get(b.status_dasar, ""),
    )  # fmt: skip


@kasus(Izin.SURAT_BACA)
def buka_permohonan(k: Konteks, permohonan_id: int) -> tuple[PermohonanInfo, int | None]:
    """A request and the id of its letter, if there is one."""
    from desa_app.surat.alur import muat_permohonan

    with k.baca() as sesi:
        surat = sesi.scalar(
            select(Surat.id).where(Surat.permohonan_id == permohonan_id).order_by(Surat.id.desc()).limit(1)
        )
        return info(sesi, muat_permohonan(sesi, permohonan_id)), surat


@kasus(Izin.SURAT_BACA)
def telusuri(k: Konteks, nomor: str) -> PermohonanInfo | None:
    """State of a request by the number on its receipt (penelusuran dokumen, Pasal 6)."""
    tahun, _, urut = nomor.strip().upper().removeprefix("P-").partition("-")
    if not (tahun.isdigit() and urut.isdigit()):
        return None
    with k.baca() as sesi:
        permohonan = sesi.scalar(
            select(Permohonan).where(Permohonan.tahun == int(tahun), Permohonan.urut == int(urut))
        )
        return info(sesi, permohonan) if permohonan else None


@kasus(Izin.SURAT_BACA)
def bawaan_isian(k: Konteks, permintaan: PermintaanPratinjau) -> dict[str, str]:
    """What the book already knows of the fields of a kind."""
    with k.baca() as sesi:
        jenis = semua_jenis(sesi)[permintaan.slug]
        return isian_bawaan(jenis, _subjek(k, sesi, permintaan))


def _subjek(k: Konteks, sesi: Session, p: PermintaanPratinjau) -> Any:
    return subjek_dari(
        sesi, identitas_dari(sesi), k.jam.hari_ini(), penduduk_id=p.penduduk_id, warga_luar_id=p.warga_luar_id
    )


@kasus(Izin.SURAT_BACA)
def pratinjau_surat(k: Konteks, permintaan: PermintaanPratinjau) -> Pratinjau:
    """The letter from what was typed so far. Missing fields show their label; nothing is stored."""
    tanggal = permintaan.tanggal or k.jam.hari_ini()
    try:
        with k.baca() as sesi:
            return _pratinjau(k, sesi, semua_jenis(sesi)[permintaan.slug], permintaan, tanggal)
    except DesaError as galat:
        return Pratinjau(None, (), str(galat))


@kasus(Izin.PENGATURAN)
def pratinjau_entri(k: Konteks, entri: Mapping[str, Any], penduduk_id: int) -> Pratinjau:
    """A letter of a kind that is still being written, for one resident; problems name their place."""
    if issues := periksa_entri(entri):
        return Pratinjau(None, tuple(issues), "")
    try:
        with k.baca() as sesi:
            jenis = jenis_dari(entri)
            permintaan = PermintaanPratinjau(slug=jenis.slug, penduduk_id=penduduk_id)
            bawaan = isian_bawaan(jenis, _subjek(k, sesi, permintaan))
            return _pratinjau(k, sesi, jenis, replace(permintaan, isian=bawaan), k.jam.hari_ini())
    except DesaError as galat:
        return Pratinjau(None, (), str(galat))


def _pratinjau(
    k: Konteks, sesi: Session, jenis: Jenis, p: PermintaanPratinjau, tanggal: dt.date
) -> Pratinjau:
    identitas, setelan = identitas_dari(sesi), setelan_surat(sesi)
    subjek = _subjek(k, sesi, p)
    periksa_subjek(jenis, subjek, tanggal)
    isian, masalah = _isian_sejauh_ini(jenis, p.isian, pencari_warga(sesi, identitas, tanggal))
    petugas = penandatangan(sesi, jenis, p.penandatangan or None, tanggal, identitas, setelan)
    nomor = bentuk_nomor(
        setelan, kode=setelan.kode_tunggal or jenis.kode, kode_jenis=jenis.kode_lama or jenis.slug,
        kode_desa=identitas.kode, tanggal=tanggal, urut=None,
    )  # fmt: skip
    bahan = Bahan(
        jenis=_dengan_label(jenis, isian), identitas=identitas, setelan=setelan, subjek=subjek, isian=isian,
        penandatangan=petugas, tanggal=tanggal, nomor=nomor,
    )  # fmt: skip
    return Pratinjau(susun_naskah(bahan), masalah, "", berlaku_sampai(jenis, tanggal))


def _isian_sejauh_ini(
    jenis: Jenis, mentah: Mapping[str, Any], cari: Any
) -> tuple[dict[str, Any], tuple[FieldIssue, ...]]:
    """Clean values of the fields that can be read, and what is wrong with the others."""
    hasil, masalah = dict[str, Any](), list[FieldIssue]()
    for isian in isian_jenis(jenis):
        try:
            hasil.update(baca_isian((isian,), {isian.nama: mentah.get(isian.nama)}, cari))
        except ValidationFailed as galat:
            masalah += galat.issues
    return hasil, tuple(masalah)


def _dengan_label(jenis: Jenis, isian: dict[str, Any]) -> Jenis:
    """Required fields that are still empty read as their label in brackets."""
    kosong = [i for i in jenis.isian if i.wajib and i.nama not in isian and i.tipe != "repeat"]
    for satu in kosong:
        isian[satu.nama] = f"({satu.label.lower()})"
    teks = {i.nama for i in kosong}
    return replace(jenis, isian=tuple(replace(i, tipe="text") if i.nama in teks else i for i in jenis.isian))
