"""The window of the first start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desa_app.desa import PermulaanDesa, mulai_desa, periksa_identitas
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from ui.awal.bagian import LANGKAH, Penunjuk, PilihanBesar
from ui.awal.contoh import ContohJadi, PembuatContoh
from ui.awal.isian import BENTUK, PEJABAT_AWAL, PENGGUNA_AWAL, pejabat_dari, pengguna_dari
from ui.awal.wilayah import LangkahDesa
from ui.komponen.dasar import Tombol, TombolUtama, label, menurun
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import PesanGalat
from ui.masuk import PanelMerek
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desa_app.contoh.isi import HasilContoh

UKURAN = QSize(960, 600)


class JendelaAwal(QWidget):
    """Emits `berhasil(pelaku, nama_masuk)` when a village and a logged-in person exist."""

    berhasil = Signal(object, str)
    ditutup = Signal()

    def __init__(self, konteks: Konteks, tugas: TaskRunner) -> None:
        super().__init__()
        self.setObjectName("Jendela")
        self.setWindowTitle("Desa App")
        self.setFixedSize(UKURAN)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._konteks, self._tugas, self._kini = konteks, tugas, -1
        self.desa = LangkahDesa(tugas)
        self.pejabat = FormSpec(
            PEJABAT_AWAL, pilihan={"kades_bentuk": BENTUK}, kolom=2, lebar=("kades", "sekdes")
        )
        self.pejabat.isi({"kades_bentuk": "definitif"})
        self.pengguna = FormSpec(PENGGUNA_AWAL, rahasia=("sandi", "ulang"))
        self.contoh = PembuatContoh(konteks, tugas)
        self.galat = PesanGalat()
        self.tombol_kembali = Tombol("Kembali", self.kembali, ikon="kiri")
        self.tombol_lanjut = TombolUtama("Lanjut", self.lanjut)
        self._penunjuk = Penunjuk()
        self._isi = QStackedWidget()
        self._susun()
        self.pejabat.selesai.connect(self.lanjut)
        self.pengguna.selesai.connect(self.lanjut)
        self.desa.dusun.lanjut.connect(self.lanjut)
        self.contoh.jadi.connect(self._contoh_jadi)
        self.contoh.batal.connect(lambda: self.ke(-1))
        self.ke(-1)

    def _susun(self) -> None:
        merek = PanelMerek("Selamat datang", "Administrasi kantor desa, di komputer ini saja.")
        merek.isi.addWidget(self._penunjuk)
        self._bagian = [
            self._pembuka(),
            _langkah(
                "Desa mana?", "Nama dan kode menurut Kemendagri, dipakai di kop surat dan buku.", self.desa
            ),
            _langkah(
                "Siapa pejabatnya?",
                "Nama ini menandatangani surat dan buku. Boleh dilengkapi nanti.",
                self.pejabat,
            ),
            _langkah(
                "Siapa yang memakai?",
                "Pengguna pertama menjadi Sekretaris Desa sekaligus Admin.",
                self.pengguna,
            ),
            self.contoh,
        ]
        for bagian in self._bagian:
            self._isi.addWidget(bagian)
        kanan = QFrame()
        kanan.setProperty("bidang", "rata")
        kaki = QHBoxLayout()
        kaki.addWidget(self.tombol_kembali)
        kaki.addStretch(1)
        kaki.addWidget(self.tombol_lanjut)
        dalam = QVBoxLayout(kanan)
        dalam.setContentsMargins(44, 40, 44, 28)
        dalam.addWidget(self._isi, 1)
        dalam.addWidget(self.galat)
        dalam.addLayout(kaki)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.addWidget(merek)
        tata.addWidget(kanan, 1)

    def _pembuka(self) -> QWidget:
        hasil = QWidget()
        self.pilih_desa = PilihanBesar(
            "desa",
            "Mulai dengan desa kami",
            "Tiga langkah pendek: desa, pejabat, pengguna pertama. Data penduduk dimasukkan sesudahnya.",
            lambda: self.ke(0),
        )
        self.pilih_contoh = PilihanBesar(
            "kependudukan",
            "Coba dengan desa contoh",
            "Desa rekaan dengan 3.000 warga untuk belajar. Data aslinya dapat dimulai nanti di folder lain.",
            self._mulai_contoh,
        )
        hasil.setLayout(
            menurun(
                None,
                label("Bagaimana Anda ingin mulai?", "judul_halaman"),
                8,
                self.pilih_desa,
                self.pilih_contoh,
                None,
                jarak=12,
            )
        )
        return hasil

    def ke(self, nomor: int) -> None:
        """Show a step (0 to 2), or the choice at the start (-1)."""
        self._kini = nomor
        self.galat.bersihkan()
        self._penunjuk.setVisible(nomor >= 0)
        self._penunjuk.setel(nomor)
        self._isi.setCurrentIndex(nomor + 1)
        self.tombol_kembali.setVisible(nomor >= 0)
        self.tombol_lanjut.setVisible(nomor >= 0)
        self.tombol_lanjut.setText("Selesai dan masuk" if nomor == len(LANGKAH) - 1 else "Lanjut")
        (self.pilih_desa.setFocus, self.desa.fokus, self.pejabat.fokus_pertama, self.pengguna.fokus_pertama)[
            nomor + 1
        ]()

    def kembali(self) -> None:
        """One step back."""
        self.ke(self._kini - 1)

    def lanjut(self) -> None:
        """Check this step and go on; the last one makes the village."""
        if self._kini == 0:
            issues = periksa_identitas(self.desa.identitas())
            self.desa.tampilkan(issues)
            if not issues:
                self.ke(1)
        elif self._kini == 1 and self.pejabat.periksa() is not None:
            if not self.pengguna.nilai()["nama"]:
                self.pengguna.isi({"nama": self.pejabat.nilai()["sekdes"]})
            self.ke(2)
        elif self._kini == len(LANGKAH) - 1:
            self._buat()

    def closeEvent(self, peristiwa: QCloseEvent) -> None:
        super().closeEvent(peristiwa)
        self.ditutup.emit()

    def _buat(self) -> None:
        pejabat, pengguna = self.pejabat.periksa(), self.pengguna.periksa()
        if pejabat is None or pengguna is None or not self.tombol_lanjut.isEnabled():
            return
        masukan = PermulaanDesa(
            self.desa.identitas(), pengguna_dari(pengguna), pejabat_dari(pejabat), self.desa.nama_dusun()
        )
        self.tombol_lanjut.setEnabled(False)
        self._tugas.run(
            lambda: mulai_desa(self._konteks, masukan),
            lambda pelaku: self._jadi(pelaku, masukan.pengguna.nama_masuk.strip().lower()),
            owner=self,
            on_error=self._gagal,
            always=lambda: self.tombol_lanjut.setEnabled(True),
        )

    def _jadi(self, pelaku: Pelaku, nama_masuk: str) -> None:
        self.berhasil.emit(pelaku, nama_masuk)

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and not self.pengguna.tampilkan(galat.issues):
            return
        self.galat.tampilkan(galat)

    def _mulai_contoh(self) -> None:
        self._isi.setCurrentWidget(self.contoh)
        self.contoh.mulai()

    def _contoh_jadi(self, hasil: "HasilContoh") -> None:
        jadi = ContohJadi(self._konteks, hasil, self._tugas)
        jadi.berhasil.connect(self.berhasil)
        self._isi.addWidget(jadi)
        self._isi.setCurrentWidget(jadi)
        jadi.tombol.setFocus()


def _langkah(judul: str, kalimat: str, isi: QWidget) -> QWidget:
    hasil = QWidget()
    hasil.setLayout(
        menurun(label(judul, "judul_halaman"), label(kalimat, "redup", lipat=True), 10, isi, None, jarak=6)
    )
    return hasil
