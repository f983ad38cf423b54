"""Two records side by side, field by field, for the eye that decides whether they are one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import impor as kueri
from desa_app.bahasa import samarkan
from desa_app.buku.kolom_penduduk import TANPA_NOMOR_ASLI, kolom_lengkap, teks_nilai
from desa_app.errors import TidakDitemukan
from desa_app.impor.banding import KOLOM_PENDUDUK
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.temuan import SaringanTemuan, TemuanInfo, daftar_temuan

KODE_PASANGAN = ("NIK_GANDA", "NAMA_TGL_GANDA", "ORANG_MIRIP")
"""Checks whose findings are pairs."""
BUKAN = "bukan orang yang sama"
"""Reason with which a pair is settled."""


@dataclass(frozen=True)
class BarisSanding:
    """One field: its name, both values in words, whether they differ."""

    isian: str
    kiri: str
    kanan: str

    @property
    def beda(self) -> bool:
        """Both are filled and not the same."""
        return bool(self.kiri and self.kanan) and self.kiri != self.kanan


@kasus(Izin.BUKU_BACA)
def daftar_pasangan(k: Konteks) -> list[TemuanInfo]:
    """Open pairs that may be the same person."""
    return [x for x in daftar_temuan(k, SaringanTemuan()) if x.kode in KODE_PASANGAN and x.lawan_id]


@kasus(Izin.BUKU_BACA)
def sandingkan(k: Konteks, kiri_id: int, kanan_id: int) -> list[BarisSanding]:
    """Every field that at least one of the two has. Raises TidakDitemukan when one is gone."""
    with k.baca() as sesi:
        kunci = {kunci for _, kunci in kolom_lengkap()} & KOLOM_PENDUDUK
        semua = {b.id: b._mapping for b in kueri.penduduk_kini(sesi, kunci, (kiri_id, kanan_id))}
    if len(semua) != len({kiri_id, kanan_id}):
        raise TidakDitemukan("Salah satu orang itu tidak ada lagi dalam buku. Jalankan pemeriksaan lagi.")
    hasil = []
    for judul, nama in kolom_lengkap():
        kiri, kanan = (_teks(nama, semua[i][nama]) for i in (kiri_id, kanan_id))
        if kiri or kanan:
            hasil.append(BarisSanding(judul, kiri, kanan))
    return hasil


def _teks(kunci: str, nilai: object) -> str:
    isi = teks_nilai(kunci, nilai)
    # The last digits tell two numbers apart and the masked middle protects them.
    return samarkan(isi) if kunci in TANPA_NOMOR_ASLI else isi


def jumlah_beda(baris: Sequence[BarisSanding]) -> int:
    """How many fields differ."""
    return sum(b.beda for b in baris)
