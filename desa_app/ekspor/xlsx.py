"""A book as a workbook: the same rows as on paper, NIK as text, nothing that can run as a formula."""

import re
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from desa_app.buku.cetak import KERTAS_MM, NIHIL, TANDA_LATIHAN, BukuCetak, Rata, TandaTangan
from desa_app.buku.kepala import garis_kira_kira, lebar_kolom, perlu_kira_kira, sel_judul, tinggi_baris
from desa_app.buku.lebar import lebar_angka_arial, terpanjang
from desa_app.ekspor.berkas import teks_berkas, tulis_aman

HURUF = 9.0
"""Type size in points on the sheet; columns grow with it and the print setup scales both back."""
BARIS_TANDA_TANGAN = 4
"""Empty rows for the hand-written signatures."""
TERPANJANG = 32_767
"""Characters a cell can hold."""
_NOMOR_KERTAS = {"A3": 8, "A4": 9, "F4": 14, "F4-210": 14}
"""Paper numbers of the format; 14 is Folio, the 215 x 330 mm sheet offices call F4."""
_TEPI_MM = 10.0
_PIKSEL_PER_MM, _POIN_PER_PIKSEL = 96 / 25.4, 0.75
_BILANGAN = re.compile(r"0|-?[1-9]\d{0,14}")
_LUAS = re.compile(r"(?:0|[1-9]\d{0,2}(?:\.\d{3}){1,3})(,\d\d)?|[1-9]\d{0,2}(,\d\d)")
"""Areas as the land books write them, `1.250` or `1.250,50`."""
_RATA: dict[Rata, str] = {"kiri": "left", "tengah": "center", "kanan": "right"}


def tulis_xlsx(buku: BukuCetak, tujuan: Path) -> None:
    """Write the workbook. Raises BerkasBermasalah when the file cannot be written."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tulis_aman(tujuan) as sementara:
        pilihan = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        buku_kerja = Workbook(str(sementara), pilihan)
        buku_kerja.set_properties({"title": buku.judul[0] if buku.judul else buku.spec.nama})
        _Lembar(buku_kerja, buku).tulis()
        try:
            buku_kerja.close()
        except FileCreateError as galat:
            sebab = galat.args[0] if galat.args else None
            raise (sebab if isinstance(sebab, OSError) else OSError(str(galat))) from galat


def _piksel_angka(isi: tuple[str, bool]) -> float:
    return lebar_angka_arial(isi[0], HURUF) / _POIN_PER_PIKSEL + 12


class _Lembar:
    """Writes one sheet from top to bottom; rows already left behind cannot be touched again."""

    def __init__(self, buku_kerja: Any, buku: BukuCetak) -> None:
        self._kerja, self._buku, self._spec = buku_kerja, buku, buku.spec
        self._ws: Any = buku_kerja.add_worksheet(re.sub(r"[\[\]:*?/\\]", "-", buku.spec.kode)[:31])
        self._n = len(buku.spec.kolom)
        self._baris = 0
        mm = max(KERTAS_MM[buku.spec.kertas]) - 2 * _TEPI_MM
        dasar = lebar_kolom(buku.spec, mm * _PIKSEL_PER_MM * HURUF / buku.spec.huruf)
        perlu = [max(map(_piksel_angka, isi), default=0.0) for isi in terpanjang(buku)]
        self._piksel = [max(d, p) for d, p in zip(dasar, perlu, strict=True)]
        """Wide enough for figures, or the workbook shows ###; the page is scaled to one sheet."""
        self._poin = [p * _POIN_PER_PIKSEL for p in self._piksel]
        self._muat = [int(p / (HURUF * 0.7)) for p in self._poin]
        """Letters that surely fit one line of each column."""

    def tulis(self) -> None:
        for c, lebar in enumerate(self._piksel):
            self._ws.set_column_pixels(c, c, round(lebar))
        self._atas()
        awal_judul = self._baris
        self._judul_kolom()
        self._atur_cetak(awal_judul)
        self._isi()
        self._bawah()

    def _gaya(self, **sifat: Any) -> Any:
        return self._kerja.add_format({"font_name": "Arial", "font_size": HURUF, **sifat})

    def _teks(self, kolom: int, teks: str, gaya: Any, sampai: int | None = None) -> None:
        """Text in the present row, over the columns up to `sampai`."""
        self._ws.write_string(self._baris, kolom, teks_berkas(teks)[:TERPANJANG], gaya)
        if sampai is not None and sampai > kolom:
            for c in range(kolom + 1, sampai + 1):
                self._ws.write_blank(self._baris, c, None, gaya)
            self._gabung(self._baris, kolom, self._baris, sampai)

    def _gabung(self, *daerah: int) -> None:
        # merge_range() writes all its rows at once, which the row-by-row mode forbids.
        self._ws.merge.append(list(daerah))

    def _selebar(self, teks: str, gaya: Any) -> None:
        self._teks(0, teks, gaya, self._n - 1)
        self._baris += 1

    def _atas(self) -> None:
        besar = self._gaya(bold=True, align="center", font_size=HURUF + 4)
        tengah = self._gaya(align="center")
        if self._buku.latihan:
            self._selebar(TANDA_LATIHAN, self._gaya(bold=True, align="center", font_color="#B03030"))
        if self._buku.kop:
            if self._buku.kop.lambang:
                gambar = {"image_data": BytesIO(self._buku.kop.lambang), "object_position": 3}
                self._ws.insert_image(self._baris, 0, "lambang", gambar | {"x_scale": 0.3, "y_scale": 0.3})
            for baris in self._buku.kop.baris:
                self._selebar(baris, besar if baris.isupper() else tengah)
            self._baris += 1
        for baris in self._buku.judul:
            self._selebar(baris, besar)
        self._baris += 1

    def _judul_kolom(self) -> None:
        gaya = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1}
        datar, tegak = self._gaya(**gaya), self._gaya(**gaya, rotation=90)
        sel, awal = sel_judul(self._spec), self._baris
        perlu = {s: perlu_kira_kira(s, sum(self._poin[s.kolom : s.kolom + s.lebar]), HURUF) for s in sel}
        tinggi = tinggi_baris(sel, lambda s: perlu[s][0], self._spec.baris_judul, HURUF * 1.5)
        pemilik = {
            (s.baris + b, s.kolom + c): s for s in sel for b in range(s.tinggi) for c in range(s.lebar)
        }
        for b in range(self._spec.baris_judul):
            self._ws.set_row(awal + b, tinggi[b])
            for c in range(self._n):
                s = pemilik[b, c]
                rupa = tegak if perlu[s][1] else datar
                if (b, c) == (s.baris, s.kolom):
                    self._ws.write_string(awal + b, c, teks_berkas(s.teks), rupa)
                else:
                    self._ws.write_blank(awal + b, c, None, rupa)
        for s in sel:
            if s.tinggi * s.lebar > 1:
                b = awal + s.baris
                self._gabung(b, s.kolom, b + s.tinggi - 1, s.kolom + s.lebar - 1)
        self._baris = awal + self._spec.baris_judul
        nomor = self._gaya(align="center", border=1, italic=True)
        for c, kolom in enumerate(self._spec.kolom):
            self._ws.write_number(self._baris, c, kolom.no, nomor)
        self._baris += 1

    def _atur_cetak(self, awal_judul: int) -> None:
        ws = self._ws
        ws.freeze_panes(self._baris, 0)
        ws.set_landscape()
        ws.set_paper(_NOMOR_KERTAS.get(self._spec.kertas, 9))
        ws.set_margins(*[_TEPI_MM / 25.4] * 2, *[15 / 25.4] * 2)
        ws.fit_to_pages(1, 0)
        ws.repeat_rows(awal_judul, self._baris - 1)
        ws.set_footer("&L" + self._spec.kode + "&RHalaman &P dari &N")
        if self._buku.latihan:
            ws.set_header("&C" + TANDA_LATIHAN)

    def _isi(self) -> None:
        if not self._buku.baris:
            self._selebar(NIHIL, self._gaya(border=1, valign="top", text_wrap=True, align="center"))
        gaya = self._gaya_isi(tebal=False)
        for baris in self._buku.baris:
            self._baris_isi(baris, *gaya)
        if self._buku.jumlah is not None:
            self._baris_isi(self._buku.jumlah, *self._gaya_isi(tebal=True))

    def _gaya_isi(self, *, tebal: bool) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
        """Formats of each column for text, whole numbers, whole areas and areas with decimals."""
        dasar = {"border": 1, "valign": "top", "text_wrap": True, **({"bold": True} if tebal else {})}
        bentuk = ("@", "", "#,##0", "#,##0.00")
        teks, angka, luas, pecahan = (
            [
                self._gaya(**dasar, align=_RATA[k.rata], **({"num_format": b} if b else {}))
                for k in self._spec.kolom
            ]
            for b in bentuk
        )
        return teks, angka, luas, pecahan

    def _baris_isi(
        self, baris: tuple[str, ...], teks: list[Any], angka: list[Any], luas: list[Any], pecahan: list[Any]
    ) -> None:
        ws, b = self._ws, self._baris
        garis = max(self._jumlah_garis(baris), self._buku.spec.garis_terkecil)
        if garis > 1:
            ws.set_row(b, min(409, garis * HURUF * 1.28 + 3))
        for c, (kolom, sel) in enumerate(zip(self._spec.kolom, baris, strict=True)):
            if kolom.tipe in {"INT", "LUAS_M2"} and _BILANGAN.fullmatch(sel):
                ws.write_number(b, c, int(sel), angka[c])
            elif kolom.tipe == "LUAS_M2" and _LUAS.fullmatch(sel):
                nilai = float(sel.replace(".", "").replace(",", "."))
                ws.write_number(b, c, nilai, (pecahan if "," in sel else luas)[c])
            elif sel := teks_berkas(sel):
                ws.write_string(b, c, sel[:TERPANJANG], teks[c])
            else:
                ws.write_blank(b, c, None, teks[c])
        self._baris += 1

    def _jumlah_garis(self, baris: tuple[str, ...]) -> int:
        """Lines the row needs: not every reader grows rows by itself."""
        terbanyak = 1
        for c, teks in enumerate(baris):
            if len(teks) > self._muat[c]:
                terbanyak = max(terbanyak, garis_kira_kira(teks, self._poin[c] - 6, HURUF))
        return terbanyak

    def _bawah(self) -> None:
        kecil = self._gaya(italic=True, font_color="#444444")
        for catatan in self._buku.catatan:
            self._teks(0, catatan, kecil)
            self._baris += 1
        if self._buku.ttd:
            self._tanda_tangan(self._buku.ttd)

    def _tanda_tangan(self, ttd: TandaTangan) -> None:
        biasa = self._gaya(align="center")
        tebal = self._gaya(align="center", bold=True, underline=1)
        # Each block is a third of the sheet's width, however many columns that takes.
        jumlah, batas = sum(self._piksel), [sum(self._piksel[: c + 1]) for c in range(self._n)]
        akhir_kiri = next(c for c, b in enumerate(batas) if b >= jumlah / 3)
        awal_kanan = max(akhir_kiri + 1, next(c for c, b in enumerate(batas) if b > jumlah * 2 / 3))
        self._baris += 1
        kosong = ("",) * BARIS_TANDA_TANGAN
        for kiri, kanan, pertama in (
            (ttd.kiri, ttd.kanan, biasa),
            (kosong, kosong, biasa),
            (ttd.nama_kiri, ttd.nama_kanan, tebal),
        ):
            for i, (teks_kiri, teks_kanan) in enumerate(zip_longest(kiri, kanan, fillvalue="")):
                gaya = biasa if i else pertama
                self._teks(0, teks_kiri, gaya, akhir_kiri)
                self._teks(awal_kanan, teks_kanan, gaya, self._n - 1)
                self._baris += 1
