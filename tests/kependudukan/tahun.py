"""A year in the life of the practice village: random acts, five books on paper each month, closing, undo."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desa_app.buku.cetak import BukuCetak
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.ekspor.xlsx import tulis_xlsx
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.acara.batal import batalkan
from desa_app.kependudukan.daftar import penduduk_pada
from desa_app.kependudukan.hitung import jumlah_kini, jumlah_tanggal, rekap_bulan
from desa_app.kependudukan.induk import SaringanInduk, cetak_induk, ids_induk
from desa_app.kependudukan.ktp_kk import cetak_ktp_kk
from desa_app.kependudukan.mutasi import cetak_mutasi
from desa_app.kependudukan.rekapitulasi import cetak_rekapitulasi
from desa_app.kependudukan.sementara import cetak_sementara
from desa_app.kependudukan.tutup_buku import HasilTutup, tutup_bulan
from desa_app.waktu import akhir_bulan, bulan_dari
from tests.kependudukan.desa_kecil import Juru, Kalender

BUKU: dict[str, Callable[[Konteks, int], BukuCetak]] = {
    "B.1": cetak_induk, "B.2": cetak_mutasi, "B.3": cetak_rekapitulasi, "B.4": cetak_sementara,
    "B.5": cetak_ktp_kk,
}  # fmt: skip
MULAI = dt.date(2025, 12, 5)


@dataclass(frozen=True)
class HasilBulan:
    """What a month showed; every list of differences must be empty."""

    bulan: int
    peristiwa: int
    tutup: HasilTutup
    beda_angka: tuple[str, ...]
    beda_sel: tuple[str, ...]


def juru_contoh(kosong: Konteks, penduduk: int, benih: int = 1) -> Juru:
    """The practice village, opened in December, with a clerk who starts work in January."""
    kalender = Kalender(MULAI)
    k = replace(kosong, jam=kalender.jam())
    isi_desa_contoh(k, penduduk=penduduk, benih=benih)
    juru = Juru(k.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))), kalender, random.Random(benih))
    for bulan in bulan_sebelum(juru):
        assert tutup_bulan(juru.k, bulan).tertutup
    juru.ke_bulan_berikut()
    return juru


def bulan_sebelum(juru: Juru) -> list[int]:
    from desa_app.kependudukan.tutup_buku import bulan_buku

    return list(bulan_buku(juru.k))


def jalani_bulan(
    juru: Juru, langkah: int, folder: Path, pdf: Callable[[BukuCetak, Path], None]
) -> HasilBulan:
    """Acts of a month, an undo that must bring back every figure, books, counts, closing."""
    bulan = bulan_dari(juru.kalender.hari)
    sebelum = sum(juru.berhasil.values())
    for _ in range(langkah):
        juru.langkah()
    beda = [*beda_sesudah_batal(juru, bulan), *beda_angka(juru.k, bulan)]
    juru.kalender.hari = akhir_bulan(bulan)
    beda_sel_ = [pesan for kode in BUKU for pesan in beda_sel(juru.k, kode, bulan, folder, pdf)]
    tutup = tutup_bulan(juru.k, bulan)
    hasil = HasilBulan(bulan, sum(juru.berhasil.values()) - sebelum, tutup, tuple(beda), tuple(beda_sel_))
    juru.ke_bulan_berikut()
    return hasil


def beda_sesudah_batal(juru: Juru, bulan: int) -> list[str]:
    """Make one more birth and take it back: no figure of any day may differ."""
    dulu = semua_angka(juru.k, bulan)
    batalkan(juru.k, juru._lahir(), "percobaan")
    return ["sesudah batal"] if semua_angka(juru.k, bulan) != dulu else []


def semua_angka(k: Konteks, bulan: int) -> Any:
    hari = [akhir_bulan(bulan), k.jam.hari_ini()]
    return [b.angka for b in rekap_bulan(k, bulan)], [jumlah_tanggal(k, h) for h in hari], jumlah_kini(k)


def beda_angka(k: Konteks, bulan: int) -> list[str]:
    """The population as each screen counts it."""
    akhir = rekap_bulan(k, bulan)[-1].angka
    hitungan = {
        "B.3": akhir["akhir_jiwa"],
        "Beranda": jumlah_kini(k).jiwa,
        "B.1 tabel": len(ids_induk(k, SaringanInduk())),
        "B.1 cetak": len(cetak_induk(k, bulan).baris),
        "B.5 cetak": len(cetak_ktp_kk(k, bulan).baris),
        "daftar": len(penduduk_pada(k, akhir_bulan(bulan))),
    }
    return [f"{nama} {n}" for nama, n in hitungan.items() if n != akhir["akhir_jiwa"]]


def beda_sel(
    k: Konteks, kode: str, bulan: int, folder: Path, pdf: Callable[[BukuCetak, Path], None]
) -> list[str]:
    """Cells of the workbook that are not those of the book; the PDF must at least be written whole."""
    import python_calamine

    buku = BUKU[kode](k, bulan)
    tujuan = folder / f"{kode}-{bulan}.xlsx"
    tulis_xlsx(buku, tujuan)
    pdf(buku, tujuan.with_suffix(".pdf"))
    isi = python_calamine.CalamineWorkbook.from_path(tujuan).get_sheet_by_index(0).to_python()
    lebar = len(buku.spec.kolom)
    teks = [tuple(_sel(s) for s in baris[:lebar]) for baris in isi]
    nomor = next(n for n, baris in enumerate(teks) if baris == tuple(str(i) for i in range(1, lebar + 1)))
    harap = [*buku.baris, *([buku.jumlah] if buku.jumlah else [])]
    ada = teks[nomor + 1 : nomor + 1 + len(harap)]
    return [
        f"{kode} {bulan} baris {n}: {x} / {y}"
        for n, (x, y) in enumerate(zip(harap, ada, strict=True))
        if tuple(_sel(s) for s in x) != y
    ]


def _sel(nilai: object) -> str:
    """One spelling for a cell: whole numbers without decimals or thousands dots, no `-` for zero."""
    teks = str(int(nilai)) if isinstance(nilai, float) and nilai.is_integer() else str(nilai)
    teks = teks.replace(".", "") if teks.replace(".", "").isdigit() else teks
    return "" if teks in {"-", "0"} else teks
