"""Choosing people: a gap list with several rows at once, or one person's documents."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QWidget

from desa_app.bahasa import bilangan
from desa_app.desa import daftar_dusun
from desa_app.kependudukan.cari import WargaRingkas
from desa_app.lapangan.celah import CELAH, Calon, calon_peserta, usulan_dokumen
from desa_app.lapangan.dokumen import DOKUMEN, baca_syarat
from desa_app.lapangan.peserta import HasilTambah, tambah_peserta
from ui.halaman.lapangan.bagian import REGISTER
from ui.komponen.centang import Centang
from ui.komponen.dasar import Tombol, TombolUtama, label, mendatar
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import Dialog, PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

Kabar = Callable[[HasilTambah], object]
KOLOM = (
    KolomTabel("Nama", 230), KolomTabel("Umur", 56, "kanan"), KolomTabel("Dusun", 120), KolomTabel("RT/RW",
    80),
    KolomTabel("Didahulukan", 140), KolomTabel("Keterangan", 0),
)  # fmt: skip


class _DialogTambah(Dialog):
    """Adding people to a visit; subclasses say whom with which documents in `pilihan`."""

    def __init__(self, judul: str, ruang: Ruang, kegiatan_id: int, kabar: Kabar, induk: QWidget) -> None:
        super().__init__(judul, induk, lebar=560)
        self.ruang, self.kegiatan_id, self._kabar = ruang, kegiatan_id, kabar
        self.galat = PesanGalat()
        self.simpan = TombolUtama("Tambahkan", self.tambahkan, ikon="tambah")
        self.simpan.setDefault(True)
        self.kotak: dict[str, Centang] = {kunci: Centang(j.nama) for kunci, j in DOKUMEN.items()}
        self.isi.addWidget(self.galat)
        k = ruang.konteks
        ruang.tugas.run(lambda: baca_syarat(k), self._jelaskan, owner=self)
        self.tambah_tombol(Tombol("Batal", self.reject), self.simpan)

    def _jelaskan(self, syarat: dict[str, tuple[str, ...]]) -> None:
        for kunci, kotak in self.kotak.items():
            kotak.setToolTip("Syarat: " + "; ".join(syarat[kunci]))

    def kisi_dokumen(self) -> QGridLayout:
        """The six documents to tick."""
        kisi = QGridLayout()
        for nomor, kotak in enumerate(self.kotak.values()):
            kisi.addWidget(kotak, nomor // 3, nomor % 3)
        return kisi

    def dokumen(self) -> tuple[str, ...]:
        """Kinds that are ticked."""
        return tuple(kunci for kunci, kotak in self.kotak.items() if kotak.isChecked())

    def pilihan(self) -> dict[int, tuple[str, ...]]:
        """Residents and their documents."""
        raise NotImplementedError

    def asal(self) -> str:
        """Gap list that they came from."""
        return ""

    def tambahkan(self) -> None:
        """Put them on the list."""
        k, nomor, pilihan, asal = self.ruang.konteks, self.kegiatan_id, self.pilihan(), self.asal()
        if not pilihan:
            self.ruang.layanan.beritahu("Pilih paling sedikit satu orang.")
            return
        self.ruang.tugas.run(
            lambda: tambah_peserta(k, nomor, pilihan, asal=asal), self._jadi, owner=self,
            on_error=self.galat.tampilkan,
        )  # fmt: skip

    def _jadi(self, hasil: HasilTambah) -> None:
        self.accept()
        self._kabar(hasil)
        self.ruang.layanan.umumkan_perubahan(REGISTER)


class DialogDokumen(_DialogTambah):
    """One person found by search."""

    def __init__(
        self, ruang: Ruang, kegiatan_id: int, warga: WargaRingkas, kabar: Kabar, induk: QWidget
    ) -> None:
        super().__init__(f"Tambah {warga.nama}", ruang, kegiatan_id, kabar, induk)
        self._warga = warga
        self.isi.addWidget(label("Dokumen yang dimohon", "label"))
        self.isi.addLayout(self.kisi_dokumen())
        k = ruang.konteks
        ruang.tugas.run(lambda: usulan_dokumen(k, warga.id), self._usulkan, owner=self)

    def _usulkan(self, dokumen: tuple[str, ...]) -> None:
        for kunci in dokumen:
            self.kotak[kunci].setChecked(True)

    def pilihan(self) -> dict[int, tuple[str, ...]]:
        return {self._warga.id: self.dokumen()} if self.dokumen() else {}


class DialogCelah(_DialogTambah):
    """Many people of one gap list."""

    def __init__(self, ruang: Ruang, kegiatan_id: int, kabar: Kabar, induk: QWidget) -> None:
        super().__init__("Tambah peserta dari daftar", ruang, kegiatan_id, kabar, induk)
        self.resize(980, 640)
        self._calon: tuple[Calon, ...] = ()
        self.celah = PilihanCari([(kunci, nama) for kunci, (nama, _) in CELAH.items()], boleh_kosong=False)
        self.celah.setFixedWidth(280)
        self.celah.setAccessibleName("Daftar")
        self.dusun = PilihanCari((), boleh_kosong=True)
        self.dusun.setFixedWidth(180)
        self.dusun.setPlaceholderText("Semua dusun")
        self.dusun.setAccessibleName("Dusun")
        self.jumlah = label("", "redup")
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._hitung())
        self.isi.addLayout(
            mendatar(self.celah, self.dusun, Tombol("Pilih semua", self.tabel.selectAll), None, self.jumlah)
        )
        self.isi.addWidget(self.tabel, 1)
        self.isi.addWidget(label("Dokumen yang dimohon setiap orang", "label"))
        self.isi.addLayout(self.kisi_dokumen())
        self.celah.currentIndexChanged.connect(lambda _: self._ganti())
        self.dusun.currentIndexChanged.connect(lambda _: self.muat())
        ruang.tugas.run(lambda: daftar_dusun(ruang.konteks), self._isi_dusun, owner=self)
        self._ganti()

    def _isi_dusun(self, dusun: list[tuple[int, str]]) -> None:
        self.dusun.blockSignals(True)
        self.dusun.isi_pilihan([(nomor, f"Dusun {nama.title()}") for nomor, nama in dusun])
        self.dusun.blockSignals(False)

    def _ganti(self) -> None:
        for kunci, kotak in self.kotak.items():
            kotak.setChecked(kunci in CELAH[self.asal()][1])
        self.muat()

    def muat(self) -> None:
        """Fetch the gap list."""
        k, celah, nomor = self.ruang.konteks, self.asal(), self.kegiatan_id
        terpilih = self.dusun.nilai()
        dusun = terpilih if isinstance(terpilih, int) else None
        self.ruang.tugas.run(lambda: calon_peserta(k, celah, dusun, nomor), self._tampil, owner=self)

    def _tampil(self, calon: tuple[Calon, ...]) -> None:
        self._calon = tuple(c for c in calon if not c.sudah_ikut)
        self.model.isi(
            [
                (
                    c.nama,
                    "" if c.umur is None else str(c.umur),
                    c.dusun.title(),
                    f"{c.rt}/{c.rw}",
                    c.utama,
                    c.sebab,
                )
                for c in self._calon
            ]
        )
        self._hitung()

    def _hitung(self) -> None:
        terpilih = len(self.tabel.selectionModel().selectedRows())
        self.jumlah.setText(f"{bilangan(terpilih)} dipilih dari {bilangan(len(self._calon))}")

    def asal(self) -> str:
        return str(self.celah.nilai())

    def pilihan(self) -> dict[int, tuple[str, ...]]:
        baris = sorted(i.row() for i in self.tabel.selectionModel().selectedRows())
        semua, bawaan = self.dokumen(), CELAH[self.asal()][1]
        tetap = not bawaan and not semua
        return {
            c.penduduk_id: c.dokumen if tetap else semua for c in (self._calon[b] for b in baris)
        }  # a list without own documents proposes what each person lacks
