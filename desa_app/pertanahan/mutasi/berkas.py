"""An act on land told in a file. `jenis` names the act; areas and shares as people write them.

catat          isian: {fields of a parcel}, pemilik: [owner]
jual_beli, hibah, waris, wakaf    bidang, kepada: [owner], dari: owner (all owners when left out)
tukar          bidang, dengan
pemecahan      bidang, pecahan: [{luas, ..., pemilik: [owner]}], sebab
penggabungan   bidang: [number, ...]
sertifikasi    bidang, hak, no_sertifikat, luas
batal          mutasi, alasan

All but `catat` and `batal`: tanggal, dasar, ket. Parcels are told by their number. An owner is
{nik, bagian} or {jenis: warga_luar | badan | desa, nama, no_identitas, alamat, bagian}.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.bidang import baca_bidang, catat_bidang
from desa_app.pertanahan.isian import BagianMasuk, baca_pecahan
from desa_app.pertanahan.mutasi.bagian import PERALIHAN, salah
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan, tukar
from desa_app.pertanahan.mutasi.sertifikasi import sertifikasi
from desa_app.pertanahan.pemilik import PENDUDUK, WARGA_LUAR, PemilikMasuk

Isi = Mapping[str, Any]


@dataclass(frozen=True)
class HasilMutasi:
    """What an act made: its id (None for a first entry) and the parcels that began with it."""

    mutasi_id: int | None
    bidang: tuple[int, ...] = ()


@kasus(Izin.BUKU_UBAH)
def mutasi_dari_berkas(k: Konteks, isi: Isi) -> HasilMutasi:
    """Book one act told by numbers. Raises what the act itself raises."""
    jenis = str(isi.get("jenis") or "").replace("-", "_")
    pencatat = PENCATAT.get(jenis)
    if pencatat is None:
        raise salah("jenis", f"Jenis mutasi “{jenis}” tidak ada. Yang ada: {', '.join(PENCATAT)}.")
    return pencatat(k, isi)


def _wajib(isi: Isi, kunci: str) -> Any:
    if not isi.get(kunci):
        raise salah(kunci, f"“{kunci}” wajib diisi dalam berkas.")
    return isi[kunci]


def _nomor(isi: Isi, kunci: str) -> int:
    nilai = _wajib(isi, kunci)
    if not isinstance(nilai, int) or isinstance(nilai, bool):
        raise salah(kunci, f"“{kunci}” diisi nomor.")
    return nilai


def pemilik_masuk(isi: Isi) -> PemilikMasuk:
    """One owner of a file."""
    bawaan = PENDUDUK if isi.get("nik") else WARGA_LUAR
    nik, nama, nomor, alamat = (str(isi.get(x) or "") for x in ("nik", "nama", "no_identitas", "alamat"))
    jenis = str(isi.get("jenis") or bawaan)
    return PemilikMasuk(jenis=jenis, nik=nik, nama=nama, no_identitas=nomor, alamat=alamat)


def _bagian(isi: Isi, kunci: str) -> list[BagianMasuk]:
    hasil = []
    for satu in _wajib(isi, kunci):
        try:
            bagian = baca_pecahan(satu["bagian"]) if satu.get("bagian") else Fraction(1)
        except ValueError as galat:
            raise salah(kunci, f"Bagian pemilik: {galat}.") from None
        hasil.append(BagianMasuk(pemilik_masuk(satu), bagian))
    return hasil


def _catat(k: Konteks, isi: Isi) -> HasilMutasi:
    return HasilMutasi(None, (catat_bidang(k, _wajib(isi, "isian"), _bagian(isi, "pemilik")),))


def _pelepas(k: Konteks, bidang_id: int, isi: Isi) -> int:
    """The owner of the parcel who is meant by NIK, other number or name."""
    for pemilik, _ in baca_bidang(k, bidang_id).pemilik:
        nomor = isi.get("nik") or isi.get("no_identitas")
        if nomor == pemilik.no_identitas if nomor else isi.get("nama") == pemilik.nama:
            return pemilik.id
    raise salah("dari", "Yang melepaskan bukan pemilik bidang ini.")


def _alihkan(k: Konteks, isi: Isi) -> HasilMutasi:
    jenis, bidang_id = str(isi["jenis"]).replace("-", "_"), _nomor(isi, "bidang")
    dari = _pelepas(k, bidang_id, isi["dari"]) if isi.get("dari") else None
    return HasilMutasi(alihkan(k, jenis, isi, bidang_id=bidang_id, kepada=_bagian(isi, "kepada"), dari=dari))


def _tukar(k: Konteks, isi: Isi) -> HasilMutasi:
    return HasilMutasi(tukar(k, isi, bidang_id=_nomor(isi, "bidang"), dengan_id=_nomor(isi, "dengan")))


def _pecah(k: Konteks, isi: Isi) -> HasilMutasi:
    pecahan = [
        Pecahan(
            {x: y for x, y in p.items() if x != "pemilik"}, _bagian(p, "pemilik") if p.get("pemilik") else ()
        )
        for p in _wajib(isi, "pecahan")
    ]
    sebab = str(isi.get("sebab") or "pemecahan").replace("-", "_")
    return HasilMutasi(*pecah(k, isi, bidang_id=_nomor(isi, "bidang"), pecahan=pecahan, sebab=sebab))


def _gabung(k: Konteks, isi: Isi) -> HasilMutasi:
    nomor = _wajib(isi, "bidang")
    if not isinstance(nomor, list) or not all(isinstance(n, int) for n in nomor):
        raise salah("bidang", "“bidang” diisi daftar nomor bidang.")
    acara, baru = gabung(k, isi, bidang_ids=nomor)
    return HasilMutasi(acara, (baru,))


def _sertifikasi(k: Konteks, isi: Isi) -> HasilMutasi:
    return HasilMutasi(sertifikasi(k, isi, bidang_id=_nomor(isi, "bidang")))


def _batal(k: Konteks, isi: Isi) -> HasilMutasi:
    return HasilMutasi(batalkan_mutasi(k, _nomor(isi, "mutasi"), str(isi.get("alasan") or "")))


PENCATAT: dict[str, Callable[[Konteks, Isi], HasilMutasi]] = {
    "catat": _catat, **dict.fromkeys(PERALIHAN, _alihkan), "tukar": _tukar, "pemecahan": _pecah,
    "penggabungan": _gabung, "sertifikasi": _sertifikasi, "batal": _batal,
}  # fmt: skip
"""Acts by the word that a file uses."""
