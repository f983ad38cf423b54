"""The page Pertanahan: A.6 and A.5, the work lists, and a parcel's page."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desa_app.bahasa import bilangan
from desa_app.desa import daftar_dusun
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.tanah_desa import jumlah_tanah
from desa_app.waktu import bulan_dari
from ui.halaman.dasar import Halaman
from ui.halaman.kependudukan.cetak import PRATINJAU, PencetakBuku, Permintaan
from ui.halaman.pertanahan.bidang import REGISTER, HalamanBidang
from ui.halaman.pertanahan.daftar import TabKk, TabTemuan
from ui.halaman.pertanahan.impor import DialogImpor
from ui.halaman.pertanahan.isian_bidang import buka_isian_bidang
from ui.halaman.pertanahan.tab_tanah import TabTanah, TabTanahDesa, TabTanahKas
from ui.komponen.dasar import Tombol, TombolUtama, mendatar
from ui.komponen.tab import Tab
from ui.ruang import Ruang

JUDUL = {"A.6": "Tanah di Desa", "A.5": "Tanah Kas Desa"}


class HalamanPertanahan(Halaman):
    """`buka(buku="A.5")`, `buka(bidang=12)`, `buka(tab="KK")`."""

    register = frozenset({"tanah", "penduduk", "keluarga", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.pencetak = PencetakBuku(ruang, self)
        self.tab = Tab()
        for kode, judul in JUDUL.items():
            self.tab.tambah(kode, f"{kode} {judul}", partial(self._buat_buku, kode))
        self.tab.tambah("KK", "KK belum lengkap", self._buat_kk)
        self.tab.tambah("TEMUAN", "Temuan", self._buat_temuan)
        self.tab.berpindah.connect(lambda _: self._muat_tab())
        self.bidang = HalamanBidang(ruang)
        self.bidang.ditutup.connect(self.kembali)
        self.bidang.bidang_diminta.connect(self.buka_bidang)
        self._isi_bilah()
        self.tumpuk = QStackedWidget()
        self.tumpuk.addWidget(self.tab)
        self.tumpuk.addWidget(self.bidang)
        self.tata.addWidget(self.tumpuk, 1)

    def _isi_bilah(self) -> None:
        self.bilah = QWidget()
        self.bilah.setLayout(
            mendatar(
                None,
                Tombol("PDF", lambda: self.cetak(".pdf"), ikon="unduh"),
                Tombol("Excel", lambda: self.cetak(".xlsx"), ikon="unduh"),
                Tombol("Word", lambda: self.cetak(".docx"), ikon="unduh"),
                Tombol("Cetak", lambda: self.cetak(PRATINJAU), ikon="cetak", pintasan="Ctrl+P"),
            )
        )  # fmt: skip
        self.impor = Tombol("Impor…", self._impor, ikon="unggah")
        self.baru = TombolUtama("Bidang baru", self.bidang_baru, ikon="tambah", pintasan="Ctrl+N")
        k = self.ruang.konteks
        self.baru.setVisible(k.boleh(Izin.BUKU_UBAH))
        self.impor.setVisible(k.boleh(Izin.IMPOR))
        self.tab.bilah.addWidget(self.bilah)
        self.tab.sudut.addWidget(self.impor)
        self.tab.sudut.addWidget(self.baru)

    def _buat_buku(self, kode: str) -> TabTanah:
        tab: TabTanah = TabTanahDesa(self.ruang) if kode == "A.6" else TabTanahKas(self.ruang)
        tab.bidang_diminta.connect(self.buka_bidang)
        return tab

    def _buat_kk(self) -> TabKk:
        tab = TabKk(self.ruang)
        tab.pemilik_diminta.connect(self._lihat_pemilik)
        return tab

    def _buat_temuan(self) -> TabTemuan:
        tab = TabTemuan(self.ruang)
        tab.bidang_diminta.connect(self.buka_bidang)
        return tab

    # ------------------------------------------------------------------ loading

    def muat_ulang(self) -> None:
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: _ringkas(k), self._tampil_keadaan, owner=self)
        self._muat_tab()
        if self.tumpuk.currentWidget() is self.bidang:
            self.bidang.muat()

    def _tampil_keadaan(self, teks: str) -> None:
        self.keadaan(teks)

    def _muat_tab(self) -> None:
        kini = self.tab.isi(self.tab.kini())
        self.bilah.setVisible(isinstance(kini, TabTanah))
        if isinstance(kini, TabTanah):
            kini.muat(bulan_dari(self.ruang.konteks.jam.hari_ini()))
        elif isinstance(kini, TabKk | TabTemuan):
            kini.muat()

    # ------------------------------------------------------------------ going places

    def buka(self, **arg: object) -> None:
        tab = arg.get("buku", arg.get("tab"))
        if isinstance(tab, str) and tab in {*JUDUL, "KK", "TEMUAN"}:
            self.tumpuk.setCurrentWidget(self.tab)
            self.tab.buka(tab)
        if isinstance(nomor := arg.get("bidang"), int):
            self.buka_bidang(nomor)
            if isinstance(dalam := arg.get("dalam"), str):
                self.bidang.tab.buka(dalam)
        self.segarkan()

    def buka_bidang(self, bidang_id: int) -> None:
        """Show a parcel."""
        self.tumpuk.setCurrentWidget(self.bidang)
        self.bidang.buka(bidang_id)

    def _lihat_pemilik(self, nama: str) -> None:
        tab = self.tab.buka("A.6")
        if isinstance(tab, TabTanahDesa):
            tab.lihat_bidang(nama)

    def bidang_baru(self) -> None:
        """The form for a new parcel."""
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: daftar_dusun(k),
            self._buka_isian,
            owner=self,
        )

    def _buka_isian(self, dusun: list[tuple[int, str]]) -> None:
        buka_isian_bidang(self.ruang, self, dusun, None, self._tercatat)

    def _tercatat(self, bidang_id: int) -> None:
        self.ruang.layanan.beritahu(f"Bidang {bidang_id} tercatat.")
        self.ruang.layanan.umumkan_perubahan(REGISTER)
        self.buka_bidang(bidang_id)

    def _impor(self) -> None:
        DialogImpor(self.ruang, lambda: self.ruang.layanan.umumkan_perubahan(REGISTER), self).open()

    def kembali(self) -> bool:
        if self.tumpuk.currentWidget() is self.tab:
            return False
        self.tumpuk.setCurrentWidget(self.tab)
        return True

    def kotor(self) -> bool:
        return self.bidang.kotor()

    # ------------------------------------------------------------------ paper

    def cetak(self, ke: str) -> None:
        """Print or save the book on show."""
        tab = self.tab.isi(self.tab.kini())
        if isinstance(tab, TabTanah) and self.tumpuk.currentWidget() is self.tab:
            bulan = bulan_dari(self.ruang.konteks.jam.hari_ini())
            self.pencetak.mulai(Permintaan(tab.kode, JUDUL[tab.kode], bulan, tab.penyusun(), ke))


def _ringkas(k: Konteks) -> str:
    jumlah = jumlah_tanah(k)
    return f"{bilangan(jumlah['banyak'])} bidang · {teks_luas(jumlah['luas'])} m²"
