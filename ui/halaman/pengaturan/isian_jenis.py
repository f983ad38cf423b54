"""The fields of an own kind as a small list: add, change, take out, put in order."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.surat.katalog import TIPE_ISIAN
from desa_app.surat.sunting_jenis import nama_dari
from ui.komponen.dasar import Tombol, TombolPolos, label, mendatar
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

TIPE = {
    "text": "Teks sebaris", "textarea": "Teks panjang", "number": "Bilangan", "decimal": "Bilangan berkoma",
    "money": "Rupiah", "date": "Tanggal", "time": "Jam", "select": "Pilihan", "nik": "NIK",
    "penduduk": "Orang", "repeat": "Baris berulang",
}  # fmt: skip
ISIAN = RecordSpec(
    key="isian_jenis",
    fields=(
        FieldSpec(key="label", label="Nama isian", required=True, hint="misalnya Nama usaha"),
        FieldSpec(key="type", label="Jenis isian", required=True),
        FieldSpec(key="required", label="Wajib diisi", required=True),
        FieldSpec(key="options", label="Pilihan", hint="dipisah titik koma; hanya untuk jenis Pilihan"),
    ),
)
TINGGI = 150


class DaftarIsian(QWidget):
    """`diubah` after each change; `isian` holds the entries as the catalogue writes them."""

    diubah = Signal()

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.isian: list[dict[str, Any]] = []
        self.model = ModelTetap(
            (
                KolomTabel("Isian", 0),
                KolomTabel("Jenis", 120),
                KolomTabel("Wajib", 70),
                KolomTabel("Token", 170),
            )
        )
        self.tabel = TabelData(self.model)
        self.tabel.setFixedHeight(TINGGI)
        self.tabel.dibuka.connect(self.ubah)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(4)
        tata.addLayout(
            mendatar(
                label("Isian surat", "label"), None, TombolPolos("Naik", self._naik),
                TombolPolos("Hapus", self._hapus),
                Tombol("Tambah isian", lambda: self.ubah(None), ikon="tambah"),
            )
        )  # fmt: skip
        tata.addWidget(self.tabel)

    def setel(self, isian: list[dict[str, Any]]) -> None:
        """Show the fields of a kind."""
        self.isian = [dict(i) for i in isian]
        self._tampil()

    def _tampil(self) -> None:
        self.model.isi(
            [
                (i["label"], TIPE[i["type"]], "ya" if i.get("required") else "", f"{{isian.{i['name']}}}")
                for i in self.isian
            ]
        )

    def ubah(self, nomor: int | None) -> None:
        """Ask for one field; None for a new one."""
        baru: dict[str, Any] = {"type": "text", "required": True}
        lama = self.isian[nomor] if nomor is not None else baru
        tipe = [(t, TIPE[t]) for t in TIPE_ISIAN if t != "repeat" or lama["type"] == "repeat"]
        wajib = ((True, "Ya"), (False, "Tidak"))
        form = FormSpec(ISIAN, kolom=1, pilihan={"type": tipe, "required": wajib})
        form.isi(
            {**lama, "required": bool(lama.get("required")), "options": "; ".join(lama.get("options", ()))}
        )
        DialogIsian(
            "Isian surat", form, lambda isi: self._susun(lama, isi), lambda baru: self._pasang(nomor, baru),
            self.ruang.tugas, self.window(), tombol="Pakai",
        ).open()  # fmt: skip

    def _susun(self, lama: dict[str, Any], isi: dict[str, object]) -> dict[str, Any]:
        baru = {
            **lama,
            "label": str(isi["label"]),
            "type": str(isi["type"]),
            "required": bool(isi["required"]),
        }
        baru.setdefault("name", nama_dari(baru["label"]))
        pilihan = [p.strip() for p in str(isi["options"] or "").split(";") if p.strip()]
        return {**baru, "options": pilihan} if pilihan else {k: v for k, v in baru.items() if k != "options"}

    def _pasang(self, nomor: int | None, baru: dict[str, Any]) -> None:
        if nomor is None:
            self.isian.append(baru)
        else:
            self.isian[nomor] = baru
        self._tampil()
        self.diubah.emit()

    def _hapus(self) -> None:
        if (nomor := self.tabel.baris_terpilih()) is not None:
            del self.isian[nomor]
            self._tampil()
            self.diubah.emit()

    def _naik(self) -> None:
        nomor = self.tabel.baris_terpilih()
        if nomor:
            self.isian[nomor - 1 : nomor + 1] = [self.isian[nomor], self.isian[nomor - 1]]
            self._tampil()
            self.tabel.selectRow(nomor - 1)
            self.diubah.emit()
