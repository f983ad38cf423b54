"""Letter numbers: pattern, series, and the next number inside the transaction that saves the letter.

The year of a number is the year of the letter's date, never that of the clock. A number that was once
given is never given again: a cancelled letter keeps it (surat.md 1.4).
"""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Agenda, Surat
from desa_app.bahasa import ROMAWI, tanggal_panjang
from desa_app.errors import DesaError
from desa_app.surat.naskah import KOSONG_NOMOR
from desa_app.surat.pola_nomor import TANDA
from desa_app.surat.setelan import SetelanSurat

AGENDA = "agenda"
SURAT = "surat"


class NomorDitolak(DesaError):
    """A letter cannot have a number as things stand."""

    kode = "D-81"


@dataclass(frozen=True)
class NomorSurat:
    """A number with its parts, as stored with the letter."""

    tahun: int
    deret: str
    urut: int | None
    sisip: str
    kode: str
    teks: str


def bentuk_nomor(
    setelan: SetelanSurat,
    *,
    kode: str,
    kode_jenis: str,
    kode_desa: str,
    tanggal: dt.date,
    urut: int | None,
    sisip: str = "",
) -> str:
    """The number as printed; without `urut` its place stays blank."""
    isi = {
        "kode": kode, "kode_unit": setelan.kode_unit, "kode_desa": kode_desa, "kode_jenis": kode_jenis,
        "bulan_romawi": ROMAWI[tanggal.month - 1], "bulan": f"{tanggal.month:02}", "tahun": str(tanggal.year),
    }  # fmt: skip

    def satu(cocok: re.Match[str]) -> str:
        if cocok[1] != "urut":
            return isi[cocok[1]]
        if urut is None:
            return KOSONG_NOMOR
        return str(urut).zfill(int(cocok[2] or 1)) + (f".{sisip}" if sisip else "")

    return TANDA.sub(satu, setelan.pola_nomor)


def pola_regex(
    setelan: SetelanSurat, *, kode: str, kode_jenis: str, kode_desa: str, tanggal: dt.date
) -> re.Pattern[str]:
    """Regular expression of every number that the active pattern can give on a date (C13)."""
    contoh = bentuk_nomor(
        setelan, kode=kode, kode_jenis=kode_jenis, kode_desa=kode_desa, tanggal=tanggal, urut=None
    )
    depan, _, belakang = contoh.partition(KOSONG_NOMOR)
    return re.compile(rf"^{re.escape(depan)}\d+(\.[a-z])?{re.escape(belakang)}$")


def deret_untuk(setelan: SetelanSurat, slug: str, kode: str) -> str:
    """Key of the series in which a letter counts."""
    return {"satu_deret": SURAT, "per_jenis": slug, "per_kode": kode, "gabungan": AGENDA}[setelan.deret]


def urut_terakhir(sesi: Session, tahun: int, deret: str) -> int:
    """Highest number given in a series, cancelled letters included."""
    surat = sesi.scalar(select(func.max(Surat.urut)).where(Surat.tahun == tahun, Surat.deret == deret)) or 0
    if deret != AGENDA:
        return surat
    agenda = sesi.scalar(select(func.max(Agenda.urut)).where(Agenda.tahun == tahun)) or 0
    return max(surat, agenda)


def ambil_nomor(
    sesi: Session,
    setelan: SetelanSurat,
    *,
    slug: str,
    kode: str,
    kode_jenis: str,
    kode_desa: str,
    tanggal: dt.date,
) -> NomorSurat:
    """The next number. Must be called inside the writing transaction, which holds the lock.

    A date before the last letter of the series is refused, or gets the suffix .a, .b, ... of the last
    letter on or before that date, as the village has set.
    """
    kode = setelan.kode_tunggal or kode
    tahun, deret = tanggal.year, deret_untuk(setelan, slug, kode)
    terakhir = _surat_terakhir(sesi, tahun, deret)
    urut, sisip = urut_terakhir(sesi, tahun, deret) + 1, ""
    if terakhir is not None and terakhir.tanggal > tanggal:
        urut, sisip = _sisipkan(sesi, setelan, terakhir, tanggal)
    teks = bentuk_nomor(
        setelan,
        kode=kode,
        kode_jenis=kode_jenis,
        kode_desa=kode_desa,
        tanggal=tanggal,
        urut=urut,
        sisip=sisip,
    )
    return NomorSurat(tahun, deret, urut, sisip, kode, teks)


def _surat_terakhir(sesi: Session, tahun: int, deret: str) -> Surat | None:
    return sesi.scalar(
        select(Surat)
        .where(Surat.tahun == tahun, Surat.deret == deret, Surat.urut.is_not(None))
        .order_by(Surat.tanggal.desc(), Surat.urut.desc())
        .limit(1)
    )


def _sisipkan(sesi: Session, setelan: SetelanSurat, terakhir: Surat, tanggal: dt.date) -> tuple[int, str]:
    if setelan.sisip_mundur == "tolak":
        raise NomorDitolak(
            f"Tanggal surat {tanggal_panjang(tanggal)} mendahului surat terakhir pada deret ini, yaitu nomor "
            f"{terakhir.nomor} tanggal {tanggal_panjang(terakhir.tanggal)}. Surat belum dibuat. Gunakan "
            "tanggal yang sama atau sesudahnya."
        )
    pangkal = sesi.execute(
        select(Surat.urut, func.max(Surat.sisip))
        .where(Surat.tahun == terakhir.tahun, Surat.deret == terakhir.deret, Surat.tanggal <= tanggal)
        .group_by(Surat.urut)
        .order_by(Surat.urut.desc())
        .limit(1)
    ).first()
    if pangkal is None or pangkal[0] is None:
        raise NomorDitolak(
            f"Belum ada surat pada atau sebelum {tanggal_panjang(tanggal)} tahun itu, jadi tidak ada nomor "
            "untuk disisipi. Surat belum dibuat. Gunakan tanggal lain."
        )
    sisip = chr(ord(pangkal[1]) + 1) if pangkal[1] else "a"
    if sisip > "z":
        raise NomorDitolak("Nomor sisipan pada tanggal itu sudah habis (a sampai z). Surat belum dibuat.")
    return int(pangkal[0]), sisip


def nomor_kosong(sesi: Session, tahun: int, deret: str) -> list[int]:
    """Numbers below the highest that no letter has; each needs an explanation."""
    pakai = set(
        sesi.scalars(
            select(Surat.urut).where(Surat.tahun == tahun, Surat.deret == deret, Surat.urut.is_not(None))
        )
    )
    if deret == AGENDA:
        pakai |= set(sesi.scalars(select(Agenda.urut).where(Agenda.tahun == tahun)))
    return [n for n in range(1, max((n for n in pakai if n), default=0)) if n not in pakai]
