"""B.1 Buku Induk Penduduk: one description for table, print, PDF and workbook."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from db.models import Dusun
from db.queries import penduduk as kueri
from desa_app import kode
from desa_app.bahasa import nama_bulan, samarkan, tanggal_pendek
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap, pastikan_boleh_terbuka
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.waktu import akhir_bulan, bulan_dari, lahir_paling_lambat

SPEC = spec_buku("B.1")


@dataclass(frozen=True)
class SaringanInduk:
    """What the book is narrowed to, on screen and on paper alike."""

    teks: str = ""
    dusun_id: int | None = None
    rt: str = ""
    rw: str = ""
    jk: str = ""
    umur_dari: int | None = None
    umur_sampai: int | None = None
    urut: str = "kk"
    turun: bool = False
    pada: dt.date | None = None
    """As of the end of this day; None: now."""


def _alamat(b: Any) -> str:
    bagian = [b.alamat or ""]
    if b.rt or b.rw:
        bagian.append(f"RT {b.rt or '-'}/RW {b.rw or '-'}")
    if b.dusun:
        bagian.append(f"DUSUN {b.dusun}" if not b.dusun.upper().startswith("DUSUN") else b.dusun)
    return ", ".join(x for x in bagian if x)


def _ket(b: Any) -> str:
    hilang = "HILANG" if b.status_dasar == 4 else ""
    return "; ".join(x for x in (hilang, b.ket) if x) or "-"


SEL: dict[str, Callable[[Any], str]] = {
    "nama": lambda b: f"{b.nama} / {b.panggilan}" if b.panggilan else b.nama,
    "jk": lambda b: b.jk,
    "status_kawin": lambda b: kode.kawin_b1(b.status_kawin, b.jk),
    "tempat_lahir": lambda b: b.tempat_lahir,
    "tanggal_lahir": lambda b: tanggal_pendek(b.tanggal_lahir),
    "agama": lambda b: kode.nama("agama", b.agama),
    "pendidikan": lambda b: kode.nama("pendidikan_kk", b.pendidikan),
    "pekerjaan": lambda b: kode.nama("pekerjaan", b.pekerjaan),
    "huruf": lambda b: b.huruf,
    "warga_negara": lambda b: kode.wni_wna(b.warga_negara),
    "alamat": _alamat,
    "shdk": lambda b: kode.nama("shdk", b.shdk),
    "nik": lambda b: b.nik or "",
    "no_kk": lambda b: b.no_kk or "",
    "ket": _ket,
}
"""How each column of the book is said, by column key."""


def sel_baris(b: Any, *, samar: bool) -> tuple[str, ...]:
    """Cells of one resident without the running number; `-` stands for nothing, as the forms do."""
    return tuple(
        samarkan(SEL[k.kunci](b)) if samar and k.kunci in {"nik", "no_kk"} else SEL[k.kunci](b) or "-"
        for k in SPEC.kolom[1:]
    )


def saringan_basis(saringan: SaringanInduk, hari_ini: dt.date) -> kueri.Saringan:
    """The query's filter; ages become birth dates counted on the list's own day."""
    acuan = saringan.pada or hari_ini
    return kueri.Saringan(
        teks=saringan.teks, dusun_id=saringan.dusun_id, rt=saringan.rt, rw=saringan.rw, jk=saringan.jk,
        lahir_sampai=_mundur(acuan, saringan.umur_dari),
        lahir_sesudah=_mundur(acuan, saringan.umur_sampai, 1),
        urut=saringan.urut, turun=saringan.turun, pada=saringan.pada,
    )  # fmt: skip


def _mundur(acuan: dt.date, tahun: int | None, tambah: int = 0) -> dt.date | None:
    return None if tahun is None else lahir_paling_lambat(tahun + tambah, acuan)


def pada_bulan(bulan: int, hari_ini: dt.date) -> dt.date | None:
    """The day as of which a month's standing register is told; None (now) for the running one."""
    return None if bulan >= bulan_dari(hari_ini) else akhir_bulan(bulan)


@kasus(Izin.BUKU_BACA)
def ids_induk(k: Konteks, saringan: SaringanInduk) -> list[int]:
    """Ids of the book's residents in the order asked for."""
    with k.baca() as sesi:
        return kueri.ids(sesi, saringan_basis(saringan, k.jam.hari_ini()))


@kasus(Izin.BUKU_BACA)
def baris_induk(
    k: Konteks, penduduk_ids: list[int], *, samar: bool = False, pada: dt.date | None = None
) -> dict[int, tuple[str, ...]]:
    """Cells of the given residents by id, without the running number; `pada` as in the filter."""
    with k.baca() as sesi:
        return {i: sel_baris(b, samar=samar) for i, b in kueri.baris(sesi, penduduk_ids, pada).items()}


@kasus(Izin.BUKU_BACA)
def cetak_induk(
    k: Konteks, bulan: int, saringan: SaringanInduk | None = None, *, opsi: OpsiCetak | None = None
) -> BukuCetak:
    """B.1 as of a month's end (as of today for the running month), with the screen's own filter."""
    opsi = opsi or OpsiCetak()
    pastikan_boleh_terbuka(opsi, k)
    hari_ini = k.jam.hari_ini()
    saringan = saringan or SaringanInduk()
    saringan = replace(saringan, pada=pada_bulan(bulan, hari_ini))
    with k.baca() as sesi:
        ids = kueri.ids(sesi, saringan_basis(saringan, hari_ini))
        baris = kueri.baris(sesi, ids, saringan.pada)
        isi = [(str(nomor), *sel_baris(baris[i], samar=opsi.samar)) for nomor, i in enumerate(ids, 1)]
        catatan = (f"Keadaan {nama_bulan(bulan)}{catatan_saringan(sesi, saringan)}. {len(isi)} orang.",)
        tanggal = min(hari_ini, akhir_bulan(bulan))
        return buku_lengkap(sesi, SPEC, bulan, isi, tanggal, opsi=opsi, catatan=catatan)


def catatan_saringan(sesi: Session, saringan: SaringanInduk) -> str:
    """The filter in words, for the small line under a print; empty without one."""
    umur_dari, umur_sampai = saringan.umur_dari, saringan.umur_sampai
    bagian = [
        f"cari “{saringan.teks}”" if saringan.teks else "",
        f"dusun {sesi.get_one(Dusun, saringan.dusun_id).nama}" if saringan.dusun_id else "",
        f"RT {saringan.rt}" if saringan.rt else "",
        {"L": "laki-laki", "P": "perempuan"}.get(saringan.jk, ""),
        f"umur {umur_dari or 0} sampai {umur_sampai if umur_sampai is not None else '...'} tahun"
        if umur_dari is not None or umur_sampai is not None
        else "",
    ]
    isi = ", ".join(b for b in bagian if b)
    return f", disaring: {isi}" if isi else ""
