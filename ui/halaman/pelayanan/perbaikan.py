"""Correcting a letter that was not handed over: other fields, same number, a reason; both texts are kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.errors import DesaError, ValidationFailed
from desa_app.surat.katalog import Isian
from desa_app.surat.pelayanan import buka_permohonan
from desa_app.surat.permohonan import PermohonanInfo
from desa_app.surat.pilih_jenis import pilihan_jenis
from desa_app.surat.terbit import SuratJadi, perbaiki_surat
from ui.halaman.pelayanan.isian import FormSurat
from ui.halaman.pelayanan.sumber import sumber_warga
from ui.komponen.dasar import Tombol, TombolUtama, gulung, label, menurun
from ui.komponen.isian import IsianTeks
from ui.komponen.pesan import Dialog, PesanGalat
from ui.ruang import Ruang

TINGGI = 380


class DialogPerbaikan(Dialog):
    """The fields of the kind as they were typed, and the reason. `sesudah` gets the new text."""

    def __init__(
        self,
        ruang: Ruang,
        surat_id: int,
        nomor: str,
        permohonan: PermohonanInfo,
        isian: tuple[Isian, ...],
        sesudah: Callable[[SuratJadi], object],
        parent: QWidget,
    ) -> None:
        super().__init__(f"Perbaiki surat {nomor}", parent, lebar=620)
        self.ruang, self._surat_id, self._sesudah = ruang, surat_id, sesudah
        self.galat = PesanGalat()
        self.form = FormSurat(isian, sumber_warga(ruang, lambda: permohonan.penduduk_id), ruang.tugas)
        self.form.isi(permohonan.isian)
        self.alasan = IsianTeks()
        self.alasan.setAccessibleName("Alasan perbaikan")
        self.alasan.setPlaceholderText("misalnya keperluan salah ketik")
        self.alasan.lanjut.connect(self.simpan)
        self.form.selesai.connect(self.alasan.setFocus)
        self.isi.addWidget(
            label(
                "Nomor tetap. Data warga dibaca ulang dari Buku Induk. Naskah lama tetap tersimpan.",
                "redup",
                lipat=True,
            )
        )
        self.isi.addWidget(self.galat)
        wadah = gulung(self.form)
        wadah.setMinimumHeight(min(TINGGI, self.form.sizeHint().height() + 8))
        self.isi.addWidget(wadah, 1)
        self.isi.addLayout(menurun(label("Alasan perbaikan *", "label"), self.alasan, jarak=3))
        self.tombol_simpan = TombolUtama("Simpan perbaikan", self.simpan, pintasan="Ctrl+S")
        self.tambah_tombol(Tombol("Batal", self.reject), self.tombol_simpan)
        self.form.fokus_kosong()

    def simpan(self) -> None:
        """Store the new text."""
        self.galat.bersihkan()
        k, nomor, isian, alasan = self.ruang.konteks, self._surat_id, self.form.nilai(), self.alasan.text()
        self.tombol_simpan.setEnabled(False)
        self.ruang.tugas.run(
            lambda: perbaiki_surat(k, nomor, isian, alasan), self._jadi, owner=self, on_error=self._gagal,
            always=lambda: self.tombol_simpan.setEnabled(True),
        )  # fmt: skip

    def _jadi(self, surat: SuratJadi) -> None:
        self.accept()
        self._sesudah(surat)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed):
            self.form.tampilkan(galat.issues, fokus=True)
        self.galat.tampilkan(galat)


def buka_perbaikan(
    ruang: Ruang,
    surat_id: int,
    nomor: str,
    permohonan_id: int,
    induk: QWidget,
    sesudah: Callable[[SuratJadi], object],
    gagal: Callable[[DesaError], None],
) -> None:
    """Fetch what was typed, then ask what is to be changed."""
    k = ruang.konteks

    def ambil() -> tuple[PermohonanInfo, tuple[Isian, ...]]:
        permohonan, _ = buka_permohonan(k, permohonan_id)
        isian = next((j.isian for j in pilihan_jenis(k) if j.jenis.slug == permohonan.slug), ())
        return permohonan, isian

    def tampil(isi: tuple[PermohonanInfo, tuple[Isian, ...]]) -> None:
        DialogPerbaikan(ruang, surat_id, nomor, *isi, sesudah, induk).open()

    ruang.tugas.run(ambil, tampil, owner=induk, on_error=gagal)
