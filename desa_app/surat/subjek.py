"""The person a letter is about: read from the book inside the transaction, put into words once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Penduduk, WargaLuar
from db.queries.penduduk import baris
from desa_app import bahasa, kode
from desa_app.desa import IdentitasDesa
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.surat.katalog import Jenis
from desa_app.waktu import umur
from resources.paths import data


class SubjekDitolak(DesaError):
    """This kind of letter cannot be made for this person."""

    kode = "D-83"


@dataclass(frozen=True)
class Subjek:
    """What letters print about a person, by token name, and the record it came from."""

    nilai: Mapping[str, str]
    penduduk_id: int | None = None
    warga_luar_id: int | None = None
    lahir: dt.date | None = None
    status_dasar: int = 1

    @property
    def nama(self) -> str:
        """Name as printed."""
        return self.nilai["nama"]

    def untuk_isian(self) -> dict[str, Any]:
        """The person as a field value that can be kept with a request."""
        return {"id": self.penduduk_id, **{k: v for k, v in self.nilai.items() if v}}


def kata_kode(tabel_cetak: str, tabel: str, nilai: int | None) -> str:
    """Word of a code as letters print it: `Islam`, `Buruh tani`; empty for none."""
    if nilai is None:
        return ""
    khusus: str | None = data("surat")["cetak"].get(tabel_cetak, {}).get(str(nilai))
    return khusus or bahasa.kalimat(kode.nama(tabel, nilai))


def alamat_cetak(b: Any, identitas: IdentitasDesa) -> str:
    """`Dusun Krajan RT 002 RW 005, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya`."""
    sebutan_dusun, dusun = identitas.sebutan_dusun, bahasa.kapital_kata(b.dusun or "")
    if dusun and not dusun.lower().startswith(sebutan_dusun.lower()):
        dusun = f"{sebutan_dusun} {dusun}"
    jalan = bahasa.kapital_kata((b.alamat or "").strip(" -,"))
    if jalan.lower().removeprefix(f"{sebutan_dusun} ".lower()) in dusun.lower():
        jalan = ""
    setempat = " ".join(bagian for bagian in (dusun, rt_rw(b.rt, b.rw)) if bagian)
    wilayah = (
        f"{identitas.sebutan_desa} {identitas.nama}",
        f"{identitas.sebutan_kecamatan} {identitas.kecamatan}",
        f"{identitas.sebutan_kabupaten} {identitas.kabupaten}",
    )
    return ", ".join(bagian for bagian in (jalan, setempat, *wilayah) if bagian)


def rt_rw(rt: str | None, rw: str | None) -> str:
    """`RT 002 RW 005`; empty where neither is known."""
    bagian = [
        f"{nama} {isi.strip().zfill(3)}" for nama, isi in (("RT", rt), ("RW", rw)) if isi and isi.strip(" -0")
    ]
    return " ".join(bagian)


def _ttl(tempat: str, lahir: dt.date | None) -> str:
    bagian = [bahasa.kapital_kata(tempat.strip()) if tempat.strip(" -") else ""]
    bagian.append(bahasa.tanggal_panjang(lahir) if lahir else "")
    return ", ".join(b for b in bagian if b)


def _nomor_nyata(nomor: str | None) -> str:
    """A NIK or KK number as printed; a temporary one (leading 0) is printed as nothing."""
    return "" if not nomor or nomor.startswith("0") else nomor


def subjek_penduduk(sesi: Session, penduduk_id: int, identitas: IdentitasDesa, pada: dt.date) -> Subjek:
    """A resident by id. Raises TidakDitemukan."""
    b = baris(sesi, [penduduk_id]).get(penduduk_id)
    if b is None:
        raise TidakDitemukan("Penduduk itu tidak ada di Buku Induk. Cari lagi dengan nama atau NIK.")
    usia = umur(b.tanggal_lahir, pada)
    nilai = {
        "nama": b.nama.upper(),
        "nik": _nomor_nyata(b.nik),
        "no_kk": _nomor_nyata(b.no_kk),
        "ttl": _ttl(b.tempat_lahir, b.tanggal_lahir),
        "jenis_kelamin": "Laki-laki" if b.jk == "L" else "Perempuan",
        "agama": kata_kode("agama", "agama", b.agama),
        "status_perkawinan": kata_kode("status_kawin", "status_perkawinan_f101", b.status_kawin),
        "pekerjaan": kata_kode("pekerjaan", "pekerjaan", b.pekerjaan),
        "kewarganegaraan": "Indonesia"
        if b.warga_negara != 2
        else (bahasa.kapital_kata(b.kebangsaan) or "Asing"),
        "alamat": alamat_cetak(b, identitas),
        "rt_rw": rt_rw(b.rt, b.rw),
        "dusun": bahasa.kapital_kata(b.dusun or ""),
        "umur": str(usia) if usia is not None else "",
        "nama_ayah": (b.nama_ayah or "").upper(),
        "nama_ibu": (b.nama_ibu or "").upper(),
    }
    return Subjek(nilai, penduduk_id=b.id, lahir=b.tanggal_lahir, status_dasar=b.status_dasar)


def subjek_luar(sesi: Session, warga_luar_id: int, pada: dt.date) -> Subjek:
    """Somebody from outside the village by id. Raises TidakDitemukan."""
    w = sesi.get(WargaLuar, warga_luar_id)
    if w is None:
        raise TidakDitemukan("Orang itu tidak ada dalam daftar warga luar. Cari lagi atau tambahkan.")
    usia = umur(w.tanggal_lahir, pada)
    nilai = dict.fromkeys(("no_kk", "rt_rw", "dusun", "nama_ayah", "nama_ibu"), "") | {
        "nama": w.nama.upper(),
        "nik": w.no_identitas,
        "ttl": _ttl(w.tempat_lahir, w.tanggal_lahir),
        "jenis_kelamin": {"L": "Laki-laki", "P": "Perempuan"}.get(w.jk, ""),
        "agama": kata_kode("agama", "agama", w.agama),
        "status_perkawinan": kata_kode("status_kawin", "status_perkawinan_f101", w.status_kawin),
        "pekerjaan": w.pekerjaan,
        "kewarganegaraan": "Indonesia" if w.warga_negara != 2 else "Asing",
        "alamat": w.alamat,
        "umur": str(usia) if usia is not None else "",
    }
    return Subjek(nilai, warga_luar_id=w.id, lahir=w.tanggal_lahir)


def penduduk_menurut_nik(sesi: Session, nik: str) -> int | None:
    """Id of the resident with a NIK; someone who is present comes before someone who left."""
    return sesi.scalar(
        select(Penduduk.id)
        .where(Penduduk.nik == nik)
        .order_by(Penduduk.status_dasar.in_((1, 4)).desc(), Penduduk.id.desc())
        .limit(1)
    )


SEBAB_TIDAK_AKTIF = {2: "sudah meninggal", 3: "sudah pindah", 6: "sudah pergi", 9: "tidak sah datanya"}
"""Status of a person who is not counted any more, in words."""


def periksa_subjek(jenis: Jenis, subjek: Subjek, pada: dt.date) -> None:
    """Refuse a person the kind is not for: dead, gone, too young, or without the required data."""
    boleh_mati = jenis.subjek in {"almarhum", "bayi"}
    if subjek.status_dasar in SEBAB_TIDAK_AKTIF and not (boleh_mati and subjek.status_dasar == 2):
        raise SubjekDitolak(
            f"{subjek.nama} tercatat {SEBAB_TIDAK_AKTIF[subjek.status_dasar]}. {jenis.nama} tidak dapat "
            "dibuat. Data tidak berubah. Periksa orangnya, atau perbaiki Buku Induk lebih dulu."
        )
    usia = umur(subjek.lahir, pada)
    if jenis.umur_min is not None and usia is not None and usia < jenis.umur_min:
        raise SubjekDitolak(
            f"{subjek.nama} baru berumur {usia} tahun; {jenis.nama} untuk yang berumur paling sedikit "
            f"{jenis.umur_min} tahun. Surat belum dibuat. Periksa tanggal lahirnya di Buku Induk."
        )
    if jenis.identitas and not subjek.nilai["alamat"]:
        raise SubjekDitolak(
            f"Alamat {subjek.nama} masih kosong. Surat belum dibuat. Lengkapi alamatnya lebih dulu."
        )
