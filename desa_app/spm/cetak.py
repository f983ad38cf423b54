"""Lists of SPM Desa as books for paper, PDF and workbook: the names behind a gauge, the checklist."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session

from desa_app.bahasa import bilangan, samarkan, tanggal_panjang
from desa_app.buku.cetak import BukuCetak, BukuSpec, Kolom, Rata
from desa_app.buku.paraf import kop_buku, tanda_tangan
from desa_app.desa import identitas_dari
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.celah import celah
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.papan import PapanTriwulan, SelLangkah, papan_dari
from desa_app.spm.periode import Periode
from desa_app.spm.rencana import ASPEK, TAHUN_ROMAWI

TataKolom = tuple[str, str, float, Rata]
"""Heading, key, relative width, alignment."""
_CELAH: tuple[TataKolom, ...] = (
    ("NOMOR URUT", "no_urut", 8, "kanan"), ("NAMA LENGKAP", "nama", 34, "kiri"), ("NIK", "nik", 24, "tengah"),
    ("NOMOR KK", "no_kk", 24, "tengah"), ("UMUR", "umur", 9, "tengah"), ("DUSUN", "dusun", 18, "kiri"),
    ("RT/RW", "rt", 12, "tengah"), ("DIDAHULUKAN", "utama", 20, "kiri"), ("SEBAB", "sebab", 40, "kiri"),
    ("LANGKAH BERIKUT", "saran", 38, "kiri"),
)  # fmt: skip
_CHECKLIST: tuple[TataKolom, ...] = (
    ("RENCANA", "aspek", 24, "kiri"), ("TAHUN", "tahun", 13, "tengah"),
    ("TRIWULAN/ BUTIR", "bagian", 15, "tengah"),
    ("LANGKAH KEGIATAN", "teks", 110, "kiri"), ("TARGET", "target", 14, "kanan"),
    ("REALISASI", "realisasi", 16, "kanan"), ("PERSEN", "persen", 13, "kanan"),
    ("KEADAAN", "status", 17, "tengah"), ("KEGIATAN", "kegiatan", 15, "kanan"),
    ("BUKTI", "bukti", 12, "kanan"),
)  # fmt: skip


def spec_daftar(
    kode: str, nama: str, kolom: Sequence[TataKolom], *, kertas: str = "F4", huruf: float = 7.5
) -> BukuSpec:
    """A list with one heading row and numbered columns."""
    isi = tuple(
        Kolom(nomor, (judul,), kunci, lebar=lebar, rata=rata)
        for nomor, (judul, kunci, lebar, rata) in enumerate(kolom, 1)
    )
    return BukuSpec(kode, nama, (), 1, isi, kertas=kertas, huruf=huruf)


def buku_daftar(
    sesi: Session,
    spec: BukuSpec,
    judul: tuple[str, ...],
    baris: Sequence[tuple[str, ...]],
    tanggal: dt.date,
    catatan: tuple[str, ...] = (),
) -> BukuCetak:
    """The list with letterhead and signatures."""
    desa = identitas_dari(sesi)
    return BukuCetak(
        spec=spec, judul=judul, baris=baris, kop=kop_buku(desa), ttd=tanda_tangan(sesi, desa, tanggal),
        catatan=catatan, latihan=desa.latihan, kepala_halaman=judul[0],
    )  # fmt: skip


@kasus(Izin.INDIKATOR_BACA)
def cetak_celah(
    k: Konteks,
    kode: str,
    tanggal: dt.date | None = None,
    dusun_id: int | None = None,
    *,
    terbuka: bool = False,
) -> BukuCetak:
    """The names behind an indicator. `terbuka` prints NIK and KK whole and needs its own permission."""
    if terbuka:
        k.wajib(Izin.EKSPOR_TERBUKA)
    pada = tanggal or k.jam.hari_ini()
    semua = celah(k, kode, pada, dusun_id)
    baris = [sel_celah(nomor, b, terbuka=terbuka) for nomor, b in enumerate(semua, 1)]
    judul = (
        f"DAFTAR YANG BELUM, {kode}",
        SEBUTAN[kode].judul.upper(),
        f"KEADAAN {tanggal_panjang(pada).upper()}",
    )
    with k.baca() as sesi:
        return buku_daftar(
            sesi, spec_daftar(kode, "Daftar yang belum", _CELAH), judul, baris, pada,
            (f"{bilangan(len(baris))} baris. Urutan: yang paling menolong lebih dulu.",),
        )  # fmt: skip


def sel_celah(nomor: int, b: BarisCelah, *, terbuka: bool) -> tuple[str, ...]:
    """Cells of one row; `-` stands for nothing."""
    nik, no_kk = (b.nik, b.no_kk) if terbuka else (samarkan(b.nik), samarkan(b.no_kk))
    isi = (
        b.nama, nik, no_kk, "" if b.umur is None else str(b.umur), b.dusun,
        f"{b.rt}/{b.rw}" if b.rt else "", b.utama, "; ".join(x for x in (b.sebab, b.tanda) if x), b.saran,
    )  # fmt: skip
    return (str(nomor), *(sel or "-" for sel in isi))


@kasus(Izin.INDIKATOR_BACA)
def cetak_checklist(k: Konteks, aspek: str | None = None, pada: dt.date | None = None) -> BukuCetak:
    """The checklist of one plan, or of all four, as of a day."""
    hari = pada or k.jam.hari_ini()
    with k.baca() as sesi:
        return checklist_dari(sesi, hari, aspek)


def checklist_dari(
    sesi: Session, pada: dt.date, aspek: str | None = None, periode: Periode | None = None
) -> BukuCetak:
    """`cetak_checklist` inside an open session; with a period only the steps that fall into it."""
    papan = papan_dari(sesi, pada)
    terpilih = [a for a in papan.aspek if aspek in {None, a.aspek}]
    baris = [
        _sel_langkah(s)
        for a in terpilih
        for b in a.tahun
        for s in b.sel
        if periode is None or _dalam(s, periode)
    ]
    nama = terpilih[0].nama.upper() if aspek else periode.kata.upper() if periode else "SEMUA RENCANA"
    judul = ("RENCANA DAN CHECKLIST TRIWULAN SPM DESA", nama, f"KEADAAN {tanggal_panjang(pada).upper()}")
    spec = spec_daftar("SPM", "Checklist triwulan", _CHECKLIST)
    return buku_daftar(sesi, spec, judul, baris, pada, (_catatan_papan(papan),))


def _catatan_papan(papan: PapanTriwulan) -> str:
    mulai = f"Tahun mulai {papan.tahun_mulai}." if papan.tahun_mulai else "Tahun mulai belum ditetapkan."
    return f"{mulai} Kemajuan seluruh rencana {papan.per_seribu // 10} %."


def _dalam(s: SelLangkah, periode: Periode) -> bool:
    awal, akhir = periode.rentang
    return s.rentang[0] <= akhir and s.rentang[1] >= awal


def _sel_langkah(s: SelLangkah) -> tuple[str, ...]:
    tahun = f"{TAHUN_ROMAWI[s.langkah.tahun_ke - 1]} ({s.tahun})" if s.langkah.tahun_ke else str(s.tahun)
    angka = s.langkah.berbagian
    return (
        ASPEK[s.langkah.aspek], tahun, str(s.langkah.triwulan or s.langkah.butir), s.langkah.teks,
        bilangan(s.target) if s.target else "-", bilangan(s.realisasi) if angka else "-",
        f"{s.per_seribu // 10} %" if s.target or not angka else "-", s.status.value, str(s.kegiatan or "-"),
        str(s.bukti or "-"),
    )  # fmt: skip
