"""The letter as it will be, beside the form; painted by the routine that prints."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desa_app.kasus import Konteks
from desa_app.surat.naskah import Naskah
from desa_app.surat.pelayanan import PermintaanPratinjau, Pratinjau, pratinjau_surat
from ui import tema
from ui.kertas.lembar import LembarView
from ui.kertas.naskah import LembarNaskah
from ui.komponen.dasar import TombolPolos, label, mendatar
from ui.tasks import TaskRunner

TUNDA_MD = 120
TERPOTONG = 0.25
"""A sheet that is cut by less than this is made smaller instead."""
Hasil = tuple[Pratinjau, LembarNaskah | None]


class PanelPratinjau(QFrame):
    """Asks for the preview a moment after the last key; older answers are dropped.

    `masalah` gives the fields that cannot be read yet, `word_diminta` asks for the Word file.
    """

    masalah = Signal(object)
    diperbarui = Signal(object)
    word_diminta = Signal()

    def __init__(self, konteks: Konteks, tugas: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._konteks, self._tugas = konteks, tugas
        self._permintaan: PermintaanPratinjau | None = None
        self._nomor = 0
        self.naskah: Naskah | None = None
        self.setProperty("bidang", "meja")
        self.setMinimumWidth(300)
        self.judul = label("Pratinjau", "kecil")
        self.pesan = label("", "redup", lipat=True)
        self.word = TombolPolos("Buka di Word", self.word_diminta.emit)
        self.word.setEnabled(False)
        self.lembar = LembarView()
        self._gulung = QScrollArea()
        self._gulung.setWidget(self.lembar)
        self.lembar.setAutoFillBackground(False)  # the area would paint its own ground around the sheet
        self._gulung.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(14, 8, 14, 10)
        tata.addLayout(mendatar(self.judul, None, self.word))
        tata.addWidget(self.pesan)
        tata.addWidget(self._gulung, 1)
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(self.tanya)
        self.kosongkan()

    def kosongkan(self, kalimat: str = "Pilih orang dan jenis surat; suratnya tampak di sini.") -> None:
        """No letter to show."""
        self._nomor += 1
        self._jam.stop()
        self._permintaan = self.naskah = None
        self._tampil_lembar(None)
        self.judul.setText("Pratinjau")
        self._katakan(kalimat)

    def minta(self, permintaan: PermintaanPratinjau) -> None:
        """Something was typed: show the letter in a moment."""
        self._permintaan = permintaan
        self._jam.start()

    def tanya(self) -> None:
        """Ask now."""
        permintaan = self._permintaan
        if permintaan is None:
            return
        self._nomor += 1
        nomor, konteks = self._nomor, self._konteks

        def susun() -> Hasil:
            hasil = pratinjau_surat(konteks, permintaan)
            return hasil, LembarNaskah(hasil.naskah) if hasil.naskah else None

        self._tugas.run(susun, lambda hasil: self._jawab(nomor, hasil), owner=self)

    def tampilkan(self, naskah: Naskah) -> None:
        """Show a finished letter as it was frozen."""
        self._nomor += 1
        self._jam.stop()
        self._permintaan = None
        self._pasang(naskah, LembarNaskah(naskah))

    def _jawab(self, nomor: int, hasil: Hasil) -> None:
        if nomor != self._nomor:
            return
        pratinjau, lembar = hasil
        if pratinjau.naskah is None or lembar is None:
            self.naskah = None
            self._tampil_lembar(None)
            self._katakan(pratinjau.galat, galat=bool(pratinjau.galat))
        else:
            self._pasang(pratinjau.naskah, lembar)
        self.masalah.emit(pratinjau.masalah)
        self.diperbarui.emit(pratinjau)

    def _pasang(self, naskah: Naskah, lembar: LembarNaskah) -> None:
        self.naskah = naskah
        self.judul.setText(f"Pratinjau · {naskah.kertas.nama} · {lembar.jumlah_halaman()} halaman")
        self._katakan(" ".join(naskah.penyesuaian))
        self._tampil_lembar(lembar)

    def _tampil_lembar(self, lembar: LembarNaskah | None) -> None:
        self.lembar.isikan(lembar)
        self.word.setEnabled(lembar is not None)
        self._selebar()

    def _katakan(self, kalimat: str, *, galat: bool = False) -> None:
        self.pesan.setText(kalimat)
        tema.tandai(self.pesan, "huruf", "galat" if galat else "redup")
        self.pesan.setVisible(bool(kalimat))

    def _selebar(self) -> None:
        """Show the whole page while it stays readable, else the page as wide as there is room."""
        # Leave room for the upright scroll bar even before it shows: it would push the sheet aside.
        lebar = max(self._gulung.width() - self._gulung.verticalScrollBar().sizeHint().width() - 4, 120)
        self.lembar.selebar(lebar)
        lebih = self.lembar.height() - self._gulung.height()
        if 0 < lebih <= self.lembar.height() * TERPOTONG:
            self.lembar.selebar(int(lebar * self._gulung.height() / self.lembar.height()))

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self._selebar()
