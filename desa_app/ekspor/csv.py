"""A book as plain separated text: every cell quoted, and no cell that a spreadsheet would execute."""

import csv
import re
from pathlib import Path

from desa_app.buku.cetak import TANDA_LATIHAN, BukuCetak
from desa_app.ekspor.berkas import teks_berkas, tulis_aman

PEMISAH = ";"
"""The separator that spreadsheets expect under Indonesian settings, where the comma marks decimals."""
_RUMUS = re.compile(r"[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫]")
_BILANGAN = re.compile(r"-|-?\d{1,3}(\.?\d{3})*(,\d+)?")


def sel_aman(teks: str) -> str:
    """The text with a leading apostrophe when it would start a formula; a dash or number stays."""
    return f"'{teks}" if _RUMUS.match(teks) and not _BILANGAN.fullmatch(teks) else teks


def tulis_csv(buku: BukuCetak, tujuan: Path) -> None:
    """Write headings (one row, levels joined), rows, total and notes; UTF-8 with a mark for Excel."""
    with tulis_aman(tujuan) as sementara, sementara.open("w", encoding="utf-8-sig", newline="") as aliran:
        penulis = csv.writer(aliran, delimiter=PEMISAH, quoting=csv.QUOTE_ALL, lineterminator="\r\n")

        def tulis(sel: tuple[str, ...]) -> None:
            penulis.writerow([sel_aman(teks_berkas(s)) for s in sel])

        tulis(tuple(" > ".join(k.judul) for k in buku.spec.kolom))
        for baris in buku.baris:
            tulis(baris)
        if buku.jumlah is not None:
            tulis(buku.jumlah)
        for catatan in (*buku.catatan, *([TANDA_LATIHAN] if buku.latihan else [])):
            tulis((catatan,))
