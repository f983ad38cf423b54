"""The painter that the composition root hands to the use cases: books and letters become PDF."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.berkas import tulis_aman

if TYPE_CHECKING:
    from desa_app.ekspor.pelukis import Pelukis


class PelukisQt:
    """Paints without a window; a graphics application is made when none runs yet."""

    def __init__(self) -> None:
        self._aplikasi = QGuiApplication.instance() or _aplikasi_tanpa_layar()

    def buku_ke_pdf(self, buku: BukuCetak, tujuan: Path) -> None:
        """Write a book as PDF. Raises BerkasBermasalah when the file cannot be written."""
        from ui.kertas.buku import buku_ke_pdf
        from ui.kertas.tata import TataBuku

        with tulis_aman(tujuan) as sementara:
            buku_ke_pdf(TataBuku(buku), sementara)

    def naskah_ke_pdf(self, naskah: Any, tujuan: Path, *, arsip: bool = False) -> None:
        """Write a letter as PDF, `arsip` for the office copy. Raises BerkasBermasalah when that fails."""
        from ui.kertas.naskah import lukis_naskah_pdf

        with tulis_aman(tujuan) as sementara:
            lukis_naskah_pdf(naskah, sementara, arsip=arsip)


def _aplikasi_tanpa_layar() -> QGuiApplication:
    """Only one application may exist in a process, so this one must do for the rest of the run."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["desa_app"])


if TYPE_CHECKING:
    _: Pelukis = PelukisQt()
