"""Every value that a workbook of residents may hold, and the column headings of the two workbooks that we
both write and read: OpenSID's 43 columns and our own full one."""

import datetime as dt
from functools import cache
from typing import Any

from desa_app import kode
from desa_app.bahasa import tanggal_pendek
from desa_app.buku.penduduk import KELUARGA_ISIAN, PENDUDUK
from desa_app.buku.spec import FieldSpec, Kind
from resources.paths import data

_TAMBAHAN = (
    FieldSpec(key="shdk", label="Hubungan keluarga (SHDK)", kind=Kind.CHOICE, source="shdk", required=True),
    FieldSpec(key="status_dasar", label="Status dasar", kind=Kind.CHOICE, source="status_dasar"),
    FieldSpec(key="status_penduduk", label="Status penduduk", kind=Kind.CHOICE, source="status_penduduk"),
    FieldSpec(key="dusun", label="Dusun", required=True, max_length=100),
    FieldSpec(key="tgl_mutasi", label="Tanggal entri", kind=Kind.DATE),
)
FIELD: dict[str, FieldSpec] = {f.key: f for f in (*PENDUDUK.fields, *KELUARGA_ISIAN.fields, *_TAMBAHAN)}
"""Every value that a workbook may bring, by key."""
TANPA_NOMOR_ASLI = ("nik", "no_kk", "nik_ayah", "nik_ibu")
"""Numbers that are masked for eyes that may not see them whole."""
_ATRIBUT = {
    "sex": "jk", "tempatlahir": "tempat_lahir", "tanggallahir": "tanggal_lahir", "agama_id": "agama",
    "pendidikan_kk_id": "pendidikan", "pendidikan_sedang_id": "pendidikan_sedang",
    "pekerjaan_id": "pekerjaan", "kk_level": "shdk", "warganegara_id": "warga_negara",
    "ayah_nik": "nik_ayah", "ibu_nik": "nik_ibu", "golongan_darah_id": "golongan_darah",
    "dokumen_pasport": "paspor", "tanggal_akhir_paspor": "paspor_akhir", "dokumen_kitas": "kitas",
    "akta_perkawinan": "akta_kawin", "tanggalperkawinan": "tgl_kawin", "akta_perceraian": "akta_cerai",
    "tanggalperceraian": "tgl_cerai", "cacat_id": "cacat", "cara_kb_id": "cara_kb", "lat": "lintang",
    "lng": "bujur",
}  # fmt: skip


@cache
def kolom_opensid() -> tuple[tuple[str, str], ...]:
    """(heading, attribute of a resident or family) in the order of the workbook."""
    kolom = data("impor")["format"]["opensid_xlsm"]["kolom"]
    return tuple((k["judul"], _ATRIBUT.get(k["judul"], k["judul"])) for k in kolom)


@cache
def kolom_lengkap() -> tuple[tuple[str, str], ...]:
    """(heading, key) of our own full workbook: the family, the person, the standing."""
    keluarga = ["no_kk", "shdk", "nama", "nik", "jk", "alamat", "dusun", "rt", "rw", "tgl_terbit"]
    lain = [f.key for f in PENDUDUK.fields if f.key not in keluarga]
    kunci = [*keluarga, *lain, "status_penduduk", "status_dasar"]
    return tuple((FIELD[k].label, k) for k in kunci)


def teks_nilai(kunci: str, nilai: Any) -> str:
    """A stored value in words: the code's name, the date as dd-mm-yyyy, empty for nothing."""
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, dt.date):
        return tanggal_pendek(nilai)
    field = FIELD.get(kunci)
    if field is not None and field.kind is Kind.CHOICE:
        return kode.nama(field.source, nilai) or str(nilai)
    return str(nilai)
