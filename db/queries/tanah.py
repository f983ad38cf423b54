"""Reading land: plain rows of parcels, shares, owners and acts."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from db.cari import normal, syarat_cari
from db.models import (
    BagianPemilik,
    Bidang,
    Dusun,
    MutasiBidang,
    MutasiTanah,
    PemilikTanah,
    Penduduk,
    WargaLuar,
)
from db.models.tanah import KOLOM_LUAS

SEKALI = 5000
KOLOM_BIDANG = tuple(k.key for k in Bidang.__mapper__.column_attrs if k.key != "id")
_NAMA = case(
    (PemilikTanah.jenis == "penduduk", Penduduk.nama),
    (PemilikTanah.jenis == "warga_luar", WargaLuar.nama),
    else_=PemilikTanah.nama,
)
_CARI = case((PemilikTanah.jenis == "penduduk", Penduduk.cari), (PemilikTanah.jenis == "warga_luar",
             WargaLuar.cari), else_=func.lower(PemilikTanah.nama))  # fmt: skip


def potong(ids: Sequence[int]) -> Iterable[list[int]]:
    """Ids in handfuls that a statement can take."""
    return (list(ids[awal : awal + SEKALI]) for awal in range(0, len(ids), SEKALI))


def _dengan_orang(pernyataan: Select[Any]) -> Select[Any]:
    return pernyataan.outerjoin(Penduduk, Penduduk.id == PemilikTanah.penduduk_id).outerjoin(
        WargaLuar, WargaLuar.id == PemilikTanah.warga_luar_id
    )


def ids_pemilik(sesi: Session) -> list[int]:
    """Everybody who owns or owned land."""
    return list(sesi.scalars(select(PemilikTanah.id)))


def pemilik(sesi: Session, ids: Sequence[int]) -> list[Any]:
    """Owners with name, number and, for residents, their state."""
    nomor = case(
        (PemilikTanah.jenis == "penduduk", func.coalesce(Penduduk.nik, "")),
        (PemilikTanah.jenis == "warga_luar", WargaLuar.no_identitas),
        else_=PemilikTanah.no_identitas,
    )
    hasil: list[Any] = []
    for ini in potong(ids):
        hasil += sesi.execute(
            _dengan_orang(
                select(
                    PemilikTanah.id, PemilikTanah.jenis, PemilikTanah.penduduk_id, _NAMA.label("nama"),
                    nomor.label("no_identitas"), Penduduk.status_dasar,
                )
            ).where(PemilikTanah.id.in_(ini))
        ).all()  # fmt: skip
    return hasil


def ids_pemilik_aktif(sesi: Session, teks: str = "", dusun_id: int | None = None) -> list[int]:
    """Owners of standing parcels by name; the village comes last.

    `teks` looks through owners and through the numbers and places of their parcels, `dusun_id` at where
    the land lies.
    """
    punya = (
        select(BagianPemilik.pemilik_id)
        .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
        .where(Bidang.aktif.is_(True))
    )
    if dusun_id is not None:
        punya = punya.where(Bidang.dusun_id == dusun_id)
    pernyataan = _dengan_orang(select(PemilikTanah.id)).where(PemilikTanah.id.in_(punya))
    if (bidang_cocok := syarat_cari(Bidang.cari, teks)) is not None:
        menurut_bidang = PemilikTanah.id.in_(punya.where(bidang_cocok))
        pernyataan = pernyataan.where(or_(and_(*_syarat(_CARI, teks)), menurut_bidang))
    return list(sesi.scalars(pernyataan.order_by(PemilikTanah.jenis == "desa", _NAMA, PemilikTanah.id)))


def ids_bidang(
    sesi: Session, teks: str = "", dusun_id: int | None = None, *, tkd: bool | None = None
) -> list[int]:
    """Standing parcels in the order of their entry, narrowed by numbers, place or an owner's name."""
    pernyataan = select(Bidang.id).where(Bidang.aktif.is_(True))
    if tkd is not None:
        pernyataan = pernyataan.where(Bidang.tkd.is_(tkd))
    if dusun_id is not None:
        pernyataan = pernyataan.where(Bidang.dusun_id == dusun_id)
    if (bidang_cocok := syarat_cari(Bidang.cari, teks)) is not None:
        milik = _dengan_orang(
            select(BagianPemilik.bidang_id).join(PemilikTanah, PemilikTanah.id == BagianPemilik.pemilik_id)
        ).where(*_syarat(_CARI, teks))
        pernyataan = pernyataan.where(or_(bidang_cocok, Bidang.id.in_(milik)))
    return list(sesi.scalars(pernyataan.order_by(Bidang.id)))


def yang_cocok(sesi: Session, teks: str) -> tuple[set[int], set[int]] | None:
    """Ids of owners, and of parcels ever entered, that hold every word; None when nothing was typed."""
    bidang_cocok = syarat_cari(Bidang.cari, teks)
    if bidang_cocok is None:
        return None
    orang = _dengan_orang(select(PemilikTanah.id)).where(*_syarat(_CARI, teks))
    return set(sesi.scalars(orang)), set(sesi.scalars(select(Bidang.id).where(bidang_cocok)))


def _syarat(kolom: Any, teks: str) -> list[Any]:
    return [func.instr(kolom, kata) > 0 for kata in normal(teks).split()]


def bidang(sesi: Session, ids: Sequence[int] | None = None, *, aktif: bool = False) -> dict[int, Any]:
    """Plain rows of parcels with the name of their dusun, by id; all when no ids are given."""
    pernyataan = select(*Bidang.__table__.columns, Dusun.nama.label("dusun")).outerjoin(
        Dusun, Dusun.id == Bidang.dusun_id
    )
    if aktif:
        pernyataan = pernyataan.where(Bidang.aktif.is_(True))
    if ids is None:
        return {b.id: b for b in sesi.execute(pernyataan.order_by(Bidang.id))}
    return {b.id: b for ini in potong(ids) for b in sesi.execute(pernyataan.where(Bidang.id.in_(ini)))}


def bagian(sesi: Session, ids: Sequence[int] | None = None) -> dict[int, list[tuple[int, int, int]]]:
    """(owner, numerator, denominator) of every share by parcel, in the order of entry."""
    hasil: dict[int, list[tuple[int, int, int]]] = {}
    pernyataan = select(
        BagianPemilik.bidang_id, BagianPemilik.pemilik_id, BagianPemilik.pembilang, BagianPemilik.penyebut
    ).order_by(BagianPemilik.bidang_id, BagianPemilik.id)
    bagian_ids: Iterable[list[int] | None] = [None] if ids is None else potong(ids)
    for ini in bagian_ids:
        cari = pernyataan if ini is None else pernyataan.where(BagianPemilik.bidang_id.in_(ini))
        for b in sesi.execute(cari):
            hasil.setdefault(b[0], []).append((b[1], b[2], b[3]))
    return hasil


def bidang_pemilik(sesi: Session, pemilik_ids: Sequence[int], dusun_id: int | None = None) -> list[int]:
    """Standing parcels (of one dusun, if given) in which one of the owners has a share."""
    di = () if dusun_id is None else (Bidang.dusun_id == dusun_id,)
    hasil: set[int] = set()
    for ini in potong(pemilik_ids):
        hasil |= set(
            sesi.scalars(
                select(BagianPemilik.bidang_id)
                .join(Bidang, Bidang.id == BagianPemilik.bidang_id)
                .where(BagianPemilik.pemilik_id.in_(ini), Bidang.aktif.is_(True), *di)
            )
        )
    return sorted(hasil)


def jumlah_luas(sesi: Session, *, tkd: bool | None = None, dusun_id: int | None = None) -> dict[str, int]:
    """Sums of every area column, of `luas` by right (`hak_HM`, ...) and the number of parcels."""
    from db.models.tanah import HAK

    kolom = [func.coalesce(func.sum(getattr(Bidang, k)), 0).label(k) for k in ("luas", *KOLOM_LUAS)]
    kolom += [
        func.coalesce(func.sum(case((Bidang.hak == h, Bidang.luas), else_=0)), 0).label(f"hak_{h}")
        for h in HAK
    ]
    pernyataan = select(func.count().label("banyak"), *kolom).where(Bidang.aktif.is_(True))
    if tkd is not None:
        pernyataan = pernyataan.where(Bidang.tkd.is_(tkd))
    if dusun_id is not None:
        pernyataan = pernyataan.where(Bidang.dusun_id == dusun_id)
    return dict(sesi.execute(pernyataan).one()._mapping)


def _batal() -> Select[Any]:
    return select(MutasiTanah.membatalkan_id).where(MutasiTanah.membatalkan_id.is_not(None))


def acara_bidang(sesi: Session, ids: Sequence[int] | None, pada: dt.date | None = None) -> list[Any]:
    """(parcel, role, act) of every act that stands, oldest first; as of the end of a day when given."""
    batal = aliased(MutasiTanah)
    pernyataan = (
        select(
            MutasiBidang.bidang_id, MutasiBidang.peran, MutasiTanah.id, MutasiTanah.jenis,
            MutasiTanah.tanggal, MutasiTanah.uraian,
        )
        .join(MutasiTanah, MutasiTanah.id == MutasiBidang.mutasi_id)
        .where(MutasiTanah.jenis.not_in(("awal", "perbaikan", "bukti", "batal")))
        .order_by(MutasiTanah.tanggal, MutasiTanah.id)
    )  # fmt: skip
    lawan = select(batal.id).where(batal.membatalkan_id == MutasiTanah.id)
    if pada is not None:
        pernyataan = pernyataan.where(MutasiTanah.tgl_buku <= pada)
        lawan = lawan.where(batal.tgl_buku <= pada)
    pernyataan = pernyataan.where(~lawan.exists())
    if ids is None:
        return list(sesi.execute(pernyataan))
    return [b for ini in potong(ids) for b in sesi.execute(pernyataan.where(MutasiBidang.bidang_id.in_(ini)))]


def acara_sesudah(sesi: Session, pada: dt.date) -> list[dict[str, Any]]:
    """Memories that lead from now back to the end of a day, newest first.

    Acts booked later that still stand, and undos booked later of acts that then stood.
    """
    asal = aliased(MutasiTanah)
    berlaku = MutasiTanah.membatalkan_id.is_(None) & MutasiTanah.id.not_in(_batal())
    return list(
        sesi.scalars(
            select(MutasiTanah.sebelum)
            .outerjoin(asal, asal.id == MutasiTanah.membatalkan_id)
            .where(MutasiTanah.tgl_buku > pada, berlaku | (asal.tgl_buku <= pada))
            .order_by(MutasiTanah.id.desc())
        )
    )


def acara_terakhir(sesi: Session, ids: Collection[int], sesudah: int) -> Any | None:
    """The newest act after `sesudah` that stands and touches one of the parcels."""
    return sesi.execute(
        select(MutasiTanah.id, MutasiTanah.jenis, MutasiTanah.tanggal)
        .join(MutasiBidang, MutasiBidang.mutasi_id == MutasiTanah.id)
        .where(
            MutasiBidang.bidang_id.in_(list(ids)), MutasiTanah.id > sesudah, MutasiTanah.jenis != "batal",
            MutasiTanah.id.not_in(_batal()),
        )
        .order_by(MutasiTanah.id.desc())
        .limit(1)
    ).first()  # fmt: skip


def tgl_buku_terakhir(sesi: Session, ids: Collection[int]) -> dt.date | None:
    """Booking day of the newest act on one of the parcels that stands."""
    return sesi.scalar(
        select(func.max(MutasiTanah.tgl_buku))
        .join(MutasiBidang, MutasiBidang.mutasi_id == MutasiTanah.id)
        .where(
            MutasiBidang.bidang_id.in_(list(ids)), MutasiTanah.jenis != "batal",
            MutasiTanah.id.not_in(_batal()),
        )
    )  # fmt: skip
