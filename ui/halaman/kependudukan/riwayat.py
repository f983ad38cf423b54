"""Histories as tables: acts with undo, changes of fields with old and new."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import nama_bulan, tanggal_pendek
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.kartu import perubahan_dalam_kata
from desa_app.kependudukan.riwayat import BarisRiwayat, PerubahanData
from ui.halaman.kependudukan.alasan import tanya_batal
from ui.komponen.dasar import Kartu, TombolBahaya, label, mendatar, tampak_bila
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_RIWAYAT = (
    KolomTabel("Tanggal", 100), KolomTabel("Peristiwa", 190), KolomTabel("Lapor", 100),
    KolomTabel("Bulan buku", 130), KolomTabel("Keterangan", 0), KolomTabel("Dicatat oleh", 140),
    KolomTabel("Keadaan", 110),
)  # fmt: skip
_PERUBAHAN = (
    KolomTabel("Saat", 140), KolomTabel("Oleh", 150), KolomTabel("Isian", 200), KolomTabel("Lama", 200),
    KolomTabel("Baru", 0),
)  # fmt: skip


class TabelRiwayat(QWidget):
    """Acts, newest first; *Batalkan* asks the reason."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._baris: list[BarisRiwayat] = []
        self.model = ModelTetap(_RIWAYAT)
        self.tabel = TabelData(self.model)
        self.batal = TombolBahaya("Batalkan peristiwa…", self.batalkan)
        tampak_bila(ruang.konteks.boleh(Izin.BUKU_UBAH), self.batal)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._segarkan_tombol())
        self._kosong = label("Belum ada peristiwa tercatat.", "redup")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu, 1)
        tata.addLayout(mendatar(self._kosong, None, self.batal))

    def isi(self, baris: list[BarisRiwayat]) -> None:
        """Show a history."""
        self._baris = baris
        self.model.isi([_sel(b) for b in baris])
        self._kosong.setVisible(not baris)
        if baris:
            self.tabel.selectRow(0)
        self._segarkan_tombol()

    def _segarkan_tombol(self) -> None:
        baris = self.tabel.baris_terpilih()
        self.batal.setEnabled(baris is not None and self._baris[baris].dapat_dibatalkan)

    def batalkan(self) -> None:
        """Undo the selected act."""
        if (nomor := self.tabel.baris_terpilih()) is not None:
            b = self._baris[nomor]
            tanya_batal(self.ruang, self, b.peristiwa_id, f"{b.nama_jenis} {b.nama}".strip())


def _sel(b: BarisRiwayat) -> tuple[str, ...]:
    return (
        tanggal_pendek(b.tgl_peristiwa), b.nama_jenis, tanggal_pendek(b.tgl_lapor), nama_bulan(b.bulan),
        b.ket, b.dicatat_oleh, "dibatalkan" if b.dibatalkan else "berlaku",
    )  # fmt: skip


class TabelPerubahan(QWidget):
    """Field by field: when, who, old, new."""

    def __init__(self) -> None:
        super().__init__()
        self.model = ModelTetap(_PERUBAHAN)
        self.tabel = TabelData(self.model)
        self._kosong = label("Data warga ini belum pernah diubah.", "redup")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu, 1)
        tata.addWidget(self._kosong)

    def isi(self, perubahan: list[PerubahanData]) -> None:
        """Show changes."""
        baris = [
            (f"{tanggal_pendek(p.saat.date())} {p.saat:%H.%M}", p.pelaku, *isi)
            for p in perubahan
            for isi in perubahan_dalam_kata(p.lama, p.baru)
        ]
        self.model.isi(baris)
        self._kosong.setVisible(not baris)
