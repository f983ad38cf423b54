"""Pairs that look like one person, side by side: same or not."""

from PySide6.QtWidgets import QListView, QWidget

from desa_app.bahasa import bilangan
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.gabung import gabung_orang
from desa_app.pemeriksaan.sanding import BUKAN, BarisSanding, daftar_pasangan, jumlah_beda, sandingkan
from desa_app.pemeriksaan.temuan import TemuanInfo, tandai_temuan
from ui.komponen.dasar import Kartu, Tombol, label, mendatar, menurun, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import DialogGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.komponen.warga import DaftarDuaBaris, PelukisDuaBaris
from ui.ruang import Ruang

KOLOM = (KolomTabel("Isian", 210), KolomTabel("Catatan pertama", 0), KolomTabel("Catatan kedua", 300))
LEBAR_DAFTAR = 330
ALASAN = RecordSpec(
    key="gabung",
    fields=(
        FieldSpec(key="alasan", label="Mengapa keduanya orang yang sama", required=True, max_length=300),
    ),
)


class Pasangan(QWidget):
    """List of pairs at the left, the two records at the right."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self.model_daftar = DaftarDuaBaris(self)
        self.daftar = QListView()
        self.daftar.setModel(self.model_daftar)
        self.daftar.setItemDelegate(PelukisDuaBaris(self.daftar))
        self.daftar.setFixedWidth(LEBAR_DAFTAR)
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.keterangan = label("", "redup", lipat=True)
        ubah = ruang.konteks.boleh(Izin.BUKU_UBAH)
        self.tombol = [
            Tombol("Sama: pertahankan yang pertama…", lambda: self._gabung(pertama=True)),
            Tombol("Sama: pertahankan yang kedua…", lambda: self._gabung(pertama=False)),
            Tombol("Bukan orang yang sama", self._bukan, ikon="silang"),
        ]
        for tombol in self.tombol:
            tampak_bila(ubah, tombol)
        self._susun()
        self.daftar.selectionModel().currentChanged.connect(lambda *_: self._sandingkan())
        self.muat()

    def _susun(self) -> None:
        kiri, kanan = Kartu(tepi=1), Kartu(tepi=1)
        kiri.setFixedWidth(LEBAR_DAFTAR + 2)
        for kartu, isi in ((kiri, self.daftar), (kanan, self.tabel)):
            kartu.isi.setContentsMargins(1, 1, 1, 1)
            kartu.isi.addWidget(isi)
        tata = menurun(jarak=12)
        tata.addWidget(self.keterangan)
        tengah = mendatar(kiri, jarak=14)
        tengah.addWidget(kanan, 1)
        tata.addLayout(tengah, 1)
        tata.addLayout(mendatar(None, *self.tombol))
        self.setLayout(tata)

    def muat(self) -> None:
        """Fetch the pairs."""
        self._ruang.tugas.run(lambda: daftar_pasangan(self._ruang.konteks), self._tampil, owner=self)

    def _tampil(self, isi: list[TemuanInfo]) -> None:
        self.model_daftar.isi([(f"{x.nama_lawan} · {x.nama}", x.uraian, x) for x in isi])
        self.model.isi([])
        for tombol in self.tombol:
            tombol.setEnabled(False)
        if isi:
            self.keterangan.setText(f"{bilangan(len(isi))} pasang. Bandingkan, lalu putuskan.")
            self.daftar.setCurrentIndex(self.model_daftar.index(0))
        else:
            self.keterangan.setText("Tidak ada orang yang tampak tercatat dua kali.")

    def terpilih(self) -> TemuanInfo | None:
        """The pair that is selected."""
        index = self.daftar.currentIndex()
        isi: TemuanInfo | None = self.model_daftar.butir[index.row()][2] if index.isValid() else None
        return isi

    def _sandingkan(self) -> None:
        x = self.terpilih()
        if x is None or x.penduduk_id is None or x.lawan_id is None:
            return
        kiri, kanan, konteks = x.lawan_id, x.penduduk_id, self._ruang.konteks
        self._ruang.tugas.run(
            lambda: sandingkan(konteks, kiri, kanan), self._tampil_sanding, owner=self, on_error=self._gagal
        )

    def _tampil_sanding(self, baris: list[BarisSanding]) -> None:
        warna = {(n, k): "lewat" for n, b in enumerate(baris) if b.beda for k in (1, 2)}
        self.model.isi([(b.isian, b.kiri or "-", b.kanan or "-") for b in baris], keadaan=warna)
        self.keterangan.setText(f"{bilangan(jumlah_beda(baris))} isian berbeda, ditandai merah.")
        for tombol in self.tombol:
            tombol.setEnabled(True)

    def _gabung(self, *, pertama: bool) -> None:
        x = self.terpilih()
        if x is None or x.penduduk_id is None or x.lawan_id is None:
            return
        tetap, lepas = (x.lawan_id, x.penduduk_id) if pertama else (x.penduduk_id, x.lawan_id)
        konteks = self._ruang.konteks
        DialogIsian(
            "Gabungkan dua catatan", FormSpec(ALASAN),
            lambda isi: gabung_orang(konteks, tetap, lepas, str(isi["alasan"])), lambda _: self._berubah(),
            self._ruang.tugas, self, tombol="Gabungkan",
        ).open()  # fmt: skip

    def _bukan(self) -> None:
        x, konteks = self.terpilih(), self._ruang.konteks
        if x is not None:
            nomor = x.id
            self._ruang.tugas.run(
                lambda: tandai_temuan(konteks, [nomor], "sah", BUKAN), lambda _: self._berubah(), owner=self,
                on_error=self._gagal,
            )  # fmt: skip

    def _berubah(self) -> None:
        self._ruang.layanan.umumkan_perubahan(("penduduk", "keluarga", "peristiwa", "temuan"))
        self.muat()

    def _gagal(self, galat: DesaError) -> None:
        DialogGalat(galat, self).open()
