"""The page Kependudukan: five books as tabs over one month, and what opens from them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.buku.cetak import BukuCetak
from desa_app.draf import draf_diajukan
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.hitung import JumlahPenduduk, jumlah_tanggal
from desa_app.kependudukan.kartu import lembar_keluarga, lembar_warga
from desa_app.kependudukan.nama_di_balik import nama_keluarga
from desa_app.kependudukan.tutup_buku import KeadaanBulan, bulan_buku, keadaan_bulan
from desa_app.waktu import akhir_bulan, bulan_dari
from ui.halaman.dasar import Halaman
from ui.halaman.kependudukan.acara.menu import menu_acara
from ui.halaman.kependudukan.bulan import PemilihBulan
from ui.halaman.kependudukan.bulanan import TabMutasi, TabSementara
from ui.halaman.kependudukan.cetak import PRATINJAU, PencetakBuku, Permintaan
from ui.halaman.kependudukan.daftar import TabDaftar
from ui.halaman.kependudukan.draf import DialogDraf
from ui.halaman.kependudukan.keluarga import KartuKeluarga
from ui.halaman.kependudukan.laporan import DialogLaporan
from ui.halaman.kependudukan.nama import DaftarNama, Pengambil
from ui.halaman.kependudukan.orang import Orang
from ui.halaman.kependudukan.rekap import TabRekap
from ui.halaman.kependudukan.statistik import TabStatistik
from ui.halaman.kependudukan.tab_buku import TabBuku
from ui.halaman.kependudukan.warga_luar import DaftarWargaLuar
from ui.komponen.dasar import Tombol, TombolUtama, mendatar, tampak_bila
from ui.komponen.tab import Tab
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

JUDUL = {
    "B.1": "Induk", "B.2": "Mutasi", "B.3": "Rekapitulasi", "B.4": "Sementara",     "B.5": "KTP & KK",
    "STATISTIK": "Statistik",

}  # fmt: skip

LUAR = "LUAR"
"""Key of the tab with people from outside."""


@dataclass(frozen=True)
class _Atas:
    """What the bar and the line of state show."""

    daftar: tuple[int, ...]
    keadaan: KeadaanBulan
    jumlah: JumlahPenduduk
    kini: bool
    draf: int


class HalamanKependudukan(Halaman):
    """`buka(buku="B.3", bulan=202611)`, `buka(penduduk=12)`, `buka(keluarga=3)`."""

    register = frozenset({"penduduk", "keluarga", "peristiwa", "tutup_buku", "desa"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self.bulan = bulan_dari(ruang.konteks.jam.hari_ini())
        self._jejak: list[QWidget] = []
        self.pencetak = PencetakBuku(ruang, self)
        self.pemilih = PemilihBulan()
        self.pemilih.dipilih.connect(self.ke_bulan)
        self.tab = Tab()
        self._isi_tab()
        self.nama, self.orang, self.keluarga = DaftarNama(ruang), Orang(ruang), KartuKeluarga(ruang)
        self.tumpuk = Tumpukan()
        for bagian in (self.tab, self.nama, self.orang, self.keluarga):
            self.tumpuk.addWidget(bagian)
        for lembar in (self.nama, self.orang, self.keluarga):
            lembar.ditutup.connect(self.kembali)
            lembar.orang_diminta.connect(self.buka_orang)
        self.orang.keluarga_diminta.connect(self.buka_keluarga)
        self.orang.cetak_diminta.connect(self._cetak_orang)
        self.keluarga.cetak_diminta.connect(self._cetak_keluarga)
        self.tata.addWidget(self.tumpuk, 1)

    def _isi_tab(self) -> None:
        for kode, judul in JUDUL.items():
            self.tab.tambah(kode, _nama_tab(kode, judul), partial(self._buat_tab, kode))
        self.tab.tambah(LUAR, "Warga luar", lambda: DaftarWargaLuar(self.ruang))
        self.tab.berpindah.connect(self._pindah_tab)
        self.bilah = QWidget()
        self.bilah.setLayout(
            mendatar(
                self.pemilih, None,
                Tombol("PDF", lambda: self.cetak(".pdf"), ikon="unduh"),
                Tombol("Excel", lambda: self.cetak(".xlsx"), ikon="unduh"),
                Tombol("Word", lambda: self.cetak(".docx"), ikon="unduh"),
                Tombol("Cetak", lambda: self.cetak(PRATINJAU), ikon="cetak", pintasan="Ctrl+P"),
            )
        )  # fmt: skip
        self.tab.bilah.addWidget(self.bilah)
        k = self.ruang.konteks
        self.tombol_draf = Tombol("Draf", self.buka_draf)
        self.tombol_draf.hide()
        self.acara = TombolUtama("Catat peristiwa ▾", self._buka_menu, pintasan="Ctrl+N")
        tampak_bila(k.boleh(Izin.BUKU_UBAH) or k.boleh(Izin.BUKU_DRAF), self.acara)
        self.tab.sudut.addWidget(self.tombol_draf)
        self.tab.sudut.addWidget(self.acara)

    def _buat_tab(self, kode: str) -> TabBuku:
        if kode in {"B.1", "B.5"}:
            tab: TabBuku = TabDaftar(self.ruang, kode)
        elif kode == "B.3":
            tab = self._buat_rekap()
        elif kode == "STATISTIK":
            tab = TabStatistik(self.ruang)
        else:
            tab = TabMutasi(self.ruang) if kode == "B.2" else TabSementara(self.ruang)
        tab.orang_diminta.connect(self.buka_orang)
        tab.nama_diminta.connect(self.buka_nama)
        tab.berubah.connect(self.muat_ulang)
        return tab

    def _buat_rekap(self) -> TabRekap:
        tab = TabRekap(self.ruang)
        tab.laporan_diminta.connect(self.buka_laporan)
        return tab

    # ------------------------------------------------------------------ loading

    def muat_ulang(self) -> None:
        k, bulan = self.ruang.konteks, self.bulan
        self.ruang.tugas.run(lambda: _ambil_atas(k, bulan), self._tampil_atas, owner=self)
        self._muat_tab(segar=True)
        lembar = self.tumpuk.currentWidget()
        if isinstance(lembar, DaftarNama | Orang | KartuKeluarga):
            lembar.muat()

    def _pindah_tab(self, kode: str) -> None:
        self.bilah.setVisible(kode != LUAR)
        self._muat_tab()

    def _muat_tab(self, *, segar: bool = False) -> None:
        """Load the tab on show; others load when they are opened."""
        kini = self.tab.isi(self.tab.kini())
        if segar:
            for tab in self.tab.yang_terbuka().values():
                if isinstance(tab, TabBuku) and tab is not kini:
                    tab.bulan = 0
        if isinstance(kini, TabBuku) and (segar or kini.bulan != self.bulan):
            kini.muat(self.bulan)

    def _tampil_atas(self, atas: _Atas) -> None:
        self.pemilih.setel(atas.daftar, atas.keadaan)
        self.tombol_draf.setText(f"Draf ({atas.draf})")
        self.tombol_draf.setVisible(atas.draf > 0)
        saat = "keadaan hari ini" if atas.kini else f"keadaan {tanggal_panjang(akhir_bulan(self.bulan))}"
        self.keadaan(f"{bilangan(atas.jumlah.jiwa)} jiwa · {bilangan(atas.jumlah.kk)} KK · {saat}")

    def ke_bulan(self, bulan: int) -> None:
        """Show another month in every tab."""
        self.bulan = bulan
        self.muat_ulang()

    # ------------------------------------------------------------------ going places

    def buka(self, **arg: object) -> None:
        if isinstance(bulan := arg.get("bulan"), int) and bulan != self.bulan:
            self.bulan = bulan
            self._basi = True
        if isinstance(kode := arg.get("buku"), str) and kode in (*JUDUL, LUAR):
            self._ke(self.tab, ulang=True)
            self.tab.buka(kode)
        if isinstance(orang := arg.get("penduduk", arg.get("penduduk_id")), int):
            self.buka_orang(orang)
        keluarga = arg.get("keluarga", arg.get("keluarga_id"))
        if isinstance(keluarga, list):
            self.buka_nama("KK yang perlu diperbaiki", lambda k: nama_keluarga(k, keluarga))
        elif isinstance(keluarga, int):
            self.buka_keluarga(keluarga)
        if arg.get("draf"):
            self.buka_draf()
        self.segarkan()

    def buka_nama(self, judul: str, ambil: Pengambil) -> None:
        """Show a list by name."""
        self._ke(self.nama)
        self.nama.buka(judul, ambil)

    def buka_orang(self, penduduk_id: int) -> None:
        """Show a person."""
        self._ke(self.orang)
        self.orang.buka(penduduk_id)

    def buka_keluarga(self, keluarga_id: int) -> None:
        """Show a family."""
        self._ke(self.keluarga)
        self.keluarga.buka(keluarga_id)

    def buka_draf(self) -> None:
        """Show the drafts that were handed in."""
        DialogDraf(self.ruang, self).open()

    def _buka_menu(self) -> None:
        menu = menu_acara(self.ruang, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.acara.mapToGlobal(self.acara.rect().bottomLeft()))

    def _ke(self, tujuan: QWidget, *, ulang: bool = False) -> None:
        """Show a part of the page and remember the way back; `ulang` forgets it."""
        if ulang:
            self._jejak.clear()
        elif (kini := self.tumpuk.currentWidget()) is not None and kini is not tujuan:
            self._jejak.append(kini)
        self.tumpuk.setCurrentWidget(tujuan)

    def kembali(self) -> bool:
        if self.tumpuk.currentWidget() is self.orang and self.orang.kembali():
            return True
        if not self._jejak:
            return False
        self.tumpuk.setCurrentWidget(self._jejak.pop())
        return True

    def kotor(self) -> bool:
        return self.orang.kotor()

    # ------------------------------------------------------------------ paper

    def buka_laporan(self) -> None:
        """The monthly report of the month on show."""
        DialogLaporan(self.ruang, self.bulan, self._cetak_kode, self).open()

    def _cetak_kode(self, kode: str) -> None:
        tab = self.tab.isi(kode)
        if isinstance(tab, TabBuku):
            tab.bulan = tab.bulan or self.bulan
            self.pencetak.mulai(Permintaan(kode, JUDUL[kode], self.bulan, tab.penyusun(), PRATINJAU))

    def cetak(self, ke: str) -> None:
        """Print or save the book on show: its rows, month and filter."""
        tab = self.tab.isi(self.tab.kini())
        if isinstance(tab, TabBuku) and self.tumpuk.currentWidget() is self.tab:
            self.pencetak.mulai(Permintaan(tab.kode, JUDUL[tab.kode], self.bulan, tab.penyusun(), ke))

    def _cetak_orang(self, penduduk_id: int) -> None:
        self._cetak_lembar("WARGA", "Data warga", partial(lembar_warga, penduduk_id=penduduk_id))

    def _cetak_keluarga(self, keluarga_id: int) -> None:
        self._cetak_lembar("KK", "Lembar keluarga", partial(lembar_keluarga, keluarga_id=keluarga_id))

    def _cetak_lembar(self, kode: str, judul: str, susun: Callable[..., BukuCetak]) -> None:
        bulan = bulan_dari(self.ruang.konteks.jam.hari_ini())
        permintaan = Permintaan(kode, judul, bulan, lambda k, opsi: susun(k, opsi=opsi), PRATINJAU)
        self.pencetak.mulai(permintaan)


def _nama_tab(kode: str, judul: str) -> str:
    return (f"{kode} {judul}" if kode.startswith("B.") else judul).replace("&", "&&")


def _ambil_atas(k: Konteks, bulan: int) -> _Atas:
    hari_ini = k.jam.hari_ini()
    kini = bulan >= bulan_dari(hari_ini)
    pada = hari_ini if kini else akhir_bulan(bulan)
    draf = len(draf_diajukan(k)) if k.boleh(Izin.BUKU_UBAH) else 0
    return _Atas(bulan_buku(k), keadaan_bulan(k, bulan), jumlah_tanggal(k, pada), kini, draf)
