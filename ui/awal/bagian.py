"""Painted parts of the first start: the two big choices and the row of steps."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui import tema
from ui.ikon import gambar
from ui.komponen.dasar import label

LANGKAH = ("Desa", "Pejabat", "Pengguna pertama")


class PilihanBesar(QAbstractButton):
    """A large button with icon, title and a sentence."""

    def __init__(self, ikon: str, judul: str, kalimat: str, pada_klik: Callable[[], object]) -> None:
        super().__init__()
        self._ikon = ikon
        self.setFixedHeight(104)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{judul}. {kalimat}")
        self.clicked.connect(lambda _=False: pada_klik())
        tata = QVBoxLayout(self)
        tata.setContentsMargins(76, 16, 20, 16)
        tata.setSpacing(3)
        for teks in (label(judul, "judul_kartu"), label(kalimat, "redup", lipat=True)):
            teks.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            tata.addWidget(teks)

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        if peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(peristiwa)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        aktif = self.underMouse() or self.hasFocus()
        pena = tema.warna("aksen" if aktif else "garis_isian")
        pelukis.setPen(pena)
        pelukis.setBrush(tema.warna("aksen_lembut" if aktif else "permukaan"))
        pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        gambar(pelukis, self._ikon, QRectF(24, (self.height() - 30) / 2, 30, 30), "aksen")


class Penunjuk(QWidget):
    """The three steps in the dark panel, the present one marked."""

    def __init__(self) -> None:
        super().__init__()
        self._kini = -1
        self.setFixedHeight(34 * len(LANGKAH))

    def setel(self, nomor: int) -> None:
        """Mark a step; -1 marks none."""
        self._kini = nomor
        self.setAccessibleName(f"Langkah {nomor + 1} dari {len(LANGKAH)}")
        self.update()

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        for nomor, nama in enumerate(LANGKAH):
            kini, sudah = nomor == self._kini, nomor < self._kini
            kotak = QRectF(0, nomor * 34 + 4, 24, 24)
            pelukis.setPen(tema.warna("rel_redup"))
            pelukis.setBrush(tema.warna("rel_aktif") if kini or sudah else Qt.BrushStyle.NoBrush)
            pelukis.drawEllipse(kotak.adjusted(0.5, 0.5, -0.5, -0.5))
            pelukis.setPen(tema.warna("rel_terang" if kini or sudah else "rel_redup"))
            pelukis.setFont(tema.huruf(9, tebal=True))
            pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, "✓" if sudah else str(nomor + 1))
            pelukis.setFont(tema.huruf(tebal=kini))
            teks = QRectF(36, nomor * 34, self.width() - 36, 32)
            pelukis.drawText(teks, Qt.AlignmentFlag.AlignVCenter, nama)
