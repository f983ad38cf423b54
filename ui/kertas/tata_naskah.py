"""Where every word of a letter lies: pages of strokes, computed once from `desa_app.surat.tata`.

Screen, printer and PDF paint the same strokes, so the preview is what the printer gives.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desa_app.surat.elemen import GARIS_KOP_MM, Alinea, Elemen, Gambar, NaskahBebas, Sel, Tabel
from desa_app.surat.metrik import TINGGI_BARIS
from desa_app.surat.naskah import Naskah
from desa_app.surat.tata import kaki_halaman, kepala_halaman, susun
from ui.kertas.halaman import mm, poin
from ui.kertas.huruf import Huruf

_TURUN = 0.212
"""Part of the type size below the base line (Arial)."""
_SISIP_X = mm(2)
_BATAS_UTUH = 600
"""Paragraphs up to this many signs stay on one page, as in the Word file."""


@dataclass(frozen=True)
class Kata:
    """Words at a place: x of their left edge, y of the base line."""

    x: float
    y: float
    teks: str
    huruf: Huruf
    garis: bool = False


@dataclass(frozen=True)
class Garis:
    """A straight rule with its thickness."""

    x1: float
    y1: float
    x2: float
    y2: float
    tebal: float


@dataclass(frozen=True)
class GambarJadi:
    """A picture in its box."""

    kotak: QRectF
    gambar: QImage


Goresan = Kata | Garis | GambarJadi


@dataclass
class _Potongan:
    """Strokes of one element from y = 0, its height, and whether it holds on to the next one."""

    goresan: list[Goresan]
    tinggi: float
    ikut: bool = False
    awal: bool = False
    """Begins a new page."""
    ulang: "_Potongan | None" = None
    """Head of its table, painted again where the piece begins a page."""


@dataclass
class _Lembar:
    goresan: list[Goresan] = field(default_factory=list)
    y: float = 0
    kata_awal: str = ""
    """First word that is not the head of a table painted again."""


class TataNaskah:
    """The layout of one letter; `halaman` are its pages in order. Lengths in layout units."""

    def __init__(self, naskah: Naskah | NaskahBebas, *, arsip: bool = False) -> None:
        self.naskah = naskah
        self._huruf: dict[tuple[str, float, bool], Huruf] = {}
        k = naskah.kertas
        self._kiri, self._lebar = mm(k.kiri), mm(k.lebar_teks)
        self._atas, self._bawah = mm(k.atas), mm(k.ukuran_mm[1] - k.bawah)
        potongan = [p for elemen in susun(naskah) for p in self._elemen(elemen)]
        lembar = self._bagi(potongan)
        kaki = self._kaki(arsip=arsip)
        self.halaman = tuple(
            (*self._kepala(nomor, arsip=arsip), *isi.goresan, *self._penyambung(lembar, nomor), *kaki)
            for nomor, isi in enumerate(lembar, 1)
        )

    def huruf(self, ukuran: float, *, tebal: bool = False, keluarga: str = "") -> Huruf:
        """A face in one size, made once."""
        kunci = (keluarga or self.naskah.kertas.huruf, ukuran, tebal)
        if kunci not in self._huruf:
            self._huruf[kunci] = Huruf(ukuran, tebal=tebal, keluarga=kunci[0])
        return self._huruf[kunci]

    def _kepala(self, halaman: int, *, arsip: bool) -> list[Goresan]:
        hasil: list[Goresan] = []
        for nomor, teks in enumerate(kepala_halaman(self.naskah, halaman, arsip=arsip)):
            angka = teks.isdigit()
            huruf = self.huruf(self.naskah.kertas.ukuran if angka else 9, tebal=not angka)
            x = self._kiri + (self._lebar - huruf.lebar(teks)) / 2
            hasil.append(Kata(x, mm(13) + nomor * huruf.garis, teks, huruf))
        return hasil

    def _kaki(self, *, arsip: bool) -> list[Goresan]:
        isi, hasil, y = kaki_halaman(self.naskah, arsip=arsip), list[Goresan](), self._bawah + mm(2)
        for p in self._tabel(isi) if isi else ():
            hasil += [_geser(g, y) for g in p.goresan]
            y += p.tinggi
        return hasil

    def _penyambung(self, lembar: list[_Lembar], halaman: int) -> list[Goresan]:
        """First word of the next page at the lower right, with three dots (surat.md 1.9)."""
        if not isinstance(self.naskah, Naskah) or not self.naskah.penyambung or halaman == len(lembar):
            return []
        kata = lembar[halaman].kata_awal
        huruf, teks = self.huruf(self.naskah.kertas.ukuran), f"{kata}..."
        x = self._kiri + self._lebar - huruf.lebar(teks)
        return [Kata(x, self._bawah + mm(8), teks, huruf)] if kata else []

    def _bagi(self, potongan: list[_Potongan]) -> list[_Lembar]:
        """Fill pages; what holds together moves on together unless it is taller than a page."""
        lembar, nomor = [_Lembar(y=self._atas)], 0
        while nomor < len(potongan):
            akhir = nomor
            while potongan[akhir].ikut and akhir + 1 < len(potongan) and not potongan[akhir + 1].awal:
                akhir += 1
            kelompok = potongan[nomor : akhir + 1]
            tinggi = sum(p.tinggi for p in kelompok)
            muat_sehalaman = tinggi <= self._bawah - self._atas
            penuh = muat_sehalaman and lembar[-1].y + tinggi > self._bawah
            if (penuh or kelompok[0].awal) and lembar[-1].goresan:
                lembar.append(_Lembar(y=self._atas))
            for p in kelompok:
                if lembar[-1].y + p.tinggi > self._bawah and lembar[-1].goresan:
                    lembar.append(_Lembar(y=self._atas))
                _letakkan(lembar[-1], p)
            nomor = akhir + 1
        return lembar

    def _elemen(self, elemen: Elemen) -> list[_Potongan]:
        if isinstance(elemen, Gambar):
            return [self._gambar(elemen, self._kiri, self._lebar)]
        if isinstance(elemen, Tabel):
            return self._tabel(elemen)
        baris = self._alinea(elemen, self._kiri, self._lebar)
        if len(elemen.teks) < _BATAS_UTUH or len(baris) < 4:
            return [_gabung(baris, ikut=elemen.ikut, awal=elemen.halaman_baru)]
        # A long paragraph may go over the page, two lines at least on either side.
        awal, tengah, akhir = (
            _gabung(baris[:2], awal=elemen.halaman_baru),
            baris[2:-2],
            _gabung(baris[-2:], ikut=elemen.ikut),
        )
        return [awal, *tengah, akhir]

    def _alinea(self, alinea: Alinea, kiri: float, lebar: float) -> list[_Potongan]:
        """One piece per line of a paragraph."""
        potong = alinea.potong[0]
        huruf = self.huruf(potong.ukuran, tebal=potong.tebal, keluarga=alinea.huruf)
        setinggi = poin(potong.ukuran) * TINGGI_BARIS * alinea.spasi
        dasar = setinggi - poin(potong.ukuran) * _TURUN
        dalam, pertama = mm(alinea.kiri), mm(alinea.kiri + alinea.pertama)
        *depan, akhir = alinea.teks.split("\t")
        goresan, x = list[Goresan](), kiri + pertama
        for nomor, teks in enumerate(depan):
            if teks:
                goresan.append(Kata(x, dasar, teks, huruf, potong.garis))
            berikut = kiri + mm(alinea.tab[nomor]) if nomor < len(alinea.tab) else x
            if alinea.isi_tab and nomor == len(depan) - 1:
                goresan.append(Garis(x + huruf.lebar(teks) + mm(1), dasar, berikut, dasar, mm(0.2)))
            x = berikut
        mulai = x if depan else kiri + pertama
        susunan = list(self._baris(alinea, akhir, huruf, mulai - kiri if depan else pertama, lebar, dalam))
        hasil = []
        for nomor, (kata, geser) in enumerate(susunan):
            isi = goresan if nomor == 0 else []
            isi = [*isi, *(Kata(kiri + geser + x, dasar, t, huruf, potong.garis) for x, t in kata)]
            hasil.append(_Potongan(isi, setinggi))
        _beri_jarak(hasil, poin(alinea.sebelum), poin(alinea.sesudah))
        if alinea.garis_bawah:
            hasil[-1].goresan += _garis_kop(kiri, kiri + lebar, setinggi)
            hasil[-1].tinggi += mm(GARIS_KOP_MM)
        return hasil

    def _baris(
        self, alinea: Alinea, teks: str, huruf: Huruf, awal: float, lebar: float, dalam: float
    ) -> list[tuple[list[tuple[float, str]], float]]:
        """Words of each line with their x, and the line's shift from the left edge."""
        tersedia = lebar - (dalam if alinea.tab else max(awal, dalam))
        # One line is taken as it is: the blank for a number is several spaces wide.
        muat = not teks.strip() or huruf.lebar(teks) <= tersedia
        garis = (teks,) if muat else huruf.bungkus(teks, max(tersedia, mm(10)))
        hasil = []
        for nomor, isi in enumerate(garis):
            geser = awal if nomor == 0 else dalam
            sisa = lebar - geser - huruf.lebar(isi)
            if alinea.rata == "penuh" and nomor < len(garis) - 1 and " " in isi:
                hasil.append((_renggangkan(isi, huruf, sisa), geser))
            else:
                geser += {"tengah": sisa / 2, "kanan": sisa}.get(alinea.rata, 0.0)
                hasil.append(([(0.0, isi)], geser))
        return hasil

    def _gambar(self, isi: Gambar, kiri: float, lebar: float) -> _Potongan:
        gambar = QImage.fromData(isi.isi)
        if gambar.isNull():
            return _Potongan([], 0)
        if isi.hitam:
            # greys with the see-through parts kept; the format for greys alone would fill them black
            alfa = gambar.convertToFormat(QImage.Format.Format_Alpha8)
            gambar = gambar.convertToFormat(QImage.Format.Format_Grayscale8)
            gambar.setAlphaChannel(alfa)
        rasio = gambar.width() / gambar.height()
        tinggi = mm(isi.tinggi) if isi.tinggi else mm(isi.lebar or 0) / rasio
        x = kiri + ((lebar - tinggi * rasio) / 2 if isi.rata == "tengah" else 0)
        return _Potongan([GambarJadi(QRectF(x, 0, tinggi * rasio, tinggi), gambar)], tinggi)

    def _sel(self, sel: Sel, kiri: float, lebar: float) -> _Potongan:
        hasil, y = list[Goresan](), 0.0
        for isi in sel:
            bagian = (
                [self._gambar(isi, kiri, lebar)]
                if isinstance(isi, Gambar)
                else self._alinea(isi, kiri, lebar)
            )
            for p in bagian:
                hasil += [_geser(g, y) for g in p.goresan]
                y += p.tinggi
        return _Potongan(hasil, y)

    def _tabel(self, tabel: Tabel) -> list[_Potongan]:
        sisip_x, sisip_y = (_SISIP_X, float(poin(tabel.sisip))) if tabel.garis else (0.0, 0.0)
        awal = self._kiri + (self._lebar - mm(sum(tabel.lebar)) if tabel.kanan else 0)
        batas = [awal + mm(sum(tabel.lebar[:kolom])) for kolom in range(len(tabel.lebar) + 1)]
        hasil = []
        for nomor, baris in enumerate(tabel.baris):
            sel = [
                self._sel(isi, kiri + sisip_x, kanan - kiri - 2 * sisip_x)
                for isi, kiri, kanan in zip(baris, batas, batas[1:], strict=False)
            ]
            tinggi = max(s.tinggi for s in sel) + 2 * sisip_y
            goresan = [_geser(g, sisip_y) for s in sel for g in s.goresan]
            if tabel.garis:
                goresan += _kotak(batas, tinggi)
            ikut = nomor < tabel.kepala if tabel.peran == "daftar" else nomor < len(tabel.baris) - 1
            hasil.append(_Potongan(goresan, tinggi, ikut or (nomor == len(tabel.baris) - 1 and tabel.ikut)))
        if tabel.kepala:
            kepala = _gabung(hasil[: tabel.kepala])
            for satu in hasil[tabel.kepala :]:
                satu.ulang = kepala
        return hasil


def _letakkan(lembar: _Lembar, p: _Potongan) -> None:
    if p.ulang and not lembar.goresan:
        _letakkan(lembar, p.ulang)
        lembar.kata_awal = ""
    kata = next((g.teks.split()[0] for g in p.goresan if isinstance(g, Kata) and g.teks.strip()), "")
    lembar.kata_awal = lembar.kata_awal or kata.rstrip(".,:;")
    lembar.goresan += [_geser(g, lembar.y) for g in p.goresan]
    lembar.y += p.tinggi


def _geser(g: Goresan, turun: float) -> Goresan:
    if isinstance(g, Kata):
        return Kata(g.x, g.y + turun, g.teks, g.huruf, g.garis)
    if isinstance(g, Garis):
        return Garis(g.x1, g.y1 + turun, g.x2, g.y2 + turun, g.tebal)
    return GambarJadi(g.kotak.translated(0, turun), g.gambar)


def _gabung(bagian: list[_Potongan], *, ikut: bool = False, awal: bool = False) -> _Potongan:
    goresan, y = list[Goresan](), 0.0
    for p in bagian:
        goresan += [_geser(g, y) for g in p.goresan]
        y += p.tinggi
    return _Potongan(goresan, y, ikut, awal)


def _beri_jarak(baris: list[_Potongan], sebelum: float, sesudah: float) -> None:
    if sebelum:
        baris[0].goresan = [_geser(g, sebelum) for g in baris[0].goresan]
        baris[0].tinggi += sebelum
    baris[-1].tinggi += sesudah


def _renggangkan(teks: str, huruf: Huruf, sisa: float) -> list[tuple[float, str]]:
    """Words of a justified line, the rest shared between them."""
    kata = teks.split(" ")
    tambah = huruf.lebar(" ") + sisa / (len(kata) - 1)
    hasil, x = [], 0.0
    for satu in kata:
        hasil.append((x, satu))
        x += huruf.lebar(satu) + tambah
    return hasil


def _garis_kop(kiri: float, kanan: float, y: float) -> list[Goresan]:
    """Thick over thin."""
    return [
        Garis(kiri, y + mm(0.5), kanan, y + mm(0.5), mm(1)),
        Garis(kiri, y + mm(1.45), kanan, y + mm(1.45), mm(0.3)),
    ]


def _kotak(batas: list[float], tinggi: float) -> list[Goresan]:
    mendatar = [Garis(batas[0], y, batas[-1], y, mm(0.2)) for y in (0.0, tinggi)]
    return [*mendatar, *(Garis(x, 0, x, tinggi, mm(0.2)) for x in batas)]
