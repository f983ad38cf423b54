"""The SPM report to the Bupati through the Camat (Pasal 15 ayat (2) huruf c): words, tables, gauges."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from desa_app.bahasa import bilangan, kapital_kata, tanggal_panjang
from desa_app.buku.cetak import BukuCetak
from desa_app.desa import IdentitasDesa, identitas_dari
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.celah import celah
from desa_app.spm.cetak import TataKolom, buku_daftar, spec_daftar
from desa_app.spm.daftar import KEADAAN_PENUGASAN, KEADAAN_SARANA
from desa_app.spm.gauge import png_gauge
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.papan_indikator import PapanIndikator, papan_indikator
from desa_app.spm.periode import Periode
from desa_app.spm.potret import TitikTren, tren_dari
from desa_app.spm.setelan import SetelanSpm, setelan_dari
from desa_app.spm.uraian import Uraian, uraian_dari
from desa_app.surat.naskah import (
    Blok,
    BlokTtd,
    Daftar,
    Ilustrasi,
    Kertas,
    Kop,
    Naskah,
    Paragraf,
    Rincian,
    Tengah,
)
from desa_app.surat.penandatangan import kepala_desa
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.setelan import setelan_surat

SEBAB_TERBANYAK = 3
_KOLOM: tuple[TataKolom, ...] = (
    ("KODE", "kode", 12, "tengah"), ("INDIKATOR", "nama", 50, "kiri"), ("TARGET", "target", 12, "kanan"),
    ("PEMBILANG", "pembilang", 16, "kanan"), ("PENYEBUT", "penyebut", 16, "kanan"),
    ("REALISASI", "persen", 17, "kanan"), ("KEADAAN", "keadaan", 40, "kiri"),
    ("KENDALA", "kendala", 45, "kiri"), ("TINDAK LANJUT", "tindak", 45, "kiri"),
)  # fmt: skip


@dataclass(frozen=True)
class BarisLaporan:
    """One counted indicator of the report."""

    nilai: NilaiIndikator
    kendala: str
    tindak_lanjut: str
    dari_potret: bool
    """Taken from the snapshot that was stored at the quarter's end."""


@dataclass(frozen=True)
class LaporanSpm:
    """Everything the report says, before it becomes paper."""

    periode: Periode
    pada: dt.date
    papan: PapanIndikator
    baris: tuple[BarisLaporan, ...]


@dataclass(frozen=True)
class IsianLaporan:
    """What the officer may add to a report."""

    nomor: str = ""
    uraian: Mapping[str, Uraian] = field(default_factory=dict)
    """By indicator code."""


@kasus(Izin.INDIKATOR_BACA)
def susun_laporan(k: Konteks, periode: Periode, isian: IsianLaporan) -> LaporanSpm:
    """Figures of a period: stored snapshots where there are any, else the books."""
    pada = periode.keadaan(k.jam.hari_ini())
    papan = papan_indikator(k, pada)
    with k.baca() as sesi:
        potret, uraian = _potret(sesi, periode), {**uraian_dari(sesi, periode), **isian.uraian}
    baris = []
    for isi in papan.kartu:
        nilai, kode = isi.nilai, isi.nilai.kode
        if kode in potret:
            p = potret[kode]
            nilai = replace(nilai, pembilang=p.pembilang, penyebut=p.penyebut, target=p.target)
        kendala, tindak = _dari_celah(k, kode, pada)
        kata = uraian.get(kode, Uraian())
        baris.append(
            BarisLaporan(nilai, kata.kendala or kendala, kata.tindak_lanjut or tindak, kode in potret)
        )
    return LaporanSpm(periode, pada, papan, tuple(baris))


def _potret(sesi: Session, periode: Periode) -> dict[str, TitikTren]:
    """The stored quarter, or the year's last one, by indicator."""
    akhir = periode.rentang[1]
    titik = {kode: tren_dari(sesi, kode, akhir)[-1:] for kode in SEBUTAN}
    return {
        kode: isi[0]
        for kode, isi in titik.items()
        if isi and (isi[0].tahun, isi[0].triwulan) == (periode.tahun, periode.triwulan or 4)
    }


def _dari_celah(k: Konteks, kode: str, pada: dt.date) -> tuple[str, str]:
    """The commonest reasons and next steps of the gap list, with their numbers."""
    baris = [b for b in celah(k, kode, pada) if not b.segera]
    sebab = Counter(s for b in baris for s in pokok_sebab(b.sebab))
    saran = Counter(b.saran for b in baris)

    def kata(hitung: Counter[str]) -> str:
        return "; ".join(f"{teks} ({bilangan(n)})" for teks, n in hitung.most_common(SEBAB_TERBANYAK))

    return kata(sebab) or "-", kata(saran) or "-"


def pokok_sebab(sebab: str) -> list[str]:
    """What many rows have in common: `Surat X: kurang: KTP, KK` counts as `kurang KTP` and `kurang KK`,
    days and the sizes of families' land are left out."""
    awal, _, inti = sebab.rpartition(": ")
    if awal.endswith("kurang"):
        return [f"kurang {berkas}" for berkas in inti.split(", ")]
    if cocok := re.fullmatch(r"(\d+) dari \d+ bidang (.+)", inti):
        return [f"KK dengan {cocok[1]} bidang {cocok[2]}"]
    if inti.startswith("berkas menyusul"):
        return ["berkas baru dilengkapi sesudah diajukan"]
    return [re.sub(r"(, batas)? \d\d-\d\d-\d{4}", "", inti)]


@kasus(Izin.INDIKATOR_BACA)
def laporan_spm(k: Konteks, periode: Periode, isian: IsianLaporan | None = None) -> Naskah:
    """The report as a document for DOCX, PDF and print."""
    isian = isian or IsianLaporan()
    laporan = susun_laporan(k, periode, isian)
    with k.baca() as sesi:
        identitas, setelan = identitas_dari(sesi), setelan_dari(sesi)
        surat = setelan_surat(sesi)
        ttd = kepala_desa(sesi, k.jam.hari_ini(), identitas, surat).blok
        kop = susun_kop(identitas, surat)
    return naskah_resmi(
        identitas, kop, ttd, k.jam.hari_ini(),
        judul=f"LAPORAN PENYELENGGARAAN STANDAR PELAYANAN MINIMAL {identitas.sebutan_desa.upper()}",
        nomor=isian.nomor, blok=tuple(_isi(laporan, identitas, setelan)),
        tembusan=(f"Camat {identitas.kecamatan}", "Arsip"),
    )  # fmt: skip


def naskah_resmi(
    identitas: IdentitasDesa,
    kop: Kop,
    ttd: BlokTtd,
    tanggal: dt.date,
    *,
    judul: str,
    nomor: str,
    blok: tuple[Blok, ...],
    tembusan: tuple[str, ...] = (),
) -> Naskah:
    """A report in the village's letterhead, in smaller type than a letter."""
    return Naskah(
        kertas=Kertas(ukuran=11, kiri=25, kanan=20, spasi=1.1, jarak=6), kop=kop, judul=judul,
        nomor=nomor or "........................", blok=blok,
        tempat_tanggal=f"{identitas.nama}, {tanggal_panjang(tanggal)}", ttd=ttd, tembusan=tembusan,
        latihan=identitas.latihan, penulis=f"Pemerintah {identitas.sebutan_desa} {identitas.nama}",
        tanggal=tanggal.isoformat(),
    )  # fmt: skip


def _isi(laporan: LaporanSpm, desa: IdentitasDesa, setelan: SetelanSpm) -> list[Blok]:
    gauge = [png_gauge(b.nilai) for b in laporan.baris]
    keadaan = tanggal_panjang(laporan.pada)
    return [
        Tengah((laporan.periode.kata.upper(),)),
        Rincian(
            (
                ("Kepada", f"{setelan.kepala_daerah} {desa.kabupaten} melalui Camat {desa.kecamatan}"),
                (desa.sebutan_desa, f"{desa.nama}, {desa.sebutan_kecamatan} {desa.kecamatan}"),
                ("Dasar", setelan.peraturan),
                ("Keadaan", f"{keadaan} ({laporan.papan.kata_waktu})"),
            )
        ),
        Paragraf("Capaian indikator SPM Desa pada periode ini sebagai berikut:", "pembuka"),
        Ilustrasi(tuple(gauge[:2]), 42),
        Ilustrasi(tuple(gauge[2:]), 42),
        Daftar(
            ("Kode", "Indikator", "Target", "Realisasi", "Persen", "Keadaan"), (16, 46, 17, 32, 20, 43),
            tuple(_sel_indikator(b) for b in laporan.baris),
        ),
        Daftar(
            ("Kode", "Kendala", "Tindak lanjut"), (16, 74, 74), tuple(_sel_uraian(b) for b in laporan.baris)
        ),
        Paragraf("Capaian tiap dusun:", "pembuka"),
        _daftar_dusun(laporan.papan),
        Paragraf("Sarana dan prasarana (SPM-6) dan penugasan dari kabupaten (SPM-5):", "pembuka"),
        _daftar_sarana(laporan.papan),
        *_penugasan(laporan.papan),
        *_catatan_asal(laporan),
    ]  # fmt: skip


def _sel_indikator(b: BarisLaporan) -> tuple[str, ...]:
    n = b.nilai
    return (n.kode, SEBUTAN[n.kode].judul, f"{n.target} %", n.bandingan, n.persen, n.keadaan)


def _sel_uraian(b: BarisLaporan) -> tuple[str, ...]:
    return (b.nilai.kode, b.kendala, b.tindak_lanjut)


def _daftar_dusun(papan: PapanIndikator) -> Daftar:
    dusun = [nama for nama, _ in papan.kartu[0].per_dusun]
    baris = tuple(
        (kapital_kata(nama), *(isi.per_dusun[ke][1].persen for isi in papan.kartu))
        for ke, nama in enumerate(dusun)
    )
    return Daftar(("Dusun", *(isi.nilai.kode for isi in papan.kartu)), (40, 31, 31, 31, 31), baris)


def _daftar_sarana(papan: PapanIndikator) -> Daftar:
    baris = tuple((str(s.nomor), s.nama, KEADAAN_SARANA[s.keadaan], s.catatan or "-") for s in papan.sarana)
    return Daftar(("No.", "Sarana dan prasarana", "Keadaan", "Catatan"), (10, 60, 40, 54), baris)


def _penugasan(papan: PapanIndikator) -> list[Blok]:
    if not papan.penugasan:
        return [Paragraf("Belum ada penugasan sebagian urusan dari kabupaten kepada desa.")]
    baris = tuple(
        (p.jenis_layanan, p.peraturan or "-", KEADAAN_PENUGASAN[p.keadaan]) for p in papan.penugasan
    )
    return [Daftar(("Jenis pelayanan yang ditugaskan", "Peraturan", "Keadaan"), (70, 54, 40), baris)]


def _catatan_asal(laporan: LaporanSpm) -> list[Blok]:
    kata = []
    if any(b.dari_potret for b in laporan.baris):
        kata.append("Angka indikator adalah catatan yang disimpan pada akhir triwulan.")
    tangan = [b.nilai.kode for b in laporan.baris if "perkiraan, diisi tangan" in b.nilai.catatan]
    if tangan:
        kata.append(f"{', '.join(tangan)}: perkiraan yang diisi tangan.")
    return [Paragraf(" ".join(kata))] if kata else []


@kasus(Izin.INDIKATOR_BACA)
def tabel_laporan_spm(k: Konteks, periode: Periode, isian: IsianLaporan | None = None) -> BukuCetak:
    """The same figures as a table, for a workbook."""
    laporan = susun_laporan(k, periode, isian or IsianLaporan())
    baris = [
        (
            b.nilai.kode, SEBUTAN[b.nilai.kode].judul, f"{b.nilai.target} %", bilangan(b.nilai.pembilang),
            bilangan(b.nilai.penyebut), b.nilai.persen, b.nilai.keadaan, b.kendala, b.tindak_lanjut,
        )
        for b in laporan.baris
    ]  # fmt: skip
    judul = ("LAPORAN PENYELENGGARAAN SPM DESA", laporan.periode.kata.upper())
    with k.baca() as sesi:
        return buku_daftar(sesi, spec_daftar("SPM", "Laporan SPM Desa", _KOLOM), judul, baris, laporan.pada)


@kasus(Izin.INDIKATOR_BACA)
def lembar_indikator(k: Konteks, tanggal: dt.date | None = None) -> Naskah:
    """All gauges on one page, for the wall or the meeting."""
    pada = tanggal or k.jam.hari_ini()
    papan = papan_indikator(k, pada)
    with k.baca() as sesi:
        identitas, surat = identitas_dari(sesi), setelan_surat(sesi)
        ttd, kop = kepala_desa(sesi, pada, identitas, surat).blok, susun_kop(identitas, surat)
    gauge = [png_gauge(isi.nilai, (4.0, 2.4)) for isi in papan.kartu]
    baris = tuple(
        (isi.nilai.kode, SEBUTAN[isi.nilai.kode].judul, isi.nilai.kalimat, isi.kata_tren or "-")
        for isi in papan.kartu
    )
    ada = sum(s.tersedia for s in papan.sarana)
    naskah = naskah_resmi(
        identitas, kop, ttd, pada, judul="INDIKATOR STANDAR PELAYANAN MINIMAL DESA", nomor="",
        blok=(
            Tengah((f"Keadaan {tanggal_panjang(pada)}, {papan.kata_waktu}",), tebal=False),
            Ilustrasi(tuple(gauge[:2]), 46), Ilustrasi(tuple(gauge[2:]), 46),
            Daftar(("Kode", "Indikator", "Keadaan", "Perkembangan"), (17, 43, 58, 52), baris),
            Paragraf(
                f"SPM-6: {ada} dari {len(papan.sarana)} sarana tersedia. "
                f"SPM-5: {len(papan.penugasan)} penugasan."
            ),
        ),
    )  # fmt: skip
    return replace(naskah, nomor="", label_nomor=papan.peraturan)
