"""The registers as a table, with preview and printing: what the screen shows is what is printed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.buku.cetak import BukuCetak
from desa_app.buku.validate import baca_tanggal
from desa_app.keamanan.peran import Izin
from desa_app.spm.standar import poster_standar
from desa_app.surat.daftar import SuratRingkas, surat_masa
from desa_app.surat.pelayanan import telusuri
from desa_app.surat.permohonan import PermohonanInfo
from desa_app.surat.register import buku_agenda, buku_ekspedisi, daftar_terlambat, register_surat, rekap_surat
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari
from ui.halaman.pelayanan.catat import nomor_luar, standar_jenis, surat_masuk
from ui.halaman.pelayanan.surat import DialogSurat
from ui.kertas.buka import buka_pratinjau
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar
from ui.komponen.isian import IsianTanggal, PilihanCari
from ui.komponen.menu import buka_menu
from ui.komponen.pesan import PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

BUKU = {
    "register": "Register surat",
    "agenda": "Buku Agenda (A.7)",
    "ekspedisi": "Buku Ekspedisi (A.8)",
    "rekap": "Rekapitulasi surat",
    "terlambat": "Melewati waktu",
}
LEBAR_SATUAN = 10
"""Pixels for one unit of a column's relative width."""


class TabBuku(QWidget):
    """One book of a period. A row of the register opens its letter, one of the late list its request."""

    permohonan_diminta = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        bulan = bulan_dari(ruang.konteks.jam.hari_ini())
        self.pilihan = PilihanCari(list(BUKU.items()), boleh_kosong=False)
        self.pilihan.setFixedWidth(220)
        self.pilihan.currentIndexChanged.connect(lambda _: self.muat())
        self.dari, self.sampai = IsianTanggal(), IsianTanggal()
        for kotak, tanggal in ((self.dari, awal_bulan(bulan)), (self.sampai, akhir_bulan(bulan))):
            kotak.setFixedWidth(120)
            kotak.setel(tanggal)
            kotak.editingFinished.connect(self.muat)
        self.galat = PesanGalat()
        self._kartu = Kartu(tepi=1)
        self._kartu.isi.setContentsMargins(1, 1, 1, 1)
        self.tabel: TabelData | None = None
        cetak = TombolUtama("Pratinjau && cetak", self.cetak, ikon="cetak", pintasan="Ctrl+P")
        self.catat = Tombol("Catat ▾", lambda: buka_menu(self.catat, self._pilihan_catat()))
        self.catat.setVisible(ruang.konteks.boleh(Izin.SURAT_BUAT))
        self.standar = Tombol("Standar pelayanan ▾", lambda: buka_menu(self.standar, self._pilihan_standar()))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(12)
        tata.addLayout(
            mendatar(
                self.pilihan,
                label("dari"),
                self.dari,
                label("sampai"),
                self.sampai,
                None,
                self.catat,
                self.standar,
                cetak,
            )
        )
        tata.addWidget(self.galat)
        tata.addWidget(self._kartu, 1)

    def susun(self) -> BukuCetak:
        """The chosen book; runs off the window. Raises DesaError."""
        k, kunci = self.ruang.konteks, str(self.pilihan.nilai() or "register")
        dari, sampai = baca_tanggal(self.dari.text()), baca_tanggal(self.sampai.text())
        if kunci == "agenda":
            return buku_agenda(
                k, dari.year, bulan_dari(dari) if bulan_dari(dari) == bulan_dari(sampai) else None
            )
        penyusun = {
            "ekspedisi": buku_ekspedisi, "rekap": rekap_surat, "terlambat": daftar_terlambat,
        }.get(kunci)  # fmt: skip
        return penyusun(k, dari, sampai) if penyusun else register_surat(k, dari, sampai)

    def _masa_benar(self) -> bool:
        try:
            return baca_tanggal(self.dari.text()) <= baca_tanggal(self.sampai.text())
        except ValueError:
            return False

    def muat(self) -> None:
        """Show the chosen book."""
        if self._masa_benar():
            self.galat.bersihkan()
            self.ruang.tugas.run(self.susun, self._tampil, owner=self, on_error=self.galat.tampilkan)

    def cetak(self) -> None:
        """Preview of the book, for printer and files."""
        if self._masa_benar():
            buka_pratinjau(self.ruang, self.susun, self, self.galat.tampilkan)

    def _tampil(self, buku: BukuCetak) -> None:
        kolom = [KolomTabel(k.judul[-1], round(k.lebar * LEBAR_SATUAN) + 30, k.rata) for k in buku.spec.kolom]
        model = ModelTetap(kolom)
        model.isi(list(buku.baris), buku.jumlah)
        if self.tabel is not None:
            self._kartu.isi.removeWidget(self.tabel)
            self.tabel.setParent(None)
            self.tabel.deleteLater()
        self.tabel = TabelData(model)
        self.tabel.dibuka.connect(lambda nomor: self._buka_baris(str(buku.baris[nomor][1]), nomor))
        self._kartu.isi.addWidget(self.tabel)

    # ------------------------------------------------------------------ rows and papers

    def _buka_baris(self, kunci: str, nomor: int) -> None:
        k, buku = self.ruang.konteks, self.pilihan.nilai()
        if buku == "terlambat":
            self.ruang.tugas.run(lambda: telusuri(k, kunci), self._buka_permohonan, owner=self)
        elif buku == "register":
            dari, sampai = baca_tanggal(self.dari.text()), baca_tanggal(self.sampai.text())

            def buka(surat: list[SuratRingkas]) -> None:
                if nomor < len(surat) and surat[nomor].nomor == kunci:
                    DialogSurat(self.ruang, surat[nomor].id, self).open()

            self.ruang.tugas.run(lambda: surat_masa(k, dari, sampai), buka, owner=self)

    def _buka_permohonan(self, permohonan: PermohonanInfo | None) -> None:
        if permohonan is not None:
            self.permohonan_diminta.emit(permohonan.id)

    def _pilihan_catat(self) -> dict[str, Callable[[], None]]:
        return {
            "Surat masuk …": lambda: surat_masuk(self.ruang, self, self._tercatat),
            "Nomor surat di luar program …": lambda: nomor_luar(self.ruang, self, self._tercatat),
        }

    def _pilihan_standar(self) -> dict[str, Callable[[], None]]:
        return {
            "Satu jenis surat …": lambda: standar_jenis(self.ruang, self),
            "Poster semua jenis …": self._poster,
        }

    def _tercatat(self, kalimat: str) -> None:
        self.ruang.layanan.beritahu(kalimat)
        self.ruang.layanan.umumkan_perubahan({"surat"})
        self.muat()

    def _poster(self) -> None:
        k = self.ruang.konteks
        buka_pratinjau(self.ruang, lambda: poster_standar(k), self, self.galat.tampilkan)
