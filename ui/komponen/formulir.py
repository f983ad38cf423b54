"""A form built from a description: label above, hint or problem below, all problems at once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.buku.validate import validate
from desa_app.errors import FieldIssue, ValidationFailed
from ui import tema
from ui.komponen.dasar import garis, label, tampak_bila
from ui.komponen.isian import PEMBUAT, Isian, IsianPanjang, IsianTeks, Pilihan, PilihanCari


class Bidang(QWidget):
    """One field of a form: label, input, hint or problem."""

    def __init__(self, spec: FieldSpec, isian: Isian, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.isian = spec, isian
        self._bantuan = label(spec.hint, "kecil")
        tampak_bila(bool(spec.hint), self._bantuan)
        # a long hint must not make its column wider than the others
        self._bantuan.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        nama = label(spec.label + (" *" if spec.required else ""), "label")
        nama.setBuddy(isian)
        isian.setAccessibleName(spec.label)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(3)
        for bagian in (nama, isian, self._bantuan):
            tata.addWidget(bagian)
        tata.addStretch(1)
        isian.diubah.connect(self._lupakan_masalah)

    def masalah(self, kalimat: str) -> None:
        """Show a problem under the input; an empty text brings the hint back."""
        self._bantuan.setText(kalimat or self.spec.hint)
        self._atur_lipatan()
        self._bantuan.setVisible(bool(kalimat or self.spec.hint))
        tema.tandai(self._bantuan, "huruf", "galat" if kalimat else "kecil")
        tema.tandai(self.isian, "salah", "true" if kalimat else "false")

    def kalimat_masalah(self) -> str:
        """The problem on show, empty when there is none."""
        return self._bantuan.text() if self.isian.property("salah") == "true" else ""

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self._atur_lipatan()

    def _atur_lipatan(self) -> None:
        # wrapped only where it must be: labels that may wrap make each row of a form taller than it looks
        teks = self._bantuan.text()
        lebar = self._bantuan.fontMetrics().horizontalAdvance(teks)
        self._bantuan.setWordWrap("\n" in teks or lebar > self.width() > 0)

    def _lupakan_masalah(self) -> None:
        if self.isian.property("salah") == "true":
            self.masalah("")


def rangkai(isian: Sequence[Isian]) -> None:
    """Let Tab and Enter walk through inputs in this order."""
    for ini, berikut in pairwise(isian):
        QWidget.setTabOrder(ini, berikut)
        ini.lanjut.connect(berikut.setFocus)


class FormSpec(QWidget):
    """A form for a `RecordSpec`, or for some of its fields.

    `pilihan` gives own choices for a field, `rahasia` names password fields, `lebar` the fields
    that take a whole row. Enter goes to the next field and emits `selesai` on the last one.
    """

    berubah = Signal()
    selesai = Signal()

    def __init__(
        self,
        spec: RecordSpec,
        parent: QWidget | None = None,
        *,
        kunci: Iterable[str] | None = None,
        kolom: int = 2,
        pilihan: Mapping[str, Pilihan] | None = None,
        rahasia: Iterable[str] = (),
        lebar: Iterable[str] = (),
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        terpilih = [spec.by_key[k] for k in kunci] if kunci is not None else list(spec.fields)
        self._bidang: dict[str, Bidang] = {}
        self._rahasia = frozenset(rahasia)
        for f in terpilih:
            isian = PilihanCari(pilihan[f.key]) if pilihan and f.key in pilihan else PEMBUAT[f.kind](f)
            if f.key in self._rahasia and isinstance(isian, IsianTeks):
                isian.setEchoMode(QLineEdit.EchoMode.Password)
            self._bidang[f.key] = Bidang(f, isian)
        self._susun(terpilih, kolom, set(lebar))
        self._rangkai()
        self._awal = self.nilai()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _susun(self, terpilih: list[FieldSpec], kolom: int, lebar: set[str]) -> None:
        kisi = QGridLayout(self)
        kisi.setContentsMargins(0, 0, 0, 0)
        kisi.setHorizontalSpacing(tema.JARAK_M)
        kisi.setVerticalSpacing(tema.JARAK_S)
        baris, tempat, kelompok = 0, 0, ""
        berkelompok = len({f.group for f in terpilih}) > 1
        for f in terpilih:
            if berkelompok and f.group != kelompok:
                baris, tempat, kelompok = (
                    self._judul_kelompok(kisi, f.group, baris + (tempat > 0), kolom),
                    0,
                    f.group,
                )
            bidang = self._bidang[f.key]
            penuh = f.key in lebar or isinstance(bidang.isian, IsianPanjang)
            if penuh and tempat:
                baris, tempat = baris + 1, 0
            kisi.addWidget(bidang, baris, tempat, 1, kolom if penuh else 1)
            tempat = kolom if penuh else tempat + 1
            if tempat >= kolom:
                baris, tempat = baris + 1, 0
        for nomor in range(kolom):
            kisi.setColumnStretch(nomor, 1)

    def _judul_kelompok(self, kisi: QGridLayout, judul: str, baris: int, kolom: int) -> int:
        if baris:
            kisi.addWidget(garis(), baris, 0, 1, kolom)
            baris += 1
        kisi.addWidget(label(judul, "tebal"), baris, 0, 1, kolom)
        return baris + 1

    def _rangkai(self) -> None:
        isian = [b.isian for b in self._bidang.values()]
        rangkai(isian)
        for i in isian:
            i.diubah.connect(self.berubah)
        if isian:
            isian[-1].lanjut.connect(self.selesai)

    def bidang(self, kunci: str) -> Bidang:
        """The field of a key."""
        return self._bidang[kunci]

    def nilai(self) -> dict[str, object]:
        """Raw values by key, as `validate` takes them."""
        return {kunci: b.isian.nilai() for kunci, b in self._bidang.items()}

    def isi(self, data: Mapping[str, object]) -> None:
        """Show a record; the form counts as unchanged afterwards."""
        for kunci, b in self._bidang.items():
            if kunci in data:
                b.isian.setel(data[kunci])
        self.tampilkan(())
        self._awal = self.nilai()

    def kotor(self) -> bool:
        """Whether a value differs from what `isi` showed."""
        return self.nilai() != self._awal

    def anggap_bersih(self) -> None:
        """Take the present values as the stored ones."""
        self._awal = self.nilai()

    def tampilkan(self, issues: Sequence[FieldIssue]) -> tuple[FieldIssue, ...]:
        """Show every problem beside its field and go to the first one.

        Returns the problems of fields that this form does not have.
        """
        menurut: dict[str, list[str]] = {}
        for issue in issues:
            menurut.setdefault(issue.field, []).append(issue.message)
        for kunci, b in self._bidang.items():
            b.masalah("\n".join(menurut.get(kunci, ())))
        if pertama := next((b for k, b in self._bidang.items() if k in menurut), None):
            pertama.isian.setFocus()
        return tuple(i for i in issues if i.field not in self._bidang)

    def periksa(self) -> dict[str, object] | None:
        """Clean values by the rules of the description, or None with all problems on show."""
        try:
            bersih = validate(self.spec, self.nilai())
        except ValidationFailed as galat:
            self.tampilkan(galat.issues)
            return None
        self.tampilkan(())
        # a password is kept letter for letter, spaces included
        return bersih | {kunci: self._bidang[kunci].isian.nilai() for kunci in self._rahasia}

    def fokus_pertama(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._bidang.values())).isian.setFocus()
