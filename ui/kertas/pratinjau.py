"""The preview of a book: paper, zoom, pages, printing and saving. What it shows is what is printed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QScrollArea, QSpinBox, QWidget

from desa_app.buku.cetak import KERTAS_MM, BukuCetak, di_kertas
from desa_app.ekspor.docx import BARIS_TERBANYAK
from desa_app.errors import DesaError
from ui import tema
from ui.kertas.buku import LembarBuku
from ui.kertas.lembar import LembarView
from ui.kertas.pencetak import Pencetak
from ui.komponen.berkas import tanya_simpan
from ui.komponen.dasar import Tombol, TombolPolos, TombolUtama, label, mendatar
from ui.komponen.pesan import Dialog, PesanGalat
from ui.tasks import TaskRunner

Simpan = Callable[[BukuCetak, Path], None]
"""Writes the book to a file whose ending says the kind; runs away from the window."""
_LANGKAH_PERBESAR = 1.25
_JENIS = (("PDF", ".pdf"), ("Excel", ".xlsx"), ("Word", ".docx"))


class PratinjauBuku(Dialog):
    """Shows a book page by page. `simpan` is the use case that writes (and records) the file."""

    tercetak = Signal()
    """Every page asked for was sent to a printer."""

    def __init__(
        self, buku: BukuCetak, tugas: TaskRunner, simpan: Simpan, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{buku.spec.kode} {buku.spec.nama}", parent, lebar=900)
        self.resize(1180, 720)
        self._buku, self._tugas, self._simpan = buku, tugas, simpan
        self._isi: LembarBuku | None = None
        self._pencetak: Pencetak | None = None
        self.lembar = LembarView()
        self.kertas = QComboBox()
        self.halaman = QSpinBox()
        self.keterangan = label("Menyusun halaman …", "kecil")
        self.galat = PesanGalat()
        self.tombol_simpan: dict[str, Tombol] = {}
        self._gulung = QScrollArea()
        self._susun()
        self._tata()

    # ------------------------------------------------------------------ parts

    def _susun(self) -> None:
        self.kertas.addItems(list(KERTAS_MM))
        self.kertas.setCurrentText(self._buku.spec.kertas)
        self.kertas.currentTextChanged.connect(lambda _: self._tata())
        self.halaman.setPrefix("Halaman ")
        self.halaman.setMinimum(1)
        self.halaman.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.halaman.setMinimumWidth(130)
        self.halaman.valueChanged.connect(self._ke_halaman)
        self._gulung.setWidget(self.lembar)
        self._gulung.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.isi.addLayout(
            mendatar(
                label("Kertas"), self.kertas, tema.JARAK_M,
                TombolPolos("Kecilkan", lambda: self._perbesar(1 / _LANGKAH_PERBESAR), pintasan="Ctrl+-"),
                TombolPolos("Besarkan", lambda: self._perbesar(_LANGKAH_PERBESAR), pintasan="Ctrl++"),
                TombolPolos("Selebar jendela", self._selebar, pintasan="Ctrl+0"),
                None,
                TombolPolos("Sebelumnya", self.halaman.stepDown, ikon="kiri", pintasan="PgUp"),
                self.halaman,
                TombolPolos("Berikutnya", self.halaman.stepUp, ikon="kanan", pintasan="PgDown"),
            )
        )  # fmt: skip
        self.isi.addWidget(self.galat)
        self.isi.addWidget(self._gulung, 1)
        self.isi.addWidget(self.keterangan)
        self._susun_tombol()

    def _susun_tombol(self) -> None:
        for nama, akhiran in _JENIS:
            tombol = Tombol(f"Simpan {nama}", partial(self._tanya_nama, akhiran), ikon="unduh")
            self.tombol_simpan[akhiran] = tombol
            self.tambah_tombol(tombol)
        if len(self._buku.baris) > BARIS_TERBANYAK:
            word = self.tombol_simpan[".docx"]
            word.setEnabled(False)
            word.setToolTip(f"Word hanya sampai {BARIS_TERBANYAK} baris; pakai PDF atau Excel.")
        self.tombol_henti = Tombol("Hentikan", self._hentikan)
        self.tombol_henti.hide()
        self.tombol_cetak = TombolUtama("Cetak …", self._tanya_pencetak, ikon="cetak", pintasan="Ctrl+P")
        self.tombol_cetak.setEnabled(False)
        self.tambah_tombol(Tombol("Tutup", self.reject), self.tombol_henti, self.tombol_cetak)

    # ------------------------------------------------------------------ pages

    def buku(self) -> BukuCetak:
        """The book on the paper chosen."""
        return replace(self._buku, spec=di_kertas(self._buku.spec, self.kertas.currentText()))

    def _tata(self) -> None:
        """Lay the pages out away from the window; they are then painted one by one."""
        buku = self.buku()
        self.keterangan.setText("Menyusun halaman …")
        self.tombol_cetak.setEnabled(False)
        self._tugas.run(lambda: LembarBuku(buku), self._pasang, owner=self, on_error=self._gagal)

    def _pasang(self, isi: LembarBuku) -> None:
        if isi.halaman.kertas != self.kertas.currentText():  # another paper was chosen meanwhile
            return
        pertama = self._isi is None
        self._isi = isi
        self.lembar.isikan(isi)
        jumlah = isi.jumlah_halaman()
        self.halaman.setMaximum(jumlah)
        self.halaman.setSuffix(f" dari {jumlah}")
        self.halaman.setValue(1)
        self.keterangan.setText(f"{len(self._buku.baris)} baris, {jumlah} halaman.")
        self.tombol_cetak.setEnabled(True)
        if pertama:
            self._selebar()

    def _ke_halaman(self, nomor: int) -> None:
        self.lembar.ke_halaman(nomor - 1)
        self._gulung.verticalScrollBar().setValue(0)

    def _perbesar(self, kali: float) -> None:
        self.lembar.perbesar(self.lembar.perbesaran * kali)

    def _selebar(self) -> None:
        self.lembar.selebar(self._gulung.viewport().width() - 4)

    # ------------------------------------------------------------------ files

    def _tanya_nama(self, akhiran: str) -> None:
        tanya_simpan(
            self, "Simpan buku", f"{self._buku.spec.kode} {self._buku.spec.nama}", akhiran, self.simpan_ke
        )

    def simpan_ke(self, tujuan: Path) -> None:
        """Write the book to a file, away from the window."""
        buku = self.buku()
        self.galat.bersihkan()
        self.keterangan.setText(f"Menyimpan {tujuan.name} …")
        self._tugas.run(
            lambda: self._simpan(buku, tujuan),
            lambda _: self.keterangan.setText(f"{tujuan.name} tersimpan."),
            owner=self,
            on_error=self._gagal,
        )

    def _gagal(self, galat: DesaError) -> None:
        self.keterangan.setText("")
        self.galat.tampilkan(galat)

    # ------------------------------------------------------------------ printing

    def _tanya_pencetak(self) -> None:
        if self._isi is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._isi.halaman.tata_letak())
        printer.setDocName(f"{self._buku.spec.kode} {self._buku.spec.nama}")
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._isi.jumlah_halaman())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.cetak_ke(printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name

    def cetak_ke(self, printer: QPrinter) -> None:
        """Send the pages to a printer, one at a time."""
        if self._isi is None or self._pencetak is not None:
            return
        self.galat.bersihkan()
        self.keterangan.setText("Mencetak …")
        self._pencetak = Pencetak(self._isi, printer, self)
        self._pencetak.maju.connect(
            lambda n, dari: self.keterangan.setText(f"Mencetak halaman {n} dari {dari} …")
        )
        self._pencetak.selesai.connect(self._selesai_cetak)
        self._pencetak.gagal.connect(self._gagal_cetak)
        self.tombol_cetak.hide()
        self.tombol_henti.show()
        self._pencetak.mulai()

    def _hentikan(self) -> None:
        if self._pencetak is not None:
            self._pencetak.hentikan()

    def _selesai_cetak(self, utuh: bool) -> None:
        if utuh:
            self.tercetak.emit()
        self.keterangan.setText("Selesai dikirim ke pencetak." if utuh else "Pencetakan dihentikan.")
        self._lepas_pencetak()

    def _gagal_cetak(self, galat: DesaError) -> None:
        self._gagal(galat)
        self._lepas_pencetak()

    def _lepas_pencetak(self) -> None:
        self._pencetak = None
        self.tombol_henti.hide()
        self.tombol_cetak.show()

    def done(self, hasil: int) -> None:
        """Closing stops printing."""
        self._hentikan()
        super().done(hasil)
