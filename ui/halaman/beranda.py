"""The first screen: today's figures and what waits, each line a way to its page."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desa_app.bahasa import hari_tanggal
from desa_app.beranda import RingkasanBeranda, ringkasan_beranda
from desa_app.pekerjaan import Pekerjaan
from desa_app.spm.indikator import SEBUTAN
from ui import tema
from ui.halaman.dasar import Halaman
from ui.komponen.dasar import Kartu, KartuAngka, Keadaan, gulung, kosongkan, label, menurun
from ui.komponen.kerja import BarisKerja
from ui.komponen.pengukur import PengukurKecil
from ui.ruang import Ruang

LEBAR_PENGUKUR = 400


class HalamanBeranda(Halaman):
    """Cards in one row; below them the list of work."""

    register = frozenset(
        {"penduduk", "keluarga", "peristiwa", "surat", "permohonan", "pengaduan", "libur", "tutup_buku"}
    )

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
        judul.setContentsMargins(16, 14, 16, 8)
        judul.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        kerja.isi.setSpacing(0)
        kerja.isi.setContentsMargins(0, 0, 0, 1)
        kerja.isi.addWidget(judul)
        self._gulungan = gulung(isi, pas=True)
        kerja.isi.addWidget(self._gulungan)
        self._pengukur = QGridLayout()
        self._pengukur.setSpacing(tema.JARAK_L)
        self._kartu_pengukur = Kartu("Indikator SPM")
        self._kartu_pengukur.setFixedWidth(LEBAR_PENGUKUR)
        self._kartu_pengukur.isi.addLayout(self._pengukur)
        self._kartu_pengukur.isi.addStretch(1)
        self._kartu_pengukur.hide()
        bawah = QHBoxLayout()
        bawah.setSpacing(14)
        bawah.addWidget(kerja, 1)
        bawah.addWidget(self._kartu_pengukur)
        self.tata.addLayout(self._kartu)
        self.tata.addLayout(bawah, 1)

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
        kosongkan(self._pengukur)
        for nomor, nilai in enumerate(ringkasan.indikator):
            pengukur = PengukurKecil(nilai, SEBUTAN[nilai.kode].bidang)
            pengukur.clicked.connect(lambda _=False: self.ruang.layanan.buka_halaman("indikator"))
            self._pengukur.addWidget(pengukur, nomor // 2, nomor % 2)
        self._gulungan.updateGeometry()
        self._kartu_pengukur.setVisible(bool(ringkasan.indikator))

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
