"""The page Kependudukan: five books as tabs over one month, and what opens from them."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import JumlahPenduduk, jumlah_tanggal
from desa_app.kependudukan.nama_di_balik import nama_keluarga
from desa_app.kependudukan.tutup_buku import KeadaanBulan, bulan_buku, keadaan_bulan
from desa_app.waktu import akhir_bulan, bulan_dari
from ui.halaman.dasar import Halaman
from ui.halaman.kependudukan.bulan import PemilihBulan
from ui.halaman.kependudukan.bulanan import TabMutasi, TabSementara
from ui.halaman.kependudukan.cetak import PRATINJAU, PencetakBuku, Permintaan
from ui.halaman.kependudukan.daftar import TabDaftar
from ui.halaman.kependudukan.nama import DaftarNama, Pengambil
from ui.halaman.kependudukan.rekap import TabRekap
from ui.halaman.kependudukan.tab_buku import TabBuku
from ui.komponen.dasar import Tombol, mendatar
from ui.komponen.tab import Tab
from ui.ruang import Ruang

JUDUL = {
    "B.1": "Induk", "B.2": "Mutasi", "B.3": "Rekapitulasi", "B.4": "Sementara", "B.5": "KTP & KK",
}  # fmt: skip


@dataclass(frozen=True)
class _Atas:
    """What the bar and the line of state show."""

    daftar: tuple[int, ...]
    keadaan: KeadaanBulan
    jumlah: JumlahPenduduk
    kini: bool


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
        self.nama = DaftarNama(ruang)
        self.nama.ditutup.connect(self.kembali)
        self.nama.orang_diminta.connect(self.buka_orang)
        self.tumpuk = QStackedWidget()
        self.tumpuk.addWidget(self.tab)
        self.tumpuk.addWidget(self.nama)
        self.tata.addWidget(self.tumpuk, 1)

    def _isi_tab(self) -> None:
        for kode, judul in JUDUL.items():
            self.tab.tambah(kode, f"{kode} {judul.replace('&', '&&')}", partial(self._buat_tab, kode))
        self.tab.berpindah.connect(lambda _: self._muat_tab())
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

    def _buat_tab(self, kode: str) -> TabBuku:
        if kode in {"B.1", "B.5"}:
            tab: TabBuku = TabDaftar(self.ruang, kode)
        elif kode == "B.3":
            tab = TabRekap(self.ruang)
        else:
            tab = TabMutasi(self.ruang) if kode == "B.2" else TabSementara(self.ruang)
        tab.orang_diminta.connect(self.buka_orang)
        tab.nama_diminta.connect(self.buka_nama)
        tab.berubah.connect(self.muat_ulang)
        return tab

    # ------------------------------------------------------------------ loading

    def muat_ulang(self) -> None:
        k, bulan = self.ruang.konteks, self.bulan
        self.ruang.tugas.run(lambda: _ambil_atas(k, bulan), self._tampil_atas, owner=self)
        self._muat_tab(segar=True)
        if self.tumpuk.currentWidget() is self.nama:
            self.nama.muat()

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
        if isinstance(kode := arg.get("buku"), str) and kode in JUDUL:
            self._ke(self.tab, ulang=True)
            self.tab.buka(kode)
        if isinstance(orang := arg.get("penduduk", arg.get("penduduk_id")), int):
            self.buka_orang(orang)
        keluarga = arg.get("keluarga", arg.get("keluarga_id"))
        if isinstance(keluarga, list):
            self.buka_nama("KK yang perlu diperbaiki", lambda k: nama_keluarga(k, keluarga))
        self.segarkan()

    def buka_nama(self, judul: str, ambil: Pengambil) -> None:
        """Show a list by name."""
        self._ke(self.nama)
        self.nama.buka(judul, ambil)

    def buka_orang(self, penduduk_id: int) -> None:
        """Show a person."""

    def _ke(self, tujuan: QWidget, *, ulang: bool = False) -> None:
        """Show a part of the page and remember the way back; `ulang` forgets it."""
        if ulang:
            self._jejak.clear()
        elif (kini := self.tumpuk.currentWidget()) is not None and kini is not tujuan:
            self._jejak.append(kini)
        self.tumpuk.setCurrentWidget(tujuan)

    def kembali(self) -> bool:
        if not self._jejak:
            return False
        self.tumpuk.setCurrentWidget(self._jejak.pop())
        return True

    # ------------------------------------------------------------------ paper

    def cetak(self, ke: str) -> None:
        """Print or save the book on show: its rows, month and filter."""
        tab = self.tab.isi(self.tab.kini())
        if isinstance(tab, TabBuku) and self.tumpuk.currentWidget() is self.tab:
            self.pencetak.mulai(Permintaan(tab.kode, JUDUL[tab.kode], self.bulan, tab.penyusun(), ke))


def _ambil_atas(k: Konteks, bulan: int) -> _Atas:
    hari_ini = k.jam.hari_ini()
    kini = bulan >= bulan_dari(hari_ini)
    pada = hari_ini if kini else akhir_bulan(bulan)
    return _Atas(bulan_buku(k), keadaan_bulan(k, bulan), jumlah_tanggal(k, pada), kini)
