"""The white header: title, one line of state, the search box."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy

from ui import tema
from ui.ikon import gambar
from ui.komponen.dasar import label

TINGGI = 58
MENUNGGU_MD = 5000
"""Work that takes longer than this is most likely waiting for another program that writes."""
AJAKAN = "Cari warga, KK, nomor surat..."


class KotakAjakan(QAbstractButton):
    """Looks like an input and opens the palette, which is the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(290, 34)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Cari warga, KK, nomor surat, atau halaman. Ctrl+K")

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        fokus = self.hasFocus()
        pelukis.setPen(tema.warna("aksen" if fokus else "garis_isian"))
        pelukis.setBrush(tema.warna("permukaan"))
        pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        gambar(pelukis, "cari", QRectF(10, 9, 16, 16), "redup")
        pelukis.setPen(tema.warna("redup"))
        pelukis.setFont(tema.huruf(9.5))
        pelukis.drawText(self.rect().adjusted(34, 0, -62, 0), Qt.AlignmentFlag.AlignVCenter, AJAKAN)
        kotak = QRectF(self.width() - 58, 7, 50, 20)
        pelukis.setPen(tema.warna("garis_isian"))
        pelukis.setBrush(tema.warna("alas"))
        pelukis.drawRoundedRect(kotak.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        pelukis.setFont(tema.huruf(8))
        pelukis.setPen(tema.warna("redup"))
        pelukis.drawText(kotak, Qt.AlignmentFlag.AlignCenter, "Ctrl K")


class TandaSibuk(QLabel):
    """Says that work is under way; when it takes longer, that the data may be in use and is safe."""

    def __init__(self) -> None:
        super().__init__()
        tema.tandai(self, "keadaan", "netral")
        self._jam = QTimer(self, singleShot=True, interval=MENUNGGU_MD)
        self._jam.timeout.connect(lambda: self.setText("… Masih bekerja; data yang tersimpan aman"))
        self.hide()

    def setel(self, sibuk: bool) -> None:
        """Show or hide."""
        self.setText("… Sedang bekerja")
        self.setVisible(sibuk)
        if sibuk:
            self._jam.start()
        else:
            self._jam.stop()


class Kepala(QFrame):
    """Title line of the page on show."""

    cari_diminta = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Kepala")
        self.setFixedHeight(TINGGI)
        self.judul = label("", "judul_halaman")
        self.keadaan = label("", "redup")
        self.keadaan.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kotak = KotakAjakan()
        self.kotak.clicked.connect(self.cari_diminta)
        self.sibuk = TandaSibuk()
        tata = QHBoxLayout(self)
        tata.setContentsMargins(24, 0, 24, 0)
        tata.setSpacing(14)
        tata.addWidget(self.judul)
        tata.addWidget(self.keadaan, 1)
        tata.addWidget(self.sibuk, 0, Qt.AlignmentFlag.AlignVCenter)
        tata.addWidget(self.kotak)

    def setel(self, judul: str, keadaan: str) -> None:
        """Show the title and the line of state of a page."""
        self.judul.setText(judul)
        self.keadaan.setText(keadaan)
