"""The login window: name, password, and in words how long to wait after wrong tries."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desa_app.errors import DesaError
from desa_app.pintu import PapanNama
from ui import tema
from ui.ikon import gambar, ikon
from ui.komponen.dasar import Chip, Keadaan, TombolUtama, label, menurun
from ui.komponen.isian import IsianTeks
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desa_app.kasus import Pelaku

UKURAN = QSize(900, 540)
LEBAR_KIRI = 340


class PanelMerek(QFrame):
    """The dark half of the first windows: sign, name, a line below, and whatever the window adds."""

    def __init__(self, judul: str, keterangan: str) -> None:
        super().__init__()
        self.setObjectName("Rel")
        self.setFixedWidth(LEBAR_KIRI)
        tanda = _Tanda()
        self.isi = menurun(jarak=tema.JARAK_S)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(36, 44, 36, 32)
        tata.setSpacing(6)
        tata.addWidget(tanda)
        tata.addSpacing(18)
        kepala = label(judul, "merek", lipat=True)
        tata.addWidget(kepala)
        tata.addWidget(label(keterangan, "rel_redup", lipat=True))
        tata.addSpacing(20)
        tata.addLayout(self.isi)
        tata.addStretch(1)
        tata.addWidget(label("Desa App", "rel_redup"))


class _Tanda(QWidget):
    """The program's sign on a rounded square."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(56, 56)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setPen(Qt.PenStyle.NoPen)
        pelukis.setBrush(tema.warna("rel_aktif"))
        pelukis.drawRoundedRect(QRectF(self.rect()), 12, 12)
        gambar(pelukis, "desa", QRectF(12, 12, 32, 32), "rel_terang")


class IsianSandi(IsianTeks):
    """A password with an eye that shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        mata = self.addAction(ikon("mata", "redup"), QLineEdit.ActionPosition.TrailingPosition)
        mata.setToolTip("Tampilkan atau sembunyikan kata sandi")
        mata.triggered.connect(self._balik)

    def _balik(self) -> None:
        tampak = self.echoMode() == QLineEdit.EchoMode.Normal
        self.setEchoMode(QLineEdit.EchoMode.Password if tampak else QLineEdit.EchoMode.Normal)


class JendelaMasuk(QWidget):
    """Emits `berhasil(pelaku, nama_masuk)` when `periksa(name, password)` accepted them."""

    berhasil = Signal(object, str)
    ditutup = Signal()

    def __init__(self, papan: PapanNama, periksa: Callable[[str, str], "Pelaku"], tugas: TaskRunner) -> None:
        super().__init__()
        self.setObjectName("Jendela")
        self.setWindowTitle("Desa App")
        self.setFixedSize(UKURAN)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._periksa, self._tugas = periksa, tugas
        self.nama = IsianTeks()
        self.sandi = IsianSandi()
        self.galat = label("", "galat", lipat=True)
        self.tombol = TombolUtama("Masuk", self.masuk)
        self._sisa = 0
        self._jam = QTimer(self, interval=1000)
        self._jam.timeout.connect(self._hitung_mundur)
        self._susun(papan)
        self.nama.lanjut.connect(self.sandi.setFocus)
        self.sandi.lanjut.connect(self.masuk)
        self.nama.setFocus()

    def _susun(self, papan: PapanNama) -> None:
        merek = PanelMerek(
            f"{papan.sebutan_desa} {papan.nama}",
            f"{papan.sebutan_kecamatan} {papan.kecamatan}\n{papan.sebutan_kabupaten} {papan.kabupaten}",
        )
        if papan.latihan:
            merek.isi.addWidget(Chip("data latihan", Keadaan.SEGERA), 0, Qt.AlignmentFlag.AlignLeft)
        kolom = menurun(
            None,
            label("Masuk", "judul_halaman"),
            label("Ketik nama masuk dan kata sandi Anda.", "redup"),
            8,
            label("Nama masuk", "label"),
            self.nama,
            4,
            label("Kata sandi", "label"),
            self.sandi,
            self.galat,
            4,
            self.tombol,
            None,
            label("Lupa kata sandi? Mintalah Admin membuat yang baru di Pengaturan.", "kecil"),
            jarak=6,
        )
        kanan = QFrame()
        kanan.setProperty("bidang", "rata")
        dalam = QHBoxLayout(kanan)
        dalam.setContentsMargins(80, 32, 80, 28)
        dalam.addLayout(kolom)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.addWidget(merek)
        tata.addWidget(kanan, 1)

    def masuk(self) -> None:
        """Try name and password off the window."""
        nama, sandi = self.nama.text(), self.sandi.text()
        if not nama.strip():
            self.galat.setText("Nama masuk belum diisi.")
            self.nama.setFocus()
            return
        if not self.tombol.isEnabled():
            return
        self.tombol.setEnabled(False)
        self.tombol.setText("Memeriksa…")
        self._tugas.run(
            lambda: self._periksa(nama, sandi),
            lambda pelaku: self._cocok(pelaku, nama.strip().lower()),
            owner=self,
            on_error=self._gagal,
            always=self._siap,
        )

    def closeEvent(self, peristiwa: QCloseEvent) -> None:
        super().closeEvent(peristiwa)
        self.ditutup.emit()

    def _siap(self) -> None:
        self.tombol.setEnabled(True)
        self.tombol.setText("Masuk")

    def _cocok(self, pelaku: "Pelaku", nama: str) -> None:
        self.sandi.clear()
        self.berhasil.emit(pelaku, nama)

    def _gagal(self, galat: DesaError) -> None:
        self.galat.setText(str(galat))
        self.sandi.selectAll()
        self.sandi.setFocus()
        self._sisa = int(getattr(galat, "tunggu", 0))
        if self._sisa:
            self.tombol.setEnabled(False)
            self._tulis_sisa()
            self._jam.start()

    def _hitung_mundur(self) -> None:
        self._sisa -= 1
        if self._sisa > 0:
            self._tulis_sisa()
            return
        self._jam.stop()
        self._siap()
        self.galat.setText("Silakan coba lagi.")

    def _tulis_sisa(self) -> None:
        self.galat.setText(f"Nama masuk atau kata sandi salah. Tunggu {self._sisa} detik lalu coba lagi.")
        self.tombol.setText(f"Tunggu {self._sisa} detik")
