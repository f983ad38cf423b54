"""A repeated field (heirs, followers, witnesses): a row is a resident found in the book, or is typed.

The search line adds; Enter in it with nothing typed goes on. Below stand the rows; the one that is being
filled shows its fields under the list and Enter on the last of them brings the search line back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desa_app.surat.baris_orang import kolom_nama
from desa_app.surat.katalog import Isian
from ui.halaman.pelayanan.sumber import Baris, SumberWarga
from ui.komponen.dasar import TombolPolos, label, mendatar, tampak_bila
from ui.komponen.warga import KotakCari, rincian_warga
from ui.tasks import TaskRunner

TINGGI_BARIS = 28
BARIS_TAMPAK = 5


class FormBaris(QWidget):
    """What a form must offer to edit one row; the form of a letter does."""

    berubah = Signal()
    selesai = Signal()

    def nilai(self) -> dict[str, object]:
        """What is typed, by field."""
        raise NotImplementedError

    def isi(self, nilai: Mapping[str, Any]) -> None:
        """Fill the fields that are named."""
        raise NotImplementedError

    def kosong(self) -> bool:
        """Whether nothing is typed."""
        raise NotImplementedError

    def fokus_pertama(self) -> None:
        """Go to the first field."""
        raise NotImplementedError

    def fokus_kosong(self) -> None:
        """Go to the first field that is empty."""
        raise NotImplementedError


@dataclass(frozen=True)
class OrangLuar:
    """Somebody who is not in the book; only the typed name is known."""

    nama: str


class KotakTambah(KotakCari):
    """The search line; the last answer is always the typed name itself. `lanjut` on Enter when empty."""

    lanjut = Signal()

    def __init__(self, sumber: SumberWarga, tugas: TaskRunner) -> None:
        super().__init__(
            lambda teks: [*sumber.cari(teks), OrangLuar(" ".join(teks.split()).upper())], _butir, tugas
        )
        self.setPlaceholderText("cari warga, atau ketik nama orang luar")

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kosong = not self.text().strip()
        if kosong and peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.lanjut.emit()
        else:
            super().keyPressEvent(peristiwa)


def _butir(orang: Any) -> tuple[str, str]:
    if isinstance(orang, OrangLuar):
        return orang.nama, "bukan warga desa: ketik datanya"
    return orang.nama, rincian_warga(orang)


class DaftarBaris(QListWidget):
    """The rows in one line each. Enter opens one, Delete takes it out."""

    dibuka = Signal(int)
    dihapus = Signal(int)

    def __init__(self, nama: str) -> None:
        super().__init__()
        self.setObjectName("DaftarBaris")
        self.setAccessibleName(nama)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setToolTip("Enter mengubah, Delete menghapus")
        self.itemClicked.connect(lambda butir: self.dibuka.emit(self.row(butir)))

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        if peristiwa.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.dibuka.emit(self.currentRow())
        elif peristiwa.key() == Qt.Key.Key_Delete:
            self.dihapus.emit(self.currentRow())
        else:
            super().keyPressEvent(peristiwa)


class IsianBerulang(QWidget):
    """Rows of a repeated field. It behaves like a single input: `nilai`, `setel`, `diubah`, `lanjut`."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(
        self,
        isian: Isian,
        sumber: SumberWarga,
        tugas: TaskRunner,
        buat_form: Callable[[Sequence[Isian]], FormBaris],
    ) -> None:
        super().__init__()
        self._isian, self._sumber, self._tugas = isian, sumber, tugas
        self._nama = kolom_nama(isian)
        self._baris: list[dict[str, object]] = []
        self._kini = -1
        self.kotak = KotakTambah(sumber, tugas) if self._nama else None
        self.daftar = DaftarBaris(isian.label)
        self.form = buat_form(isian.kolom)
        self.editor = QFrame()
        self.editor.setProperty("bidang", "sunting")
        self.tambah = TombolPolos("Tambah baris", self.baris_baru)
        self.keluarga = TombolPolos("Anggota KK pemohon", self._minta_sekeluarga)
        self.hapus = TombolPolos("Hapus baris", lambda: self._hapus(self._kini))
        self._susun()
        self._sambungkan()
        self._tampil()

    def _susun(self) -> None:
        dalam = QVBoxLayout(self.editor)
        dalam.setContentsMargins(10, 8, 10, 8)
        dalam.addWidget(self.form)
        dalam.addLayout(mendatar(self.hapus, None, label("Enter pada isian terakhir: selesai", "kecil")))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(4)
        if self.kotak is not None:
            tata.addWidget(self.kotak)
        tata.addWidget(self.daftar)
        tata.addWidget(self.editor)
        tata.addLayout(mendatar(self.tambah, self.keluarga, None))
        tampak_bila(self.kotak is None, self.tambah)
        tampak_bila(self.kotak is not None, self.keluarga)
        self.setFocusProxy(self.kotak or self.tambah)

    def _sambungkan(self) -> None:
        if self.kotak is not None:
            self.kotak.dipilih.connect(self._orang)
            self.kotak.lanjut.connect(self.lanjut)
        self.daftar.dibuka.connect(self._buka)
        self.daftar.dihapus.connect(self._hapus)
        self.form.berubah.connect(self._diketik)
        self.form.selesai.connect(self._baris_selesai)

    # ------------------------------------------------------------------ as an input

    def nilai(self) -> list[dict[str, object]]:
        """Rows that hold something."""
        return [b for b in self._baris if any(b.values())]

    def setel(self, nilai: Any) -> None:
        """Show rows."""
        self._baris = [dict(b) for b in nilai] if isinstance(nilai, list) else []
        self._kini = -1
        self._tampil()

    # ------------------------------------------------------------------ rows

    def tambah_baris(self, baris: Sequence[Baris]) -> None:
        """Add filled rows; one that is there already (same NIK) is not added again."""
        ada = {b.get("nik") for b in self._baris if b.get("nik")}
        baru = [dict(b) for b in baris if b.get("nik") not in ada]
        self._baris += baru
        kurang = [n for n, b in enumerate(self._baris) if not self._lengkap(b)]
        self._buka(kurang[0] if kurang and baru else -1)
        self.diubah.emit()

    def baris_baru(self) -> None:
        """An empty row to type into."""
        self._baris.append({})
        self._buka(len(self._baris) - 1)

    def _lengkap(self, baris: Baris) -> bool:
        return all(baris.get(k.nama) for k in self._isian.kolom if k.wajib)

    def _orang(self, orang: Any) -> None:
        if self.kotak is not None:
            self.kotak.clear()
        if isinstance(orang, OrangLuar):
            self.tambah_baris([{self._nama or "nama": orang.nama}])
            return
        self._tugas.run(lambda: self._sumber.baris(self._isian, [orang.id]), self.tambah_baris, owner=self)

    def _minta_sekeluarga(self) -> None:
        self._tugas.run(lambda: self._sumber.sekeluarga(self._isian), self.tambah_baris, owner=self)

    def _buka(self, nomor: int) -> None:
        self._kini = -1  # the form's own signal must not write into the row that was open
        if 0 <= nomor < len(self._baris):
            self.form.isi({k.nama: self._baris[nomor].get(k.nama) for k in self._isian.kolom})
            self._kini = nomor
        self._tampil()
        if self._kini >= 0:
            self.form.fokus_kosong() if any(self._baris[nomor].values()) else self.form.fokus_pertama()
        elif self.isVisible():
            (self.kotak or self.tambah).setFocus()

    def _hapus(self, nomor: int) -> None:
        if 0 <= nomor < len(self._baris):
            del self._baris[nomor]
            self._buka(-1)
            self.diubah.emit()

    def _diketik(self) -> None:
        if self._kini >= 0:
            self._baris[self._kini] = self.form.nilai()
            self._tulis_daftar()
            self.diubah.emit()

    def _baris_selesai(self) -> None:
        kosong = self.form.kosong()
        self._baris = [b for b in self._baris if any(b.values())]
        kurang = [n for n, b in enumerate(self._baris) if not self._lengkap(b)]
        if self.kotak is None and not kosong:
            self.baris_baru()
        elif kurang and not kosong and kurang[0] != self._kini:
            self._buka(kurang[0])
        else:
            self._buka(-1)
            if self.kotak is None:
                self.lanjut.emit()

    def _tampil(self) -> None:
        self._tulis_daftar()
        self.editor.setVisible(self._kini >= 0)
        self.updateGeometry()

    def _tulis_daftar(self) -> None:
        while self.daftar.count() > len(self._baris):
            self.daftar.takeItem(self.daftar.count() - 1)
        for nomor, baris in enumerate(self._baris):
            if self.daftar.count() <= nomor:
                self.daftar.addItem(QListWidgetItem())
            isi = " · ".join(str(baris[k.nama]) for k in self._isian.kolom if baris.get(k.nama))
            kurang = "" if self._lengkap(baris) else "  (belum lengkap)"
            self.daftar.item(nomor).setText(f"{nomor + 1}. {isi}{kurang}")
        self.daftar.setCurrentRow(self._kini)
        self.daftar.setFixedHeight(min(len(self._baris), BARIS_TAMPAK) * TINGGI_BARIS + 6)
        self.daftar.setVisible(bool(self._baris))
