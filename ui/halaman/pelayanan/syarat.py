"""Required papers with one key each: ada, tidak sesuai, belum; S marks all of them as seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desa_app.surat.permohonan import KEADAAN, SyaratInfo
from ui import tema
from ui.komponen.dasar import kosongkan, tampak_bila
from ui.komponen.isian import IsianTeks

TINGGI = 32
CHIP = {
    "ada": ("selesai_lembut", "selesai", "✓"),
    "tidak_sesuai": ("segera_lembut", "segera", "!"),
    "belum": ("lewat_lembut", "lewat", "✗"),
    "tidak_perlu": ("netral_lembut", "sekunder", "–"),
}
URUTAN = ("belum", "ada", "tidak_sesuai")
"""Order in which Space walks through the states."""
TOMBOL = {Qt.Key.Key_A: "ada", Qt.Key.Key_T: "tidak_sesuai", Qt.Key.Key_B: "belum"}


class BarisSyarat(QAbstractButton):
    """One paper. A, T and B set a state and go on (`lanjut`), Space or a click walks through the states."""

    diubah = Signal()
    lanjut = Signal()
    semua = Signal()
    difokus = Signal(bool)

    def __init__(self, syarat: SyaratInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.syarat, self._keadaan = syarat, syarat.keadaan
        self.setFixedHeight(TINGGI)
        self.setMinimumWidth(200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{syarat.nama}\nA: ada, T: tidak sesuai, B: belum, S: semua ada, Spasi: ganti")
        self.clicked.connect(self._berikut)
        self._namai()

    @property
    def keadaan(self) -> str:
        """State on show."""
        return self._keadaan

    def wajibkan(self, *, wajib: bool) -> None:
        """Whether the paper must be there; an optional one that nobody asked about is not needed."""
        if wajib != self.syarat.wajib:
            self.syarat = replace(self.syarat, wajib=wajib)
            self.setel("belum" if wajib and self._keadaan == "tidak_perlu" else self._keadaan)
            self.update()

    def setel(self, keadaan: str) -> None:
        """Show a state and tell about it."""
        if keadaan == "belum" and not self.syarat.wajib:
            keadaan = "tidak_perlu"
        if keadaan != self._keadaan:
            self._keadaan = keadaan
            self._namai()
            self.update()
            self.diubah.emit()

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        kunci = Qt.Key(peristiwa.key())
        if kunci in TOMBOL and not peristiwa.modifiers():
            self.setel(TOMBOL[kunci])
            self.lanjut.emit()
        elif kunci == Qt.Key.Key_S and not peristiwa.modifiers():
            self.semua.emit()
        elif kunci in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.lanjut.emit()
        elif kunci == Qt.Key.Key_Down:
            self.focusNextChild()
        elif kunci == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(peristiwa)

    def focusInEvent(self, peristiwa: QFocusEvent) -> None:
        super().focusInEvent(peristiwa)
        self.difokus.emit(True)

    def focusOutEvent(self, peristiwa: QFocusEvent) -> None:
        super().focusOutEvent(peristiwa)
        self.difokus.emit(False)

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        dasar, warna, tanda = CHIP[self._keadaan]
        teks = f"{tanda} {KEADAAN[self._keadaan]}"
        pelukis.setFont(tema.huruf(9))
        lebar = pelukis.fontMetrics().horizontalAdvance(teks) + 18
        chip = QRectF(self.width() - lebar, (TINGGI - 22) / 2, lebar, 22)
        pelukis.setPen(Qt.PenStyle.NoPen)
        pelukis.setBrush(tema.warna(dasar))
        pelukis.drawRoundedRect(chip, 10, 10)
        pelukis.setPen(tema.warna(warna))
        pelukis.drawText(chip, Qt.AlignmentFlag.AlignCenter, teks)
        pelukis.setFont(tema.huruf(10))
        pelukis.setPen(tema.warna("teks" if self.syarat.wajib else "sekunder"))
        nama = self.syarat.nama + ("" if self.syarat.wajib else " · pilihan")
        ruang = int(self.width() - lebar - 8)
        potong = pelukis.fontMetrics().elidedText(nama, Qt.TextElideMode.ElideRight, ruang)
        pelukis.drawText(0, 0, ruang, TINGGI, Qt.AlignmentFlag.AlignVCenter, potong)
        pelukis.setPen(tema.warna("aksen" if self.hasFocus() else "garis"))
        pelukis.setBrush(Qt.BrushStyle.NoBrush)
        pelukis.drawLine(0, TINGGI - 1, self.width(), TINGGI - 1)
        if self.hasFocus():
            pelukis.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, TINGGI - 2), 4, 4)

    def _berikut(self) -> None:
        nomor = URUTAN.index(self._keadaan) if self._keadaan in URUTAN else 0
        self.setel(URUTAN[(nomor + 1) % len(URUTAN)])

    def _namai(self) -> None:
        self.setAccessibleName(f"{self.syarat.nama}: {KEADAAN[self._keadaan]}")


class DaftarSyarat(QWidget):
    """All papers of a request. `selesai` once the last required one was answered, `semua` after S."""

    diubah = Signal()
    selesai = Signal()
    semua = Signal()
    difokus = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.baris: list[BarisSyarat] = []
        self.catatan: list[IsianTeks] = []
        self._tata = QVBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(0)

    def isi(self, syarat: Sequence[SyaratInfo]) -> None:
        """Show other papers."""
        kosongkan(self._tata)
        self.baris = [BarisSyarat(s) for s in syarat]
        self.catatan = [self._buat_catatan(s) for s in syarat]
        for nomor, satu in enumerate(self.baris):
            satu.diubah.connect(partial(self._berubah, nomor))
            satu.lanjut.connect(partial(self._lanjut, nomor))
            satu.semua.connect(self.semua)
            satu.difokus.connect(self.difokus)
            self.catatan[nomor].lanjut.connect(partial(self._lanjut, nomor, sudah=True))
            self._tata.addWidget(satu)
            self._tata.addWidget(self.catatan[nomor])

    def _buat_catatan(self, syarat: SyaratInfo) -> IsianTeks:
        hasil = IsianTeks()
        hasil.setel(syarat.catatan)
        hasil.setPlaceholderText("apa yang tidak sesuai; tercetak di lembar kekurangan")
        hasil.setAccessibleName(f"Catatan: {syarat.nama}")
        tampak_bila(syarat.keadaan == "tidak_sesuai", hasil)
        return hasil

    def semua_ada(self) -> None:
        """Every required paper was seen."""
        for satu in self.baris:
            if satu.syarat.wajib:
                satu.setel("ada")

    def wajibkan(self, kode: str, *, wajib: bool) -> None:
        """A paper became required, or is not any more."""
        for satu in self.baris:
            if satu.syarat.kode == kode:
                satu.wajibkan(wajib=wajib)

    def keadaan(self) -> Mapping[str, str]:
        """State of each paper by code."""
        return {b.syarat.kode: b.keadaan for b in self.baris}

    def isi_catatan(self) -> Mapping[str, str]:
        """What is wrong with papers that do not fit, by code."""
        return {
            b.syarat.kode: c.text() if b.keadaan == "tidak_sesuai" else ""
            for b, c in zip(self.baris, self.catatan, strict=True)
        }

    def kurang(self) -> int:
        """How many papers hold the request up."""
        return sum((b.syarat.wajib and b.keadaan != "ada") or b.keadaan == "tidak_sesuai" for b in self.baris)

    def fokus(self) -> None:
        """Go to the first paper that was not seen."""
        tujuan = next((b for b in self.baris if b.syarat.wajib and b.keadaan != "ada"), None)
        for satu in [tujuan] if tujuan else self.baris[:1]:
            satu.setFocus()

    def _berubah(self, nomor: int) -> None:
        self.catatan[nomor].setVisible(self.baris[nomor].keadaan == "tidak_sesuai")
        self.diubah.emit()

    def _lanjut(self, nomor: int, *, sudah: bool = False) -> None:
        if not sudah and self.baris[nomor].keadaan == "tidak_sesuai":
            self.catatan[nomor].setFocus()
            return
        berikut = next((b for b in self.baris[nomor + 1 :] if b.syarat.wajib), None)
        if berikut is None:
            self.selesai.emit()
        else:
            berikut.setFocus()
