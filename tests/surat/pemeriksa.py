"""Measures the properties C01-C45 of a letter on its Word file (P); `pemeriksa_pdf` does it on a PDF (R).

It knows nothing of the writers: it opens the files as a stranger would and compares them with what
the village has set. Each finding starts with the number of its property.
"""

from tests.surat.bacaan import TANGGAL, Baca, Harapan, Uji
from tests.surat.pemeriksa_bentuk import BENTUK
from tests.surat.pemeriksa_isi import ISI
from tests.surat.pemeriksa_ttd import TTD

P: dict[str, Uji] = {**BENTUK, **ISI, **TTD}
"""Checks on the Word file."""


def periksa_docx(isi: bytes, harapan: Harapan) -> list[str]:
    """Every property that the Word file misses."""
    b = Baca.dari(isi)
    return [f"{kode}: {masalah}" for kode, uji in P.items() if (masalah := uji(b, harapan)) is not None]


__all__ = ["TANGGAL", "Baca", "Harapan", "P", "periksa_docx"]
