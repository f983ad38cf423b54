"""Templates of steps: the two of the sources word for word, and the village's own.

What the source leaves unreadable is empty here and filled by the village, never by the program.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import TemplatLapangan
from desa_app.buku.validate import bersih
from desa_app.ekspor.berkas import tulis_aman
from desa_app.errors import BerkasBermasalah, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from resources.paths import data

JENIS_BERKAS = "templat-lapangan-desa-app"
BERKAS_TERBESAR = 256 * 1024
LANGKAH_TERBANYAK = 40
MENIT_TERBANYAK = 60 * 24 * 30
TEKS_TERPANJANG = 500


@dataclass(frozen=True)
class LangkahTemplat:
    """One step. `menit` is the standard time, None where it is not known."""

    uraian: str
    pelaksana: str = ""
    kelengkapan: str = ""
    menit: int | None = None
    output: str = ""
    keterangan: str = ""


@dataclass(frozen=True)
class Templat:
    """A template. `bawaan`: shipped, word for word from its source; `celah` its usual gap list."""

    kode: str
    nama: str
    langkah: tuple[LangkahTemplat, ...]
    dokumen: tuple[str, ...] = ("ktp",)
    dasar_hukum: tuple[str, ...] = ()
    kualifikasi: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    bawaan: bool = False


_DOKUMEN = {
    "PAK_KEDES_CAH": ("rekam", "ktp"),
    "KETUPAT_PECEL": ("ktp", "kk", "akta_lahir", "akta_mati", "rekam", "kia"),
}
NAMA_PENDEK = {"PAK_KEDES_CAH": "PAK KEDES “CAH”", "KETUPAT_PECEL": "KETUPAT PECEL"}
"""What people call the shipped templates."""


@cache
def templat_bawaan() -> tuple[Templat, ...]:
    """The templates of the two sources."""
    return tuple(
        Templat(
            s["kode"], s["nama"],
            tuple(
                LangkahTemplat(
                    b["kegiatan"], ", ".join(b["pelaksana"] or ()), b["kelengkapan"] or "", b["waktu_menit"],
                    b["output"] or "", b.get("keterangan") or "",
                )
                for b in s["langkah"]
            ),
            _DOKUMEN[s["kode"]], tuple(s.get("dasar_hukum", ())), tuple(s.get("kualifikasi_pelaksana", ())),
            tuple(s.get("peralatan", s.get("sumber_daya", ()))), bawaan=True,
        )
        for s in data("layanan_lapangan")["sop"]
    )  # fmt: skip


def templat_dari(sesi: Session, kode: str) -> Templat:
    """One template by its code. Raises TidakDitemukan."""
    for t in templat_bawaan():
        if t.kode == kode:
            return t
    baris = sesi.scalar(select(TemplatLapangan).where(TemplatLapangan.kode == kode))
    if baris is None:
        raise TidakDitemukan("Templat langkah itu tidak ada. Pilih templat lain.")
    return _dari_objek(baris.kode, baris.isi)


@kasus(Izin.BUKU_BACA)
def daftar_templat(k: Konteks) -> tuple[Templat, ...]:
    """Shipped templates first, then the village's own by name."""
    with k.baca() as sesi:
        sendiri = [_dari_objek(b.kode, b.isi) for b in sesi.scalars(select(TemplatLapangan))]
    return (*templat_bawaan(), *sorted(sendiri, key=lambda t: t.nama))


@kasus(Izin.SURAT_BUAT, Izin.PENGATURAN)
def simpan_templat(k: Konteks, templat: Templat) -> str:
    """Add an own template, or replace the one of the same code; returns the code.

    A shipped one cannot be replaced: its wording is that of the source. Copy it instead.
    """
    if issues := periksa_templat(templat):
        raise ValidationFailed(issues)
    with k.tulis("lapangan.templat") as t:
        return _simpan(t, templat)


@kasus(Izin.SURAT_BUAT, Izin.PENGATURAN)
def salin_templat(k: Konteks, kode: str, nama: str) -> str:
    """A copy of any template under another name, to be changed; returns its code."""
    with k.baca() as sesi:
        asal = templat_dari(sesi, kode)
    salinan = Templat(
        "", bersih(nama), asal.langkah, asal.dokumen, asal.dasar_hukum, asal.kualifikasi, asal.peralatan
    )
    return simpan_templat(k, salinan)


@kasus(Izin.SURAT_BUAT, Izin.PENGATURAN)
def hapus_templat(k: Konteks, kode: str) -> None:
    """Take an own template away; visits keep the steps that they copied."""
    with k.tulis("lapangan.templat_hapus") as t:
        baris = t.sesi.scalar(select(TemplatLapangan).where(TemplatLapangan.kode == kode))
        if baris is None:
            raise TidakDitemukan("Hanya templat buatan desa yang dapat dihapus.")
        t.catat(f"templat:{kode}", {"nama": baris.isi["nama"]}, None)
        t.sesi.delete(baris)


@kasus(Izin.BUKU_BACA)
def ekspor_templat(k: Konteks, kode: str, tujuan: Path) -> None:
    """Write a template to a file that another village can read."""
    with k.baca() as sesi:
        templat = templat_dari(sesi, kode)
    isi = json.dumps({"jenis": JENIS_BERKAS, **_ke_objek(templat)}, ensure_ascii=False, indent=1)
    with tulis_aman(tujuan) as sementara:
        sementara.write_text(isi, encoding="utf-8")


@kasus(Izin.SURAT_BUAT, Izin.PENGATURAN)
def impor_templat(k: Konteks, berkas: Path) -> str:
    """Read a template from a file of `ekspor_templat`; returns its code here."""
    return simpan_templat(k, baca_templat(berkas))


def baca_templat(berkas: Path) -> Templat:
    """A template from a file. Raises BerkasBermasalah before anything is stored."""
    try:
        if berkas.stat().st_size > BERKAS_TERBESAR:
            raise BerkasBermasalah(
                f"{berkas.name} terlalu besar untuk sebuah templat. Tidak ada yang diubah."
            )
        objek = json.loads(berkas.read_text(encoding="utf-8"))
        if objek.get("jenis") != JENIS_BERKAS:
            raise BerkasBermasalah(f"{berkas.name} bukan templat lapangan. Tidak ada yang diubah.")
        return _dari_objek("", objek)
    except (OSError, UnicodeDecodeError, RecursionError, ValueError, KeyError, TypeError, AttributeError):
        raise BerkasBermasalah(
            f"{berkas.name} tidak dapat dibaca sebagai templat lapangan. Tidak ada yang diubah."
        ) from None


def periksa_templat(templat: Templat) -> list[FieldIssue]:
    """Every problem of a template."""
    from desa_app.lapangan.dokumen import DOKUMEN

    issues = []
    if not bersih(templat.nama):
        issues.append(FieldIssue("nama", "Nama templat wajib diisi."))
    if any(t.kode == templat.kode for t in templat_bawaan()):
        issues.append(FieldIssue("nama", "Templat bawaan tidak dapat diubah. Buat salinannya dahulu."))
    if not 1 <= len(templat.langkah) <= LANGKAH_TERBANYAK:
        issues.append(FieldIssue("langkah", f"Jumlah langkah 1 sampai {LANGKAH_TERBANYAK}."))
    if set(templat.dokumen) - set(DOKUMEN):
        issues.append(FieldIssue("dokumen", "Pilih dokumen dari keenam jenis yang ada."))
    return issues + periksa_langkah(templat.langkah)


def periksa_langkah(langkah: Sequence[LangkahTemplat]) -> list[FieldIssue]:
    """Every problem of a list of steps."""
    issues = []
    for no, satu in enumerate(langkah, 1):
        if not bersih(satu.uraian):
            issues.append(FieldIssue("langkah", f"Langkah {no}: tulis kegiatannya."))
        if satu.menit is not None and not 0 < satu.menit <= MENIT_TERBANYAK:
            issues.append(FieldIssue("langkah", f"Langkah {no}: waktu baku diisi menit, 1 atau lebih."))
        if any(len(str(v)) > TEKS_TERPANJANG for v in asdict(satu).values()):
            issues.append(
                FieldIssue("langkah", f"Langkah {no}: tulisan paling panjang {TEKS_TERPANJANG} huruf.")
            )
    return issues


def _simpan(t: Transaksi, templat: Templat) -> str:
    pelaku = t.konteks.nama_pelaku
    kode = templat.kode or _kode_baru(t.sesi, t.konteks.jam.sekarang())
    lama = t.sesi.scalar(select(TemplatLapangan).where(TemplatLapangan.kode == kode))
    if lama is None:
        lama = TemplatLapangan(kode=kode, isi={}, dibuat_oleh=pelaku, dibuat_saat=t.konteks.jam.sekarang())
        t.sesi.add(lama)
    sebelum = lama.isi or None
    lama.isi = _ke_objek(templat)
    t.catat(f"templat:{kode}", sebelum, lama.isi)
    return kode


def _kode_baru(sesi: Session, saat: dt.datetime) -> str:
    dasar, nomor = f"DESA-{saat:%Y%m%d}", 1
    ada = set(sesi.scalars(select(TemplatLapangan.kode)))
    while f"{dasar}-{nomor}" in ada:
        nomor += 1
    return f"{dasar}-{nomor}"


def _ke_objek(templat: Templat) -> dict[str, Any]:
    isi = asdict(templat)
    del isi["kode"], isi["bawaan"]
    return isi


def _dari_objek(kode: str, isi: Mapping[str, Any]) -> Templat:
    langkah = tuple(
        LangkahTemplat(
            bersih(str(b["uraian"])), bersih(str(b["pelaksana"])), bersih(str(b["kelengkapan"])),
            None if b["menit"] is None else int(b["menit"]), bersih(str(b["output"])),
            bersih(str(b["keterangan"])),
        )
        for b in isi["langkah"]
    )  # fmt: skip
    return Templat(
        kode, bersih(str(isi["nama"])), langkah, _teks_teks(isi, "dokumen"), _teks_teks(isi, "dasar_hukum"),
        _teks_teks(isi, "kualifikasi"), _teks_teks(isi, "peralatan"),
    )  # fmt: skip


def _teks_teks(isi: Mapping[str, Any], kunci: str) -> tuple[str, ...]:
    return tuple(bersih(str(x)) for x in isi.get(kunci, ()))
