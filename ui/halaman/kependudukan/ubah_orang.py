"""The form of a resident's fields: every problem at once, Ctrl+S stores."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.penduduk import PENDUDUK
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kependudukan.penduduk import DataPenduduk, ubah_penduduk
from ui.halaman.kependudukan.alasan import BUKU
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, gulung, label, mendatar
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import PesanGalat, tanya
from ui.ruang import Ruang


class UbahOrang(QWidget):
    """`selesai` tells whether something was stored."""

    selesai = Signal(bool)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._id = 0
        self.galat = PesanGalat()
        self.formulir = FormSpec(PENDUDUK, kolom=3, lebar=("ket",))
        self.simpan_ = TombolUtama("Simpan", self.simpan, pintasan="Ctrl+S")
        petunjuk = "KK, kedudukan dalam keluarga, dan status diubah lewat “Catat peristiwa”."
        kartu = Kartu()
        kartu.isi.addLayout(
            mendatar(label(petunjuk, "kecil"), None, Tombol("Batal", self.batal), self.simpan_)
        )
        kartu.isi.addWidget(self.galat)
        wadah = QWidget()
        dalam = QVBoxLayout(wadah)
        dalam.setContentsMargins(0, 0, 10, 0)
        dalam.addWidget(self.formulir)
        dalam.addStretch(1)
        kartu.isi.addWidget(gulung(wadah), 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu)
        self.formulir.selesai.connect(self.simpan)

    def buka(self, data: DataPenduduk) -> None:
        """Show a person's fields."""
        self._id = data.id
        self.galat.bersihkan()
        self.formulir.isi(data.isian)
        self.formulir.fokus_pertama()

    def simpan(self) -> None:
        """Check and store."""
        self.galat.bersihkan()
        if self.formulir.periksa() is None or not self.simpan_.isEnabled():
            return
        k, penduduk_id, isian = self.ruang.konteks, self._id, self.formulir.nilai()
        self.simpan_.setEnabled(False)
        self.ruang.tugas.run(
            lambda: ubah_penduduk(k, penduduk_id, isian),
            self._tersimpan,
            owner=self,
            on_error=self._gagal,
            always=lambda: self.simpan_.setEnabled(True),
        )

    def batal(self) -> None:
        """Leave the form, after asking when something was typed."""
        if not self.formulir.kotor():
            self.selesai.emit(False)
            return
        tanya(
            self, "Perubahan belum disimpan", "Bila diteruskan, yang baru diketik hilang.",
            "Buang perubahan", lambda: self.selesai.emit(False), bahaya=True, batal="Kembali ke isian",
        )  # fmt: skip

    def _tersimpan(self, berubah: bool) -> None:
        self.formulir.anggap_bersih()
        self.ruang.layanan.beritahu("Data warga disimpan." if berubah else "Tidak ada yang berubah.")
        self.selesai.emit(berubah)
        if berubah:
            self.ruang.layanan.umumkan_perubahan(BUKU)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and not self.formulir.tampilkan(galat.issues):
            return
        self.galat.tampilkan(galat)
