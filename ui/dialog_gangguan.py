"""What people see of a crash: plain words, the code, and the report to copy or save."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from desa_app.errors import BerkasBermasalah
from ui.gangguan import PenjagaGangguan
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.pesan import Dialog, PesanGalat, salin_teks

KALIMAT = (
    "Program menemui gangguan yang tidak terduga. Data yang sudah disimpan aman. "
    "Ulangi langkah terakhir; bila tetap terjadi, tutup dan buka kembali program ini, "
    "lalu laporkan kode di bawah."
)


class DialogGangguan(Dialog):
    """Shown at the moment of the crash; the program goes on."""

    def __init__(self, kode: str, penjaga: PenjagaGangguan, parent: QWidget | None) -> None:
        super().__init__("Ada gangguan", parent)
        self.isi.addWidget(label(KALIMAT, lipat=True))
        self.isi.addWidget(label(f"Kode {kode}", "tebal"))
        lanjut = TombolUtama("Lanjutkan", self.accept)
        lanjut.setDefault(True)
        self.tambah_tombol(Tombol("Salin laporan", lambda: salin_teks(gabungan(penjaga))), lanjut)


class DialogLaporan(Dialog):
    """Shown at the next start: the reports that are left, to copy or save; then they are put away."""

    def __init__(self, penjaga: PenjagaGangguan, parent: QWidget | None) -> None:
        super().__init__("Gangguan pada pemakaian sebelumnya", parent, lebar=620)
        self._isi = gabungan(penjaga)
        self.galat = PesanGalat()
        teks = QPlainTextEdit(self._isi)
        teks.setReadOnly(True)
        teks.setMinimumHeight(220)
        self.isi.addWidget(
            label(
                "Laporan ini tidak memuat data warga. Kirimkan kepada yang merawat program ini.", lipat=True
            )
        )
        self.isi.addWidget(self.galat)
        self.isi.addWidget(teks)
        tutup = TombolUtama("Tutup", self.accept)
        tutup.setDefault(True)
        self.tambah_tombol(
            Tombol("Salin", lambda: salin_teks(self._isi)),
            Tombol("Simpan…", self._simpan, ikon="unduh"),
            tutup,
        )
        self.finished.connect(lambda _=0: penjaga.arsipkan())

    def _simpan(self) -> None:
        dialog = QFileDialog(self, "Simpan laporan", "laporan-gangguan.txt", "Teks (*.txt)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._tulis)
        dialog.open()

    def _tulis(self, jalur: str) -> None:
        try:
            Path(jalur).write_text(self._isi, encoding="utf-8")
        except OSError:
            self.galat.tampilkan(
                BerkasBermasalah("Laporan tidak dapat disimpan di tempat itu. Pilih folder lain.")
            )


def gabungan(penjaga: PenjagaGangguan) -> str:
    """All reports that are left, one after the other."""
    return "\n".join(b.read_text(encoding="utf-8", errors="replace") for b in penjaga.tertinggal())
