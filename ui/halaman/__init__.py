"""The pages of the window, in the order of the rail. A page that is not listed does not exist.

`pabrik` is `module:class`, imported when the page is first opened.
"""

from dataclasses import dataclass

from desa_app.keamanan.peran import Izin


@dataclass(frozen=True)
class HalamanInfo:
    """One page: its key (also its icon and help), words in the rail, permissions of which one suffices."""

    kunci: str
    judul: str
    izin: tuple[Izin, ...]
    pabrik: str


HALAMAN: tuple[HalamanInfo, ...] = (
    HalamanInfo("beranda", "Beranda", (Izin.BUKU_BACA,), "ui.halaman.beranda:HalamanBeranda"),
    HalamanInfo(
        "pelayanan",
        "Pelayanan surat",
        (Izin.SURAT_BACA,),
        "ui.halaman.pelayanan.halaman:HalamanPelayanan",
    ),
    HalamanInfo(
        "kependudukan",
        "Kependudukan",
        (Izin.BUKU_BACA,),
        "ui.halaman.kependudukan:HalamanKependudukan",
    ),
    HalamanInfo("pertanahan", "Pertanahan", (Izin.BUKU_BACA,), "ui.halaman.pertanahan:HalamanPertanahan"),
    HalamanInfo(
        "pemeriksaan",
        "Pemeriksaan data",
        (Izin.BUKU_BACA,),
        "ui.halaman.pemeriksaan.halaman:HalamanPemeriksaan",
    ),
    HalamanInfo(
        "lapangan",
        "Layanan lapangan",
        (Izin.BUKU_BACA,),
        "ui.halaman.lapangan:HalamanLapangan",
    ),
    HalamanInfo("pengaduan", "Pengaduan", (Izin.PENGADUAN_BACA,), "ui.halaman.pengaduan:HalamanPengaduan"),
    HalamanInfo("indikator", "Indikator", (Izin.INDIKATOR_BACA,), "ui.halaman.indikator:HalamanIndikator"),
    HalamanInfo("triwulan", "Triwulan", (Izin.INDIKATOR_BACA,), "ui.halaman.triwulan:HalamanTriwulan"),
    HalamanInfo(
        "laporan", "Laporan", (Izin.BUKU_BACA, Izin.INDIKATOR_BACA), "ui.halaman.laporan:HalamanLaporan"
    ),
    HalamanInfo(
        "pengaturan",
        "Pengaturan",
        (Izin.PENGATURAN, Izin.PENGGUNA, Izin.AUDIT_BACA),
        "ui.halaman.pengaturan.halaman:HalamanPengaturan",
    ),
)
"""Order of the rail: beranda, pelayanan, kependudukan, pertanahan, pemeriksaan, lapangan, pengaduan,
indikator, triwulan, laporan, pengaturan."""
