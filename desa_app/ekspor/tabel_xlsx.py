"""Plain tables as a workbook: text cells only, nothing that a spreadsheet would calculate or open."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desa_app.ekspor.berkas import teks_berkas, tulis_aman

PILIHAN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SEL_TERPANJANG = 32_767


@contextmanager
def buku_xlsx(tujuan: Path, *, hemat: bool = True) -> Iterator[Any]:
    """An XlsxWriter workbook that replaces `tujuan` when the block ends well.

    `hemat` writes row by row and forgets what lies behind; comments need it off.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tulis_aman(tujuan) as sementara:
        buku = Workbook(str(sementara), PILIHAN | {"constant_memory": hemat})
        yield buku
        try:
            buku.close()
        except FileCreateError as galat:
            sebab = galat.args[0] if galat.args else None
            raise (sebab if isinstance(sebab, OSError) else OSError(str(galat))) from galat


def tulis_teks(lembar: Any, baris: int, kolom: int, teks: str, gaya: Any = None) -> None:
    """A text cell, fit for a file; nothing for an empty text."""
    if teks:
        lembar.write_string(baris, kolom, teks_berkas(teks)[:SEL_TERPANJANG], gaya)


def tulis_lembar(buku: Any, nama: str, judul: Sequence[str], baris: Sequence[Sequence[str]]) -> Any:
    """A sheet with a frozen bold heading row and text rows; returns the sheet."""
    lembar = buku.add_worksheet(nama)
    tebal = buku.add_format({"bold": True})
    lembar.freeze_panes(1, 0)
    for kolom, teks in enumerate(judul):
        contoh = max((len(b[kolom]) for b in baris[:200]), default=0)
        lembar.set_column(kolom, kolom, min(60, max(len(teks), contoh) + 2))
    for kolom, teks in enumerate(judul):
        tulis_teks(lembar, 0, kolom, teks, tebal)
    for nomor, isi in enumerate(baris, 1):
        for kolom, teks in enumerate(isi):
            tulis_teks(lembar, nomor, kolom, teks)
    return lembar
