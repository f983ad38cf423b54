"""What a resident has with the office: letters, and land."""

from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desa_app.bahasa import tanggal_pendek
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.warga import BidangWarga, bidang_warga
from desa_app.surat.daftar import SuratRingkas, surat_warga
from ui.komponen.dasar import Kartu, label, mendatar
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_SURAT = (
    KolomTabel("Tanggal", 100), KolomTabel("Nomor", 240), KolomTabel("Jenis surat", 240),
    KolomTabel("Keperluan", 0), KolomTabel("Keadaan", 150),
)  # fmt: skip
_TANAH = (
    KolomTabel("Nomor", 230), KolomTabel("Letak", 0), KolomTabel("Hak", 60),
    KolomTabel("Luas bidang (m²)", 130, "kanan"), KolomTabel("Bagian", 90, "kanan"),
)  # fmt: skip
Milik = tuple[list[SuratRingkas], list[BidangWarga]]


def ambil_milik(k: Konteks, penduduk_id: int) -> Milik:
    """Letters and parcels; the letters only for those who may read them."""
    surat = surat_warga(k, penduduk_id) if k.boleh(Izin.SURAT_BACA) else []
    return surat, bidang_warga(k, penduduk_id)


class _Tabel(QWidget):
    def __init__(self, kolom: tuple[KolomTabel, ...], kosong: str) -> None:
        super().__init__()
        self.model = ModelTetap(kolom)
        self.tabel = TabelData(self.model)
        self._kosong = label(kosong, "redup")
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu, 1)
        tata.addLayout(mendatar(self._kosong, None))

    def isi_baris(self, baris: list[tuple[str, ...]]) -> None:
        """Show rows, or say that there are none."""
        self.model.isi(baris)
        self._kosong.setVisible(not baris)


class TabelSurat(_Tabel):
    """Letters about a resident, the newest first; a row opens the letter at the counter."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(_SURAT, "Belum ada surat untuk warga ini.")
        self._surat: list[SuratRingkas] = []
        self.tabel.dibuka.connect(
            lambda nomor: ruang.layanan.buka_halaman("pelayanan", surat=self._surat[nomor].id)
        )

    def isi(self, surat: list[SuratRingkas]) -> None:
        """Show letters."""
        self._surat = surat
        self.isi_baris([(tanggal_pendek(s.tanggal), s.nomor, s.jenis, s.keperluan, s.keadaan) for s in surat])


class TabelTanah(_Tabel):
    """Standing parcels of a resident; a row opens the parcel."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__(_TANAH, "Tidak ada bidang tanah atas nama warga ini di buku tanah desa.")
        self._bidang: list[BidangWarga] = []
        self.tabel.dibuka.connect(
            lambda nomor: ruang.layanan.buka_halaman("pertanahan", bidang=self._bidang[nomor].id)
        )

    def isi(self, bidang: list[BidangWarga]) -> None:
        """Show parcels."""
        self._bidang = bidang
        self.isi_baris(
            [
                (b.nomor or f"Bidang {b.id}", b.letak, b.hak, teks_luas(b.luas), _bagian(b.bagian))
                for b in bidang
            ]
        )


def _bagian(bagian: Fraction) -> str:
    return "seluruhnya" if bagian == 1 else str(bagian)
