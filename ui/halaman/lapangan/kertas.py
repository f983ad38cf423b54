"""Every paper of a visit, and the recording table on the screen."""

from PySide6.QtWidgets import QHBoxLayout

from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.kertas import KERTAS, catat_kertas, kertas_lapangan
from desa_app.lapangan.nomor_surat import KODE, nomor_kertas, nomori_kertas
from desa_app.lapangan.rekap import Rekap
from desa_app.surat.keluar import SuratKeluar, batalkan_nomor_dinas
from ui.halaman.lapangan.bagian import REGISTER, Bagian, tanya_kata
from ui.kertas.buka import tampilkan_kertas
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar, tampak_bila
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_KERTAS = (KolomTabel("Surat dan daftar", 0), KolomTabel("Nomor surat", 258))
_CAPAIAN = (
    KolomTabel("Indikator kinerja", 0), KolomTabel("Target", 66, "kanan"),
    KolomTabel("Realisasi", 80, "kanan"), KolomTabel("Capaian", 76, "kanan"),
)  # fmt: skip


class KertasKegiatan(Bagian):
    """Papers at the left; at the right the figures that the report tells."""

    def __init__(self, ruang: Ruang, kegiatan_id: int) -> None:
        super().__init__(ruang, kegiatan_id)
        self.kode = list(KERTAS)
        self.model, self.capaian = ModelTetap(_KERTAS), ModelTetap(_CAPAIAN)
        self.tabel, kanan = TabelData(self.model), TabelData(self.capaian)
        self._nomor: dict[str, SuratKeluar] = {}
        self._di_kantor = False
        self.tabel.dibuka.connect(self.lihat)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._atur())
        self.beri = Tombol("Beri nomor", self.nomori)
        self.batal = Tombol("Batalkan nomor …", self._batal)
        self.petunjuk = label("", "kecil", lipat=True)
        for tombol in (self.beri, self.batal):
            tampak_bila(ruang.konteks.boleh(Izin.SURAT_BUAT), tombol)
        kiri = Kartu("Cetak atau simpan (PDF, Word, Excel)", tepi=12)
        kiri.isi.addWidget(self.galat)
        kiri.isi.addWidget(self.tabel, 1)
        bawah = mendatar(self.petunjuk, self.batal, self.beri)
        bawah.setStretch(0, 1)
        kiri.isi.addLayout(bawah)
        kiri.kepala.addWidget(TombolUtama("Lihat dan cetak", self._kini, ikon="cetak", pintasan="Ctrl+P"))
        angka = Kartu("Indikator, target, realisasi, capaian", tepi=12)
        angka.isi.addWidget(kanan, 1)
        self.catatan = label("", "kecil", lipat=True)
        angka.isi.addWidget(self.catatan)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(14)
        tata.addWidget(kiri, 4)
        tata.addWidget(angka, 3)

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
        self._di_kantor = rekap.kegiatan.perangkat == "A"
        k, nomor = self.ruang.konteks, self.kegiatan_id
        self.ruang.tugas.run(lambda: nomor_kertas(k, nomor), self._tampil_nomor, owner=self)

    def _tampil_nomor(self, nomor: dict[str, SuratKeluar]) -> None:
        self._nomor = nomor
        baris = self.tabel.baris_terpilih() or 0
        self.model.isi([(nama, self._sebut(kode)) for kode, nama in KERTAS.items()])
        self.tabel.selectRow(baris)
        self._atur()

    def _sebut(self, kode: str) -> str:
        if kode in self._nomor:
            return self._nomor[kode].nomor
        return "belum bernomor" if kode in KODE else "daftar"

    def _atur(self) -> None:
        baris = self.tabel.baris_terpilih()
        kode = "" if baris is None else self.kode[baris]
        surat = self._nomor.get(kode)
        self.beri.setEnabled(self._di_kantor and kode in KODE and surat is None)
        self.batal.setEnabled(self._di_kantor and surat is not None)
        self.petunjuk.setText(
            f"Dinomori {tanggal_panjang(surat.tanggal)}; isinya tetap seperti saat itu." if surat
            else "Nomor diambil dari agenda surat keluar; isinya lalu tidak berubah lagi." if kode in KODE
            else ""
        )  # fmt: skip

    def nomori(self) -> None:
        """Give the selected letter its number."""
        baris = self.tabel.baris_terpilih()
        if baris is not None:
            k, nomor, kode = self.ruang.konteks, self.kegiatan_id, self.kode[baris]
            self.lakukan(
                lambda: nomori_kertas(k, nomor, kode),
                lambda jadi: self.ruang.layanan.beritahu(f"{KERTAS[kode]} bernomor {jadi}."),
                REGISTER | {"surat"},
            )

    def _batal(self) -> None:
        baris = self.tabel.baris_terpilih()
        if baris is not None and (surat := self._nomor.get(self.kode[baris])):
            k = self.ruang.konteks
            tanya_kata(
                self.ruang, self, f"Batalkan nomor {surat.nomor}", "Alasan", "Batalkan nomor",
                lambda alasan: batalkan_nomor_dinas(k, surat.id, alasan), REGISTER | {"surat"},
            )  # fmt: skip

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
