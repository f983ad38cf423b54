"""What a NIK says about its bearer (buku.md 3.2), and where it disagrees with the record.

A disagreement is a finding and never a refusal: a NIK stays for life, also when the birth date or the
sex was corrected afterwards (PP 40/2019 Pasal 30 ayat 2).
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class IsiNik:
    """The parts of a NIK. `hari` is already without the 40 that marks women; the century is not told."""

    wilayah: str
    hari: int
    bulan: int
    tahun: int
    """Last two digits of the year."""
    jk: str
    urut: str

    @property
    def tanggal_sah(self) -> bool:
        """Whether day and month exist in some year of those two digits."""
        return any(_ada(abad + self.tahun, self.bulan, self.hari) for abad in (1900, 2000))


def _ada(tahun: int, bulan: int, hari: int) -> bool:
    try:
        dt.date(tahun, bulan, hari)
    except ValueError:
        return False
    return True


def sementara(nik: str | None) -> bool:
    """No NIK, or one that the village made up until Dukcapil issues it (starts with 0)."""
    return not nik or nik[0] == "0"


def urai(nik: str | None) -> IsiNik | None:
    """Parts of a 16-digit NIK; None for a temporary or malformed one."""
    if nik is None or sementara(nik) or len(nik) != 16 or not nik.isdigit():
        return None
    hari = int(nik[6:8])
    perempuan = hari > 40
    return IsiNik(
        nik[:6], hari - 40 if perempuan else hari, int(nik[8:10]), int(nik[10:12]),
        "P" if perempuan else "L", nik[12:],
    )  # fmt: skip


def beda_tanggal(isi: IsiNik, lahir: dt.date) -> list[str]:
    """Which of day, month and year differ from the birth date."""
    return [
        nama
        for nama, dari_nik, dari_data in (
            ("hari", isi.hari, lahir.day),
            ("bulan", isi.bulan, lahir.month),
            ("tahun", isi.tahun, lahir.year % 100),
        )
        if dari_nik != dari_data
    ]


def perbedaan(nik: str | None, lahir: dt.date | None, jk: str) -> list[tuple[str, str]]:
    """(name of the check, what was found) for everything that NIK, birth date and sex do not agree on."""
    isi = urai(nik)
    if isi is None:
        return []
    hasil = []
    if not isi.tanggal_sah:
        hasil.append(("NIK_TGL_TIDAK_SAH", f"angka 7-12 NIK ({isi.hari:02}-{isi.bulan:02}) bukan tanggal"))
    elif lahir is not None and (beda := beda_tanggal(isi, lahir)):
        hasil.append(
            ("NIK_BEDA_TGL_LAHIR", f"{' dan '.join(beda)} lahir pada NIK berbeda dengan tanggal lahir")
        )
    if isi.jk != jk:
        hasil.append(("NIK_BEDA_JK", f"NIK menunjuk {'perempuan' if isi.jk == 'P' else 'laki-laki'}"))
    if isi.urut == "0000":
        hasil.append(("NIK_URUT_0000", "nomor urut pada NIK 0000"))
    return hasil
