"""The six documents of the manual book (source 002) with their requirements and when they are due.

The sources leave the requirements to the "Standar Pelayanan masing-masing dokumen"; what stands
here is a starting point that each village changes to what its Dinas asks for.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Penduduk, Setelan
from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import bersih
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.celah_ktp import HARI_SEGERA
from desa_app.spm.hitung import UMUR_WAJIB_KTP
from desa_app.waktu import ulang_tahun, umur
from resources.paths import data

KUNCI_SYARAT = "lapangan_syarat"
SYARAT_TERBANYAK, SYARAT_TERPANJANG = 12, 120
MATI = 2
AKTIF = (1, 4)


@dataclass(frozen=True)
class JenisDokumen:
    """One kind of document. `nomor` says whether the finished document has a number of its own."""

    kunci: str
    nama: str
    pendek: str
    syarat: tuple[str, ...]
    """Keys of `persyaratan_ref` in `surat.json`."""
    nomor: str = ""
    """Label of the number that is asked at the hand-over; empty for none."""


DOKUMEN: dict[str, JenisDokumen] = {
    j.kunci: j
    for j in (
        JenisDokumen("ktp", "KTP elektronik", "KTP-el", ("fc_kk",)),
        JenisDokumen("kk", "Kartu Keluarga", "KK", ("fc_ktp", "fc_buku_nikah"), "Nomor KK"),
        JenisDokumen(
            "akta_lahir", "Akta Kelahiran", "Akta lahir",
            ("ket_lahir_faskes", "fc_kk", "fc_buku_nikah", "fc_ktp_ortu"), "Nomor akta kelahiran",
        ),
        JenisDokumen(
            "akta_mati", "Akta Kematian", "Akta mati", ("ket_mati_faskes", "fc_kk", "fc_ktp_saksi"),
            "Nomor akta kematian",
        ),
        JenisDokumen("rekam", "Perekaman KTP-el", "Rekam", ("fc_kk", "fc_akta_lahir")),
        JenisDokumen(
            "kia", "KIA (Kartu Identitas Anak)", "KIA",
            ("fc_akta_lahir", "fc_kk", "fc_ktp_ortu", "foto_2x3"), "Nomor KIA",
        ),
    )
}  # fmt: skip
"""In the order of the manual book."""


def syarat_bawaan() -> dict[str, tuple[str, ...]]:
    """The starting point of each kind, before the village writes what its Dinas asks for."""
    nama = data("surat")["persyaratan_ref"]
    return {kunci: tuple(nama[s] for s in jenis.syarat) for kunci, jenis in DOKUMEN.items()}


def syarat_dokumen(sesi: Session) -> dict[str, tuple[str, ...]]:
    """Requirements of each kind as the village has them."""
    baris = sesi.get(Setelan, KUNCI_SYARAT)
    sendiri = baris.nilai if baris and isinstance(baris.nilai, dict) else {}
    return {kunci: tuple(sendiri.get(kunci, bawaan)) for kunci, bawaan in syarat_bawaan().items()}


@kasus(Izin.BUKU_BACA)
def baca_syarat(k: Konteks) -> dict[str, tuple[str, ...]]:
    """Requirements of each kind, for the screens."""
    with k.baca() as sesi:
        return syarat_dokumen(sesi)


@kasus(Izin.SURAT_BUAT, Izin.PENGATURAN)
def ubah_syarat(k: Konteks, syarat: Mapping[str, Sequence[str]]) -> None:
    """Replace the requirements of the kinds that are given, all at once or none.

    Visits already prepared show the new ones too.
    """
    baru = {jenis: [b for b in map(bersih, isi) if b] for jenis, isi in syarat.items()}
    if issues := _periksa_syarat(baru):
        raise ValidationFailed(issues)
    with k.tulis("lapangan.syarat") as t:
        semula = syarat_dokumen(t.sesi)
        beda = {jenis: isi for jenis, isi in baru.items() if isi != list(semula[jenis])}
        baris = t.sesi.get(Setelan, KUNCI_SYARAT)
        isi: Mapping[str, object] = baris.nilai if baris and isinstance(baris.nilai, dict) else {}
        t.sesi.merge(Setelan(kunci=KUNCI_SYARAT, nilai={**isi, **beda}))
        t.catat(f"setelan:{KUNCI_SYARAT}", {jenis: list(semula[jenis]) for jenis in beda}, beda)


def pasang_syarat(sesi: Session, syarat: Mapping[str, Sequence[str]]) -> None:
    """Take over the office's requirements on a laptop that serves away from it."""
    sah = {jenis: [bersih(s) for s in isi] for jenis, isi in syarat.items()}
    if sah and not _periksa_syarat(sah):
        sesi.merge(Setelan(kunci=KUNCI_SYARAT, nilai=sah))


def _periksa_syarat(syarat: Mapping[str, Sequence[str]]) -> list[FieldIssue]:
    issues = []
    for jenis, isi in syarat.items():
        if jenis not in DOKUMEN:
            issues.append(FieldIssue("jenis", "Pilih salah satu dari enam dokumen."))
        elif not isi:
            issues.append(FieldIssue(jenis, f"{DOKUMEN[jenis].nama}: tulis paling sedikit satu syarat."))
        elif len(isi) > SYARAT_TERBANYAK or any(len(s) > SYARAT_TERPANJANG for s in isi):
            issues.append(
                FieldIssue(
                    jenis,
                    f"{DOKUMEN[jenis].nama}: paling banyak {SYARAT_TERBANYAK} syarat, masing-masing sampai "
                    f"{SYARAT_TERPANJANG} huruf.",
                )
            )
    return issues


def belum_saatnya(p: Penduduk, jenis: str, pada: dt.date) -> str | None:
    """Why this resident may not get this document on a day, or None."""
    if jenis == "akta_mati":
        return None if p.status_dasar == MATI else "belum tercatat meninggal; catat dahulu kematiannya"
    if p.status_dasar == MATI:
        return "sudah tercatat meninggal"
    if p.status_dasar not in AKTIF:
        return "sudah tidak tercatat sebagai penduduk (pindah atau pergi)"
    usia, pernah_kawin = umur(p.tanggal_lahir, pada), (p.status_kawin or 1) > 1
    if jenis in {"ktp", "rekam"}:
        return _belum_wajib(p, jenis, usia, pada) if not pernah_kawin else None
    if jenis == "kia" and (pernah_kawin or (usia is not None and usia >= UMUR_WAJIB_KTP)):
        return "sudah wajib KTP-el, jadi tidak memakai KIA"
    return None


def _belum_wajib(p: Penduduk, jenis: str, usia: int | None, pada: dt.date) -> str | None:
    if usia is None or p.tanggal_lahir is None:
        return "tanggal lahirnya belum diisi"
    if usia >= UMUR_WAJIB_KTP:
        return None
    genap = ulang_tahun(p.tanggal_lahir, UMUR_WAJIB_KTP)
    if jenis == "rekam" and (genap - pada).days <= HARI_SEGERA:
        return None  # recorded ahead: the card is issued on the seventeenth birthday
    return f"baru {usia} tahun; wajib KTP-el mulai {tanggal_panjang(genap)} atau sesudah kawin"
