"""A draft Keputusan Kepala Desa as plain data: considerations, legal basis, diktum, attachments.

The layout follows the forms of Permendagri 111/2014: Bookman Old Style 12, the Garuda above, the
name of the Kepala Desa without degrees.
"""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desa_app.desa import IdentitasDesa, identitas_dari, pejabat_pada
from desa_app.surat.elemen import Alinea, Gambar, Tabel

DASAR_HUKUM = (
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah beberapa kali diubah terakhir dengan "
    "Undang-Undang Nomor 3 Tahun 2024;",
    "Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 "
    "tentang Desa sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah Nomor 11 "
    "Tahun 2019;",
    "Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;",
    "Peraturan Menteri Dalam Negeri Nomor 2 Tahun 2017 tentang Standar Pelayanan Minimal Desa;",
)
"""Basis that every decision of this program rests on; the office adds its own regulations."""
URUTAN = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN",
    "KESEPULUH",
)  # fmt: skip
_GELAR_DEPAN = re.compile(r"^(?:(?:dr|drs|dra|ir|prof|h|hj|kh|r|rr|ra)\.\s*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Lampiran:
    """An attachment on its own page: its lines under the usual head."""

    judul: str
    isi: tuple[Alinea | Gambar | Tabel, ...]


@dataclass(frozen=True, kw_only=True)
class Keputusan:
    """One decision. Empty `nomor` prints dots to be filled in by hand."""

    desa: IdentitasDesa
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    diktum: tuple[str, ...]
    tanggal: dt.date
    bertanggal: bool = True
    """False while the day is open: dots stand for it, the year is that of `tanggal`."""
    penandatangan: str
    """Name without degrees, in capitals."""
    memperhatikan: tuple[str, ...] = ()
    nomor: str = ""
    awalan_jabatan: str = ""
    """Pj., Plt. or Plh. of whoever holds the post."""
    lampiran: tuple[Lampiran, ...] = ()
    tembusan: tuple[str, ...] = ()
    garuda: bytes | None = None
    """Picture of the Garuda; without one its place stays empty."""
    kertas: str = "F4"

    @property
    def jabatan(self) -> str:
        """`KEPALA DESA SUKAMAJU` in the words of this village."""
        return f"{self.desa.sebutan_kepala} {self.desa.nama}".upper()

    @property
    def baris_nomor(self) -> str:
        """`NOMOR 5 TAHUN 2026`; a number that was typed with its year keeps it."""
        if " TAHUN " in self.nomor.upper():
            return f"NOMOR {self.nomor.upper()}"
        return f"NOMOR {self.nomor or '.......'} TAHUN {self.tanggal.year}"


def tanpa_gelar(nama: str) -> str:
    """Name as produk hukum print it: no degrees, capitals. `Drs. Ahmad Fauzi, S.Sos.` -> `AHMAD FAUZI`."""
    inti = nama.partition(",")[0].strip()
    return _GELAR_DEPAN.sub("", inti).strip().upper()


def kepala_desa(sesi: Session, tanggal: dt.date) -> tuple[IdentitasDesa, str, str]:
    """The village, the prefix of the post and the name of the Kepala Desa of a day (empty when unknown)."""
    desa = identitas_dari(sesi)
    kades = pejabat_pada(sesi, "kades", tanggal)
    awalan = {"pj": "Pj. ", "plt": "Plt. ", "plh": "Plh. "}.get(kades.bentuk, "") if kades else ""
    return desa, awalan, tanpa_gelar(kades.nama) if kades else ""
