"""Every kind of letter in every length, paper and signer form: how many miss a rule of the paper."""

import time

from benchmarks.hasil import Hasil


def ukur() -> list[Hasil]:
    """Misses of the whole matrix, and how long one letter takes with its checks."""
    from tests.surat.matriks import periksa_semua

    awal = time.perf_counter()
    jumlah, masalah = periksa_semua()
    satu = (time.perf_counter() - awal) / jumlah * 1000
    return [
        Hasil(f"{jumlah} surat, aturan kertas yang meleset", len(masalah), "", "", None, "0", not masalah),
        Hasil("satu surat dibuat, dilukis, dan diperiksa", satu, "ms"),
    ]
