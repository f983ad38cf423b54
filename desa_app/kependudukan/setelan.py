"""Settings of the population books that the office shares."""

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

KUNCI = "kependudukan"


@dataclass(frozen=True)
class SetelanKependudukan:
    """How the office keeps its books; the defaults are those of buku.md."""

    bulan_menurut: str = "lapor"
    """`lapor` or `peristiwa`: which date decides the month."""
    cetak_kelahiran_b2: bool = False
    """Print births in B.2 as LAHIR, for kabupaten that ask for it."""
    hilang_di_b5: bool = True
    """Missing people stay in B.5 as they stay in B.1."""


def setelan_dari(sesi: Session) -> SetelanKependudukan:
    """Settings inside an open session; unknown or missing keys fall back to the defaults."""
    baris = sesi.get(Setelan, KUNCI)
    isi: dict[str, Any] = baris.nilai if baris else {}
    return SetelanKependudukan(**{f.name: isi[f.name] for f in fields(SetelanKependudukan) if f.name in isi})


def bulan_menurut_peristiwa(sesi: Session) -> bool:
    """Whether the event date (not the report date) decides the month."""
    return setelan_dari(sesi).bulan_menurut == "peristiwa"


@kasus(Izin.BUKU_BACA)
def baca_setelan(k: Konteks) -> SetelanKependudukan:
    """The settings in force."""
    with k.baca() as sesi:
        return setelan_dari(sesi)


@kasus(Izin.PENGATURAN)
def ubah_setelan(k: Konteks, setelan: SetelanKependudukan) -> None:
    """Replace the settings. Closed months stay as they are."""
    with k.tulis("setelan.kependudukan") as t:
        baris = t.sesi.get(Setelan, KUNCI)
        lama = baris.nilai if baris else None
        baru = {f.name: getattr(setelan, f.name) for f in fields(SetelanKependudukan)}
        if baris is None:
            t.sesi.add(Setelan(kunci=KUNCI, nilai=baru))
        else:
            baris.nilai = baru
        t.catat("setelan:kependudukan", lama, baru)
