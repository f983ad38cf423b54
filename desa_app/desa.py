"""The village: first start, identity, dusun, officials, shared settings, days off."""

import datetime as dt
import re
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from db.models import Desa, Dusun, HariLibur, Pejabat, Pengguna
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Pelaku, Transaksi, kasus
from desa_app.keamanan.pengguna import PenggunaBaru, tambah_pengguna
from desa_app.keamanan.peran import Izin
from resources.paths import data

JABATAN = {
    "kades": "Kepala Desa",
    "sekdes": "Sekretaris Desa",
    "kasi_pelayanan": "Kepala Seksi Pelayanan",
    "kasi_pemerintahan": "Kepala Seksi Pemerintahan",
    "kasi_kesejahteraan": "Kepala Seksi Kesejahteraan",
    "kaur_tu": "Kepala Urusan Tata Usaha dan Umum",
    "kaur_keuangan": "Kepala Urusan Keuangan",
    "kaur_perencanaan": "Kepala Urusan Perencanaan",
}
"""Posts of a village office by key."""


@dataclass(frozen=True, kw_only=True)
class IdentitasDesa:
    """What the letterhead and the titles of the books need."""

    kode: str
    nama: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    sebutan_desa: str = "Desa"
    sebutan_kepala: str = "Kepala Desa"
    sebutan_kecamatan: str = "Kecamatan"
    sebutan_kabupaten: str = "Kabupaten"
    sebutan_dusun: str = "Dusun"
    alamat: str = ""
    telepon: str = ""
    pos_el: str = ""
    laman: str = ""
    kode_pos: str = ""
    lambang: bytes | None = None
    kop_gambar: bytes | None = None
    """A whole letterhead as one picture, for regions with their own script."""
    zona_waktu: str = "WIB"
    latihan: bool = False
    bulan_awal: int | None = None
    """Month of the opening stock (YYYYMM); set by the first residents, never by a form."""


@dataclass(frozen=True, kw_only=True)
class PejabatInfo:
    """One official with the time in office."""

    jabatan: str
    nama: str
    mulai: dt.date
    sampai: dt.date | None = None
    bentuk: str = "definitif"
    jabatan_asal: str = ""
    pangkat: str = ""
    nip: str = ""
    dasar: str = ""
    id: int | None = None


@dataclass(frozen=True)
class PermulaanDesa:
    """Everything the first start asks: village, officials, first user, dusun."""

    identitas: IdentitasDesa
    pengguna: PenggunaBaru
    pejabat: tuple[PejabatInfo, ...] = ()
    dusun: tuple[str, ...] = field(default=())


def periksa_identitas(identitas: IdentitasDesa) -> list[FieldIssue]:
    """Every problem of the identity."""
    issues = []
    if not re.fullmatch(r"\d{10}", identitas.kode):
        issues.append(FieldIssue("kode", "Kode desa harus 10 angka menurut Kemendagri, misalnya 3302012003."))
    for kunci, label in (("nama", "Nama desa"), ("kecamatan", "Kecamatan"), ("kabupaten", "Kabupaten"),
                         ("provinsi", "Provinsi")):  # fmt: skip
        if not getattr(identitas, kunci).strip():
            issues.append(FieldIssue(kunci, f"{label} wajib diisi."))
    if identitas.zona_waktu not in {"WIB", "WITA", "WIT"}:
        issues.append(FieldIssue("zona_waktu", "Zona waktu diisi WIB, WITA, atau WIT."))
    return issues


@kasus(Izin.UMUM)
def mulai_desa(k: Konteks, masukan: PermulaanDesa) -> Pelaku:
    """First start: an empty village with its first user. Refused when the data already has a village."""
    with k.tulis("desa.mulai") as t:
        return buat_desa(t, masukan)


def buat_desa(t: Transaksi, masukan: PermulaanDesa) -> Pelaku:
    """The first start inside an open transaction (the practice village adds its residents to it)."""
    if t.sesi.get(Desa, 1) is not None or t.sesi.scalar(select(Pengguna.id).limit(1)):
        raise DesaError(
            "Data ini sudah berisi desa. Masuklah dengan pengguna yang ada, atau pilih folder lain."
        )
    if issues := periksa_identitas(masukan.identitas):
        raise ValidationFailed(issues)
    t.sesi.add(Desa(id=1, **asdict(masukan.identitas)))
    for urut, nama in enumerate(masukan.dusun):
        t.sesi.add(Dusun(nama=nama.strip().upper(), urut=urut))
    for pejabat in masukan.pejabat:
        _simpan_pejabat(t, pejabat)
    for hari in data("hari_libur")["hari"]:
        t.sesi.add(
            HariLibur(
                tanggal=dt.date.fromisoformat(hari["tanggal"]), nama=hari["nama"], jenis=hari["jenis"],
                perkiraan=hari["perkiraan"],
            )
        )  # fmt: skip
    t.catat("desa:1", None, {"kode": masukan.identitas.kode, "nama": masukan.identitas.nama})
    return tambah_pengguna(t, masukan.pengguna)


def identitas_dari(sesi: Session) -> IdentitasDesa:
    """Identity inside an open session. Raises TidakDitemukan before the first start."""
    identitas = _identitas(sesi)
    if identitas is None:
        raise TidakDitemukan("Data ini belum berisi desa. Jalankan langkah pertama lebih dulu.")
    return identitas


@cache
def _pernyataan_identitas() -> Select[Any]:
    # Plain columns instead of the mapped class: the login window asks this before anything else, and
    # configuring every mapper would cost it a twentieth of a second.
    return select(*(Desa.__table__.columns[f.name] for f in fields(IdentitasDesa)))


def _identitas(sesi: Session) -> IdentitasDesa | None:
    baris = sesi.execute(_pernyataan_identitas()).mappings().first()
    return IdentitasDesa(**baris) if baris else None


@kasus(Izin.UMUM)
def identitas_desa(k: Konteks) -> IdentitasDesa | None:
    """The village of this data folder, None before the first start. Shown on the login window."""
    with k.baca() as sesi:
        return _identitas(sesi)


@kasus(Izin.PENGATURAN)
def ubah_identitas(k: Konteks, identitas: IdentitasDesa) -> None:
    """Replace the identity. Region code and practice mark stay as the first start set them."""
    if issues := periksa_identitas(identitas):
        raise ValidationFailed(issues)
    with k.tulis("desa.ubah") as t:
        desa = t.sesi.get_one(Desa, 1)
        lama, baru = {}, {}
        for f in fields(IdentitasDesa):
            if f.name in {"latihan", "bulan_awal"} or getattr(desa, f.name) == getattr(identitas, f.name):
                continue
            tampil = f.name not in {"lambang", "kop_gambar"}
            lama[f.name] = getattr(desa, f.name) if tampil else "gambar"
            baru[f.name] = getattr(identitas, f.name) if tampil else "gambar"
            setattr(desa, f.name, getattr(identitas, f.name))
        t.catat("desa:1", lama, baru)


def _simpan_pejabat(t: Transaksi, masukan: PejabatInfo) -> int:
    issues = []
    if masukan.jabatan not in JABATAN:
        issues.append(FieldIssue("jabatan", "Pilih jabatan dari daftar."))
    if not masukan.nama.strip():
        issues.append(FieldIssue("nama", "Nama pejabat wajib diisi."))
    if masukan.sampai and masukan.sampai < masukan.mulai:
        issues.append(FieldIssue("sampai", "Tanggal selesai tidak boleh sebelum tanggal mulai."))
    if issues:
        raise ValidationFailed(issues)
    isi = {kunci: nilai for kunci, nilai in asdict(masukan).items() if kunci != "id"}
    pejabat = t.sesi.get(Pejabat, masukan.id) if masukan.id else None
    lama = {kunci: getattr(pejabat, kunci) for kunci in isi} if pejabat else None
    if pejabat is None:
        pejabat = Pejabat(**isi)
        t.sesi.add(pejabat)
    for kunci, nilai in isi.items():
        setattr(pejabat, kunci, nilai)
    t.sesi.flush()
    t.catat(f"pejabat:{pejabat.id}", lama, isi)
    return pejabat.id


@kasus(Izin.PENGATURAN)
def simpan_pejabat(k: Konteks, masukan: PejabatInfo) -> int:
    """Add an official, or change one when `id` is given; returns the id."""
    with k.tulis("pejabat.simpan") as t:
        return _simpan_pejabat(t, masukan)


@kasus(Izin.BUKU_BACA)
def daftar_pejabat(k: Konteks) -> list[PejabatInfo]:
    """Every official, present and former, by post."""
    with k.baca() as sesi:
        return [
            pejabat_dari(p) for p in sesi.scalars(select(Pejabat).order_by(Pejabat.jabatan, Pejabat.mulai))
        ]


def pejabat_dari(pejabat: Pejabat) -> PejabatInfo:
    """One official as plain values."""
    return PejabatInfo(**{f.name: getattr(pejabat, f.name) for f in fields(PejabatInfo)})


@cache
def _pernyataan_pejabat() -> Select[Any]:
    pada = bindparam("pada", type_=Pejabat.mulai.type)
    return (
        select(Pejabat)
        .where(
            Pejabat.jabatan == bindparam("jabatan"),
            Pejabat.mulai <= pada,
            or_(Pejabat.sampai.is_(None), Pejabat.sampai >= pada),
        )
        .order_by(Pejabat.mulai.desc(), Pejabat.id.desc())
        .limit(1)
    )


def pejabat_pada(sesi: Session, jabatan: str, tanggal: dt.date) -> PejabatInfo | None:
    """Who holds a post on a date; the one who came last when two overlap."""
    pejabat = sesi.scalar(_pernyataan_pejabat(), {"jabatan": jabatan, "pada": tanggal})
    return pejabat_dari(pejabat) if pejabat else None


@kasus(Izin.BUKU_BACA)
def daftar_dusun(k: Konteks) -> list[tuple[int, str]]:
    """Dusun ids and names in the order of the books."""
    with k.baca() as sesi:
        return [(d.id, d.nama) for d in sesi.scalars(select(Dusun).order_by(Dusun.urut, Dusun.nama))]


def hari_libur(sesi: Session, sejak: dt.date = dt.date.min) -> frozenset[dt.date]:
    """The office's days off, from a day on."""
    return frozenset(sesi.scalars(select(HariLibur.tanggal).where(HariLibur.tanggal >= sejak)))
