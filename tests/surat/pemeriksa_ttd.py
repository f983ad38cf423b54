"""Closing, signature block, copies and paraf of a Word letter (C23-C36)."""

import re
from typing import Any

from docx.oxml.ns import qn

from tests.surat.bacaan import (
    MM,
    Baca,
    Harapan,
    Uji,
    indent,
    tempat_tanggal,
)

AWALAN = ("a.n.", "u.b.", "Pj.", "Plt.", "Plh.")


def _c23(b: Baca, h: Harapan) -> str | None:
    penutup = [i for i, t in enumerate(b.teks) if t.startswith(h.penutup)]
    if len(penutup) != 1:
        return "kalimat penutup"
    antara = b.alinea[penutup[0] + 1 : tempat_tanggal(b, h)]
    asing = [a.text for a in antara if a.text.strip() and a._p.getparent().tag != qn("w:tc")]
    return f"di antara penutup dan tanggal: {asing[0][:40]}" if asing else None


def _c24(b: Baca, h: Harapan) -> str | None:
    i = tempat_tanggal(b, h)
    if i < 0:
        return "tempat dan tanggal"
    dalam_sel = b.alinea[i]._p.getparent().tag == qn("w:tc")
    s = b.dokumen.sections[0]
    kanan = s.left_margin / MM + indent(b.alinea[i]) > h.ukuran_mm[0] / 2
    return None if kanan or dalam_sel else "tempat dan tanggal tidak di kanan"


def _blok(b: Baca, h: Harapan) -> list[Any]:
    """Paragraphs from place and date to the end of the block of the signer."""
    mulai = tempat_tanggal(b, h)
    if mulai < 0:
        return []
    hasil = []
    for a in b.alinea[mulai:]:
        if a.text.startswith(("Tembusan", "Mengetahui", "PARAF", "Saksi")):
            break
        hasil.append(a)
    return hasil


def _c25(b: Baca, h: Harapan) -> str | None:
    if h.bentuk == "pemohon":
        return None
    blok = _blok(b, h)
    nama = next((i for i, a in enumerate(blok) if a.text == h.nama_ttd), 0)
    if nama < 2:
        return "jabatan"
    jabatan = [a.text.split("\t")[-1] for a in blok[1:nama]]
    kapital = all(j == j.upper() or j == "u.b." for j in jabatan)
    return None if jabatan[-1].endswith(",") and kapital else f"jabatan {jabatan}"


def _c26(b: Baca, h: Harapan) -> str | None:
    isi = " ".join(a.text.replace("\t", " ") for a in _blok(b, h))
    punya = tuple(x for x in AWALAN if x in isi)
    harap = {"an": ("a.n.",), "ub": ("a.n.", "u.b."), "pj": ("Pj.",), "plt": ("Plt.",), "plh": ("Plh.",)}
    if re.search(r"\b(?:a\.n(?!\.)|A\.N|u\.b(?!\.)|PJ\.|PLT\.|Pj(?!\.)\b)", isi):
        return "ejaan bentuk"
    return None if punya == harap.get(h.bentuk, ()) else f"bentuk {punya}"


def _c28(b: Baca, h: Harapan) -> str | None:
    nama = next((a for a in _blok(b, h) if a.text == h.nama_ttd), None)
    if nama is None:
        return "nama penanda tangan"
    tebal = h.gaya_nama == "kapital_tebal_garisbawah"
    return (
        None if all(bool(r.bold) == tebal and bool(r.underline) == tebal for r in nama.runs) else "gaya nama"
    )


def _c29(b: Baca, h: Harapan) -> str | None:
    baris = [a.text for a in _blok(b, h) if re.match(r"NI[PA]", a.text)]
    if not h.nip:
        return "baris NIP tanpa nomor" if baris else None
    label = "NIP" if len(h.nip.replace(" ", "")) == 18 else "NIPD"
    return None if baris == [f"{label} {h.nip}"] else f"baris NIP {baris}"


def _c31(b: Baca, h: Harapan) -> str | None:
    penutup = b.cari(lambda t: t.startswith(h.penutup))
    blok = _blok(b, h)
    terakhir = max(
        (i for i, a in enumerate(blok) if a.text.strip() or a._p.findall(f".//{qn('w:tab')}")), default=0
    )
    wajib = [b.alinea[penutup], *blok[:terakhir]]
    if not all(a.paragraph_format.keep_with_next for a in wajib if a.text.strip()):
        return "keep_with_next"
    baris = b.dokumen.element.body.iter(qn("w:tr"))
    return (
        None if all(r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in baris) else "cantSplit"
    )


def _c35(b: Baca, h: Harapan) -> str | None:
    i = b.cari(lambda t: t.startswith("Tembusan"))
    if not h.tembusan:
        return "tembusan" if i >= 0 else None
    ada = i >= 0 and b.teks[i + 1].startswith("1.\t") and indent(b.alinea[i]) < 1
    return None if ada else "tembusan"


def _c36(b: Baca, h: Harapan) -> str | None:
    return None if (b.cari(lambda t: t.startswith("PARAF")) >= 0) == h.arsip else "paraf"


TTD: dict[str, Uji] = {
    "C23": _c23,
    "C24": _c24,
    "C25": _c25,
    "C26": _c26,
    "C28": _c28,
    "C29": _c29,
    "C31": _c31,
    "C35": _c35,
    "C36": _c36,
}
