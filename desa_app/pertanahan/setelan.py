"""What the village decides about its land books: check marks, own classes, the zero point of sketches."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.buku.validate import bersih
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.geometri import TitikNol, baca_gps, periksa_gps

KUNCI = "tanah"


@dataclass(frozen=True)
class SetelanTanah:
    """The village's choices for land."""

    centang_tanda: bool = False
    """Columns 17 to 20 of A.5 show check marks instead of areas (buku.md 1.6)."""
    kelas_tambahan: tuple[str, ...] = ()
    """Land classes beside the official ones, such as T-I."""
    titik_nol: TitikNol | None = None


def setelan_tanah(sesi: Session) -> SetelanTanah:
    """The choices in force."""
    baris = sesi.get(Setelan, KUNCI)
    isi = baris.nilai if baris is not None and isinstance(baris.nilai, dict) else {}
    nol = isi.get("titik_nol")
    return SetelanTanah(
        bool(isi.get("centang_tanda")), tuple(isi.get("kelas_tambahan") or ()),
        TitikNol(float(nol[0]), float(nol[1])) if nol else None,
    )  # fmt: skip


@kasus(Izin.BUKU_BACA)
def baca_setelan_tanah(k: Konteks) -> SetelanTanah:
    """The choices in force."""
    with k.baca() as sesi:
        return setelan_tanah(sesi)


def baca_titik_nol(teks: str) -> TitikNol | None:
    """The zero point as typed, `-3,6512 102,5812`; None when nothing was. Raises ValidationFailed."""
    if not teks.strip():
        return None
    try:
        return TitikNol(*baca_gps(teks))
    except ValueError as galat:
        raise ValidationFailed([FieldIssue("titik_nol", f"Titik nol: {galat}.")]) from None


@kasus(Izin.BUKU_UBAH)
def ubah_setelan_tanah(k: Konteks, setelan: SetelanTanah) -> None:
    """Replace the choices. The zero point stays once it is set: every sketch counts from it."""
    if setelan.titik_nol is not None:
        try:
            periksa_gps(setelan.titik_nol.lintang, setelan.titik_nol.bujur)
        except ValueError as galat:
            raise ValidationFailed([FieldIssue("titik_nol", f"Titik nol: {galat}.")]) from None
    with k.tulis("tanah.setelan") as t:
        lama = setelan_tanah(t.sesi)
        nol = lama.titik_nol or setelan.titik_nol
        nilai = {
            "centang_tanda": setelan.centang_tanda,
            "kelas_tambahan": list(dict.fromkeys(x for x in map(bersih, setelan.kelas_tambahan) if x)),
            "titik_nol": [nol.lintang, nol.bujur] if nol else None,
        }
        t.sesi.merge(Setelan(kunci=KUNCI, nilai=nilai))
        t.catat("setelan:tanah", {"centang_tanda": lama.centang_tanda}, nilai)
