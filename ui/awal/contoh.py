"""The practice village: made with progress shown, then its users, one click from the door."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.pengguna import masuk
from desa_app.keamanan.peran import semua_peran
from ui.komponen.dasar import Tombol, TombolUtama, garis, label, mendatar, menurun
from ui.komponen.pesan import PesanGalat
from ui.tasks import JobControl, TaskRunner

if TYPE_CHECKING:
    from desa_app.contoh.isi import HasilContoh, PenggunaContoh

PENDUDUK, BENIH = 3000, 1


class PembuatContoh(QWidget):
    """Bar and *Hentikan* while it works. `jadi(result)` when the village stands."""

    jadi = Signal(object)
    batal = Signal()

    def __init__(self, konteks: Konteks, tugas: TaskRunner) -> None:
        super().__init__()
        self._konteks, self._tugas = konteks, tugas
        self._kendali: JobControl | None = None
        self.galat = PesanGalat()
        self._bilah = QProgressBar(textVisible=False)
        self._teks = label("", "redup")
        self.setLayout(
            menurun(
                None,
                label("Menyiapkan desa contoh", "judul_halaman"),
                label(f"{bilangan(PENDUDUK)} warga rekaan dengan keluarga, alamat, dan pekerjaan.", "redup"),
                self.galat,
                self._bilah,
                mendatar_widget(self._teks, Tombol("Hentikan", self._hentikan)),
                None,
                jarak=10,
            )
        )

    def mulai(self) -> None:
        """Start making the village."""
        self.galat.bersihkan()
        self._kendali = self._tugas.run_long(
            self._kerja, self.jadi.emit, owner=self, on_progress=self._maju, on_error=self._gagal
        )

    def _kerja(self, kendali: JobControl) -> "HasilContoh":
        from desa_app.contoh.isi import isi_desa_contoh
        from desa_app.contoh.kehidupan import hidupkan_desa_contoh

        hasil = isi_desa_contoh(self._konteks, PENDUDUK, BENIH, kendali.progress)
        hidupkan_desa_contoh(self._konteks, BENIH)
        return hasil

    def _maju(self, selesai: int, semua: int, _teks: str) -> None:
        self._bilah.setRange(0, semua)
        self._bilah.setValue(selesai)
        self._teks.setText(f"{bilangan(selesai)} dari {bilangan(semua)}")

    def _hentikan(self) -> None:
        if self._kendali is not None:
            self._kendali.cancel()
        self.batal.emit()

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)


def mendatar_widget(kiri: QWidget, kanan: QWidget) -> QWidget:
    """A row with one part at each end."""
    hasil = QWidget()
    hasil.setLayout(mendatar(kiri, None, kanan))
    return hasil


class ContohJadi(QWidget):
    """The practice users with their passwords. `berhasil(pelaku, nama_masuk)` after a click."""

    berhasil = Signal(object, str)

    def __init__(self, konteks: Konteks, hasil: "HasilContoh", tugas: TaskRunner) -> None:
        super().__init__()
        self._konteks, self._tugas = konteks, tugas
        peran = semua_peran()
        sekdes = next(p for p in hasil.pengguna if "sekdes" in p.peran)
        tata = menurun(
            None,
            label("Desa contoh siap", "judul_halaman"),
            label(
                "Masuk sebagai siapa saja untuk mencoba. Data ini rekaan dan bertanda latihan.",
                "redup",
                lipat=True,
            ),
            8,
            jarak=8,
        )
        for p in hasil.pengguna:
            self._tambah(tata, p, ", ".join(peran[x] for x in p.peran))
        self.tombol = TombolUtama(f"Masuk sebagai {peran['sekdes']}", lambda: self._masuk(sekdes))
        tata.addSpacing(8)
        tata.addWidget(self.tombol)
        tata.addStretch(1)
        self.setLayout(tata)

    def _tambah(self, tata: QVBoxLayout, pengguna: "PenggunaContoh", peran: str) -> None:
        kiri = QWidget()
        kiri.setLayout(menurun(label(pengguna.nama, "tebal"), label(peran, "kecil"), jarak=1))
        kanan = label(f"{pengguna.nama_masuk}  ·  {pengguna.sandi}", "redup")
        tata.addWidget(mendatar_widget(kiri, kanan))
        tata.addWidget(garis())

    def _masuk(self, pengguna: "PenggunaContoh") -> None:
        self.tombol.setEnabled(False)
        self._tugas.run(
            lambda: masuk(self._konteks, pengguna.nama_masuk, pengguna.sandi),
            lambda pelaku: self._sudah(pelaku, pengguna.nama_masuk),
            owner=self,
        )

    def _sudah(self, pelaku: Pelaku, nama_masuk: str) -> None:
        self.berhasil.emit(pelaku, nama_masuk)
