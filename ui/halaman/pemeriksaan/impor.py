"""Bringing data in: choose, check with progress, look at the plan, store, see the result."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desa_app.bahasa import bilangan
from desa_app.errors import DesaError
from desa_app.impor.coba import coba_impor
from desa_app.impor.pemetaan import SusunanTidakDikenal, daftar_profil, simpan_profil
from desa_app.impor.rencana import RencanaImpor
from desa_app.impor.salinan import salinan_bertanda
from desa_app.impor.terapkan import HasilImpor, terapkan_impor
from ui.halaman.pemeriksaan.pemetaan import Pemetaan
from ui.halaman.pemeriksaan.pilih_berkas import PilihBerkas
from ui.halaman.pemeriksaan.pratinjau import Pratinjau
from ui.komponen.dasar import Kartu, KosongInfo, Tombol, TombolUtama, label, mendatar, menurun
from ui.komponen.pesan import DialogGalat
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang
from ui.tasks import JobControl

T = TypeVar("T")
REGISTER = ("penduduk", "keluarga", "peristiwa")


class Kemajuan(Kartu):
    """A bar, what is being done, and the button that stops it."""

    def __init__(self) -> None:
        super().__init__()
        self.kendali: JobControl | None = None
        self.kata = label("", "judul_kartu")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.henti = Tombol("Hentikan", self._hentikan)
        self.isi.addStretch(1)
        self.isi.addWidget(self.kata)
        self.isi.addWidget(self.bar)
        self.isi.addLayout(mendatar(label("Data tidak berubah bila dihentikan.", "redup"), None, self.henti))
        self.isi.addStretch(1)

    def mulai(self, kata: str) -> None:
        """Show the beginning of a job."""
        self.kata.setText(kata)
        self.bar.setRange(0, 0)
        self.henti.setEnabled(True)

    def maju(self, selesai: int, semua: int, kata: str) -> None:
        """Show how far it is."""
        self.bar.setRange(0, semua)
        self.bar.setValue(selesai)
        self.kata.setText(kata)

    def _hentikan(self) -> None:
        if self.kendali is not None:
            self.henti.setEnabled(False)
            self.kendali.cancel()


class ImporData(QWidget):
    """The steps one after the other in the same place."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self._berkas: Path | None = None
        self.pilih = PilihBerkas()
        self.pilih.dipilih.connect(self.coba)
        self.kemajuan = Kemajuan()
        self.pratinjau: Pratinjau | None = None
        self.pemetaan: Pemetaan | None = None
        self._sementara: QWidget | None = None
        self._tumpukan = Tumpukan()
        self._tumpukan.addWidget(self.pilih)
        self._tumpukan.addWidget(self.kemajuan)
        self.setLayout(menurun(self._tumpukan))

        self._sebut_profil()

    def _sebut_profil(self) -> None:
        konteks = self._ruang.konteks
        self._ruang.tugas.run(lambda: daftar_profil(konteks), self.pilih.sebut_profil, owner=self)

    def sibuk(self) -> bool:
        """Whether a job is running that leaving would cut short."""
        return self._tumpukan.currentWidget() is self.kemajuan

    def coba(self, berkas: Path) -> None:
        """Dry run of a workbook."""
        self._berkas = berkas
        konteks = self._ruang.konteks
        self._jalankan("Membuka berkas", lambda j: coba_impor(konteks, berkas, j.progress), self._tampil)

    def _jalankan(self, kata: str, kerja: Callable[[JobControl], T], sesudah: Callable[[T], None]) -> None:
        self.kemajuan.mulai(kata)
        self._tumpukan.setCurrentWidget(self.kemajuan)
        self.kemajuan.kendali = self._ruang.tugas.run_long(
            kerja,
            sesudah,
            owner=self,
            on_progress=self.kemajuan.maju,
            on_error=self._gagal,
        )

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, SusunanTidakDikenal) and galat.kolom:
            self.pemetaan = Pemetaan(galat.kolom, simpan=self._ingat, batal=self.ulang)
            self._ganti(self.pemetaan)
            return
        self.ulang()
        self.pilih.pesan.tampilkan(galat)

    def _ingat(self, nama: str, peta: dict[str, str]) -> None:
        """Remember what the columns are, then check the same file with it."""
        konteks, berkas, layar = self._ruang.konteks, self._berkas, self.pemetaan
        assert berkas is not None and layar is not None  # noqa: S101, PT018  the mapping screen has a file
        self._ruang.tugas.run(
            lambda: simpan_profil(konteks, nama, peta), lambda _: self.coba(berkas), owner=self,
            on_error=layar.gagal,
        )  # fmt: skip

    def ulang(self) -> None:
        """Back to the first step."""
        self.pilih.pesan.bersihkan()
        self._sebut_profil()
        self._ganti(self.pilih)

    def _ganti(self, widget: QWidget) -> None:
        if self._sementara is not None and self._sementara is not widget:
            self._tumpukan.removeWidget(self._sementara)
            self._sementara.deleteLater()
            self._sementara = None
        if self._tumpukan.indexOf(widget) < 0:
            self._tumpukan.addWidget(widget)
            self._sementara = widget
        self._tumpukan.setCurrentWidget(widget)

    def _tampil(self, rencana: RencanaImpor) -> None:
        self.pratinjau = Pratinjau(rencana, simpan=self._simpan, ulang=self.ulang, salinan=self._salinan)
        self._ganti(self.pratinjau)

    def _simpan(self) -> None:
        assert self.pratinjau is not None  # noqa: S101  the button stands on the preview
        rencana, setuju = self.pratinjau.rencana, self.pratinjau.setuju.isChecked()
        pilih = self.pratinjau.perbedaan.pilih
        self._jalankan(
            "Menyimpan penduduk",
            lambda j: terapkan_impor(
                self._ruang.konteks, rencana, pilih=pilih, setuju_datang=setuju, kemajuan=j.progress
            ),
            self._selesai,
        )

    def _salinan(self) -> None:
        """Ask where to, then write the marked copy."""
        assert self.pratinjau is not None  # noqa: S101  the button stands on the preview
        rencana, asal, konteks = self.pratinjau.rencana, self._berkas, self._ruang.konteks
        assert asal is not None  # noqa: S101  a preview has a file

        def tulis(nama: str) -> None:
            tujuan = Path(nama).with_suffix(".xlsx")
            self._ruang.tugas.run(
                lambda: salinan_bertanda(konteks, asal, rencana, tujuan),
                lambda _: self._ruang.layanan.beritahu("Salinan bertanda sudah disimpan."),
                owner=self,
                on_error=lambda galat: DialogGalat(galat, self).open(),
            )

        dialog = QFileDialog(
            self, "Simpan salinan bertanda", f"{asal.stem} - bertanda.xlsx", "Excel (*.xlsx)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(tulis)
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def _selesai(self, hasil: HasilImpor) -> None:
        self._ruang.layanan.umumkan_perubahan(REGISTER)
        kalimat = f"{bilangan(hasil.baru)} penduduk baru, {bilangan(hasil.berubah)} diperbarui."
        rincian = f"{bilangan(hasil.keluarga_baru)} keluarga baru."
        if hasil.dusun_baru:
            rincian += f" Dusun baru: {', '.join(hasil.dusun_baru)}."
        tombol = TombolUtama("Impor berkas lain", self.ulang)
        kartu = Kartu()
        kartu.isi.addWidget(KosongInfo(kalimat, rincian, tombol, ikon="centang"), 1)
        layanan = self._ruang.layanan
        periksa = Tombol("Periksa datanya", lambda: layanan.buka_halaman("pemeriksaan", tab="temuan"))
        kartu.isi.addLayout(mendatar(None, periksa))
        self._ganti(kartu)
