"""The cards of the indicators: gauges with their state in words, facilities, assignments."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desa_app.spm.daftar import KEADAAN_PENUGASAN, Penugasan, Sarana
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.papan_indikator import IsiKartu
from ui import tema
from ui.halaman.indikator.kanvas import KanvasGauge
from ui.halaman.indikator.tren import TrenKecil
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolPolos,
    kosongkan,
    label,
    mendatar,
    menurun,
)

KOLOM_SARANA = 3
TANPA_DATA = {
    "SPM-1": "Masukkan atau impor penduduk di Kependudukan.",
    "SPM-2": "Catat bidang tanah dan pemiliknya di Pertanahan.",
    "SPM-3": "Terisi dari permohonan di Pelayanan surat.",
    "SPM-4": "Terisi dari permohonan di Pelayanan surat.",
}
"""What fills an indicator that has nothing to count."""


class KartuIndikator(Kartu):
    """One counted indicator. `diminta` asks for the names behind it."""

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
            None, label(f"{kode} · {sebutan.bidang}", "kecil"), judul, self.chip, self.rincian, 2, jarak=5
        )
        self.tren = TrenKecil()
        kanan.addLayout(mendatar(self.tombol, 8, self.tren, None))
        kanan.addStretch(1)
        badan = QHBoxLayout()
        badan.setSpacing(tema.JARAK_L)
        self.catatan = label("", "kecil")
        self.catatan.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        badan.addLayout(menurun(None, self.gauge, self.catatan, None, jarak=0))
        badan.addLayout(kanan, 1)
        self.isi.addLayout(badan, 1)

    def setel(self, isi: IsiKartu) -> None:
        """Show a value with its trend."""
        nilai = isi.nilai
        self.gauge.setel(nilai)
        self.tren.setel(isi.titik if isi.kata_tren else (), nilai, "kini")
        self.chip.setel(nilai.keadaan[:1].upper() + nilai.keadaan[1:], keadaan_nilai(nilai))
        self.catatan.setText(" · ".join(nilai.catatan))
        self.catatan.setVisible(bool(nilai.catatan))
        self.rincian.setText(isi.kata_tren if nilai.ada_data else TANPA_DATA[self.kode])
        self.rincian.setVisible(bool(self.rincian.text()))
        self.tombol.setEnabled(nilai.ada_data)


def keadaan_nilai(nilai: NilaiIndikator) -> Keadaan:
    """State of the chip: the same three steps as the gauge's colour."""
    if not nilai.ada_data:
        return Keadaan.NETRAL
    if nilai.tercapai:
        return Keadaan.SELESAI
    return Keadaan.SEGERA if nilai.pembilang * 2 >= nilai.penyebut else Keadaan.LEWAT


class KartuSarana(Kartu):
    """SPM-6: the seven facilities, each with a sign and its name. `diminta` asks to edit one."""

    diminta = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("SPM-6 · Sarana dan prasarana", parent)
        self.chip = Chip()
        self.kepala.insertWidget(1, self.chip)
        self._kisi = QGridLayout()
        self._kisi.setSpacing(2)
        self.isi.addLayout(self._kisi)

    def setel(self, sarana: tuple[Sarana, ...], *, boleh_isi: bool) -> None:
        """Show the facilities; with `boleh_isi` each is a button."""
        ada = sum(s.tersedia for s in sarana)
        self.chip.setel(
            f"{ada} dari {len(sarana)} tersedia", Keadaan.SELESAI if ada == len(sarana) else Keadaan.SEGERA
        )
        kosongkan(self._kisi)
        for ke, s in enumerate(sarana):
            tanda = "✓" if s.tersedia else "!" if s.keadaan == "rusak" else "✗"
            nama = s.nama.removeprefix("Tempat/").removeprefix("Tempat ")
            teks = f"{tanda} {nama[:1].upper()}{nama[1:]}"
            butir = self._tombol(teks, s.nomor) if boleh_isi else label(teks)
            butir.setToolTip(s.catatan)
            self._kisi.addWidget(butir, ke // KOLOM_SARANA, ke % KOLOM_SARANA)

    def _tombol(self, teks: str, nomor: int) -> QWidget:
        hasil = TombolPolos(teks, lambda: self.diminta.emit(nomor))
        hasil.setProperty("peran", "butir")
        return hasil


class KartuPenugasan(Kartu):
    """SPM-5: how many assignments run. `diminta` asks for the list."""

    diminta = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("SPM-5 · Penugasan dari Kabupaten", parent)
        self.ringkas = label("", lipat=True)
        self.daftar = label("", "kecil", lipat=True)
        self.tombol = TombolPolos("Lihat dan isi penugasan", self.diminta.emit)
        self.isi.addWidget(self.ringkas)
        self.isi.addWidget(self.daftar)
        self.isi.addStretch(1)
        self.isi.addWidget(self.tombol, 0, Qt.AlignmentFlag.AlignLeft)

    def setel(self, penugasan: tuple[Penugasan, ...]) -> None:
        """Show the counts and the first names."""
        hitung = [
            f"{sum(p.keadaan == keadaan for p in penugasan)} {kata}"
            for keadaan, kata in KEADAAN_PENUGASAN.items()
            if any(p.keadaan == keadaan for p in penugasan)
        ]
        self.ringkas.setText(" · ".join(hitung) or "Belum ada penugasan dari kabupaten.")
        self.daftar.setText(", ".join(p.jenis_layanan for p in penugasan[:4]))
