"""Properties that show in the data and in files as a whole, not on one sheet (C42-C45)."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from db.models import Surat
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.terbit import SuratJadi, buka_surat
from tests.surat.libreoffice import ke_pdf
from tests.surat.pemeriksa_pdf import baca_pdf

_TERLARANG = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAMA_ALAT = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def periksa_cetak_ulang(k: Konteks, surat: SuratJadi, pertama: bytes) -> list[str]:
    """C42: the stored letter gives the bytes of its first print, whatever the book says now."""
    lagi = [docx_bytes(buka_surat(k, surat.id).naskah) for _ in range(2)]
    return [] if set(lagi) == {pertama} else ["C42: cetak ulang berbeda dari cetakan pertama"]


def periksa_deret(surat: Iterable[Surat]) -> list[str]:
    """C43: one letter for each number of a series, the cancelled ones among them."""
    bernomor = [s for s in surat if s.urut is not None]
    ganda = [
        kunci for kunci, n in Counter((s.tahun, s.deret, s.urut, s.sisip) for s in bernomor).items() if n > 1
    ]
    tulisan = [nomor for nomor, n in Counter(s.nomor for s in bernomor).items() if n > 1]
    return [f"C43: nomor ganda {satu}" for satu in (*ganda, *tulisan)]


def periksa_terbuka(berkas: Path, folder: Path) -> list[str]:
    """C44: LibreOffice opens the file and makes pages of it."""
    try:
        (pdf,) = ke_pdf([berkas], folder)
        return [] if baca_pdf(pdf) else ["C44: tanpa halaman"]
    except AssertionError:
        return ["C44: tidak terbuka"]


def periksa_nama_berkas(nama: str, nik: str) -> list[str]:
    """C45: a name that Windows takes, with nothing about the person in it."""
    aman = not _TERLARANG.search(nama) and not _NAMA_ALAT.fullmatch(nama) and nama == nama.strip(" .")
    return [] if aman and nik not in nama and len(nama) <= 180 else [f"C45: {nama}"]
