"""What a complaint consists of, and the words of its closed lists."""

import datetime as dt
from dataclasses import dataclass

from db.models import Pengaduan
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak

SALURAN = {
    "loket": "Datang ke loket",
    "telepon": "Telepon",
    "pesan": "Pesan singkat atau WhatsApp",
    "surat": "Surat",
    "kotak": "Kotak saran",
    "lain": "Lainnya",
}
LAYANAN = {
    "surat": "Surat keterangan",
    "kependudukan": "Data dan dokumen kependudukan",
    "pertanahan": "Pertanahan",
    "lapangan": "Layanan lapangan",
    "petugas": "Sikap petugas",
    "lain": "Lainnya",
}
NILAI = {1: "Tidak puas", 2: "Kurang puas", 3: "Puas", 4: "Sangat puas"}
TERTUTUP = "(hanya untuk yang menangani)"
"""Shown in place of the name to those who do not handle complaints."""
ANONIM = "Tanpa nama"
PENANGAN = (Izin.PENGADUAN_UBAH, Izin.PENGADUAN_DISPOSISI)
"""Who may see the one who complained: the desk that works on it and the Kepala Desa who disposes."""
TEKS_TERPANJANG = 4_000


@dataclass(frozen=True, kw_only=True)
class PengaduanBaru:
    """What the desk enters. Without `nama` and `penduduk_id` the complaint is anonymous."""

    saluran: str
    layanan: str
    perihal: str
    uraian: str
    nama: str = ""
    alamat: str = ""
    kontak: str = ""
    penduduk_id: int | None = None
    surat_id: int | None = None
    kegiatan_id: int | None = None
    diterima: dt.datetime | None = None
    """When it came, if earlier than now (a letter in the box)."""


@dataclass(frozen=True)
class Pelapor:
    """The one who complained."""

    nama: str
    alamat: str = ""
    kontak: str = ""


@dataclass(frozen=True)
class RiwayatInfo:
    """One step: state, actor, time, note."""

    keadaan: str
    saat: dt.datetime
    oleh: str
    catatan: str


@dataclass(frozen=True, kw_only=True)
class PengaduanInfo:
    """A complaint as screens show it. `pelapor` is already masked where the person may not see it."""

    id: int
    nomor: str
    diterima: dt.datetime
    tenggat: dt.date
    saluran: str
    layanan: str
    perihal: str
    uraian: str
    surat: str
    """Number of the letter concerned, empty for none."""
    surat_id: int | None
    kegiatan: str
    kegiatan_id: int | None
    keadaan: str
    mendesak: Mendesak
    waktu: str
    """The clock in words."""
    penerima_disposisi: str
    jawaban: str
    dijawab: dt.datetime | None
    tepat_waktu: bool | None
    nilai: int | None
    pelapor: Pelapor
    riwayat: tuple[RiwayatInfo, ...] = ()


def nomor_pengaduan(p: Pengaduan) -> str:
    """Number of a complaint as papers show it."""
    return f"PGD-{p.urut:03}/{p.tahun}"
