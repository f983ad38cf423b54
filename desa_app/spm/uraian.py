"""The office's own words on obstacles and next steps for an SPM report, kept for each period."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.buku.spec import FieldSpec, RecordSpec
from desa_app.buku.validate import validate
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.periode import Periode

KUNCI = "uraian_spm"
PANJANG = 290
KENDALA, TINDAK = "kendala", "tindak_lanjut"
URAIAN = RecordSpec(
    key="uraian",
    fields=tuple(
        FieldSpec(key=f"{kode}.{kunci}", label=f"{kata} {kode}", max_length=PANJANG)
        for kode in SEBUTAN
        for kunci, kata in ((KENDALA, "Kendala"), (TINDAK, "Tindak lanjut"))
    ),
)
"""Empty fields leave the words that come from the gap list."""


@dataclass(frozen=True)
class Uraian:
    """Words of the office for one indicator, instead of those taken from the gap list."""

    kendala: str = ""
    tindak_lanjut: str = ""


def uraian_dari(sesi: Session, periode: Periode) -> dict[str, Uraian]:
    """What was written for a period, by indicator."""
    return {kode: Uraian(**isi) for kode, isi in _semua(sesi).get(periode.kunci, {}).items()}


def _semua(sesi: Session) -> dict[str, Any]:
    baris = sesi.get(Setelan, KUNCI)
    return dict(baris.nilai) if baris else {}


@kasus(Izin.INDIKATOR_BACA)
def baca_uraian(k: Konteks, periode: Periode) -> dict[str, str]:
    """The form's values of a period: `SPM-1.kendala` and so on."""
    with k.baca() as sesi:
        isi = uraian_dari(sesi, periode)
    return {f"{kode}.{n}": teks for kode, u in isi.items() for n, teks in asdict(u).items()}


@kasus(Izin.INDIKATOR_ISI)
def ubah_uraian(k: Konteks, periode: Periode, mentah: Mapping[str, object]) -> None:
    """Replace the words of a period; reports of other periods stay as they are."""
    nilai = validate(URAIAN, {f.key: mentah.get(f.key) for f in URAIAN.fields})
    baru = {}
    for kode in SEBUTAN:
        u = Uraian(*(str(nilai[f"{kode}.{n}"] or "") for n in (KENDALA, TINDAK)))
        if u != Uraian():
            baru[kode] = asdict(u)
    with k.tulis("spm.uraian") as t:
        semua = _semua(t.sesi)
        baris = t.sesi.get(Setelan, KUNCI)
        if baris is None:
            t.sesi.add(Setelan(kunci=KUNCI, nilai={periode.kunci: baru}))
        else:
            baris.nilai = {**semua, periode.kunci: baru}
        t.catat(f"uraian_spm:{periode.kunci}", semua.get(periode.kunci), baru)
