"""Rows of people in a letter (heirs, followers, witnesses), filled from the book as far as it knows."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Penduduk
from desa_app import bahasa, kode
from desa_app.desa import identitas_dari
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.katalog import Isian
from desa_app.surat.subjek import subjek_penduduk

DARI_BUKU: Mapping[str, str] = {
    "nama": "nama", "nama_saksi": "nama", "nik": "nik", "no_kk": "no_kk", "alamat": "alamat", "ttl": "ttl",
    "tempat_tanggal_lahir": "ttl", "umur": "umur", "agama": "agama", "pekerjaan": "pekerjaan",
    "jenis_kelamin": "jenis_kelamin", "status_perkawinan": "status_perkawinan",
    "kewarganegaraan": "kewarganegaraan",
}  # fmt: skip
"""Column of a row -> what the book calls it."""
HIDUP = 1
_KELUARGA = "dalam keluarga"
"""A column whose label says so holds the place in the family card."""


def kolom_nama(isian: Isian) -> str | None:
    """The column that holds a person's name; None when the rows are not people."""
    return next((k.nama for k in isian.kolom if DARI_BUKU.get(k.nama) == "nama"), None)


@kasus(Izin.SURAT_BACA)
def baris_warga(k: Konteks, isian: Isian, penduduk_ids: Sequence[int]) -> list[dict[str, str]]:
    """A row for each resident; columns that the book does not know are left out."""
    with k.baca() as sesi:
        return [_baris(k, sesi, isian, nomor) for nomor in penduduk_ids]


@kasus(Izin.SURAT_BACA)
def baris_sekeluarga(k: Konteks, isian: Isian, penduduk_id: int) -> list[dict[str, str]]:
    """A row for each of the others on a family card, in its order, with their place in the family."""
    with k.baca() as sesi:
        keluarga = select(Penduduk.keluarga_id).where(Penduduk.id == penduduk_id).scalar_subquery()
        lain = sesi.execute(
            select(Penduduk.id, Penduduk.shdk)
            .where(
                Penduduk.keluarga_id == keluarga, Penduduk.id != penduduk_id, Penduduk.status_dasar == HIDUP
            )
            .order_by(Penduduk.shdk, Penduduk.tanggal_lahir, Penduduk.id)
        )
        tempat = [k.nama for k in isian.kolom if _KELUARGA in k.label.lower()]
        return [
            _baris(k, sesi, isian, nomor) | dict.fromkeys(tempat, bahasa.kalimat(kode.nama("shdk", shdk)))
            for nomor, shdk in lain
        ]


def _baris(k: Konteks, sesi: Session, isian: Isian, penduduk_id: int) -> dict[str, str]:
    nilai = subjek_penduduk(sesi, penduduk_id, identitas_dari(sesi), k.jam.hari_ini()).nilai
    isi = {kolom.nama: nilai[DARI_BUKU[kolom.nama]] for kolom in isian.kolom if kolom.nama in DARI_BUKU}
    return {nama: teks for nama, teks in isi.items() if teks}
