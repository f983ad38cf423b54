"""Paper from a `Naskah`: print, save as PDF or Word."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QScrollArea, QSpinBox, QWidget

from desa_app.errors import DesaError
from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah
from ui.kertas.lembar import LembarView
from ui.kertas.naskah import LembarNaskah
from ui.kertas.pelukis import PelukisQt
from ui.kertas.pencetak import Pencetak
from ui.komponen.berkas import tanya_simpan
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolPolos, TombolUtama, label, mendatar, tampak_bila
from ui.komponen.pesan import Dialog, PesanGalat
from ui.ruang import Ruang
from ui.tasks import TaskRunner


def tulis_naskah(naskah: Naskah | NaskahBebas, tujuan: Path, *, arsip: bool = False) -> None:
    """Write a letter as PDF or Word by the ending of the file. Raises BerkasBermasalah."""
    if tujuan.suffix.lower() == ".docx":
        from desa_app.surat.docx_naskah import tulis_docx

        tulis_docx(naskah, tujuan, arsip=arsip)
    else:
        PelukisQt().naskah_ke_pdf(naskah, tujuan, arsip=arsip)


def buka_di_word(naskah: Naskah | NaskahBebas, nama: str, tugas: TaskRunner, pemilik: QWidget) -> None:
    """Write the Word file into a private folder and open it with the office program of the PC."""
    folder = Path(tempfile.mkdtemp(prefix="desa-surat-"))
    tujuan = folder / f"{nama}.docx"

    def buka(_: None) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(tujuan)))

    tugas.run(lambda: tulis_naskah(naskah, tujuan), buka, owner=pemilik)


class DialogCetak(Dialog):
    """Shows a paper and prints it. `tercetak` runs once it was sent to the printer or saved."""

    def __init__(
        self,
        judul: str,
        naskah: Naskah | NaskahBebas,
        nama_berkas: str,
        tugas: TaskRunner,
        parent: QWidget,
        tercetak: Callable[[], object] = lambda: None,
        *,
        arsip: bool = False,
    ) -> None:
        super().__init__(judul, parent, lebar=620)
        self.resize(680, 700)
        self._naskah, self._nama, self._tugas, self._tercetak = naskah, nama_berkas, tugas, tercetak
        self._pencetak: Pencetak | None = None
        self.galat = PesanGalat()
        self.arsip = Centang("Salinan arsip dengan kolom paraf")
        tampak_bila(arsip, self.arsip)
        self.arsip.toggled.connect(lambda _: self._tampil())
        self.lembar = LembarView()
        self._gulung = QScrollArea()
        self._gulung.setWidget(self.lembar)
        self._gulung.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.keterangan = label(" ".join(naskah.penyesuaian), "kecil", lipat=True)
        self.isi.addWidget(self.galat)
        self.halaman = QSpinBox()
        self.halaman.setPrefix("Halaman ")
        self.halaman.setMinimum(1)
        self.halaman.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.halaman.valueChanged.connect(lambda nomor: self.lembar.ke_halaman(nomor - 1))
        self.balik = (
            TombolPolos("Sebelumnya", self.halaman.stepDown, ikon="kiri", pintasan="PgUp"), self.halaman,
            TombolPolos("Berikutnya", self.halaman.stepUp, ikon="kanan", pintasan="PgDown"),
        )  # fmt: skip
        self.isi.addWidget(self.keterangan)
        self.isi.addLayout(mendatar(self.arsip, None, *self.balik))
        self.isi.addWidget(self._gulung, 1)
        self.cetak = TombolUtama("Cetak …", self._tanya_pencetak, ikon="cetak", pintasan="Ctrl+P")
        self.cetak.setDefault(True)
        self.tambah_tombol(
            Tombol("Tutup", self.reject),
            Tombol("Simpan Word", lambda: self._tanya_nama(".docx"), ikon="unduh"),
            Tombol("Simpan PDF", lambda: self._tanya_nama(".pdf"), ikon="unduh"),
            self.cetak,
        )
        self._tampil()

    def _tampil(self) -> None:
        self._isi = LembarNaskah(self._naskah, arsip=self.arsip.isChecked())
        jumlah = self._isi.jumlah_halaman()
        self.lembar.isikan(self._isi)
        self.lembar.selebar(600)
        self.halaman.setMaximum(jumlah)
        self.halaman.setSuffix(f" dari {jumlah}")
        self.halaman.setValue(1)
        for bagian in self.balik:
            bagian.setVisible(jumlah > 1)

    def _tanya_nama(self, akhiran: str) -> None:
        tanya_simpan(self, "Simpan surat", self._nama, akhiran, self.simpan_ke)

    def simpan_ke(self, tujuan: Path) -> None:
        """Write the paper to a file, away from the window."""
        self.galat.bersihkan()
        naskah, arsip = self._naskah, self.arsip.isChecked()
        self._tugas.run(
            lambda: tulis_naskah(naskah, tujuan, arsip=arsip),
            lambda _: self._selesai(f"{tujuan.name} tersimpan."),
            owner=self,
            on_error=self.galat.tampilkan,
        )

    def _tanya_pencetak(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._isi.halaman.tata_letak())
        printer.setDocName(self._nama)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.cetak_ke(printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name

    def cetak_ke(self, printer: QPrinter) -> None:
        """Send the pages to a printer."""
        self.galat.bersihkan()
        self._pencetak = Pencetak(self._isi, printer, self)
        self._pencetak.selesai.connect(lambda utuh: self._selesai("Dikirim ke pencetak.") if utuh else None)
        self._pencetak.gagal.connect(self._gagal)
        self._pencetak.mulai()

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)

    def _selesai(self, kalimat: str) -> None:
        self.keterangan.setText(kalimat)
        self._tercetak()


def tampilkan_lembar(
    ruang: Ruang,
    judul: str,
    nama_berkas: str,
    susun: Callable[[], Naskah],
    induk: QWidget,
    gagal: Callable[[DesaError], None],
) -> None:
    """Compose a paper off the window and show it for printing."""
    ruang.tugas.run(
        susun,
        lambda naskah: DialogCetak(judul, naskah, nama_berkas, ruang.tugas, induk).open(),
        owner=induk,
        on_error=gagal,
    )
