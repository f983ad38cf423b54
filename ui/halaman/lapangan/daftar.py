"""All visits, with what each still waits for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desa_app.bahasa import hari_tanggal
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kegiatan import KEADAAN_KEGIATAN, KegiatanInfo
from desa_app.lapangan.templat import NAMA_PENDEK
from ui.halaman.lapangan.bawa import terima_dari_kantor
from ui.halaman.lapangan.formulir import DialogKegiatan
from ui.halaman.lapangan.syarat import DialogSyarat
from ui.halaman.lapangan.templat import DialogTemplat
from ui.komponen.dasar import Kartu, KosongInfo, Tombol, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.komponen.tumpukan import Tumpukan
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Tanggal", 210),
    KolomTabel("Kegiatan", 0),
    KolomTabel("Cara", 150),
    KolomTabel("Tempat", 190),
    KolomTabel("Keadaan", 110),
    KolomTabel("Peserta", 80, "kanan"),
    KolomTabel("Diserahkan", 110, "kanan"),
)
KOSONG = (
    "Jemput bola untuk warga yang jauh dari kantor: pilih nama dari daftar yang belum punya dokumen, "
    "layani di "
    "dusun, beri tanda terima, lalu serahkan dokumennya."
)
_WARNA = {"rencana": "segera", "berjalan": "aksen", "selesai": "selesai", "batal": "redup"}


class DaftarKegiatan(QWidget):
    """`dibuka` gives the id of the visit that was asked for."""

    dibuka = Signal(int)

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self.ruang = ruang
        self._semua: Sequence[KegiatanInfo] = ()
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.dibuka.connect(lambda baris: self.dibuka.emit(self._semua[baris].id))
        boleh = ruang.konteks.boleh(Izin.SURAT_BUAT)
        self.rencanakan = TombolUtama("Rencanakan kegiatan", self.baru, ikon="tambah", pintasan="Ctrl+N")
        tombol = (
            Tombol("Syarat dokumen …", self._syarat),
            Tombol("Templat langkah …", self._templat),
            Tombol("Terima bekal …", self._terima, ikon="unggah"),
            self.rencanakan,
        )
        for t in tombol[2:]:
            tampak_bila(boleh, t)
        atas = mendatar(label("PAK KEDES, KETUPAT PECEL, dan templat desa sendiri", "redup"), None, *tombol)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        mulai = TombolUtama("Rencanakan kegiatan pertama", self.baru, ikon="tambah") if boleh else None
        self._tumpuk = Tumpukan()
        self._tumpuk.addWidget(kartu)
        self._tumpuk.addWidget(KosongInfo("Belum ada kegiatan lapangan", KOSONG, mulai, ikon="lapangan"))
        tata = menurun(jarak=12)
        tata.addLayout(atas)
        tata.addWidget(self._tumpuk, 1)
        self.setLayout(tata)

    def isi(self, semua: Sequence[KegiatanInfo]) -> None:
        """Show the visits."""
        self._semua = semua
        warna = {(n, 4): _WARNA[i.keadaan] for n, i in enumerate(semua)}
        self.model.isi([_sel(i) for i in semua], keadaan=warna)
        self._tumpuk.setCurrentIndex(0 if semua else 1)
        if semua:
            self.tabel.selectRow(0)

    def baru(self) -> None:
        """Ask for a new visit."""
        DialogKegiatan(self.ruang, None, self.dibuka.emit, self).open()

    def _templat(self) -> None:
        DialogTemplat(self.ruang, self).open()

    def _syarat(self) -> None:
        DialogSyarat(self.ruang, self).open()

    def _terima(self) -> None:
        terima_dari_kantor(self.ruang, self, self.dibuka.emit)


def _sel(i: KegiatanInfo) -> tuple[str, ...]:
    cara = NAMA_PENDEK.get(i.isi.templat, "Templat desa")
    keadaan = KEADAAN_KEGIATAN[i.keadaan] + (f" (laptop {i.perangkat})" if i.perangkat != "A" else "")
    jadi = f"{i.diserahkan} dari {i.jumlah_berkas}"
    return (hari_tanggal(i.isi.tanggal), i.isi.nama, cara, i.isi.tempat, keadaan, str(i.peserta), jadi)
