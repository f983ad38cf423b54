"""Opens the preview of a paper: a letter, a table, or a book that is composed off the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desa_app.buku.cetak import BukuCetak
from desa_app.errors import DesaError
from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah
from ui.ruang import Ruang


def buka_pratinjau(
    ruang: Ruang,
    susun: Callable[[], BukuCetak],
    induk: QWidget,
    pada_galat: Callable[[DesaError], None],
) -> None:
    """Compose with `susun`, then show the preview with its ways of printing and saving."""
    from ui.kertas.pratinjau import PratinjauBuku

    def tampil(buku: BukuCetak) -> None:
        from desa_app.ekspor.buku import simpan_buku
        from ui.kertas.pelukis import PelukisQt

        PratinjauBuku(buku, ruang.tugas, lambda b, tujuan: simpan_buku(b, tujuan, PelukisQt), induk).open()

    ruang.tugas.run(susun, tampil, owner=induk, on_error=pada_galat)


def tampilkan_kertas(
    ruang: Ruang,
    kertas: Naskah | NaskahBebas | BukuCetak,
    nama: str,
    induk: QWidget,
    tercetak: Callable[[], object],
) -> None:
    """Show a paper, table or letter, with printing and saving. `tercetak` runs after it was used."""
    if isinstance(kertas, BukuCetak):
        from desa_app.ekspor.naskah import simpan_kertas
        from ui.kertas.pelukis import PelukisQt
        from ui.kertas.pratinjau import PratinjauBuku

        def simpan(buku: BukuCetak, tujuan: Path) -> None:
            simpan_kertas(buku, tujuan, PelukisQt)

        dialog = PratinjauBuku(kertas, ruang.tugas, simpan, induk)
        dialog.finished.connect(lambda _=0: tercetak())
        dialog.open()
    else:
        from ui.kertas.cetak import DialogCetak

        DialogCetak(nama, kertas, nama, ruang.tugas, induk, tercetak).open()
