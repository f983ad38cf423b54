"""Fills an empty data folder with the practice village (design.md, "Coba dengan desa contoh")."""

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models import Dusun, Keluarga, Mutasi, Penduduk, Peristiwa
from desa_app import kode
from desa_app.contoh.nomor import KODE_DESA
from desa_app.contoh.orang import KOLOM, KeluargaBaru, Orang
from desa_app.contoh.pembuat import DUSUN, KECAMATAN, DesaContoh, buat_desa_contoh
from desa_app.contoh.spm import isi_spm_contoh
from desa_app.contoh.tanah import isi_tanah_contoh
from desa_app.desa import IdentitasDesa, PejabatInfo, PermulaanDesa, buat_desa
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.pengguna import PenggunaBaru, tambah_pengguna
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import Posisi, baris_mutasi, bulan_pembukaan, catat_peristiwa
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.waktu import awal_bulan, bulan_dari, geser_bulan
from resources.paths import jalur

TERKECIL, TERBESAR = 50, 100_000
SEKALI_TULIS = 5_000
Kemajuan = Callable[[int, int], None]
"""Called with (done, all) residents; may raise to stop, then nothing is stored."""


@dataclass(frozen=True)
class PenggunaContoh:
    """An account of the practice village; the password is meant to be shown."""

    nama_masuk: str
    nama: str
    peran: tuple[str, ...]
    sandi: str


PENGGUNA = (
    PenggunaContoh("dewi", "Dewi Lestari", ("sekdes", "admin"), "lumbung padi pagi"),
    PenggunaContoh("rina", "Rina Wulandari", ("kasi_pelayanan",), "jembatan kayu tua"),
    PenggunaContoh("fauzi", "Ahmad Fauzi, S.Sos.", ("kades",), "pohon beringin besar"),
)


@dataclass(frozen=True)
class HasilContoh:
    """What was made. `anomali` are pairs (check code, NIK) of the planted odd records."""

    pengguna: tuple[PenggunaContoh, ...]
    penduduk: int
    keluarga: int
    anomali: tuple[tuple[str, str], ...]


@kasus(Izin.UMUM)
def isi_desa_contoh(
    k: Konteks, penduduk: int = 3000, benih: int = 1, kemajuan: Kemajuan | None = None, *, spm: bool = True
) -> HasilContoh:
    """Make the village, its users and its opening stock in one transaction.

    `spm` adds a plan in its third year with its activities. Refused when the folder already has a
    village or when `penduduk` is not in 50..100,000.
    """
    if not TERKECIL <= penduduk <= TERBESAR:
        raise ValidationFailed([FieldIssue("penduduk", "Jumlah penduduk contoh 50 sampai 100.000 orang.")])
    hari_ini = k.jam.hari_ini()
    pada = awal_bulan(geser_bulan(bulan_dari(hari_ini), -3))
    with k.tulis("contoh.isi") as t:
        buat_desa(t, _permulaan(pada))
        for p in PENGGUNA[1:]:
            tambah_pengguna(t, PenggunaBaru(p.nama_masuk, p.nama, p.sandi, p.peran))
        contoh = buat_desa_contoh(penduduk, benih, hari_ini, pada)
        _simpan(t, contoh, pada, kemajuan or (lambda _selesai, _semua: None))
        isi_tanah_contoh(t, random.Random(f"tanah/{benih}"), pada, hari_ini)  # noqa: S311  practice data
        if spm:
            isi_spm_contoh(t, hari_ini)
        t.catat("desa:1", None, {"contoh": penduduk, "benih": benih})
    anomali = tuple((kode_cek, o.nik or "") for kode_cek, o in contoh.anomali)
    return HasilContoh(PENGGUNA, penduduk, len(contoh.keluarga), anomali)


def _permulaan(pada: dt.date) -> PermulaanDesa:
    """The village Sukamaju with its officials, in office since five years before the opening stock."""
    identitas = IdentitasDesa(
        kode=KODE_DESA, nama="Sukamaju", kecamatan=KECAMATAN, kabupaten="Mekarjaya", provinsi="Contoh",
        alamat="Jalan Balai Desa Nomor 1", telepon="(0999) 123456", kode_pos="99123",
        laman="sukamaju.contoh", pos_el="kantor@sukamaju.contoh", latihan=True,
        lambang=jalur("contoh", "lambang.png").read_bytes(),
    )  # fmt: skip
    mulai = dt.date(pada.year - 5, 1, 4)
    pejabat = tuple(
        PejabatInfo(jabatan=jabatan, nama=nama, mulai=mulai)
        for jabatan, nama in (
            ("kades", "Ahmad Fauzi, S.Sos."), ("sekdes", "Dewi Lestari"),
            ("kasi_pelayanan", "Rina Wulandari"), ("kasi_pemerintahan", "Bagus Setiaji"),
            ("kasi_kesejahteraan", "Yuli Hartanti"),
        )
    )  # fmt: skip
    sekdes = PENGGUNA[0]
    baru = PenggunaBaru(sekdes.nama_masuk, sekdes.nama, sekdes.sandi, sekdes.peran)
    return PermulaanDesa(identitas, baru, pejabat, DUSUN)


def _simpan(t: Transaksi, contoh: DesaContoh, pada: dt.date, kemajuan: Kemajuan) -> None:
    """Bulk insert of families, residents and their opening lines. Ids start at 1: the folder is empty."""
    dusun = {nama: id_ for id_, nama in t.sesi.execute(select(Dusun.id, Dusun.nama))}
    keluarga = [_baris_keluarga(id_, k, dusun) for id_, k in enumerate(contoh.keluarga, 1)]
    _sisipkan(t.sesi, Keluarga, keluarga)
    bulan_pembukaan(t, pada)
    peristiwa = catat_peristiwa(
        t, "awal", tgl_peristiwa=pada, tgl_lapor=pada, terlibat=[], ket="Penduduk desa contoh"
    )
    semua, selesai, saat = len(contoh.orang), 0, t.konteks.jam.sekarang()
    for potongan in _potongan(contoh, SEKALI_TULIS):
        baris = [{**_baris_penduduk(id_, id_kk, o, k), "diubah": saat} for id_, id_kk, o, k in potongan]
        _sisipkan(t.sesi, Penduduk, baris)
        _sisipkan(t.sesi, Mutasi, [_baris_awal(peristiwa, dusun, *isi) for isi in potongan])
        selesai += len(potongan)
        kemajuan(selesai, semua)


Anggota = tuple[int, int, Orang, KeluargaBaru]
"""Id of the resident, id of the family, both records."""


def _potongan(contoh: DesaContoh, ukuran: int) -> Iterator[list[Anggota]]:
    kumpulan: list[Anggota] = []
    id_ = 0
    for id_kk, k in enumerate(contoh.keluarga, 1):
        for orang in k.anggota:
            id_ += 1
            kumpulan.append((id_, id_kk, orang, k))
            if len(kumpulan) == ukuran:
                yield kumpulan
                kumpulan = []
    if kumpulan:
        yield kumpulan


def _sisipkan(sesi: Session, model: type[Any], baris: Sequence[dict[str, Any]]) -> None:
    sesi.execute(insert(model.__table__), baris)


def _baris_keluarga(id_: int, k: KeluargaBaru, dusun: dict[str, int]) -> dict[str, Any]:
    return {
        "id": id_, "no_kk": k.no_kk, "alamat": k.alamat, "dusun_id": dusun[DUSUN[k.dusun]], "rt": k.rt,
        "rw": k.rw, "aktif": True, "tgl_terbit": k.tgl_terbit, "ket": "",
    }  # fmt: skip


def _baris_penduduk(id_: int, id_kk: int, o: Orang, k: KeluargaBaru) -> dict[str, Any]:
    isi: dict[str, Any] = {kolom: getattr(o, kolom) for kolom in KOLOM}
    isi["id"], isi["keluarga_id"] = id_, id_kk
    isi["nik_ayah"] = (o.ayah.nik or "") if o.ayah else ""
    isi["nik_ibu"] = (o.ibu.nik or "") if o.ibu else ""
    isi["cari"] = teks_cari(o.nama, o.nik, k.no_kk, o.nama_ayah, o.nama_ibu)
    isi["status_penduduk"] = isi["status_dasar"] = 1
    return isi


def _baris_awal(
    peristiwa: Peristiwa, dusun: dict[str, int], id_: int, id_kk: int, o: Orang, k: KeluargaBaru
) -> dict[str, Any]:
    posisi = Posisi(dusun[DUSUN[k.dusun]], id_kk, o.shdk, kode.wni_wna(o.warga_negara), o.jk)
    return baris_mutasi(peristiwa, id_, posisi, 1, "awal")
