"""One spelling for searching: lower case, no accents, no signs, single spaces."""

import re
import unicodedata

from sqlalchemy import ColumnElement, and_, func
from sqlalchemy.orm import InstrumentedAttribute

_BUKAN_HURUF = re.compile(r"[^0-9a-z]+")


def normal(teks: str) -> str:
    """`Siti  Nur'aini, S.Pd.` -> `siti nuraini spd`; digits stay."""
    tanpa_aksen = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode().lower()
    return " ".join(_BUKAN_HURUF.sub(" ", re.sub(r"['.`]", "", tanpa_aksen)).split())


def syarat_cari(kolom: InstrumentedAttribute[str], teks: str) -> ColumnElement[bool] | None:
    """Every word of `teks` must occur somewhere in the column; None when nothing was typed."""
    kata = normal(teks).split()
    if not kata:
        return None
    return and_(*(func.instr(kolom, k) > 0 for k in kata))
