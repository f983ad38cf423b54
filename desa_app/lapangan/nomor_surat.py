"""Which papers of a visit get a number of the agenda, and giving it."""

from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import ambil
from desa_app.lapangan.kertas import bahan_kertas
from desa_app.lapangan.kertas_naskah import NASKAH
from desa_app.surat.keluar import (
    KODE_KEPENDUDUKAN,
    KODE_TUGAS,
    Rujukan,
    SuratKeluar,
    beri_nomor_dinas,
    surat_keluar,
)
from desa_app.surat.nomor_dinas import KODE_UMUM

KODE: dict[str, str] = {
    "permohonan": KODE_KEPENDUDUKAN,
    "surat-anomali": KODE_KEPENDUDUKAN,
    "tugas": KODE_TUGAS,
    "berita-acara": KODE_UMUM,
    "laporan": KODE_UMUM,
}
"""Papers with a number, each with its heading of the classification."""


@kasus(Izin.SURAT_BUAT)
def nomori_kertas(k: Konteks, kegiatan_id: int, kode: str) -> str:
    """Give a letter of a visit the next number of the agenda; returns it. What it says is then frozen."""
    if kode not in KODE:
        raise TidakDitemukan("Hanya surat yang bernomor; daftar tidak memakai nomor surat.")
    with k.tulis("lapangan.nomor") as t:
        kegiatan = ambil(t.sesi, kegiatan_id)
        if kegiatan.perangkat != "A":
            raise DesaError("Nomor surat diberikan di kantor, bukan di laptop. Tidak ada nomor yang diambil.")
        if kegiatan.keadaan == "batal":
            raise DesaError(f"Kegiatan {kegiatan.nama} dibatalkan. Tidak ada nomor yang diambil.")
        nama, susun = NASKAH[kode]
        camat = f"Camat {identitas_dari(t.sesi).kecamatan}"
        pihak = {"laporan": camat, "tugas": "Petugas pelayanan", "berita-acara": "Arsip desa"}
        rujukan = Rujukan(
            objek=f"lapangan:{kegiatan_id}", jenis=kode, nama=nama, kode=KODE[kode],
            pihak=pihak.get(kode, f"Kepala {kegiatan.dinas}"), hal=kegiatan.nama,
        )  # fmt: skip
        surat = beri_nomor_dinas(t, rujukan, lambda nomor: susun(bahan_kertas(t.sesi, k, kegiatan_id, nomor)))
        return surat.nomor


@kasus(Izin.BUKU_BACA)
def nomor_kertas(k: Konteks, kegiatan_id: int) -> dict[str, SuratKeluar]:
    """Numbered letters of a visit by the key of the paper."""
    with k.baca() as sesi:
        return surat_keluar(sesi, f"lapangan:{kegiatan_id}")
