"""Page Indikator: gauges of the indicators on one day, and behind each the names."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desa_app.bahasa import kapital_kata, tanggal_panjang
from desa_app.buku.validate import baca_tanggal
from desa_app.desa import daftar_dusun
from desa_app.keamanan.peran import Izin
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.celah import celah
from desa_app.spm.cetak import cetak_celah
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.laporan import lembar_indikator
from desa_app.spm.papan_indikator import PapanIndikator, papan_indikator
from desa_app.spm.potret import lengkapi_potret
from desa_app.spm.tugas import KODE as KODE_TUGAS
from desa_app.spm.tugas import daftar_tugas
from ui.halaman.dasar import Halaman
from ui.halaman.indikator.batang import KartuDusun
from ui.halaman.indikator.daftar import DaftarCelah
from ui.halaman.indikator.dialog import DialogPenugasan, dialog_tanda, tampilkan_galat
from ui.halaman.indikator.kartu import KartuIndikator, KartuPenugasan, KartuSarana
from ui.halaman.indikator.laporan import TombolLaporan
from ui.halaman.indikator.perkiraan import dialog_perkiraan
from ui.halaman.indikator.sarana import dialog_sarana
from ui.halaman.indikator.tindakan import PapanTindakan
from ui.kertas.buka import buka_pratinjau
from ui.komponen.dasar import Tombol, label, mendatar, menurun, tampak_bila
from ui.komponen.isian import IsianTanggal, PilihanCari
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

TINGGI_LAPANG = 860
"""From this height the page also shows the bars of every dusun."""


class HalamanIndikator(Halaman):
    """The gauges; *Lihat yang belum* shows the names in the same place.

    `buka(celah="SPM-2")` shows the names of an indicator, `buka(tugas=3)` a land task.
    """

    register = frozenset({"penduduk", "keluarga", "peristiwa", "surat", "tanah", "spm", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._tanggal = ruang.konteks.jam.hari_ini()
        self._dusun: int | None = None
        self._kode = ""
        self._papan: PapanIndikator | None = None
        self.kartu: dict[str, KartuIndikator] = {}
        self.tumpuk = Tumpukan()
        self.tumpuk.addWidget(self._ringkasan())
        self.tumpuk.addWidget(self._buat_daftar())
        self.tata.addWidget(self.tumpuk, 1)
        self.keadaan(f"Keadaan {tanggal_panjang(self._tanggal)}")

    def _buat_daftar(self) -> DaftarCelah:
        self.daftar = DaftarCelah()
        self.daftar.ditutup.connect(self._tutup_daftar)
        self.daftar.dibuka.connect(self._buka_orang)
        self.daftar.cetak_diminta.connect(self._cetak_daftar)
        self.daftar.tanda_diminta.connect(self._tandai)
        self.tindakan = PapanTindakan(self.ruang, self)
        self.daftar.tugas_diminta.connect(self.tindakan.lihat_tugas)
        self.daftar.penyuluhan_diminta.connect(self.tindakan.penyuluhan)
        tampak_bila(self.ruang.konteks.boleh(Izin.INDIKATOR_ISI), self.daftar.tombol_tanda)
        return self.daftar

    def _ringkasan(self) -> QWidget:
        hasil = QWidget()
        tata = menurun(jarak=14)
        hasil.setLayout(tata)
        tata.addLayout(self._alat())
        kisi = QGridLayout()
        kisi.setSpacing(14)
        for nomor, kode in enumerate(SEBUTAN):
            kartu = self.kartu[kode] = KartuIndikator(kode)
            kartu.diminta.connect(self.lihat)
            kisi.addWidget(kartu, nomor // 2, nomor % 2)
        for kolom in (0, 1):
            kisi.setColumnStretch(kolom, 1)
        tata.addLayout(kisi)
        self.sarana, self.penugasan = KartuSarana(), KartuPenugasan()
        self.sarana.diminta.connect(self._ubah_sarana)
        self.penugasan.diminta.connect(self._buka_penugasan)
        bawah = mendatar(self.sarana, self.penugasan, jarak=14)
        bawah.setStretch(0, 6)
        bawah.setStretch(1, 5)
        tata.addLayout(bawah)
        self.dusun = KartuDusun(SEBUTAN)
        tata.addWidget(self.dusun)
        tata.addStretch(1)
        return hasil

    def _alat(self) -> QHBoxLayout:
        self.isian_tanggal = IsianTanggal()
        self.isian_tanggal.setel(self._tanggal)
        self.isian_tanggal.setFixedWidth(120)
        self.isian_tanggal.setAccessibleName("Keadaan per tanggal")
        self.isian_tanggal.editingFinished.connect(self._ganti_tanggal)
        self.pilihan_dusun = PilihanCari()
        self.pilihan_dusun.setFixedWidth(180)
        self.pilihan_dusun.setPlaceholderText("Semua dusun")
        self.pilihan_dusun.setAccessibleName("Dusun")
        self.pilihan_dusun.currentIndexChanged.connect(lambda _: self._ganti_dusun())
        self.kata_target = label("", "redup")
        self.laporan = TombolLaporan(self.ruang, self)
        if self.ruang.konteks.boleh(Izin.INDIKATOR_ISI):
            self.laporan.tambah("Isi perkiraan tahun lalu …", self.isi_perkiraan)
        self.alat = mendatar(
            label("Per tanggal", "label"),
            self.isian_tanggal,
            self.pilihan_dusun,
            self.kata_target,
            None,
            Tombol("Cetak satu halaman", self.cetak_lembar, ikon="cetak", pintasan="Ctrl+P"),
            self.laporan,
        )
        return self.alat

    def cetak_lembar(self) -> None:
        """Show the page with all gauges, for the day on show, with its ways of printing and saving."""
        from ui.kertas.buka import tampilkan_kertas

        k, tanggal = self.ruang.konteks, self._tanggal
        self.ruang.tugas.run(
            lambda: lembar_indikator(k, tanggal),
            lambda lembar: tampilkan_kertas(self.ruang, lembar, "Indikator SPM Desa", self, lambda: None),
            owner=self, on_error=tampilkan_galat(self),
        )  # fmt: skip

    @property
    def papan(self) -> PapanIndikator | None:
        """What is on show; None before the first load."""
        return self._papan

    def muat_ulang(self) -> None:
        k, tanggal, dusun = self.ruang.konteks, self._tanggal, self._dusun

        def ambil() -> tuple[list[tuple[int, str]], PapanIndikator]:
            if k.boleh(Izin.INDIKATOR_ISI):
                lengkapi_potret(k)
            return daftar_dusun(k), papan_indikator(k, tanggal, dusun)

        self.ruang.tugas.run(ambil, self._tampil, owner=self)

    def _tampil(self, hasil: tuple[list[tuple[int, str]], PapanIndikator]) -> None:
        dusun, papan = hasil
        self._papan = papan
        if self.pilihan_dusun.count() != len(dusun) + 1:
            self.pilihan_dusun.blockSignals(True)
            self.pilihan_dusun.isi_pilihan([(id_, f"Dusun {kapital_kata(nama)}") for id_, nama in dusun])
            self.pilihan_dusun.setel(self._dusun)
            self.pilihan_dusun.blockSignals(False)
        for isi in papan.kartu:
            self.kartu[isi.nilai.kode].setel(isi)
            self.dusun.setel(isi.nilai.kode, isi.per_dusun)
        boleh = self.ruang.konteks.boleh(Izin.INDIKATOR_ISI)
        self.sarana.setel(papan.sarana, boleh_isi=boleh)
        self.penugasan.setel(papan.penugasan)
        target = {isi.nilai.target for isi in papan.kartu}
        awalan = f"Target {min(target)} % · " if len(target) == 1 else ""
        self.kata_target.setText(awalan + papan.peraturan)
        self.keadaan(f"Keadaan {tanggal_panjang(papan.tanggal)} · {papan.kata_waktu}")
        if self.tumpuk.currentWidget() is self.daftar:
            self.lihat(self._kode)

    def _ganti_tanggal(self) -> None:
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

    def resizeEvent(self, peristiwa: QResizeEvent) -> None:
        super().resizeEvent(peristiwa)
        self.dusun.setVisible(self.height() >= TINGGI_LAPANG)

    def buka(self, **arg: object) -> None:
        kode, tugas = arg.get("celah"), arg.get("tugas")
        if isinstance(kode, str) and kode in self.kartu:
            self.lihat(kode)
        if isinstance(tugas, int):
            self.tindakan.buka_tugas(tugas)

    def lihat(self, kode: str) -> None:
        """Show the names behind an indicator."""
        k, tanggal, dusun = self.ruang.konteks, self._tanggal, self._dusun

        def ambil() -> tuple[tuple[BarisCelah, ...], int]:
            return celah(k, kode, tanggal, dusun), len(daftar_tugas(k)) if kode == KODE_TUGAS else 0

        self.ruang.tugas.run(ambil, lambda hasil: self._tampil_daftar(kode, *hasil), owner=self)

    def _tampil_daftar(self, kode: str, baris: tuple[BarisCelah, ...], tugas: int) -> None:
        self._kode = kode
        isi = next((i for i in self._papan.kartu if i.nilai.kode == kode), None) if self._papan else None
        penyuluhan = kode == "SPM-3" and self.ruang.layanan.ada("triwulan")
        self.daftar.atur(self.tindakan.untuk(kode), tugas=tugas, penyuluhan=penyuluhan)
        self.daftar.isi(f"{kode} · yang belum", baris, isi.per_dusun if isi else ())
        self.tumpuk.setCurrentWidget(self.daftar)
        self.daftar.tabel.setFocus()

    def _buka_orang(self, baris: BarisCelah) -> None:
        jenis, _, nomor = baris.objek.partition(":")
        halaman = "pelayanan" if jenis == "permohonan" else "kependudukan"
        self.ruang.layanan.buka_halaman(halaman, **{jenis: int(nomor)})

    def _cetak_daftar(self) -> None:
        k, kode, tanggal, dusun = self.ruang.konteks, self._kode, self._tanggal, self._dusun
        terbuka = k.boleh(Izin.EKSPOR_TERBUKA)
        buka_pratinjau(
            self.ruang,
            lambda: cetak_celah(k, kode, tanggal, dusun, terbuka=terbuka),
            self,
            tampilkan_galat(self),
        )

    def _tandai(self, baris: BarisCelah) -> None:
        dialog_tanda(self.ruang, self._kode, baris, self._berubah, self).open()

    def _ubah_sarana(self, nomor: int) -> None:
        if self._papan is not None:
            dialog_sarana(self.ruang, self._papan.sarana[nomor - 1], self._berubah, self).open()

    def _buka_penugasan(self) -> None:
        if self._papan is not None:
            boleh = self.ruang.konteks.boleh(Izin.INDIKATOR_ISI)
            DialogPenugasan(self.ruang, self._papan.penugasan, self._berubah, self, boleh_isi=boleh).open()

    def isi_perkiraan(self) -> None:
        """Open the form for a past year's figures."""
        dialog_perkiraan(self.ruang, self._berubah, self).open()

    def _berubah(self) -> None:
        self.ruang.layanan.umumkan_perubahan({"spm"})

    def _tutup_daftar(self) -> None:
        self.tumpuk.setCurrentIndex(0)

    def kembali(self) -> bool:
        if self.tumpuk.currentIndex() == 0:
            return False
        self._tutup_daftar()
        return True
