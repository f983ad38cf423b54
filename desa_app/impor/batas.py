"""Limits that a workbook must keep before a reader touches it.

A small file can unpack to gigabytes or claim a cell in the last corner of a sheet, and the reader
would take the memory for all cells between. So the packed and unpacked sizes are counted while
reading, and the furthest filled cell is looked up beforehand. A village of 100,000 residents is the
largest that the program is built for; `BARIS_MAKS` leaves room for page headings and family blocks.
"""

from desa_app.bahasa import bilangan
from desa_app.errors import BerkasBermasalah

PADAT_MAKS = 64 * 1024 * 1024
"""Bytes of the file as it lies on the disk."""
MEKAR_MAKS = 256 * 1024 * 1024
"""Bytes after unpacking."""
RASIO_MAKS = 200
"""Unpacked to packed size of one part."""
BAGIAN_MAKS = 2_000
"""Files inside the file."""
BARIS_MAKS = 200_000
KOLOM_MAKS = 104
SEL_MAKS = 9_000_000
"""Rows times columns of one sheet."""
TEKS_MAKS = 2_000
"""Signs in one cell."""
TEKS_JUMLAH_MAKS = 400_000_000
"""Signs in all cells together."""
LEMBAR_MAKS = 200
CSV_MAKS = 64 * 1024 * 1024

AMAN = " Tidak ada data yang diubah."


def tolak(sebab: str, saran: str = "") -> BerkasBermasalah:
    """The refusal of a whole file: what is wrong, that nothing changed, what to do."""
    return BerkasBermasalah(f"{sebab}{AMAN}{' ' + saran if saran else ''}")


def rusak() -> BerkasBermasalah:
    """The refusal of a file that cannot be read to its end."""
    return tolak("Berkas ini rusak atau terpotong.", "Buka di Excel, simpan ulang, lalu coba lagi.")


def terkunci() -> BerkasBermasalah:
    """The refusal of an encrypted file."""
    return tolak("Berkas ini dikunci dengan kata sandi.", "Buka di Excel dan simpan tanpa kata sandi.")


def periksa_luas(baris: int, kolom: int, lembar: str = "") -> None:
    """Refuse a sheet whose furthest filled cell lies too far out."""
    nama = f"Lembar “{lembar}”" if lembar else "Sebuah lembar"
    saran = "Hapus sel di luar tabel lalu simpan."
    if baris > BARIS_MAKS:
        raise tolak(f"{nama} lebih dari {bilangan(BARIS_MAKS)} baris.", "Bagi menjadi beberapa berkas.")
    if kolom > KOLOM_MAKS:
        raise tolak(f"{nama} berisi sel jauh di kanan, lewat kolom ke-{KOLOM_MAKS}.", saran)
    if baris * kolom > SEL_MAKS:
        raise tolak(f"{nama} terlalu luas untuk dibaca.", saran)
