"""Required papers with one key each: ada, tidak sesuai, belum."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desa_app.surat.permohonan import KEADAAN, SyaratInfo
from ui import tema

TINGGI = 34
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
    """One paper. Space or a click goes on to the next state; A, T and B set one."""

    diubah = Signal()

    def __init__(self, syarat: SyaratInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.syarat, self._keadaan = syarat, syarat.keadaan
        self.setFixedHeight(TINGGI)
        self.setMinimumWidth(200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{syarat.nama}\nSpasi: ganti keadaan. A: ada, T: tidak sesuai, B: belum")
        self.clicked.connect(self._lanjut)
        self._namai()

    @property
    def keadaan(self) -> str:
        """State on show."""
        return self._keadaan

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
        elif kunci in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        elif kunci == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(peristiwa)

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

    def _lanjut(self) -> None:
        nomor = URUTAN.index(self._keadaan) if self._keadaan in URUTAN else 0
        self.setel(URUTAN[(nomor + 1) % len(URUTAN)])

    def _namai(self) -> None:
        self.setAccessibleName(f"{self.syarat.nama}: {KEADAAN[self._keadaan]}")


class DaftarSyarat(QWidget):
    """All papers of a request."""

    diubah = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.baris: list[BarisSyarat] = []
        self._tata = QVBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)
        self._tata.setSpacing(0)

    def isi(self, syarat: Sequence[SyaratInfo]) -> None:
        """Show other papers."""
        for lama in self.baris:
            self._tata.removeWidget(lama)
            lama.setParent(None)
            lama.deleteLater()
        self.baris = [BarisSyarat(s) for s in syarat]
        for satu in self.baris:
            satu.diubah.connect(self.diubah)
            self._tata.addWidget(satu)

    def semua_ada(self) -> None:
        """Every required paper was seen."""
        for satu in self.baris:
            if satu.syarat.wajib:
                satu.setel("ada")

    def keadaan(self) -> Mapping[str, str]:
        """State of each paper by code."""
        return {b.syarat.kode: b.keadaan for b in self.baris}

    def kurang(self) -> int:
        """How many papers hold the request up."""
        return sum((b.syarat.wajib and b.keadaan != "ada") or b.keadaan == "tidak_sesuai" for b in self.baris)
