"""Page Triwulan: the four plans as tabs, the chosen step beside them."""

from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desa_app.keamanan.peran import Izin
from desa_app.spm.cetak import cetak_checklist
from desa_app.spm.papan import (
    KegiatanInfo,
    PapanTriwulan,
    RincianLangkah,
    SelLangkah,
    papan_triwulan,
    rincian_langkah,
)
from desa_app.spm.rencana import ASPEK
from desa_app.spm.setelan import SetelanSpm, baca_setelan_spm
from ui.halaman.dasar import Halaman
from ui.halaman.indikator.dialog import tampilkan_galat
from ui.halaman.triwulan.dialog import (
    DialogKegiatan,
    DialogRincianKegiatan,
    dialog_dasar,
    dialog_rencana,
)
from ui.halaman.triwulan.kisi import KisiRencana, sel_awal
from ui.halaman.triwulan.rincian import RincianPanel
from ui.kertas.buka import buka_pratinjau
from ui.komponen.dasar import KosongInfo, Tombol, TombolUtama, garis, mendatar, menurun, tampak_bila
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

LEBAR_RINCIAN = 372


class HalamanTriwulan(Halaman):
    """Rows of years, columns of quarters; without a start year the page asks for it."""

    register = frozenset({"spm", "penduduk", "keluarga", "peristiwa", "tanah", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        k = ruang.konteks
        self._boleh = k.boleh(Izin.INDIKATOR_ISI) or k.boleh(Izin.INDIKATOR_ISI_SENDIRI)
        self._papan: PapanTriwulan | None = None
        self._setelan = SetelanSpm()
        self._pilihan: dict[str, tuple[str, int]] = {}
        self.rincian: RincianLangkah | None = None
        self.tab = QTabBar()
        self.tab.setExpanding(False)
        for nama in ASPEK.values():
            self.tab.addTab(nama)
        self.tab.currentChanged.connect(lambda _: self._tampil_aspek())
        self.tombol_rencana = Tombol("Atur rencana …", self._atur)
        tampak_bila(k.boleh(Izin.PENGATURAN), self.tombol_rencana)
        self.tombol_cetak = Tombol("Cetak", self._cetak, ikon="cetak", pintasan="Ctrl+P")
        self.kisi, self.panel = KisiRencana(), RincianPanel()
        self.kisi.dipilih.connect(self._pilih)
        self.kisi.dasar_diminta.connect(self.tetapkan_dasar)
        self.panel.catat_diminta.connect(self.catat)
        self.panel.kegiatan_dibuka.connect(self._buka_kegiatan)
        self.panel.kunjungan_diminta.connect(self._kunjungan)
        tampak_bila(self._boleh, self.panel.tombol_catat)
        tampak_bila(ruang.layanan.ada("indikator"), self.panel.tombol_kunjungan)
        self.panel.setFixedWidth(LEBAR_RINCIAN)
        self.tumpuk = Tumpukan()
        self.tumpuk.addWidget(self._isi())
        self.tumpuk.addWidget(self._kosong())
        self.tata.addWidget(self.tumpuk, 1)

    def _isi(self) -> QWidget:
        hasil = QWidget()
        atas = mendatar(self.tab, None, self.tombol_rencana, self.tombol_cetak)
        badan = QHBoxLayout()
        badan.setSpacing(14)
        badan.addWidget(self.kisi, 1)
        badan.addWidget(self.panel)
        tata = menurun(jarak=0)
        tata.addLayout(atas)
        tata.addWidget(garis())
        tata.addSpacing(14)
        tata.addLayout(badan, 1)
        hasil.setLayout(tata)
        return hasil

    def _kosong(self) -> QWidget:
        tombol = TombolUtama("Tetapkan tahun mulai", self._atur)
        tampak_bila(self.ruang.konteks.boleh(Izin.PENGATURAN), tombol)
        return KosongInfo(
            "Rencana triwulan belum dimulai",
            "Rencana lima tahun SPM Desa dihitung dari tahun mulai yang ditetapkan Kepala Desa dengan "
            "Keputusan Kepala Desa (Pasal 4). Sesudah itu target tiap triwulan dihitung dari jumlah KK.",
            tombol,
            ikon="triwulan",
        )

    def muat_ulang(self) -> None:
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: (baca_setelan_spm(k), papan_triwulan(k)), self._tampil, owner=self)

    def _tampil(self, hasil: tuple[SetelanSpm, PapanTriwulan]) -> None:
        self._setelan, self._papan = hasil
        mulai = self._papan.tahun_mulai
        self.tumpuk.setCurrentIndex(0 if mulai else 1)
        self.keadaan(
            f"Rencana lima tahun SPM Desa · mulai {mulai}" if mulai else "Tahun mulai belum ditetapkan"
        )
        if mulai:
            self._tampil_aspek()

    def _tampil_aspek(self) -> None:
        if self._papan is None or self._papan.tahun_mulai is None:
            return
        papan = self._papan.aspek[self.tab.currentIndex()]
        self.kisi.setel(papan, self._papan.hari_ini)
        self.kisi.tombol_dasar.setVisible(bool(papan.satuan) and self.ruang.konteks.boleh(Izin.INDIKATOR_ISI))
        terpilih = self._pilihan.get(papan.aspek)
        sel = next(
            (s for b in papan.tahun for s in b.sel if (s.langkah.kode, s.tahun) == terpilih),
            sel_awal(papan, self._papan.hari_ini),
        )
        self.kisi.pilih(sel)

    def buka(self, **arg: object) -> None:
        kode = arg.get("langkah")
        if isinstance(kode, str):
            tahun = arg.get("tahun")
            for nomor, aspek in enumerate(ASPEK):
                if self._papan is None or any(
                    s.langkah.kode == kode for b in self._papan.aspek[nomor].tahun for s in b.sel
                ):
                    self._pilihan[aspek] = (kode, tahun if isinstance(tahun, int) else 0)
                    if self._papan is not None:
                        self.tab.setCurrentIndex(nomor)
                        self._tampil_aspek()

    def _pilih(self, sel: SelLangkah) -> None:
        k, kode, tahun = self.ruang.konteks, sel.langkah.kode, sel.tahun
        self._pilihan[sel.langkah.aspek] = (kode, tahun)
        self.ruang.tugas.run(lambda: rincian_langkah(k, kode, tahun), self._tampil_rincian, owner=self)

    def _tampil_rincian(self, rincian: RincianLangkah) -> None:
        self.rincian = rincian
        self.panel.setel(rincian, self.ruang.konteks.jam.hari_ini())

    def catat(self) -> None:
        """Open the form for an activity of the chosen step."""
        if self.rincian is not None:
            DialogKegiatan(self.ruang, self.rincian, self._berubah, self).open()

    def _buka_kegiatan(self, kegiatan: KegiatanInfo) -> None:
        if self.rincian is not None:
            DialogRincianKegiatan(
                self.ruang, kegiatan, self.rincian.satuan, self._berubah, self, boleh_isi=self._boleh
            ).open()

    def _kunjungan(self) -> None:
        if self.rincian is not None:
            self.ruang.layanan.buka_halaman("indikator", celah=self.rincian.sel.langkah.indikator)

    def _atur(self) -> None:
        dialog_rencana(self.ruang, self._setelan, self._berubah, self).open()

    def tetapkan_dasar(self) -> None:
        """Open the form for the base of the plan on show."""
        dialog_dasar(self.ruang, list(ASPEK)[self.tab.currentIndex()], self._berubah, self).open()

    def _cetak(self) -> None:
        k, aspek = self.ruang.konteks, list(ASPEK)[self.tab.currentIndex()]
        buka_pratinjau(self.ruang, lambda: cetak_checklist(k, aspek), self, tampilkan_galat(self))

    def _berubah(self) -> None:
        self.ruang.layanan.umumkan_perubahan({"spm"})
