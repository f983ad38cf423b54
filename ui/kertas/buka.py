"""Opens the preview of a book that is composed off the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desa_app.buku.cetak import BukuCetak
from desa_app.errors import DesaError
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
