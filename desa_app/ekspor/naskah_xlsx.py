"""A paper of running text as a workbook: its words line by line and its tables as cells."""

from pathlib import Path
from typing import Any

from desa_app.buku.cetak import TANDA_LATIHAN
from desa_app.ekspor.tabel_xlsx import buku_xlsx, tulis_teks
from desa_app.surat.naskah import BlokTtd, Butir, Daftar, Naskah, Paragraf, Rincian

LEBAR_KOLOM = 22


def tulis_naskah_xlsx(naskah: Naskah, tujuan: Path) -> None:
    """Write the workbook. Raises BerkasBermasalah when the file cannot be written."""
    with buku_xlsx(tujuan) as buku:
        _Penulis(buku, naskah).tulis()


class _Penulis:
    """Writes one sheet from top to bottom."""

    def __init__(self, buku: Any, naskah: Naskah) -> None:
        self._naskah, self._baris = naskah, 0
        self._lembar = buku.add_worksheet("Naskah")
        self._tebal = buku.add_format({"bold": True})
        kotak = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
        self._sel, self._kepala = buku.add_format(kotak), buku.add_format(kotak | {"bold": True})
        kolom = max((len(b.judul) for b in naskah.blok if isinstance(b, Daftar)), default=3)
        self._lembar.set_column(0, 0, 6 if kolom > 3 else LEBAR_KOLOM)
        self._lembar.set_column(1, max(kolom - 1, 2), LEBAR_KOLOM)
        self._lembar.fit_to_pages(1, 0)

    def tulis(self) -> None:
        """Letterhead, opening, blocks, signatures."""
        n = self._naskah
        for teks in (*((TANDA_LATIHAN,) if n.latihan else ()), *(b.teks for b in n.kop.baris), "", n.judul):
            self._tulis(teks, self._tebal)
        self._tulis(f"Nomor: {n.nomor.strip()}")
        if n.dinas:
            for teks in (f"Hal: {n.dinas.hal}", f"Lampiran: {n.dinas.lampiran}", *n.dinas.tujuan):
                self._tulis(teks)
        self._tulis("")
        for blok in n.blok:
            self._blok(blok)
        self._tulis("")
        self._tulis(n.tempat_tanggal)
        for ttd in (n.ttd_kiri, n.ttd, n.ttd_bawah):
            if ttd is not None:
                self._ttd(ttd)

    def _tulis(self, teks: str, gaya: Any = None) -> None:
        tulis_teks(self._lembar, self._baris, 0, teks, gaya)
        self._baris += 1

    def _blok(self, blok: Any) -> None:
        if isinstance(blok, Paragraf):
            self._tulis(blok.teks)
        elif isinstance(blok, Butir):
            for nomor, teks in enumerate(blok.butir, 1):
                self._tulis(f"{nomor}. {teks}")
        elif isinstance(blok, Rincian):
            for label, nilai in blok.baris:
                tulis_teks(self._lembar, self._baris, 0, label)
                tulis_teks(self._lembar, self._baris, 2, nilai)
                self._baris += 1
        else:
            self._daftar(blok)

    def _daftar(self, blok: Daftar) -> None:
        for gaya, baris in ((self._kepala, (blok.judul,)), (self._sel, blok.baris)):
            for sel in baris:
                for kolom, teks in enumerate(sel):
                    if teks:
                        tulis_teks(self._lembar, self._baris, kolom, teks, gaya)
                    else:
                        self._lembar.write_blank(self._baris, kolom, None, gaya)
                self._baris += 1
        self._baris += 1

    def _ttd(self, ttd: BlokTtd) -> None:
        for teks in (*(j.teks for j in ttd.jabatan), "", "", ttd.nama, *ttd.bawah):
            self._tulis(teks)
