"""The kinds of letters: 54 shipped ones (`resources/data/surat.json`) and those of the village.

A village changes a shipped kind by storing the changed keys under the same slug, and adds its own
kinds as whole entries. Every kind, shipped or own, is the same data; there is no code per kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import JenisSurat
from desa_app.errors import TidakDitemukan
from resources.paths import data

TIPE_ISIAN = (
    "text",
    "textarea",
    "number",
    "decimal",
    "money",
    "date",
    "time",
    "select",
    "nik",
    "penduduk",
    "repeat",
)
KATEGORI = {
    "kependudukan": "Kependudukan",
    "pencatatan_sipil": "Pencatatan sipil",
    "perkawinan": "Perkawinan",
    "sosial": "Sosial",
    "pengantar": "Pengantar",
    "usaha": "Usaha",
    "pertanahan": "Pertanahan",
    "umum": "Umum",
}


BATAS_KATEGORI = {"kependudukan": 7, "pencatatan sipil": 7, "pertanahan": 130}
"""Working days that a kind may take at most: adminduk 7 (Lampiran C.1), land about six months (C.2)."""


@dataclass(frozen=True)
class Syarat:
    """One paper that the applicant brings."""

    kode: str
    nama: str
    wajib: bool


@dataclass(frozen=True, kw_only=True)
class Isian:
    """One field beyond the resident's own data. `tipe` is one of TIPE_ISIAN."""

    nama: str
    label: str
    tipe: str
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    kolom: tuple["Isian", ...] = ()
    """Columns of a repeated row."""
    minimal: int = 0
    maks: int = 200
    bawaan: str = ""
    """Pattern of the value that is offered."""
    boleh_tahun: bool = False
    """A date that may be only a year."""
    kalimat: Mapping[str, str] | None = None
    """How each option reads inside a sentence."""


@dataclass(frozen=True, kw_only=True)
class Jenis:
    """One kind of letter."""

    slug: str
    nama: str
    judul: str
    jenis_naskah: str
    kategori: str
    kode: str
    kode_alternatif: tuple[str, ...]
    kode_lama: str
    subjek: str
    """individu, nonpenduduk, almarhum, bayi, lembaga or kelompok."""
    persyaratan: tuple[Syarat, ...]
    isian: tuple[Isian, ...]
    identitas: tuple[str, ...]
    pola: tuple[Any, ...]
    """Sentences, or {"butir": [...]}, {"rincian": [[label, pattern]]}, {"pembuka": text}."""
    masa_berlaku_hari: int | None
    penandatangan: str
    penandatangan_alternatif: tuple[str, ...]
    mengetahui: tuple[str, ...]
    saksi: int
    sla_hari_kerja: int
    sla_maks_hari_kerja: int | None
    biaya: int
    perlu_cek_lapangan: bool
    status_hukum: str
    umur_min: int | None = None
    kertas: str = ""
    """Sheet for this kind; empty: the village's."""
    muat: str = ""
    """How far it may be fitted to one page, a key of `muat.MUAT`; empty: as the village has set."""
    tembusan: tuple[str, ...] = ()
    milik_desa: bool = False
    favorit: bool = False
    aktif: bool = True

    def batas_hari_kerja(self) -> int | None:
        """Ceiling of the kind or of its category in working days; None when the rule sets none."""
        return self.sla_maks_hari_kerja or BATAS_KATEGORI.get(self.kategori)

    def penandatangan_boleh(self) -> tuple[str, ...]:
        """Signer keys, the usual one first."""
        return (self.penandatangan, *self.penandatangan_alternatif)


def _isian(isi: Mapping[str, Any]) -> Isian:
    return Isian(
        nama=isi["name"],
        label=isi["label"],
        tipe=isi["type"],
        wajib=bool(isi.get("required")),
        pilihan=tuple(isi.get("options", ())),
        kolom=tuple(_isian(f) for f in isi.get("fields", ())),
        minimal=int(isi.get("min", 0)),
        maks=int(isi.get("maks", 200)),
        bawaan=isi.get("bawaan", ""),
        boleh_tahun=bool(isi.get("boleh_tahun")),
        kalimat=isi.get("kalimat"),
    )


def jenis_dari(
    isi: Mapping[str, Any], *, milik_desa: bool = False, favorit: bool = False, aktif: bool = True
) -> Jenis:
    """A kind from its catalogue entry."""
    return Jenis(
        slug=isi["slug"],
        nama=isi["nama"],
        judul=isi["judul"],
        jenis_naskah=isi["jenis_naskah"],
        kategori=isi["kategori"],
        kode=isi["kode_klasifikasi"],
        kode_alternatif=tuple(isi.get("kode_klasifikasi_alternatif", ())),
        kode_lama=isi.get("kode_klasifikasi_lama", ""),
        subjek=isi["subjek"],
        persyaratan=tuple(Syarat(s["kode"], s["nama"], bool(s["wajib"])) for s in isi["persyaratan"]),
        isian=tuple(_isian(f) for f in isi["isian"]),
        identitas=tuple(isi.get("identitas", data("surat")["identitas_bawaan"])),
        pola=tuple(isi.get("pola") or isi["pola_isi"]),
        masa_berlaku_hari=isi.get("masa_berlaku_hari"),
        penandatangan=isi["penandatangan"],
        penandatangan_alternatif=tuple(isi.get("penandatangan_alternatif", ())),
        mengetahui=tuple(isi.get("mengetahui", ())),
        saksi=int(isi.get("saksi", 0)),
        sla_hari_kerja=int(isi.get("sla_hari_kerja", 1)),
        sla_maks_hari_kerja=isi.get("sla_maks_hari_kerja"),
        biaya=int(isi.get("biaya", 0)),
        perlu_cek_lapangan=bool(isi.get("perlu_cek_lapangan")),
        status_hukum=isi.get("status_hukum", ""),
        umur_min=isi.get("umur_min"),
        kertas=isi.get("kertas", ""),
        muat=isi.get("muat", ""),
        tembusan=tuple(isi.get("tembusan", ())),
        milik_desa=milik_desa,
        favorit=favorit,
        aktif=aktif,
    )


@cache
def entri_bawaan() -> dict[str, dict[str, Any]]:
    """Shipped catalogue entries by slug, in catalogue order. Read-only."""
    return {isi["slug"]: isi for isi in data("surat")["surat"]}


@cache
def jenis_bawaan() -> dict[str, Jenis]:
    """Shipped kinds by slug."""
    return {slug: jenis_dari(isi) for slug, isi in entri_bawaan().items()}


def semua_jenis(sesi: Session) -> dict[str, Jenis]:
    """Every kind of this village by slug: shipped, changed and own."""
    hasil = dict(jenis_bawaan())
    for baris in sesi.scalars(select(JenisSurat).order_by(JenisSurat.id)):
        entri = baris.isi if baris.milik_desa else {**entri_bawaan().get(baris.slug, {}), **baris.isi}
        if "slug" in entri:
            hasil[baris.slug] = jenis_dari(
                entri, milik_desa=baris.milik_desa, favorit=baris.favorit, aktif=baris.aktif
            )
    return hasil


def cari_jenis(sesi: Session, slug: str) -> Jenis:
    """One kind that may be issued. Raises TidakDitemukan."""
    jenis = semua_jenis(sesi).get(slug)
    if jenis is None or not jenis.aktif:
        raise TidakDitemukan(f"Jenis surat “{slug}” tidak ada. Pilih dari daftar jenis surat.")
    return jenis
