"""The village's own kinds of letters, and what it changes on the shipped ones.

An own kind is a whole catalogue entry; on a shipped kind only the changed keys are kept. Sentences
are checked before they are stored: an unknown `{...}` is named with its place.
"""

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models import JenisSurat
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.katalog import BATAS_KATEGORI, TIPE_ISIAN, entri_bawaan, jenis_dari, semua_jenis
from desa_app.surat.muat import MUAT
from desa_app.surat.naskah import KERTAS
from desa_app.surat.penandatangan import PILIHAN
from desa_app.surat.token import periksa_pola_isi
from resources.paths import data

BOLEH_DIUBAH = (
    "nama", "judul", "kode_klasifikasi", "persyaratan", "masa_berlaku_hari", "penandatangan",
    "penandatangan_alternatif", "sla_hari_kerja", "tembusan", "umur_min", "status_hukum",
    "kertas", "muat",
)  # fmt: skip
"""Keys of a shipped kind that a village may set; its fields and sentences are changed on a copy."""
RT_RW = "dom_rtrw"
"""Code of the paper that the rule asks of every letter."""
SKEMA = "jenis-surat-desa/1"
_NAMA_ISIAN = re.compile(r"^[a-z][a-z0-9_]*$")
_SLUG = re.compile(r"^[a-z][a-z0-9-]{2,60}$")


@dataclass(frozen=True)
class TokenInfo:
    """A name that may stand in a sentence, with an example of what it prints."""

    token: str
    keterangan: str


def token_untuk(entri: Mapping[str, Any]) -> tuple[TokenInfo, ...]:
    """Everything that the sentences of an entry may use, for the list to choose from."""
    hasil = [TokenInfo(t, t.replace(".", " ").replace("_", " ")) for t in data("surat")["token_global"]]
    for isian in entri.get("isian", ()):
        hasil.append(TokenInfo(f"isian.{isian['name']}", isian["label"]))
        if isian.get("bawaan") or isian["type"] == "date":
            hasil.append(TokenInfo(f"isian.{isian['name']}_lain", f"{isian['label']} bila berbeda"))
        if isian["type"] == "penduduk":
            hasil += [
                TokenInfo(f"isian.{isian['name']}.{kunci}", f"{isian['label']}: {kunci}")
                for kunci in ("nama", "nik", "ttl", "agama", "pekerjaan", "alamat")
            ]
    return tuple(hasil)


def periksa_entri(entri: Mapping[str, Any]) -> list[FieldIssue]:
    """Every problem of a catalogue entry, each with its place."""
    if (bentuk := _bentuk_salah(entri)) is not None:
        return [bentuk]
    issues = []
    if not _SLUG.match(str(entri.get("slug", ""))):
        issues.append(FieldIssue("slug", "Kode singkat jenis surat: huruf kecil, angka, dan tanda hubung."))
    for kunci, label in (
        ("nama", "Nama surat"),
        ("judul", "Judul"),
        ("kode_klasifikasi", "Kode klasifikasi"),
    ):
        if not str(entri.get(kunci, "")).strip():
            issues.append(FieldIssue(kunci, f"{label} wajib diisi."))
    if not any(b["kode"] == RT_RW and b["wajib"] for b in entri["persyaratan"]):
        issues.append(
            FieldIssue(
                "persyaratan", "“Surat keterangan domisili dari RT atau RW” harus ada (Pasal 9 ayat 2)."
            )
        )
    batas = entri.get("sla_maks_hari_kerja") or BATAS_KATEGORI.get(str(entri.get("kategori")))
    if batas and int(entri.get("sla_hari_kerja") or 1) > int(batas):
        issues.append(
            FieldIssue("sla_hari_kerja", f"Paling lama {batas} hari kerja untuk kategori ini (Lampiran C).")
        )
    if entri.get("penandatangan") not in PILIHAN:
        issues.append(FieldIssue("penandatangan", "Pilih penandatangan dari daftar."))
    issues += [
        FieldIssue(kunci, f"{label} “{entri[kunci]}” tidak tersedia. Pilih dari daftar.")
        for kunci, label, pilihan in (("kertas", "Kertas", KERTAS), ("muat", "Cara memuat", MUAT))
        if entri.get(kunci) and entri[kunci] not in pilihan
    ]
    issues += [
        FieldIssue("isian", f"Isian “{isian.get('label', '?')}” belum benar tipenya atau namanya.")
        for isian in entri.get("isian", ())
        if isian.get("type") not in TIPE_ISIAN or not _NAMA_ISIAN.match(str(isian.get("name", "")))
    ]
    if not entri.get("pola_isi"):
        issues.append(FieldIssue("pola_isi", "Tulis paling sedikit satu kalimat isi."))
    kenal = frozenset(t.token for t in token_untuk(entri))
    for nomor, pola in enumerate(entri.get("pola_isi", ()), 1):
        issues += [
            FieldIssue("pola_isi", m) for m in periksa_pola_isi(str(pola), kenal, f"kalimat ke-{nomor}")
        ]
    return issues


def _bentuk_salah(entri: Mapping[str, Any]) -> FieldIssue | None:
    """A file from elsewhere may hold anything: what cannot be read as a kind is told, not stored."""
    try:
        jenis = jenis_dari({"slug": "", "nama": "", "judul": "", "kode_klasifikasi": "",
                            "penandatangan": "", **entri})  # fmt: skip
        for bagian in jenis.pola:
            if not isinstance(bagian, str):
                next(iter(bagian))
        angka = (entri.get(k) for k in ("masa_berlaku_hari", "umur_min", "sla_maks_hari_kerja"))
        if any(a is not None and (isinstance(a, bool) or not isinstance(a, int)) for a in angka):
            return FieldIssue("angka", "Masa berlaku, umur, dan batas waktu harus bilangan bulat.")
    except KeyError as galat:
        return FieldIssue(str(galat.args[0]), f"Bagian “{galat.args[0]}” tidak ada.")
    except (TypeError, ValueError, AttributeError, StopIteration):
        return FieldIssue("bentuk", "Susunan jenis surat ini tidak dapat dibaca.")
    return None


@dataclass(frozen=True)
class JenisBaris:
    """One kind in the list of the settings."""

    slug: str
    nama: str
    kode: str
    penandatangan: str
    sla: int
    milik_desa: bool
    diubah: bool
    aktif: bool


@kasus(Izin.PENGATURAN)
def daftar_jenis(k: Konteks) -> list[JenisBaris]:
    """Every kind, those switched off included; the village's own first."""
    with k.baca() as sesi:
        diubah = {b.slug for b in sesi.scalars(select(JenisSurat)) if b.isi}
        hasil = [
            JenisBaris(
                slug, j.nama, j.kode, PILIHAN[j.penandatangan], j.sla_hari_kerja, j.milik_desa,
                slug in diubah and not j.milik_desa, j.aktif,
            )
            for slug, j in semua_jenis(sesi).items()
        ]  # fmt: skip
    return sorted(hasil, key=lambda j: not j.milik_desa)


@kasus(Izin.SURAT_BACA)
def entri_jenis(k: Konteks, slug: str) -> dict[str, Any]:
    """The whole entry of a kind as it stands here, for editing or copying."""
    with k.baca() as sesi:
        baris = sesi.scalar(select(JenisSurat).where(JenisSurat.slug == slug))
        if baris is not None and baris.milik_desa:
            return copy.deepcopy(baris.isi)
        if slug not in entri_bawaan():
            raise TidakDitemukan(f"Jenis surat “{slug}” tidak ada. Pilih dari daftar jenis surat.")
        return copy.deepcopy({**entri_bawaan()[slug], **(baris.isi if baris else {})})


@kasus(Izin.PENGATURAN)
def salin_jenis(k: Konteks, slug: str, slug_baru: str, nama: str) -> dict[str, Any]:
    """A copy of a kind under another name, stored as the village's own."""
    entri = {**entri_jenis(k, slug), "slug": slug_baru, "nama": bersih(nama), "judul": bersih(nama).upper()}
    if entri.get("pola") and all(isinstance(p, str) for p in entri["pola"]):
        entri["pola_isi"] = entri.pop("pola")
    simpan_jenis(k, entri)
    return entri


@kasus(Izin.PENGATURAN)
def simpan_jenis(k: Konteks, entri: Mapping[str, Any], *, aktif: bool = True) -> None:
    """Store an own kind. Raises ValidationFailed with every problem and its place."""
    if issues := periksa_entri(entri):
        raise ValidationFailed(issues)
    if str(entri["slug"]) in entri_bawaan():
        raise DesaError("Kode singkat itu milik jenis bawaan. Tidak ada yang disimpan. Pakai kode lain.")
    jenis_dari(entri)
    with k.tulis("jenis_surat.simpan") as t:
        _simpan(t, str(entri["slug"]), dict(entri), milik_desa=True, aktif=aktif)


@kasus(Izin.PENGATURAN)
def ubah_jenis_bawaan(k: Konteks, slug: str, perubahan: Mapping[str, Any], *, aktif: bool = True) -> None:
    """Change requirements, validity, signer or time of a shipped kind; an empty mapping restores it."""
    if slug not in entri_bawaan():
        raise TidakDitemukan(f"Jenis surat bawaan “{slug}” tidak ada.")
    if asing := [kunci for kunci in perubahan if kunci not in BOLEH_DIUBAH]:
        raise DesaError(
            f"“{asing[0]}” pada jenis bawaan tidak dapat diubah. Salin dulu menjadi jenis milik desa."
        )
    if issues := periksa_entri({**entri_bawaan()[slug], **perubahan}):
        raise ValidationFailed(issues)
    with k.tulis("jenis_surat.ubah") as t:
        _simpan(t, slug, dict(perubahan), milik_desa=False, aktif=aktif)


def _simpan(t: Transaksi, slug: str, isi: dict[str, Any], *, milik_desa: bool, aktif: bool = True) -> None:
    baris = t.sesi.scalar(select(JenisSurat).where(JenisSurat.slug == slug))
    lama = dict(baris.isi) if baris else None
    if baris is None:
        baris = JenisSurat(slug=slug, isi=isi, milik_desa=milik_desa)
        t.sesi.add(baris)
    baris.isi, baris.aktif = isi, aktif
    t.catat(f"jenis_surat:{slug}", lama, isi)


@kasus(Izin.PENGATURAN)
def ekspor_jenis(k: Konteks) -> str:
    """Everything the village has made or changed, as one JSON text."""
    with k.baca() as sesi:
        baris = sesi.scalars(select(JenisSurat).order_by(JenisSurat.slug))
        isi = [{"slug": b.slug, "milik_desa": b.milik_desa, "aktif": b.aktif, "isi": b.isi} for b in baris]
    return json.dumps({"skema": SKEMA, "jenis": isi}, ensure_ascii=False, indent=1)


@kasus(Izin.PENGATURAN)
def impor_jenis(k: Konteks, teks: str) -> int:
    """Take kinds from such a text: all of them or none. Returns how many."""
    try:
        isi = json.loads(teks)
        jenis = [
            (str(b["slug"]), bool(b["milik_desa"]), bool(b["aktif"]), dict(b["isi"])) for b in isi["jenis"]
        ]
    except (ValueError, KeyError, TypeError):
        raise DesaError("Berkas itu bukan berkas jenis surat Desa App. Tidak ada yang diubah.") from None
    if isi.get("skema") != SKEMA:
        raise DesaError(
            "Berkas jenis surat ini dari versi lain dan tidak dapat dibaca. Tidak ada yang diubah."
        )
    issues = []
    for slug, milik, _, entri in jenis:
        lengkap = entri if milik else {**entri_bawaan().get(slug, {}), **entri}
        issues += [FieldIssue(f"{slug}.{i.field}", f"{slug}: {i.message}") for i in periksa_entri(lengkap)]
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("jenis_surat.impor") as t:
        for slug, milik, aktif, entri in jenis:
            _simpan(t, slug, entri, milik_desa=milik, aktif=aktif)
        t.catat("jenis_surat:*", None, {"jumlah": len(jenis)})
    return len(jenis)
