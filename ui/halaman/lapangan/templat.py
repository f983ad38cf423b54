"""Templates of steps: looking, making, changing, copying, exporting, reading from a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import nama_templat
from desa_app.lapangan.templat import (
    Templat,
    daftar_templat,
    ekspor_templat,
    hapus_templat,
    impor_templat,
    salin_templat,
)
from ui.halaman.lapangan.bagian import tanya_kata
from ui.halaman.lapangan.sunting_templat import DialogSuntingTemplat
from ui.komponen.berkas import tanya_buka, tanya_simpan
from ui.komponen.dasar import Tombol, TombolUtama, label, tampak_bila
from ui.komponen.pesan import Dialog, PesanGalat, tanya
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

AKHIRAN = ".templat.json"
_KOLOM = (KolomTabel("Templat", 0), KolomTabel("Langkah", 80, "kanan"), KolomTabel("Asal", 130))
_LANGKAH = (
    KolomTabel("No", 44, "kanan"), KolomTabel("Kegiatan", 0), KolomTabel("Pelaksana", 190),
    KolomTabel("Waktu baku", 96, "kanan"), KolomTabel("Output", 190),
)  # fmt: skip


class DialogTemplat(Dialog):
    """All templates above, the steps of the chosen one below."""

    def __init__(self, ruang: Ruang, induk: QWidget) -> None:
        super().__init__("Templat langkah", induk, lebar=900)
        self.resize(1060, 620)
        self.ruang = ruang
        self._semua: tuple[Templat, ...] = ()
        self.model, self.langkah = ModelTetap(_KOLOM), ModelTetap(_LANGKAH)
        self.tabel, bawah = TabelData(self.model), TabelData(self.langkah)
        self.tabel.setFixedHeight(150)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._pilih())
        self.tabel.dibuka.connect(lambda _: self.ubah())
        self.galat = PesanGalat()
        self.nama = label("", "tebal", lipat=True)
        for isi in (
            self.galat, self.tabel, self.nama,
            label(
                "Pada templat naskah sumber, yang kosong tidak terbaca di naskahnya. Isilah pada kegiatan, "
                "atau salin templatnya lalu ubah salinannya.", "kecil",
            ),
            bawah,
        ):  # fmt: skip
            self.isi.addWidget(isi)
        boleh = ruang.konteks.boleh(Izin.SURAT_BUAT) or ruang.konteks.boleh(Izin.PENGATURAN)
        self.sunting = Tombol("Ubah …", self.ubah, ikon="ubah")
        self.buang = Tombol("Hapus", self._hapus, ikon="hapus")
        ubah = (
            Tombol("Ambil dari berkas …", self._impor, ikon="unggah"),
            Tombol("Salin …", self._salin, ikon="salin"), self.buang, self.sunting,
            TombolUtama("Buat templat …", self.buat, ikon="tambah", pintasan="Ctrl+N"),
        )  # fmt: skip
        for t in ubah:
            tampak_bila(boleh, t)
        self.tambah_tombol(Tombol("Simpan ke berkas …", self._ekspor, ikon="unduh"), *ubah)
        self.tombol.insertWidget(0, Tombol("Tutup", self.accept))
        ruang.layanan.perubahan.connect(lambda _: self.muat())
        self.muat()

    def muat(self) -> None:
        """Fetch the templates."""
        self.ruang.tugas.run(lambda: daftar_templat(self.ruang.konteks), self._tampil, owner=self)

    def _tampil(self, semua: tuple[Templat, ...]) -> None:
        baris = self.tabel.baris_terpilih() or 0
        self._semua = semua
        self.model.isi(
            [
                (nama_templat(t.kode, t.nama), str(len(t.langkah)), "naskah sumber" if t.bawaan else "desa")
                for t in semua
            ]
        )
        self.tabel.selectRow(min(baris, len(semua) - 1))

    def terpilih(self) -> Templat:
        """The template of the selected row."""
        return self._semua[self.tabel.baris_terpilih() or 0]

    def _pilih(self) -> None:
        if self._semua:
            self.nama.setText(self.terpilih().nama)
            self.langkah.isi(
                [
                    (str(n), x.uraian, x.pelaksana, f"{x.menit} menit" if x.menit else "–", x.output)
                    for n, x in enumerate(self.terpilih().langkah, 1)
                ]
            )
            for tombol in (self.sunting, self.buang):
                tombol.setEnabled(not self.terpilih().bawaan)

    def buat(self) -> None:
        """Make a template from nothing."""
        DialogSuntingTemplat(self.ruang, Templat("", "", ()), self).open()

    def ubah(self) -> None:
        """Change the selected template of the village's own."""
        if not self.terpilih().bawaan:
            DialogSuntingTemplat(self.ruang, self.terpilih(), self).open()

    def _salin(self) -> None:
        k, kode = self.ruang.konteks, self.terpilih().kode
        tanya_kata(
            self.ruang, self, "Salin templat", "Nama templat baru", "Salin",
            lambda nama: salin_templat(k, kode, nama),
        )  # fmt: skip

    def _hapus(self) -> None:
        k, t = self.ruang.konteks, self.terpilih()
        tanya(
            self, "Hapus templat",
            f"Templat “{t.nama}” dihapus. Kegiatan yang sudah dibuat darinya tetap ada.", "Hapus templat",
            lambda: self._jalan(lambda: hapus_templat(k, t.kode)), bahaya=True,
        )  # fmt: skip

    def _ekspor(self) -> None:
        k, t = self.ruang.konteks, self.terpilih()
        tanya_simpan(
            self,
            "Simpan templat",
            "templat",
            AKHIRAN,
            lambda p: self._jalan(lambda: ekspor_templat(k, t.kode, p)),
        )

    def _impor(self) -> None:
        tanya_buka(self, "Ambil templat", ".json", self.ambil)

    def ambil(self, berkas: Path) -> None:
        """Read a template from a file."""
        k = self.ruang.konteks
        self._jalan(lambda: impor_templat(k, berkas))

    def _jalan(self, kerja: Callable[[], object]) -> None:
        self.galat.bersihkan()
        self.ruang.tugas.run(
            kerja,
            lambda _: self.muat(),
            owner=self,
            on_error=self.galat.tampilkan,
        )
