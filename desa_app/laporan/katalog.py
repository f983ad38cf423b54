"""Every report of the office in one list: what it is, which periods it has, and how it is composed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desa_app.bahasa import nama_bulan, tanggal_panjang
from desa_app.buku.cetak import BukuCetak
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.rekapitulasi import cetak_rekapitulasi
from desa_app.lapangan.kegiatan import daftar_kegiatan
from desa_app.lapangan.kertas import kertas_lapangan
from desa_app.laporan.bulanan import baca_laporan, surat_pengantar
from desa_app.laporan.kiriman import BULANAN, Kiriman, baca_kiriman, surat_kiriman
from desa_app.spm.laporan import IsianLaporan, laporan_spm
from desa_app.spm.periode import Periode, baca_periode, periode_berjalan
from desa_app.spm.simpan import NAMA as NAMA_SPM
from desa_app.spm.simpan import NASKAH as NASKAH_SPM
from desa_app.spm.simpan import TABEL as TABEL_SPM
from desa_app.spm.standar import poster_standar
from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah
from desa_app.surat.register import rekap_surat
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari, geser_bulan

Kertas = Naskah | NaskahBebas | BukuCetak
Pilihan = tuple[str, str]
"""A period: key and words."""
BULAN_TAWAR, MINGGU_TAWAR, TRIWULAN_TAWAR = 13, 9, 8


@dataclass(frozen=True)
class Laporan:
    """One report. `periode` lists its periods, the usual one first; `susun` composes it for one of them."""

    kunci: str
    nama: str
    uraian: str
    izin: Izin
    periode: Callable[[Konteks], list[Pilihan]]
    susun: Callable[[Konteks, str], Kertas]
    kirim: str = ""
    """Key of its dispatches: reports that go out together share one. Empty for those that stay here."""


def _bulan(k: Konteks) -> list[Pilihan]:
    """The month that is over first, as reports are due after its end; then the running one and older ones."""
    kini = bulan_dari(k.jam.hari_ini())
    semua = [geser_bulan(kini, -n) for n in range(BULAN_TAWAR)]
    return [(str(b), nama_bulan(b)) for b in (semua[1], semua[0], *semua[2:])]


def _minggu(k: Konteks) -> list[Pilihan]:
    """Weeks from Monday to Sunday, the running one first."""
    hari_ini = k.jam.hari_ini()
    senin = hari_ini - dt.timedelta(days=hari_ini.weekday())
    awal = [senin - dt.timedelta(weeks=n) for n in range(MINGGU_TAWAR)]
    return [(h.isoformat(), f"Minggu mulai {tanggal_panjang(h)}") for h in awal]


def _triwulan(k: Konteks) -> list[Pilihan]:
    """Quarters, the running one first, then whole years."""
    kini = periode_berjalan(k.jam.hari_ini())
    nomor = kini.tahun * 4 + (kini.triwulan or 1) - 1
    semua = [Periode(n // 4, n % 4 + 1) for n in range(nomor, nomor - TRIWULAN_TAWAR, -1)]
    semua += [Periode(tahun) for tahun in range(kini.tahun, kini.tahun - 3, -1)]
    return [(p.kunci, p.kata) for p in semua]


def _hari_ini(k: Konteks) -> list[Pilihan]:
    return [("", f"Keadaan {tanggal_panjang(k.jam.hari_ini())}")]


def _kegiatan(k: Konteks) -> list[Pilihan]:
    return [(str(i.id), f"{i.isi.nama}, {tanggal_panjang(i.isi.tanggal)}") for i in daftar_kegiatan(k)]


def _rekap_minggu(k: Konteks, periode: str) -> Kertas:
    senin = dt.date.fromisoformat(periode)
    return rekap_surat(k, senin, senin + dt.timedelta(days=6))


def _rekap_bulan(k: Konteks, periode: str) -> Kertas:
    return rekap_surat(k, awal_bulan(int(periode)), akhir_bulan(int(periode)))


def _spm(kunci: str, uraian: str, *, tetap: bool = False, tabel: bool = False) -> Laporan:
    def susun(k: Konteks, periode: str) -> Kertas:
        p = baca_periode(periode) if periode else periode_berjalan(k.jam.hari_ini())
        if kunci == "spm" and not tabel:
            return laporan_spm(k, p, IsianLaporan(nomor=baca_kiriman(k, kunci, p.kunci).nomor))
        return TABEL_SPM[kunci](k, p) if tabel or kunci not in NASKAH_SPM else NASKAH_SPM[kunci](k, p)

    nama = NAMA_SPM[kunci] + (" (tabel)" if tabel else "")
    nomor = f"{kunci}-tabel" if tabel else kunci
    kirim = "" if tetap else kunci
    return Laporan(nomor, nama, uraian, Izin.INDIKATOR_BACA, _hari_ini if tetap else _triwulan, susun, kirim)


LAPORAN: dict[str, Laporan] = {
    isi.kunci: isi
    for isi in (
        Laporan(
            "pengantar", "Surat pengantar laporan bulanan",
            "Kepada Disdukcapil, dengan angka B.3 dan B.2 bulan itu.",
            Izin.BUKU_BACA, _bulan, lambda k, p: surat_pengantar(k, baca_laporan(k, int(p))), BULANAN,
        ),
        Laporan(
            "b3", "B.3 Rekapitulasi Jumlah Penduduk", "Lampiran laporan bulanan, satu baris setiap dusun.",
            Izin.BUKU_BACA, _bulan, lambda k, p: cetak_rekapitulasi(k, int(p)), BULANAN,
        ),
        Laporan("surat-minggu", "Inventarisasi surat mingguan", "Surat yang diminta, selesai, dan terlambat.",
                Izin.SURAT_BACA, _minggu, _rekap_minggu, "surat-minggu"),
        Laporan("surat-bulan", "Inventarisasi surat bulanan", "Yang sama untuk satu bulan, kepada Bupati.",
                Izin.SURAT_BACA, _bulan, _rekap_bulan, "surat-bulan"),
        _spm("spm", "Kepada Bupati melalui Camat: target, realisasi, kendala, dan tindak lanjut."),
        _spm("spm", "Angka laporan SPM sebagai tabel.", tabel=True),
        _spm("triwulan", "Rencana dan realisasi checklist dalam periodenya."),
        _spm("surat", "Berapa surat selesai dalam satu hari kerja."),
        _spm("keputusan", "Rancangan dengan pejabat penyelenggara dan target.", tetap=True),
        Laporan(
            "standar", NAMA_SPM["standar"], "Poster: persyaratan, waktu, biaya, petugas, dan cara mengadu.",
            Izin.INDIKATOR_BACA, lambda _: [("A3", "Kertas A3"), ("F4", "Kertas F4")],
            lambda k, p: poster_standar(k, kertas=p or "A3"),
        ),
        Laporan(
            "lapangan", "Laporan hasil PAK KEDES atau KETUPAT PECEL", "Kepada Camat, satu kegiatan saja.",
            Izin.BUKU_BACA, _kegiatan, lambda k, p: kertas_lapangan(k, int(p), "laporan"), "lapangan",
        ),
    )
}  # fmt: skip
"""Reports in the order of the page."""


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def laporan_boleh(k: Konteks) -> list[Laporan]:
    """Reports that the acting person may see."""
    return [isi for isi in LAPORAN.values() if k.boleh(isi.izin)]


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def periode_laporan(k: Konteks, kunci: str) -> list[Pilihan]:
    """Periods of a report, the usual one first; empty when there is nothing to report on."""
    return _ambil(kunci).periode(k)


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def susun_laporan_kantor(k: Konteks, kunci: str, periode: str) -> Kertas:
    """Compose a report; the use case behind it asks for its own permission."""
    return _ambil(kunci).susun(k, periode)


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def pengantar_laporan(k: Konteks, kunci: str, kiriman: Kiriman) -> Naskah:
    """The covering letter of a report and period, as noted."""
    isi = _ambil(kunci)
    if isi.kirim == BULANAN:
        return surat_pengantar(k, baca_laporan(k, int(kiriman.periode)))
    masa = dict(isi.periode(k)).get(kiriman.periode, kiriman.periode)
    return surat_kiriman(k, kiriman, isi.nama.removesuffix(" (tabel)"), masa)


def _ambil(kunci: str) -> Laporan:
    if kunci not in LAPORAN:
        raise TidakDitemukan("Laporan itu tidak ada. Pilih dari daftar pada halaman Laporan.")
    return LAPORAN[kunci]
