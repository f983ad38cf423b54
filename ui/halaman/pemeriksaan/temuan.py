"""The list of findings: counts, filter, what a check means, and what to do about it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QWidget

from desa_app.bahasa import bilangan, tanggal_pendek
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.desa import daftar_dusun
from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.ambang import AMBANG, ambang_kini, ubah_ambang
from desa_app.pemeriksaan.hasil import aturan
from desa_app.pemeriksaan.jalan import HasilPemeriksaan, jalankan_pemeriksaan
from desa_app.pemeriksaan.surat_dukcapil import surat_perbaikan
from desa_app.pemeriksaan.temuan import (
    STATUS,
    TERBUKA,
    TINGKAT,
    RingkasanTemuan,
    SaringanTemuan,
    TemuanInfo,
    daftar_temuan,
    kalimat_aturan,
    ringkasan_temuan,
    tandai_temuan,
)
from ui.halaman.pemeriksaan.catat import DialogCatat
from ui.komponen.dasar import Kartu, KartuAngka, Tombol, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import PilihanCari
from ui.komponen.pesan import DialogGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

KOLOM = (
    KolomTabel("Tingkat", 104), KolomTabel("Nama, KK, atau bidang", 200), KolomTabel("Dusun", 110),
    KolomTabel("Yang ditemukan", 0), KolomTabel("Sejak", 104), KolomTabel("Keadaan", 130),
)  # fmt: skip
_WARNA = {"GALAT": "lewat", "PERINGATAN": "segera", "INFO": "redup"}
_TERBUKA = "terbuka"
ALASAN = RecordSpec(
    key="alasan",
    fields=(FieldSpec(key="alasan", label="Mengapa data ini sah", required=True, max_length=300,
                      hint="misalnya: tanggal lahir dibetulkan dengan penetapan pengadilan"),),
)  # fmt: skip
SURAT = RecordSpec(
    key="surat",
    fields=(
        FieldSpec(key="tujuan", label="Kepada", required=True, hint="misalnya: Kepala Disdukcapil Mekarjaya"),
        FieldSpec(key="nomor", label="Nomor surat", hint="boleh dikosongkan dan ditulis tangan"),
    ),
)


class DaftarTemuan(QWidget):
    """Work list of the findings."""

    def __init__(self, ruang: Ruang) -> None:
        super().__init__()
        self._ruang = ruang
        self._isi: list[TemuanInfo] = []
        self._angka = {t: KartuAngka(nama) for t, nama in TINGKAT.items()}
        self.periksa = TombolUtama("Periksa sekarang", self.jalankan, ikon="pemeriksaan")
        self.tingkat = PilihanCari([(t, nama) for t, nama in TINGKAT.items()])
        self.kode = PilihanCari()
        self.dusun = PilihanCari()
        self.status = PilihanCari([(_TERBUKA, "Yang terbuka"), *STATUS.items()], boleh_kosong=False)
        self.model = ModelTetap(KOLOM)
        self.tabel = TabelData(self.model)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rincian = label("", "kecil", lipat=True)
        self._susun()
        for pilihan in (self.tingkat, self.kode, self.dusun, self.status):
            pilihan.currentIndexChanged.connect(lambda _=0: self.muat())
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._jelaskan())
        self.tabel.dibuka.connect(self._buka_orang)
        ruang.tugas.run(lambda: daftar_dusun(ruang.konteks), self.dusun.isi_pilihan, owner=self)
        self.muat()

    def _susun(self) -> None:
        ubah = self._ruang.konteks.boleh(Izin.BUKU_UBAH)
        self.tombol = [
            Tombol("Buka datanya", self._buka_terpilih, ikon="pengguna"),
            Tombol("Sedang dicek", lambda: self._tandai("dicek")),
            Tombol("Sah…", self._sah, ikon="centang"),
            Tombol("Kirim ke Dukcapil…", self._kirim, ikon="unduh"),
        ]
        for tombol in self.tombol[1:]:
            tampak_bila(ubah, tombol)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        kartu.isi.addWidget(self.tabel)
        atas = mendatar(jarak=14)
        for angka in self._angka.values():
            atas.addWidget(angka, 1)
        atas.addWidget(self.periksa, 0, Qt.AlignmentFlag.AlignTop)
        tata = menurun(jarak=12)
        tata.addLayout(atas)
        tata.addLayout(self._baris_saringan())
        tata.addWidget(kartu, 1)
        tata.addWidget(self.rincian)
        ambang = Tombol("Ambang…", self._ambang, ikon="pengaturan")
        tampak_bila(self._ruang.konteks.boleh(Izin.PENGATURAN), ambang)
        self.catat = Tombol("Catat temuan…", self._catat, ikon="tambah")
        tampak_bila(ubah, self.catat)
        tata.addLayout(mendatar(*self.tombol, None, self.catat, ambang))
        self.setLayout(tata)

    def _baris_saringan(self) -> QHBoxLayout:
        baris = mendatar(jarak=10)
        for nama, pilihan, lebar in (
            ("Tingkat", self.tingkat, 150), ("Pemeriksaan", self.kode, 330), ("Dusun", self.dusun, 170),
            ("Keadaan", self.status, 190),
        ):  # fmt: skip
            pilihan.setFixedWidth(lebar)
            pilihan.setAccessibleName(nama)
            pilihan.setPlaceholderText(f"Semua {nama.lower()}")
            baris.addWidget(pilihan)
        baris.addStretch(1)
        return baris

    def muat(self) -> None:
        """Fetch the list for the filter, and the counts."""
        konteks, saringan = self._ruang.konteks, self._saringan()
        self._ruang.tugas.run(lambda: daftar_temuan(konteks, saringan), self._tampil, owner=self)
        self._ruang.tugas.run(lambda: ringkasan_temuan(konteks), self._tampil_ringkas, owner=self)

    def saring(self, tingkat: str) -> None:
        """Show one severity."""
        self.tingkat.setel(tingkat)

    def _saringan(self) -> SaringanTemuan:
        status, dusun = str(self.status.nilai() or _TERBUKA), self.dusun.nilai()
        return SaringanTemuan(
            status=TERBUKA if status == _TERBUKA else (status,), tingkat=str(self.tingkat.nilai() or ""),
            kode=str(self.kode.nilai() or ""), dusun_id=dusun if isinstance(dusun, int) else None,
        )  # fmt: skip

    def _tampil(self, isi: list[TemuanInfo]) -> None:
        self._isi = isi
        baris = [
            (TINGKAT[x.tingkat], x.siapa, (x.dusun or "").title(), x.uraian, tanggal_pendek(x.ditemukan),
             STATUS[x.status])
            for x in isi
        ]  # fmt: skip
        self.model.isi(baris, keadaan={(n, 0): _WARNA[x.tingkat] for n, x in enumerate(isi)})
        self._jelaskan()

    def _tampil_ringkas(self, ringkas: RingkasanTemuan) -> None:
        for tingkat, kartu in self._angka.items():
            kartu.isikan(bilangan(ringkas.per_tingkat.get(tingkat, 0)), _ARTI[tingkat])
        kini = self.kode.nilai()
        self.kode.blockSignals(True)
        self.kode.isi_pilihan(
            [(k, f"{kalimat_aturan(k)} ({bilangan(n)})") for k, n in ringkas.per_kode.items()]
        )
        if kini in ringkas.per_kode:
            self.kode.setel(kini)
        self.kode.blockSignals(False)

    def terpilih(self) -> list[TemuanInfo]:
        """Findings of the selected rows."""
        baris = {i.row() for i in self.tabel.selectionModel().selectedRows()}
        return [self._isi[n] for n in sorted(baris) if n < len(self._isi)]

    def _jelaskan(self) -> None:
        terpilih = self.terpilih()
        for tombol in self.tombol:
            tombol.setEnabled(bool(terpilih))
        if not terpilih:
            kosong = "Tidak ada temuan. Tekan “Periksa sekarang” untuk memeriksa lagi."
            self.rincian.setText("Pilih satu baris atau lebih." if self._isi else kosong)
            return
        x = terpilih[0]
        a = aturan(x.kode)
        bagian = [kalimat_aturan(x.kode)]
        bagian += [f"Dasar: {a.dasar}"] if a.dasar else []
        bagian += [f"Bisa jadi sah: {a.pengecualian}"] if a.pengecualian else []
        bagian += [f"Keterangan: {x.alasan}"] if x.alasan else []
        self.rincian.setText(". ".join(bagian) + ".")

    def jalankan(self) -> None:
        """Run every check."""
        self.periksa.setEnabled(False)
        self.periksa.setText("Memeriksa…")
        self._ruang.tugas.run(
            lambda: jalankan_pemeriksaan(self._ruang.konteks), self._selesai, owner=self, always=self._siap,
            on_error=self._gagal,
        )  # fmt: skip

    def _siap(self) -> None:
        self.periksa.setText("Periksa sekarang")
        self.periksa.setEnabled(True)

    def _selesai(self, hasil: HasilPemeriksaan) -> None:
        self._ruang.layanan.beritahu(
            f"Pemeriksaan selesai: {bilangan(hasil.terbuka)} terbuka, {bilangan(hasil.baru)} baru, "
            f"{bilangan(hasil.hilang)} sudah beres."
        )
        self._ruang.layanan.umumkan_perubahan(("temuan",))
        self.muat()

    def _tandai(self, status: str) -> None:
        ids, konteks = [x.id for x in self.terpilih()], self._ruang.konteks
        self._ruang.tugas.run(
            lambda: tandai_temuan(konteks, ids, status), lambda _: self._berubah(), owner=self,
            on_error=self._gagal,
        )  # fmt: skip

    def _sah(self) -> None:
        ids, konteks = [x.id for x in self.terpilih()], self._ruang.konteks
        DialogIsian(
            f"Nyatakan sah ({bilangan(len(ids))})", FormSpec(ALASAN),
            lambda isi: tandai_temuan(konteks, ids, "sah", str(isi["alasan"])), lambda _: self._berubah(),
            self._ruang.tugas, self,
        ).open()  # fmt: skip

    def _catat(self) -> None:
        DialogCatat(self._ruang, self._berubah, self).open()

    def _ambang(self) -> None:
        konteks = self._ruang.konteks
        self._ruang.tugas.run(lambda: ambang_kini(konteks), self._tampil_ambang, owner=self)

    def _tampil_ambang(self, isi: dict[str, int]) -> None:
        konteks, formulir = self._ruang.konteks, FormSpec(AMBANG)
        formulir.isi(isi)
        DialogIsian(
            "Ambang pemeriksaan", formulir, lambda baru: ubah_ambang(konteks, baru),
            lambda _: self.jalankan(), self._ruang.tugas, self,
        ).open()  # fmt: skip

    def _kirim(self) -> None:
        dialog = QFileDialog(self, "Simpan surat pengantar", "surat perbaikan data.docx", "Word (*.docx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda nama: self._tulis_surat(Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def _tulis_surat(self, ke: Path) -> None:
        ids, konteks = [x.id for x in self.terpilih()], self._ruang.konteks
        DialogIsian(
            f"Surat ke Dukcapil ({bilangan(len(ids))} temuan)", FormSpec(SURAT),
            lambda isi: surat_perbaikan(konteks, ids, str(isi["nomor"] or ""), ke, str(isi["tujuan"])),
            self._terkirim, self._ruang.tugas, self, tombol="Buat surat",
        ).open()  # fmt: skip

    def _terkirim(self, banyak: int) -> None:
        self._ruang.layanan.beritahu(f"Surat dan lampiran {bilangan(banyak)} temuan sudah disimpan.")
        self._berubah()

    def _berubah(self) -> None:
        self._ruang.layanan.umumkan_perubahan(("temuan",))
        self.muat()

    def _gagal(self, galat: DesaError) -> None:
        DialogGalat(galat, self).open()

    def _buka_terpilih(self) -> None:
        if (baris := self.tabel.baris_terpilih()) is not None:
            self._buka_orang(baris)

    def _buka_orang(self, baris: int) -> None:
        x = self._isi[baris]
        if x.penduduk_id is not None:
            self._ruang.layanan.buka_halaman("kependudukan", penduduk=x.penduduk_id)
        elif x.keluarga_id is not None:
            self._ruang.layanan.buka_halaman("kependudukan", keluarga=[x.keluarga_id])
        elif x.bidang_id is not None:
            self._ruang.layanan.buka_halaman("pertanahan", bidang=x.bidang_id)


_ARTI = {
    "GALAT": "harus dibetulkan",
    "PERINGATAN": "mungkin keliru, lihat orangnya",
    "INFO": "sekadar diketahui",
}
