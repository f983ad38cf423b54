"""What the file says and what we have, field by field; the officer decides which side holds."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desa_app.bahasa import bilangan
from desa_app.impor.rencana import Beda, OrangBerubah, RencanaImpor
from desa_app.impor.tampil import baris_beda
from ui.komponen.dasar import Kartu, Tombol, label, mendatar, menurun
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

KOLOM = (
    KolomTabel("NIK", 150), KolomTabel("Nama", 180), KolomTabel("Isian", 170), KolomTabel("Kita punya", 170),
    KolomTabel("Berkas bilang", 170), KolomTabel("Yang dipakai", 0),
)  # fmt: skip
DIJAGA, MEREKA, KITA = "milik kita (ubah lewat peristiwa)", "✓ dari berkas", "milik kita"


class Perbedaan(QWidget):
    """One row for each difference. `berubah` tells that the choice is another."""

    berubah = Signal()

    def __init__(self, rencana: RencanaImpor) -> None:
        super().__init__()
        self._butir: list[tuple[OrangBerubah, Beda]] = [(o, b) for o in rencana.berubah for b in o.beda]
        self._teks = baris_beda(rencana)
        self._tetap: set[tuple[int, str]] = set()
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.jumlah = label("", "redup")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(jarak=8)
        tata.addWidget(kartu, 1)
        tata.addLayout(
            mendatar(
                Tombol("Ambil yang dipilih", lambda: self._atur(terpilih=True, ambil=True)),
                Tombol("Pertahankan yang dipilih", lambda: self._atur(terpilih=True, ambil=False)),
                Tombol("Ambil semua", lambda: self._atur(terpilih=False, ambil=True)),
                Tombol("Pertahankan semua", lambda: self._atur(terpilih=False, ambil=False)),
                None,
                self.jumlah,
            )
        )  # fmt: skip
        self.setLayout(tata)
        self._tampil()

    def pilih(self, orang: OrangBerubah) -> Collection[str]:
        """Keys that are taken over for a person."""
        return [b.kunci for b in orang.langsung if (orang.penduduk_id, b.kunci) not in self._tetap]

    def diambil(self) -> int:
        """How many fields are taken over."""
        return sum(not b.dijaga and (o.penduduk_id, b.kunci) not in self._tetap for o, b in self._butir)

    def _atur(self, *, terpilih: bool, ambil: bool) -> None:
        dipilih = [i.row() for i in self.tabel.selectionModel().selectedRows()]
        nomor = dipilih if terpilih else range(len(self._butir))
        kunci = {(self._butir[n][0].penduduk_id, self._butir[n][1].kunci) for n in nomor}
        self._tetap = self._tetap - kunci if ambil else self._tetap | kunci
        self._tampil()
        self.berubah.emit()

    def _tampil(self) -> None:
        baris, warna = [], {}
        for n, ((o, b), teks) in enumerate(zip(self._butir, self._teks, strict=True)):
            mereka = not b.dijaga and (o.penduduk_id, b.kunci) not in self._tetap
            baris.append((*teks[:-1], DIJAGA if b.dijaga else MEREKA if mereka else KITA))
            warna[n, 4 if mereka else 3] = "selesai"
        self.model.isi(baris, keadaan=warna)
        self.jumlah.setText(f"{bilangan(self.diambil())} isian diambil dari berkas")
