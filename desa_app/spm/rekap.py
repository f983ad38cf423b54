"""Reports that are tables: the quarter's steps, letters by kind with how quickly they were served."""

from collections import defaultdict
from dataclasses import replace

from db.queries import spm as kueri
from desa_app.bahasa import bilangan, persen
from desa_app.buku.cetak import BukuCetak
from desa_app.desa import hari_libur
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.cetak import TataKolom, buku_daftar, checklist_dari, spec_daftar
from desa_app.spm.hitung import BatasCepat, cepat
from desa_app.spm.periode import Periode
from desa_app.surat.alur import MENUNGGU

_KOLOM: tuple[TataKolom, ...] = (
    ("NOMOR URUT", "no_urut", 9, "kanan"), ("JENIS SURAT KETERANGAN", "jenis", 70, "kiri"),
    ("PERMOHONAN", "permohonan", 20, "kanan"), ("LENGKAP SAAT DIAJUKAN", "lengkap", 22, "kanan"),
    ("CEPAT", "cepat", 16, "kanan"), ("LAMBAT", "lambat", 16, "kanan"),
    ("BELUM SELESAI", "belum", 18, "kanan"), ("PERSEN CEPAT", "persen", 20, "kanan"),
)  # fmt: skip


@kasus(Izin.INDIKATOR_BACA)
def laporan_triwulan(k: Konteks, periode: Periode) -> BukuCetak:
    """The checklist of a period: its own steps, as of its end (as of today while it runs)."""
    pada = periode.keadaan(k.jam.hari_ini())
    with k.baca() as sesi:
        return checklist_dari(sesi, pada, periode=periode)


@kasus(Izin.INDIKATOR_BACA)
def rekap_surat(k: Konteks, periode: Periode) -> BukuCetak:
    """Requests of a period by kind: complete at once, quick, slow, running (steps 4 and 5 of the seven)."""
    pada = periode.keadaan(k.jam.hari_ini())
    hitung: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    with k.baca() as sesi:
        batas = BatasCepat(hari_libur(sesi))
        for b in kueri.permohonan_tahun(sesi, periode.tahun, pada):
            if b.diterima.date() < periode.rentang[0]:
                continue
            selesai_cepat = cepat(b, pada, batas)
            belum = b.siap is None and b.status in MENUNGGU
            tambah = (
                1,
                int(b.lengkap_awal),
                int(selesai_cepat),
                int(not selesai_cepat and not belum),
                int(belum),
            )
            hitung[b.nama_jenis] = [a + t for a, t in zip(hitung[b.nama_jenis], tambah, strict=True)]
        baris = [_baris(str(ke), jenis, hitung[jenis]) for ke, jenis in enumerate(sorted(hitung), 1)]
        semua = [sum(h[ke] for h in hitung.values()) for ke in range(5)]
        judul = ("REKAPITULASI SURAT KETERANGAN", f"TINGKAT PENYELESAIAN, {periode.kata.upper()}")
        spec = spec_daftar("SPM-4", "Rekapitulasi surat", _KOLOM)
        buku = buku_daftar(
            sesi, spec, judul, baris, pada, ("Cepat: lengkap saat diajukan dan siap dalam 1 hari kerja.",)
        )
    return replace(buku, jumlah=_baris("", "JUMLAH", semua))


def _baris(nomor: str, jenis: str, angka: list[int]) -> tuple[str, ...]:
    return (nomor, jenis, *(bilangan(a) for a in angka), persen(angka[2], angka[0]))
