"""Data checks before a visit: anomali and ganda cannot be served before they are settled (source 002).

The findings are those of the page Pemeriksaan data: the checks of one person run afresh on the people
of the list, those that need the whole book are taken from its last run. What the office marked as
*sah* there does not hold anybody up here.
"""

import re
from collections.abc import Callable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Temuan as TemuanBuku
from db.queries import lapangan as kueri
from db.queries.pemeriksaan import keluarga_orang
from desa_app.bahasa import samarkan
from desa_app.kasus import Konteks
from desa_app.pemeriksaan.jalan import bahan
from desa_app.pemeriksaan.seluruh import periksa_orang

Temuan = tuple[str, str]
"""Code of the check and what was found."""
Pemeriksa = Callable[[Session, Konteks, Sequence[int]], dict[int, list[Temuan]]]
SEORANG = frozenset(
    "NIK_FORMAT NIK_SEMENTARA NIK_TGL_TIDAK_SAH NIK_BEDA_TGL_LAHIR NIK_BEDA_JK NIK_URUT_0000 "
    "TGL_LAHIR_TIDAK_SAH UMUR_LEBIH_120 JK_TIDAK_SAH NAMA_IBU_KOSONG".split()
)
"""Checks of one person that keep a document from being issued."""
GANDA = "NAMA_TGL_GANDA"
SEISI_BUKU = (GANDA, "NIK_GANDA", "NIK_GANDA_ARSIP", "ORANG_MIRIP", "REKAM_GANDA", "TIDAK_DITEMUKAN")
"""Checks that need the whole book or the word of Dukcapil."""
SEBUTAN: dict[str, str] = {
    "NIK_FORMAT": "NIK bukan 16 angka",
    "NIK_SEMENTARA": "belum mempunyai NIK",
    "NIK_TGL_TIDAK_SAH": "tanggal pada NIK tidak sah",
    "NIK_BEDA_TGL_LAHIR": "tanggal lahir berbeda dengan NIK",
    "NIK_BEDA_JK": "jenis kelamin berbeda dengan NIK",
    "NIK_URUT_0000": "empat angka terakhir NIK 0000",
    "TGL_LAHIR_TIDAK_SAH": "tanggal lahir tidak sah",
    "UMUR_LEBIH_120": "umur lebih dari 120 tahun",
    "JK_TIDAK_SAH": "jenis kelamin belum terisi",
    "NAMA_IBU_KOSONG": "nama ibu kosong",
    GANDA: "nama dan tanggal lahir sama dengan penduduk lain",
    "NIK_GANDA": "NIK dipakai lebih dari satu orang",
    "NIK_GANDA_ARSIP": "NIK sama dengan warga yang sudah meninggal atau pindah",
    "ORANG_MIRIP": "mirip dengan penduduk lain",
    "REKAM_GANDA": "diduga merekam di dua tempat",
    "TIDAK_DITEMUKAN": "tidak ditemukan di lapangan",
}
"""Findings as the papers of a visit call them."""
_TANPA_RINCIAN = frozenset({"NIK_SEMENTARA", "NIK_URUT_0000", "NAMA_IBU_KOSONG", "JK_TIDAK_SAH", GANDA})
_NOMOR = re.compile(r"\d{16}")
MENUNGGU = ("baru", "dicek", "dikirim")
TIDAK_MENAHAN: dict[str, frozenset[str]] = {
    "NIK_SEMENTARA": frozenset({"akta_lahir", "kk"}),
    "NAMA_IBU_KOSONG": frozenset({"ktp", "kia", "kk", "akta_mati"}),
}
"""Documents that can be served all the same: a NIK comes with the first akta or KK."""


def menahan(kode: str, jenis: str) -> bool:
    """Whether a finding has to be settled before this document can be served."""
    return jenis not in TIDAK_MENAHAN.get(kode, frozenset())


def periksa_peserta(sesi: Session, k: Konteks, penduduk_ids: Sequence[int]) -> dict[int, list[Temuan]]:
    """Findings of each resident that has some, each check once."""
    minta = set(penduduk_ids)
    isi = bahan(sesi, k, keluarga_orang(sesi, minta)) if minta else None
    temuan: list[tuple[int, str, str]] = []
    if isi is not None:
        temuan += [
            (h.penduduk_id, h.kode, h.uraian)
            for h in periksa_orang((o for o in isi.orang if o.id in minta), isi)
            if h.penduduk_id is not None and h.kode in SEORANG
        ]
    temuan += [(nomor, GANDA, "") for nomor, _ in kueri.kembaran(sesi, penduduk_ids)]
    tersimpan = _tersimpan(sesi, minta)
    temuan += [(p, kode, uraian) for p, kode, uraian, status in tersimpan if status in MENUNGGU]
    sah = {(p, kode) for p, kode, _, status in tersimpan if status == "sah"}
    hasil: dict[int, dict[str, str]] = {}
    for nomor, kode, uraian in temuan:
        if (nomor, kode) not in sah:
            hasil.setdefault(nomor, {}).setdefault(kode, _kalimat(kode, uraian))
    return {nomor: list(menurut_kode.items()) for nomor, menurut_kode in hasil.items()}


def _kalimat(kode: str, uraian: str) -> str:
    """What was found: its name, and the details where they say more."""
    sebutan = SEBUTAN[kode]
    return sebutan if kode in _TANPA_RINCIAN else f"{sebutan} ({_NOMOR.sub(_samar, uraian)})"


def _samar(cocok: re.Match[str]) -> str:
    """Numbers are masked: the finding is printed on papers that go from hand to hand."""
    return samarkan(cocok[0])


def _tersimpan(sesi: Session, minta: set[int]) -> list[tuple[int, str, str, str]]:
    """(resident, check, what was found, state) of the stored list, for both people of a pair."""
    hasil = []
    ids = sorted(minta)
    for awal in range(0, len(ids), 5000):
        potongan = ids[awal : awal + 5000]
        t = TemuanBuku
        for b in sesi.execute(
            select(t.penduduk_id, t.lawan_id, t.kode, t.uraian, t.status)
            .where(or_(t.penduduk_id.in_(potongan), t.lawan_id.in_(potongan)))
            .where(or_(t.kode.in_(SEISI_BUKU), t.status == "sah"))
        ):
            hasil += [(p, b.kode, b.uraian, b.status) for p in (b.penduduk_id, b.lawan_id) if p in minta]
    return hasil
