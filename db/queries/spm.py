"""Counting for the SPM indicators. Positions come from the ledger, so any past day can be asked."""

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy import Text as Teks
from sqlalchemy.orm import Session

from db.models import Dusun, Keluarga, Mutasi, Penduduk, Peristiwa, Permohonan, SyaratPermohonan
from db.queries.penduduk import posisi_pada
from db.tipe import Tanggal

Hari = dt.date | BindParameter[dt.date]
"""A day, or its place in a statement that is built once."""
STATUS_TERCETAK = (4, 6, 8)
"""CARD PRINTED, CARD SHIPPED, CARD ISSUED: the card exists (buku.md 3.4)."""


def wajib_ktp(pada: Hari, lahir_sampai: Hari) -> ColumnElement[bool]:
    """Obliged to hold a KTP-el: 17 years (born on or before `lahir_sampai`) or (once) married by `pada`.

    A foreigner only with a permanent stay permit, noted as `KITAP` in front of its number. Nobody who
    was missing on that day, by the last act of being lost or found; one without such an act, by the
    mark in the book.
    """
    tercatat = select(Peristiwa.penduduk_id).where(*_acara_hilang())
    pernah_kawin = and_(
        Penduduk.status_kawin > 1, or_(Penduduk.tgl_kawin.is_(None), Penduduk.tgl_kawin <= pada)
    )
    return and_(
        not_(Penduduk.id.in_(_hilang_pada(pada))),
        or_(Penduduk.status_dasar != 4, Penduduk.id.in_(tercatat)),
        or_(Penduduk.tanggal_lahir <= lahir_sampai, pernah_kawin),
        or_(Penduduk.warga_negara != 2, func.upper(Penduduk.kitas).startswith("KITAP")),
    )


def _acara_hilang() -> list[ColumnElement[bool]]:
    batal = select(Peristiwa.membatalkan_id).where(Peristiwa.membatalkan_id.is_not(None))
    return [
        Peristiwa.jenis.in_(("hilang", "ditemukan")), Peristiwa.penduduk_id.is_not(None),
        Peristiwa.membatalkan_id.is_(None), Peristiwa.id.not_in(batal),
    ]  # fmt: skip


def _hilang_pada(pada: Hari) -> Select[Any]:
    """Residents whose last uncancelled act of the kind by the end of `pada` is `hilang`."""
    urut = func.row_number().over(
        partition_by=Peristiwa.penduduk_id, order_by=(Peristiwa.tgl_buku.desc(), Peristiwa.id.desc())
    )
    acara = (
        select(Peristiwa.penduduk_id, Peristiwa.jenis, urut.label("ke"))
        .where(*_acara_hilang(), Peristiwa.tgl_buku <= pada)
        .subquery()
    )
    return select(acara.c.penduduk_id).where(acara.c.ke == 1, acara.c.jenis == "hilang")


def punya_ktp(pada: Hari) -> ColumnElement[bool]:
    """Owns a KTP-el issued by `pada` with a NIK from Dukcapil (16 digits, not the village's temporary one).

    When only the recording state is known, a printed card counts as owned.
    """
    kartu = or_(
        Penduduk.ktp_el == 2,
        and_(Penduduk.ktp_el.is_(None), Penduduk.status_rekam.in_(STATUS_TERCETAK)),
    )
    terbit = or_(Penduduk.ktp_tanggal.is_(None), Penduduk.ktp_tanggal <= pada)
    ber_nik = and_(Penduduk.nik.is_not(None), not_(Penduduk.nik.startswith("0")))
    return and_(kartu, terbit, ber_nik)


@cache
def _hitung_ktp() -> Select[int, int, Any]:
    pada, lahir = bindparam("pada", type_=Tanggal), bindparam("lahir_sampai", type_=Tanggal)
    punya = case((punya_ktp(pada), Mutasi.arah), else_=0)
    return (
        select(Mutasi.dusun_id, func.sum(Mutasi.arah).label("wajib"), func.sum(punya).label("punya"))
        .join(Penduduk, Penduduk.id == Mutasi.penduduk_id + 0)
        .where(Mutasi.tgl_buku <= pada, wajib_ktp(pada, lahir))
        .group_by(Mutasi.dusun_id)
    )


def hitung_ktp(sesi: Session, pada: dt.date, lahir_sampai: dt.date) -> list[Any]:
    """Rows (dusun_id, wajib, punya) per dusun as of the end of `pada`.

    The ledger is double entry: somebody who left a dusun has a -1 there, so plain sums of `arah` over
    the people in question are the counts. `+ 0` keeps the planner from looking every resident's lines up
    one by one: reading the ledger through once is a quarter faster.
    """
    return list(sesi.execute(_hitung_ktp(), {"pada": pada, "lahir_sampai": lahir_sampai}))


KOLOM_CELAH = (
    Penduduk.id, Penduduk.nama, Penduduk.nik, Penduduk.jk, Penduduk.tanggal_lahir, Penduduk.cacat,
    Penduduk.ktp_el, Penduduk.status_rekam, Penduduk.telepon, Keluarga.no_kk, Keluarga.rt, Keluarga.rw,
    Dusun.id.label("dusun_id"), Dusun.nama.label("dusun"),
)  # fmt: skip


def belum_ktp(sesi: Session, pada: dt.date, lahir_sampai: dt.date) -> list[Any]:
    """Everybody obliged who does not own a KTP-el with NIK, with what the gap list shows."""
    return _celah(
        sesi, pada, and_(wajib_ktp(pada, lahir_sampai), not_(func.coalesce(punya_ktp(pada), False)))
    )


def belum_ktp_per_keluarga(sesi: Session, pada: dt.date, lahir_sampai: dt.date) -> dict[int, int]:
    """How many of a family's members are obliged and own no KTP-el with NIK, by family."""
    belum = and_(wajib_ktp(pada, lahir_sampai), not_(func.coalesce(punya_ktp(pada), False)))
    banyak = func.sum(Mutasi.arah).label("banyak")
    baris = sesi.execute(
        select(Mutasi.keluarga_id, banyak)
        .join(Penduduk, Penduduk.id == Mutasi.penduduk_id + 0)
        .where(Mutasi.tgl_buku <= pada, belum)
        .group_by(Mutasi.keluarga_id)
        .having(banyak > 0)
    )
    return {b.keluarga_id: b.banyak for b in baris}


def belum_lengkap_per_keluarga(sesi: Session, tahun: int, sampai: dt.date) -> dict[int, int]:
    """How many requests of a calendar year were not complete at first, by the applicant's family."""
    baris = sesi.execute(
        select(Penduduk.keluarga_id, func.count())
        .join(Permohonan, Permohonan.penduduk_id == Penduduk.id)
        .where(*_diterima(tahun, sampai), Permohonan.lengkap_awal.is_(False))
        .where(Penduduk.keluarga_id.is_not(None))
        .group_by(Penduduk.keluarga_id)
    )
    return {keluarga: n for keluarga, n in baris if keluarga is not None}


def keluarga_pada(sesi: Session, pada: dt.date, dusun_id: int) -> list[Any]:
    """(id, no_kk, rt, rw, nama of the head, jiwa) of the families of a dusun at the end of a day."""
    orang = (
        select(Mutasi.keluarga_id, Mutasi.penduduk_id, func.max(Mutasi.shdk).label("shdk"))
        .where(Mutasi.tgl_buku <= pada, Mutasi.dusun_id == dusun_id)
        .group_by(Mutasi.keluarga_id, Mutasi.penduduk_id, Mutasi.shdk)
        .having(func.sum(Mutasi.arah) > 0)
        .subquery()
    )
    kepala = func.max(case((orang.c.shdk == 1, Penduduk.nama)))
    return list(
        sesi.execute(
            select(
                Keluarga.id, Keluarga.no_kk, Keluarga.rt, Keluarga.rw, kepala.label("nama"),
                func.count().label("jiwa"),
            )
            .join(orang, orang.c.keluarga_id == Keluarga.id)
            .join(Penduduk, Penduduk.id == orang.c.penduduk_id)
            .group_by(Keluarga.id)
        )
    )  # fmt: skip


def segera_wajib(sesi: Session, pada: dt.date, lahir_sampai: dt.date, lahir_segera: dt.date) -> list[Any]:
    """Those not yet obliged who turn 17 soon: born after `lahir_sampai`, up to `lahir_segera`."""
    belum = not_(func.coalesce(wajib_ktp(pada, lahir_sampai), False))
    return _celah(sesi, pada, and_(belum, Penduduk.warga_negara != 2, Penduduk.tanggal_lahir <= lahir_segera))


def _celah(sesi: Session, pada: dt.date, syarat: ColumnElement[bool]) -> list[Any]:
    # only the lines of the people in question are grouped, not the whole ledger
    orang = select(Penduduk.id).where(syarat)
    posisi = posisi_pada(pada).where(Mutasi.penduduk_id.in_(orang)).subquery()
    return list(
        sesi.execute(
            select(*KOLOM_CELAH)
            .join(posisi, Penduduk.id == posisi.c.penduduk_id)
            .join(Keluarga, Keluarga.id == posisi.c.keluarga_id)
            .join(Dusun, Dusun.id == posisi.c.dusun_id)
            .order_by(Penduduk.id)
        )
    )


@cache
def _rincian_permohonan() -> Select[Any]:
    """Plain tables: for thousands of rows the detour over mapped classes costs as much as the reading."""
    p, o, k = Permohonan.__table__, Penduduk.__table__, Keluarga.__table__
    kolom: tuple[Any, ...] = (
        k.c.dusun_id, p.c.penduduk_id, p.c.warga_luar_id, type_coerce(p.c.lengkap_awal, Integer),
        type_coerce(p.c.lengkap, Teks), type_coerce(p.c.siap, Teks),
    )  # fmt: skip
    asal = p.outerjoin(o, o.c.id == p.c.penduduk_id).outerjoin(k, k.c.id == o.c.keluarga_id)
    batas = type_coerce(p.c.diterima, Teks) < bindparam("besok")
    return select(*kolom).select_from(asal).where(p.c.tahun == bindparam("tahun"), batas)


def rincian_permohonan(sesi: Session, tahun: int, sampai: dt.date) -> list[Any]:
    """(dusun, penduduk, warga luar, lengkap_awal, lengkap, siap) of the requests of a calendar year up to a
    day; the moments as stored text. Read once, because four figures need it."""
    return list(sesi.execute(_rincian_permohonan(), {"tahun": tahun, "besok": _besok(sampai)}))


def _pasti_cepat(sampai: dt.date) -> ColumnElement[bool]:
    """Complete at once and ready the next day at the latest, which no day off can make late."""
    p = Permohonan
    esok = func.date(_hari(p.lengkap), "+1 day")
    return and_(p.lengkap_awal.is_(True), _hari(p.siap) <= esok, _sampai(p.siap, sampai))


def permohonan_tahun(
    sesi: Session, tahun: int, sampai: dt.date, *, tanpa_cepat: bool = False, tanpa_lengkap: bool = False
) -> list[Any]:
    """Requests received in a calendar year up to a day, with the applicant's dusun (None from outside).

    `tanpa_lengkap` leaves out those complete at once; `tanpa_cepat` those that are quick whatever the
    days off are: complete at once and ready the next day at the latest.
    """
    p = Permohonan
    syarat = _diterima(tahun, sampai)
    if tanpa_lengkap:
        syarat.append(p.lengkap_awal.is_(False))
    if tanpa_cepat:
        syarat.append(not_(func.coalesce(_pasti_cepat(sampai), False)))
    return list(
        sesi.execute(
            select(
                p.id, p.urut, p.tahun, p.nama_jenis, p.pemohon, p.penduduk_id, p.warga_luar_id, p.status,
                p.diterima, p.lengkap, p.lengkap_awal, p.siap, Keluarga.dusun_id,
            )
            .outerjoin(Penduduk, Penduduk.id == p.penduduk_id)
            .outerjoin(Keluarga, Keluarga.id == Penduduk.keluarga_id)
            .where(*syarat)
            .order_by(p.id)
        )
    )  # fmt: skip


def _diterima(tahun: int, sampai: dt.date) -> list[ColumnElement[bool]]:
    return [Permohonan.tahun == tahun, _sampai(Permohonan.diterima, sampai)]


def _sampai(kolom: Any, sampai: dt.date) -> ColumnElement[bool]:
    """A stored moment is on or before a day: as text it comes before the name of the next one."""
    return type_coerce(kolom, Teks) < _besok(sampai)


def _besok(hari: dt.date) -> str:
    return (hari + dt.timedelta(days=1)).isoformat()


def _hari(kolom: Any) -> ColumnElement[Any]:
    """Day of a stored moment as text."""
    return func.substr(type_coerce(kolom, Teks), 1, 10)


def syarat_kurang(sesi: Session, permohonan_ids: list[int]) -> dict[int, list[str]]:
    """Names of the papers that each request still lacks."""
    hasil: dict[int, list[str]] = {}
    for awal in range(0, len(permohonan_ids), 5000):
        baris = sesi.execute(
            select(SyaratPermohonan.permohonan_id, SyaratPermohonan.nama)
            .where(
                SyaratPermohonan.permohonan_id.in_(permohonan_ids[awal : awal + 5000]),
                or_(
                    and_(SyaratPermohonan.wajib.is_(True), SyaratPermohonan.keadaan != "ada"),
                    SyaratPermohonan.keadaan == "tidak_sesuai",
                ),
            )
            .order_by(SyaratPermohonan.id)
        )
        for id_, nama in baris:
            hasil.setdefault(id_, []).append(nama)
    return hasil


def alamat_penduduk(sesi: Session, penduduk_ids: list[int]) -> dict[int, Any]:
    """Rows (id, nik, tanggal_lahir, no_kk, rt, rw, dusun, telepon) of residents by id."""
    hasil: dict[int, Any] = {}
    for awal in range(0, len(penduduk_ids), 5000):
        baris = sesi.execute(
            select(*KOLOM_CELAH)
            .outerjoin(Keluarga, Keluarga.id == Penduduk.keluarga_id)
            .outerjoin(Dusun, Dusun.id == Keluarga.dusun_id)
            .where(Penduduk.id.in_(penduduk_ids[awal : awal + 5000]))
        )
        hasil.update((b.id, b) for b in baris)
    return hasil
