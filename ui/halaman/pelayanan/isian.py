"""The fields of a kind, built from its description: one map from type to input."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desa_app.buku.spec import FieldSpec
from desa_app.errors import FieldIssue
from desa_app.surat.katalog import Isian
from ui import tema
from ui.komponen.dasar import TombolPolos, label, mendatar
from ui.komponen.formulir import Bidang, rangkai
from ui.komponen.isian import IsianPanjang, IsianTanggal, IsianTeks, PilihanCari
from ui.komponen.warga import PilihWarga, Warga
from ui.tasks import TaskRunner

CariWarga = Callable[[str], Sequence[Warga]]
CONTOH = {
    "money": "misalnya 750.000",
    "decimal": "misalnya 3,2",
    "time": "misalnya 08.30",
    "nik": "16 angka",
    "penduduk": "cari warga, atau ketik nama orang luar",
}
"""Examples inside empty inputs."""
TINGGI_PANJANG = 52
BARIS_TUNGGAL = 400
"""Texts that may be longer get several lines."""
Index = QModelIndex | QPersistentModelIndex


class IsianOrang(PilihWarga):
    """A resident chosen from the list, or a typed name of somebody from outside."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(self, cari: CariWarga, tugas: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(cari, tugas, parent)
        self.textChanged.connect(lambda _: self.diubah.emit())
        self.dipilih.connect(lambda _: self.lanjut.emit())

    def nilai(self) -> object:
        """NIK of the chosen resident, else what was typed."""
        return self.warga.nik if self.warga is not None and self.warga.nik else self.text()

    def setel(self, nilai: Any) -> None:
        """Show a stored person, a resident from the list or a plain name."""
        if isinstance(nilai, Mapping):
            self.warga = None
            self.setText(str(nilai.get("nik") or nilai.get("nama") or ""))
        elif isinstance(nilai, str):
            self.warga = None
            self.setText(nilai)
        else:
            super().setel(nilai)


class IsianBerulang(QWidget):
    """Rows of a repeated field, typed in a small table; the last row is always empty."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(self, isian: Isian, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kolom = isian.kolom
        self.tabel = QTableWidget(1, len(isian.kolom))
        self.tabel.setHorizontalHeaderLabels([k.label for k in isian.kolom])
        self.tabel.verticalHeader().hide()
        self.tabel.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tabel.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.tabel.setFixedHeight(140)
        self.tabel.setAccessibleName(isian.label)
        self.tabel.itemChanged.connect(self._berubah)
        self.setFocusProxy(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(3)
        tata.addWidget(self.tabel)
        tata.addLayout(mendatar(TombolPolos("Hapus baris", self._hapus), None))

    def nilai(self) -> object:
        """Rows that hold something."""
        return [b for b in (self._baris(n) for n in range(self.tabel.rowCount())) if any(b.values())]

    def setel(self, nilai: Any) -> None:
        """Show rows."""
        self.tabel.blockSignals(True)
        baris = nilai if isinstance(nilai, list) else []
        self.tabel.setRowCount(0)
        self.tabel.setRowCount(len(baris) + 1)
        for nomor, isi in enumerate(baris):
            for kolom, k in enumerate(self._kolom):
                self.tabel.setItem(nomor, kolom, QTableWidgetItem(str(isi.get(k.nama, ""))))
        self.tabel.blockSignals(False)

    def _baris(self, nomor: int) -> dict[str, str]:
        hasil = {}
        for kolom, k in enumerate(self._kolom):
            butir = self.tabel.item(nomor, kolom)
            hasil[k.nama] = butir.text().strip() if butir is not None else ""
        return hasil

    def _berubah(self) -> None:
        if any(self._baris(self.tabel.rowCount() - 1).values()):
            self.tabel.setRowCount(self.tabel.rowCount() + 1)
        self.diubah.emit()

    def _hapus(self) -> None:
        if 0 <= self.tabel.currentRow() < self.tabel.rowCount() - 1:
            self.tabel.removeRow(self.tabel.currentRow())
            self.diubah.emit()


def _panjang() -> IsianPanjang:
    hasil = IsianPanjang()
    hasil.setFixedHeight(TINGGI_PANJANG)
    return hasil


class FormSurat(QWidget):
    """Fields of one kind in two columns. Enter goes on; `selesai` after the last one."""

    berubah = Signal()
    selesai = Signal()

    def __init__(
        self, isian: Sequence[Isian], cari: CariWarga, tugas: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cari, self._tugas = cari, tugas
        self._bidang: dict[str, Bidang] = {}
        kisi = QGridLayout(self)
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(tema.JARAK_M)
        kisi.setVerticalSpacing(tema.JARAK_S)
        baris = tempat = 0
        for satu in isian:
            bidang = self._bidang[satu.nama] = self._buat(satu)
            penuh = satu.tipe == "repeat" or satu.nama == "keperluan" or satu.maks > BARIS_TUNGGAL
            if penuh and tempat:
                baris, tempat = baris + 1, 0
            kisi.addWidget(bidang, baris, tempat, 1, 2 if penuh else 1)
            tempat = 2 if penuh else tempat + 1
            if tempat >= 2:
                baris, tempat = baris + 1, 0
        kisi.setColumnStretch(0, 1)
        kisi.setColumnStretch(1, 1)
        self._rangkai()

    def _buat(self, satu: Isian) -> Bidang:
        pembuat: dict[str, Callable[[], Any]] = {
            "textarea": IsianTeks if satu.maks <= BARIS_TUNGGAL else _panjang,
            "date": IsianTeks if satu.boleh_tahun else IsianTanggal,
            "select": lambda: PilihanCari([(p, p) for p in satu.pilihan]),
            "penduduk": lambda: IsianOrang(self._cari, self._tugas),
            "repeat": lambda: IsianBerulang(satu),
        }
        isian = pembuat.get(satu.tipe, IsianTeks)()
        contoh = "tahun atau tanggal" if satu.boleh_tahun else CONTOH.get(satu.tipe, "")
        if contoh and hasattr(isian, "setPlaceholderText"):
            isian.setPlaceholderText(contoh)
        return Bidang(FieldSpec(key=satu.nama, label=satu.label, required=satu.wajib), isian)

    def _rangkai(self) -> None:
        isian = [b.isian for b in self._bidang.values()]
        rangkai(isian)
        for satu in isian:
            satu.diubah.connect(self.berubah)
        if isian:
            isian[-1].lanjut.connect(self.selesai)

    def nilai(self) -> dict[str, object]:
        """Raw values by name."""
        return {nama: b.isian.nilai() for nama, b in self._bidang.items()}

    def isi(self, nilai: Mapping[str, Any]) -> None:
        """Show values; names that the kind does not have are left out."""
        for nama, bidang in self._bidang.items():
            if nama in nilai:
                bidang.isian.setel(nilai[nama])

    def tampilkan(self, issues: Sequence[FieldIssue], *, fokus: bool) -> None:
        """Show every problem beside its field; with `fokus` go to the first one."""
        menurut = {i.field: i.message for i in issues}
        for nama, bidang in self._bidang.items():
            bidang.masalah(menurut.get(nama, ""))
        pertama = next((b for n, b in self._bidang.items() if n in menurut), None)
        if fokus and pertama is not None:
            pertama.isian.setFocus()

    def fokus_kosong(self) -> None:
        """Go to the first required field that is empty, else to the last field."""
        kosong = [b for b in self._bidang.values() if b.spec.required and not b.isian.nilai()]
        tujuan = kosong or list(self._bidang.values())[-1:]
        if tujuan:
            tujuan[0].isian.setFocus()


def judul_bagian(teks: str, kanan: str = "") -> Any:
    """Heading of a part of the form, with small text at the right."""
    return mendatar(label(teks, "label"), None, label(kanan, "kecil"))
