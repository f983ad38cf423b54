"""B.1 and B.5 on paper: seconds and memory at 10,000 and 100,000 rows, beside drawing the same texts bare."""

import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.hasil import ULANG, Hasil, di_proses_sendiri, median_detik, puncak_mb

BATAS_DETIK, BATAS_MB = 2.5, 150.0
BATAS_TUMBUH = 1.3
"""How much a row may cost at 100,000 rows, measured in its cost at 10,000."""


def ukur() -> list[Hasil]:
    """Figures of this module."""
    hasil: list[Hasil] = []
    satuan: dict[str, float] = {}
    for kode in ("B.1", "B.5"):
        ulang = [di_proses_sendiri("benchmarks.buku_pdf", kode, "10000") for _ in range(ULANG)]
        detik, polos = (statistics.median(u[n] for u in ulang) for n in ("detik", "polos"))
        satuan[kode] = detik
        hasil.append(
            Hasil(
                f"{kode} PDF, 10.000 baris", detik, "s", f"tulis teks saja {polos:.2f} s", detik / polos,
                f"<= {BATAS_DETIK} s", detik <= BATAS_DETIK,
            )
        )  # fmt: skip
        hasil += _memori("10.000 baris", ulang[0]["mb"], BATAS_MB)
    besar = di_proses_sendiri("benchmarks.buku_pdf", "B.1", "100000")
    tumbuh = besar["detik"] / 10 / satuan["B.1"]
    hasil.append(
        Hasil(
            "B.1 PDF, 100.000 baris", besar["detik"], "s", "10 x 10.000 baris", tumbuh,
            f"<= {BATAS_TUMBUH} x", tumbuh <= BATAS_TUMBUH,
        )
    )  # fmt: skip
    return hasil + _memori("100.000 baris", besar["mb"], None)


def _memori(nama: str, mb: float | None, batas: float | None) -> list[Hasil]:
    if mb is None:
        return []
    kata, lolos = ("", None) if batas is None else (f"<= {batas:g} MB", mb <= batas)
    return [Hasil(f"  memori, {nama}", mb, "MB", batas=kata, lolos=lolos)]


def _satu(kode: str, jumlah: int) -> dict[str, float | None]:
    from benchmarks.buku_contoh import buku as buat_buku
    from ui.kertas.pelukis import PelukisQt

    buku, pelukis = buat_buku(kode, jumlah), PelukisQt()
    with tempfile.TemporaryDirectory() as folder:
        detik = median_detik(lambda: pelukis.buku_ke_pdf(buku, Path(folder) / "b.pdf"), 1)
        mb = puncak_mb()
        polos = (
            median_detik(lambda: _polos(buku.baris, Path(folder) / "p.pdf"), 1) if jumlah <= 10_000 else 0.0
        )
    return {"detik": detik, "mb": mb, "polos": polos}


def _polos(baris: Sequence[tuple[str, ...]], tujuan: Path) -> None:
    """The same texts, one after the other, without wrapping, lines or headings."""
    from PySide6.QtCore import QPointF

    from ui.kertas.halaman import Halaman, lembar_pdf
    from ui.kertas.huruf import Huruf

    with lembar_pdf(tujuan, Halaman(), "polos") as (pdf, pelukis):
        pelukis.setFont(Huruf(7).font)
        for nomor, sel in enumerate(baris):
            if nomor and nomor % 30 == 0:
                pdf.newPage()
            for kolom, teks in enumerate(sel):
                pelukis.drawText(QPointF(400 + 780 * kolom, 400 + nomor % 30 * 250), teks)


if __name__ == "__main__":
    print(json.dumps(_satu(sys.argv[1], int(sys.argv[2]))))
