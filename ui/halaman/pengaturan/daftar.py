"""What the lists of the settings share: a table in a card with buttons over it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from desa_app.errors import DesaError
from ui.komponen.dasar import Kartu, label, mendatar, menurun
from ui.komponen.pesan import PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang


class DaftarPengaturan(QWidget):
    """A list of records. Subclasses fetch in `muat` and give texts with `isi_tabel`."""

    def __init__(self, ruang: Ruang, penjelasan: str, kolom: Sequence[KolomTabel]) -> None:
        super().__init__()
        self.ruang = ruang
        self._benda: list[Any] = []
        self.model = ModelTetap(kolom)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda baris: self.ubah(self._benda[baris]))
        self.galat = PesanGalat()
        self._atas = mendatar(label(penjelasan, "redup", lipat=True))
        self._atas.setStretch(0, 1)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(self.galat, kartu, jarak=12)
        tata.insertLayout(0, self._atas)
        self.setLayout(tata)
        self.muat()

    def muat(self) -> None:
        """Fetch the list."""
        raise NotImplementedError

    def ubah(self, benda: Any) -> None:
        """Open one record."""

    def tombol(self, *tombol: QPushButton) -> None:
        """Buttons at the right over the table."""
        for t in tombol:
            self._atas.addWidget(t)

    def isi_tabel(self, benda: Sequence[Any], baris: Sequence[tuple[str, ...]]) -> None:
        """Show records and their texts, both in the same order."""
        self._benda = list(benda)
        self.model.isi(baris)
        if self._benda:
            self.tabel.selectRow(0)

    def terpilih(self) -> Any | None:
        """Record of the selected row."""
        baris = self.tabel.baris_terpilih()
        return None if baris is None else self._benda[baris]

    def gagal(self, galat: DesaError) -> None:
        """Show an expected failure over the table."""
        self.galat.tampilkan(galat)

    def sudah(self, kalimat: str, *register: str) -> None:
        """Say what was done, tell the other pages, load again."""
        self.galat.bersihkan()
        self.ruang.layanan.beritahu(kalimat)
        self.ruang.layanan.umumkan_perubahan(register)
        self.muat()
