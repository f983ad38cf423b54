"""Visits as the tests need them."""

import datetime as dt

from desa_app.kasus import Konteks
from desa_app.lapangan.celah import calon_peserta
from desa_app.lapangan.kegiatan import KegiatanBaru, rencanakan
from desa_app.lapangan.peserta import PesertaInfo, daftar_peserta, tambah_peserta

SANDI = "pagi cerah di balai"


def kegiatan_baru(templat: str = "KETUPAT_PECEL", hari: dt.date = dt.date(2026, 11, 20)) -> KegiatanBaru:
    return KegiatanBaru(
        templat=templat, nama="Jemput bola Krajan", tanggal=hari, tempat="Balai Dusun Krajan",
        tempat_ambil="Kantor Desa", tanggal_ambil=hari + dt.timedelta(days=10),
        petugas=(("Rina Wulandari", "Ketua tim"),),
    )  # fmt: skip


def kegiatan_ktp(k: Konteks, banyak: int) -> tuple[int, tuple[PesertaInfo, ...]]:
    """A visit for the first people of the gap list who have no findings."""
    kegiatan = rencanakan(k, kegiatan_baru())
    semua = [c for c in calon_peserta(k, "ktp", kegiatan_id=kegiatan) if not c.nik.startswith("0")]
    hasil = tambah_peserta(k, kegiatan, {c.penduduk_id: ("ktp",) for c in semua[:banyak]}, asal="ktp")
    assert hasil.ditambah == banyak
    return kegiatan, daftar_peserta(k, kegiatan)
