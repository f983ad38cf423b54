"""The plan in words: values as officers read them, rows for the tables of the preview."""

from desa_app.buku.kolom_penduduk import FIELD, teks_nilai
from desa_app.impor.baris import Ditolak
from desa_app.impor.rencana import RencanaImpor
from resources.paths import data

_LAIN = {"KK_ALAMAT_BEDA": "alamat anggota satu KK tidak sama"}


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


def baris_galat(rencana: Ditolak) -> list[tuple[str, ...]]:
    """Sheet, row, column, value, reason, suggestion."""
    return [(g.lembar, str(g.baris), g.kolom or "-", g.nilai, g.sebab, g.saran) for g in rencana.galat]


def baris_beda(rencana: RencanaImpor) -> list[tuple[str, ...]]:
    """NIK, name, field, ours, theirs, what happens to it."""
    return [
        (
            o.nik, o.nama, label_isian(b.kunci), teks_nilai(b.kunci, b.kita) or "-",
            teks_nilai(b.kunci, b.mereka),
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
