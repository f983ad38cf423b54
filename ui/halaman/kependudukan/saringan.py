"""The row over a list of residents: search as you type, dusun, RT, sex, ages."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desa_app.kependudukan.induk import SaringanInduk
from ui import tema
from ui.ikon import ikon
from ui.komponen.dasar import TombolPolos, label
from ui.komponen.isian import Pilihan, PilihanCari

TUNDA_MD = 150
_JK = (("L", "Laki-laki"), ("P", "Perempuan"))


class BilahSaringan(QWidget):
    """Tells the filter after each change, a moment after the last key."""

    berubah = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dasar = SaringanInduk()
        self._jam = QTimer(self, singleShot=True, interval=TUNDA_MD)
        self._jam.timeout.connect(lambda: self.berubah.emit(self.saringan()))
        self.teks = QLineEdit()
        self.teks.setPlaceholderText("Cari nama, NIK, KK, orang tua")
        self.teks.setClearButtonEnabled(True)
        self.teks.addAction(ikon("cari", "redup"), QLineEdit.ActionPosition.LeadingPosition)
        self.teks.setAccessibleName("Cari dalam buku")
        self.dusun, self.jk = PilihanCari(()), PilihanCari(_JK)
        self.rt, self.dari, self.sampai = QLineEdit(), QLineEdit(), QLineEdit()
        self.banyak = label("", "redup")
        self.kosongkan = TombolPolos("Hapus saringan", self.bersihkan)
        self._susun()
        self._hubungkan()

    def _susun(self) -> None:
        for isian, nama, lebar in (
            (self.dusun, "Dusun", 150), (self.jk, "L/P", 118), (self.rt, "RT", 58), (self.dari, "Umur", 72),
            (self.sampai, "sampai", 84),
        ):  # fmt: skip
            isian.setPlaceholderText(nama)
            isian.setFixedWidth(lebar)
            isian.setAccessibleName(f"Umur {nama}" if nama == "sampai" else nama)
        for angka in (self.rt, self.dari, self.sampai):
            angka.setMaxLength(3)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_S)
        self.teks.setMinimumWidth(220)
        tata.addWidget(self.teks, 1)
        for bagian in (self.dusun, self.rt, self.jk, self.dari, self.sampai, self.kosongkan):
            tata.addWidget(bagian)
        tata.addWidget(self.banyak)
        self.kosongkan.hide()

    def _hubungkan(self) -> None:
        for baris in (self.teks, self.rt, self.dari, self.sampai):
            baris.textChanged.connect(self._tunda)
        self.dusun.diubah.connect(self._tunda)
        self.jk.diubah.connect(self._tunda)

    def _tunda(self) -> None:
        self.kosongkan.setVisible(self.saringan() != self._dasar)
        self._jam.start()

    def isi_dusun(self, dusun: Pilihan) -> None:
        """Dusun to choose from."""
        if self.dusun.count() != len(dusun) + 1:
            self.dusun.isi_pilihan(dusun)

    def urutkan(self, kunci: str, turun: bool) -> None:
        """Sort by another column."""
        self._dasar = replace(self._dasar, urut=kunci, turun=turun)
        self.berubah.emit(self.saringan())

    def saringan(self) -> SaringanInduk:
        """The filter as chosen; what is not a number or not in a list is left out."""
        dusun, jk = self.dusun.nilai(), self.jk.nilai()
        rt = self.rt.text().strip()
        return replace(
            self._dasar,
            teks=self.teks.text().strip(),
            dusun_id=dusun if isinstance(dusun, int) else None,
            jk=jk if jk in {"L", "P"} else "",
            rt=rt.zfill(3) if rt.isdigit() else rt,
            umur_dari=_angka(self.dari.text()),
            umur_sampai=_angka(self.sampai.text()),
        )

    def bersihkan(self) -> None:
        """Show everybody again."""
        for baris in (self.teks, self.rt, self.dari, self.sampai):
            baris.clear()
        self.dusun.setel(None)
        self.jk.setel(None)


def _angka(teks: str) -> int | None:
    return int(teks) if teks.strip().isdecimal() else None
