"""The page Pertanahan: A.6 and A.5, the work lists, and a parcel's page."""

from collections.abc import Callable
from functools import partial

from desa_app.bahasa import bilangan, nama_bulan
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.tanah_desa import jumlah_tanah
from desa_app.waktu import bulan_dari, geser_bulan
from ui.halaman.dasar import Halaman
from ui.halaman.kependudukan.cetak import PRATINJAU, PencetakBuku, Permintaan
from ui.halaman.pertanahan.bidang import REGISTER, HalamanBidang
from ui.halaman.pertanahan.daftar import TabKk, TabTemuan
from ui.halaman.pertanahan.impor import DialogImpor
from ui.halaman.pertanahan.isian_bidang import BahanIsian, bahan_isian, buka_isian_bidang
from ui.halaman.pertanahan.setelan import buka_setelan
from ui.halaman.pertanahan.tab_tanah import TabTanah, TabTanahDesa, TabTanahKas
from ui.komponen.dasar import Tombol, TombolUtama, tampak_bila
from ui.komponen.menu import buka_menu
from ui.komponen.tab import Tab
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

_BERKAS = {"PDF": ".pdf", "Excel": ".xlsx", "Word": ".docx"}
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
        self.tumpuk = Tumpukan()
        self.tumpuk.addWidget(self.tab)
        self.tumpuk.addWidget(self.bidang)
        self.tata.addWidget(self.tumpuk, 1)

    def _isi_bilah(self) -> None:
        """Buttons beside the tabs: few, so that the books keep the height of the window."""
        k = self.ruang.konteks
        self.lainnya = Tombol("Lainnya ▾", self._menu_lain)
        self.simpan = Tombol("Simpan ▾", self._menu_simpan, ikon="unduh")
        self.cetak_tombol = Tombol("Cetak", lambda: self.cetak(PRATINJAU), ikon="cetak", pintasan="Ctrl+P")
        self.baru = TombolUtama("Bidang baru", self.bidang_baru, ikon="tambah", pintasan="Ctrl+N")
        tampak_bila(k.boleh(Izin.BUKU_UBAH), self.baru)
        tampak_bila(k.boleh(Izin.IMPOR) or k.boleh(Izin.BUKU_UBAH), self.lainnya)
        for tombol in (self.lainnya, self.simpan, self.cetak_tombol, self.baru):
            self.tab.sudut.addWidget(tombol)

    def _menu_simpan(self) -> None:
        bulan_ini = bulan_dari(self.ruang.konteks.jam.hari_ini())
        lalu = geser_bulan(bulan_ini, -1)
        pilihan: dict[str, Callable[[], object]] = {
            f"Simpan {nama}…": partial(self.cetak, ke) for nama, ke in _BERKAS.items()
        }
        pilihan[f"Cetak keadaan akhir {nama_bulan(lalu)}…"] = partial(self.cetak, PRATINJAU, lalu)
        buka_menu(self.simpan, pilihan)

    def _menu_lain(self) -> None:
        k = self.ruang.konteks
        pilihan: dict[str, Callable[[], object]] = {}
        if k.boleh(Izin.IMPOR):
            pilihan["Impor bidang dari lembar kerja…"] = self._impor
        if k.boleh(Izin.BUKU_UBAH):
            pilihan["Setelan buku tanah…"] = lambda: buka_setelan(self.ruang, self, self._disetel)
        buka_menu(self.lainnya, pilihan)

    def _disetel(self) -> None:
        self.ruang.layanan.beritahu("Setelan buku tanah tersimpan.")
        self.ruang.layanan.umumkan_perubahan(REGISTER)

    def _buat_buku(self, kode: str) -> TabTanah:
        tab: TabTanah = TabTanahDesa(self.ruang) if kode == "A.6" else TabTanahKas(self.ruang)
        tab.bidang_diminta.connect(self.buka_bidang)
        return tab

    def _buat_kk(self) -> TabKk:
        tab = TabKk(self.ruang)
        tab.bidang_diminta.connect(self.buka_bidang)
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
        for tombol in (self.simpan, self.cetak_tombol):
            tombol.setVisible(isinstance(kini, TabTanah))
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

    def bidang_baru(self) -> None:
        """The form for a new parcel."""
        k = self.ruang.konteks
        self.ruang.tugas.run(lambda: bahan_isian(k), self._buka_isian, owner=self)

    def _buka_isian(self, bahan: BahanIsian) -> None:
        buka_isian_bidang(self.ruang, self, bahan, None, self._tercatat)

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

    def cetak(self, ke: str, bulan: int = 0) -> None:
        """Print or save the book on show, as of now or the end of a month gone by."""
        tab = self.tab.isi(self.tab.kini())
        if isinstance(tab, TabTanah) and self.tumpuk.currentWidget() is self.tab:
            bulan = bulan or bulan_dari(self.ruang.konteks.jam.hari_ini())
            self.pencetak.mulai(Permintaan(tab.kode, JUDUL[tab.kode], bulan, tab.penyusun(bulan), ke))


def _ringkas(k: Konteks) -> str:
    jumlah = jumlah_tanah(k)
    return f"{bilangan(jumlah['banyak'])} bidang · {teks_luas(jumlah['luas'])} m²"
