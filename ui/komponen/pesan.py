"""Messages: an error block inside a page, the error dialog, the question, the passing notice."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desa_app.errors import DesaError
from ui import tema
from ui.komponen.dasar import Keadaan, Tombol, TombolBahaya, TombolPolos, TombolUtama, label, mendatar

LAMA_PESAN_MD = 6000


def salin_teks(teks: str) -> None:
    """Put a text into the clipboard."""
    QGuiApplication.clipboard().setText(teks)


class Catatan(QFrame):
    """A tinted block with a sentence and, if wanted, buttons."""

    def __init__(
        self,
        teks: str,
        keadaan: Keadaan = Keadaan.SEGERA,
        *tombol: QPushButton,
        parent: QWidget | None = None,
        huruf: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("bidang", f"catatan_{keadaan.value}")
        self._teks = label(teks, huruf, lipat=True)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(12, 8, 12, 8)
        tata.setSpacing(tema.JARAK_S)
        tata.addWidget(self._teks, 1)
        for t in tombol:
            tata.addWidget(t)

    def setel(self, teks: str, keadaan: Keadaan) -> None:
        """Change the sentence and its state."""
        self._teks.setText(teks)
        tema.tandai(self, "bidang", f"catatan_{keadaan.value}")


class PesanGalat(QFrame):
    """What went wrong, the code to read over the telephone, and a button that copies both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bidang", "catatan_lewat")
        self._kalimat = label("", lipat=True)
        self._kode = label("", "galat")
        tata = QHBoxLayout(self)
        tata.setContentsMargins(12, 8, 8, 8)
        tata.addWidget(self._kalimat, 1)
        tata.addWidget(self._kode)
        tata.addWidget(TombolPolos("Salin", self._salin))
        self.hide()

    def tampilkan(self, galat: DesaError) -> None:
        """Show an expected failure."""
        self._kalimat.setText(str(galat))
        self._kode.setText(f"Kode {galat.kode}")
        self.show()

    def bersihkan(self) -> None:
        """Take the message away."""
        self.hide()

    def teks(self) -> str:
        """The sentence on show, empty when there is none."""
        return "" if self.isHidden() else self._kalimat.text()

    def _salin(self) -> None:
        salin_teks(f"{self._kalimat.text()} [{self._kode.text()}]")


BINGKAI = QSize(16, 40)
"""Room that the system's own frame and title take around a dialog."""
GULUNG_TERKECIL = 110


class Dialog(QDialog):
    """A dialog of the house: title, content column, a row of buttons. Show it with `open()`.

    It frees itself when it closes. Never use `exec()`: locking the window would end it.
    """

    def __init__(self, judul: str, parent: QWidget | None = None, *, lebar: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(judul)
        self.setMinimumWidth(lebar)
        self.setModal(True)
        self.finished.connect(lambda _=0: self.deleteLater())
        luar = QVBoxLayout(self)
        luar.setContentsMargins(24, 20, 24, 20)
        luar.setSpacing(tema.JARAK_M)
        luar.addWidget(label(judul, "judul_kartu"))
        self.isi = QVBoxLayout()
        self.isi.setSpacing(tema.JARAK_S)
        luar.addLayout(self.isi, 1)
        self.tombol = mendatar(None)
        luar.addLayout(self.tombol)

    def showEvent(self, peristiwa: QShowEvent) -> None:
        super().showEvent(peristiwa)
        self.muatkan(self.screen().availableSize() - BINGKAI)

    def muatkan(self, ruang: QSize) -> None:
        """Leave the buttons on a small or strongly scaled screen: what scrolls gives way."""
        if self.width() <= ruang.width() and self.height() <= ruang.height():
            return
        for gulungan in self.findChildren(QAbstractScrollArea):
            gulungan.setMinimumHeight(min(gulungan.minimumHeight(), GULUNG_TERKECIL))
        self.setMinimumSize(0, 0)  # from here on only what the words and buttons need
        tata = self.layout()
        if tata is not None:
            tata.activate()
        self.resize(self.size().boundedTo(ruang))

    def tambah_tombol(self, *tombol: QPushButton) -> None:
        """Add buttons at the right end of the lower row."""
        for t in tombol:
            self.tombol.addWidget(t)


class DialogGalat(Dialog):
    """A failure in its own window: sentence, code, copy."""

    def __init__(self, galat: DesaError, parent: QWidget | None = None) -> None:
        super().__init__("Pekerjaan tidak dapat dilanjutkan", parent)
        self.pesan = label(str(galat), lipat=True)
        self.isi.addWidget(self.pesan)
        self.isi.addWidget(label(f"Kode {galat.kode}", "kecil"))
        tutup = TombolUtama("Tutup", self.accept)
        tutup.setDefault(True)
        self.tambah_tombol(Tombol("Salin", lambda: salin_teks(f"{galat} [{galat.kode}]")), tutup)


def tanya(
    parent: QWidget,
    judul: str,
    kalimat: str,
    jawaban: str,
    pada_ya: Callable[[], object],
    *,
    bahaya: bool = False,
    batal: str = "Batal",
) -> Dialog:
    """Ask before an act; `pada_ya` runs when `jawaban` is chosen. Returns the open dialog."""
    dialog = Dialog(judul, parent)
    dialog.isi.addWidget(label(kalimat, lipat=True))
    kelas = TombolBahaya if bahaya else TombolUtama
    ya = kelas(jawaban, dialog.accept)
    tidak = Tombol(batal, dialog.reject)
    (tidak if bahaya else ya).setDefault(True)
    dialog.tambah_tombol(tidak, ya)
    dialog.accepted.connect(pada_ya)
    dialog.open()
    return dialog


class Pemberitahuan(QFrame):
    """A passing line at the foot of the window, with at most one action (for instance *Batalkan*)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._induk = parent
        self.setProperty("bidang", "pesan")
        self.teks = QLabel(self)
        self._aksi: Callable[[], object] | None = None
        self._tombol = Tombol("", self._lakukan)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(16, 8, 10, 8)
        tata.setSpacing(tema.JARAK_M)
        tata.addWidget(self.teks)
        tata.addWidget(self._tombol)
        self._jam = QTimer(self, singleShot=True, interval=LAMA_PESAN_MD)
        self._jam.timeout.connect(self.hide)
        self.hide()

    def tampilkan(self, teks: str, aksi: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show a sentence for some seconds."""
        self.teks.setText(teks)
        self._aksi = aksi[1] if aksi else None
        self._tombol.setVisible(aksi is not None)
        if aksi:
            self._tombol.setText(aksi[0])
        self.atur_tempat()
        self.show()
        self.raise_()
        self._jam.start()

    def atur_tempat(self) -> None:
        """Stay at the middle of the parent's foot."""
        self.adjustSize()
        self.move((self._induk.width() - self.width()) // 2, self._induk.height() - self.height() - 24)

    def _lakukan(self) -> None:
        self.hide()
        if self._aksi is not None:
            self._aksi()
