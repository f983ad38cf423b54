"""The stored quarters of one indicator as small columns with the target line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.potret import TitikTren
from ui import tema

TERBANYAK = 8
LEBAR_KOLOM, SELA, TINGGI = 15, 5, 24
TINGGI_NAMA = 12


class TrenKecil(QWidget):
    """Past quarters in grey, the present one in ink; readable without colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kolom: list[tuple[str, int]] = []
        self._target = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TINGGI + TINGGI_NAMA)

    def setel(self, titik: tuple[TitikTren, ...], nilai: NilaiIndikator, kini: str) -> None:
        """Show the last stored quarters and the value of today; nothing without a past."""
        lalu = [(f"T{t.triwulan} {t.tahun}", t.per_seribu) for t in titik[1 - TERBANYAK :]]
        semua = [*lalu, (kini, nilai.per_seribu)]
        self._kolom = [(nama, n) for nama, n in semua if n is not None]
        self._target = nilai.target
        kata = "; ".join(f"{nama}: {n // 10},{n % 10} %" for nama, n in self._kolom)
        self.setAccessibleName(f"Perkembangan tiap triwulan. {kata}")
        self.setToolTip(kata.replace("; ", "\n"))
        self.setVisible(len(self._kolom) > 1)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(self._kolom) * (LEBAR_KOLOM + SELA) + 2, TINGGI + TINGGI_NAMA)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setFont(tema.huruf(7))
        for ke, (nama, n) in enumerate(self._kolom):
            x, tinggi = ke * (LEBAR_KOLOM + SELA), max(2.0, TINGGI * min(n, 1000) / 1000)
            akhir = ke == len(self._kolom) - 1
            warna = tema.warna("sekunder" if akhir else "garis_isian")
            pelukis.fillRect(QRectF(x, TINGGI - tinggi, LEBAR_KOLOM, tinggi), warna)
            pelukis.setPen(tema.warna("sekunder"))
            kotak = QRectF(x - 3, TINGGI, LEBAR_KOLOM + 6, TINGGI_NAMA)
            pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, nama[:2] if nama[0] == "T" else "kini")
        y = TINGGI * (100 - self._target) / 100
        pelukis.fillRect(QRectF(0, y, self.width(), 1.5), tema.warna("teks"))
