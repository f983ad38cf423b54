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
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.celah_ktp import HARI_SEGERA
from desa_app.spm.hitung import UMUR_WAJIB_KTP
from desa_app.waktu import ulang_tahun, umur
from resources.paths import data

KUNCI_SYARAT = "lapangan_syarat"
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


def syarat_dokumen(sesi: Session) -> dict[str, tuple[str, ...]]:
    """Requirements of each kind as the village has them."""
    nama = data("surat")["persyaratan_ref"]
    baris = sesi.get(Setelan, KUNCI_SYARAT)
    sendiri = baris.nilai if baris and isinstance(baris.nilai, dict) else {}
    return {
        kunci: tuple(sendiri[kunci]) if kunci in sendiri else tuple(nama[s] for s in jenis.syarat)
        for kunci, jenis in DOKUMEN.items()
    }


@kasus(Izin.BUKU_BACA)
def baca_syarat(k: Konteks) -> dict[str, tuple[str, ...]]:
    """Requirements of each kind, for the screens."""
    with k.baca() as sesi:
        return syarat_dokumen(sesi)


@kasus(Izin.PENGATURAN)
def ubah_syarat(k: Konteks, jenis: str, syarat: Sequence[str]) -> None:
    """Replace the requirements of one kind. Visits already prepared show the new ones too."""
    bersih = [s.strip() for s in syarat if s.strip()]
    if jenis not in DOKUMEN:
        raise ValidationFailed([FieldIssue("jenis", "Pilih salah satu dari enam dokumen.")])
    if not bersih:
        raise ValidationFailed([FieldIssue("syarat", "Tulis paling sedikit satu syarat.")])
    with k.tulis("lapangan.syarat") as t:
        lama = syarat_dokumen(t.sesi)[jenis]
        baris = t.sesi.get(Setelan, KUNCI_SYARAT)
        isi: Mapping[str, object] = baris.nilai if baris and isinstance(baris.nilai, dict) else {}
        t.sesi.merge(Setelan(kunci=KUNCI_SYARAT, nilai={**isi, jenis: bersih}))
        t.catat(f"setelan:{KUNCI_SYARAT}", {jenis: list(lama)}, {jenis: bersih})


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
