"""The last lines of a request: who signs, the date of the letter, who came instead of the applicant."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app.buku.spec import FieldSpec, Kind
from desa_app.buku.validate import baca_tanggal
from ui import tema
from ui.komponen.dasar import label, menurun
from ui.komponen.formulir import Bidang, rangkai
from ui.komponen.isian import IsianTanggal, IsianTeks, PilihanCari


class BagianAkhir(QWidget):
    """Everything here has a usual value, so the counter seldom stops at it. `diwakilkan` tells whether
    somebody comes for the applicant, `selesai` follows Enter on the last input."""

    berubah = Signal()
    diwakilkan = Signal(bool)
    selesai = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.penandatangan = PilihanCari(boleh_kosong=False)
        self.tanggal, self.kuasa, self.telepon = IsianTanggal(), IsianTeks(), IsianTeks()
        self.kuasa.setPlaceholderText("kosong bila datang sendiri")
        self.telepon.setPlaceholderText("untuk kabar surat siap")
        self._berlaku = label("", "redup")
        tanda = Bidang(FieldSpec(key="penandatangan", label="Penandatangan"), self.penandatangan)
        self.bidang_tanggal = Bidang(
            FieldSpec(key="tanggal", label="Tanggal surat", kind=Kind.DATE), self.tanggal
        )
        kuasa = Bidang(FieldSpec(key="kuasa", label="Diwakilkan kepada"), self.kuasa)
        telepon = Bidang(FieldSpec(key="telepon", label="Telepon"), self.telepon)
        sampai = QWidget()
        sampai.setLayout(menurun(label("Berlaku sampai", "label"), self._berlaku, None, jarak=9))
        kisi = QGridLayout(self)
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(tema.JARAK_M)
        kisi.setVerticalSpacing(tema.JARAK_S)
        kisi.addWidget(tanda, 0, 0, 1, 2)
        for kolom, bagian in enumerate((self.bidang_tanggal, sampai)):
            kisi.addWidget(bagian, 1, kolom)
        for kolom, bagian in enumerate((kuasa, telepon)):
            kisi.addWidget(bagian, 2, kolom)
        kisi.setColumnStretch(0, 1)
        kisi.setColumnStretch(1, 1)
        rangkai([self.penandatangan, self.tanggal, self.kuasa, self.telepon])
        self.telepon.lanjut.connect(self.selesai)
        self.penandatangan.diubah.connect(self.berubah)
        self.tanggal.diubah.connect(self._tanggal_berubah)
        self.kuasa.diubah.connect(lambda: self.diwakilkan.emit(bool(self.kuasa.text().strip())))

    def mulai_baru(self) -> None:
        """Nobody came instead, nothing is known yet."""
        for isian in (self.kuasa, self.telepon, self.tanggal):
            isian.setel(None)

    def isi(self, penandatangan: Sequence[tuple[str, str]], hari_ini: dt.date) -> None:
        """Signers of a kind, the usual one chosen; the letter is dated today."""
        self.penandatangan.isi_pilihan(penandatangan)
        self.tanggal.setel(hari_ini)
        if self.kuasa.text().strip():
            self.diwakilkan.emit(True)

    def setel(self, penandatangan: str, kuasa: str, telepon: str) -> None:
        """What was stored with a request."""
        if penandatangan:
            self.penandatangan.setel(penandatangan)
        self.kuasa.setel(kuasa)
        self.telepon.setel(telepon)

    def berlaku(self, teks: str) -> None:
        """Last day of validity in words."""
        self._berlaku.setText(teks)

    def kunci_penandatangan(self) -> str:
        """Key of the chosen signer."""
        return str(self.penandatangan.nilai() or "")

    def tanggal_surat(self) -> dt.date | None:
        """The date of the letter; None for today, also while it cannot be read."""
        try:
            return baca_tanggal(self.tanggal.text())
        except ValueError:
            return None

    def tanggal_terbaca(self) -> bool:
        """Whether the date is empty or a date; otherwise the problem stands under it."""
        benar = not self.tanggal.text().strip() or self.tanggal_surat() is not None
        self.bidang_tanggal.masalah("" if benar else "Tanggal tidak dikenal; tulis seperti 21-11-2026.")
        if not benar:
            self.tanggal.setFocus()
        return benar

    def _tanggal_berubah(self) -> None:
        if self.tanggal_surat() is not None:
            self.berubah.emit()
