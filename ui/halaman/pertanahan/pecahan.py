"""The parts of a parcel that is split: an area each, and who receives it; what is left shows at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.pertanahan.luas import baca_luas, bagi_satu, teks_luas
from desa_app.pertanahan.mutasi.pecah import Pecahan
from ui import tema
from ui.halaman.pertanahan.pemilik import BarisPemilik
from ui.komponen.dasar import Tombol, TombolPolos, label, mendatar
from ui.komponen.isian import IsianTeks
from ui.ruang import Ruang

TETAP = "tetap"
_AWAL, _TERBANYAK = 2, 12


class BarisPecahan(QWidget):
    """One part: number, area, receiver."""

    dibuang = Signal(object)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.nomor = label("", "label")
        self.nomor.setFixedWidth(20)
        self.luas = IsianTeks()
        self.luas.setFixedWidth(110)
        self.luas.setPlaceholderText("luas m²")
        self.pemilik = BarisPemilik(ruang, ((TETAP, "Pemilik sekarang"),))
        self.pemilik.jenis.setAccessibleName("Penerima pecahan")
        self.pemilik.bagian.hide()
        self.pemilik.buang.hide()
        buang = TombolPolos("", lambda: self.dibuang.emit(self), ikon="hapus")
        buang.setAccessibleName("Hapus pecahan ini")
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_S)
        tata.addWidget(self.nomor)
        tata.addWidget(self.luas)
        tata.addWidget(self.pemilik, 1)
        tata.addWidget(buang)

    def beri_nomor(self, nomor: int) -> None:
        """Show which part this is."""
        self.nomor.setText(str(nomor))
        self.luas.setAccessibleName(f"Luas pecahan {nomor}")

    def pecahan(self) -> Pecahan:
        """The part as typed. Raises ValueError with the reason."""
        penerima = () if self.pemilik.jenis.nilai() == TETAP else (self.pemilik.nilai(),)
        return Pecahan({"luas": self.luas.text().strip()}, penerima)


class IsianPecahan(QWidget):
    """The rows, what is left of the parcel, and what is wrong."""

    def __init__(self, ruang: Ruang, luas: int) -> None:
        super().__init__()
        self.ruang, self._luas = ruang, luas
        self.baris: list[BarisPecahan] = []
        self._wadah = QVBoxLayout()
        self._wadah.setSpacing(6)
        self.sisa, self.masalah = label("", "kecil"), label("", "galat", lipat=True)
        self.masalah.hide()
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(6)
        tata.addWidget(label("Pecahan: luas dan penerimanya", "tebal"))
        tata.addLayout(self._wadah)
        tata.addWidget(self.masalah)
        tata.addLayout(
            mendatar(
                Tombol("Tambah pecahan", self.tambah, ikon="tambah"), Tombol("Bagi rata", self.ratakan),
                self.sisa, None,
            )
        )  # fmt: skip
        for _ in range(_AWAL):
            self.tambah()

    def tambah(self) -> None:
        """One more part, for what is still left of the parcel."""
        if len(self.baris) == _TERBANYAK:
            return
        baris = BarisPecahan(self.ruang)
        sisa = self._sisa()
        if self.baris and sisa and 0 < sisa < self._luas:
            baris.luas.setText(teks_luas(sisa))
        baris.luas.textChanged.connect(self._hitung)
        baris.dibuang.connect(self._buang)
        self.baris.append(baris)
        self._wadah.addWidget(baris)
        self._hitung()

    def ratakan(self) -> None:
        """Equal parts to 1/100 m²; their sum is the parcel."""
        for baris, luas in zip(self.baris, bagi_satu(self._luas, [1] * len(self.baris)), strict=True):
            baris.luas.setText(teks_luas(luas))

    def nilai(self) -> list[Pecahan]:
        """Parts as typed. Raises ValidationFailed, with the reason on show."""
        hasil, issues = list[Pecahan](), list[FieldIssue]()
        for nomor, baris in enumerate(self.baris, 1):
            try:
                hasil.append(baris.pecahan())
            except ValueError as galat:
                issues.append(FieldIssue(f"pemilik_{nomor}", f"Pecahan {nomor}: {galat}"))
        self.tampilkan(issues)
        if issues:
            raise ValidationFailed(issues)
        return hasil

    def tampilkan(self, issues: Sequence[FieldIssue]) -> list[FieldIssue]:
        """Show the problems of the parts; returns the others."""
        milik = [i for i in issues if i.field == "pecahan" or i.field.rpartition("_")[2].isdecimal()]
        self.masalah.setText("\n".join(i.message for i in milik))
        self.masalah.setVisible(bool(milik))
        salah = {i.field for i in milik}
        for nomor, baris in enumerate(self.baris, 1):
            tema.tandai(baris.luas, "salah", "true" if f"luas_{nomor}" in salah else "false")
        return [i for i in issues if i not in milik]

    def _sisa(self) -> int | None:
        """What is left of the parcel; None while an area cannot be read."""
        try:
            return self._luas - sum(baca_luas(b.luas.text()) for b in self.baris if b.luas.text().strip())
        except ValueError:
            return None

    def _hitung(self, _: Any = None) -> None:
        for nomor, baris in enumerate(self.baris, 1):
            baris.beri_nomor(nomor)
        sisa = self._sisa()
        if sisa is None:
            kata, rupa = "Ada luas yang tidak terbaca.", "galat"
        elif sisa == 0:
            kata, rupa = f"✓ Tepat {teks_luas(self._luas)} m².", "kecil"
        elif sisa > 0:
            kata, rupa = f"Sisa {teks_luas(sisa)} m² dari {teks_luas(self._luas)} m².", "kecil"
        else:
            kata, rupa = f"Lebih {teks_luas(-sisa)} m² dari luas bidang {teks_luas(self._luas)} m².", "galat"
        self.sisa.setText(kata)
        tema.tandai(self.sisa, "huruf", rupa)

    def _buang(self, baris: BarisPecahan) -> None:
        if len(self.baris) > _AWAL:
            self.baris.remove(baris)
            self._wadah.removeWidget(baris)
            baris.deleteLater()
            self._hitung()
