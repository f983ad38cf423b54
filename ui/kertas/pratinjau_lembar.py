"""The preview of a few pages that are no book: sketch, decision. What it shows is what is printed."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QScrollArea, QSpinBox, QWidget

from desa_app.errors import DesaError
from ui.kertas.halaman import Lembaran
from ui.kertas.lembar import LembarView
from ui.kertas.pencetak import Pencetak
from ui.komponen.berkas import tanya_simpan
from ui.komponen.dasar import Tombol, TombolPolos, TombolUtama, label, mendatar
from ui.komponen.pesan import Dialog, PesanGalat
from ui.tasks import TaskRunner

_NAMA = {".pdf": "PDF", ".docx": "Word"}
Penyimpan = Callable[[Path], None]
"""Writes the pages to a file; runs away from the window."""


class PratinjauLembar(Dialog):
    """Pages, printing, and saving by the endings of `simpan`. `nama` must hold no personal data."""

    def __init__(
        self, nama: str, isi: Lembaran, simpan: Mapping[str, Penyimpan], tugas: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(nama, parent, lebar=820)
        self.resize(900, 720)
        self._nama, self._isi, self._simpan, self._tugas = nama, isi, dict(simpan), tugas
        self._pencetak: Pencetak | None = None
        self.lembar = LembarView()
        self.galat = PesanGalat()
        self.keterangan = label("", "kecil")
        self.halaman = QSpinBox()
        self.halaman.setRange(1, isi.jumlah_halaman())
        self.halaman.setPrefix("Halaman ")
        self.halaman.setSuffix(f" dari {isi.jumlah_halaman()}")
        self.halaman.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.halaman.valueChanged.connect(lambda n: self.lembar.ke_halaman(n - 1))
        self._gulung = QScrollArea()
        self._gulung.setWidget(self.lembar)
        self._gulung.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._susun()
        self.lembar.isikan(isi)
        self.lembar.selebar(820)

    def _susun(self) -> None:
        self.isi.addLayout(
            mendatar(
                None, TombolPolos("Sebelumnya", self.halaman.stepDown, ikon="kiri", pintasan="PgUp"),
                self.halaman, TombolPolos("Berikutnya", self.halaman.stepUp, ikon="kanan", pintasan="PgDown"),
            )
        )  # fmt: skip
        self.isi.addWidget(self.galat)
        self.isi.addWidget(self._gulung, 1)
        self.isi.addWidget(self.keterangan)
        for akhiran in self._simpan:
            tanya = partial(self._tanya_nama, akhiran)
            self.tambah_tombol(Tombol(f"Simpan {_NAMA[akhiran]}", tanya, ikon="unduh"))
        cetak = TombolUtama("Cetak …", self._tanya_pencetak, ikon="cetak", pintasan="Ctrl+P")
        self.tambah_tombol(Tombol("Tutup", self.reject), cetak)

    def _tanya_nama(self, akhiran: str) -> None:
        tanya_simpan(self, "Simpan", self._nama, akhiran, self.simpan_ke)

    def simpan_ke(self, tujuan: Path) -> None:
        """Write the pages to a file, away from the window."""
        self.galat.bersihkan()
        simpan = self._simpan[tujuan.suffix.lower()]
        self._tugas.run(
            lambda: simpan(tujuan), lambda _: self.keterangan.setText(f"{tujuan.name} tersimpan."),
            owner=self, on_error=self._gagal,
        )  # fmt: skip

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)

    def _tanya_pencetak(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._isi.halaman.tata_letak())
        printer.setDocName(self._nama)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._isi.jumlah_halaman())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.cetak_ke(printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name

    def cetak_ke(self, printer: QPrinter) -> None:
        """Send the pages to a printer, one at a time."""
        self._pencetak = Pencetak(self._isi, printer, self)
        self._pencetak.selesai.connect(
            lambda utuh: self.keterangan.setText("Selesai dikirim ke pencetak." if utuh else "Dihentikan.")
        )
        self._pencetak.gagal.connect(self._gagal)
        self._pencetak.mulai()
