"""One door for saving a paper, running text or table: the file's ending decides the kind of file."""

from collections.abc import Callable
from pathlib import Path

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.buku import simpan_buku
from desa_app.ekspor.pelukis import Pelukis
from desa_app.errors import BerkasBermasalah
from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah

AKHIRAN = (".pdf", ".docx", ".xlsx")


def simpan_kertas(
    kertas: Naskah | NaskahBebas | BukuCetak, tujuan: Path, pelukis: Callable[[], Pelukis]
) -> None:
    """Write a paper to `tujuan`; `pelukis` makes the painter, asked only for PDF.

    Raises DesaError with a sentence when that cannot be done.
    """
    if isinstance(kertas, BukuCetak):
        simpan_buku(kertas, tujuan, pelukis)
        return
    akhiran = tujuan.suffix.lower()
    if akhiran == ".pdf":
        pelukis().naskah_ke_pdf(kertas, tujuan)
    elif akhiran == ".docx":
        from desa_app.surat.docx_naskah import tulis_docx

        tulis_docx(kertas, tujuan)
    elif akhiran == ".xlsx" and isinstance(kertas, NaskahBebas):
        raise BerkasBermasalah("Keputusan disimpan sebagai Word atau PDF. Belum ada berkas yang dibuat.")
    elif akhiran == ".xlsx" and not isinstance(kertas, NaskahBebas):
        from desa_app.ekspor.naskah_xlsx import tulis_naskah_xlsx

        tulis_naskah_xlsx(kertas, tujuan)
    else:
        raise BerkasBermasalah(
            f"Jenis berkas “{tujuan.suffix or tujuan.name}” tidak dikenal. "
            f"Pilih salah satu: {', '.join(AKHIRAN)}."
        )
