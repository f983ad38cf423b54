"""Searching and paging residents, beside the bare query for the same rows."""

from sqlalchemy import text

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, median_detik
from desa_app.bahasa import bilangan
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import cari_warga
from desa_app.kependudukan.induk import SaringanInduk, baris_induk, ids_induk

BATAS_CARI = {20_000: 10.0, 100_000: 30.0}
BATAS_LOMPAT = 20.0
CARI = ("siti am", "99010241", "zzqq xx", "a", "wati sup")
"""Words as officers type them; the third finds nobody and so looks through everything."""
HALAMAN = 200


def ukur() -> list[Hasil]:
    """Search at both sizes; first page and jump at 100,000."""
    hasil = []
    for penduduk, batas in BATAS_CARI.items():
        with desa_contoh(penduduk) as k:
            terburuk = max(_cari(k, teks) for teks in CARI) * 1000
            polos = median_detik(lambda: _polos(k), 5) * 1000
            hasil.append(
                Hasil(f"cari, {bilangan(penduduk)} penduduk, terburuk", terburuk, "ms",
                      f"kueri polos {polos:.1f} ms", terburuk / polos, f"<= {batas:g} ms", terburuk <= batas)
            )  # fmt: skip
            if penduduk == max(BATAS_CARI):
                hasil += _tabel(k)
    return hasil


def _cari(k: Konteks, teks: str) -> float:
    return median_detik(lambda: cari_warga(k, teks), 5)


def _polos(k: Konteks) -> None:
    with k.basis.baca() as sesi:
        sesi.execute(text("SELECT id FROM penduduk WHERE cari LIKE '%zzqq%' AND cari LIKE '%xx%'")).all()


def _tabel(k: Konteks) -> list[Hasil]:
    pertama = median_detik(lambda: baris_induk(k, ids_induk(k, SaringanInduk())[:HALAMAN])) * 1000
    ids = ids_induk(k, SaringanInduk())
    tengah = len(ids) // 2
    lompat = median_detik(lambda: baris_induk(k, ids[tengah : tengah + HALAMAN]), 9) * 1000
    return [
        Hasil("B.1 buka dan halaman pertama, 100.000", pertama, "ms", "lompat", pertama / lompat),
        Hasil("B.1 lompat ke tengah, 100.000", lompat, "ms", batas=f"<= {BATAS_LOMPAT:g} ms",
              lolos=lompat <= BATAS_LOMPAT),
    ]  # fmt: skip
