"""Starting the window: one per data folder, first start or login, then one person's session."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desa_app.errors import DataBermasalah, DesaError
from desa_app.pintu import PapanNama, kunci_jendela, papan_nama
from desa_app.waktu import Jam, jam_sistem
from ui import tema
from ui.gangguan import PenjagaGangguan
from ui.komponen.pesan import DialogGalat
from ui.sampah import PemungutSampah
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desa_app.kasus import Konteks, Pelaku

DITOLAK = 2
"""Exit code when the data cannot be used."""
TUNDA_MD = 30
"""Milliseconds after which the window has been painted and slower things may begin."""


def siapkan_aplikasi() -> QApplication:
    """The application object in the program's dress."""
    ada = QApplication.instance()
    aplikasi = ada if isinstance(ada, QApplication) else QApplication(sys.argv[:1])
    aplikasi.setApplicationName("Desa App")
    aplikasi.setQuitOnLastWindowClosed(False)
    tema.pasang(aplikasi)
    if aplikasi.findChild(PemungutSampah) is None:
        PemungutSampah(aplikasi)
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
        pengendali = Pengendali(aplikasi, folder)
        pengendali.mulai()
    except DataBermasalah as galat:
        return _tolak(aplikasi, galat)
    try:
        return aplikasi.exec()
    finally:
        pengendali.tutup()
        kunci.lepas()


def _tolak(aplikasi: QApplication, galat: DesaError) -> int:
    dialog = DialogGalat(galat)
    dialog.finished.connect(lambda _=0: aplikasi.exit(DITOLAK))
    dialog.open()
    return aplikasi.exec()


class Pengendali(QObject):
    """Holds what lives as long as the program, and the one window on show.

    The login window is painted before the database layer is loaded; that happens off the window
    while the person types. `jam` replaces the village's clock in tests.
    """

    def __init__(self, aplikasi: QApplication, folder: Path, jam: Jam | None = None) -> None:
        super().__init__()
        self._aplikasi, self._folder, self._jam = aplikasi, folder, jam
        self._konteks: Konteks | None = None
        self.tugas = TaskRunner(self)
        self.gangguan = PenjagaGangguan(folder, self)
        self.jendela: QWidget | None = None
        self.tugas.failed.connect(self._gagal)
        self.gangguan.terjadi.connect(self._beritahu_gangguan)

    def mulai(self) -> None:
        """Show the login window, or the first start when there is no village yet.

        Raises DataBermasalah when the folder's data cannot be used.
        """
        papan = papan_nama(self._folder)
        if papan is None:
            self._terbuka()  # create, upgrade, or say what is wrong
            papan = papan_nama(self._folder)
        self.gangguan.pasang()
        if papan is None:
            self._langkah_pertama()
        else:
            self._pintu(papan)
        QTimer.singleShot(TUNDA_MD, self, self._sesudah_tampil)

    def tutup(self) -> None:
        """End the jobs, close the data, give back what was taken."""
        self.tugas.close()
        self.gangguan.lepas()
        if self._konteks is not None:
            self._konteks.basis.tutup()

    def _terbuka(self) -> "Konteks":
        """The opened data with nobody logged in; opened once."""
        if self._konteks is None:
            from desa_app.buka import buka_basis
            from desa_app.kasus import Konteks

            self._konteks = Konteks(buka_basis(self._folder), self._jam or jam_sistem())
        return self._konteks

    def _periksa(self, nama: str, sandi: str) -> "Pelaku":
        """Name and password against the village's accounts; runs off the window."""
        from desa_app.keamanan.pengguna import masuk

        return masuk(self._terbuka(), nama, sandi)

    def _sesudah_tampil(self) -> None:
        """What can wait until the window is painted."""
        from ui.instansi import Pendengar

        self._pendengar = Pendengar(self._folder, self)
        self._pendengar.dipanggil.connect(self._ke_depan)
        self.tugas.run(self._terbuka, lambda _: None, owner=self, on_error=self._data_bermasalah)
        if self.gangguan.tertinggal():
            from ui.dialog_gangguan import DialogLaporan

            DialogLaporan(self.gangguan, self.jendela).open()

    def _data_bermasalah(self, galat: DesaError) -> None:
        dialog = DialogGalat(galat, self.jendela)
        dialog.finished.connect(lambda _=0: self._aplikasi.exit(DITOLAK))
        dialog.open()

    def _langkah_pertama(self) -> None:
        from ui.awal.jendela import JendelaAwal

        awal = JendelaAwal(self._terbuka(), self.tugas)
        awal.berhasil.connect(self._masuk)
        awal.ditutup.connect(self._aplikasi.quit)
        self._ganti(awal)

    def _pintu(self, papan: PapanNama) -> None:
        from ui.masuk import JendelaMasuk

        pintu = JendelaMasuk(papan, self._periksa, self.tugas)
        pintu.berhasil.connect(self._masuk)
        pintu.ditutup.connect(self._aplikasi.quit)
        self._ganti(pintu)

    def _keluar(self) -> None:
        papan = papan_nama(self._folder)
        if papan is not None:
            self._pintu(papan)

    def _masuk(self, pelaku: "Pelaku", nama_masuk: str) -> None:
        from desa_app.desa import identitas_desa
        from desa_app.kantor import menit_kunci
        from ui.bingkai import muat_di_layar
        from ui.jendela import JendelaUtama

        dasar = self._terbuka()
        identitas = identitas_desa(dasar)
        assert identitas is not None  # noqa: S101  nobody logs in without a village
        konteks = replace(dasar, jam=self._jam or jam_sistem(identitas.zona_waktu)).sebagai(pelaku)
        utama = JendelaUtama(konteks, identitas, nama_masuk, self.tugas, menit_kunci=menit_kunci(konteks))
        muat_di_layar(utama)
        utama.keluar_diminta.connect(self._keluar)
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
