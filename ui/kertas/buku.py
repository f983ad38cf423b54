"""Paints the pages of a book on any painter that counts in layout units."""

from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPen

from desa_app.buku.cetak import TANDA_LATIHAN, BukuCetak
from desa_app.ekspor.berkas import teks_berkas
from ui.kertas.halaman import lembar_pdf, mm
from ui.kertas.huruf import STRIP, Huruf
from ui.kertas.tata import RUANG_TANDA_TANGAN, SISIP_Y, JudulJadi, KolomJadi, TataBuku
from ui.palet_warna import warna_cetak

TINTA = warna_cetak("tinta")
ABU = warna_cetak("abu")
LATAR_JUDUL = warna_cetak("latar_judul")
WARNA_LATIHAN = warna_cetak("latihan")
TEBAL_GARIS = mm(0.18)
_HURUF_LATIHAN = 72.0


class LembarBuku:
    """A book as pages for preview, printer and PDF."""

    def __init__(self, buku: BukuCetak, kertas: str | None = None) -> None:
        self.tata = TataBuku(buku, kertas)
        self.halaman = self.tata.halaman

    def jumlah_halaman(self) -> int:
        """How many pages the book fills."""
        return len(self.tata.daftar)

    def lukis(self, pelukis: QPainter, nomor: int) -> None:
        """Paint one page in layout units."""
        lukis_halaman(pelukis, self.tata, nomor)


def buku_ke_pdf(tata: TataBuku, tujuan: Path) -> None:
    """Write all pages as PDF. Raises OSError when the file cannot be written to its end."""
    with lembar_pdf(tujuan, tata.halaman, f"{tata.buku.spec.kode} {tata.buku.spec.nama}") as (pdf, pelukis):
        for nomor in range(len(tata.daftar)):
            if nomor:
                pdf.newPage()
            lukis_halaman(pelukis, tata, nomor)


def lukis_halaman(pelukis: QPainter, tata: TataBuku, nomor: int) -> None:
    """Paint one page (0 is the first) with everything that belongs on it."""
    if tata.buku.latihan:
        _tanda_latihan(pelukis, tata)
    pelukis.setPen(TINTA)
    if nomor == 0:
        _kop(pelukis, tata)
    elif tata.buku.kepala_halaman:
        _teks(pelukis, tata.kecil, tata.kiri, tata.atas, tata.buku.kepala_halaman)
    y = tata.atas_tabel(nomor)
    _judul_kolom(pelukis, tata, y)
    atas_isi = y + tata.tinggi_kepala
    garis = _isi(pelukis, tata, nomor, atas_isi)
    if tata.daftar[nomor].penutup and tata.buku.jumlah is not None:
        garis.append(_baris_jumlah(pelukis, tata, garis[-1]))
    _kisi(pelukis, tata, atas_isi, garis)
    if tata.daftar[nomor].penutup:
        _penutup(pelukis, tata, garis[-1])
    _kaki(pelukis, tata, nomor)


def _teks(pelukis: QPainter, huruf: Huruf, x: float, y: float, teks: str) -> None:
    """One line whose top left corner is (x, y)."""
    pelukis.setFont(huruf.font)
    pelukis.drawText(QPointF(x, y + huruf.naik), teks)


def _tengah(pelukis: QPainter, huruf: Huruf, kotak: QRectF, teks: str) -> None:
    _teks(pelukis, huruf, kotak.x() + (kotak.width() - huruf.lebar(teks)) / 2, kotak.y(), teks)


def _tanda_latihan(pelukis: QPainter, tata: TataBuku) -> None:
    huruf = Huruf(_HURUF_LATIHAN, tebal=True)
    pelukis.save()
    pelukis.setPen(WARNA_LATIHAN)
    pelukis.translate(tata.halaman.lebar / 2, tata.halaman.tinggi / 2)
    pelukis.rotate(-25)
    _teks(pelukis, huruf, -huruf.lebar(TANDA_LATIHAN) / 2, -huruf.garis / 2, TANDA_LATIHAN)
    pelukis.restore()


def _kop(pelukis: QPainter, tata: TataBuku) -> None:
    y, lebar = tata.atas, tata.kanan - tata.kiri
    if kop := tata.buku.kop:
        tinggi = tata.tinggi_kop - len(tata.buku.judul) * tata.judul.garis - mm(2)
        if kop.lambang and not (gambar := QImage.fromData(kop.lambang)).isNull():
            sisi = mm(18)
            lebar_gambar = sisi * gambar.width() / gambar.height()
            pelukis.drawImage(QRectF(tata.kiri + mm(2), y, lebar_gambar, sisi), gambar)
        yb = y
        for baris in kop.baris:
            huruf = tata.huruf_kop(baris)
            _tengah(pelukis, huruf, QRectF(tata.kiri, yb, lebar, 0), teks_berkas(baris))
            yb += huruf.garis
        y += tinggi
        pelukis.setPen(QPen(TINTA, mm(0.6)))
        pelukis.drawLine(QLineF(tata.kiri, y - mm(2.8), tata.kanan, y - mm(2.8)))
        pelukis.setPen(QPen(TINTA, TEBAL_GARIS))
        pelukis.drawLine(QLineF(tata.kiri, y - mm(2.1), tata.kanan, y - mm(2.1)))
    for baris in tata.buku.judul:
        _tengah(pelukis, tata.judul, QRectF(tata.kiri, y, lebar, 0), teks_berkas(baris))
        y += tata.judul.garis


def _judul_kolom(pelukis: QPainter, tata: TataBuku, y: float) -> None:
    kotak = [QRectF(j.x, y + j.y, j.lebar, j.tinggi) for j in tata.kepala]
    pelukis.setPen(QPen(TINTA, TEBAL_GARIS))
    pelukis.setBrush(LATAR_JUDUL)
    if tata.buku.latihan:  # a filled heading would hide the mark
        pelukis.setBrush(Qt.BrushStyle.NoBrush)
    pelukis.drawRects(kotak)
    pelukis.setBrush(Qt.BrushStyle.NoBrush)
    angka = len(tata.buku.spec.kolom)
    for i, (judul, tempat) in enumerate(zip(tata.kepala, kotak, strict=True)):
        _sel_judul(pelukis, tata.isi if i >= len(kotak) - angka else tata.tebal, judul, tempat)


def _sel_judul(pelukis: QPainter, huruf: Huruf, judul: JudulJadi, kotak: QRectF) -> None:
    pelukis.save()
    pelukis.translate(kotak.center())
    if judul.tegak:
        pelukis.rotate(-90)
    y = -len(judul.garis) * huruf.garis / 2
    for garis in judul.garis:
        _teks(pelukis, huruf, -huruf.lebar(garis) / 2, y, garis)
        y += huruf.garis
    pelukis.restore()


def _isi(pelukis: QPainter, tata: TataBuku, nomor: int, y: float) -> list[float]:
    """Draw the rows; return the y of the lines below the headings and below each row."""
    isi, batas = tata.daftar[nomor], [y]
    pelukis.setFont(tata.isi.font)
    if tata.isi_kosong:
        tinggi = tata.tinggi_garis(1)
        _tengah(pelukis, tata.isi, QRectF(tata.kiri, y + SISIP_Y, tata.kanan - tata.kiri, 0), tata.isi_kosong)
        return [y, y + tinggi]
    jendela = slice(*isi.garis) if isi.garis else None
    strip: list[QPointF] = []
    for i in range(isi.mulai, isi.akhir):
        y_teks = y + SISIP_Y + tata.isi.naik
        _baris(pelukis, tata.kolom, tata.buku.baris[i], y_teks, tata.isi.garis, strip, jendela)
        y += tata.tinggi_garis(tata.garis[i] if jendela is None else jendela.stop - jendela.start)
        batas.append(y)
    _lukis_strip(pelukis, tata.isi, strip)
    return batas


def _lukis_strip(pelukis: QPainter, huruf: Huruf, tempat: list[QPointF]) -> None:
    """The dashes of a page in one stroke: most cells of a land book hold nothing else."""
    if tempat:
        mentah, glif = huruf.strip
        semua = QGlyphRun()
        semua.setRawFont(mentah)
        semua.setGlyphIndexes([glif] * len(tempat))
        semua.setPositions(tempat)
        pelukis.drawGlyphRun(QPointF(), semua)


def _baris(
    pelukis: QPainter, kolom: list[KolomJadi], sel: tuple[str, ...], y: float, tinggi: float,
    strip: list[QPointF], jendela: slice | None = None,
) -> None:  # fmt: skip
    """The cells of one row; where a dash belongs goes into `strip`.

    The whole-number call of drawText is the fast one; a unit is 1/40 mm.
    """
    tulis, atas = pelukis.drawText, round(y)
    for k, teks in zip(kolom, sel, strict=True):
        garis = k[teks] if jendela is None else k[teks][jendela]
        if len(garis) == 1:
            x, satu = garis[0]
            if satu == STRIP:
                strip.append(QPointF(x, atas))
            elif satu:
                tulis(x, atas, satu)
            continue
        for n, (x, satu) in enumerate(garis):
            tulis(x, round(y + n * tinggi), satu)


def _baris_jumlah(pelukis: QPainter, tata: TataBuku, y: float) -> float:
    pelukis.setFont(tata.tebal.font)
    sel = tata.buku.jumlah or ()
    strip: list[QPointF] = []
    _baris(pelukis, tata.kolom_tebal, sel, y + SISIP_Y + tata.tebal.naik, tata.tebal.garis, strip)
    _lukis_strip(pelukis, tata.tebal, strip)
    return y + tata.tinggi_jumlah


def _kisi(pelukis: QPainter, tata: TataBuku, atas: float, baris: list[float]) -> None:
    """All lines of the page's rows in one call."""
    garis = [QLineF(tata.kiri, y, tata.kanan, y) for y in baris]
    tegak = (tata.batas[0], tata.batas[-1]) if tata.isi_kosong and tata.buku.jumlah is None else tata.batas
    garis += [QLineF(x, atas, x, baris[-1]) for x in tegak]
    pelukis.setPen(QPen(TINTA, TEBAL_GARIS))
    pelukis.drawLines(garis)


def _penutup(pelukis: QPainter, tata: TataBuku, y: float) -> None:
    if catatan := tata.catatan:
        pelukis.setPen(ABU)
        y += mm(1)
        for baris in catatan:
            _teks(pelukis, tata.kecil, tata.kiri, y, baris)
            y += tata.kecil.garis
    if not (ttd := tata.buku.ttd):
        return
    pelukis.setPen(TINTA)
    y += mm(4)
    lebar = (tata.kanan - tata.kiri) * 0.36
    tinggi_atas = max(len(ttd.kiri), len(ttd.kanan)) * tata.ttd.garis + RUANG_TANDA_TANGAN
    for x, atas, nama in (
        (tata.kiri, ttd.kiri, ttd.nama_kiri),
        (tata.kanan - lebar, ttd.kanan, ttd.nama_kanan),
    ):
        _kolom_tanda_tangan(pelukis, tata, QRectF(x, y, lebar, tinggi_atas), atas, nama)


def _kolom_tanda_tangan(
    pelukis: QPainter, tata: TataBuku, kotak: QRectF, baris: tuple[str, ...], nama: tuple[str, ...]
) -> None:
    for n, teks in enumerate(baris):
        _tengah(pelukis, tata.ttd, kotak.translated(0, n * tata.ttd.garis), teks_berkas(teks))
    for n, teks in enumerate(nama):
        huruf = tata.ttd if n else tata.ttd_tebal
        _tengah(pelukis, huruf, kotak.translated(0, kotak.height() + n * huruf.garis), teks_berkas(teks))


def _kaki(pelukis: QPainter, tata: TataBuku, nomor: int) -> None:
    pelukis.setPen(ABU)
    y = tata.bawah + mm(1.5)
    kanan = f"Halaman {nomor + 1} dari {len(tata.daftar)}"
    _teks(pelukis, tata.kecil, tata.kiri, y, f"{tata.buku.spec.kode} {tata.buku.spec.nama}")
    _teks(pelukis, tata.kecil, tata.kanan - tata.kecil.lebar(kanan), y, kanan)
