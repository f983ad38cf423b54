"""Single inputs: text, date, figures, choice with search, long text. Each has the same few methods."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from desa_app import kode
from desa_app.bahasa import kalimat, tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind
from desa_app.buku.validate import baca_tanggal
from ui.ikon import gambar

Pilihan = Sequence[tuple[Any, str]]
"""Values and the words shown for them."""
TEKS_PANJANG = 300
"""Fields that may hold more than this get several lines."""


class IsianTeks(QLineEdit):
    """One line of text."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _: self.diubah.emit())
        self.returnPressed.connect(self.lanjut)

    def nilai(self) -> object:
        """What was typed."""
        return self.text()

    def setel(self, nilai: object) -> None:
        """Show a value; None empties the field."""
        self.setText("" if nilai is None else str(nilai))
        self.setCursorPosition(0)


class IsianTanggal(IsianTeks):
    """A date typed as dd-mm-yyyy; other spellings are put right on leaving the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("hh-bb-tttt")

    def setel(self, nilai: object) -> None:
        teks = tanggal_pendek(nilai) if hasattr(nilai, "isoformat") else nilai  # type: ignore[arg-type]
        super().setel(teks)

    def nilai(self) -> object:
        return rapikan_tanggal(self.text())

    def focusOutEvent(self, peristiwa: QFocusEvent) -> None:
        rapi = rapikan_tanggal(self.text())
        if rapi != self.text():
            self.setText(rapi)
        super().focusOutEvent(peristiwa)


def rapikan_tanggal(teks: str) -> str:
    """`1/2/1990` and `01021990` -> `01-02-1990`; anything that is no date stays as typed."""
    if cocok := re.fullmatch(r"\s*(\d{2})(\d{2})(\d{4})\s*", teks):
        teks = "-".join(cocok.groups())
    try:
        return tanggal_pendek(baca_tanggal(teks))
    except ValueError:
        return teks


class IsianPanjang(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)
        self.textChanged.connect(self.diubah)

    def nilai(self) -> object:
        """What was typed."""
        return self.toPlainText()

    def setel(self, nilai: object) -> None:
        """Show a value; None empties the field."""
        self.setPlainText("" if nilai is None else str(nilai))


class PilihanCari(QComboBox):
    """A choice that one may also type: letters anywhere in the words narrow the list."""

    diubah = Signal()
    lanjut = Signal()

    def __init__(
        self, pilihan: Pilihan = (), parent: QWidget | None = None, *, boleh_kosong: bool = True
    ) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(12)
        self._boleh_kosong = boleh_kosong
        pelengkap = QCompleter(self.model(), self)
        pelengkap.setFilterMode(Qt.MatchFlag.MatchContains)
        pelengkap.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        pelengkap.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if (daftar := pelengkap.popup()) is not None:
            daftar.setObjectName("Saran")
        self.setCompleter(pelengkap)
        self.editTextChanged.connect(lambda _: self.diubah.emit())
        self._baris().returnPressed.connect(self.lanjut)
        self.isi_pilihan(pilihan)

    def isi_pilihan(self, pilihan: Pilihan) -> None:
        """Replace what can be chosen; nothing is chosen afterwards."""
        self.clear()
        if self._boleh_kosong:
            self.addItem("", None)
        for nilai, teks in pilihan:
            self.addItem(teks, nilai)
        self.setCurrentIndex(0 if self.count() and not self._boleh_kosong else -1)
        if self._boleh_kosong:
            self.setEditText("")

    def nilai(self) -> object:
        """Value of the chosen words; the raw text when the list does not have it; None when empty."""
        teks = self.currentText().strip()
        if not teks:
            return None
        nomor = self.findText(teks, Qt.MatchFlag.MatchFixedString)
        return self.itemData(nomor) if nomor >= 0 else teks

    def setel(self, nilai: object) -> None:
        """Choose a value; an unknown one is shown as text."""
        for nomor in range(self.count()):
            if self.itemData(nomor) == nilai:
                self.setCurrentIndex(nomor)
                return
        self.setCurrentIndex(-1)
        self.setEditText("" if nilai is None else str(nilai))

    def setPlaceholderText(self, teks: str) -> None:
        """Example shown while the field is empty."""
        self._baris().setPlaceholderText(teks)

    def wheelEvent(self, peristiwa: QWheelEvent) -> None:
        # scrolling a page over a choice must not change it
        peristiwa.ignore()

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        super().paintEvent(peristiwa)
        pelukis = QPainter(self)
        gambar(pelukis, "bawah", QRectF(self.width() - 24, (self.height() - 14) / 2, 14, 14), "redup")

    def focusOutEvent(self, peristiwa: QFocusEvent) -> None:
        nomor = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if nomor >= 0:
            self.setCurrentIndex(nomor)
        super().focusOutEvent(peristiwa)

    def changeEvent(self, peristiwa: QEvent) -> None:
        super().changeEvent(peristiwa)
        if peristiwa.type() == QEvent.Type.PaletteChange:
            self.update()

    def _baris(self) -> QLineEdit:
        baris = self.lineEdit()
        assert baris is not None  # noqa: S101  editable since the constructor
        return baris


Isian = IsianTeks | IsianTanggal | IsianPanjang | PilihanCari


def pilihan_kode(tabel: str) -> list[tuple[Any, str]]:
    """Codes and words of an official table, words as a sentence."""
    return [(baris["kode"], kalimat(baris["nama"])) for baris in kode.tabel(tabel)]


def _teks(bidang: FieldSpec) -> Isian:
    if bidang.max_length > TEKS_PANJANG:
        return IsianPanjang()
    return _sebaris(bidang.max_length)


def _sebaris(panjang: int) -> IsianTeks:
    hasil = IsianTeks()
    hasil.setMaxLength(panjang)
    return hasil


PEMBUAT: dict[Kind, Callable[[FieldSpec], Isian]] = {
    Kind.TEXT: _teks,
    Kind.DATE: lambda _: IsianTanggal(),
    Kind.INTEGER: lambda _: _sebaris(13),
    Kind.DIGITS: lambda _: _sebaris(24),
    Kind.CHOICE: lambda bidang: PilihanCari(pilihan_kode(bidang.source)),
    Kind.SEX: lambda _: PilihanCari([("L", "Laki-laki"), ("P", "Perempuan")]),
}
"""How each kind of field is typed; the one map for all forms."""
