"""The month on show: one step back, one step on, and whether its book is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.bahasa import nama_bulan, tanggal_panjang
from desa_app.kependudukan.tutup_buku import KeadaanBulan
from ui import tema
from ui.komponen.dasar import Chip, Keadaan, Tombol, label


class PemilihBulan(QWidget):
    """◀ November 2026 ▶ with the state of that month's book."""

    dipilih = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._daftar: tuple[int, ...] = ()
        self.bulan = 0
        self.mundur = Tombol("◀", lambda: self._geser(-1), pintasan="Alt+Left")
        self.maju = Tombol("▶", lambda: self._geser(1), pintasan="Alt+Right")
        self.nama = label("", "tebal")
        self.nama.setMinimumWidth(130)
        self.nama.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chip = Chip()
        for tombol, kata in ((self.mundur, "Bulan sebelumnya"), (self.maju, "Bulan berikutnya")):
            tombol.setFixedWidth(40)
            tombol.setAccessibleName(kata)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_S)
        for bagian in (self.mundur, self.nama, self.maju, self.chip):
            tata.addWidget(bagian)

    def setel(self, daftar: tuple[int, ...], keadaan: KeadaanBulan) -> None:
        """Show a month out of those that the books hold."""
        self._daftar, self.bulan = daftar, keadaan.bulan
        self.nama.setText(nama_bulan(self.bulan))
        self.mundur.setEnabled(self.bulan > daftar[0])
        self.maju.setEnabled(self.bulan < daftar[-1])
        if not keadaan.tertutup:
            self.chip.setel("buku terbuka", Keadaan.SEGERA, tanda="")
            self.chip.setToolTip("")
        elif keadaan.utuh:
            self.chip.setel("buku tertutup", Keadaan.SELESAI)
            saat = tanggal_panjang(keadaan.ditutup_saat) if keadaan.ditutup_saat else ""
            self.chip.setToolTip(f"Ditutup {keadaan.ditutup_oleh}, {saat}")
        else:
            self.chip.setel("isi berubah sesudah ditutup", Keadaan.LEWAT)

    def _geser(self, langkah: int) -> None:
        if self.bulan in self._daftar:
            nomor = self._daftar.index(self.bulan) + langkah
            if 0 <= nomor < len(self._daftar):
                self.dipilih.emit(self._daftar[nomor])
