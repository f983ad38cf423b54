"""Code tables of the office (`resources/data/codes.json`): religion, education, work, SHDK and so on."""

import re
from functools import cache
from typing import Any

from resources.paths import data

KOSONG = frozenset({"", "-", "NULL", "NONE", "N/A"})
_BUKAN_CETAK = re.compile(r"[\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")


@cache
def tabel(nama_tabel: str) -> tuple[dict[str, Any], ...]:
    """Rows of one code table in their official order; each has `kode` and `nama`."""
    return tuple(data("codes")["tabel"][nama_tabel]["nilai"])


@cache
def _nama(nama_tabel: str) -> dict[Any, str]:
    return {baris["kode"]: baris["nama"] for baris in tabel(nama_tabel)}


def nama(nama_tabel: str, kode: object) -> str:
    """Official word for a code; empty when there is no code."""
    return _nama(nama_tabel).get(kode, "") if kode is not None else ""


def rapikan(teks: str) -> str:
    """Spelling for comparing words of workbooks: upper case, single spaces, none around `/`."""
    return re.sub(r"\s*/\s*", "/", " ".join(_BUKAN_CETAK.sub(" ", teks).upper().split()))


def kosong(teks: str) -> bool:
    """Whether a cell says "nothing": empty, `-`, `NULL`."""
    return rapikan(teks) in KOSONG


@cache
def _menurut_teks(nama_tabel: str) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for baris in tabel(nama_tabel):
        for teks in (str(baris["kode"]), baris["nama"], *baris.get("impor", ()), baris.get("bip", "")):
            if teks:
                hasil.setdefault(rapikan(teks), baris["kode"])
    return hasil


def dari_teks(nama_tabel: str, teks: str) -> Any | None:
    """Code for a word or a number of a workbook; None when the table does not know it."""
    return _menurut_teks(nama_tabel).get(rapikan(teks))


def semua_teks(nama_tabel: str) -> tuple[str, ...]:
    """Every spelling that `dari_teks` accepts, for suggestions."""
    return tuple(_menurut_teks(nama_tabel))


def kawin_4(status_f101: int | None) -> int | None:
    """Four-value marital status of the old KK, from the six values of F-1.01 that are stored."""
    for baris in tabel("status_perkawinan_f101"):
        if baris["kode"] == status_f101:
            return int(baris["ke_4_kode"])
    return None


def kawin_b1(status_f101: int | None, jk: str) -> str:
    """Column 4 of B.1: K, BK, JD (widow or divorced woman) or DD."""
    empat = kawin_4(status_f101)
    if empat is None:
        return ""
    return {1: "BK", 2: "K"}.get(empat, "JD" if jk == "P" else "DD")


def wni_wna(warga_negara: int) -> str:
    """WNI or WNA for the books; dual citizenship counts as WNI."""
    return "WNA" if warga_negara == 2 else "WNI"
