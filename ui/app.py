"""Starting the window: one per data folder, first start or login, then one person's session."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desa_app.buka import buka_basis, kunci_jendela
from desa_app.desa import identitas_desa
from desa_app.errors import DataBermasalah, DesaError
from desa_app.kasus import Konteks, Pelaku
from desa_app.waktu import jam_sistem
from ui import tema
from ui.gangguan import PenjagaGangguan
from ui.komponen.pesan import DialogGalat
from ui.tasks import TaskRunner


def siapkan_aplikasi() -> QApplication:
    """The application object in the program's dress."""
    ada = QApplication.instance()
    aplikasi = ada if isinstance(ada, QApplication) else QApplication(sys.argv[:1])
    aplikasi.setApplicationName("Desa App")
    aplikasi.setQuitOnLastWindowClosed(False)
    tema.pasang(aplikasi)
    return aplikasi


def buka_jendela(folder: Path) -> int:
    """Open the window for a data folder; returns the exit code when it is closed."""
    aplikasi = siapkan_aplikasi()
    try:
        kunci = kunci_jendela(folder)
        if kunci is None:
            from ui.instansi import panggil_yang_pertama

            panggil_yang_pertama(folder)
            return 0
        basis = buka_basis(folder)
    except DataBermasalah as galat:
        return _tolak(aplikasi, galat)
    pengendali = Pengendali(aplikasi, folder, Konteks(basis, jam_sistem()))
    pengendali.mulai()
    try:
        return aplikasi.exec()
    finally:
        pengendali.tutup()
        basis.tutup()
        kunci.lepas()


def _tolak(aplikasi: QApplication, galat: DesaError) -> int:
    dialog = DialogGalat(galat)
    dialog.finished.connect(lambda _=0: aplikasi.quit())
    dialog.open()
    aplikasi.exec()
    return 2


class Pengendali(QObject):
    """Holds what lives as long as the program, and the one window on show."""

    def __init__(self, aplikasi: QApplication, folder: Path, konteks: Konteks) -> None:
        super().__init__()
        self._aplikasi, self._folder, self._konteks = aplikasi, folder, konteks
        self.tugas = TaskRunner(self)
        self.gangguan = PenjagaGangguan(folder, self)
        self.jendela: QWidget | None = None
        self.tugas.failed.connect(self._gagal)
        self.gangguan.terjadi.connect(self._beritahu_gangguan)

    def mulai(self) -> None:
        """Show the login window, or the first start when there is no village yet."""
        self.gangguan.pasang()
        self._tampilkan_pintu()
        QTimer.singleShot(0, self, self._sesudah_tampil)

    def tutup(self) -> None:
        """End the jobs and give back what was taken."""
        self.tugas.close()
        self.gangguan.lepas()

    def _sesudah_tampil(self) -> None:
        """What can wait until the window is painted."""
        from ui.instansi import Pendengar

        self._pendengar = Pendengar(self._folder, self)
        self._pendengar.dipanggil.connect(self._ke_depan)
        if self.gangguan.tertinggal():
            from ui.dialog_gangguan import DialogLaporan

            DialogLaporan(self.gangguan, self.jendela).open()

    def _tampilkan_pintu(self) -> None:
        identitas = identitas_desa(self._konteks)
        if identitas is None:
            from ui.awal.jendela import JendelaAwal

            awal = JendelaAwal(self._konteks, self.tugas)
            awal.berhasil.connect(self._masuk)
            awal.ditutup.connect(self._aplikasi.quit)
            self._ganti(awal)
            return
        from ui.masuk import JendelaMasuk

        self._konteks = replace(self._konteks, jam=jam_sistem(identitas.zona_waktu), pelaku=None)
        pintu = JendelaMasuk(self._konteks, identitas, self.tugas)
        pintu.berhasil.connect(self._masuk)
        pintu.ditutup.connect(self._aplikasi.quit)
        self._ganti(pintu)

    def _masuk(self, pelaku: Pelaku, nama_masuk: str) -> None:
        from desa_app.kantor import menit_kunci
        from ui.jendela import JendelaUtama

        identitas = identitas_desa(self._konteks)
        assert identitas is not None  # noqa: S101  nobody logs in without a village
        konteks = replace(self._konteks, jam=jam_sistem(identitas.zona_waktu)).sebagai(pelaku)
        utama = JendelaUtama(konteks, identitas, nama_masuk, self.tugas, menit_kunci=menit_kunci(konteks))
        utama.resize(1366, 768)
        utama.keluar_diminta.connect(self._tampilkan_pintu)
        utama.ditutup.connect(self._aplikasi.quit)
        self._ganti(utama)

    def _ganti(self, baru: QWidget) -> None:
        lama, self.jendela = self.jendela, baru
        baru.show()
        if lama is not None:
            lama.blockSignals(True)
            lama.hide()
            lama.deleteLater()

    def _ke_depan(self) -> None:
        if self.jendela is not None:
            self.jendela.showNormal() if self.jendela.isMinimized() else self.jendela.show()
            self.jendela.raise_()
            self.jendela.activateWindow()

    def _gagal(self, galat: Exception) -> None:
        if isinstance(galat, DesaError):
            DialogGalat(galat, self.jendela).open()
        else:
            self.gangguan.catat(galat)

    def _beritahu_gangguan(self, kode: str) -> None:
        from ui.dialog_gangguan import DialogGangguan

        DialogGangguan(kode, self.gangguan, self.jendela).open()
