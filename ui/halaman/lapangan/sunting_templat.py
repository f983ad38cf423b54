"""The form of a template of the village's own: name, documents, steps, and what the work rests on."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from desa_app.errors import DesaError
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.templat import Templat, simpan_templat
from ui import tema
from ui.halaman.lapangan.bagian import REGISTER
from ui.halaman.lapangan.sunting_langkah import PenyuntingLangkah
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolUtama, label, mendatar, menurun
from ui.komponen.pesan import Dialog, PesanGalat, tanya
from ui.komponen.tab import Tab
from ui.ruang import Ruang

_LANDASAN = (
    ("dasar_hukum", "Dasar hukum"), ("kualifikasi", "Kualifikasi pelaksana"), ("peralatan", "Peralatan"),
)  # fmt: skip


class DialogSuntingTemplat(Dialog):
    """Makes a template, or changes one; stored at once as a whole."""

    def __init__(self, ruang: Ruang, lama: Templat, induk: QWidget) -> None:
        super().__init__("Ubah templat" if lama.kode else "Templat baru", induk, lebar=960)
        self.resize(1080, 640)
        self.ruang, self._lama = ruang, lama
        self.galat = PesanGalat()
        self.nama = QLineEdit(lama.nama)
        self.nama.setPlaceholderText("Misalnya Jemput Lansia Sumber")
        self.nama.setAccessibleName("Nama templat")
        self.kotak = {kunci: Centang(j.nama) for kunci, j in DOKUMEN.items()}
        for kunci, kotak in self.kotak.items():
            kotak.setChecked(kunci in lama.dokumen)
        self.langkah = PenyuntingLangkah(ruang, lama.langkah)
        self.landasan = {kunci: QPlainTextEdit("\n".join(getattr(lama, kunci))) for kunci, _ in _LANDASAN}
        tab = Tab()
        tab.tambah("langkah", "Langkah", lambda: self.langkah)
        tab.tambah("landasan", "Dasar dan perlengkapan", self._landasan)
        tab.isi("landasan")
        self.isi.addWidget(self.galat)
        self.isi.addLayout(self._kepala())
        self.isi.addWidget(tab, 1)
        self.simpan = TombolUtama("Simpan templat", self.kirim, pintasan="Ctrl+S")
        self.tambah_tombol(Tombol("Batal", self.reject), self.simpan)
        self._awal = self.templat()
        self.nama.setFocus()

    def _kepala(self) -> QGridLayout:
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(tema.JARAK_L)
        kisi.addWidget(label("Nama templat *", "label"), 0, 0)
        kisi.addWidget(label("Dokumen yang dilayani", "label"), 0, 1)
        kisi.addLayout(menurun(self.nama, None), 1, 0)
        dokumen = QGridLayout()
        dokumen.setHorizontalSpacing(tema.JARAK_L)
        for nomor, kotak in enumerate(self.kotak.values()):
            dokumen.addWidget(kotak, nomor // 3, nomor % 3)
        kisi.addLayout(dokumen, 1, 1)
        kisi.setColumnStretch(0, 1)
        return kisi

    def _landasan(self) -> QWidget:
        isi = QWidget()
        tata = mendatar(jarak=tema.JARAK_M)
        for kunci, judul in _LANDASAN:
            kolom = menurun(label(f"{judul}, satu baris satu butir", "label"), jarak=4)
            self.landasan[kunci].setAccessibleName(judul)
            kolom.addWidget(self.landasan[kunci], 1)
            tata.addLayout(kolom, 1)
        isi.setLayout(tata)
        return isi

    def templat(self) -> Templat:
        """What the form holds."""
        dokumen = tuple(kunci for kunci, kotak in self.kotak.items() if kotak.isChecked())
        return Templat(
            self._lama.kode, self.nama.text().strip(), tuple(self.langkah.langkah()), dokumen,
            dasar_hukum=self._butir("dasar_hukum"), kualifikasi=self._butir("kualifikasi"),
            peralatan=self._butir("peralatan"),
        )  # fmt: skip

    def _butir(self, kunci: str) -> tuple[str, ...]:
        teks = self.landasan[kunci].toPlainText()
        return tuple(b.strip() for b in teks.splitlines() if b.strip())

    def kirim(self) -> None:
        """Store the template."""
        k, templat = self.ruang.konteks, self.templat()
        self.galat.bersihkan()
        self.ruang.tugas.run(lambda: simpan_templat(k, templat), self._jadi, owner=self, on_error=self._gagal)

    def _jadi(self, _kode: str) -> None:
        self._awal = self.templat()
        self.accept()
        self.ruang.layanan.umumkan_perubahan(REGISTER)

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)

    def reject(self) -> None:
        if self.templat() == self._awal:
            super().reject()
            return
        tanya(
            self, "Templat belum disimpan", "Bila ditutup, yang baru diisi di sini hilang.",
            "Tutup tanpa menyimpan", super().reject, bahaya=True, batal="Kembali ke templat",
        )  # fmt: skip
