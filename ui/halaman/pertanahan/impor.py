"""Bringing parcels in from a workbook: choose, see what would happen, store; and our own list out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desa_app.bahasa import bilangan
from desa_app.errors import DesaError
from desa_app.impor.salinan import salinan_bertanda
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.impor.batal import ImporTanah, batalkan_impor_tanah, impor_terakhir
from desa_app.pertanahan.impor.ekspor import ekspor_bidang
from desa_app.pertanahan.impor.rencana import RencanaTanah, coba_impor_tanah, terapkan_impor_tanah
from ui.halaman.kependudukan.alasan import tanya_alasan
from ui.komponen.dasar import Kartu, Tombol, TombolBahaya, TombolUtama, label, mendatar
from ui.komponen.pesan import Dialog, PesanGalat
from ui.komponen.tabel import KolomTabel, ModelTetap, TabelData
from ui.ruang import Ruang

_GALAT = (
    KolomTabel("Baris", 70, "kanan"), KolomTabel("Kolom", 70), KolomTabel("Isi sel", 160),
    KolomTabel("Mengapa ditolak", 0),
)  # fmt: skip


class DialogImpor(Dialog):
    """One file after the other; nothing is stored before the button says so."""

    def __init__(self, ruang: Ruang, sesudah: Callable[[], object], parent: QWidget) -> None:
        super().__init__("Impor bidang tanah", parent, lebar=820)
        self.ruang, self._sesudah = ruang, sesudah
        self.rencana: RencanaTanah | None = None
        self._terakhir: ImporTanah | None = None
        self.galat = PesanGalat()
        self.keterangan = label(
            "Yang dikenal: daftar persil OpenSID dan daftar bidang dari program ini. Pada daftar persil, "
            "hak dianggap MA dan penggunaan mengikuti kelasnya; periksa sesudahnya.", "redup", lipat=True,
        )  # fmt: skip
        self.model = ModelTetap(_GALAT)
        kartu = Kartu(tepi=1)
        kartu.isi.setContentsMargins(1, 1, 1, 1)
        tabel = TabelData(self.model)
        tabel.setMinimumHeight(240)
        kartu.isi.addWidget(tabel)
        self.isi.addWidget(self.galat)
        self.isi.addWidget(self.keterangan)
        self.isi.addWidget(kartu, 1)
        self.simpan = TombolUtama("Simpan", self._terapkan)
        self.simpan.setEnabled(False)
        self.berkas: Path | None = None
        self.salinan = Tombol("Salinan bertanda…", self._tanya_salinan, ikon="unduh")
        self.salinan.hide()
        self.batal = TombolBahaya("", self._tanya_batal)
        self.batal.hide()
        atas = mendatar(self.batal, None)
        if ruang.konteks.boleh(Izin.EKSPOR_TERBUKA):
            atas.addWidget(Tombol("Simpan daftar bidang…", self._tanya_ekspor, ikon="unduh"))
        self.isi.insertLayout(2, atas)
        k = ruang.konteks
        ruang.tugas.run(lambda: impor_terakhir(k), self._tampil_batal, owner=self)
        self.tambah_tombol(
            self.salinan,
            Tombol("Pilih berkas…", self._tanya_berkas, ikon="unggah"),
            Tombol("Tutup", self.reject),
            self.simpan,
        )

    def _tanya_berkas(self) -> None:
        dialog = QFileDialog(self, "Pilih lembar kerja", "", "Lembar kerja (*.xlsx *.xlsm *.xls *.ods *.csv)")
        dialog.fileSelected.connect(lambda nama: self.coba(Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def coba(self, berkas: Path) -> None:
        """Dry run of a workbook."""
        self.galat.bersihkan()
        self.berkas = berkas
        self.salinan.hide()
        self.keterangan.setText("Memeriksa berkas …")
        self._long(lambda lapor: coba_impor_tanah(self.ruang.konteks, berkas, lapor), self._tampil)

    def _long(
        self, kerja: Callable[[Callable[[int, int, str], None]], object], sesudah: Callable[..., None]
    ) -> None:
        self.simpan.setEnabled(False)
        self.ruang.tugas.run_long(
            lambda j: kerja(j.progress), sesudah, owner=self, on_error=self._gagal,
            on_progress=lambda n, semua, kata: self.keterangan.setText(f"{kata} … {n} dari {semua}"),
        )  # fmt: skip

    def _tampil(self, rencana: RencanaTanah) -> None:
        self.rencana = rencana
        self.model.isi(
            [(str(g.baris), g.kolom or "-", g.nilai, f"{g.sebab} {g.saran}") for g in rencana.galat]
        )
        kata = (
            f"Dibaca {bilangan(rencana.dibaca)} baris: {bilangan(len(rencana.baru))} bidang baru, "
            f"{bilangan(len(rencana.sudah_ada))} sudah ada di buku, {bilangan(rencana.ditolak)} ditolak."
        )
        akhir = " Belum disimpan." if rencana.boleh else " Betulkan berkasnya, lalu pilih lagi."
        self.keterangan.setText(kata + akhir)
        self.salinan.setVisible(not rencana.boleh)
        self.simpan.setText(f"Simpan {bilangan(len(rencana.baru))} bidang")
        self.simpan.setEnabled(rencana.boleh and bool(rencana.baru))

    def _terapkan(self) -> None:
        if (rencana := self.rencana) is not None:
            self._long(lambda lapor: terapkan_impor_tanah(self.ruang.konteks, rencana, lapor), self._selesai)

    def _selesai(self, banyak: int) -> None:
        self.accept()
        self.ruang.layanan.beritahu(f"{bilangan(banyak)} bidang masuk ke buku tanah.")
        self._sesudah()

    # ------------------------------------------------------------------ copy with marks, taking back

    def _tanya_salinan(self) -> None:
        nama = f"{self.berkas.stem if self.berkas else 'bidang'} - bertanda.xlsx"
        dialog = QFileDialog(self, "Simpan salinan bertanda", nama, "Excel (*.xlsx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda nama: self.salinan_ke(Path(nama).with_suffix(".xlsx")))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def salinan_ke(self, tujuan: Path) -> None:
        """Write the refused workbook with its wrong cells marked, to be put right in Excel."""
        k, asal, rencana = self.ruang.konteks, self.berkas, self.rencana
        if asal is not None and rencana is not None:
            self.ruang.tugas.run(
                lambda: salinan_bertanda(k, asal, rencana, tujuan),
                lambda _: self.keterangan.setText(f"Salinan bertanda ditulis ke {tujuan.name}."),
                owner=self,
                on_error=self._gagal,
            )

    def _tampil_batal(self, terakhir: ImporTanah | None) -> None:
        self._terakhir = terakhir
        self.batal.setVisible(terakhir is not None)
        if terakhir is not None:
            self.batal.setText(f"Batalkan {terakhir.tanda} ({bilangan(terakhir.bidang)} bidang)…")

    def _tanya_batal(self) -> None:
        if (terakhir := self._terakhir) is not None:
            tanya_alasan(
                self.ruang, self, f"Batalkan {terakhir.tanda}", "Batalkan impor",
                lambda k, alasan: batalkan_impor_tanah(k, terakhir.tanda, alasan), self._dibatalkan,
            )  # fmt: skip

    def _dibatalkan(self, banyak: int) -> None:
        self.accept()
        self.ruang.layanan.beritahu(f"{bilangan(banyak)} bidang impor dibatalkan.")
        self._sesudah()

    def _tanya_ekspor(self) -> None:
        dialog = QFileDialog(self, "Simpan daftar bidang", "daftar bidang.xlsx", "Excel (*.xlsx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda nama: self.ekspor_ke(Path(nama).with_suffix(".xlsx")))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def ekspor_ke(self, tujuan: Path) -> None:
        """Write our own list, which the import reads back."""
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: ekspor_bidang(k, tujuan),
            lambda banyak: self.keterangan.setText(f"{bilangan(banyak)} bidang ditulis ke {tujuan.name}."),
            owner=self,
            on_error=self._gagal,
        )

    def _gagal(self, galat: DesaError) -> None:
        self.keterangan.setText("")
        self.galat.tampilkan(galat)
