"""Page Pengaduan: open complaints first, the one chosen at the right with what can be done now."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desa_app.bahasa import bilangan, nama_bulan, tanggal_pendek
from desa_app.buku.cetak import BukuCetak
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak
from desa_app.pengaduan.alur import KEADAAN, TERBUKA
from desa_app.pengaduan.baca import daftar_pengaduan
from desa_app.pengaduan.isi import PENANGAN, PengaduanInfo
from desa_app.pengaduan.kertas import cetak_register, cetak_rekap
from desa_app.waktu import bulan_dari
from ui.halaman.dasar import Halaman
from ui.halaman.pengaduan.formulir import dialog_pengaduan
from ui.halaman.pengaduan.rincian import RincianPengaduan
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import Kartu, KosongInfo, Tombol, TombolUtama, mendatar, tampak_bila
from ui.komponen.isian import IsianTeks, PilihanCari
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Nomor", 116), KolomTabel("Diterima", 96), KolomTabel("Perihal", 0), KolomTabel("Waktu", 156),
    KolomTabel("Keadaan", 116),
)  # fmt: skip
LEBAR_RINCIAN = 410
_TANDA = {Mendesak.LEWAT: "✗ ", Mendesak.SEGERA: "! ", Mendesak.NETRAL: "", Mendesak.SELESAI: "✓ "}
KOSONG = (
    "Pengaduan warga difasilitasi paling lama tiga hari kerja (Pasal 13). Catat di sini, juga yang "
    "tanpa nama; nama pengadu hanya terlihat oleh yang menangani."
)


class HalamanPengaduan(Halaman):
    """`buka(pengaduan=4)` selects one complaint."""

    register = frozenset({"pengaduan", "libur"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._semua: Sequence[PengaduanInfo] = ()
        self._minta: int | None = None
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._pilih())
        self.rincian = RincianPengaduan(ruang)
        self.rincian.setFixedWidth(LEBAR_RINCIAN)
        self.tata.addLayout(self._atas())
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        isi = QWidget()
        bawah = QHBoxLayout(isi)
        bawah.setContentsMargins(0, 0, 0, 0)
        bawah.setSpacing(14)
        bawah.addWidget(kartu, 1)
        bawah.addWidget(self.rincian)
        mulai = TombolUtama("Catat pengaduan", self.baru, ikon="tambah") if self._boleh_catat() else None
        self._tumpuk = Tumpukan()
        self._tumpuk.addWidget(isi)
        self._tumpuk.addWidget(KosongInfo("Tidak ada pengaduan di sini", KOSONG, mulai, ikon="pengaduan"))
        self.tata.addWidget(self._tumpuk, 1)

    def _boleh_catat(self) -> bool:
        return self.ruang.konteks.boleh(Izin.PENGADUAN_UBAH)

    def _atas(self) -> QHBoxLayout:
        self.saring = PilihanCari(
            [("terbuka", "Yang masih berjalan"), ("semua", "Semua"), *KEADAAN.items()], boleh_kosong=False
        )
        self.saring.setFixedWidth(200)
        self.saring.setAccessibleName("Keadaan")
        self.saring.currentIndexChanged.connect(lambda _: self.muat_ulang())
        self.cari = IsianTeks()
        self.cari.setFixedWidth(240)
        self.cari.setPlaceholderText("Cari nomor, perihal, atau uraian")
        self.cari.diubah.connect(self.muat_ulang)
        self.cetak = Tombol("Register dan rekap …", self._menu_cetak, ikon="cetak")
        self.catat = TombolUtama("Catat pengaduan", self.baru, ikon="tambah", pintasan="Ctrl+N")
        tampak_bila(self._boleh_catat(), self.catat)
        return mendatar(self.saring, self.cari, None, self.cetak, self.catat)

    def muat_ulang(self) -> None:
        k, keadaan, teks = self.ruang.konteks, str(self.saring.nilai()), self.cari.text()
        self.ruang.tugas.run(lambda: daftar_pengaduan(k, keadaan, teks), self._tampil, owner=self)

    def _tampil(self, semua: tuple[PengaduanInfo, ...]) -> None:
        lama = self._minta or self.rincian.pengaduan_id
        self._semua = semua
        warna = {(n, 3): p.mendesak.value for n, p in enumerate(semua) if p.mendesak is not Mendesak.NETRAL}
        self.model.isi([_sel(p) for p in semua], keadaan=warna)
        self._tumpuk.setCurrentIndex(0 if semua else 1)
        self.tabel.selectRow(next((n for n, p in enumerate(semua) if p.id == lama), 0))
        self._minta = None
        self._pilih()
        terbuka = [p for p in semua if p.keadaan in TERBUKA]
        lewat = sum(p.mendesak is Mendesak.LEWAT for p in terbuka)
        self.keadaan(
            f"{bilangan(len(terbuka))} berjalan"
            + (f", {bilangan(lewat)} lewat tiga hari kerja" if lewat else "")
        )

    def _pilih(self) -> None:
        baris = self.tabel.baris_terpilih()
        if baris is not None and baris < len(self._semua):
            self.rincian.buka(self._semua[baris].id)

    def buka(self, **arg: object) -> None:
        if isinstance(nomor := arg.get("pengaduan"), int):
            self._minta = nomor
            self.muat_ulang()

    def baru(self) -> None:
        """Ask for a new complaint."""
        dialog_pengaduan(self.ruang, self, self._jadi).open()

    def _jadi(self, nomor: object) -> None:
        self._minta = nomor if isinstance(nomor, int) else None
        self.ruang.layanan.umumkan_perubahan({"pengaduan"})
        if self._minta is not None:
            self.rincian.cetak(self._minta, "tanda-terima")

    def _menu_cetak(self) -> None:
        """Register and recap, each for one of the last twelve months."""
        k = self.ruang.konteks
        pilihan: list[tuple[str, Callable[[int], BukuCetak]]] = [
            ("Register", lambda bulan: cetak_register(k, bulan)),
            ("Rekap", lambda bulan: cetak_rekap(k, bulan)),
        ]
        if any(k.boleh(i) for i in PENANGAN):
            pilihan.insert(1, ("Register dengan nama pengadu", lambda b: cetak_register(k, b, nama=True)))
        menu = QMenu(self)
        for nama, susun in pilihan:
            dalam = menu.addMenu(nama)
            for bulan in bulan_terakhir(k.jam.hari_ini()):
                dalam.addAction(nama_bulan(bulan), partial(self._lihat, partial(susun, bulan)))
        menu.popup(self.cetak.mapToGlobal(self.cetak.rect().bottomLeft()))

    def _lihat(self, susun: Callable[[], BukuCetak]) -> None:
        def tampil(buku: BukuCetak) -> None:
            tampilkan_kertas(self.ruang, buku, buku.spec.nama, self, lambda: None)

        self.ruang.tugas.run(susun, tampil, owner=self)


def bulan_terakhir(hari_ini: dt.date, banyak: int = 12) -> list[int]:
    """This month and those before it as YYYYMM, the newest first."""
    bulan = bulan_dari(hari_ini)
    hasil = []
    for _ in range(banyak):
        hasil.append(bulan)
        bulan = bulan - 1 if bulan % 100 > 1 else bulan - 89
    return hasil


def _sel(p: PengaduanInfo) -> tuple[str, ...]:
    return (
        p.nomor, tanggal_pendek(p.diterima.date()), p.perihal,
        f"{_TANDA[p.mendesak]}{p.waktu}", KEADAAN[p.keadaan],
    )  # fmt: skip
