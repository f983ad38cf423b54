"""The paper fallback: the printed list typed into one table afterwards."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desa_app.errors import DesaError
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.ketik import BarisKetik, ketik_hasil
from desa_app.lapangan.peserta import PesertaInfo
from ui.halaman.lapangan.bagian import REGISTER
from ui.komponen.dasar import Tombol, TombolUtama, label
from ui.komponen.pesan import Dialog, PesanGalat
from ui.ruang import Ruang

JUDUL = (
    "Nama", "Dokumen", "Jam hadir", "Jam diterima", "Cara", "Jam diserahkan", "Penerima", "Nomor dokumen",
)  # fmt: skip
_LEBAR = (0, 150, 88, 104, 80, 122, 150, 132)
_TETAP = 2
"""Columns that only tell."""
_KUNCI = ("hadir", "diterima", "cara", "diserahkan", "penerima", "nomor")
PENJELASAN = (
    "Ketik jam seperti pada kertas: 08.15 atau 815. Cara: on atau off, kosong berarti offline. Penerima "
    "kosong berarti yang bersangkutan. Baris kosong dilewati; tersimpan semua atau tidak sama sekali."
)


class DialogKetik(Dialog):
    """One row per participant."""

    def __init__(
        self, ruang: Ruang, kegiatan_id: int, peserta: Sequence[PesertaInfo], induk: QWidget
    ) -> None:
        super().__init__("Ketik hasil dari kertas", induk, lebar=1000)
        self.resize(1180, 640)
        self.ruang, self.kegiatan_id, self._peserta = ruang, kegiatan_id, peserta
        self.galat = PesanGalat()
        self.tabel = QTableWidget(len(peserta), len(JUDUL))
        self.tabel.setHorizontalHeaderLabels(list(JUDUL))
        self.tabel.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tabel.verticalHeader().setDefaultSectionSize(32)
        self.tabel.setTabKeyNavigation(True)
        for kolom, lebar in enumerate(_LEBAR):
            if lebar:
                self.tabel.setColumnWidth(kolom, lebar)
        for nomor, p in enumerate(peserta):
            dokumen = ", ".join(DOKUMEN[b.jenis].pendek for b in p.berkas)
            for kolom, teks in enumerate((p.nama, dokumen)):
                sel = QTableWidgetItem(teks)
                sel.setFlags(sel.flags() & ~sel.flags().ItemIsEditable)
                sel.setToolTip(teks)
                self.tabel.setItem(nomor, kolom, sel)
        self.tabel.setCurrentCell(0, _TETAP)
        self.simpan = TombolUtama("Simpan semua", self.kirim, pintasan="Ctrl+S")
        for isi in (self.galat, label(PENJELASAN, "kecil", lipat=True)):
            self.isi.addWidget(isi)
        self.isi.addWidget(self.tabel, 1)
        self.tambah_tombol(Tombol("Batal", self.reject), self.simpan)

    def baris(self) -> list[BarisKetik]:
        """What was typed."""
        return [BarisKetik(peserta_id=p.id, **self._sel(nomor)) for nomor, p in enumerate(self._peserta)]

    def _sel(self, baris: int) -> dict[str, str]:
        isi = {}
        for kolom, kunci in enumerate(_KUNCI, _TETAP):
            sel = self.tabel.item(baris, kolom)
            isi[kunci] = sel.text().strip() if sel else ""
        isi["cara"] = _cara(isi["cara"])
        return isi

    def kirim(self) -> None:
        """Store the whole table."""
        k, nomor, baris = self.ruang.konteks, self.kegiatan_id, self.baris()
        self.galat.bersihkan()
        self.ruang.tugas.run(
            lambda: ketik_hasil(k, nomor, baris), self._jadi, owner=self, on_error=self._gagal
        )

    def _jadi(self, banyak: int) -> None:
        self.accept()
        self.ruang.layanan.beritahu(f"{banyak} baris tersimpan.")
        self.ruang.layanan.umumkan_perubahan(REGISTER)

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)


def _cara(teks: str) -> str:
    """`on`, `Online`, `off`, or nothing, as one types it in haste."""
    kata = teks.lower().replace("-", "").replace(" ", "")
    return {"": "offline", "on": "online", "off": "offline"}.get(kata, kata)
