"""A list by name: who stands behind a figure, or who causes a red line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import bilangan, tanggal_pendek
from desa_app.kasus import Konteks
from desa_app.kependudukan.nama_di_balik import BarisNama
from ui.komponen.dasar import Kartu, Tombol, label, mendatar
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

Pengambil = Callable[[Konteks], Sequence[BarisNama]]
KOLOM = (
    KolomTabel("No", 56, "kanan"),
    KolomTabel("Nama", 220),
    KolomTabel("L/P", 50, "tengah"),
    KolomTabel("Tgl lahir", 104),
    KolomTabel("Umur", 60, "kanan"),
    KolomTabel("NIK", 156),
    KolomTabel("Nomor KK", 156),
    KolomTabel("Kedudukan", 158),
    KolomTabel("Dusun", 110),
    KolomTabel("Alamat", 260),
)


def sel_nama(nomor: int, b: BarisNama) -> tuple[str, ...]:
    """Cells of one row."""
    umur = "" if b.umur is None else str(b.umur)
    return (
        str(nomor), b.nama, b.jk, tanggal_pendek(b.tanggal_lahir), umur, b.nik or "-", b.no_kk, b.shdk,
        b.dusun, b.alamat,
    )  # fmt: skip


class DaftarNama(QWidget):
    """The names with a way back. Enter or a double click opens the person."""

    ditutup = Signal()
    orang_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._isi: Sequence[BarisNama] = ()
        self._ambil: Pengambil | None = None
        self.judul, self.banyak = label("", "judul_kartu"), label("", "redup")
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda baris: self.orang_diminta.emit(self._isi[baris].penduduk_id))
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        tata.addLayout(mendatar(Tombol("← Kembali", self.ditutup.emit), 8, self.judul, self.banyak, None))
        tata.addWidget(kartu, 1)

    def buka(self, judul: str, ambil: Pengambil) -> None:
        """Show a list under a title."""
        self._ambil = ambil
        self.judul.setText(judul)
        self.banyak.setText("…")
        self.muat()
        self.tabel.setFocus()

    def muat(self) -> None:
        """Fetch the list again."""
        if (ambil := self._ambil) is not None:
            k = self.ruang.konteks
            self.ruang.tugas.run(lambda: ambil(k), self._tampil, owner=self)

    def _tampil(self, isi: Sequence[BarisNama]) -> None:
        self._isi = isi
        self.model.isi([sel_nama(n, b) for n, b in enumerate(isi, 1)])
        self.banyak.setText(f"{bilangan(len(isi))} nama")
        if isi:
            self.tabel.selectRow(0)
