"""The names behind an indicator, those first whose case helps most, and what one can do about them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from desa_app.bahasa import bilangan, kapital_kata
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.nilai import NilaiIndikator
from ui import tema
from ui.halaman.indikator.batang import BatangDusun
from ui.halaman.indikator.tindakan import Tindakan
from ui.komponen.dasar import Kartu, KosongInfo, Tombol, TombolUtama, label, mendatar
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData

UMUR, DIDAHULUKAN, SEBAB = 1, 4, 5
"""Columns that not every list fills, and the one that takes their room."""
LEBAR_SEBAB = {True: 250, False: 345}
"""Width of the reason, with and without the column `Didahulukan`."""
KOLOM = (
    KolomTabel("Nama", 220),
    KolomTabel("Umur", 60, "kanan"),
    KolomTabel("Dusun", 110),
    KolomTabel("RT/RW", 80),
    KolomTabel("Didahulukan", 130),
    KolomTabel("Mengapa belum", 275),
    KolomTabel("Langkah berikut", 0),
)


def sel(baris: BarisCelah) -> tuple[str, ...]:
    """Cells of one row."""
    usia = "" if baris.umur is None else str(baris.umur)
    tempat = f"{baris.rt}/{baris.rw}" if baris.rt or baris.rw else ""
    return (
        baris.nama,
        usia,
        kapital_kata(baris.dusun),
        tempat,
        baris.utama,
        baris.sebab,
        baris.tanda or baris.saran,
    )


class DaftarCelah(QWidget):
    """Bars per dusun, table of names, and the actions. The page does what the signals ask."""

    ditutup = Signal()
    dibuka = Signal(object)
    tugas_diminta = Signal()
    penyuluhan_diminta = Signal()
    cetak_diminta = Signal()
    tanda_diminta = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._baris: Sequence[BarisCelah] = ()
        self._ringkas = ""
        self._tindakan: Tindakan | None = None
        self.judul, self.jumlah = label("", "judul_kartu"), label("", "redup")
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda nomor: self.dibuka.emit(self._baris[nomor]))
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._hitung())
        self.batang = BatangDusun()
        self.tombol_tindakan = TombolUtama("", self._tindak, ikon="lapangan")
        self.tombol_tugas = Tombol("", self.tugas_diminta.emit)
        self.tombol_penyuluhan = Tombol(
            "Penyuluhan di Triwulan", self.penyuluhan_diminta.emit, ikon="triwulan"
        )
        self.tombol_semua = Tombol("Pilih semua", self.tabel.selectAll)
        self.tombol_tanda = Tombol("Tandai …", self._tandai)
        self.tombol_cetak = Tombol(
            "Cetak atau simpan", self.cetak_diminta.emit, ikon="cetak", pintasan="Ctrl+P"
        )
        atas = mendatar(
            Tombol("← Indikator", self.ditutup.emit), 8, self.judul, self.jumlah, None,
            self.tombol_semua, self.tombol_tugas, self.tombol_penyuluhan, self.tombol_tanda,
            self.tombol_cetak, self.tombol_tindakan,
        )  # fmt: skip
        self.kartu_batang, kartu = Kartu(), Kartu(tepi=2)
        self.kartu_batang.isi.addWidget(self.batang)
        self.kosong = KosongInfo(
            "Tidak ada yang belum", "Semua yang dihitung indikator ini pada tanggal ini sudah lengkap, atau "
            "belum ada yang dihitung.", ikon="centang",
        )  # fmt: skip
        kartu.isi.addWidget(self.tabel)
        kartu.isi.addWidget(self.kosong)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(tema.JARAK_M)
        tata.addLayout(atas)
        tata.addWidget(self.kartu_batang)
        tata.addWidget(kartu, 1)

    def atur(self, tindakan: Tindakan | None, *, tugas: int = 0, penyuluhan: bool = False) -> None:
        """Offer an indicator's own work; `tugas` is the number of its open tasks."""
        self._tindakan = tindakan
        self.tombol_tindakan.setVisible(tindakan is not None)
        self.tombol_semua.setVisible(tindakan is not None and tindakan.banyak)
        if tindakan is not None:
            self.tombol_tindakan.setText(tindakan.kata)
            self.tombol_tindakan.ganti_ikon(tindakan.ikon)
        self.tombol_tugas.setVisible(tugas > 0)
        self.tombol_tugas.setText(f"Tugas berjalan ({tugas})")
        self.tombol_penyuluhan.setVisible(penyuluhan)

    def isi(
        self, judul: str, baris: Sequence[BarisCelah], per_dusun: tuple[tuple[str, NilaiIndikator], ...]
    ) -> None:
        """Show a list."""
        self._baris = baris
        belum = sum(not b.segera for b in baris)
        self.judul.setText(judul)
        segera = len(baris) - belum
        tambahan = f", {bilangan(segera)} segera wajib" if segera else ""
        self._ringkas = f"{bilangan(belum)} belum{tambahan}"
        self.batang.setel(per_dusun)
        self.kartu_batang.setVisible(bool(per_dusun))
        self.tabel.setVisible(bool(baris))
        self.kosong.setVisible(not baris)
        self.model.isi([sel(b) for b in baris])
        utama = any(b.utama for b in baris)
        self.tabel.setColumnHidden(UMUR, all(b.umur is None for b in baris))
        self.tabel.setColumnHidden(DIDAHULUKAN, not utama)
        self.tabel.setColumnWidth(SEBAB, LEBAR_SEBAB[utama])
        if baris:
            self.tabel.selectRow(0)
        self._hitung()

    def baris(self) -> Sequence[BarisCelah]:
        """The rows on show."""
        return self._baris

    def terpilih(self) -> list[BarisCelah]:
        """The selected rows from the top."""
        return [self._baris[n] for n in sorted(i.row() for i in self.tabel.selectionModel().selectedRows())]

    def _dikerjakan(self) -> list[BarisCelah]:
        """The selected rows that nobody has marked as refusing or away."""
        return [b for b in self.terpilih() if not b.tanda]

    def _tindak(self) -> None:
        if self._tindakan is not None and (baris := self._dikerjakan()):
            self._tindakan.lakukan(baris)

    def _hitung(self) -> None:
        banyak = len(self._dikerjakan())
        self.jumlah.setText(f"{self._ringkas} · {bilangan(banyak)} dipilih" if banyak > 1 else self._ringkas)
        self.tombol_tindakan.setEnabled(banyak > 0)

    def _tandai(self) -> None:
        nomor = self.tabel.baris_terpilih()
        if nomor is not None:
            self.tanda_diminta.emit(self._baris[nomor])
