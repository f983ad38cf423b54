"""Parts that the screens of the acts are put together from. Each keeps and restores what was typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.spec import RecordSpec
from desa_app.errors import FieldIssue
from ui import tema
from ui.komponen.dasar import label
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import Pilihan, PilihanCari


class Bagian(QWidget):
    """One part of an act's screen with an optional heading."""

    berubah = Signal()

    def __init__(self, judul: str = "") -> None:
        super().__init__()
        self.tata = QVBoxLayout(self)
        self.tata.setContentsMargins(0, 0, 0, 0)
        self.tata.setSpacing(tema.JARAK_S)
        if judul:
            self.tata.addWidget(label(judul, "tebal"))

    def mentah(self) -> Any:
        """What was typed, as plain values a draft can keep."""
        raise NotImplementedError

    def pulihkan(self, mentah: Any) -> None:
        """Show a draft again."""
        raise NotImplementedError

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        """Show the problems of this part; returns those that belong elsewhere."""
        return issues


class BagianForm(Bagian):
    """A form out of a description."""

    def __init__(
        self,
        spec: RecordSpec,
        judul: str = "",
        *,
        awal: Mapping[str, object] | None = None,
        kunci: Sequence[str] | None = None,
        pilihan: Mapping[str, Pilihan] | None = None,
        lebar: Sequence[str] = (),
        kolom: int = 3,
    ) -> None:
        super().__init__(judul)
        self.formulir = FormSpec(spec, kunci=kunci, kolom=kolom, pilihan=pilihan, lebar=lebar)
        self.formulir.isi(awal or {})
        self.formulir.berubah.connect(self.berubah)
        self.formulir.selesai.connect(self._lanjut)
        self.tata.addWidget(self.formulir)

    def _lanjut(self) -> None:
        """Enter on the last field goes on to the next part."""
        self.focusNextChild()

    def nilai(self) -> dict[str, object]:
        """Raw values by key, as the use cases take them."""
        return self.formulir.nilai()

    def pilihan(self, kunci: str) -> PilihanCari:
        """The choice input of a field."""
        isian = self.formulir.bidang(kunci).isian
        assert isinstance(isian, PilihanCari)  # noqa: S101  asked only for choices
        return isian

    def mentah(self) -> Any:
        return self.nilai()

    def pulihkan(self, mentah: Any) -> None:
        for kunci, nilai in mentah.items():
            self.formulir.bidang(kunci).isian.setel(nilai)

    def tampilkan(self, issues: Sequence[FieldIssue]) -> Sequence[FieldIssue]:
        return self.formulir.tampilkan(issues)
