"""The plan in words: values as officers read them, rows for the tables of the preview."""

import datetime as dt
from typing import Any

from desa_app import kode
from desa_app.bahasa import tanggal_pendek
from desa_app.buku.spec import Kind
from desa_app.impor.periksa_baris import FIELD
from desa_app.impor.rencana import RencanaImpor
from resources.paths import data

_LAIN = {"KK_ALAMAT_BEDA": "alamat anggota satu KK tidak sama"}


def teks_nilai(kunci: str, nilai: Any) -> str:
    """A stored value in words: the code's name, the date as dd-mm-yyyy, `-` for nothing."""
    if nilai is None or nilai == "":
        return "-"
    if isinstance(nilai, dt.date):
        return tanggal_pendek(nilai)
    field = FIELD.get(kunci)
    if field is not None and field.kind is Kind.CHOICE:
        return kode.nama(field.source, nilai) or str(nilai)
    return str(nilai)


def label_isian(kunci: str) -> str:
    """The field's name on the form."""
    return FIELD[kunci].label if kunci in FIELD else kunci


def aturan(kode_temuan: str) -> str:
    """What a named check looks at, in one sentence."""
    if kode_temuan in _LAIN:
        return _LAIN[kode_temuan]
    for satu in data("codes")["tabel"]["pemeriksaan"]["nilai"]:
        if satu["kode"] == kode_temuan:
            return str(satu["aturan"])
    return kode_temuan


def baris_galat(rencana: RencanaImpor) -> list[tuple[str, ...]]:
    """Sheet, row, column, value, reason, suggestion."""
    return [(g.lembar, str(g.baris), g.kolom or "-", g.nilai, g.sebab, g.saran) for g in rencana.galat]


def baris_beda(rencana: RencanaImpor) -> list[tuple[str, ...]]:
    """NIK, name, field, ours, theirs, what happens to it."""
    return [
        (
            o.nik, o.nama, label_isian(b.kunci), teks_nilai(b.kunci, b.kita), teks_nilai(b.kunci, b.mereka),
            "tetap milik kita; ubah lewat peristiwa" if b.dijaga else "diambil dari berkas",
        )
        for o in rencana.berubah
        for b in o.beda
    ]  # fmt: skip


def baris_temuan(rencana: RencanaImpor) -> list[tuple[str, ...]]:
    """Sheet, row, what is odd."""
    return [(t.lembar, str(t.baris), aturan(t.kode), t.uraian) for t in rencana.temuan]


def baris_hanya_kita(rencana: RencanaImpor) -> list[tuple[str, ...]]:
    """NIK, name, KK number of people whom the file does not mention."""
    return [(o.nik or "-", o.nama, o.no_kk) for o in rencana.hanya_kita]
