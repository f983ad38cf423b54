"""Land at 20,000 parcels: page, totals, PDF, redrawing an outline; and 500 random chains of acts."""

import json
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, di_proses_sendiri, median_detik
from desa_app.kasus import Konteks

PENDUDUK = 72_000
"""Residents of the practice village that has about 20,000 parcels."""
BATAS_HALAMAN, BATAS_JUMLAH, BATAS_PDF, BATAS_GAMBAR = 20.0, 100.0, 4.0, 16.0
RANTAI, SEKALIGUS = 500, 10
"""Chains, and how many share a village."""


def ukur() -> list[Hasil]:
    """Figures of this module."""
    with desa_contoh(PENDUDUK) as k:
        hasil = [*_daftar(k), *_pdf(k)]
    return [*hasil, _gambar(), _rantai(), _kontrol()]


def _daftar(k: Konteks) -> list[Hasil]:
    from desa_app.pertanahan.saringan import SaringanTanah
    from desa_app.pertanahan.tanah_desa import baris_tanah, ids_tanah, jumlah_tanah

    hasil = []
    for per_bidang in (False, True):
        saringan = SaringanTanah(per_bidang=per_bidang)
        ids = ids_tanah(k, saringan)
        tengah = len(ids) // 2
        ms = _ms(lambda: baris_tanah(k, ids[tengah : tengah + 200], saringan))  # noqa: B023
        nama = f"A.6 halaman per {'bidang' if per_bidang else 'pemilik'}, {len(ids)} baris"
        hasil.append(Hasil(nama, ms, "ms", batas=f"<= {BATAS_HALAMAN:g} ms", lolos=ms <= BATAS_HALAMAN))
    ms = _ms(lambda: jumlah_tanah(k))
    hasil.append(Hasil("A.6 jumlah", ms, "ms", batas=f"<= {BATAS_JUMLAH:g} ms", lolos=ms <= BATAS_JUMLAH))
    return hasil


def _ms(kerja: Callable[[], object]) -> float:
    return median_detik(kerja, 9) * 1000


def _pdf(k: Konteks) -> list[Hasil]:
    from desa_app.pertanahan.saringan import SaringanTanah
    from desa_app.pertanahan.tanah_desa import cetak_tanah_desa
    from ui.kertas.pelukis import PelukisQt

    saringan = SaringanTanah(per_bidang=True)
    susun = median_detik(lambda: cetak_tanah_desa(k, 202611, saringan), 3)
    buku, pelukis = cetak_tanah_desa(k, 202611, saringan), PelukisQt()
    with tempfile.TemporaryDirectory() as folder:
        lukis = median_detik(lambda: pelukis.buku_ke_pdf(buku, Path(folder) / "a6.pdf"), 3)
    nama = f"A.6 dari klik sampai PDF, {len(buku.baris)} bidang"
    return [
        Hasil(nama, susun + lukis, "s", batas=f"<= {BATAS_PDF:g} s", lolos=susun + lukis <= BATAS_PDF),
        Hasil("  menyusun barisnya", susun, "s"),
    ]


def _gambar() -> Hasil:
    ms = di_proses_sendiri("benchmarks.tanah")["ms"]
    return Hasil(
        "gambar ulang sketsa 200 sudut", ms, "ms", batas=f"<= {BATAS_GAMBAR:g} ms", lolos=ms <= BATAS_GAMBAR
    )


def _gambar_di_sini() -> dict[str, float]:
    """Milliseconds of one repaint; needs an application with windows, so it runs in its own process."""
    from PySide6.QtWidgets import QApplication

    from ui.halaman.pertanahan.kanvas import KanvasSketsa

    aplikasi = QApplication([])
    kanvas = KanvasSketsa()
    kanvas.resize(760, 560)
    sudut = tuple(
        (round(60_000 * math.cos(i * math.pi / 100)), round(45_000 * math.sin(i * math.pi / 100)))
        for i in range(200)
    )
    kanvas.isi(sudut, (0, 50, 100, 150), ())
    kanvas.show()
    aplikasi.processEvents()
    ms = _ms(kanvas.grab)
    kanvas.close()
    return {"ms": ms}


def _rantai() -> Hasil:
    awal = time.perf_counter()
    rusak = sum(_kumpulan(benih) for benih in range(0, RANTAI, SEKALIGUS))
    detik = time.perf_counter() - awal
    return Hasil(
        f"rantai mutasi acak yang rusak (dari {RANTAI})", rusak, "", f"{detik:.0f} s", batas="0",
        lolos=not rusak,
    )  # fmt: skip


def _kontrol() -> Hasil:
    """The same chains with an undo that brings nothing back: each must be seen to break."""
    from desa_app.pertanahan.mutasi import batal

    with patch.object(batal, "kembalikan", lambda *_: None):
        rusak = _kumpulan(0)
    return Hasil(
        f"  kontrol: pembatalan yang lalai (dari {SEKALIGUS})", rusak, "", batas=str(SEKALIGUS),
        lolos=rusak == SEKALIGUS,
    )  # fmt: skip


def _kumpulan(mulai: int) -> int:
    """Some chains in one fresh village; how many of them broke a sum or an undo."""
    from db.engine import Database, buat_engine
    from db.migrate import siapkan_berkas
    from desa_app.desa import PermulaanDesa, mulai_desa
    from desa_app.kasus import Pelaku
    from desa_app.keamanan.pengguna import PenggunaBaru
    from desa_app.waktu import jam_tetap
    from tests.conftest import HARI_INI, IDENTITAS, PEJABAT, SANDI
    from tests.pertanahan.bahan import warga
    from tests.pertanahan.rantai import jalani

    rusak = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        berkas = Path(folder) / "desa.db"
        siapkan_berkas(berkas)
        basis = Database(buat_engine(berkas))
        pengguna = PenggunaBaru("dewi", "Dewi", SANDI, ("sekdes", "admin"))
        k = Konteks(basis, jam_tetap(HARI_INI))
        mulai_desa(k, PermulaanDesa(IDENTITAS, pengguna, PEJABAT, ("Krajan", "Sumber")))
        k = k.sebagai(Pelaku(1, "Dewi", ("sekdes", "admin")))
        orang = warga(k, 4)
        for benih in range(mulai, mulai + SEKALIGUS):
            try:
                jalani(k, orang, benih, langkah=8)
            except AssertionError:
                rusak += 1
        basis.tutup()
    return rusak


if __name__ == "__main__":
    print(json.dumps(_gambar_di_sini()))
