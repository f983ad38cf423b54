"""One paragraph of a letter as WordprocessingML, written out at once.

Setting each property through python-docx asks the element tree about its neighbours every time; a
letter of forty lines took twice as long.
"""

import re
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from desa_app.surat.elemen import Alinea, Potong
from desa_app.surat.naskah import Kertas

_BUKAN_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]")
_TWIP_PER_MM, _TWIP_PER_PT = 1440 / 25.4, 20
_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "both"}
_UTUH = 600
"""Paragraphs up to this many signs stay on one page, as when painted."""


def aman(teks: str) -> str:
    """Text that XML can hold; what it cannot is left out."""
    return _BUKAN_XML.sub("", teks)


def elemen_alinea(isi: Alinea, k: Kertas) -> Any:
    """The paragraph as an element that python-docx knows."""
    from docx.oxml.parser import parse_xml

    sifat = "".join(_sifat(isi))
    tanda = f'<w:rPr><w:sz w:val="{round(isi.potong[0].ukuran * 2)}"/></w:rPr>' if not isi.teks else ""
    potong = "".join(_potong(p, isi, k) for p in isi.potong)
    return parse_xml(f"<w:p {_ruang_nama()}><w:pPr>{sifat}{tanda}</w:pPr>{potong}</w:p>")


@cache
def _ruang_nama() -> str:
    from docx.oxml.ns import nsdecls

    return str(nsdecls("w"))


def _mm(panjang: float) -> int:
    return round(panjang * _TWIP_PER_MM)


def _pt(ukuran: float) -> int:
    return round(ukuran * _TWIP_PER_PT)


def _sifat(isi: Alinea) -> list[str]:
    """Properties in the order that the schema wants."""
    hasil = ["<w:keepNext/>"] if isi.ikut else []
    if len(isi.teks) < _UTUH:
        hasil.append("<w:keepLines/>")
    if isi.halaman_baru:
        hasil.append("<w:pageBreakBefore/>")
    if isi.garis_bawah:
        garis = '<w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="000000"/>'
        hasil.append(f"<w:pBdr>{garis}</w:pBdr>")
    if isi.tab:
        akhir = len(isi.tab) - 1
        tab = (
            f'<w:tab w:val="left" w:leader="{"underscore" if isi.isi_tab and n == akhir else "none"}"'
            f' w:pos="{_mm(letak)}"/>'
            for n, letak in enumerate(isi.tab)
        )
        hasil.append(f"<w:tabs>{''.join(tab)}</w:tabs>")
    hasil.append(
        f'<w:spacing w:before="{_pt(isi.sebelum)}" w:after="{_pt(isi.sesudah)}"'
        f' w:line="{round(isi.spasi * 240)}" w:lineRule="auto"/>'
    )
    if isi.kiri or isi.pertama:
        pertama = f'w:{"hanging" if isi.pertama < 0 else "firstLine"}="{abs(_mm(isi.pertama))}"'
        hasil.append(f'<w:ind w:left="{_mm(isi.kiri)}" {pertama}/>')
    hasil.append(f'<w:jc w:val="{_RATA[isi.rata]}"/>')
    return hasil


def _potong(p: Potong, isi: Alinea, k: Kertas) -> str:
    sifat = ""
    if isi.huruf and isi.huruf != k.huruf:
        nama = quoteattr(isi.huruf)
        sifat += f"<w:rFonts w:ascii={nama} w:hAnsi={nama} w:eastAsia={nama} w:cs={nama}/>"
    if p.tebal:
        sifat += "<w:b/>"
    if p.ukuran != k.ukuran:
        sifat += f'<w:sz w:val="{round(p.ukuran * 2)}"/>'
    if p.garis and p.teks.strip():
        sifat += '<w:u w:val="single"/>'
    teks = escape(aman(p.teks)).replace("\r", "").replace("\n", "\t")
    isi_potong = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{bagian}</w:t>' if bagian else "" for bagian in teks.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{sifat}</w:rPr>' if sifat else ''}{isi_potong}</w:r>"
