"""Every paper of a visit, and the recording table on the screen."""

from PySide6.QtWidgets import QHBoxLayout

from desa_app.bahasa import bilangan
from desa_app.lapangan.kertas import KERTAS, catat_kertas, kertas_lapangan
from desa_app.lapangan.kertas_naskah import NASKAH
from desa_app.lapangan.rekap import Rekap
from ui.halaman.lapangan.bagian import Bagian
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import Kartu, TombolUtama, label
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_KERTAS = (KolomTabel("Surat dan daftar", 0), KolomTabel("Bentuk", 90))
_CAPAIAN = (
    KolomTabel("Indikator kinerja", 0), KolomTabel("Target", 80, "kanan"), KolomTabel("Realisasi", 90,
    "kanan"),
    KolomTabel("Capaian", 90, "kanan"),
)  # fmt: skip


class KertasKegiatan(Bagian):
    """Papers at the left; at the right the figures that the report tells."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self.kode = list(KERTAS)
        self.model, self.capaian = ModelTetap(_KERTAS), ModelTetap(_CAPAIAN)
        self.tabel, kanan = TabelData(self.model), TabelData(self.capaian)
        self.model.isi([(nama, "surat" if kode in NASKAH else "daftar") for kode, nama in KERTAS.items()])
        self.tabel.dibuka.connect(self.lihat)
        self.tabel.selectRow(0)
        kiri = Kartu("Cetak atau simpan (PDF, Word, Excel)", tepi=12)
        kiri.isi.addWidget(self.galat)
        kiri.isi.addWidget(self.tabel, 1)
        kiri.kepala.addWidget(TombolUtama("Lihat dan cetak", self._kini, ikon="cetak", pintasan="Ctrl+P"))
        angka = Kartu("Indikator, target, realisasi, capaian", tepi=12)
        angka.isi.addWidget(kanan, 1)
        self.catatan = label("", "kecil", lipat=True)
        angka.isi.addWidget(self.catatan)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addWidget(kiri, 1)
        tata.addWidget(angka, 1)

    def tampil(self, rekap: Rekap) -> None:
        self.capaian.isi(
            [(c.indikator, bilangan(c.target), bilangan(c.realisasi), c.persentase) for c in rekap.capaian]
        )
        kata = [f"{bilangan(rekap.tanda_terima)} tanda terima diberikan."]
        if rekap.rata_layanan is not None:
            kata.append(f"Rata-rata {rekap.rata_layanan} menit seorang.")
        if rekap.jam_meragukan:
            kata.append(f"{rekap.jam_meragukan} catatan waktu meragukan dan tidak dihitung.")
        self.catatan.setText(" ".join(kata))

    def _kini(self) -> None:
        baris = self.tabel.baris_terpilih()
        if baris is not None:
            self.lihat(baris)

    def lihat(self, baris: int) -> None:
        """Show one paper."""
        k, nomor, kode = self.ruang.konteks, self.kegiatan_id, self.kode[baris]

        def tercetak() -> None:
            self.ruang.tugas.run(lambda: catat_kertas(k, nomor, kode, "cetak"), lambda _: None, owner=self)

        self.galat.bersihkan()
        self.ruang.tugas.run(
            lambda: kertas_lapangan(k, nomor, kode),
            lambda kertas: tampilkan_kertas(self.ruang, kertas, KERTAS[kode], self, tercetak),
            owner=self,
            on_error=self.galat.tampilkan,
        )
