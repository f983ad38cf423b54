"""The fields of a kind, built from its description: one map from type to input."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desa_app.buku.spec import FieldSpec
from desa_app.errors import FieldIssue
from desa_app.surat.katalog import Isian
from ui import tema
from ui.halaman.pelayanan.berulang import FormBaris, IsianBerulang
from ui.halaman.pelayanan.sumber import CariWarga, SumberWarga
from ui.komponen.formulir import Bidang, rangkai
from ui.komponen.isian import IsianPanjang, IsianTanggal, IsianTeks, PilihanCari
from ui.komponen.warga import PilihWarga
from ui.tasks import TaskRunner

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


def _panjang() -> IsianPanjang:
    hasil = IsianPanjang()
    hasil.setFixedHeight(TINGGI_PANJANG)
    return hasil


class FormSurat(FormBaris):
    """Fields of one kind in two columns. Enter goes on; `selesai` after the last one."""

    def __init__(
        self, isian: Sequence[Isian], sumber: SumberWarga, tugas: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sumber, self._tugas = sumber, tugas
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
            "penduduk": lambda: IsianOrang(self._sumber.cari, self._tugas),
            "repeat": lambda: IsianBerulang(satu, self._sumber, self._tugas, self._form_baris),
        }
        isian = pembuat.get(satu.tipe, IsianTeks)()
        contoh = "tahun atau tanggal" if satu.boleh_tahun else CONTOH.get(satu.tipe, "")
        if contoh and hasattr(isian, "setPlaceholderText"):
            isian.setPlaceholderText(contoh)
        return Bidang(FieldSpec(key=satu.nama, label=satu.label, required=satu.wajib), isian)

    def _form_baris(self, kolom: Sequence[Isian]) -> "FormSurat":
        return FormSurat(kolom, self._sumber, self._tugas)

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

    def kosong(self) -> bool:
        """Whether nothing was typed."""
        return not any(b.isian.nilai() for b in self._bidang.values())

    def fokus_pertama(self) -> None:
        """Go to the first field."""
        for bidang in list(self._bidang.values())[:1]:
            bidang.isian.setFocus()

    def fokus_kosong(self) -> None:
        """Go to the first required field that is empty, else to the last field."""
        kosong = [b for b in self._bidang.values() if b.spec.required and not b.isian.nilai()]
        tujuan = kosong or list(self._bidang.values())[-1:]
        if tujuan:
            tujuan[0].isian.setFocus()
