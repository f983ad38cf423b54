"""Laporan bulanan: covering letter, B.3 and B.2 of a month, and the note of its dispatch."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.bahasa import nama_bulan, tanggal_panjang
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.laporan.bulanan import KIRIM, LaporanBulanan, baca_laporan, catat_laporan, surat_pengantar
from ui.komponen.berkas import tanya_simpan
from ui.komponen.dasar import Keadaan, Tombol, TombolUtama, label, mendatar
from ui.komponen.formulir import FormSpec
from ui.komponen.pesan import Catatan, Dialog, PesanGalat
from ui.ruang import Ruang


class DialogLaporan(Dialog):
    """The report of one month. `cetak(book)` opens the print of B.3 or B.2."""

    def __init__(self, ruang: Ruang, bulan: int, cetak: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(f"Laporan bulanan {nama_bulan(bulan)}", parent, lebar=740)
        self.ruang, self.bulan = ruang, bulan
        self.formulir = FormSpec(KIRIM, kolom=2, lebar=("kepada",))
        self.keadaan = Catatan("", Keadaan.NETRAL)
        self.galat = PesanGalat()
        self.isi.addWidget(
            label(
                "Laporan kependudukan ke Disdukcapil tiap akhir bulan: surat pengantar, B.3, dan B.2.",
                "redup", lipat=True,
            )
        )  # fmt: skip
        self.isi.addWidget(self.keadaan)
        self.isi.addWidget(self.galat)
        self.isi.addWidget(self.formulir)
        self.isi.addLayout(
            mendatar(
                Tombol("Surat pengantar PDF", lambda: self._tanya_nama(".pdf"), ikon="unduh"),
                Tombol("Surat pengantar Word", lambda: self._tanya_nama(".docx"), ikon="unduh"),
                None,
                Tombol("Cetak B.3", lambda: cetak("B.3"), ikon="cetak"),
                Tombol("Cetak B.2", lambda: cetak("B.2"), ikon="cetak"),
            )
        )  # fmt: skip
        self.simpan_ = TombolUtama("Simpan catatan", self.simpan, pintasan="Ctrl+S")
        self.tambah_tombol(Tombol("Tutup", self.reject), self.simpan_)
        k = ruang.konteks
        ruang.tugas.run(lambda: baca_laporan(k, bulan), self._tampil, owner=self)

    def _tampil(self, laporan: LaporanBulanan) -> None:
        self.formulir.isi(vars(laporan))
        if laporan.dikirim:
            self.keadaan.setel(
                f"Dikirim {tanggal_panjang(laporan.dikirim)}, nomor {laporan.nomor}, dicatat {laporan.oleh}.",
                Keadaan.SELESAI,
            )
        elif laporan.nomor:
            self.keadaan.setel(f"Surat nomor {laporan.nomor} sudah dibuat, belum dikirim.", Keadaan.SEGERA)
        else:
            self.keadaan.setel("Belum dibuat.", Keadaan.SEGERA)

    def simpan(self, lanjut: Callable[[LaporanBulanan], object] | None = None) -> None:
        """Note number, dates and address; then go on."""
        self.galat.bersihkan()
        if self.formulir.periksa() is None:
            return
        k, isian = self.ruang.konteks, self.formulir.nilai()
        self.ruang.tugas.run(
            lambda: catat_laporan(k, self.bulan, isian),
            lambda laporan: self._tersimpan(laporan, lanjut),
            owner=self,
            on_error=self._gagal,
        )

    def _tersimpan(self, laporan: LaporanBulanan, lanjut: Callable[[LaporanBulanan], object] | None) -> None:
        self._tampil(laporan)
        if lanjut is None:
            self.ruang.layanan.beritahu(f"Laporan {nama_bulan(self.bulan)} dicatat.")
        else:
            lanjut(laporan)

    def _tanya_nama(self, akhiran: str) -> None:
        """The letter is written from what was noted, so the note comes first."""
        if self.formulir.periksa() is not None:
            tanya_simpan(
                self, "Simpan surat", f"Surat pengantar laporan {nama_bulan(self.bulan)}", akhiran,
                lambda tujuan: self.simpan(lambda laporan: self.tulis(laporan, tujuan)),
            )  # fmt: skip

    def tulis(self, laporan: LaporanBulanan, tujuan: Path) -> None:
        """Write the covering letter away from the window."""
        k = self.ruang.konteks
        self.ruang.tugas.run(
            lambda: _tulis(k, laporan, tujuan),
            lambda _: self.ruang.layanan.beritahu(f"{tujuan.name} tersimpan."),
            owner=self,
            on_error=self._gagal,
        )

    def _gagal(self, galat: DesaError) -> None:
        if isinstance(galat, ValidationFailed) and not self.formulir.tampilkan(galat.issues):
            return
        self.galat.tampilkan(galat)


def _tulis(k: Konteks, laporan: LaporanBulanan, tujuan: Path) -> None:
    naskah = surat_pengantar(k, laporan)
    if tujuan.suffix.lower() == ".docx":
        from desa_app.surat.docx_naskah import tulis_docx

        tulis_docx(naskah, tujuan)
    else:
        from ui.kertas.pelukis import PelukisQt

        PelukisQt().naskah_ke_pdf(naskah, tujuan)
