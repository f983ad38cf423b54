"""Requirements of the six documents, as the village's Dinas asks for them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from desa_app.errors import DesaError
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.dokumen import DOKUMEN, baca_syarat, syarat_bawaan, ubah_syarat
from ui import tema
from ui.halaman.lapangan.bagian import REGISTER
from ui.komponen.dasar import Tombol, TombolPolos, TombolUtama, label, mendatar, menurun, tampak_bila
from ui.komponen.pesan import Dialog, PesanGalat, tanya
from ui.ruang import Ruang

PENJELASAN = (
    "Satu baris satu syarat. Yang tertulis di sini tampil saat memeriksa berkas di lapangan, pada tanda "
    "terima, dan pada surat permohonan ke Dinas. Sesuaikan dengan Standar Pelayanan Dinas setempat."
)


class DialogSyarat(Dialog):
    """Six lists, stored together. Without the right to change them they are only shown."""

    def __init__(self, ruang: Ruang, induk: QWidget) -> None:
        super().__init__("Syarat setiap dokumen", induk, lebar=860)
        self.resize(900, 600)
        self.ruang = ruang
        self._awal: dict[str, tuple[str, ...]] = {}
        self.galat = PesanGalat()
        self.kotak = {kunci: QPlainTextEdit() for kunci in DOKUMEN}
        boleh = ruang.konteks.boleh(Izin.SURAT_BUAT) or ruang.konteks.boleh(Izin.PENGATURAN)
        self.isi.addWidget(label(PENJELASAN, "redup", lipat=True))
        self.isi.addWidget(self.galat)
        self.isi.addLayout(self._kisi(boleh=boleh), 1)
        self.simpan = TombolUtama("Simpan", self.kirim, pintasan="Ctrl+S")
        tampak_bila(boleh, self.simpan)
        self.tambah_tombol(Tombol("Batal" if boleh else "Tutup", self.reject), self.simpan)
        k = ruang.konteks
        ruang.tugas.run(lambda: baca_syarat(k), self._tampil, owner=self)

    def _kisi(self, *, boleh: bool) -> QGridLayout:
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(tema.JARAK_L)
        kisi.setVerticalSpacing(tema.JARAK_M)
        for nomor, (kunci, jenis) in enumerate(DOKUMEN.items()):
            kotak = self.kotak[kunci]
            kotak.setReadOnly(not boleh)
            kotak.setTabChangesFocus(True)
            kotak.setAccessibleName(f"Syarat {jenis.nama}")
            bawaan = TombolPolos("Kembalikan usulan", partial(self.kembalikan, kunci))
            bawaan.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tampak_bila(boleh, bawaan)
            kolom = menurun(jarak=2)
            kolom.addLayout(mendatar(label(jenis.nama, "tebal"), None, bawaan))
            kolom.addWidget(kotak, 1)
            kisi.addLayout(kolom, nomor // 2, nomor % 2)
        return kisi

    def _tampil(self, syarat: dict[str, tuple[str, ...]]) -> None:
        self._awal = syarat
        for kunci, isi in syarat.items():
            self.kotak[kunci].setPlainText("\n".join(isi))
        next(iter(self.kotak.values())).setFocus()

    def kembalikan(self, kunci: str) -> None:
        """Put the starting point of one document back into its box; stored only with the others."""
        self.kotak[kunci].setPlainText("\n".join(syarat_bawaan()[kunci]))

    def syarat(self) -> dict[str, tuple[str, ...]]:
        """What the boxes hold, one requirement a line."""
        return {
            kunci: tuple(b.strip() for b in kotak.toPlainText().splitlines() if b.strip())
            for kunci, kotak in self.kotak.items()
        }

    def kirim(self) -> None:
        """Store all six lists."""
        k, syarat = self.ruang.konteks, self.syarat()
        self.galat.bersihkan()
        self.ruang.tugas.run(lambda: ubah_syarat(k, syarat), self._jadi, owner=self, on_error=self._gagal)

    def _jadi(self, _: None) -> None:
        self._awal = self.syarat()
        self.accept()
        self.ruang.layanan.umumkan_perubahan(REGISTER)

    def _gagal(self, galat: DesaError) -> None:
        self.galat.tampilkan(galat)

    def reject(self) -> None:
        if self.syarat() == self._awal or not self._awal:
            super().reject()
            return
        tanya(
            self, "Syarat belum disimpan", "Bila ditutup, yang baru diketik di sini hilang.",
            "Tutup tanpa menyimpan", super().reject, bahaya=True, batal="Kembali ke syarat",
        )  # fmt: skip
