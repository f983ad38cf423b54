"""A book as a document that the office can still edit: real heading rows, one cloned row per line."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from desa_app.buku.cetak import KERTAS_MM, NIHIL, TANDA_LATIHAN, BukuCetak, Rata, TandaTangan
from desa_app.buku.kepala import SelJudul, perlu_kira_kira, sel_judul, tinggi_baris
from desa_app.buku.lebar import lebar_angka_arial, pas_angka
from desa_app.ekspor.berkas import teks_berkas, tulis_aman
from desa_app.errors import BerkasBermasalah

BARIS_TERBANYAK = 2_000
"""Rows beyond which word processors take minutes to open the table."""
_TEPI_MM = 10.0
_TWIP_PER_MM = 1440 / 25.4
_TEPI_SEL = 110
"""Margins of a cell with its lines in twips."""
_RATA: dict[Rata, str] = {"kiri": "left", "tengah": "center", "kanan": "right"}


def pastikan_muat(buku: BukuCetak) -> None:
    """Raise BerkasBermasalah for a book with more rows than a document can hold."""
    if len(buku.baris) > BARIS_TERBANYAK:
        raise BerkasBermasalah(
            f"Buku ini berisi {len(buku.baris)} baris. Berkas Word hanya sampai {BARIS_TERBANYAK} baris; "
            "simpanlah sebagai PDF atau Excel, atau persempit dengan saringan."
        )


def tulis_docx(buku: BukuCetak, tujuan: Path) -> None:
    """Write the document. Raises BerkasBermasalah for a book too long or a file that cannot be written."""
    pastikan_muat(buku)
    from docx import Document

    buku, lebar = _pas(buku)
    dokumen: Any = Document()
    dokumen.core_properties.title = teks_berkas(buku.judul[0] if buku.judul else buku.spec.nama)
    dokumen.core_properties.author = "Desa App"
    _siapkan_halaman(dokumen, buku)
    _tulis_atas(dokumen, buku)
    _Tabel(buku, lebar).tulis(dokumen)
    for catatan in buku.catatan:
        _paragraf(dokumen, catatan, ukuran=6.5, miring=True, ikut=buku.ttd is not None)
    if buku.ttd:
        _tanda_tangan(dokumen, buku.ttd)
    with tulis_aman(tujuan) as sementara, sementara.open("wb") as aliran:
        dokumen.save(aliran)


def _pas(buku: BukuCetak) -> tuple[BukuCetak, list[float]]:
    """The book in the type size, and the columns in twips, that leave every figure on one line."""
    lebar = (max(KERTAS_MM[buku.spec.kertas]) - 2 * _TEPI_MM) * _TWIP_PER_MM
    huruf, kolom = pas_angka(buku, lebar, lambda t, ukuran, _: lebar_angka_arial(t, ukuran) * 20 + _TEPI_SEL)
    return replace(buku, spec=replace(buku.spec, huruf=huruf)), kolom


def _siapkan_halaman(dokumen: Any, buku: BukuCetak) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    biasa = dokumen.styles["Normal"]
    biasa.font.name, biasa.font.size = "Arial", Pt(buku.spec.huruf)
    biasa.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    biasa.paragraph_format.space_after = Pt(0)
    biasa.paragraph_format.line_spacing = 1.0
    bagian = dokumen.sections[0]
    bagian.orientation = WD_ORIENT.LANDSCAPE
    bagian.page_height, bagian.page_width = (Mm(x) for x in KERTAS_MM[buku.spec.kertas])
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = Mm(_TEPI_MM)
    bagian.header_distance = bagian.footer_distance = Mm(5)
    if buku.latihan:
        _paragraf(bagian.header, TANDA_LATIHAN, ukuran=14, tebal=True, rata="tengah", warna="B0B0B0")
    kaki = bagian.footer.paragraphs[0]
    kaki.alignment = 2
    for teks, isian in (("Halaman ", "PAGE"), (" dari ", "NUMPAGES")):
        kaki.add_run(teks)
        kaki._p.append(_elemen(f'<w:fldSimple {_NS} w:instr="{isian}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _tulis_atas(dokumen: Any, buku: BukuCetak) -> None:
    from docx.shared import Mm

    if buku.kop:
        if buku.kop.lambang:
            gambar = dokumen.add_paragraph()
            gambar.alignment = 1
            gambar.add_run().add_picture(BytesIO(buku.kop.lambang), height=Mm(16))
        for baris in buku.kop.baris:
            besar = baris.isupper()
            _paragraf(dokumen, baris, ukuran=11 if besar else 8, tebal=besar, rata="tengah")
        garis = dokumen.paragraphs[-1]._p.get_or_add_pPr()
        garis.append(_elemen(_GARIS_KOP))
        _paragraf(dokumen, "", ukuran=5)
    for baris in buku.judul:
        _paragraf(dokumen, baris, ukuran=11, tebal=True, rata="tengah", ikut=True)


def _paragraf(
    tempat: Any, teks: str, *, ukuran: float, tebal: bool = False, miring: bool = False,
    rata: Rata = "kiri", ikut: bool = False, warna: str = "",
) -> None:  # fmt: skip
    """A paragraph at the end of a document, cell, header or footer; `ikut` keeps it with the next one."""
    from docx.shared import Pt, RGBColor

    paragraf = tempat.add_paragraph()
    paragraf.alignment = {"kiri": 0, "tengah": 1, "kanan": 2}[rata]
    paragraf.paragraph_format.keep_with_next = ikut
    huruf = paragraf.add_run(teks_berkas(teks)).font
    huruf.size, huruf.bold, huruf.italic = Pt(ukuran), tebal, miring
    if warna:
        huruf.color.rgb = RGBColor.from_string(warna)


def _tanda_tangan(dokumen: Any, ttd: TandaTangan) -> None:
    """Two borderless columns in one row that may not break over pages."""
    _paragraf(dokumen, "", ukuran=6, ikut=True)
    tabel = dokumen.add_table(rows=1, cols=2)
    tabel.rows[0]._tr.get_or_add_trPr().append(_elemen(f"<w:cantSplit {_NS}/>"))
    tinggi = max(len(ttd.kiri), len(ttd.kanan))
    for sel, atas, nama in zip(
        tabel.rows[0].cells, (ttd.kiri, ttd.kanan), (ttd.nama_kiri, ttd.nama_kanan), strict=True
    ):
        for teks, _ in zip_longest(atas, range(tinggi + 4), fillvalue=""):
            _paragraf(sel, str(teks), ukuran=9, rata="tengah", ikut=True)
        for i, teks in enumerate(nama):
            _paragraf(sel, teks, ukuran=9, tebal=i == 0, rata="tengah")
        sel._tc.remove(sel.paragraphs[0]._p)


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_GARIS_KOP = f'<w:pBdr {_NS}><w:bottom w:val="double" w:sz="6" w:space="3" w:color="000000"/></w:pBdr>'
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _elemen(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)


class _Tabel:
    """Builds the table's elements; python-docx's own row objects would take ten times as long."""

    def __init__(self, buku: BukuCetak, lebar: Sequence[float]) -> None:
        self._buku, self._spec = buku, buku.spec
        self._twip = [round(x) for x in lebar]

    def tulis(self, dokumen: Any) -> None:
        from docx.oxml.ns import qn

        tabel = _elemen(self._kerangka())
        for baris in self._judul():
            tabel.append(_elemen(baris))
        isi: list[Any] = list(self._isi(self._buku.baris, tebal=False))
        if not isi:
            isi.append(
                _elemen(self._baris([self._sel(sum(self._twip), "center", NIHIL, gabung=len(self._twip))]))
            )
        if self._buku.jumlah is not None:
            isi += self._isi([self._buku.jumlah], tebal=True)
        tabel.extend(isi)
        if self._buku.ttd:  # the last row goes along with the signatures
            for baris in isi[-2:]:
                for sifat in baris.iter(qn("w:pPr")):
                    sifat.insert(0, _elemen(f"<w:keepNext {_NS}/>"))
        dokumen.element.body.insert(len(dokumen.element.body) - 1, tabel)

    def _kerangka(self) -> str:
        garis = "".join(
            f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        kolom = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in self._twip)
        return (
            f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="{sum(self._twip)}" w:type="dxa"/>'
            f'<w:tblBorders>{garis}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="45" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{kolom}</w:tblGrid></w:tbl>"
        )

    def _judul(self) -> Iterable[str]:
        """Heading rows and the number row, repeated by the word processor on each page."""
        sel = sel_judul(self._spec)
        twip = {s: sum(self._twip[s.kolom : s.kolom + s.lebar]) for s in sel}
        perlu = {s: perlu_kira_kira(s, twip[s] / 20, self._spec.huruf) for s in sel}
        tinggi = tinggi_baris(sel, lambda s: perlu[s][0], self._spec.baris_judul, self._spec.huruf * 1.4)
        for b in range(self._spec.baris_judul):
            isi = [
                self._sel_judul(s, twip[s], b, tegak=perlu[s][1])
                for s in sorted(sel, key=lambda s: s.kolom)
                if s.baris <= b < s.baris + s.tinggi
            ]
            yield self._baris(isi, kepala=True, tinggi=round(tinggi[b] * 20))
        nomor = (self._sel(w, "center", str(k.no)) for w, k in zip(self._twip, self._spec.kolom, strict=True))
        yield self._baris(nomor, kepala=True)

    def _sel_judul(self, s: SelJudul, lebar: int, baris: int, *, tegak: bool) -> str:
        sifat = ""
        if s.tinggi > 1:
            sifat = '<w:vMerge w:val="restart"/>' if baris == s.baris else "<w:vMerge/>"
        arah = '<w:textDirection w:val="btLr"/>' if tegak else ""
        sifat += '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/>' + arah + '<w:vAlign w:val="center"/>'
        teks = s.teks if baris == s.baris else ""
        return self._sel(lebar, "center", teks, gabung=s.lebar, sifat=sifat, tebal=True)

    def _sel(
        self, lebar: int, rata: str, teks: str, *, gabung: int = 1, sifat: str = "", tebal: bool = False
    ) -> str:
        from xml.sax.saxutils import escape

        rentang = f'<w:gridSpan w:val="{gabung}"/>' if gabung > 1 else ""
        huruf = "<w:rPr><w:b/></w:rPr>" if tebal else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{rentang}{sifat}</w:tcPr>'
            f'<w:p><w:pPr><w:jc w:val="{rata}"/></w:pPr>'
            f'<w:r>{huruf}<w:t xml:space="preserve">{escape(teks_berkas(teks))}</w:t></w:r></w:p></w:tc>'
        )

    def _baris(self, sel: Iterable[str], *, kepala: bool = False, tinggi: int = 0) -> str:
        sifat = "<w:cantSplit/>"
        if tinggi:
            sifat += f'<w:trHeight w:val="{tinggi}" w:hRule="atLeast"/>'
        if kepala:
            sifat += "<w:tblHeader/>"
        return f"<w:tr {_NS}><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"

    def _isi(self, baris: Iterable[tuple[str, ...]], *, tebal: bool) -> Iterable[Any]:
        """One formatted row, cloned; only its texts change."""
        terkecil = self._spec.garis_terkecil
        pola = _elemen(
            self._baris(
                (
                    self._sel(w, _RATA[k.rata], "", tebal=tebal)
                    for w, k in zip(self._twip, self._spec.kolom, strict=True)
                ),
                tinggi=round(terkecil * self._spec.huruf * 1.2 * 20) if terkecil > 1 else 0,
            )
        )
        for sel in baris:
            salinan = deepcopy(pola)
            for tempat, teks in zip(salinan.iter(_W + "t"), sel, strict=True):
                tempat.text = teks_berkas(teks)
            yield salinan
