"""The menu of SPM reports: choose one, choose the period, save it as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.spm.periode import baca_periode, periode_berjalan
from desa_app.spm.simpan import NAMA, akhiran, simpan_laporan
from ui.halaman.indikator.dialog import tampilkan_galat
from ui.komponen.dasar import Tombol
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.formulir import FormSpec
from ui.ruang import Ruang

TANPA_PERIODE = frozenset({"keputusan", "standar"})
_BENTUK = {".docx": "Word", ".pdf": "PDF", ".xlsx": "Excel"}
PERIODE = RecordSpec(
    key="laporan",
    fields=(
        FieldSpec(
            key="periode", label="Periode", required=True, hint="2026-T3 untuk triwulan 3, 2026 untuk setahun"
        ),
        FieldSpec(key="bentuk", label="Simpan sebagai", required=True),
    ),
)


class TombolLaporan(Tombol):
    """Opens the menu of reports."""

    def __init__(self, ruang: Ruang, induk: QWidget) -> None:
        super().__init__("Laporan dan cetak ▾", self.tampilkan_menu, ikon="laporan")
        self._ruang, self._induk = ruang, induk
        self.menu_laporan, self._terpisah = QMenu(self), False
        for jenis, nama in NAMA.items():
            self.menu_laporan.addAction(f"{nama} …", partial(self.buka, jenis))

    def tambah(self, teks: str, aksi: Callable[[], object]) -> None:
        """Add another entry under the reports."""
        if not self._terpisah:
            self.menu_laporan.addSeparator()
            self._terpisah = True
        self.menu_laporan.addAction(teks, aksi)

    def tampilkan_menu(self) -> None:
        """Show the menu under the button."""
        self.menu_laporan.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def buka(self, jenis: str) -> DialogIsian:
        """Ask for the period and the kind of file."""
        bentuk = [(a, _BENTUK[a]) for a in akhiran(jenis)]
        kunci = ("bentuk",) if jenis in TANPA_PERIODE else ("periode", "bentuk")
        formulir = FormSpec(PERIODE, kolom=1, kunci=kunci, pilihan={"bentuk": bentuk})
        kini = periode_berjalan(self._ruang.konteks.jam.hari_ini()).kunci
        formulir.isi({"periode": kini, "bentuk": bentuk[0][0]})
        dialog = DialogIsian(
            NAMA[jenis],
            formulir,
            lambda isi: (baca_periode(str(isi.get("periode", kini))), str(isi["bentuk"])),
            lambda hasil: self._tanya_nama(jenis, *hasil),
            self._ruang.tugas,
            self._induk,
            tombol="Simpan ke berkas …",
        )
        dialog.open()
        return dialog

    def _tanya_nama(self, jenis: str, periode: object, bentuk: str) -> None:
        kunci = getattr(periode, "kunci", "")
        dialog = QFileDialog(self._induk, "Simpan laporan")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(bentuk)
        dialog.selectFile(f"{NAMA[jenis]}{'' if jenis in TANPA_PERIODE else f' {kunci}'}{bentuk}")
        dialog.fileSelected.connect(lambda nama: self.simpan(jenis, kunci, Path(nama)))
        dialog.finished.connect(lambda _=0: dialog.deleteLater())
        dialog.open()

    def simpan(self, jenis: str, periode: str, tujuan: Path) -> None:
        """Write the report off the window."""
        from ui.kertas.pelukis import PelukisQt

        self._ruang.tugas.run(
            lambda: simpan_laporan(self._ruang.konteks, jenis, baca_periode(periode), tujuan, PelukisQt),
            lambda _: self._ruang.layanan.beritahu(f"{tujuan.name} sudah disimpan."),
            owner=self,
            on_error=tampilkan_galat(self._induk),
        )
