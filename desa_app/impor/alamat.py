"""Addresses as Dukcapil writes them: street, dusun, RT and RW in one cell."""

import re

from desa_app.impor.periksa_baris import rapikan_sel

TANPA_DUSUN = "BELUM DIKETAHUI"
"""Dusun of families whose address names none: a row of its own in B.3 instead of vanishing from it."""
_RT_RW = re.compile(r"\bRT\s*/\s*RW\s*[:.]?\s*(\d{1,3})\s*/\s*(\d{1,3})", re.IGNORECASE)
_RT = re.compile(r"\bRT\s*[:.]?\s*(\d{1,3})\b", re.IGNORECASE)
_RW = re.compile(r"\bRW\s*[:.]?\s*(\d{1,3})\b", re.IGNORECASE)
_DUSUN = re.compile(
    r"\b(?:NAMA\s+DUSUN|DUSUN|DSN)\b\s*[.:]*\s*([^,:;]*?)\s*(?=,|;|\bRT\b|\bRW\b|\bKODE\s*POS\b|\bKODEPOS\b|$)",
    re.IGNORECASE,
)
_DS = re.compile(r"\bDS\b\s*[.:]*\s*([^,:;]*?)\s*(?=,|;|\bRT\b|\bRW\b|$)", re.IGNORECASE)
_BUANG = (
    _RT_RW, _RT, _RW, re.compile(r"\b(?:KODE\s*POS)\s*:?\s*[\d-]*", re.IGNORECASE),
    re.compile(r"\bNAMA\s+DUSUN\s*:[^,]*", re.IGNORECASE), re.compile(r"\bDUSUN\s*:[^,]*", re.IGNORECASE),
    re.compile(r"^\s*ALAMAT\s*:", re.IGNORECASE),
)  # fmt: skip
_NAMA_DUSUN = re.compile(r"[0-9A-Za-z][0-9A-Za-z .'/-]*")


def urai_alamat(mentah: object, *, ds: bool = False) -> dict[str, str]:
    """Keys alamat, dusun, rt, rw of one cell. `ds`: the abbreviation DS stands for dusun (SIAK)."""
    isi = rapikan_sel(mentah if isinstance(mentah, str) else "")
    hasil = {"alamat": _sisa(isi), "dusun": _dusun(isi, ds)}
    if cocok := _RT_RW.search(isi):
        return hasil | {"rt": cocok[1], "rw": cocok[2]}
    if cocok := _RT.search(isi):
        hasil["rt"] = cocok[1]
    if cocok := _RW.search(isi):
        hasil["rw"] = cocok[1]
    return hasil


def _dusun(isi: str, ds: bool) -> str:
    cocok = _DUSUN.search(isi) or (_DS.search(isi) if ds else None)
    nama = cocok[1].strip(" .-") if cocok else ""
    return nama.upper() if _NAMA_DUSUN.fullmatch(nama) else TANPA_DUSUN


def _sisa(isi: str) -> str:
    """The address without the parts that have a place of their own."""
    for pola in _BUANG:
        isi = pola.sub(" ", isi)
    bagian = [b.strip(" -.") for b in isi.split(",")]
    return ", ".join(b for b in bagian if b)
