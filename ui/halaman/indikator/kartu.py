"""The card of one indicator: gauge on the left; title, state in words and the way to the names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.nilai import NilaiIndikator
from ui import tema
from ui.halaman.indikator.kanvas import KanvasGauge
from ui.komponen.dasar import Chip, Kartu, Keadaan, Tombol, label, menurun


class KartuIndikator(Kartu):
    """One indicator. `diminta` asks for the names behind it."""

    diminta = Signal(str)

    def __init__(self, kode: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kode = kode
        sebutan = SEBUTAN[kode]
        self.gauge = KanvasGauge()
        self.chip = Chip()
        self.rincian = label("", "kecil", lipat=True)
        self.tombol = Tombol("Lihat yang belum →", lambda: self.diminta.emit(kode))
        self.tombol.setAccessibleName(f"Lihat yang belum, {kode}")
        judul = label(sebutan.judul, "judul_kartu", lipat=True)
        kanan = menurun(
            None, label(f"{kode} · {sebutan.bidang}", "kecil"), judul, self.chip, self.rincian, 2, jarak=6,
        )  # fmt: skip
        kanan.addWidget(self.tombol)
        kanan.addStretch(1)
        kanan.setAlignment(self.tombol, Qt.AlignmentFlag.AlignLeft)
        badan = QHBoxLayout()
        badan.setSpacing(tema.JARAK_L)
        badan.addWidget(self.gauge)
        badan.addLayout(kanan, 1)
        self.isi.addLayout(badan, 1)

    def setel(self, nilai: NilaiIndikator, rincian: str = "") -> None:
        """Show a value."""
        self.gauge.setel(nilai)
        self.chip.setel(nilai.keadaan[:1].upper() + nilai.keadaan[1:], keadaan_nilai(nilai))
        self.rincian.setText(rincian)
        self.rincian.setVisible(bool(rincian))
        self.tombol.setEnabled(nilai.ada_data)


def keadaan_nilai(nilai: NilaiIndikator) -> Keadaan:
    """State of the chip: the same three steps as the gauge's colour."""
    if not nilai.ada_data:
        return Keadaan.NETRAL
    if nilai.tercapai:
        return Keadaan.SELESAI
    return Keadaan.SEGERA if nilai.pembilang * 2 >= nilai.penyebut else Keadaan.LEWAT
