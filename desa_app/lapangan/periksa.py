"""Data checks before a visit: anomali and ganda cannot be served before they are settled (source 002).

The findings are those of `buku.md` 3.6 that keep a document from being printed. Another set of
checks takes the place of `periksa_peserta` by being given to the functions that ask for one.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.queries import lapangan as kueri
from desa_app.kependudukan import nik as nomor_nik

Temuan = tuple[str, str]
"""Code of the check and what was found."""
Pemeriksa = Callable[[Session, Sequence[int]], dict[int, list[Temuan]]]

TIDAK_MENAHAN: dict[str, frozenset[str]] = {
    "NIK_SEMENTARA": frozenset({"akta_lahir", "kk"}),
    "NAMA_IBU_KOSONG": frozenset({"ktp", "kia", "kk", "akta_mati"}),
}
"""Documents that can be served all the same: a NIK comes with the first akta or KK."""


def menahan(kode: str, jenis: str) -> bool:
    """Whether a finding has to be settled before this document can be served."""
    return jenis not in TIDAK_MENAHAN.get(kode, frozenset())


def periksa_peserta(sesi: Session, penduduk_ids: Sequence[int]) -> dict[int, list[Temuan]]:
    """Findings of each resident that has some."""
    hasil: dict[int, list[Temuan]] = {}
    for id_, b in kueri.orang(sesi, penduduk_ids).items():
        if temuan := _sendiri(b):
            hasil[id_] = temuan
    for id_, _ in kueri.kembaran(sesi, penduduk_ids):
        temuan = hasil.setdefault(id_, [])
        if not any(kode == "NAMA_TGL_GANDA" for kode, _ in temuan):
            temuan.append(("NAMA_TGL_GANDA", "ada penduduk lain dengan nama dan tanggal lahir sama"))
    return hasil


def _sendiri(b: Any) -> list[Temuan]:
    """What is odd in one record by itself."""
    temuan: list[Temuan] = []
    if nomor_nik.sementara(b.nik):
        temuan.append(("NIK_SEMENTARA", "belum mempunyai NIK dari Dukcapil"))
    temuan += nomor_nik.perbedaan(b.nik, b.tanggal_lahir, b.jk)
    if b.tanggal_lahir is None:
        temuan.append(("TGL_LAHIR_TIDAK_SAH", "tanggal lahir kosong"))
    if not b.nama_ibu.strip(" -"):
        temuan.append(("NAMA_IBU_KOSONG", "nama ibu kosong"))
    return temuan
