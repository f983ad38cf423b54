"""What paints paper. Qt may not be imported below `ui`, so the painter is handed in where PDF is made."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desa_app.buku.cetak import BukuCetak
    from desa_app.surat.elemen import NaskahBebas
    from desa_app.surat.naskah import Naskah


class Pelukis(Protocol):
    """Paints paper; implemented in `ui`, handed over by the composition root."""

    def buku_ke_pdf(self, buku: "BukuCetak", tujuan: Path) -> None:
        """Write a book as PDF."""

    def naskah_ke_pdf(self, naskah: "Naskah | NaskahBebas", tujuan: Path) -> None:
        """Write a letter or a decision as PDF."""
