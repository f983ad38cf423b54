"""Bars of one indicator per dusun: name, bar with the target mark, figures in words."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desa_app.bahasa import kapital_kata
from desa_app.spm.nilai import NilaiIndikator
from ui import tema
from ui.halaman.indikator.kartu import keadaan_nilai
from ui.komponen.dasar import Kartu, label, mendatar, menurun

TINGGI_BARIS = 26
LEBAR_NAMA, LEBAR_ANGKA = 110, 150
_WARNA = {"selesai": "selesai", "segera": "segera", "lewat": "lewat", "netral": "redup"}


class KartuDusun(Kartu):
    """The bars of all counted indicators side by side, for windows that have room for them."""

    def __init__(self, kode: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__("Tiap dusun", parent)
        self.batang = {k: BatangDusun() for k in kode}
        kolom = mendatar(jarak=28)
        for k, batang in self.batang.items():
            kolom.addLayout(menurun(label(k, "label"), batang), 1)
        self.isi.addLayout(kolom)

    def setel(self, kode: str, isi: tuple[tuple[str, NilaiIndikator], ...]) -> None:
        """Show one indicator's dusun."""
        self.batang[kode].setel(isi)


class BatangDusun(QWidget):
    """Horizontal bars; readable without colour by the figures beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._isi: tuple[tuple[str, NilaiIndikator], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setel(self, isi: tuple[tuple[str, NilaiIndikator], ...]) -> None:
        """Show the dusun in the given order."""
        self._isi = isi
        self.setAccessibleName("; ".join(f"{nama}: {n.persen}" for nama, n in isi))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, TINGGI_BARIS * max(1, len(self._isi)))

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setFont(tema.huruf(9.5))
        for ke, (nama, nilai) in enumerate(self._isi):
            self._satu(pelukis, ke * TINGGI_BARIS, nama, nilai)

    def _satu(self, pelukis: QPainter, y: int, nama: str, nilai: NilaiIndikator) -> None:
        tengah = Qt.AlignmentFlag.AlignVCenter
        pelukis.setPen(tema.warna("teks"))
        pelukis.drawText(QRectF(0, y, LEBAR_NAMA, TINGGI_BARIS), tengah, kapital_kata(nama))
        lebar = max(60, self.width() - LEBAR_NAMA - LEBAR_ANGKA)
        kotak = QRectF(LEBAR_NAMA, y + 8, lebar, 9)
        pelukis.setPen(Qt.PenStyle.NoPen)
        pelukis.setBrush(tema.warna("netral_lembut"))
        pelukis.drawRoundedRect(kotak, 3, 3)
        if nilai.per_seribu:
            isi = QRectF(kotak)
            isi.setWidth(kotak.width() * min(nilai.per_seribu, 1000) / 1000)
            pelukis.setBrush(tema.warna(_WARNA[keadaan_nilai(nilai).value]))
            pelukis.drawRoundedRect(isi, 3, 3)
        pelukis.fillRect(QRectF(kotak.x() + lebar * nilai.target / 100 - 1, y + 4, 2, 17), tema.warna("teks"))
        teks = f"{nilai.persen}  ({nilai.pembilang}/{nilai.penyebut})" if nilai.ada_data else nilai.persen
        pelukis.setPen(tema.warna("sekunder"))
        pelukis.drawText(QRectF(kotak.right() + 12, y, LEBAR_ANGKA - 12, TINGGI_BARIS), tengah, teks)
