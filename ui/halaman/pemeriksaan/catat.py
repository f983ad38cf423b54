"""Noting what only a person can know: somebody not found in the field, recorded in two places."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kependudukan.cari import cari_warga
from desa_app.pemeriksaan.jalan import MANUAL
from desa_app.pemeriksaan.temuan import catat_temuan, kalimat_aturan
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.komponen.pesan import Dialog, PesanGalat
from ui.komponen.warga import PilihWarga
from ui.ruang import Ruang


class DialogCatat(Dialog):
    """Who, what, and from whom one knows it. `sesudah` runs after it is stored."""

    def __init__(self, ruang: Ruang, sesudah: Callable[[], object], parent: QWidget) -> None:
        super().__init__("Catat temuan lapangan", parent, lebar=560)
        self._ruang, self._sesudah = ruang, sesudah
        self.galat = PesanGalat()
        self.warga = PilihWarga(lambda teks: cari_warga(ruang.konteks, teks), ruang.tugas)
        self.jenis = PilihanCari([(k, kalimat_aturan(k)) for k in MANUAL], boleh_kosong=False)
        self.uraian = IsianTeks()
        self.uraian.setPlaceholderText("misalnya: rumah kosong sejak Maret menurut ketua RT 003")
        self.isi.addWidget(self.galat)
        for nama, isian in (("Orang", self.warga), ("Temuan", self.jenis), ("Yang diketahui", self.uraian)):
            self.isi.addWidget(label(nama, "label"))
            self.isi.addWidget(isian)
        self.tombol_simpan = TombolUtama("Simpan", self.simpan, pintasan="Ctrl+S")
        self.tambah_tombol(Tombol("Batal", self.reject), self.tombol_simpan)

    def simpan(self) -> None:
        """Store the note off the window."""
        self.galat.bersihkan()
        warga, konteks = self.warga.warga, self._ruang.konteks
        if warga is None:
            self._gagal(ValidationFailed([FieldIssue("orang", "Pilih dulu orangnya dari daftar.")]))
            return
        nomor, kode, uraian = warga.id, str(self.jenis.nilai()), self.uraian.text()
        self._ruang.tugas.run(
            lambda: catat_temuan(konteks, kode, nomor, uraian), lambda _: self._selesai(), owner=self,
            on_error=self._gagal,
        )  # fmt: skip

    def _selesai(self) -> None:
        self.accept()
        self._sesudah()

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)
