"""The note that a book left the program: who, which book and month, masked or not, and what for."""

from dataclasses import asdict, dataclass

from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

TANPA_NIK = frozenset({"A.5", "A.6", "B.2", "B.3", "STATISTIK"})
"""Books whose columns hold no NIK; masking does not matter there."""


@dataclass(frozen=True)
class Ekspor:
    """One file or print of a book."""

    kode: str
    bulan: int
    """Month of the book as YYYYMM."""
    ke: str
    """Ending of the file, or `cetak` for the printer."""
    banyak: int
    """Rows."""
    samar: bool
    keperluan: str = ""
    """What the whole NIK are needed for; asked unless they are masked."""


@kasus(Izin.BUKU_BACA)
def catat_ekspor(k: Konteks, ekspor: Ekspor) -> None:
    """Note one export. Whole NIK need their own permission and a purpose (design.md section 6)."""
    if not ekspor.samar and ekspor.kode not in TANPA_NIK:
        k.wajib(Izin.EKSPOR_TERBUKA)
        if not ekspor.keperluan.strip():
            raise ValidationFailed(
                [FieldIssue("keperluan", "Isi keperluannya, atau samarkan NIK dan nomor KK.")]
            )
    with k.tulis("buku.ekspor") as t:
        t.catat(f"buku:{ekspor.kode}:{ekspor.bulan}", None, asdict(ekspor))
