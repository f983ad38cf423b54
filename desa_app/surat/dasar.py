"""What a request is decided from: kind, village, settings and person, read once for a transaction."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from desa_app.desa import IdentitasDesa, identitas_dari
from desa_app.errors import TidakDitemukan
from desa_app.surat.isian import CariWarga
from desa_app.surat.katalog import Jenis, cari_jenis
from desa_app.surat.setelan import SetelanSurat, setelan_surat
from desa_app.surat.subjek import Subjek, penduduk_menurut_nik, subjek_luar, subjek_penduduk


@dataclass(frozen=True)
class Dasar:
    """One reading of the data behind a request; the person as on the day `pada`."""

    jenis: Jenis
    identitas: IdentitasDesa
    setelan: SetelanSurat
    subjek: Subjek
    pada: dt.date


def baca_dasar(
    sesi: Session, slug: str, pada: dt.date, *, penduduk_id: int | None, warga_luar_id: int | None
) -> Dasar:
    """Read everything behind a request. Raises TidakDitemukan for an unknown kind or person."""
    jenis, identitas = cari_jenis(sesi, slug), identitas_dari(sesi)
    subjek = subjek_dari(sesi, identitas, pada, penduduk_id=penduduk_id, warga_luar_id=warga_luar_id)
    return Dasar(jenis, identitas, setelan_surat(sesi), subjek, pada)


def pada_hari(
    sesi: Session, dasar: Dasar, pada: dt.date, *, penduduk_id: int | None, warga_luar_id: int | None
) -> Dasar:
    """The same with the person as on another day; nothing else depends on the day."""
    subjek = subjek_dari(sesi, dasar.identitas, pada, penduduk_id=penduduk_id, warga_luar_id=warga_luar_id)
    return replace(dasar, subjek=subjek, pada=pada)


def pencari_warga(sesi: Session, identitas: IdentitasDesa, pada: dt.date) -> CariWarga:
    """Looks residents up by NIK for the fields of a letter."""

    def cari(nik: str) -> dict[str, Any] | None:
        nomor = penduduk_menurut_nik(sesi, nik)
        return subjek_penduduk(sesi, nomor, identitas, pada).untuk_isian() if nomor else None

    return cari


def subjek_dari(
    sesi: Session,
    identitas: IdentitasDesa,
    pada: dt.date,
    *,
    penduduk_id: int | None,
    warga_luar_id: int | None,
) -> Subjek:
    """The person of a request. Raises TidakDitemukan."""
    if penduduk_id is not None:
        return subjek_penduduk(sesi, penduduk_id, identitas, pada)
    if warga_luar_id is not None:
        return subjek_luar(sesi, warga_luar_id, pada)
    raise TidakDitemukan("Pilih dulu orangnya: cari dengan nama, NIK, atau nomor KK.")
