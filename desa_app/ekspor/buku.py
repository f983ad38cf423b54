"""One door for saving a book: the ending of the file name decides the kind of file."""

from collections.abc import Callable
from pathlib import Path

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.pelukis import Pelukis
from desa_app.errors import BerkasBermasalah

AKHIRAN = (".pdf", ".xlsx", ".docx", ".csv")


def simpan_buku(buku: BukuCetak, tujuan: Path, pelukis: Callable[[], Pelukis]) -> None:
    """Write the book to `tujuan`; `pelukis` makes the painter, asked only for PDF.

    Raises DesaError with a sentence when that cannot be done.
    """
    akhiran = tujuan.suffix.lower()
    if akhiran == ".pdf":
        pelukis().buku_ke_pdf(buku, tujuan)
    elif akhiran == ".xlsx":
        from desa_app.ekspor.xlsx import tulis_xlsx

        tulis_xlsx(buku, tujuan)
    elif akhiran == ".docx":
        from desa_app.ekspor.docx import tulis_docx

        tulis_docx(buku, tujuan)
    elif akhiran == ".csv":
        from desa_app.ekspor.csv import tulis_csv

        tulis_csv(buku, tujuan)
    else:
        raise BerkasBermasalah(
            f"Jenis berkas “{tujuan.suffix or tujuan.name}” tidak dikenal. "
            f"Pilih salah satu: {', '.join(AKHIRAN)}."
        )
