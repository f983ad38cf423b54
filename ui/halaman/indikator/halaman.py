"""Page Indikator: gauges of the indicators on one day, and behind each the names."""

from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desa_app.bahasa import tanggal_panjang
from desa_app.desa import daftar_dusun
from desa_app.spm.celah import BarisCelah, celah
from desa_app.spm.indikator import SEBUTAN, hitung_indikator
from desa_app.spm.nilai import NilaiIndikator
from ui.halaman.dasar import Halaman
from ui.halaman.indikator.daftar import DaftarCelah
from ui.halaman.indikator.kartu import KartuIndikator
from ui.komponen.dasar import label, mendatar, menurun
from ui.komponen.isian import IsianTanggal, PilihanCari
from ui.ruang import Ruang


class HalamanIndikator(Halaman):
    """The gauges; *Lihat yang belum* shows the names in the same place."""

    register = frozenset({"penduduk", "surat", "tanah", "spm", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._tanggal = ruang.konteks.jam.hari_ini()
        self._dusun: int | None = None
        self.kartu: dict[str, KartuIndikator] = {}
        self.daftar = DaftarCelah()
        self.daftar.ditutup.connect(self._tutup_daftar)
        self.daftar.dibuka.connect(self._buka_orang)
        self.tumpuk = QStackedWidget()
        self.tumpuk.addWidget(self._ringkasan())
        self.tumpuk.addWidget(self.daftar)
        self.tata.addWidget(self.tumpuk, 1)
        self.keadaan(f"Keadaan {tanggal_panjang(self._tanggal)}")

    def _ringkasan(self) -> QWidget:
        self.isian_tanggal = IsianTanggal()
        self.isian_tanggal.setel(self._tanggal)
        self.isian_tanggal.setFixedWidth(120)
        self.isian_tanggal.setAccessibleName("Keadaan per tanggal")
        self.isian_tanggal.editingFinished.connect(self._ganti_tanggal)
        self.pilihan_dusun = PilihanCari((), boleh_kosong=True)
        self.pilihan_dusun.setFixedWidth(180)
        self.pilihan_dusun.setPlaceholderText("Semua dusun")
        self.pilihan_dusun.setAccessibleName("Dusun")
        self.pilihan_dusun.currentIndexChanged.connect(lambda _: self._ganti_dusun())
        hasil = QWidget()
        tata = menurun(jarak=14)
        hasil.setLayout(tata)
        tata.addLayout(
            mendatar(
                label("Per tanggal", "label"), self.isian_tanggal, self.pilihan_dusun,
                label("Target 75 % · Lampiran I SPM Desa", "redup"), None,
            )
        )  # fmt: skip
        self._kisi = QGridLayout()
        self._kisi.setSpacing(14)
        for nomor, kode in enumerate(SEBUTAN):
            kartu = self.kartu[kode] = KartuIndikator(kode)
            kartu.diminta.connect(self.lihat)
            self._kisi.addWidget(kartu, nomor // 2, nomor % 2)
        for kolom in (0, 1):
            self._kisi.setColumnStretch(kolom, 1)
        tata.addLayout(self._kisi)
        tata.addStretch(1)
        return hasil

    def muat_ulang(self) -> None:
        k, tanggal, dusun = self.ruang.konteks, self._tanggal, self._dusun
        self.ruang.tugas.run(
            lambda: (daftar_dusun(k), hitung_indikator(k, tanggal, dusun)), self._tampil, owner=self
        )

    def _tampil(self, hasil: tuple[list[tuple[int, str]], tuple[NilaiIndikator, ...]]) -> None:
        dusun, nilai = hasil
        if self.pilihan_dusun.count() != len(dusun) + 1:
            self.pilihan_dusun.blockSignals(True)
            self.pilihan_dusun.isi_pilihan([(id_, f"Dusun {nama.title()}") for id_, nama in dusun])
            self.pilihan_dusun.setel(self._dusun)
            self.pilihan_dusun.blockSignals(False)
        for n in nilai:
            self.kartu[n.kode].setel(n)
        self.keadaan(f"Keadaan {tanggal_panjang(self._tanggal)}")

    def _ganti_tanggal(self) -> None:
        from desa_app.buku.validate import baca_tanggal

        try:
            tanggal = baca_tanggal(str(self.isian_tanggal.nilai()))
        except ValueError as galat:
            self.ruang.layanan.beritahu(f"Tanggal belum benar: {galat}.")
            self.isian_tanggal.setel(self._tanggal)
            return
        if tanggal != self._tanggal:
            self._tanggal = tanggal
            self.muat_ulang()

    def _ganti_dusun(self) -> None:
        terpilih = self.pilihan_dusun.nilai()
        dusun = terpilih if isinstance(terpilih, int) else None
        if dusun != self._dusun:
            self._dusun = dusun
            self.muat_ulang()

    def buka(self, **arg: object) -> None:
        kode = arg.get("celah")
        if isinstance(kode, str) and kode in self.kartu:
            self.lihat(kode)

    def lihat(self, kode: str) -> None:
        """Show the names behind an indicator."""
        k, tanggal, dusun = self.ruang.konteks, self._tanggal, self._dusun
        self.ruang.tugas.run(
            lambda: celah(k, kode, tanggal, dusun), lambda baris: self._tampil_daftar(kode, baris), owner=self
        )

    def _tampil_daftar(self, kode: str, baris: tuple[BarisCelah, ...]) -> None:
        self.daftar.isi(f"{kode} · yang belum", baris)
        self.tumpuk.setCurrentWidget(self.daftar)
        self.daftar.tabel.setFocus()

    def _buka_orang(self, baris: BarisCelah) -> None:
        jenis, _, nomor = baris.objek.partition(":")
        self.ruang.layanan.buka_halaman("kependudukan", **{jenis: int(nomor)})

    def _tutup_daftar(self) -> None:
        self.tumpuk.setCurrentIndex(0)

    def kembali(self) -> bool:
        if self.tumpuk.currentIndex() == 0:
            return False
        self._tutup_daftar()
        return True
