"""From a `Naskah` to a list of lines and boxes with their measures; both writers follow it.

What is centred, hung, kept together or ruled off is decided here once, so the Word file and the
painted page cannot differ in more than the hyphen of a line break. Lengths in mm, type in points.
"""

import re

from desa_app.bahasa import BULAN
from desa_app.buku.cetak import TANDA_LATIHAN
from desa_app.surat import metrik
from desa_app.surat.elemen import Alinea, Elemen, Gambar, NaskahBebas, Potong, Sel, Tabel, kosong
from desa_app.surat.gambar import rasio
from desa_app.surat.naskah import (
    Blok,
    Butir,
    Daftar,
    Ilustrasi,
    KepalaDinas,
    Kertas,
    Naskah,
    Paragraf,
    Rincian,
    Tengah,
)
from desa_app.surat.tata_ttd import paraf, tanda_tangan, tembusan

_TAK_TERPISAH = re.compile(
    rf"(?<=\bRT) (?=\d)|(?<=\bRW) (?=\d)|(?<=\d) (?=(?:{'|'.join(BULAN)}) \d{{4}})|(?<=\b[Nn]omor) (?=[\d/])"
)
"""Spaces at which no line may end: `RT 002`, `2 Januari 2026`, `Nomor 15`."""
PRAKTIK = f"{TANDA_LATIHAN} - BUKAN DOKUMEN RESMI"
ARSIP = "SALINAN ARSIP"
LABEL_X, TITIK_DUA_X, NILAI_X = 10.0, 55.0, 60.0
SEL_MM, KATA_MM = 5.0, 45.0
"""Sides of a cell and a little more; a word longer than this may be torn."""
KOP_TERTINGGI_MM = 50.0
"""A letterhead picture that would be higher is made narrower."""
DINAS_TITIK_DUA_X, DINAS_NILAI_X = 22.0, 26.0


def susun(naskah: Naskah | NaskahBebas) -> tuple[Elemen, ...]:
    """Everything in the text area from top to bottom."""
    if isinstance(naskah, NaskahBebas):
        return naskah.elemen
    elemen: list[Elemen] = [*_kop(naskah), *_judul(naskah)]
    for nomor, blok in enumerate(naskah.blok):
        elemen += _blok(blok, naskah, ikut=nomor >= len(naskah.blok) - 2)
    elemen += tanda_tangan(naskah)
    elemen += tembusan(naskah)
    elemen += _kaki(naskah)
    return tuple(elemen)


def kaki_halaman(naskah: Naskah | NaskahBebas, *, arsip: bool) -> Tabel | None:
    """At the foot of every sheet of the office copy: the fields for the paraf (KRW Pasal 19)."""
    return paraf(naskah) if arsip and isinstance(naskah, Naskah) and naskah.paraf else None


def kepala_halaman(naskah: Naskah | NaskahBebas, halaman: int, *, arsip: bool = False) -> tuple[str, ...]:
    """Centred lines above the text area: practice mark, mark of the office copy, page number from page 2."""
    tanda = ((PRAKTIK, naskah.latihan), (ARSIP, arsip), (str(halaman), halaman > 1))
    return tuple(teks for teks, ada in tanda if ada)


def _kop(naskah: Naskah) -> list[Elemen]:
    kop, lebar = naskah.kop, naskah.kertas.lebar_teks
    if kop.gambar:
        tinggi = min(lebar / rasio(kop.gambar), KOP_TERTINGGI_MM)
        return [Gambar(kop.gambar, tinggi, tinggi * rasio(kop.gambar), "tengah"), _garis_kop(naskah)]
    baris = tuple(
        Alinea(potong=(Potong(b.teks, b.ukuran, b.tebal),), rata="tengah", peran="kop", huruf=kop.huruf,
               ikut=True)
        for b in kop.baris
    )  # fmt: skip
    if not kop.lambang:
        return [*baris, _garis_kop(naskah)]
    tepi = kop.tinggi_lambang + 3
    sel = ((Gambar(kop.lambang, kop.tinggi_lambang, hitam=kop.hitam),), baris, (kosong(1),))
    return [
        Tabel(lebar=(tepi, lebar - 2 * tepi, tepi), baris=(sel,), peran="kop", ikut=True),
        _garis_kop(naskah),
    ]


def _garis_kop(naskah: Naskah) -> Alinea:
    return Alinea(potong=(Potong("", 4),), garis_bawah=naskah.kop.garis, sesudah=naskah.kertas.jarak + 4,
                  ikut=True, peran="garis_kop")  # fmt: skip


def _judul(naskah: Naskah) -> list[Elemen]:
    if naskah.dinas is not None:
        return _kepala_dinas(naskah, naskah.dinas)
    k = naskah.kertas
    judul = Potong(naskah.judul, naskah.judul_ukuran, naskah.judul_tebal, naskah.judul_garis)
    nomor = Potong(f"{naskah.label_nomor} {naskah.nomor}", k.ukuran)
    return [
        Alinea(potong=(judul,), rata="tengah", peran="judul", ikut=True),
        Alinea(potong=(nomor,), rata="tengah", sesudah=k.jarak + 6, peran="nomor", ikut=True),
    ]


def _kepala_dinas(naskah: Naskah, dinas: KepalaDinas) -> list[Elemen]:
    """Place and date at the right, then number, nature, enclosures and subject, then the addressee."""
    k = naskah.kertas

    def baris(label: str, nilai: str, *, akhir: bool = False) -> Alinea:
        return Alinea(
            potong=(Potong(f"{label}\t:\t{nilai}", k.ukuran),), kiri=DINAS_NILAI_X, pertama=-DINAS_NILAI_X,
            tab=(DINAS_TITIK_DUA_X, DINAS_NILAI_X), ikut=True, peran="kepala_dinas",
            sesudah=k.jarak + 4 if akhir else 0,
        )  # fmt: skip

    tujuan = [
        Alinea(potong=(Potong(teks, k.ukuran),), ikut=True, peran="tujuan",
               sesudah=k.jarak + 4 if nomor == len(dinas.tujuan) else 0)
        for nomor, teks in enumerate((f"Yth. {dinas.tujuan[0]}", *dinas.tujuan[1:]), 1)
    ]  # fmt: skip
    return [
        Alinea(potong=(Potong(naskah.tempat_tanggal, k.ukuran),), rata="kanan", sesudah=k.jarak, ikut=True,
               peran="tempat_tanggal"),
        baris("Nomor", naskah.nomor), baris("Sifat", dinas.sifat), baris("Lampiran", dinas.lampiran),
        baris("Hal", dinas.hal, akhir=True), *tujuan,
    ]  # fmt: skip


def _jaga(teks: str) -> str:
    """The text with what belongs together kept on one line."""
    return _TAK_TERPISAH.sub("\u00a0", teks)


def _blok(blok: Blok, naskah: Naskah, *, ikut: bool) -> list[Elemen]:
    k = naskah.kertas
    if isinstance(blok, Paragraf):
        pendek = metrik.jumlah_baris(blok.teks, k.ukuran, k.lebar_teks, huruf=k.huruf) <= 6
        return [
            Alinea(potong=(Potong(_jaga(blok.teks), k.ukuran),), rata="penuh", spasi=k.spasi, sesudah=k.jarak,
                   ikut=blok.peran != "isi" or (ikut and pendek), peran=blok.peran)
        ]  # fmt: skip
    if isinstance(blok, Rincian):
        return _rincian(blok, k)
    if isinstance(blok, Butir):
        return [
            Alinea(potong=(Potong(f"{nomor}.\t{_jaga(teks)}", k.ukuran),), rata="penuh", kiri=8, pertama=-8,
                   tab=(8,), spasi=k.spasi, sesudah=k.jarak if nomor == len(blok.butir) else 2, peran="butir")
            for nomor, teks in enumerate(blok.butir, 1)
        ]  # fmt: skip
    if isinstance(blok, Daftar):
        return _daftar(blok, k)
    return _blok_resmi(blok, k)


def _blok_resmi(blok: Tengah | Ilustrasi, k: Kertas) -> list[Elemen]:
    """Parts that only reports have."""
    if isinstance(blok, Tengah):
        return [
            Alinea(potong=(Potong(teks, k.ukuran, blok.tebal),), rata="tengah", ikut=True, peran="tengah",
                   sesudah=k.jarak if nomor == len(blok.baris) else 0)
            for nomor, teks in enumerate(blok.baris, 1)
        ]  # fmt: skip
    lebar = k.lebar_teks / len(blok.gambar)
    sel: tuple[Sel, ...] = tuple((Gambar(g, blok.tinggi, rata="tengah"),) for g in blok.gambar)
    return [Tabel(lebar=(lebar,) * len(sel), baris=(sel,), peran="ilustrasi", ikut=True), kosong(4)]


def kolom_titik_dua(baris: tuple[tuple[str, str], ...], k: Kertas) -> float:
    """Where the colons of a block stand: 55 mm, further right only for a longer label."""
    terpanjang = max(
        (metrik.lebar(label, k.ukuran, tebal=False, huruf=k.huruf) for label, _ in baris), default=0
    )
    return min(max(TITIK_DUA_X, LABEL_X + terpanjang + 2), k.lebar_teks - 60)


def _rincian(blok: Rincian, k: Kertas) -> list[Elemen]:
    titik_dua = kolom_titik_dua(blok.baris, k)
    nilai_x = titik_dua + NILAI_X - TITIK_DUA_X
    return [
        Alinea(potong=(Potong(f"{label}\t:\t{_jaga(nilai)}", k.ukuran),), kiri=nilai_x,
               pertama=LABEL_X - nilai_x,
               tab=(titik_dua, nilai_x), spasi=k.spasi, ikut=nomor < len(blok.baris),
               sesudah=k.jarak if nomor == len(blok.baris) else 0, peran=f"baris_{blok.peran}")
        for nomor, (label, nilai) in enumerate(blok.baris, 1)
    ]  # fmt: skip


def _daftar(blok: Daftar, k: Kertas) -> list[Elemen]:
    """A ruled table. Its type shrinks only when a NIK or a long word would be torn."""
    ukuran, lebar = lebar_daftar(blok, k)

    def sel(teks: str, rata: str, *, judul: bool = False) -> Sel:
        return (Alinea(potong=(Potong(teks, ukuran, judul),), rata=rata, peran="sel"),)

    rata = ["kanan" if kolom in blok.kanan else "kiri" for kolom in range(len(blok.judul))]
    if blok.judul[0] == "No.":
        rata[0] = "tengah"
    isi = (tuple(sel(t, r) for t, r in zip(baris, rata, strict=True)) for baris in blok.baris)
    baris = (tuple(sel(j, "tengah", judul=True) for j in blok.judul), *isi)
    jeda = Alinea(potong=(Potong("", 4),), sesudah=k.jarak, peran="jeda")
    return [
        Tabel(
            lebar=lebar, baris=baris, garis=True, kepala=1, peran="daftar", sisip=3 if k.jarak > 3 else 1.5
        ),
        jeda,
    ]


def lebar_daftar(blok: Daftar, k: Kertas) -> tuple[float, tuple[float, ...]]:
    """Type size and widths of columns: each as wide as its longest word, the rest shared by weight."""
    jumlah = sum(blok.lebar)
    for ukuran in (min(k.ukuran, 10), 9, 8):
        perlu = [_kata_terlebar(blok, kolom, ukuran, k) + SEL_MM for kolom in range(len(blok.judul))]
        if sum(perlu) <= k.lebar_teks:
            break
    else:
        return ukuran, tuple(b / jumlah * k.lebar_teks for b in blok.lebar)
    sisa, lebar = k.lebar_teks, [0.0] * len(perlu)
    bebas = set(range(len(perlu)))
    while bebas:
        berat = sum(blok.lebar[n] for n in bebas)
        sempit = {n for n in bebas if blok.lebar[n] / berat * sisa < perlu[n]}
        for n in sempit or bebas:
            lebar[n] = perlu[n] if sempit else blok.lebar[n] / berat * sisa
        bebas -= sempit or bebas
        sisa -= sum(lebar[n] for n in sempit)
    return ukuran, tuple(lebar)


def _kata_terlebar(blok: Daftar, kolom: int, ukuran: float, k: Kertas) -> float:
    judul = max(metrik.lebar(t, ukuran, tebal=True, huruf=k.huruf) for t in blok.judul[kolom].split() or [""])
    isi = (t for baris in blok.baris for t in baris[kolom].split())
    return max(judul, *(min(metrik.lebar(t, ukuran, huruf=k.huruf), KATA_MM) for t in isi), 0.0)


def _kaki(naskah: Naskah) -> list[Elemen]:
    """The stub to tear off, under a rule with room for the scissors."""
    if not naskah.kaki:
        return []
    k = naskah.kertas
    potong = Alinea(
        potong=(Potong("\t", 8),), tab=(k.lebar_teks,), isi_tab=True, sebelum=14, sesudah=8, ikut=True,
        peran="potong",
    )  # fmt: skip
    return [potong, *(e for blok in naskah.kaki for e in _blok(blok, naskah, ikut=False))]
