"""A person's page: identity in words, the form, history with undo, changes old and new."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desa_app import kode
from desa_app.bahasa import kalimat
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.kartu import alamat_dari, data_dalam_kata, keadaan_kata, umur_kata
from desa_app.kependudukan.keluarga import DataKeluarga, baca_keluarga
from desa_app.kependudukan.penduduk import DataPenduduk, baca_penduduk
from desa_app.kependudukan.riwayat import (
    BarisRiwayat,
    PerubahanData,
    perubahan_penduduk,
    riwayat_penduduk,
)
from ui import tema
from ui.halaman.kependudukan.acara.menu import menu_acara
from ui.halaman.kependudukan.acara.warga import sebutan_anggota
from ui.halaman.kependudukan.milik import Milik, TabelSurat, TabelTanah, ambil_milik
from ui.halaman.kependudukan.riwayat import TabelPerubahan, TabelRiwayat
from ui.halaman.kependudukan.ubah_orang import UbahOrang
from ui.komponen.dasar import (
    Chip,
    Kartu,
    Keadaan,
    Tombol,
    TombolPolos,
    TombolUtama,
    garis,
    gulung,
    kosongkan,
    label,
    mendatar,
    menurun,
    tampak_bila,
)
from ui.komponen.tab import Tab
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang


@dataclass(frozen=True)
class IsiOrang:
    """Everything the page shows."""

    data: DataPenduduk
    keluarga: DataKeluarga | None
    riwayat: list[BarisRiwayat]
    perubahan: list[PerubahanData]
    milik: Milik


class Orang(QWidget):
    """One resident. `cetak_diminta` asks for the sheet of this person."""

    ditutup = Signal()
    orang_diminta = Signal(int)
    keluarga_diminta = Signal(int)
    cetak_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self.id = 0
        self._isi: IsiOrang | None = None
        self.nama, self.chip = label("", "judul_kartu"), Chip()
        self.acara = Tombol("Catat peristiwa ▾", self._buka_menu)
        self.ubah = TombolUtama("Ubah data", self._mulai_ubah, ikon="ubah", pintasan="Ctrl+E")
        self.ringkas = menurun(jarak=2)
        self.formulir = UbahOrang(ruang)
        self.formulir.selesai.connect(self._selesai_ubah)
        self.data = Tumpukan()
        self._kisi = QVBoxLayout()
        self.riwayat, self.perubahan = TabelRiwayat(ruang), TabelPerubahan()
        self.surat, self.tanah = TabelSurat(ruang), TabelTanah(ruang)
        self._susun()
        tampak_bila(ruang.konteks.boleh(Izin.BUKU_UBAH), self.ubah)
        tampak_bila(ruang.konteks.boleh(Izin.BUKU_UBAH) or ruang.konteks.boleh(Izin.BUKU_DRAF), self.acara)

    def _susun(self) -> None:
        cetak = Tombol("Data tentang warga ini", lambda: self.cetak_diminta.emit(self.id), ikon="cetak")
        atas = mendatar(
            Tombol("← Kembali", self.ditutup.emit),
            8,
            self.nama,
            self.chip,
            None,
            cetak,
            self.acara,
            self.ubah,
        )
        kiri = Kartu()
        kiri.setMinimumWidth(312)
        kiri.setMaximumWidth(336)
        isi_kiri = QWidget()
        isi_kiri.setLayout(self.ringkas)
        kiri.isi.addWidget(gulung(isi_kiri))
        baca = QWidget()
        self._kisi.setContentsMargins(16, 12, 16, 12)
        baca.setLayout(self._kisi)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(gulung(baca))
        self.data.addWidget(kartu)
        self.data.addWidget(self.formulir)
        self._isi_tab()
        badan = QHBoxLayout()
        badan.setSpacing(14)
        badan.addWidget(kiri, 1)
        badan.addWidget(self.tab, 3)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        tata.addLayout(atas)
        tata.addLayout(badan, 1)

    def _isi_tab(self) -> None:
        self.tab = Tab()
        self.tab.tambah("data", "Data", lambda: self.data)
        self.tab.tambah("riwayat", "Riwayat", lambda: self.riwayat)
        self.tab.tambah("perubahan", "Perubahan data", lambda: self.perubahan)
        if self.ruang.konteks.boleh(Izin.SURAT_BACA):
            self.tab.tambah("surat", "Surat", lambda: self.surat)
        self.tab.tambah("tanah", "Tanah", lambda: self.tanah)

    def buka(self, penduduk_id: int) -> None:
        """Show a person."""
        self.id = penduduk_id
        self.data.setCurrentIndex(0)
        self.tab.buka("data")
        self.muat()

    def muat(self) -> None:
        """Fetch the person again; typing in the form stays."""
        if self.id and not self.kotor():
            k, penduduk_id = self.ruang.konteks, self.id
            self.ruang.tugas.run(lambda: _ambil(k, penduduk_id), self._tampil, owner=self)

    def kotor(self) -> bool:
        """Whether the form holds something that is not stored."""
        return self.data.currentIndex() == 1 and self.formulir.formulir.kotor()

    def kembali(self) -> bool:
        """Leave the form; False when it is not open."""
        if self.data.currentIndex() == 0 or self.kotor():
            return self.kotor()
        self._selesai_ubah(berubah=False)
        return True

    def _tampil(self, isi: IsiOrang) -> None:
        if isi.data.id != self.id:
            return
        self._isi = isi
        self.nama.setText(str(isi.data.isian["nama"]))
        keadaan = {1: Keadaan.SELESAI, 4: Keadaan.SEGERA}.get(isi.data.status_dasar, Keadaan.NETRAL)
        self.chip.setel(keadaan_kata(isi.data), keadaan)
        self._isi_ringkas(isi)
        kosongkan(self._kisi)
        for judul, baris in data_dalam_kata(isi.data).items():
            self._kisi.addLayout(_kelompok(judul, baris))
        self._kisi.addStretch(1)
        self.riwayat.isi(isi.riwayat)
        self.perubahan.isi(isi.perubahan)
        self.surat.isi(isi.milik[0])
        self.tanah.isi(isi.milik[1])

    def _isi_ringkas(self, isi: IsiOrang) -> None:
        kosongkan(self.ringkas)
        d = isi.data
        lahir = f"{umur_kata(d, self.ruang.konteks.jam.hari_ini())}"
        for nama, teks in (
            ("NIK", d.isian["nik"] or "belum ada"),
            ("Umur", lahir or "-"),
            ("Alamat", alamat_dari(d.alamat, d.rt, d.rw, d.dusun)),
            ("Ayah", d.isian["nama_ayah"] or "-"),
            ("Ibu", d.isian["nama_ibu"] or "-"),
        ):
            self.ringkas.addWidget(label(nama, "label"))
            self.ringkas.addWidget(label(str(teks), lipat=True))
            self.ringkas.addSpacing(6)
        if isi.keluarga is not None:
            self._isi_keluarga(isi.keluarga)
        self.ringkas.addStretch(1)

    def _isi_keluarga(self, keluarga: DataKeluarga) -> None:
        self.ringkas.addWidget(garis())
        self.ringkas.addSpacing(6)
        self.ringkas.addWidget(label("Kartu Keluarga", "label"))
        kk = TombolPolos(f"KK {keluarga.no_kk} →", lambda: self.keluarga_diminta.emit(keluarga.id))
        kk.setObjectName("buka_keluarga")
        self.ringkas.addWidget(kk, 0, Qt.AlignmentFlag.AlignLeft)
        for a in keluarga.anggota:
            if not a.aktif:
                continue
            if a.id == self.id:
                diri = label(f"{kalimat(kode.nama('shdk', a.shdk))} (orang ini)", "tebal")
                diri.setContentsMargins(9, 4, 0, 4)
                self.ringkas.addWidget(diri)
            else:
                tombol = TombolPolos(sebutan_anggota(a, self.ruang))
                tombol.clicked.connect(lambda _=False, id_=a.id: self.orang_diminta.emit(id_))
                self.ringkas.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)

    def _mulai_ubah(self) -> None:
        if self._isi is not None:
            self.tab.buka("data")
            self.formulir.buka(self._isi.data)
            self.data.setCurrentIndex(1)

    def _selesai_ubah(self, berubah: bool) -> None:
        self.formulir.formulir.anggap_bersih()
        self.data.setCurrentIndex(0)
        if berubah:
            self.muat()

    def _buka_menu(self) -> None:
        menu = menu_acara(self.ruang, self, self.id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.acara.mapToGlobal(self.acara.rect().bottomLeft()))


def _ambil(k: Konteks, penduduk_id: int) -> IsiOrang:
    data = baca_penduduk(k, penduduk_id)
    keluarga = baca_keluarga(k, data.keluarga_id) if data.keluarga_id else None
    return IsiOrang(
        data, keluarga, riwayat_penduduk(k, penduduk_id), perubahan_penduduk(k, penduduk_id),
        ambil_milik(k, penduduk_id),
    )  # fmt: skip


def _kelompok(judul: str, baris: list[tuple[str, str]]) -> QGridLayout:
    """A heading and its fields in two columns."""
    kisi = QGridLayout()
    kisi.setHorizontalSpacing(tema.JARAK_L)
    kisi.setVerticalSpacing(5)
    kisi.setContentsMargins(0, 0, 0, tema.JARAK_L)
    kisi.addWidget(label(judul, "tebal"), 0, 0, 1, 4)
    setengah = (len(baris) + 1) // 2
    for nomor, (nama, isi) in enumerate(baris):
        kolom, tempat = divmod(nomor, setengah)
        kisi.addWidget(label(nama, "redup", lipat=True), tempat + 1, 2 * kolom, Qt.AlignmentFlag.AlignTop)
        kisi.addWidget(label(isi, lipat=True), tempat + 1, 2 * kolom + 1, Qt.AlignmentFlag.AlignTop)
    for kolom, bagian in ((0, 2), (1, 3), (2, 2), (3, 3)):
        kisi.setColumnStretch(kolom, bagian)
    return kisi
