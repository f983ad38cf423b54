"""A dialog around a form: checks, stores off the window, shows every problem beside its field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desa_app.errors import DesaError, ValidationFailed
from ui.komponen.dasar import Tombol, TombolUtama, gulung
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Dialog, PesanGalat, tanya
from ui.tasks import TaskRunner

TINGGI_GULUNG = 520
"""Forms higher than this scroll inside the dialog."""


class DialogIsian(Dialog):
    """`simpan(values)` runs off the window; `sesudah(result)` after it worked, then the dialog closes."""

    def __init__(
        self,
        judul: str,
        formulir: FormSpec,
        simpan: Callable[[dict[str, object]], Any],
        sesudah: Callable[[Any], object],
        tugas: TaskRunner,
        parent: QWidget,
        *,
        tombol: str = "Simpan",
        lebar: int = 480,
    ) -> None:
        super().__init__(judul, parent, lebar=lebar)
        self.formulir, self._simpan, self._sesudah, self._tugas = formulir, simpan, sesudah, tugas
        self.galat = PesanGalat()
        self.tombol_simpan = TombolUtama(tombol, self.simpan, pintasan="Ctrl+S")
        self.isi.addWidget(self.galat)
        self.wadah: QWidget = formulir
        """The form, or the scroll area that it lies in."""
        if formulir.sizeHint().height() > TINGGI_GULUNG:
            self.wadah = gulung(formulir)
            self.wadah.setMinimumHeight(TINGGI_GULUNG)
        self.isi.addWidget(self.wadah)
        self.tambah_tombol(Tombol("Batal", self.reject), self.tombol_simpan)
        formulir.selesai.connect(self.simpan)
        formulir.fokus_pertama()

    def simpan(self) -> None:
        """Check and store."""
        self.galat.bersihkan()
        bersih = self.formulir.periksa()
        if bersih is None or not self.tombol_simpan.isEnabled():
            return
        self.tombol_simpan.setEnabled(False)
        self._tugas.run(
            lambda: self._simpan(bersih),
            self._tersimpan,
            owner=self,
            on_error=self._gagal,
            always=lambda: self.tombol_simpan.setEnabled(True),
        )

    def reject(self) -> None:
        if not self.formulir.kotor():
            super().reject()
            return
        tanya(
            self,
            "Isian belum disimpan",
            "Bila ditutup, yang baru diketik di sini hilang.",
            "Tutup tanpa menyimpan",
            super().reject,
            bahaya=True,
            batal="Kembali ke isian",
        )

    def _tersimpan(self, hasil: Any) -> None:
        self.formulir.anggap_bersih()
        self.accept()
        self._sesudah(hasil)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and not self.formulir.tampilkan(galat.issues):
            return
        self.galat.tampilkan(galat)
