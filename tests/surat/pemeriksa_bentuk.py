"""Form of a Word letter: sheet, faces, letterhead, title, properties of the file (C01-C12, C38-C40)."""

import re
from typing import Any

from docx.oxml.ns import qn

from tests.surat.bacaan import (
    MM,
    Baca,
    Harapan,
    Uji,
)


def _c01(b: Baca, h: Harapan) -> str | None:
    s = b.dokumen.sections[0]
    pas = all(abs(a / MM - x) <= 1 for a, x in zip((s.page_width, s.page_height), h.ukuran_mm, strict=True))
    return None if pas and s.page_width < s.page_height else "ukuran kertas"


def _c02(b: Baca, h: Harapan) -> str | None:
    s = b.dokumen.sections[0]
    tepi = (s.left_margin, s.right_margin, s.top_margin, s.bottom_margin)
    return None if all(a / MM >= x - 0.1 for a, x in zip(tepi, (30, 20, 20, 25), strict=True)) else "tepi"


def _c03(b: Baca, h: Harapan) -> str | None:
    s = b.dokumen.sections
    return None if len(s) == 1 and not s[0].orientation else "bagian"


def _c04(b: Baca, h: Harapan) -> str | None:
    gaya = b.dokumen.styles["Normal"]
    fon = gaya.element.rPr.find(qn("w:rFonts"))
    nama = {fon.get(qn(f"w:{k}")) for k in ("ascii", "hAnsi", "cs", "eastAsia")}
    tema = any("Theme" in k or "theme" in k for k in fon.attrib)
    return None if nama == {h.huruf} and not tema and gaya.font.size.pt == h.ukuran else "huruf Normal"


def _c05(b: Baca, h: Harapan) -> str | None:
    for fon in b.dokumen.element.body.iter(qn("w:rFonts")):
        if set(fon.attrib.values()) - {h.huruf, h.huruf_kop}:
            return "huruf lain"
    return None


def _kop(b: Baca) -> list[Any]:
    akhir = next((i for i, a in enumerate(b.alinea) if _garis(a) is not None), 0)
    return [a for a in b.alinea[:akhir] if a.text.strip()]


def _garis(alinea: Any) -> Any:
    return alinea._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")


def _c07(b: Baca, h: Harapan) -> str | None:
    teks = [a.text for a in _kop(b)]
    awal = ("PEMERINTAH ", "KECAMATAN ", "DESA ")
    if len(teks) < 4 or not all(t.startswith(a) and t == t.upper() for t, a in zip(teks, awal, strict=False)):
        return f"urutan kop {teks[:4]}"
    return (
        "label kosong" if any(t.rstrip().endswith(("-", "Telepon", "Kode Pos")) for t in teks[3:]) else None
    )


def _ukuran(alinea: Any, bawaan: float) -> float:
    return next((r.font.size.pt for r in alinea.runs if r.font.size), bawaan)


def _c08(b: Baca, h: Harapan) -> str | None:
    kop = _kop(b)
    if h.rasio_kop is None:
        return None
    if len(kop) < 3:
        return "kop tidak ada"
    rasio = _ukuran(kop[2], h.ukuran) / _ukuran(kop[0], h.ukuran)
    tebal = all(r.bold for r in kop[2].runs)
    return None if abs(rasio / h.rasio_kop - 1) <= 0.05 and tebal else f"rasio kop {rasio:.2f}"


def _c09(b: Baca, h: Harapan) -> str | None:
    return None if any(_garis(a) is not None for a in b.alinea) else "garis kop"


def _c10(b: Baca, h: Harapan) -> str | None:
    gambar = list(b.dokumen.inline_shapes)
    if not h.lambang:
        return "lambang tanpa berkas" if len(gambar) > bool(h.qr) else None
    if not gambar or not 17.9 <= gambar[0].height.mm <= 26.1:
        return "tinggi lambang"
    asli = b.dokumen.part.related_parts[gambar[0]._inline.graphic.graphicData.pic.blipFill.blip.embed].image
    rasio = (gambar[0].width / gambar[0].height) / (asli.px_width / asli.px_height)
    return None if abs(rasio - 1) < 0.02 else "bentuk lambang"


def _c12(b: Baca, h: Harapan) -> str | None:
    i = b.cari(lambda t: t == h.judul)
    if i < 0 or h.judul != h.judul.upper():
        return "judul"
    a = b.alinea[i]
    return None if a.alignment == 1 and all(r.bold and r.underline for r in a.runs) else "gaya judul"


def _c38(b: Baca, h: Harapan) -> str | None:
    badan = b.dokumen.element.body
    warna = {c.get(qn("w:val")) for c in badan.iter(qn("w:color"))}
    asing = [
        t for n in ("hyperlink", "commentReference", "ins", "del", "object") for t in badan.iter(qn(f"w:{n}"))
    ]
    return None if warna <= {"000000", "auto"} and not asing else "warna atau unsur asing"


def _c39(b: Baca, h: Harapan) -> str | None:
    sifat = b.dokumen.core_properties
    semua = (
        f"{sifat.title}{sifat.author}{sifat.subject}{sifat.keywords}{sifat.comments}{sifat.last_modified_by}"
    )
    if re.search(r"\d{16}", re.sub(r"[./]", " ", semua)):
        return "NIK dalam sifat berkas"
    return None if sifat.title.startswith(h.judul) and h.desa in sifat.author else "sifat berkas"


def _c40(b: Baca, h: Harapan) -> str | None:
    lang = b.dokumen.styles["Normal"].element.rPr.find(qn("w:lang"))
    return None if lang is not None and lang.get(qn("w:val")) == "id-ID" else "bahasa"


BENTUK: dict[str, Uji] = {
    "C01": _c01,
    "C02": _c02,
    "C03": _c03,
    "C04": _c04,
    "C05": _c05,
    "C07": _c07,
    "C08": _c08,
    "C09": _c09,
    "C10": _c10,
    "C12": _c12,
    "C38": _c38,
    "C39": _c39,
    "C40": _c40,
}
