"""The Word writer of a `Naskah`. It follows `tata.susun` line by line and decides nothing itself.

The same letter gives the same bytes: file times are fixed and nothing depends on the PC.
"""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from desa_app.ekspor.berkas import tulis_aman
from desa_app.surat.docx_alinea import aman, elemen_alinea
from desa_app.surat.docx_berkas import dokumen_dasar, kemas
from desa_app.surat.elemen import Alinea, Gambar, NaskahBebas, Potong, Sel, Tabel
from desa_app.surat.metrik import PT_PER_MM
from desa_app.surat.naskah import Naskah
from desa_app.surat.tata import kaki_halaman, kepala_halaman, susun

_RATA = {"kiri": 0, "tengah": 1, "kanan": 2, "penuh": 3}


def docx_bytes(naskah: Naskah | NaskahBebas, *, arsip: bool = False) -> bytes:
    """The letter as a Word file. `arsip` adds the paraf matrix of the office copy."""
    from docx import Document

    dokumen = Document(BytesIO(dokumen_dasar()))
    _PenulisDocx(dokumen, naskah).tulis(arsip=arsip)
    return kemas(dokumen)


def tulis_docx(naskah: Naskah | NaskahBebas, tujuan: Path, *, arsip: bool = False) -> None:
    """Write the Word file whole or not at all. Raises BerkasBermasalah."""
    isi = docx_bytes(naskah, arsip=arsip)
    with tulis_aman(tujuan) as sementara:
        sementara.write_bytes(isi)


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
        akhir = self._dokumen.element.body.sectPr
        for elemen in susun(self._naskah):
            if isinstance(elemen, Tabel):
                self._tabel(self._dokumen.add_table(len(elemen.baris), len(elemen.lebar)), elemen)
            elif isinstance(elemen, Gambar):
                self._gambar(self._dokumen.add_paragraph(), elemen)
            else:
                akhir.addprevious(elemen_alinea(elemen, self._naskah.kertas))

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
        sifat.title = aman(f"{naskah.judul} {naskah.nomor}".strip())[:255]
        sifat.author = sifat.last_modified_by = aman(naskah.penulis)[:255]
        sifat.comments, sifat.keywords, sifat.subject = "", "", ""
        sifat.language = "id-ID"
        hari = dt.date.fromisoformat(naskah.tanggal) if naskah.tanggal else dt.date(2000, 1, 1)
        sifat.created = sifat.modified = dt.datetime(hari.year, hari.month, hari.day, tzinfo=dt.UTC)

    def _kepala(self, *, arsip: bool) -> None:
        bagian = self._dokumen.sections[0]
        bagian.different_first_page_header_footer = True
        for kepala, halaman in ((bagian.first_page_header, 1), (bagian.header, 2)):
            baris = list(kepala_halaman(self._naskah, halaman, arsip=arsip))
            pertama = kepala.paragraphs[0]._p
            for nomor, teks in enumerate(baris):
                if halaman > 1 and nomor == len(baris) - 1:
                    alinea = self._alinea("")
                    self._nomor_halaman(alinea)
                else:
                    alinea = self._alinea(teks)
                pertama.addprevious(alinea)
            if baris:
                pertama.getparent().remove(pertama)

    def _alinea(self, teks: str) -> Any:
        potong = Potong(teks, 9.0 if teks else self._naskah.kertas.ukuran, bool(teks))
        return elemen_alinea(Alinea(potong=(potong,), rata="tengah"), self._naskah.kertas)

    def _nomor_halaman(self, alinea: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        isian = OxmlElement("w:fldSimple")
        isian.set(qn("w:instr"), "PAGE")
        alinea.append(isian)

    def _ukuran_tanda(self, alinea: Any, ukuran: float) -> None:
        """An empty paragraph is as high as its paragraph mark."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        rpr, besar = OxmlElement("w:rPr"), OxmlElement("w:sz")
        besar.set(qn("w:val"), str(round(ukuran * 2)))
        rpr.append(besar)
        alinea._p.get_or_add_pPr().append(rpr)

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
                self._sel(sel, konten, ikut=isi.ikut)

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

    def _sel(self, sel: Any, konten: Sel, *, ikut: bool) -> None:
        kosong = sel.paragraphs[0]._p
        for satu in konten:
            if isinstance(satu, Gambar):
                alinea = sel.add_paragraph()
                alinea.paragraph_format.keep_with_next = ikut or None
                self._gambar(alinea, satu)
            else:
                satu = replace(satu, ikut=True) if ikut else satu
                sel._tc.append(elemen_alinea(satu, self._naskah.kertas))
        if konten:
            sel._tc.remove(kosong)
