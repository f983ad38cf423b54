"""Reading the fields of a kind: typed text in, clean values out, every problem at once.

Clean values are plain JSON, so a request can keep them: dates as ISO text, money and numbers as
integers, decimals as text with a point, repeated rows as lists of dictionaries. A person is
{"id", "nama", ...} when chosen from the book and {"nama"} when typed.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from desa_app import bahasa
from desa_app.buku.validate import baca_tanggal, bersih
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.surat.katalog import Isian
from desa_app.surat.token import Nilai

CariWarga = Callable[[str], dict[str, Any] | None]
"""Finds a resident by NIK and gives what a letter prints about the person, or None."""


def baca_isian(
    isian: tuple[Isian, ...], mentah: Mapping[str, Any], cari_warga: CariWarga, *, lengkap: bool = True
) -> dict[str, Any]:
    """Clean values by name. With `lengkap` False missing required fields are let through (a draft).

    Raises ValidationFailed with every problem; an unknown name is one of them.
    """
    kenal, bersihan, issues = {i.nama for i in isian}, dict[str, Any](), list[FieldIssue]()
    issues += [
        FieldIssue(nama, f"Isian “{nama}” tidak ada pada jenis surat ini.")
        for nama in mentah
        if nama not in kenal
    ]
    for satu in isian:
        try:
            nilai = _baca(satu, mentah.get(satu.nama), cari_warga)
        except ValueError as galat:
            issues.append(FieldIssue(satu.nama, str(galat)))
            continue
        if nilai is None or nilai == []:
            if satu.wajib and lengkap:
                issues.append(FieldIssue(satu.nama, f"{satu.label} wajib diisi."))
        else:
            bersihan[satu.nama] = nilai
    if issues:
        raise ValidationFailed(issues)
    return bersihan


def _baca(isian: Isian, mentah: Any, cari_warga: CariWarga) -> Any:
    if isian.tipe == "repeat":
        return _berulang(isian, mentah, cari_warga)
    if isian.tipe == "penduduk" and isinstance(mentah, Mapping):
        mentah = mentah.get("nik") or mentah.get("nama")
    if isinstance(mentah, dt.date):
        mentah = mentah.isoformat()
    teks = bersih(str(mentah)) if mentah is not None else ""
    if not teks:
        return None
    if isian.tipe == "penduduk":
        return _orang(isian, teks, cari_warga)
    return _MENURUT_TIPE[isian.tipe](isian, teks)


def _teks(isian: Isian, teks: str) -> str:
    if len(teks) > isian.maks:
        raise ValueError(f"{isian.label} paling panjang {isian.maks} huruf, ini {len(teks)} huruf.")
    return teks


def _angka(isian: Isian, teks: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", teks.replace(".", "")):
        raise ValueError(f"{isian.label} diisi angka bulat, bukan “{teks[:40]}”.")
    return int(teks.replace(".", ""))


def _desimal(isian: Isian, teks: str) -> str:
    angka = re.sub(r"\.(?=\d{3}(\D|$))", "", teks).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,4})?", angka):
        raise ValueError(f"{isian.label} diisi bilangan seperti 3,2 atau 1.250, bukan “{teks[:40]}”.")
    return angka


def _uang(isian: Isian, teks: str) -> int:
    angka = re.sub(r"^rp\.?\s*", "", teks, flags=re.IGNORECASE)
    angka = re.sub(r",(00|-)$", "", angka).replace(".", "").strip()
    if not re.fullmatch(r"[0-9]{1,14}", angka):
        raise ValueError(f"{isian.label} diisi rupiah bulat seperti 750.000, bukan “{teks[:40]}”.")
    return int(angka)


def _tanggal(isian: Isian, teks: str) -> str:
    tahun = re.fullmatch(r"(?:tahun )?((?:19|20)[0-9]{2})", teks, flags=re.IGNORECASE)
    if isian.boleh_tahun and tahun:
        return tahun[1]
    try:
        return baca_tanggal(teks).isoformat()
    except ValueError as galat:
        raise ValueError(f"{isian.label}: {galat}.") from None


def _jam(isian: Isian, teks: str) -> str:
    cocok = re.fullmatch(r"(?:pukul )?([01]?[0-9]|2[0-3])[.:]([0-5][0-9])(?: ?(?:WIB|WITA|WIT))?", teks)
    if not cocok:
        raise ValueError(f"{isian.label} diisi jam seperti 08.30, bukan “{teks[:40]}”.")
    return f"{int(cocok[1]):02}.{cocok[2]}"


def _pilihan(isian: Isian, teks: str) -> str:
    for pilihan in isian.pilihan:
        if pilihan.casefold() == teks.casefold():
            return pilihan
    raise ValueError(f"{isian.label}: “{teks[:40]}” tidak ada dalam pilihan ({', '.join(isian.pilihan)}).")


def _nik(isian: Isian, teks: str) -> str:
    if not re.fullmatch(r"[0-9]{16}", teks):
        raise ValueError(f"{isian.label} harus 16 angka.")
    return teks


def _orang(isian: Isian, teks: str, cari_warga: CariWarga) -> dict[str, Any]:
    if re.fullmatch(r"[0-9]{16}", teks):
        warga = cari_warga(teks)
        if warga is None:
            raise ValueError(
                f"{isian.label}: NIK itu tidak ada di Buku Induk. Ketik namanya bila bukan warga desa."
            )
        return warga
    return {"nama": _teks(isian, teks)}


_MENURUT_TIPE: dict[str, Callable[[Isian, str], Any]] = {
    "text": _teks, "textarea": _teks, "number": _angka, "decimal": _desimal, "money": _uang,
    "date": _tanggal, "time": _jam, "select": _pilihan, "nik": _nik,
}  # fmt: skip


def _berulang(isian: Isian, mentah: Any, cari_warga: CariWarga) -> list[dict[str, Any]]:
    if isinstance(mentah, str) and mentah.strip():
        try:
            mentah = json.loads(mentah)
        except json.JSONDecodeError:
            raise ValueError(f"{isian.label} diisi daftar baris, bukan satu tulisan.") from None
    if mentah in (None, "", []):
        return []
    if not isinstance(mentah, list) or not all(isinstance(b, Mapping) for b in mentah):
        raise ValueError(f"{isian.label} diisi daftar baris.")
    if len(mentah) > 40:
        raise ValueError(f"{isian.label} paling banyak 40 baris.")
    hasil = []
    for nomor, baris in enumerate(mentah, 1):
        if not any(str(n or "").strip() for n in baris.values()):
            continue
        try:
            hasil.append(baca_isian(isian.kolom, baris, cari_warga))
        except ValidationFailed as galat:
            raise ValueError(f"{isian.label} baris {nomor}: {galat.issues[0].message}") from None
    if hasil and len(hasil) < isian.minimal:
        raise ValueError(f"{isian.label} paling sedikit {isian.minimal} baris.")
    return hasil


def nilai_cetak(isian: Isian, nilai: Any, zona: str) -> Nilai:
    """A clean value as it is printed; empty text when there is none."""
    if nilai in (None, "", []):
        return Nilai("")
    if isian.tipe == "penduduk":
        return Nilai(str(nilai["nama"]))
    if isian.tipe == "money":
        return Nilai(bahasa.rupiah(nilai), nilai)
    if isian.tipe == "number":
        return Nilai(str(nilai), nilai)
    if isian.tipe == "decimal":
        bulat, _, pecahan = str(nilai).partition(".")
        return Nilai(bahasa.bilangan(int(bulat)) + (f",{pecahan}" if pecahan else ""))
    if isian.tipe == "date":
        if len(nilai) == 4:
            return Nilai(f"tahun {nilai}")
        return Nilai(bahasa.tanggal_panjang(dt.date.fromisoformat(nilai)))
    if isian.tipe == "time":
        return Nilai(f"{nilai} {zona}")
    return Nilai(str(nilai), kalimat=(isian.kalimat or {}).get(str(nilai), ""))
