"""The first screen: today's figures and what waits, each line a way to its page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desa_app.bahasa import hari_tanggal
from desa_app.beranda import RingkasanBeranda, ringkasan_beranda
from desa_app.pekerjaan import Pekerjaan
from ui.halaman.dasar import Halaman
from ui.komponen.dasar import Kartu, KartuAngka, Keadaan, gulung, kosongkan, label, menurun
from ui.komponen.kerja import BarisKerja
from ui.ruang import Ruang


class HalamanBeranda(Halaman):
    """Cards in one row; below them the list of work."""

    register = frozenset({"penduduk", "keluarga", "peristiwa", "surat", "pengaduan", "libur", "tutup_buku"})

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(ruang)
        self._kartu = QHBoxLayout()
        self._kartu.setSpacing(14)
        self._daftar = menurun(jarak=0)
        self._daftar.addStretch(1)
        isi = QWidget()
        isi.setLayout(self._daftar)
        kerja = Kartu(tepi=0)
        judul = label("Yang perlu dikerjakan", "judul_kartu")
        judul.setContentsMargins(16, 12, 16, 8)
        kerja.isi.setSpacing(0)
        kerja.isi.setContentsMargins(0, 0, 0, 1)
        kerja.isi.addWidget(judul)
        kerja.isi.addWidget(gulung(isi), 1)
        isi.setContentsMargins(0, 0, 0, 0)
        self.tata.addLayout(self._kartu)
        self.tata.addWidget(kerja, 1)

    def muat_ulang(self) -> None:
        """Fetch the summary."""
        konteks = self.ruang.konteks
        self.keadaan(hari_tanggal(konteks.jam.hari_ini()))
        self.ruang.tugas.run(lambda: ringkasan_beranda(konteks), self._tampil, owner=self)

    def _tampil(self, ringkasan: RingkasanBeranda) -> None:
        kosongkan(self._kartu)
        for kartu in ringkasan.kartu:
            self._kartu.addWidget(KartuAngka(kartu.nama, kartu.angka, kartu.rincian), 1)
        kosongkan(self._daftar)
        for pekerjaan in ringkasan.pekerjaan:
            self._daftar.addWidget(self._baris(pekerjaan))
        if not ringkasan.pekerjaan:
            selesai = label("✓ Tidak ada yang menunggu. Semua pekerjaan hari ini sudah selesai.", "redup")
            selesai.setContentsMargins(16, 8, 16, 16)
            self._daftar.addWidget(selesai)
        self._daftar.addStretch(1)
        self._lencana(ringkasan.pekerjaan)

    def _baris(self, pekerjaan: Pekerjaan) -> BarisKerja:
        baris = BarisKerja(
            pekerjaan.tanda, Keadaan(pekerjaan.mendesak.value), pekerjaan.judul, pekerjaan.rincian
        )
        baris.setEnabled(self.ruang.layanan.ada(pekerjaan.halaman))
        baris.diminta.connect(lambda: self.ruang.layanan.buka_halaman(pekerjaan.halaman, **pekerjaan.arg))
        return baris

    def _lencana(self, pekerjaan: tuple[Pekerjaan, ...]) -> None:
        jumlah: dict[str, int] = {}
        for p in pekerjaan:
            jumlah[p.halaman] = jumlah.get(p.halaman, 0) + p.jumlah
        for kunci, banyak in jumlah.items():
            self.ruang.layanan.lencana(kunci, banyak)
