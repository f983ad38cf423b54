"""From raw text to clean values: one function for the form and for the import."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping

from desa_app import kode
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.errors import FieldIssue, ValidationFailed

_TANGGAL = (
    (re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$"), (3, 2, 1)),
    (re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?)?$"), (1, 2, 3)),
)
_TAK_TAMPAK = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]"
)


def bersih(teks: str) -> str:
    """Text fit to be stored: NFC, no control or direction signs, single spaces; apostrophes stay."""
    tanpa_pasangan = teks.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(_TAK_TAMPAK.sub(" ", unicodedata.normalize("NFC", tanpa_pasangan)).split())


def baca_tanggal(teks: str) -> dt.date:
    """A date typed as dd-mm-yyyy (also `/`, `.`) or yyyy-mm-dd. Raises ValueError with the reason."""
    for pola, (th, bl, hr) in _TANGGAL:
        if cocok := pola.match(teks.strip()):
            try:
                return dt.date(int(cocok[th]), int(cocok[bl]), int(cocok[hr]))
            except ValueError:
                raise ValueError(f"{teks} bukan tanggal kalender") from None
    raise ValueError(f"“{teks}” bukan tanggal; tulis seperti 31-12-1990")


def parse(field: FieldSpec, raw: object) -> object:
    """One clean value, or None when nothing was given. Raises ValueError with an Indonesian reason."""
    if raw is None:
        return None
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    if field.kind is Kind.DATE and isinstance(raw, dt.date):
        return raw
    teks = bersih(str(raw))
    if not teks or (field.kind is not Kind.TEXT and kode.kosong(teks)):
        return None
    return _MENURUT_JENIS[field.kind](field, teks)


def _teks(field: FieldSpec, teks: str) -> object:
    if len(teks) > field.max_length:
        raise ValueError(f"{field.label} paling panjang {field.max_length} huruf.")
    return teks


def _tanggal(field: FieldSpec, teks: str) -> object:
    try:
        return baca_tanggal(teks)
    except ValueError as galat:
        raise ValueError(f"{field.label}: {galat}.") from None


def _bilangan(field: FieldSpec, teks: str) -> object:
    if not re.fullmatch(r"-?\d{1,12}", teks):
        raise ValueError(f"{field.label} diisi angka, bukan “{teks}”.")
    return int(teks)


def _pilihan(field: FieldSpec, teks: str) -> object:
    hasil = kode.dari_teks(field.source, teks)
    if hasil is None:
        raise ValueError(f"{field.label}: “{teks}” tidak dikenal.")
    return hasil


def _enam_belas_angka(field: FieldSpec, teks: str) -> object:
    angka = teks.replace(" ", "")
    if not angka.isascii() or not angka.isdigit():
        raise ValueError(f"{field.label} hanya boleh angka.")
    if len(angka) != 16:
        raise ValueError(f"{field.label} harus 16 angka, ini {len(angka)} angka.")
    return angka


def _jk(field: FieldSpec, teks: str) -> object:
    if teks.upper() in {"L", "P"}:
        return teks.upper()
    hasil = kode.dari_teks("jenis_kelamin", teks.replace(" - ", "-"))
    if hasil is None:
        raise ValueError(f"{field.label} diisi L atau P, bukan “{teks}”.")
    return "L" if hasil == 1 else "P"


_MENURUT_JENIS = {
    Kind.TEXT: _teks,
    Kind.DATE: _tanggal,
    Kind.INTEGER: _bilangan,
    Kind.CHOICE: _pilihan,
    Kind.DIGITS: _enam_belas_angka,
    Kind.SEX: _jk,
}


def validate(spec: RecordSpec, raw: Mapping[str, object]) -> dict[str, object]:
    """Turn raw input into clean values for the keys that were given, or raise every problem at once."""
    clean: dict[str, object] = {}
    issues: list[FieldIssue] = []
    for field in spec.fields:
        if field.key not in raw:
            continue
        try:
            value = clean[field.key] = parse(field, raw[field.key])
        except ValueError as galat:
            issues.append(FieldIssue(field.key, str(galat)))
            continue
        if value is None:
            if field.required:
                issues.append(FieldIssue(field.key, f"{field.label} wajib diisi."))
            elif field.kind is Kind.TEXT:
                clean[field.key] = ""
            continue
        issues += [FieldIssue(field.key, m) for check in field.checks if (m := check(value))]
    if not issues:
        issues = [FieldIssue(*found) for rule in spec.rules if (found := rule(clean))]
    if issues:
        raise ValidationFailed(issues)
    return clean
