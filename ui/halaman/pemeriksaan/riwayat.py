"""Every import that was stored, and the way to take one back."""

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan, tanggal_pendek
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.impor.batal import ImporInfo, batalkan_impor, daftar_impor
from desa_app.impor.coba import nama_susunan
from ui.komponen.dasar import Kartu, TombolBahaya, label, mendatar, menurun
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nomor", 76, "kanan"), KolomTabel("Tanggal", 100), KolomTabel("Jam", 70),
    KolomTabel("Oleh", 200),
    KolomTabel("Susunan", 180), KolomTabel("Baru", 90, "kanan"), KolomTabel("Berubah", 90, "kanan"),
    KolomTabel("Keluarga", 90, "kanan"), KolomTabel("Keadaan", 0),
)  # fmt: skip
ALASAN = RecordSpec(
    key="batal",
    fields=(FieldSpec(key="alasan", label="Mengapa impor ini dibatalkan", required=True, max_length=300),),
)
PENJELASAN = (
    "Impor dapat dibatalkan seluruhnya selama belum ada surat, peristiwa, atau perubahan "
    "yang berdiri di atasnya."
)


class RiwayatImpor(QWidget):
    """Newest first."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self._isi: list[ImporInfo] = []
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.batal = TombolBahaya("Batalkan impor ini…", self._batalkan)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = menurun(jarak=12)
        tata.addWidget(label(PENJELASAN, "redup", lipat=True))
        tata.addWidget(kartu, 1)
        tata.addLayout(mendatar(None, self.batal))
        self.setLayout(tata)
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._atur())
        self.muat()

    def muat(self) -> None:
        """Fetch the list."""
        self._ruang.tugas.run(lambda: daftar_impor(self._ruang.konteks), self._tampil, owner=self)

    def _tampil(self, isi: list[ImporInfo]) -> None:
        self._isi = isi
        self.model.isi([
            (str(i.id), tanggal_pendek(i.saat.date()), f"{i.saat:%H.%M}", i.pelaku, nama_susunan(i.format),
             bilangan(i.baru), bilangan(i.berubah), bilangan(i.keluarga),
             f"✗ dibatalkan oleh {i.dibatalkan_oleh}" if i.dibatalkan_oleh else "✓ tersimpan")
            for i in isi
        ])  # fmt: skip
        self._atur()

    def _terpilih(self) -> ImporInfo | None:
        baris = self.tabel.baris_terpilih()
        return self._isi[baris] if baris is not None and baris < len(self._isi) else None

    def _atur(self) -> None:
        x = self._terpilih()
        self.batal.setEnabled(x is not None and not x.dibatalkan_oleh)

    def _batalkan(self) -> None:
        x, konteks = self._terpilih(), self._ruang.konteks
        if x is None:
            return
        nomor = x.id
        DialogIsian(
            f"Batalkan impor {nomor}", FormSpec(ALASAN),
            lambda isi: batalkan_impor(konteks, nomor, str(isi["alasan"])), lambda _: self._berubah(),
            self._ruang.tugas, self, tombol="Batalkan impor",
        ).open()  # fmt: skip

    def _berubah(self) -> None:
        self._ruang.layanan.umumkan_perubahan(("penduduk", "keluarga", "peristiwa"))
        self.muat()
