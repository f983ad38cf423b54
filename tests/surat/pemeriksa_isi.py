"""What a Word letter says: number, rows, dates, money, spelling (C13-C22, C41)."""

import re

from desa_app import bahasa
from tests.surat.bacaan import (
    BULAN,
    TANGGAL,
    Baca,
    Harapan,
    Uji,
    baris_nomor,
    rincian,
)

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


def _c13(b: Baca, h: Harapan) -> str | None:
    a = baris_nomor(b, h)
    if a is None or a.alignment != 1 or not a.text.startswith("Nomor: "):
        return "baris nomor"
    return None if h.nomor.match(a.text.removeprefix("Nomor: ")) else f"nomor {a.text}"


def _c14(b: Baca, h: Harapan) -> str | None:
    a = baris_nomor(b, h)
    nomor = a.text.removeprefix("Nomor: ") if a is not None else ""
    bagian = nomor.split("/")
    bulan = [t for t in bagian if t in bahasa.ROMAWI]
    tahun = [t for t in bagian if re.fullmatch(r"(?:19|20)\d\d", t)]
    if bulan and bulan != [bahasa.ROMAWI[h.tanggal.month - 1]]:
        return "bulan nomor"
    return None if tahun == [str(h.tanggal.year)] else "tahun nomor"


def _c15(b: Baca, h: Harapan) -> str | None:
    return next((f"sisa tanda: {t[:60]}" for t in b.teks if TERLARANG.search(t)), None)


def _c16(b: Baca, h: Harapan) -> str | None:
    return next(
        (f"nilai kosong: {a.text}" for a in rincian(b) if a.text.split("\t:\t")[1].strip() in {"", "-"}),
        None,
    )


def _c18(b: Baca, h: Harapan) -> str | None:
    for a in b.alinea:
        if "   " in a.text and a is not None and not a.text.startswith("Nomor:"):
            return "deret spasi"
    for a in rincian(b):
        tab = [t.position for t in a.paragraph_format.tab_stops]
        if len(tab) < 2 or tab[1] != a.paragraph_format.left_indent:
            return "tab rincian"
    return None


def _c20(b: Baca, h: Harapan) -> str | None:
    for a in rincian(b):
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


def _c41(b: Baca, h: Harapan) -> str | None:
    for t in b.teks:
        if (salah := SALAH.search(t)) or re.search(r"\w [,:](?!\t)", t.replace("\t:\t", "")):
            return f"ejaan: {salah[0] if salah else t[:50]}"
    return None


ISI: dict[str, Uji] = {
    "C13": _c13,
    "C14": _c14,
    "C15": _c15,
    "C16": _c16,
    "C18": _c18,
    "C20": _c20,
    "C21": _c21,
    "C22": _c22,
    "C41": _c41,
}
