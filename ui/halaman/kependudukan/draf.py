"""Drafts that were handed in: the Sekdes books them or gives them back."""

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.draf import DrafInfo, draf_diajukan, kembalikan_draf
from ui.halaman.kependudukan.acara.menu import ACARA, buka_acara
from ui.halaman.kependudukan.alasan import tanya_alasan
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.pesan import Dialog
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Diajukan", 110),
    KolomTabel("Oleh", 180),
    KolomTabel("Peristiwa", 160),
    KolomTabel("Tentang", 0),
)


class DialogDraf(Dialog):
    """The list, the oldest first."""

    def __init__(self, ruang: Ruang, parent: QWidget) -> None:
        super().__init__("Draf yang menunggu dicatat", parent, lebar=760)
        self.ruang, self._induk = ruang, parent
        self.draf: list[DrafInfo] = []
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setMinimumHeight(280)
        self.tabel.dibuka.connect(lambda _: self.catat())
        self.kosong = label("Tidak ada draf yang menunggu.", "redup")
        self.isi.addWidget(self.tabel, 1)
        self.isi.addWidget(self.kosong)
        self.tambah_tombol(
            Tombol("Tutup", self.reject),
            Tombol("Kembalikan…", self.kembalikan),
            TombolUtama("Catat…", self.catat),
        )
        self.muat()

    def muat(self) -> None:
        """Fetch the list."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: draf_diajukan(k), self._tampil, owner=self)

    def catat(self) -> None:
        """Open the act's screen with what was typed."""
        if (draf := self._terpilih()) is not None:
            self.accept()
            buka_acara(self.ruang, self._induk, draf.jenis, draf=draf)

    def kembalikan(self) -> None:
        """Give it back with a reason."""
        if (draf := self._terpilih()) is not None:
            nomor = draf.id
            tanya_alasan(
                self.ruang, self, f"Kembalikan: {draf.ringkasan}", "Kembalikan",
                lambda k, alasan: kembalikan_draf(k, nomor, alasan), lambda _: self.muat(),
            )  # fmt: skip

    def _terpilih(self) -> DrafInfo | None:
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self.draf[baris]

    def _tampil(self, draf: list[DrafInfo]) -> None:
        self.draf = [d for d in draf if d.jenis in ACARA]
        self.model.isi(
            [(tanggal_pendek(d.saat), d.nama_pemilik, ACARA[d.jenis].judul, d.ringkasan) for d in self.draf]
        )
        self.kosong.setVisible(not self.draf)
        if self.draf:
            self.tabel.selectRow(0)
