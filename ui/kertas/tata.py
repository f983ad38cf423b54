"""Where everything of a book lies: columns, headings, heights and the rows of each page, computed once."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from desa_app.buku.cetak import NIHIL, BukuCetak, Kolom, di_kertas
from desa_app.buku.kepala import SelJudul, sel_judul, tinggi_baris
from desa_app.buku.lebar import pas_angka
from ui.kertas.halaman import Halaman, mm
from ui.kertas.huruf import Huruf

SISIP_X, SISIP_Y = mm(0.9), mm(0.5)
"""Space between a cell's text and its lines."""
KAKI = mm(5)
"""Strip for the page number inside the lower margin line."""
RUANG_TANDA_TANGAN = mm(17)
_SISIP_KOP = mm(2.5)
_INGATAN = 20_000


@dataclass(frozen=True)
class JudulJadi:
    """A heading cell ready to paint: its box, its lines, turned upright or not."""

    x: float
    y: float
    lebar: float
    tinggi: float
    garis: tuple[str, ...]
    tegak: bool


@dataclass(frozen=True)
class IsiHalaman:
    """What one page shows: rows [mulai, akhir), of a row taller than a page only the lines `garis`."""

    mulai: int
    akhir: int
    garis: tuple[int, int] | None = None
    penutup: bool = False
    """Whether total row, notes and signatures follow."""


class KolomJadi(dict[str, tuple[tuple[int, str], ...]]):
    """A column on the sheet: text -> its lines with x in whole units; values repeat, so they are kept."""

    def __init__(self, kolom: Kolom, x: float, lebar: float, huruf: Huruf) -> None:
        super().__init__()
        self.rata, self.x, self.lebar, self._huruf = kolom.rata, x, lebar, huruf

    def __missing__(self, teks: str) -> tuple[tuple[int, str], ...]:
        if len(self) >= _INGATAN:
            self.clear()
        dalam = self.lebar - 2 * SISIP_X
        hasil = tuple((self._geser(dalam - w), g) for g, w in self._huruf.garis_lebar(teks, dalam))
        self[teks] = hasil
        return hasil

    def _geser(self, sisa: float) -> int:
        """x of a line that leaves `sisa` free."""
        bagian = {"kiri": 0.0, "tengah": 0.5, "kanan": 1.0}[self.rata]
        return round(self.x + SISIP_X + sisa * bagian)


@cache
def _huruf_ukur(ukuran: float, tebal: bool) -> Huruf:
    return Huruf(ukuran, tebal=tebal)


def _ruang_angka(teks: str, ukuran: float, tebal: bool) -> float:
    """Room of a figure between the lines of its column."""
    return _huruf_ukur(ukuran, tebal).lebar(teks) + 2 * SISIP_X + 1


class TataBuku:
    """The layout of a book on one kind of paper; painting reads it and changes nothing."""

    def __init__(self, buku: BukuCetak, kertas: str | None = None) -> None:
        buku = self.buku = replace(buku, spec=di_kertas(buku.spec, kertas or buku.spec.kertas))
        h = self.halaman = Halaman(buku.spec.kertas)
        self.kiri, self.kanan = mm(h.kiri), h.lebar - mm(h.kanan)
        ukuran, lebar = pas_angka(buku, self.kanan - self.kiri, _ruang_angka)
        self.isi = Huruf(ukuran)
        self.tebal = Huruf(ukuran, tebal=True)
        self.kecil = Huruf(6.5)
        self.judul = Huruf(11, tebal=True)
        self.ttd = Huruf(max(8.5, ukuran))
        self.ttd_tebal = Huruf(max(8.5, ukuran), tebal=True)
        self.kop = Huruf(11.5, tebal=True)
        self.alamat = Huruf(8)
        self.atas, self.bawah = mm(h.atas), h.tinggi - mm(h.bawah) - KAKI
        self.batas = [self.kiri + sum(lebar[:c]) for c in range(len(lebar) + 1)]
        """x of the lines between columns."""
        self.kolom = self._kolom(self.isi)
        self.kolom_tebal = self._kolom(self.tebal)
        self.kepala, self.tinggi_kepala = self._kepala()
        self.garis = self._hitung_garis(buku.baris)
        """Number of text lines of each row."""
        self.daftar = tuple(_tutup(self, _bagi(self)))
        """Pages in order."""

    def _kolom(self, huruf: Huruf) -> list[KolomJadi]:
        return [
            KolomJadi(k, x, kanan - x, huruf)
            for k, x, kanan in zip(self.buku.spec.kolom, self.batas, self.batas[1:], strict=False)
        ]

    def _hitung_garis(self, baris: Iterable[Sequence[str]]) -> "array[int]":
        hasil = array("L")
        for isi in baris:
            terbanyak = self.buku.spec.garis_terkecil
            for kolom, teks in zip(self.kolom, isi, strict=True):
                garis = kolom[teks]
                if len(garis) > terbanyak:
                    terbanyak = len(garis)
            hasil.append(terbanyak)
        return hasil

    # ------------------------------------------------------------------ headings

    def _kepala(self) -> tuple[tuple[JudulJadi, ...], float]:
        sel = sel_judul(self.buku.spec)
        bentuk = {s: self._bentuk(s) for s in sel}
        tinggi = tinggi_baris(
            sel, lambda s: bentuk[s][1], self.buku.spec.baris_judul, self.tebal.garis + 2 * SISIP_Y
        )
        nomor = self.isi.garis + 2 * SISIP_Y
        jadi = [
            JudulJadi(
                self.batas[s.kolom], sum(tinggi[: s.baris]),
                self.batas[s.kolom + s.lebar] - self.batas[s.kolom],
                sum(tinggi[s.baris : s.baris + s.tinggi]), *bentuk[s][::2],
            )
            for s in sel
        ]  # fmt: skip
        jadi += [
            JudulJadi(x, sum(tinggi), kanan - x, nomor, (str(k.no),), False)
            for k, x, kanan in zip(self.buku.spec.kolom, self.batas, self.batas[1:], strict=False)
        ]
        return tuple(jadi), sum(tinggi) + nomor

    def _bentuk(self, s: SelJudul) -> tuple[tuple[str, ...], float, bool]:
        """Lines, needed height, and whether turned: upright text saves a narrow column from broken words."""
        lebar = self.batas[s.kolom + s.lebar] - self.batas[s.kolom] - 2 * SISIP_X
        if s.lebar > 1 or self.tebal.kata_terlebar(s.teks) <= lebar:
            garis = self.tebal.bungkus(s.teks, lebar)
            return garis, len(garis) * self.tebal.garis + 2 * SISIP_Y, False
        muat = max(1, int((lebar + SISIP_X) / self.tebal.garis))
        panjang = self.tebal.kata_terlebar(s.teks)
        while len(garis := self.tebal.bungkus(s.teks, panjang)) > muat:
            panjang += mm(0.5)
        return garis, max(self.tebal.lebar(g) for g in garis) + 2 * mm(1), True

    # ------------------------------------------------------------------ heights

    @property
    def tinggi_kop(self) -> float:
        """Letterhead and title block of the first page."""
        kop = self.buku.kop
        tinggi = 0.0
        if kop:
            isi = sum(self.huruf_kop(b).garis for b in kop.baris)
            tinggi = max(isi, mm(18) if kop.lambang else 0.0) + 2 * _SISIP_KOP
        return tinggi + len(self.buku.judul) * self.judul.garis + mm(2)

    def huruf_kop(self, baris: str) -> Huruf:
        """Names of the offices are in capitals and large, addresses are small."""
        return self.kop if baris.isupper() else self.alamat

    def atas_tabel(self, nomor: int) -> float:
        """y of the table's top line on a page (0 is the first)."""
        if nomor == 0:
            return self.atas + self.tinggi_kop
        return self.atas + (self.kecil.garis + mm(1) if self.buku.kepala_halaman else 0.0)

    def ruang(self, nomor: int) -> float:
        """Height free for rows on a page."""
        return self.bawah - self.atas_tabel(nomor) - self.tinggi_kepala

    def tinggi_garis(self, jumlah: int) -> float:
        """Height of a row with that many lines."""
        return jumlah * self.isi.garis + 2 * SISIP_Y

    def tinggi_isi(self, isi: IsiHalaman) -> float:
        """Height of a page's rows."""
        if isi.garis:
            return self.tinggi_garis(isi.garis[1] - isi.garis[0])
        if not self.buku.baris:
            return self.tinggi_garis(1)
        jumlah = sum(self.garis[isi.mulai : isi.akhir])
        return jumlah * self.isi.garis + (isi.akhir - isi.mulai) * 2 * SISIP_Y

    @property
    def tinggi_jumlah(self) -> float:
        """Height of the total row, 0 without one."""
        if self.buku.jumlah is None:
            return 0.0
        terbanyak = max(len(k[t]) for k, t in zip(self.kolom_tebal, self.buku.jumlah, strict=True))
        return terbanyak * self.tebal.garis + 2 * SISIP_Y

    @property
    def catatan(self) -> tuple[str, ...]:
        """Notes, broken to the width of the table."""
        return tuple(g for c in self.buku.catatan for g in self.kecil.bungkus(c, self.kanan - self.kiri))

    @property
    def tinggi_penutup(self) -> float:
        """Total row, notes and signature block together."""
        tinggi = self.tinggi_jumlah
        if catatan := self.catatan:
            tinggi += mm(1) + len(catatan) * self.kecil.garis
        if ttd := self.buku.ttd:
            baris = max(len(ttd.kiri), len(ttd.kanan)) + max(len(ttd.nama_kiri), len(ttd.nama_kanan))
            tinggi += mm(4) + baris * self.ttd.garis + RUANG_TANDA_TANGAN
        return tinggi

    @property
    def isi_kosong(self) -> str:
        """What stands in the only row of a book without rows."""
        return "" if self.buku.baris else NIHIL


def _bagi(tata: TataBuku) -> list[IsiHalaman]:
    """Fill page after page; a row is never split unless it is taller than a whole page."""
    hasil: list[IsiHalaman] = []
    mulai, sisa = 0, tata.ruang(0)
    for i, garis in enumerate(tata.garis):
        tinggi = tata.tinggi_garis(garis)
        if i > mulai and (tinggi > sisa or i in tata.buku.mulai_halaman):
            hasil.append(IsiHalaman(mulai, i))
            mulai, sisa = i, tata.ruang(len(hasil))
        if i == mulai and tinggi > sisa:
            hasil += _potong(tata, i, garis, len(hasil))
            mulai, sisa = i + 1, tata.ruang(len(hasil))
        else:
            sisa -= tinggi
    if mulai < len(tata.garis) or not hasil:
        hasil.append(IsiHalaman(mulai, len(tata.garis)))
    return hasil


def _potong(tata: TataBuku, i: int, garis: int, nomor: int) -> list[IsiHalaman]:
    """The pages of one row that no page can hold."""
    hasil: list[IsiHalaman] = []
    awal = 0
    while awal < garis:
        muat = int((tata.ruang(nomor + len(hasil)) - 2 * SISIP_Y) / tata.isi.garis)
        akhir = min(garis, awal + max(1, muat))
        hasil.append(IsiHalaman(i, i + 1, (awal, akhir)))
        awal = akhir
    return hasil


def _tutup(tata: TataBuku, halaman: list[IsiHalaman]) -> list[IsiHalaman]:
    """Put total, notes and signatures after the last row, whole, on a page with at least one row."""
    akhir, nomor = halaman[-1], len(halaman) - 1
    if tata.tinggi_isi(akhir) + tata.tinggi_penutup <= tata.ruang(nomor):
        return [*halaman[:-1], replace(akhir, penutup=True)]
    if akhir.garis is None and akhir.akhir - akhir.mulai > 1:
        depan, belakang = replace(akhir, akhir=akhir.akhir - 1), replace(akhir, mulai=akhir.akhir - 1)
    else:
        awal, sampai = akhir.garis or (0, tata.garis[akhir.mulai] if tata.garis else 1)
        depan = replace(akhir, garis=(awal, max(awal, sampai - 1)))
        belakang = replace(akhir, garis=(max(awal, sampai - 1), sampai))
        if depan.garis == (awal, awal):
            return [*halaman[:-1], replace(akhir, penutup=True)]
    return [*halaman[:-1], depan, replace(belakang, penutup=True)]
