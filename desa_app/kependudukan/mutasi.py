"""B.2 Buku Mutasi Penduduk Desa: who came, left and died in a month, one row per person and act."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Dusun, Mutasi, Penduduk, Peristiwa
from desa_app.bahasa import nama_bulan, tanggal_pendek
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.setelan import setelan_dari
from desa_app.waktu import akhir_bulan

SPEC = spec_buku("B.2")


@dataclass(frozen=True)
class BarisMutasi:
    """One person of one act, as B.2 and its checks need it."""

    peristiwa_id: int
    penduduk_id: int
    alir: tuple[str, ...]
    """Columns of B.3 that this row stands for: lahir, datang, mati, pindah."""
    tanggal: dt.date
    sel: dict[str, str]
    """Cells by column key."""
    antar_dusun: tuple[int, ...] = ()
    """Old and new dusun of somebody who only moved inside the village."""


def mutasi_bulan(sesi: Session, bulan: int) -> list[BarisMutasi]:
    """Every row of a month in booking order, births included.

    An act undone inside the same month leaves no row: its lines cancel out.
    """
    kelompok: dict[tuple[int, int], list[Any]] = {}
    for m in _baris(sesi, bulan):
        kelompok.setdefault((m.asal_id, m.penduduk_id), []).append(m)
    nama_dusun = {d.id: d.nama for d in sesi.execute(select(Dusun.id, Dusun.nama))}
    hasil = []
    for (_, penduduk_id), baris in kelompok.items():
        alir = _bersih(baris)
        if alir:
            hasil.append(_susun(baris, penduduk_id, alir, nama_dusun))
    return hasil


def _baris(sesi: Session, bulan: int) -> list[Any]:
    """Ledger lines of the month that belong to a column; an undo in the same month joins its act."""
    asal = sesi.execute(
        select(Peristiwa.id, Peristiwa.bulan).where(
            Peristiwa.id.in_(select(Peristiwa.membatalkan_id).where(Peristiwa.bulan == bulan))
        )
    )
    bulan_asal = {p.id: p.bulan for p in asal}
    pernyataan = (
        select(
            Mutasi.penduduk_id, Mutasi.arah, Mutasi.alir, Mutasi.dusun_id, Mutasi.wn, Mutasi.jk,
            Peristiwa.id.label("peristiwa_id"), Peristiwa.jenis, Peristiwa.tgl_peristiwa, Peristiwa.rincian,
            Peristiwa.ket, Peristiwa.membatalkan_id, Penduduk.nama, Penduduk.panggilan,
            Penduduk.tempat_lahir, Penduduk.tanggal_lahir,
        )
        .join(Peristiwa, Mutasi.peristiwa_id == Peristiwa.id)
        .join(Penduduk, Mutasi.penduduk_id == Penduduk.id)
        .where(Mutasi.bulan == bulan, Mutasi.alir.in_(("lahir", "datang", "mati", "pindah")))
        .order_by(Peristiwa.tgl_buku, Peristiwa.id, Mutasi.id)
    )  # fmt: skip
    return [_Baris(m, bulan_asal.get(m.membatalkan_id) == bulan) for m in sesi.execute(pernyataan)]


class _Baris:
    """A ledger line that knows the act it counts for."""

    def __init__(self, baris: Any, batal_sebulan: bool) -> None:
        self.asli = baris
        self.asal_id = baris.membatalkan_id if batal_sebulan else baris.peristiwa_id

    def __getattr__(self, nama: str) -> Any:
        return getattr(self.asli, nama)


_TANDA = {"lahir": 1, "datang": 1, "mati": -1, "pindah": -1}


def _bersih(baris: list[Any]) -> tuple[str, ...]:
    """Columns that remain after undone lines cancelled out."""
    banyak: dict[str, int] = {}
    for m in baris:
        banyak[m.alir] = banyak.get(m.alir, 0) + m.arah * _TANDA[m.alir]
    return tuple(alir for alir, n in banyak.items() for _ in range(n))


def _susun(baris: list[Any], penduduk_id: int, alir: tuple[str, ...], dusun: dict[int, str]) -> BarisMutasi:
    m = baris[0]
    masuk = next((x for x in baris if x.arah == 1), m)
    keluar = next((x for x in baris if x.arah == -1), m)
    tanggal = tanggal_pendek(m.tgl_peristiwa)
    antar = "datang" in alir and "pindah" in alir
    sel = {
        "nama": f"{m.nama} / {m.panggilan}" if m.panggilan else m.nama,
        "tempat_lahir": m.tempat_lahir,
        "tanggal_lahir": tanggal_pendek(m.tanggal_lahir),
        "jk": masuk.jk,
        "warga_negara": masuk.wn,
        "ket": _ket(m, antar, keluar, masuk),
    }
    if "lahir" in alir:
        sel |= {"datang_dari": "LAHIR", "tgl_datang": tanggal}
    if "datang" in alir:
        dari = f"DUSUN {dusun[keluar.dusun_id]}" if antar else m.rincian.get("asal", "-")
        sel |= {"datang_dari": dari, "tgl_datang": tanggal}
    if "pindah" in alir:
        ke = f"DUSUN {dusun[masuk.dusun_id]}" if antar else m.rincian.get("tujuan", "-")
        sel |= {"pindah_ke": ke, "tgl_pindah": tanggal}
    if "mati" in alir:
        sel |= {"meninggal_di": m.rincian.get("tempat", "-"), "tgl_meninggal": tanggal}
    pindah_dusun = (keluar.dusun_id, masuk.dusun_id) if antar and keluar.dusun_id != masuk.dusun_id else ()
    return BarisMutasi(m.asal_id, penduduk_id, alir, m.tgl_peristiwa, sel, pindah_dusun)


def _ket(m: Any, antar: bool, keluar: Any, masuk: Any) -> str:
    if antar and keluar.dusun_id != masuk.dusun_id:
        return "; ".join(x for x in ("pindah antar dusun", m.ket) if x)
    return str(m.ket)


@dataclass(frozen=True)
class BarisBuku:
    """A row of a book on screen: whose it is, and its cells."""

    penduduk_id: int
    sel: tuple[str, ...]
    rujukan_id: int = 0
    """The act or the visit behind the row."""


def _baris_buku(sesi: Session, bulan: int, dusun_id: int | None) -> list[BarisBuku]:
    """Rows as printed. Births only where the office set it so: the form has no column for them."""
    kelahiran = setelan_dari(sesi).cetak_kelahiran_b2
    baris = [b for b in mutasi_bulan(sesi, bulan) if kelahiran or b.alir != ("lahir",)]
    if dusun_id is not None:
        di_dusun = select(Mutasi.penduduk_id).where(Mutasi.bulan == bulan, Mutasi.dusun_id == dusun_id)
        punya = set(sesi.scalars(di_dusun))
        baris = [b for b in baris if b.penduduk_id in punya]
    return [
        BarisBuku(
            b.penduduk_id,
            (str(n), *(b.sel.get(kolom.kunci, "") or "-" for kolom in SPEC.kolom[1:])),
            b.peristiwa_id,
        )
        for n, b in enumerate(baris, 1)
    ]


@kasus(Izin.BUKU_BACA)
def baris_mutasi_buku(k: Konteks, bulan: int, *, dusun_id: int | None = None) -> list[BarisBuku]:
    """B.2 of a month for the screen."""
    with k.baca() as sesi:
        return _baris_buku(sesi, bulan, dusun_id)


@kasus(Izin.BUKU_BACA)
def cetak_mutasi(
    k: Konteks, bulan: int, *, dusun_id: int | None = None, opsi: OpsiCetak | None = None
) -> BukuCetak:
    """B.2 of a month; the same rows as on the screen."""
    with k.baca() as sesi:
        isi = [b.sel for b in _baris_buku(sesi, bulan, dusun_id)]
        tanggal = min(k.jam.hari_ini(), akhir_bulan(bulan))
        dusun = f", dusun {sesi.get_one(Dusun, dusun_id).nama}" if dusun_id else ""
        catatan = (f"Mutasi {nama_bulan(bulan)}{dusun}. {len(isi)} baris.",)
        return buku_lengkap(sesi, SPEC, bulan, isi, tanggal, opsi=opsi, catatan=catatan)


def antar_dusun(sesi: Session, bulan: int) -> dict[int, int]:
    """By dusun, how many people of PINDAH and DATANG only changed dusun; a move counts on both sides."""
    banyak: dict[int, int] = {}
    for b in mutasi_bulan(sesi, bulan):
        for dusun_id in b.antar_dusun:
            banyak[dusun_id] = banyak.get(dusun_id, 0) + 1
    return banyak
