"""Measures the properties C01-C45 of a letter on its Word file (P) and on a PDF of it (R).

It knows nothing of the writers: it opens the files as a stranger would and compares them with what
the village has set. Each finding starts with the number of its property.
"""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as AlineaDocx

from desa_app import bahasa

MM = 36000
BULAN = "|".join(bahasa.BULAN)
TANGGAL = re.compile(rf"(?<!\d)(?:[1-9]|[12]\d|3[01]) (?:{BULAN}) \d{{4}}(?!\d)")
TANGGAL_LAIN = re.compile(
    rf"(?<!\d)\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}(?!\d)|(?<!\d)0\d (?:{BULAN})|\d{{4}}-\d\d-\d\d"
)
RUPIAH = re.compile(r"Rp\d{1,3}(?:\.\d{3})*(?:,\d{2})?(?![\d.]*\d)")
TERLARANG = re.compile(r"[{}\[\]]|<<|\.\.\.\.|\b(?:None|nan|null)\b")
SALAH = re.compile(
    r"\b(?:dibawah|diatas|dimana|propinsi|ijin|ijasah|photo copy|kwitansi|materai|milyar|trilyun|"
    r"dipegunakan|Jum'at|Pebruari|Nopember)\b|\ba/n\b|\bs/d\b|\ban\.|"
    r"sebagai mana mestinya|Rp\. |\ba\.n(?!\.)|\bu\.b(?!\.)",
    re.IGNORECASE,
)
AWALAN = ("a.n.", "u.b.", "Pj.", "Plt.", "Plh.")


@dataclass(frozen=True, kw_only=True)
class Harapan:
    """What the letter must look like here."""

    ukuran_mm: tuple[float, float] = (215, 330)
    huruf: str = "Arial"
    huruf_kop: str = "Arial"
    ukuran: float = 12
    judul: str
    nomor: re.Pattern[str]
    tanggal: dt.date
    desa: str = "Sukamaju"
    nik: tuple[str, ...] = ()
    bentuk: str = "langsung"
    nama_ttd: str = "AHMAD FAUZI, S.Sos."
    nip: str = ""
    lambang: bool = False
    arsip: bool = False
    rasio_kop: float | None = 4 / 3
    tembusan: bool = False
    terbilang: tuple[int, ...] = ()
    gaya_nama: str = "kapital_tebal_garisbawah"
    penutup: str = "Demikian"
    halaman: int = 1
    qr: bytes | None = None


@dataclass
class Baca:
    """A Word file with its paragraphs in reading order."""

    dokumen: Any
    alinea: list[Any] = field(default_factory=list)

    @classmethod
    def dari(cls, isi: bytes) -> "Baca":
        """Open the bytes of a file."""
        dokumen = Document(io.BytesIO(isi))
        badan = dokumen.element.body
        return cls(dokumen, [AlineaDocx(p, dokumen) for p in badan.iter(qn("w:p"))])

    @property
    def teks(self) -> list[str]:
        """Text of each paragraph."""
        return [a.text for a in self.alinea]

    def cari(self, syarat: Callable[[str], bool]) -> int:
        """Index of the first paragraph that meets a condition, -1 for none."""
        return next((i for i, t in enumerate(self.teks) if syarat(t)), -1)


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
        return "lambang tanpa berkas" if gambar and h.qr is None else None
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


def _baris_nomor(b: Baca, h: Harapan) -> Any:
    i = b.cari(lambda t: t == h.judul)
    return b.alinea[i + 1] if 0 <= i < len(b.alinea) - 1 else None


def _c13(b: Baca, h: Harapan) -> str | None:
    a = _baris_nomor(b, h)
    if a is None or a.alignment != 1 or not a.text.startswith("Nomor: "):
        return "baris nomor"
    return None if h.nomor.match(a.text.removeprefix("Nomor: ")) else f"nomor {a.text}"


def _c14(b: Baca, h: Harapan) -> str | None:
    a = _baris_nomor(b, h)
    nomor = a.text.removeprefix("Nomor: ") if a is not None else ""
    bagian = nomor.split("/")
    bulan = [t for t in bagian if t in bahasa.ROMAWI]
    tahun = [t for t in bagian if re.fullmatch(r"(?:19|20)\d\d", t)]
    if bulan and bulan != [bahasa.ROMAWI[h.tanggal.month - 1]]:
        return "bulan nomor"
    return None if tahun == [str(h.tanggal.year)] else "tahun nomor"


def _c15(b: Baca, h: Harapan) -> str | None:
    return next((f"sisa tanda: {t[:60]}" for t in b.teks if TERLARANG.search(t)), None)


def _rincian(b: Baca) -> Iterator[Any]:
    return (a for a in b.alinea if "\t:\t" in a.text)


def _c16(b: Baca, h: Harapan) -> str | None:
    return next(
        (f"nilai kosong: {a.text}" for a in _rincian(b) if a.text.split("\t:\t")[1].strip() in {"", "-"}),
        None,
    )


def _c18(b: Baca, h: Harapan) -> str | None:
    for a in b.alinea:
        if "   " in a.text and a is not None and not a.text.startswith("Nomor:"):
            return "deret spasi"
    for a in _rincian(b):
        tab = [t.position for t in a.paragraph_format.tab_stops]
        if len(tab) < 2 or tab[1] != a.paragraph_format.left_indent:
            return "tab rincian"
    return None


def _c20(b: Baca, h: Harapan) -> str | None:
    for a in _rincian(b):
        label, nilai = a.text.split("\t:\t")
        if label in {"NIK", "Nomor KK"} and not re.fullmatch(r"\d{16}", nilai):
            return f"{label} {nilai}"
    isi = "\n".join(b.teks)
    return next((f"NIK {n} tidak tercetak" for n in h.nik if n not in isi), None)


def _c21(b: Baca, h: Harapan) -> str | None:
    badan = [t for t in b.teks if not t.startswith("Nomor:")]
    salah = next((t for t in badan if TANGGAL_LAIN.search(t)), None)
    if salah is not None:
        return f"bentuk tanggal: {salah[:60]}"
    return None if any(TANGGAL.search(t) for t in badan) else "tanpa tanggal"


def _c22(b: Baca, h: Harapan) -> str | None:
    isi = "\n".join(b.teks)
    for awal in re.finditer(r"\bRp", isi):
        if not RUPIAH.match(isi, awal.start()):
            return f"rupiah {isi[awal.start() : awal.start() + 20]}"
    for nilai in h.terbilang:
        if f"{bahasa.rupiah(nilai)} ({bahasa.terbilang(nilai)} rupiah)" not in isi:
            return f"terbilang {nilai}"
    return None


def _tempat_tanggal(b: Baca, h: Harapan) -> int:
    return b.cari(lambda t: t == f"{h.desa}, {bahasa.tanggal_panjang(h.tanggal)}")


def _c23(b: Baca, h: Harapan) -> str | None:
    penutup = [i for i, t in enumerate(b.teks) if t.startswith(h.penutup)]
    if len(penutup) != 1:
        return "kalimat penutup"
    antara = b.alinea[penutup[0] + 1 : _tempat_tanggal(b, h)]
    asing = [a.text for a in antara if a.text.strip() and a._p.getparent().tag != qn("w:tc")]
    return f"di antara penutup dan tanggal: {asing[0][:40]}" if asing else None


def _indent(a: Any) -> float:
    return (a.paragraph_format.left_indent or 0) / MM


def _c24(b: Baca, h: Harapan) -> str | None:
    i = _tempat_tanggal(b, h)
    if i < 0:
        return "tempat dan tanggal"
    dalam_sel = b.alinea[i]._p.getparent().tag == qn("w:tc")
    s = b.dokumen.sections[0]
    kanan = s.left_margin / MM + _indent(b.alinea[i]) > h.ukuran_mm[0] / 2
    return None if kanan or dalam_sel else "tempat dan tanggal tidak di kanan"


def _blok(b: Baca, h: Harapan) -> list[Any]:
    """Paragraphs from place and date to the end of the block of the signer."""
    mulai = _tempat_tanggal(b, h)
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
    ada = i >= 0 and b.teks[i + 1].startswith("1.\t") and _indent(b.alinea[i]) < 1
    return None if ada else "tembusan"


def _c36(b: Baca, h: Harapan) -> str | None:
    return None if (b.cari(lambda t: t.startswith("PARAF")) >= 0) == h.arsip else "paraf"


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


def _c41(b: Baca, h: Harapan) -> str | None:
    for t in b.teks:
        if (salah := SALAH.search(t)) or re.search(r"\w [,:](?!\t)", t.replace("\t:\t", "")):
            return f"ejaan: {salah[0] if salah else t[:50]}"
    return None


P: dict[str, Callable[[Baca, Harapan], str | None]] = {
    "C01": _c01, "C02": _c02, "C03": _c03, "C04": _c04, "C05": _c05, "C07": _c07, "C08": _c08, "C09": _c09,
    "C10": _c10, "C12": _c12, "C13": _c13, "C14": _c14, "C15": _c15, "C16": _c16, "C18": _c18, "C20": _c20,
    "C21": _c21, "C22": _c22, "C23": _c23, "C24": _c24, "C25": _c25, "C26": _c26, "C28": _c28, "C29": _c29,
    "C31": _c31, "C35": _c35, "C36": _c36, "C38": _c38, "C39": _c39, "C40": _c40, "C41": _c41,
}  # fmt: skip
"""Checks on the Word file."""


def periksa_docx(isi: bytes, harapan: Harapan) -> list[str]:
    """Every property that the Word file misses."""
    b = Baca.dari(isi)
    return [f"{kode}: {masalah}" for kode, uji in P.items() if (masalah := uji(b, harapan)) is not None]
