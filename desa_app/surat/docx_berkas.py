"""A Word file as a whole: the empty document a letter starts from, and packing to the same bytes again."""

import zipfile
from functools import cache
from io import BytesIO
from typing import Any

_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_BAGIAN_PERLU = ("/styles", "/settings", "/officeDocument", "/core-properties", "/extended-properties")
_GAYA_PERLU = ("Normal", "TableNormal", "TableGrid", "DefaultParagraphFont", "Header", "HeaderChar")


@cache
def dokumen_dasar() -> bytes:
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


def kemas(dokumen: Any) -> bytes:
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
