"""The printed sketch: A4 or F4, drawing with scale, details, table of sides, signatures."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desa_app.buku.cetak import TANDA_LATIHAN
from desa_app.pertanahan.lembar_sketsa import SKALA, LembarSketsaData
from ui.kertas.gambar_sketsa import Bentang, Gaya, bentang_pas, lukis_batang, lukis_sketsa, lukis_utara
from ui.kertas.halaman import PER_MM, Halaman, lembar_pdf, mm
from ui.kertas.huruf import Huruf
from ui.palet_warna import warna_cetak

_HITAM, _PUTIH = warna_cetak("tinta"), QColor(Qt.GlobalColor.white)
_BARIS_PER_KOLOM = 12
_KOLOM_SISI = 3
"""Columns of the table of sides; what does not fit goes to further pages."""
_BARIS_LANJUTAN, _KOLOM_LANJUTAN = 48, 2
_SISI = (("Sisi", "Panjang (m)", "Arah"), ("Sisi", "m", "Arah"))
_SUDUT = ("Sudut", "Lintang", "Bujur")
_BERDUA = 5
"""Sides up to which the coordinates of the corners stand under them on the first page."""
Baris = tuple[str, str, str]


def gaya_kertas() -> Gaya:
    """Black on white, faces of the books."""
    abu, latar = warna_cetak("abu"), warna_cetak("latar_judul")
    return Gaya(
        garis=_HITAM, isi=latar, tetangga=abu, teks=_HITAM, redup=abu, latar=_PUTIH,
        huruf=Huruf(10, tebal=True).font, huruf_kecil=Huruf(8).font, tebal=mm(0.5), titik=mm(1.0),
    )  # fmt: skip


def bentang_berskala(data: LembarSketsaData, kotak: QRectF) -> tuple[Bentang, int]:
    """The view at the largest round scale that fits, and its denominator. Units are those of the layout."""
    pas = bentang_pas(data.sketsa.sudut, kotak, longgar=1.25)
    perlu = PER_MM / pas.skala
    penyebut = next((s for s in SKALA if s >= perlu), SKALA[-1])
    return Bentang(PER_MM / penyebut, pas.tengah, kotak), penyebut


class LembarSketsa:
    """Pages for preview, printer and PDF."""

    def __init__(self, data: LembarSketsaData) -> None:
        self.data = data
        self.halaman = Halaman(data.kertas, mendatar=False, kiri=20, atas=15, kanan=15, bawah=15)
        muat = _BARIS_PER_KOLOM * _KOLOM_SISI
        self._berdua = 0 < len(data.koordinat) <= _BERDUA
        lanjutan = _BARIS_LANJUTAN * _KOLOM_LANJUTAN
        self._lanjutan: list[tuple[Baris, tuple[Baris, ...]]] = [
            (judul, isi[i : i + lanjutan])
            for judul, isi in (
                (_SISI[0], data.sisi[muat:]), (_SUDUT, () if self._berdua else data.koordinat),
            )
            for i in range(0, len(isi), lanjutan)
        ]  # fmt: skip

    def jumlah_halaman(self) -> int:
        """One page, and more for the sides and coordinates of an outline with many corners."""
        return 1 + len(self._lanjutan)

    def lukis(self, pelukis: QPainter, nomor: int) -> None:
        """Paint one page in layout units."""
        h = self.halaman
        kiri, atas = mm(h.kiri), mm(h.atas)
        lebar = h.lebar - kiri - mm(h.kanan)
        if self.data.latihan:
            _tulis(pelukis, Huruf(9, tebal=True), QRectF(kiri, mm(7), lebar, mm(5)), TANDA_LATIHAN)
        if nomor:
            self._halaman_lanjutan(pelukis, QRectF(kiri, atas, lebar, mm(230)), nomor)
            return
        y = self._kepala(pelukis, kiri, atas, lebar)
        tinggi_bawah = mm(105)
        kotak = QRectF(kiri, y, lebar, h.tinggi - mm(h.bawah) - tinggi_bawah - y)
        penyebut = self._gambar(pelukis, kotak)
        y = kotak.bottom() + mm(4)
        self._rincian(pelukis, QRectF(kiri, y, lebar * 0.52, mm(56)), penyebut)
        self._tabel(pelukis, QRectF(kiri + lebar * 0.55, y, lebar * 0.45, mm(56)))
        self._tanda_tangan(pelukis, QRectF(kiri, y + mm(59), lebar, mm(40)))

    def _tabel(self, pelukis: QPainter, kotak: QRectF) -> None:
        """Sides, and under few of them the coordinates of the corners."""
        sisi = self.data.sisi[: _BARIS_PER_KOLOM * _KOLOM_SISI]
        sempit = len(sisi) > _BARIS_PER_KOLOM
        huruf = Huruf(6.5 if sempit else 8)
        bawah = tabel_baris(pelukis, kotak, huruf, _SISI[sempit], sisi, _BARIS_PER_KOLOM)
        if self._berdua:
            sisa = QRectF(kotak.left(), bawah + mm(2), kotak.width(), kotak.bottom() - bawah)
            tabel_baris(pelukis, sisa, huruf, _SUDUT, self.data.koordinat, _BARIS_PER_KOLOM)

    def _halaman_lanjutan(self, pelukis: QPainter, kotak: QRectF, nomor: int) -> None:
        judul, isi = self._lanjutan[nomor - 1]
        kata = f"{self.data.judul} · bidang {self.data.sketsa.bidang_id}, lanjutan"
        huruf = Huruf(10, tebal=True)
        _tulis(pelukis, huruf, QRectF(kotak.left(), kotak.top(), kotak.width(), huruf.garis), kata)
        tabel_baris(
            pelukis, kotak.adjusted(0, huruf.garis + mm(3), 0, 0), Huruf(8), judul, isi, _BARIS_LANJUTAN
        )

    def _kepala(self, pelukis: QPainter, kiri: float, atas: float, lebar: float) -> float:
        y = atas
        for nomor, teks in enumerate(self.data.kop.baris):
            huruf = Huruf(13 if nomor == len(self.data.kop.baris) - 1 else 11, tebal=True)
            _tulis(pelukis, huruf, QRectF(kiri, y, lebar, huruf.garis), teks)
            y += huruf.garis
        if self.data.kop.lambang:
            gambar = QImage.fromData(self.data.kop.lambang)
            if not gambar.isNull():
                tinggi = mm(16)
                pelukis.drawImage(
                    QRectF(kiri, atas, tinggi * gambar.width() / gambar.height(), tinggi), gambar
                )
        y = max(y, atas + mm(16)) + mm(2)
        pelukis.setPen(QPen(_HITAM, mm(0.6)))
        pelukis.drawLine(QPointF(kiri, y), QPointF(kiri + lebar, y))
        huruf = Huruf(12, tebal=True)
        _tulis(pelukis, huruf, QRectF(kiri, y + mm(3), lebar, huruf.garis), self.data.judul)
        return y + mm(4) + huruf.garis + mm(2)

    def _gambar(self, pelukis: QPainter, kotak: QRectF) -> int:
        gaya = gaya_kertas()
        bentang, penyebut = bentang_berskala(self.data, kotak)
        utara = QPointF(kotak.right() - mm(10), kotak.top() + mm(17))
        hindari = (
            QRectF(utara.x() - mm(10), kotak.top(), mm(20), mm(28)),
            QRectF(kotak.left(), kotak.bottom() - mm(11), kotak.width() / 3 + mm(5), mm(11)),
            QRectF(kotak.right() - mm(32), kotak.bottom() - mm(12), mm(32), mm(12)),
        )
        sketsa = self.data.sketsa
        lukis_sketsa(pelukis, bentang, gaya, sketsa.sudut, sketsa.patok, sketsa.tetangga, hindari=hindari)
        self._batas(pelukis, kotak)
        lukis_utara(pelukis, gaya, utara, mm(16))
        lukis_batang(
            pelukis, gaya, bentang, QPointF(kotak.left() + mm(5), kotak.bottom() - mm(4)), kotak.width() / 3.5
        )
        pelukis.setBrush(Qt.BrushStyle.NoBrush)
        pelukis.setPen(QPen(_HITAM, mm(0.3)))
        pelukis.drawRect(kotak)
        return penyebut

    def _batas(self, pelukis: QPainter, kotak: QRectF) -> None:
        """What lies on the four sides, along the frame."""
        huruf, tengah = Huruf(8), kotak.center()
        tepi = mm(1.5) + huruf.garis / 2
        tempat = (
            ("Utara", tengah.x(), kotak.top() + tepi, 0),
            ("Timur", kotak.right() - tepi, tengah.y(), 90),
            ("Selatan", tengah.x(), kotak.bottom() - tepi, 0),
            ("Barat", kotak.left() + tepi, tengah.y(), -90),
        )
        for (arah, x, y, putar), nama in zip(tempat, self.data.batas, strict=True):
            if not nama and self.data.sketsa.tetangga:
                continue  # the neighbours' names stand on their ground
            teks = f"{arah}: {nama or '..............................'}"
            lebar = huruf.lebar(teks) + mm(2)
            pelukis.save()
            pelukis.translate(x, y)
            pelukis.rotate(putar)
            papan = QRectF(-lebar / 2, -huruf.garis / 2, lebar, huruf.garis)
            pelukis.fillRect(papan, _PUTIH)
            _tulis(pelukis, huruf, papan, teks)
            pelukis.restore()

    def _rincian(self, pelukis: QPainter, kotak: QRectF, penyebut: int) -> None:
        huruf, y = Huruf(9), kotak.top()
        batas = kotak.left() + mm(34)
        keterangan = ("Skala", f"1 : {penyebut}"), ("Tanda", "■ patok   ○ sudut tanpa patok")
        for label, nilai in (*self.data.rincian, *keterangan):
            _tulis(
                pelukis,
                huruf,
                QRectF(kotak.left(), y, mm(34), huruf.garis),
                label,
                rata=Qt.AlignmentFlag.AlignLeft,
            )
            for n, teks in enumerate(huruf.bungkus(nilai, kotak.right() - batas - mm(3))[:2]):
                awal = ": " if n == 0 else "  "
                tempat = QRectF(batas, y, kotak.right() - batas, huruf.garis)
                _tulis(pelukis, huruf, tempat, awal + teks, rata=Qt.AlignmentFlag.AlignLeft)
                y += huruf.garis * 1.08

    def _tanda_tangan(self, pelukis: QPainter, kotak: QRectF) -> None:
        """Owner, the owners of the land around, and the Kepala Desa."""
        huruf, lebar, d = Huruf(9), kotak.width() / 3, self.data
        pemilik = d.pemilik if huruf.lebar(d.pemilik) < lebar else d.pemilik.split(",")[0] + " dkk."
        for x, baris, nama in (
            (kotak.left(), ("", "Pemilik tanah,"), pemilik),
            (kotak.left() + 2 * lebar, (d.tempat_tanggal, f"{d.jabatan},"), d.kepala or "." * 40),
        ):
            for n, teks in enumerate(baris):
                _tulis(pelukis, huruf, QRectF(x, kotak.top() + n * huruf.garis, lebar, huruf.garis), teks)
            _tulis(pelukis, Huruf(9, tebal=True), QRectF(x, kotak.top() + mm(29), lebar, huruf.garis), nama)
        self._saksi(pelukis, QRectF(kotak.left() + lebar, kotak.top() + huruf.garis, lebar, mm(33)))

    def _saksi(self, pelukis: QPainter, kotak: QRectF) -> None:
        """A line to sign for each neighbour that is named."""
        saksi = [
            f"{arah}: {nama}"
            for arah, nama in zip(("Utara", "Timur", "Selatan", "Barat"), self.data.batas, strict=True)
            if nama
        ]
        _tulis(pelukis, Huruf(9), kotak, "Yang berbatasan," if saksi else "")
        huruf = Huruf(7.5)
        for n, teks in enumerate(saksi):
            y = kotak.top() + mm(7) + n * mm(7)
            for i, garis in enumerate(huruf.bungkus(teks, kotak.width() - mm(22))[:2]):
                tempat = QRectF(kotak.left() + mm(2), y + i * huruf.garis, kotak.width(), huruf.garis)
                _tulis(pelukis, huruf, tempat, garis, rata=Qt.AlignmentFlag.AlignLeft)
            pelukis.setPen(QPen(_HITAM, mm(0.15), Qt.PenStyle.DotLine))
            bawah = y + huruf.garis
            pelukis.drawLine(QPointF(kotak.right() - mm(18), bawah), QPointF(kotak.right() - mm(1), bawah))


def _tulis(
    pelukis: QPainter,
    huruf: Huruf,
    kotak: QRectF,
    teks: str,
    *,
    rata: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    pelukis.setPen(_HITAM)
    pelukis.setFont(huruf.font)
    pelukis.drawText(kotak, rata | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip, teks)


def tabel_baris(
    pelukis: QPainter, kotak: QRectF, huruf: Huruf, judul: Baris, isi: Sequence[Baris], per_kolom: int
) -> float:
    """Rows of three cells under a heading, in as many columns as needed; returns where the table ends."""
    banyak = max(1, -(-len(isi) // per_kolom))
    lebar, tinggi = kotak.width() / banyak, huruf.garis * 1.25
    pelukis.setBrush(Qt.BrushStyle.NoBrush)
    for kolom in range(banyak):
        baris = (judul, *isi[kolom * per_kolom : (kolom + 1) * per_kolom])
        for n, sel in enumerate(baris):
            for urut, teks in enumerate(sel):
                kiri = kotak.left() + kolom * lebar + urut * lebar / 3
                tempat = QRectF(kiri, kotak.top() + n * tinggi, lebar / 3, tinggi)
                pelukis.setPen(QPen(_HITAM, mm(0.15)))
                pelukis.drawRect(tempat)
                pelukis.setPen(_HITAM)
                pelukis.setFont(huruf.font)
                pelukis.drawText(tempat, Qt.AlignmentFlag.AlignCenter, teks)
    return kotak.top() + (min(len(isi), per_kolom) + 1) * tinggi


def sketsa_ke_pdf(data: LembarSketsaData, tujuan: Path) -> None:
    """Write the sheet as PDF. Raises OSError when the file could not be written."""
    lembar = LembarSketsa(data)
    with lembar_pdf(tujuan, lembar.halaman, data.judul) as (pdf, pelukis):
        for nomor in range(lembar.jumlah_halaman()):
            if nomor:
                pdf.newPage()
            lembar.lukis(pelukis, nomor)


def gambar_sketsa(data: LembarSketsaData, lebar_mm: float, tinggi_mm: float, per_mm: float = 8.0) -> bytes:
    """The drawing with its frame as PNG, for attachments of decisions."""
    gambar = QImage(round(lebar_mm * per_mm), round(tinggi_mm * per_mm), QImage.Format.Format_RGB32)
    gambar.fill(_PUTIH)
    pelukis = QPainter(gambar)
    pelukis.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    pelukis.scale(per_mm / PER_MM, per_mm / PER_MM)
    kotak = QRectF(mm(0.5), mm(0.5), mm(lebar_mm - 1), mm(tinggi_mm - 1))
    penyebut = LembarSketsa(data)._gambar(pelukis, kotak)
    _tulis(
        pelukis, Huruf(8), QRectF(kotak.left(), kotak.bottom() - mm(11), kotak.width() - mm(4), mm(4)),
        f"Skala 1 : {penyebut}", rata=Qt.AlignmentFlag.AlignRight,
    )  # fmt: skip
    pelukis.end()
    penampung = QBuffer()
    penampung.open(QIODevice.OpenModeFlag.WriteOnly)
    gambar.save(penampung, "PNG")  # type: ignore[call-overload]
    return bytes(penampung.data().data())
