"""Giving residents out: form of the file, masked or not, for whom."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget

from desa_app.bahasa import bilangan
from desa_app.ekspor.penduduk import BENTUK, ekspor_penduduk
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from ui.komponen.centang import Centang
from ui.komponen.dasar import Kartu, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.isian import IsianTeks
from ui.komponen.pesan import PesanGalat
from ui.ruang import Ruang

LEBAR = 620
SARINGAN = "Excel (*.xlsx);;Teks berpemisah (*.csv)"


class EksporData(QWidget):
    """One card with the three questions and the button."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self.pesan = PesanGalat()
        self.bentuk = {kunci: QRadioButton(nama) for kunci, nama in BENTUK.items()}
        self.bentuk["lengkap"].setChecked(True)
        self.utuh = Centang("Tulis NIK dan nomor KK utuh, tidak disamarkan")
        tampak_bila(ruang.konteks.boleh(Izin.EKSPOR_TERBUKA), self.utuh)
        self.tujuan = IsianTeks()
        self.tujuan.setPlaceholderText("misalnya: Disdukcapil Mekarjaya, pemadanan data November 2026")
        self.tombol = TombolUtama("Simpan sebagai…", self._pilih_berkas, ikon="unduh")
        self._susun()

    def _susun(self) -> None:
        kartu = Kartu("Keluarkan data penduduk")
        kartu.setFixedWidth(LEBAR)
        kartu.isi.addWidget(self.pesan)
        kartu.isi.addWidget(label("Susunan kolom", "label"))
        for tombol in self.bentuk.values():
            kartu.isi.addWidget(tombol)
        kartu.isi.addSpacing(8)
        kartu.isi.addWidget(self.utuh)
        kartu.isi.addWidget(label("Untuk siapa dan untuk apa", "label"))
        kartu.isi.addWidget(self.tujuan)
        catatan = (
            "Setiap ekspor dicatat: siapa, kapan, untuk siapa. NIK utuh wajib menyebut tujuan. "
            "Susunan lengkap dapat dimasukkan lagi ke program ini."
        )
        kartu.isi.addWidget(label(catatan, "kecil", lipat=True))
        kartu.isi.addLayout(mendatar(None, self.tombol))
        self.setLayout(menurun(kartu, None))

    def _pilih_berkas(self) -> None:
        self.pesan.bersihkan()
        dialog = QFileDialog(self, "Simpan data penduduk", "data penduduk.xlsx", SARINGAN)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda nama: self.tulis(Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def tulis(self, ke: Path) -> None:
        """Write the file off the window."""
        bentuk = next(kunci for kunci, tombol in self.bentuk.items() if tombol.isChecked())
        tersamar, tujuan, konteks = not self.utuh.isChecked(), self.tujuan.text(), self._ruang.konteks
        self.tombol.setEnabled(False)
        self._ruang.tugas.run(
            lambda: ekspor_penduduk(konteks, bentuk, ke, tersamar=tersamar, tujuan=tujuan), self._selesai,
            owner=self, on_error=self._gagal, always=lambda: self.tombol.setEnabled(True),
        )  # fmt: skip

    def _selesai(self, banyak: int) -> None:
        self._ruang.layanan.beritahu(f"{bilangan(banyak)} orang sudah ditulis ke berkas.")

    def _gagal(self, galat: DesaError) -> None:
        self.pesan.tampilkan(galat)
