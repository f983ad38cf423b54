"""The first screen: figures of today and everything that waits, gathered from the rooms of the office."""

from collections.abc import Callable
from dataclasses import dataclass

from desa_app.kantor import pekerjaan_kantor
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.pekerjaan import kartu_penduduk, pekerjaan_penduduk
from desa_app.lapangan.pekerjaan import pekerjaan_lapangan
from desa_app.pekerjaan import KartuAngka, Mendesak, Pekerjaan
from desa_app.pemeriksaan.temuan import pekerjaan_pemeriksaan
from desa_app.pengaduan.rekap import pekerjaan_pengaduan
from desa_app.spm.indikator import hitung_indikator
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.pekerjaan import pekerjaan_triwulan, pekerjaan_tugas
from desa_app.surat.pekerjaan import kartu_surat, pekerjaan_surat

PenyediaKartu = Callable[[Konteks], tuple[KartuAngka, ...]]
PenyediaPekerjaan = Callable[[Konteks], tuple[Pekerjaan, ...]]

KARTU: tuple[tuple[Izin, PenyediaKartu], ...] = (
    (Izin.BUKU_BACA, kartu_penduduk),
    (Izin.SURAT_BACA, kartu_surat),
)
"""Who brings cards, and the permission that is needed to see them."""
PEKERJAAN: tuple[tuple[Izin, PenyediaPekerjaan], ...] = (
    (Izin.SURAT_BACA, pekerjaan_surat),
    (Izin.BUKU_BACA, pekerjaan_penduduk),
    (Izin.BUKU_BACA, pekerjaan_pemeriksaan),
    (Izin.PENGATURAN, pekerjaan_kantor),
    (Izin.PENGADUAN_BACA, pekerjaan_pengaduan),
    (Izin.BUKU_BACA, pekerjaan_lapangan),
    (Izin.INDIKATOR_BACA, pekerjaan_triwulan),
    (Izin.INDIKATOR_BACA, pekerjaan_tugas),
)
"""Who brings lines of work, and the permission that is needed to see them."""


@dataclass(frozen=True)
class RingkasanBeranda:
    """Cards in order, lines with the most pressing first."""

    kartu: tuple[KartuAngka, ...]
    pekerjaan: tuple[Pekerjaan, ...]
    indikator: tuple[NilaiIndikator, ...] = ()
    """Gauges, for those who may see them."""


@kasus(Izin.BUKU_BACA)
def ringkasan_beranda(k: Konteks) -> RingkasanBeranda:
    """Everything the first screen shows to this person."""
    kartu = [isi for izin, beri in KARTU if k.boleh(izin) for isi in beri(k)]
    baris = [isi for izin, beri in PEKERJAAN if k.boleh(izin) for isi in beri(k)]
    urutan = list(Mendesak)
    pengukur = hitung_indikator(k) if k.boleh(Izin.INDIKATOR_BACA) else ()
    return RingkasanBeranda(
        tuple(kartu), tuple(sorted(baris, key=lambda b: urutan.index(b.mendesak))), pengukur
    )
