"""The Word writer of a `Naskah`. It follows `tata.susun` line by line and decides nothing itself.

The same letter gives the same bytes: file times are fixed and nothing depends on the PC.
"""

import datetime as dt
import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from desa_app.ekspor.berkas import tulis_aman
from desa_app.surat.elemen import Alinea, Gambar, NaskahBebas, Sel, Tabel
from desa_app.surat.metrik import PT_PER_MM
from desa_app.surat.naskah import Naskah
from desa_app.surat.tata import kaki_halaman, kepala_halaman, susun

_BUKAN_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]")
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_BAGIAN_PERLU = ("/styles", "/settings", "/officeDocument", "/core-properties", "/extended-properties")
_GAYA_PERLU = ("Normal", "TableNormal", "TableGrid", "DefaultParagraphFont", "Header", "HeaderChar")
_RATA = {"kiri": 0, "tengah": 1, "kanan": 2, "penuh": 3}


def docx_bytes(naskah: Naskah | NaskahBebas, *, arsip: bool = False) -> bytes:
    """The letter as a Word file. `arsip` adds the paraf matrix of the office copy."""
    from docx import Document

    dokumen = Document(BytesIO(_dokumen_dasar()))
    _PenulisDocx(dokumen, naskah).tulis(arsip=arsip)
    return _kemas(dokumen)


def tulis_docx(naskah: Naskah | NaskahBebas, tujuan: Path, *, arsip: bool = False) -> None:
    """Write the Word file whole or not at all. Raises BerkasBermasalah."""
    isi = docx_bytes(naskah, arsip=arsip)
    with tulis_aman(tujuan) as sementara:
        sementara.write_bytes(isi)


@cache
def _dokumen_dasar() -> bytes:
    """An empty document with nothing but the styles a letter uses; made once, opened for each letter."""
    from docx import Document
    from docx.oxml.ns import qn

    dokumen = Document()
    for hubungan in (dokumen.part.rels, dokumen.part.package.rels):
        for kunci in [k for k, h in hubungan.items() if not h.reltype.endswith(_BAGIAN_PERLU)]:
            del hubungan[kunci]
    gaya = dokumen.styles.element
    for elemen in list(gaya):
        if elemen.tag == qn("w:latentStyles") or (
            elemen.tag == qn("w:style") and elemen.get(qn("w:styleId")) not in _GAYA_PERLU
        ):
            gaya.remove(elemen)
    _modern(dokumen.settings.element)
    keluaran = BytesIO()
    dokumen.save(keluaran)
    return keluaran.getvalue()


def _modern(setelan: Any) -> None:
    """Word opens the file without its compatibility mode and sets tables flush with the margin."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cocok = setelan.find(qn("w:compat"))
    if cocok is None:
        cocok = OxmlElement("w:compat")
        setelan.insert_element_before(cocok, "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
    satu = OxmlElement("w:compatSetting")
    isi = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    for kunci, nilai in isi.items():
        satu.set(qn(f"w:{kunci}"), nilai)
    cocok.append(satu)


def _kemas(dokumen: Any) -> bytes:
    """The document's parts as an archive with fixed times and in a fixed order."""
    from docx.opc.pkgwriter import _ContentTypesItem

    paket = dokumen.part.package
    bagian = list(paket.parts)
    for satu in bagian:
        satu.before_marshal()
    isi = [
        ("[Content_Types].xml", _ContentTypesItem.from_parts(bagian).blob),
        ("_rels/.rels", paket.rels.xml),
    ]
    for satu in bagian:
        isi.append((satu.partname.membername, satu.blob))
        if satu.rels:
            isi.append((satu.partname.rels_uri.membername, satu.rels.xml))
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi:
            info = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            arsip.writestr(info, data)
    return keluaran.getvalue()


class _PenulisDocx:
    """Writes one letter into one fresh document."""

    def __init__(self, dokumen: Any, naskah: Naskah | NaskahBebas) -> None:
        self._dokumen = dokumen
        self._naskah = naskah
        self._lebar = naskah.kertas.lebar_teks

    def tulis(self, *, arsip: bool) -> None:
        """Page, styles, properties, running heads, then every element in order."""
        self._halaman()
        self._gaya()
        self._sifat()
        self._kepala(arsip=arsip)
        if kaki := kaki_halaman(self._naskah, arsip=arsip):
            self._kaki(kaki)
        for elemen in susun(self._naskah):
            if isinstance(elemen, Tabel):
                self._tabel(self._dokumen.add_table(len(elemen.baris), len(elemen.lebar)), elemen)
            elif isinstance(elemen, Gambar):
                self._gambar(self._dokumen.add_paragraph(), elemen)
            else:
                self._alinea(self._dokumen.add_paragraph(), elemen)

    def _halaman(self) -> None:
        from docx.shared import Mm

        k, bagian = self._naskah.kertas, self._dokumen.sections[0]
        bagian.page_width, bagian.page_height = (Mm(sisi) for sisi in k.ukuran_mm)
        bagian.left_margin, bagian.right_margin = Mm(k.kiri), Mm(k.kanan)
        bagian.top_margin, bagian.bottom_margin = Mm(k.atas), Mm(k.bawah)
        bagian.header_distance, bagian.footer_distance = Mm(10), Mm(8)

    def _gaya(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        k, gaya = self._naskah.kertas, self._dokumen.styles["Normal"]
        gaya.font.size = Pt(k.ukuran)
        gaya.paragraph_format.space_after = Pt(0)
        gaya.paragraph_format.widow_control = True
        rpr = gaya.element.get_or_add_rPr()
        self._huruf(rpr, k.huruf)
        bahasa = rpr.find(qn("w:lang"))
        if bahasa is None:
            bahasa = rpr.makeelement(qn("w:lang"), {})
            rpr.append(bahasa)
        for kunci in ("w:val", "w:eastAsia", "w:bidi"):
            bahasa.set(qn(kunci), "id-ID")
        bawaan = self._dokumen.styles.element.find(qn("w:docDefaults"))
        for lang in bawaan.iter(qn("w:lang")):
            lang.set(qn("w:val"), "id-ID")
        for fon in bawaan.iter(qn("w:rFonts")):
            self._huruf(fon.getparent(), k.huruf)

    def _huruf(self, rpr: Any, huruf: str) -> None:
        from docx.oxml.ns import qn

        fon = rpr.get_or_add_rFonts()
        for kunci in list(fon.attrib):
            del fon.attrib[kunci]
        for kunci in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fon.set(qn(kunci), huruf)

    def _sifat(self) -> None:
        sifat, naskah = self._dokumen.core_properties, self._naskah
        sifat.title = _aman(f"{naskah.judul} {naskah.nomor}".strip())[:255]
        sifat.author = sifat.last_modified_by = _aman(naskah.penulis)[:255]
        sifat.comments, sifat.keywords, sifat.subject = "", "", ""
        sifat.language = "id-ID"
        hari = dt.date.fromisoformat(naskah.tanggal) if naskah.tanggal else dt.date(2000, 1, 1)
        sifat.created = sifat.modified = dt.datetime(hari.year, hari.month, hari.day, tzinfo=dt.UTC)

    def _kepala(self, *, arsip: bool) -> None:
        bagian = self._dokumen.sections[0]
        bagian.different_first_page_header_footer = True
        for kepala, halaman in ((bagian.first_page_header, 1), (bagian.header, 2)):
            baris = list(kepala_halaman(self._naskah, halaman, arsip=arsip))
            for nomor, teks in enumerate(baris):
                alinea = kepala.paragraphs[0] if nomor == 0 else kepala.add_paragraph()
                alinea.style = self._dokumen.styles["Normal"]
                alinea.alignment = 1
                if halaman > 1 and nomor == len(baris) - 1:
                    self._nomor_halaman(alinea)
                else:
                    self._teks(alinea.add_run(), teks, 9.0, tebal=True)

    def _nomor_halaman(self, alinea: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        isian = OxmlElement("w:fldSimple")
        isian.set(qn("w:instr"), "PAGE")
        alinea._p.append(isian)

    def _teks(
        self, potong: Any, teks: str, ukuran: float, *, tebal: bool = False, garis: bool = False
    ) -> None:
        from docx.shared import Pt

        potong.text = _aman(teks)
        if ukuran != self._naskah.kertas.ukuran:
            potong.font.size = Pt(ukuran)
        if tebal:
            potong.bold = True
        if garis:
            potong.underline = True

    def _alinea(self, alinea: Any, isi: Alinea) -> None:
        from docx.enum.text import WD_TAB_LEADER
        from docx.shared import Mm, Pt

        bentuk = alinea.paragraph_format
        bentuk.alignment = _RATA[isi.rata]
        bentuk.left_indent = Mm(isi.kiri) if isi.kiri else None
        bentuk.first_line_indent = Mm(isi.pertama) if isi.pertama else None
        bentuk.space_before, bentuk.space_after = Pt(isi.sebelum), Pt(isi.sesudah)
        bentuk.line_spacing = isi.spasi
        bentuk.keep_together = True if len(isi.teks) < 600 else None
        if isi.ikut:
            bentuk.keep_with_next = True
        if isi.halaman_baru:
            bentuk.page_break_before = True
        for nomor, tab in enumerate(isi.tab):
            garis = isi.isi_tab and nomor == len(isi.tab) - 1
            bentuk.tab_stops.add_tab_stop(
                Mm(tab), leader=WD_TAB_LEADER.LINES if garis else WD_TAB_LEADER.SPACES
            )
        if not isi.teks:
            self._ukuran_tanda(alinea, isi.potong[0].ukuran)
        for p in isi.potong:
            potong = alinea.add_run()
            self._teks(potong, p.teks, p.ukuran, tebal=p.tebal, garis=p.garis and bool(p.teks.strip()))
            if isi.huruf and isi.huruf != self._naskah.kertas.huruf:
                self._huruf(potong._r.get_or_add_rPr(), isi.huruf)
        if isi.garis_bawah:
            self._garis(alinea)

    def _ukuran_tanda(self, alinea: Any, ukuran: float) -> None:
        """An empty paragraph is as high as its paragraph mark."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        rpr, besar = OxmlElement("w:rPr"), OxmlElement("w:sz")
        besar.set(qn("w:val"), str(round(ukuran * 2)))
        rpr.append(besar)
        alinea._p.get_or_add_pPr().append(rpr)

    def _garis(self, alinea: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        ppr = alinea._p.get_or_add_pPr()
        batas, bawah = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for kunci, nilai in (("val", "thickThinSmallGap"), ("sz", "24"), ("space", "1"), ("color", "000000")):
            bawah.set(qn(f"w:{kunci}"), nilai)
        batas.append(bawah)
        ppr.insert_element_before(
            batas, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def _gambar(self, alinea: Any, gambar: Gambar) -> None:
        from docx.shared import Mm

        tinggi = Mm(gambar.tinggi) if gambar.tinggi else None
        lebar = Mm(gambar.lebar) if gambar.lebar else None
        baris = alinea.add_run().add_picture(BytesIO(gambar.isi), width=lebar, height=tinggi)
        for sisi in ("distT", "distB", "distL", "distR"):  # absent, some programs keep 3 mm free
            baris._inline.set(sisi, "0")
        alinea.alignment = _RATA[gambar.rata]
        if gambar.hitam:
            self._kelabu(alinea)

    def _kelabu(self, alinea: Any) -> None:
        """Word itself shows the picture in greys; its bytes stay."""
        from docx.oxml.ns import qn

        for blip in alinea._p.iter(qn("a:blip")):
            blip.append(blip.makeelement(qn("a:grayscl"), {}))

    def _kaki(self, isi: Tabel) -> None:
        from docx.shared import Mm

        bagian = self._dokumen.sections[0]
        for kaki in (bagian.first_page_footer, bagian.footer):
            alinea = kaki.paragraphs[0]
            alinea.style = self._dokumen.styles["Normal"]
            tabel = kaki.add_table(len(isi.baris), len(isi.lebar), Mm(sum(isi.lebar)))
            self._tabel(tabel, isi)
            self._ukuran_tanda(alinea, 1)
            tabel._tbl.addnext(alinea._p)  # a footer ends with a paragraph

    def _tabel(self, tabel: Any, isi: Tabel) -> None:
        from docx.shared import Mm

        tabel.autofit = False
        tabel.alignment = 2 if isi.kanan else 0
        if isi.garis:
            tabel.style = self._dokumen.styles["Table Grid"]
        self._rapatkan(tabel, isi)
        for lebar, kolom in zip(isi.lebar, tabel.columns, strict=True):
            kolom.width = Mm(lebar)
        for nomor, (baris, sel_sel) in enumerate(zip(tabel.rows, isi.baris, strict=True)):
            self._sifat_baris(baris, kepala=nomor < isi.kepala)
            for lebar, sel, konten in zip(isi.lebar, baris.cells, sel_sel, strict=True):
                sel.width = Mm(lebar)
                self._sel(sel, konten)
                if isi.ikut:
                    for alinea in sel.paragraphs:
                        alinea.paragraph_format.keep_with_next = True

    def _rapatkan(self, tabel: Any, isi: Tabel) -> None:
        """Cells of an unruled table start exactly at the margin."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        sisi = round(2 * PT_PER_MM * 20) if isi.garis else 0
        tegak = round(isi.sisip * 20) if isi.garis else 0
        ppr = tabel._tbl.tblPr
        margin = OxmlElement("w:tblCellMar")
        for nama, besar in (("top", tegak), ("left", sisi), ("bottom", tegak), ("right", sisi)):
            satu = OxmlElement(f"w:{nama}")
            satu.set(qn("w:w"), str(besar))
            satu.set(qn("w:type"), "dxa")
            margin.append(satu)
        ppr.insert_element_before(margin, "w:tblLook", "w:tblCaption", "w:tblDescription")

    def _sifat_baris(self, baris: Any, *, kepala: bool) -> None:
        from docx.oxml import OxmlElement

        trpr = baris._tr.get_or_add_trPr()
        trpr.append(OxmlElement("w:cantSplit"))
        if kepala:
            trpr.append(OxmlElement("w:tblHeader"))

    def _sel(self, sel: Any, konten: Sel) -> None:
        for nomor, satu in enumerate(konten):
            alinea = sel.paragraphs[0] if nomor == 0 else sel.add_paragraph()
            if isinstance(satu, Gambar):
                self._gambar(alinea, satu)
            else:
                self._alinea(alinea, satu)


def _aman(teks: str) -> str:
    """Text that XML can hold; what it cannot is left out."""
    return _BUKAN_XML.sub("", teks)
