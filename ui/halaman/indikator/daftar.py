"""The names behind an indicator, those first whose case helps most."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.spm.celah import BarisCelah
from ui.komponen.dasar import Kartu, Tombol, label, mendatar
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

KOLOM = (
    KolomTabel("Nama", 220),
    KolomTabel("Umur", 60, "kanan"),
    KolomTabel("Dusun", 110),
    KolomTabel("RT/RW", 80),
    KolomTabel("Didahulukan", 150),
    KolomTabel("Mengapa belum", 230),
    KolomTabel("Langkah berikut", 0),
)


def sel(baris: BarisCelah) -> tuple[str, ...]:
    """Cells of one row."""
    usia = "" if baris.umur is None else str(baris.umur)
    tempat = f"{baris.rt}/{baris.rw}" if baris.rt or baris.rw else ""
    return (baris.nama, usia, baris.dusun, tempat, baris.utama, baris.sebab, baris.saran)


class DaftarCelah(QWidget):
    """Table of names with a way back. `dibuka` gives the row that was asked for."""

    ditutup = Signal()
    dibuka = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._baris: Sequence[BarisCelah] = ()
        self.judul, self.jumlah = label("", "judul_kartu"), label("", "redup")
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda nomor: self.dibuka.emit(self._baris[nomor]))
        self.aksi = mendatar(
            Tombol("← Kembali ke indikator", self.ditutup.emit), 8, self.judul, self.jumlah, None
        )
        kartu = Kartu(tepi=2)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addLayout(self.aksi)
        tata.addWidget(kartu, 1)

    def isi(self, judul: str, baris: Sequence[BarisCelah]) -> None:
        """Show a list."""
        self._baris = baris
        belum = sum(not b.segera for b in baris)
        self.judul.setText(judul)
        segera = len(baris) - belum
        tambahan = f", {bilangan(segera)} segera wajib" if segera else ""
        self.jumlah.setText(f"{bilangan(belum)} belum{tambahan}")
        self.model.isi([sel(b) for b in baris])
