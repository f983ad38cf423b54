"""The first step of an import: choose a workbook, or drop it here."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.komponen.dasar import Kartu, KosongInfo, TombolUtama, label, menurun
from ui.komponen.pesan import PesanGalat

SARINGAN = "Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv);;Semua berkas (*)"
PENJELASAN = (
    "Lembar kerja dari Dukcapil, OpenSID, atau ekspor program ini. Boleh juga diseret ke sini. "
    "Belum ada yang disimpan sebelum Anda setuju."
)


class PilihBerkas(QWidget):
    """Emits `dipilih` with the path of a workbook."""

    dipilih = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.pesan = PesanGalat()
        tombol = TombolUtama("Pilih berkas…", self._cari, ikon="unggah")
        self.tombol = tombol
        self.diingat = label("", "kecil", lipat=True)
        kartu = Kartu()
        kartu.isi.addWidget(KosongInfo("Masukkan data penduduk", PENJELASAN, tombol, ikon="unggah"), 1)
        tata = menurun(self.pesan, jarak=12)
        tata.addWidget(kartu, 1)
        tata.addWidget(self.diingat)
        self.setLayout(tata)

    def sebut_profil(self, nama: list[str]) -> None:
        """Say which layouts of the village's own are remembered."""
        self.diingat.setText(f"Susunan yang diingat: {', '.join(nama)}." if nama else "")

    def _cari(self) -> None:
        dialog = QFileDialog(self, "Pilih lembar kerja", "", SARINGAN)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._ambil)
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def _ambil(self, nama: str) -> None:
        self.pesan.bersihkan()
        self.dipilih.emit(Path(nama))

    def dragEnterEvent(self, peristiwa: QDragEnterEvent) -> None:
        url = peristiwa.mimeData().urls()
        if len(url) == 1 and url[0].isLocalFile():
            peristiwa.acceptProposedAction()

    def dropEvent(self, peristiwa: QDropEvent) -> None:
        peristiwa.acceptProposedAction()
        self._ambil(peristiwa.mimeData().urls()[0].toLocalFile())
