"""Properties of a rendered letter, measured with pypdfium2 on any PDF: painted or by LibreOffice."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from desa_app import bahasa
from tests.surat.pembaca_qr import baca_qr
from tests.surat.pemeriksa import TANGGAL, Harapan
from ui.kertas.halaman import PER_MM
from ui.kertas.tata_naskah import GambarJadi, Garis, Goresan, TataNaskah
from ui.kertas.tata_naskah import Kata as KataLukis

MM = 72 / 25.4
GANTI_HURUF = {
    "Arial": ("arial", "liberationsans", "arimo"),
    "Bookman Old Style": ("bookman", "urwbookman", "texgyrebonum", "liberationserif", "dejavu"),
    "Times New Roman": ("times", "liberationserif"),
}
"""Faces and their metric substitutes."""


Kotak = tuple[float, float, float, float]


@dataclass(frozen=True)
class Kata:
    """A word with its box in points from the top left corner."""

    teks: str
    x: float
    y: float
    kanan: float
    bawah: float


@dataclass(frozen=True)
class Lembar:
    """A page: size, words in reading order, boxes of its pictures and of its drawn lines."""

    lebar: float
    tinggi: float
    kata: tuple[Kata, ...]
    gambar: tuple[Kotak, ...]
    garis: tuple[Kotak, ...] = ()

    def baris(self) -> list[tuple[float, list[Kata]]]:
        """Words by line, from top to bottom."""
        hasil: list[tuple[float, list[Kata]]] = []
        for k in sorted(self.kata, key=lambda k: (k.bawah, k.x)):
            if hasil and abs(hasil[-1][0] - k.bawah) < 3.5:
                hasil[-1][1].append(k)
            else:
                hasil.append((k.bawah, [k]))
        return [(y, sorted(isi, key=lambda k: k.x)) for y, isi in hasil]


def baca_pdf(berkas: Path) -> list[Lembar]:
    """Pages of a PDF. Raises PdfiumError when it does not open."""
    dokumen = pdfium.PdfDocument(str(berkas))
    try:
        return [_lembar(dokumen[i]) for i in range(len(dokumen))]
    finally:
        dokumen.close()


def nama_huruf(berkas: Path) -> set[str]:
    """Base names of the faces in a PDF, lower case, without subset marks and styles."""
    nama = re.findall(rb"/(?:BaseFont|FontName)\s*/([^\s/<>\[\]()]+)", berkas.read_bytes())
    bersih = (n.decode("latin-1").split("+")[-1].split("-")[0].split(",")[0].lower() for n in nama)
    return {re.sub(r"[^a-z]", "", n) for n in bersih}


def _lembar(halaman: pdfium.PdfPage) -> Lembar:
    lebar, tinggi = halaman.get_size()
    teks = halaman.get_textpage()
    kata: list[Kata] = []
    aksara: list[tuple[str, float, float, float, float]] = []

    def tutup() -> None:
        if aksara:
            kata.append(
                Kata("".join(a[0] for a in aksara), min(a[1] for a in aksara),
                     tinggi - max(a[4] for a in aksara), max(a[3] for a in aksara),
                     tinggi - min(a[2] for a in aksara))
            )  # fmt: skip
            aksara.clear()

    for i in range(teks.count_chars()):
        huruf = teks.get_text_range(i, 1)
        kotak = teks.get_charbox(i, loose=True)
        if not huruf.strip():
            tutup()
            continue
        if aksara and (
            abs(kotak[1] - aksara[-1][2]) > 3 or kotak[0] - aksara[-1][3] > 2 or kotak[0] < aksara[-1][1]
        ):
            tutup()
        aksara.append((huruf, *kotak))
    tutup()
    gambar, garis = (
        tuple(
            (k[0], tinggi - k[3], k[2], tinggi - k[1])
            for k in (o.get_bounds() for o in halaman.get_objects(filter=[jenis]))
        )
        for jenis in (pdfium.raw.FPDF_PAGEOBJ_IMAGE, pdfium.raw.FPDF_PAGEOBJ_PATH)
    )
    return Lembar(lebar, tinggi, tuple(kata), gambar, garis)


@dataclass(frozen=True)
class BacaPdf:
    """A PDF with its pages."""

    berkas: Path | None
    lembar: list[Lembar]

    def baris(self) -> list[tuple[int, float, list[Kata]]]:
        """(page, base line, words) of all lines between the margins."""
        return [
            (n, y, isi) for n, lembar in enumerate(self.lembar) for y, isi in lembar.baris() if y > 18 * MM
        ]


def _teks(isi: list[Kata]) -> str:
    return " ".join(k.teks for k in isi)


def _r01(b: BacaPdf, h: Harapan) -> str | None:
    pas = all(
        abs(lembar.lebar / MM - h.ukuran_mm[0]) <= 1 and abs(lembar.tinggi / MM - h.ukuran_mm[1]) <= 1
        for lembar in b.lembar
    )
    return None if pas else "ukuran halaman"


def _r06(b: BacaPdf, h: Harapan) -> str | None:
    if b.berkas is None:
        return None
    boleh = GANTI_HURUF[h.huruf] + GANTI_HURUF[h.huruf_kop]
    asing = {n for n in nama_huruf(b.berkas) if not n.startswith(boleh)}
    return f"huruf {asing}" if asing else None


def _r09(b: BacaPdf, h: Harapan) -> str | None:
    """The rule under the letterhead, across the text, above the title."""
    lembar = b.lembar[0]
    judul = next((k.y for k in lembar.kata if k.teks == h.judul.split()[0]), 0.0)
    panjang = lembar.lebar - 51 * MM
    ada = any(x2 - x1 >= panjang and y2 < judul for x1, _, x2, y2 in lembar.garis)
    return None if ada else "garis kop tidak selebar tulisan"


def _r11(b: BacaPdf, h: Harapan) -> str | None:
    halaman = [n for n, _, isi in b.baris() if _teks(isi).startswith("PEMERINTAH ")]
    return None if halaman == [0] else f"kop pada halaman {halaman}"


def _blok_rincian(b: BacaPdf) -> list[list[tuple[int, float, list[Kata]]]]:
    """Runs of lines that hold a lone colon, with their continuation lines."""
    hasil: list[list[tuple[int, float, list[Kata]]]] = [[]]
    for baris in b.baris():
        if any(k.teks == ":" for k in baris[2]):
            hasil[-1].append(baris)
        elif hasil[-1]:
            nilai = _x_nilai(hasil[-1][-1][2])
            if baris[2][0].x > nilai - 2 and baris[1] - hasil[-1][-1][1] < 60:
                hasil[-1].append(baris)
            else:
                hasil.append([])
    return [blok for blok in hasil if blok]


def _x_nilai(isi: list[Kata]) -> float:
    titik = next((i for i, k in enumerate(isi) if k.teks == ":"), -1)
    return isi[titik + 1].x if titik + 1 < len(isi) else isi[0].x


def _r17(b: BacaPdf, h: Harapan) -> str | None:
    for blok in _blok_rincian(b):
        x = [next(k.x for k in isi if k.teks == ":") for _, _, isi in blok if any(k.teks == ":" for k in isi)]
        if max(x) - min(x) > 0.5:
            return f"titik dua bergeser {max(x) - min(x):.2f} pt"
    return None


def _r19(b: BacaPdf, h: Harapan) -> str | None:
    for blok in _blok_rincian(b):
        nilai = _x_nilai(blok[0][2])
        for _, _, isi in blok:
            if not any(k.teks == ":" for k in isi) and abs(isi[0].x - nilai) > 1:
                return f"sambungan “{_teks(isi)[:30]}” tidak di bawah nilai"
    return None


def _cari(b: BacaPdf, teks: str) -> list[tuple[int, float, list[Kata]]]:
    """Lines that hold a text (from its first word on)."""
    hasil = []
    for n, y, isi in b.baris():
        for i in range(len(isi)):
            if _teks(isi[i:]).startswith(teks):
                hasil.append((n, y, isi[i:]))
                break
    return hasil


def _r24(b: BacaPdf, h: Harapan) -> str | None:
    ada = _cari(b, f"{h.desa}, {bahasa.tanggal_panjang(h.tanggal)}")
    return None if ada and ada[-1][2][0].x > b.lembar[0].lebar / 2 else "tempat dan tanggal tidak di kanan"


def _nama(b: BacaPdf, h: Harapan) -> tuple[int, float, list[Kata]] | None:
    tempat = _cari(b, f"{h.desa}, {bahasa.tanggal_panjang(h.tanggal)}")
    sesudah = [x for x in _cari(b, h.nama_ttd) if tempat and x[:2] > tempat[-1][:2]]
    return sesudah[0] if sesudah else None


def _di_atas_nama(b: BacaPdf, nama: tuple[int, float, list[Kata]]) -> float:
    """Lower edge of the last line over a name, in its own column."""
    halaman, y, isi = nama
    x = isi[0].x
    return max(
        (
            max(k.bawah for k in kata)
            for n, yy, kata in b.baris()
            if n == halaman and yy < y - 5 and any(abs(k.x - x) < 60 for k in kata)
        ),
        default=0.0,
    )


def _r27(b: BacaPdf, h: Harapan) -> str | None:
    nama = _nama(b, h)
    if nama is None:
        return "nama tidak ditemukan"
    ruang = (nama[2][0].y - _di_atas_nama(b, nama)) / MM
    return None if ruang >= 19.9 else f"ruang tanda tangan {ruang:.1f} mm"


def _r30(b: BacaPdf, h: Harapan) -> str | None:
    tempat, nama = _cari(b, f"{h.desa}, {bahasa.tanggal_panjang(h.tanggal)}"), _nama(b, h)
    if not tempat or nama is None or tempat[-1][0] != nama[0]:
        return "blok tanda tangan terpisah"
    badan = [1 for n, y, isi in b.baris() if n == nama[0] and y < tempat[-1][1] - 5 and isi[0].x > 60]
    return None if len(badan) >= 2 else "blok tanda tangan sendirian"


def _r32(b: BacaPdf, h: Harapan) -> str | None:
    return None if len(b.lembar) == h.halaman else f"{len(b.lembar)} halaman"


def _r33(b: BacaPdf, h: Harapan) -> str | None:
    return "halaman kosong" if not b.lembar[-1].kata else None


def _r34(b: BacaPdf, h: Harapan) -> str | None:
    """40 x 40 mm beside the signature, on the side that is set, from under the post line on."""
    nama = _nama(b, h)
    if nama is None:
        return "nama tidak ditemukan"
    halaman, _, isi = nama
    kanan, atas = isi[0].x - 1, _di_atas_nama(b, nama) + 1
    if h.stempel_kanan:
        kanan = b.lembar[0].lebar - 10 * MM
    kiri, bawah = kanan - 40 * MM + 3, atas + 40 * MM
    lembar = b.lembar[halaman]
    kotak = [(k.x, k.y, k.kanan, k.bawah, k.teks) for k in lembar.kata]
    kotak += [(*g, "gambar") for g in lembar.gambar]
    kena = [t for x, y, k, w, t in kotak if x < kanan and k > kiri and y < bawah and w > atas]
    return f"daerah stempel berisi {kena[:3]}" if kena else None


def _r37(b: BacaPdf, h: Harapan) -> str | None:
    """An independent reader gets out of the picture of the page what was meant, and nothing personal."""
    if b.berkas is None or not (h.qr or any(lembar.gambar for lembar in b.lembar)):
        return None
    isi = baca_qr(b.berkas)
    if any(re.search(r"\d{16}", re.sub(r"[./]", " ", satu)) for satu in isi):
        return "NIK dalam kode QR"
    return None if isi == ([h.qr] if h.qr else []) else f"kode QR terbaca {isi}"


def _r21(b: BacaPdf, h: Harapan) -> str | None:
    return None if any(TANGGAL.search(_teks(isi)) for _, _, isi in b.baris()) else "tanpa tanggal"


R: dict[str, Callable[[BacaPdf, Harapan], str | None]] = {
    "C01": _r01, "C06": _r06, "C09": _r09, "C11": _r11, "C17": _r17, "C19": _r19, "C21": _r21, "C24": _r24,
    "C27": _r27, "C30": _r30, "C32": _r32, "C33": _r33, "C34": _r34, "C37": _r37,
}  # fmt: skip
"""Checks on the rendered pages."""


def periksa_pdf(berkas: Path, harapan: Harapan) -> list[str]:
    """Every property that the rendered letter misses."""
    return periksa_lembar(BacaPdf(berkas, baca_pdf(berkas)), harapan)


def periksa_lembar(b: BacaPdf, harapan: Harapan) -> list[str]:
    """As `periksa_pdf`, for pages that are at hand."""
    return [f"{kode}: {masalah}" for kode, uji in R.items() if (masalah := uji(b, harapan)) is not None]


def dari_tata(tata: TataNaskah) -> BacaPdf:
    """Pages as the painter has laid them out, without the way through a file."""
    lebar, tinggi = (sisi * MM for sisi in tata.naskah.kertas.ukuran_mm)
    return BacaPdf(None, [_lembar_tata(goresan, lebar, tinggi) for goresan in tata.halaman])


def _lembar_tata(goresan: tuple[Goresan, ...], lebar: float, tinggi: float) -> Lembar:
    skala = MM / PER_MM
    kata, gambar, garis = list[Kata](), list[Kotak](), list[Kotak]()
    for g in goresan:
        if isinstance(g, KataLukis):
            x = g.x
            for satu in g.teks.replace("\u00a0", " ").split(" "):
                panjang = g.huruf.lebar(satu)
                if satu:
                    bawah, atas = g.y + g.huruf.garis - g.huruf.naik, g.y - g.huruf.naik
                    kata.append(Kata(satu, x * skala, atas * skala, (x + panjang) * skala, bawah * skala))
                x += panjang + g.huruf.lebar(" ")
        elif isinstance(g, Garis):
            garis.append((g.x1 * skala, g.y1 * skala, g.x2 * skala, g.y2 * skala))
        elif isinstance(g, GambarJadi):
            k = g.kotak
            gambar.append((k.left() * skala, k.top() * skala, k.right() * skala, k.bottom() * skala))
    return Lembar(lebar, tinggi, tuple(kata), tuple(gambar), tuple(garis))
