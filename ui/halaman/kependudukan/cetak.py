"""From a book on screen to paper or a file: options, preview, saving, and the note that it happened."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desa_app.bahasa import nama_bulan
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak
from desa_app.desa import PejabatInfo, daftar_pejabat
from desa_app.errors import DesaError
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.ekspor import Ekspor, catat_ekspor
from ui.halaman.kependudukan.opsi_cetak import DialogOpsi, PilihanCetak
from ui.halaman.kependudukan.tab_buku import Penyusun
from ui.komponen.berkas import tanya_simpan
from ui.komponen.pesan import DialogGalat
from ui.ruang import Ruang

PRATINJAU = "cetak"
_TOMBOL = {
    PRATINJAU: "Pratinjau dan cetak",
    ".pdf": "Simpan PDF…",
    ".xlsx": "Simpan Excel…",
    ".docx": "Simpan Word…",
}


@dataclass(frozen=True)
class Permintaan:
    """One wish to print: which book of which month, built how, into what."""

    kode: str
    judul: str
    bulan: int
    susun: Penyusun
    ke: str
    """`cetak` for the preview, else the ending of a file."""

    @property
    def nama_berkas(self) -> str:
        """Suggested file name; no personal data."""
        return f"{self.kode} {self.judul} {nama_bulan(self.bulan)}{self.ke}"


class PencetakBuku(QObject):
    """Leads one print after the other; remembers the options of the last one."""

    def __init__(self, ruang: Ruang, induk: QWidget) -> None:
        super().__init__(induk)
        self._ruang, self._induk = ruang, induk
        self._terakhir = PilihanCetak(OpsiCetak())
        self.dialog: DialogOpsi | None = None

    def mulai(self, minta: Permintaan) -> None:
        """Ask the options for a print, then go on."""
        k = self._ruang.konteks
        self._ruang.tugas.run(lambda: daftar_pejabat(k), partial(self._tanya, minta), owner=self._induk)

    def _tanya(self, minta: Permintaan, pejabat: list[PejabatInfo]) -> None:
        k = self._ruang.konteks
        self.dialog = DialogOpsi(
            f"{minta.kode} · {nama_bulan(minta.bulan)}", minta.kode, _TOMBOL[minta.ke], pejabat,
            replace(self._terakhir, opsi=replace(self._terakhir.opsi, tanggal=None)),
            partial(self.susun, minta), self._induk, boleh_terbuka=k.boleh(Izin.EKSPOR_TERBUKA),
        )  # fmt: skip
        self.dialog.open()

    def susun(self, minta: Permintaan, pilihan: PilihanCetak) -> None:
        """Build the book away from the window, then preview it or ask for a file name."""
        self._terakhir = pilihan
        k = self._ruang.konteks
        self._ruang.tugas.run(
            lambda: _bangun(k, minta, pilihan.opsi),
            lambda buku: self._jadi(minta, pilihan, buku),
            owner=self._induk,
            on_error=self._gagal,
        )

    def _jadi(self, minta: Permintaan, pilihan: PilihanCetak, buku: BukuCetak) -> None:
        if minta.ke == PRATINJAU:
            self._pratinjau(minta, pilihan, buku)
            return
        tanya_simpan(
            self._induk, "Simpan buku", minta.nama_berkas.removesuffix(minta.ke), minta.ke,
            lambda tujuan: self.simpan_ke(minta, pilihan, buku, tujuan),
        )  # fmt: skip

    def simpan_ke(self, minta: Permintaan, pilihan: PilihanCetak, buku: BukuCetak, tujuan: Path) -> None:
        """Write the file away from the window and note it."""
        k = self._ruang.konteks
        self._ruang.tugas.run(
            lambda: _simpan(k, minta, pilihan, buku, tujuan),
            lambda _: self._ruang.layanan.beritahu(f"{tujuan.name} tersimpan."),
            owner=self._induk,
            on_error=self._gagal,
        )

    def _pratinjau(self, minta: Permintaan, pilihan: PilihanCetak, buku: BukuCetak) -> None:
        from ui.kertas.pratinjau import PratinjauBuku

        k, tugas = self._ruang.konteks, self._ruang.tugas
        pratinjau = PratinjauBuku(
            buku, tugas, lambda isi, tujuan: _simpan(k, minta, pilihan, isi, tujuan), self._induk
        )
        pratinjau.tercetak.connect(
            lambda: tugas.run(
                lambda: catat_ekspor(k, _catatan(minta, pilihan, buku, PRATINJAU)),
                lambda _: None,
                owner=self._induk,
            )
        )
        pratinjau.open()

    def _gagal(self, galat: DesaError) -> None:
        DialogGalat(galat, self._induk).open()


def _bangun(k: Konteks, minta: Permintaan, opsi: OpsiCetak) -> BukuCetak:
    buku = minta.susun(k, opsi)
    if minta.ke == ".docx":
        from desa_app.ekspor.docx import pastikan_muat

        pastikan_muat(buku)
    return buku


def _catatan(minta: Permintaan, pilihan: PilihanCetak, buku: BukuCetak, ke: str) -> Ekspor:
    return Ekspor(minta.kode, minta.bulan, ke, len(buku.baris), pilihan.opsi.samar, pilihan.keperluan)


def _simpan(k: Konteks, minta: Permintaan, pilihan: PilihanCetak, buku: BukuCetak, tujuan: Path) -> None:
    """Note first: a file that cannot be noted is not written."""
    from desa_app.ekspor.buku import simpan_buku
    from ui.kertas.pelukis import PelukisQt

    catat_ekspor(k, _catatan(minta, pilihan, buku, tujuan.suffix.lower()))
    simpan_buku(buku, tujuan, PelukisQt)
