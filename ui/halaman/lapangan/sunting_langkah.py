"""Steps as one edits them: added, changed, put in order, taken away. One form for a template and a visit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.lapangan.templat import LANGKAH_TERBANYAK, TEKS_TERPANJANG, LangkahTemplat
from ui.komponen.dasar import Kartu, Tombol, label, mendatar, menurun
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

LANGKAH = RecordSpec(
    key="langkah",
    fields=(
        FieldSpec(key="uraian", label="Kegiatan", required=True, max_length=TEKS_TERPANJANG),
        FieldSpec(
            key="pelaksana", label="Pelaksana", max_length=250, hint="lebih dari satu dipisah koma"
        ),
        FieldSpec(
            key="menit", label="Waktu baku (menit)", kind=Kind.INTEGER,
            hint="2 jam ditulis 120; kosongkan bila belum ditetapkan",
        ),
        FieldSpec(key="kelengkapan", label="Kelengkapan", max_length=250),
        FieldSpec(key="output", label="Output", max_length=250),
        FieldSpec(key="keterangan", label="Keterangan", max_length=250),
    ),
)  # fmt: skip
_KOLOM = (
    KolomTabel("No", 44, "kanan"), KolomTabel("Kegiatan", 0), KolomTabel("Pelaksana", 170),
    KolomTabel("Kelengkapan", 170), KolomTabel("Waktu baku", 96, "kanan"), KolomTabel("Output", 150),
)  # fmt: skip


class PenyuntingLangkah(QWidget):
    """A list of steps in hand; nothing is stored here. `berubah` after each change."""

    berubah = Signal()

    def __init__(self, ruang: Ruang, langkah: Sequence[LangkahTemplat]) -> None:
        super().__init__()
        self.ruang, self._langkah = ruang, list(langkah)
        self.model = ModelTetap(_KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda _: self.ubah())
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._atur())
        self.tambah = Tombol("Tambah langkah …", self.tambahkan, ikon="tambah")
        self.sunting = Tombol("Ubah …", self.ubah, ikon="ubah")
        self.naik = Tombol("Naik", lambda: self.geser(-1), ikon="atas", pintasan="Alt+Up")
        self.turun = Tombol("Turun", lambda: self.geser(1), ikon="bawah", pintasan="Alt+Down")
        self.buang = Tombol("Hapus", self.hapus, ikon="hapus")
        self.ringkas = label("", "redup")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(jarak=8)
        tata.addLayout(
            mendatar(self.ringkas, None, self.naik, self.turun, self.buang, self.sunting, self.tambah)
        )
        tata.addWidget(kartu, 1)
        self.setLayout(tata)
        self._tampil(0)

    def langkah(self) -> list[LangkahTemplat]:
        """The steps in their present order."""
        return list(self._langkah)

    def kunci_jumlah(self) -> None:
        """A visit that has begun keeps the number and order of its steps; their words stay open."""
        for tombol in (self.tambah, self.naik, self.turun, self.buang):
            tombol.hide()

    def _tampil(self, pilih: int) -> None:
        self.model.isi([_sel(n, x) for n, x in enumerate(self._langkah, 1)])
        menit = sum(x.menit or 0 for x in self._langkah)
        kosong = sum(x.menit is None for x in self._langkah)
        kata = f"{len(self._langkah)} langkah, waktu baku {bilangan(menit)} menit"
        self.ringkas.setText(f"{kata}; {kosong} tanpa waktu baku" if kosong else kata)
        if self._langkah:
            self.tabel.selectRow(max(0, min(pilih, len(self._langkah) - 1)))
        self._atur()

    def _atur(self) -> None:
        baris, banyak = self.tabel.baris_terpilih(), len(self._langkah)
        ada = baris is not None and baris < banyak
        for tombol in (self.sunting, self.buang):
            tombol.setEnabled(ada)
        self.naik.setEnabled(ada and baris != 0)
        self.turun.setEnabled(ada and baris != banyak - 1)
        self.tambah.setEnabled(banyak < LANGKAH_TERBANYAK)

    def _terpilih(self) -> int | None:
        baris = self.tabel.baris_terpilih()
        return baris if baris is not None and baris < len(self._langkah) else None

    def tambahkan(self) -> None:
        """Ask for a step after the selected one."""
        baris = self._terpilih()
        tempat = len(self._langkah) if baris is None else baris + 1

        def jadi(baru: LangkahTemplat) -> None:
            self._langkah.insert(tempat, baru)
            self._ganti(tempat)

        dialog_langkah(self.ruang, self, "Tambah langkah", LangkahTemplat(""), jadi).open()

    def ubah(self) -> None:
        """Change the selected step."""
        baris = self._terpilih()
        if baris is None:
            return

        def jadi(baru: LangkahTemplat) -> None:
            self._langkah[baris] = baru
            self._ganti(baris)

        dialog_langkah(self.ruang, self, f"Langkah {baris + 1}", self._langkah[baris], jadi).open()

    def geser(self, arah: int) -> None:
        """Move the selected step up or down by one."""
        baris = self._terpilih()
        if baris is None or not 0 <= baris + arah < len(self._langkah):
            return
        self._langkah.insert(baris + arah, self._langkah.pop(baris))
        self._ganti(baris + arah)

    def hapus(self) -> None:
        """Take the selected step out of the list in hand."""
        baris = self._terpilih()
        if baris is not None:
            del self._langkah[baris]
            self._ganti(baris)

    def _ganti(self, pilih: int) -> None:
        self._tampil(pilih)
        self.berubah.emit()


def dialog_langkah(
    ruang: Ruang, induk: QWidget, judul: str, lama: LangkahTemplat, jadi: Any
) -> DialogIsian:  # fmt: skip
    """The form of one step; `jadi` gets it as it was filled in."""
    formulir = FormSpec(LANGKAH, lebar=("uraian",))
    formulir.isi({f.key: getattr(lama, f.key) for f in LANGKAH.fields})

    def rapi(nilai: dict[str, Any]) -> LangkahTemplat:
        teks: dict[str, Any] = {kunci: v or "" for kunci, v in nilai.items() if kunci != "menit"}
        return replace(lama, menit=nilai["menit"], **teks)

    return DialogIsian(judul, formulir, rapi, jadi, ruang.tugas, induk, tombol="Pakai", lebar=640)


def _sel(no: int, x: LangkahTemplat) -> tuple[str, ...]:
    return (
        str(no), x.uraian, x.pelaksana, x.kelengkapan, f"{bilangan(x.menit)} menit" if x.menit else "–",
        x.output,
    )  # fmt: skip
