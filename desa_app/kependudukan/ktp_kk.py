"""B.5 Buku Kartu Tanda Penduduk dan Buku Kartu Keluarga: every penduduk tetap, grouped by KK, head first."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Penduduk
from db.queries import penduduk as kueri
from desa_app import kode
from desa_app.bahasa import nama_bulan, samarkan, tanggal_pendek
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap, pastikan_boleh_terbuka
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.induk import SEL as SEL_INDUK
from desa_app.kependudukan.induk import SaringanInduk, catatan_saringan, pada_bulan, saringan_basis
from desa_app.kependudukan.setelan import setelan_dari
from desa_app.waktu import akhir_bulan

SPEC = spec_buku("B.5")
_HILANG = 4


def _tempat_tanggal(tempat: str, tanggal: Any) -> str:
    return ", ".join(x for x in (tempat, tanggal_pendek(tanggal)) if x)


SEL: dict[str, Callable[[Any], str]] = {
    "no_kk": SEL_INDUK["no_kk"],
    "nama": lambda b: b.nama,
    "nik": SEL_INDUK["nik"],
    "jk": SEL_INDUK["jk"],
    "ttl": lambda b: _tempat_tanggal(b.tempat_lahir, b.tanggal_lahir),
    "gol_darah": lambda b: kode.nama("golongan_darah", b.golongan_darah).replace("TIDAK TAHU", ""),
    "agama": SEL_INDUK["agama"],
    "pendidikan": SEL_INDUK["pendidikan"],
    "pekerjaan": SEL_INDUK["pekerjaan"],
    "alamat": SEL_INDUK["alamat"],
    "status_kawin": lambda b: kode.nama("status_perkawinan_f101", b.status_kawin),
    "ktp_dikeluarkan": lambda b: _tempat_tanggal(b.ktp_tempat, b.ktp_tanggal),
    "shdk": SEL_INDUK["shdk"],
    "warga_negara": SEL_INDUK["warga_negara"],
    "nama_ayah": lambda b: b.nama_ayah,
    "nama_ibu": lambda b: b.nama_ibu,
    "tgl_mulai_tinggal": lambda b: tanggal_pendek(b.tgl_mulai_tinggal),
    "ket": SEL_INDUK["ket"],
}
"""How each column of the book is said, by column key; shared columns are said as in B.1."""


def sel_baris(b: Any, *, samar: bool) -> tuple[str, ...]:
    """Cells of one resident without the running number."""
    return tuple(
        samarkan(SEL[k.kunci](b)) if samar and k.kunci in {"nik", "no_kk"} else SEL[k.kunci](b) or "-"
        for k in SPEC.kolom[1:]
    )


@kasus(Izin.BUKU_BACA)
def baris_ktp_kk(
    k: Konteks, penduduk_ids: list[int], *, samar: bool = False, pada: dt.date | None = None
) -> dict[int, tuple[str, ...]]:
    """Cells of the given residents by id, without the running number; `pada` as in the filter."""
    with k.baca() as sesi:
        return {i: sel_baris(b, samar=samar) for i, b in kueri.baris(sesi, penduduk_ids, pada).items()}


def _ids(sesi: Session, saringan: SaringanInduk, hari_ini: dt.date) -> list[int]:
    """Residents of the book; missing people only where the office keeps them in it."""
    ids = kueri.ids(sesi, saringan_basis(saringan, hari_ini))
    if setelan_dari(sesi).hilang_di_b5:
        return ids
    hilang = set(sesi.scalars(select(Penduduk.id).where(Penduduk.status_dasar == _HILANG)))
    return [i for i in ids if i not in hilang]


@kasus(Izin.BUKU_BACA)
def ids_ktp_kk(k: Konteks, saringan: SaringanInduk) -> list[int]:
    """Ids of the book's residents in the order asked for."""
    with k.baca() as sesi:
        return _ids(sesi, saringan, k.jam.hari_ini())


@kasus(Izin.BUKU_BACA)
def cetak_ktp_kk(
    k: Konteks, bulan: int, saringan: SaringanInduk | None = None, *, opsi: OpsiCetak | None = None
) -> BukuCetak:
    """B.5 as of a month's end, with the screen's own filter."""
    opsi = opsi or OpsiCetak()
    pastikan_boleh_terbuka(opsi, k)
    hari_ini = k.jam.hari_ini()
    saringan = replace(saringan or SaringanInduk(), pada=pada_bulan(bulan, hari_ini))
    with k.baca() as sesi:
        ids = _ids(sesi, saringan, hari_ini)
        baris = kueri.baris(sesi, ids, saringan.pada)
        isi = [(str(nomor), *sel_baris(baris[i], samar=opsi.samar)) for nomor, i in enumerate(ids, 1)]
        catatan = (f"Keadaan {nama_bulan(bulan)}{catatan_saringan(sesi, saringan)}. {len(isi)} orang.",)
        tanggal = min(hari_ini, akhir_bulan(bulan))
        return buku_lengkap(sesi, SPEC, bulan, isi, tanggal, opsi=opsi, catatan=catatan)
