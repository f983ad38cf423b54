"""Plain rows for the checks of the data."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from db.models import Bidang, Dusun, Keluarga, Penduduk, Peristiwa, Temuan, Terlibat
from db.queries.impor import TIDAK_SAH
from db.queries.penduduk import posisi_pada

KOLOM_ORANG = (
    "id", "nik", "nama", "jk", "tempat_lahir", "tanggal_lahir", "agama", "pendidikan", "pendidikan_sedang",
    "pekerjaan", "status_kawin", "warga_negara", "golongan_darah", "cacat", "keluarga_id", "shdk",
    "status_penduduk", "status_dasar", "nik_ayah", "nama_ayah", "nik_ibu", "nama_ibu", "ktp_el",
    "status_rekam", "tgl_kawin", "paspor", "kitas",
)  # fmt: skip


def orang(sesi: Session, keluarga_ids: Collection[int] | None = None) -> list[Any]:
    """Every valid record, or those of some families, with the columns of KOLOM_ORANG."""
    pernyataan: Select[Any] = select(*(getattr(Penduduk, k) for k in KOLOM_ORANG)).where(
        Penduduk.status_dasar != TIDAK_SAH
    )
    if keluarga_ids is not None:
        pernyataan = pernyataan.where(Penduduk.keluarga_id.in_(keluarga_ids))
    return list(sesi.execute(pernyataan.order_by(Penduduk.id)))


def keluarga(sesi: Session, ids: Collection[int] | None = None) -> list[Any]:
    """Active families: id, no_kk, alamat, dusun."""
    pernyataan = (
        select(Keluarga.id, Keluarga.no_kk, Keluarga.alamat, Dusun.nama.label("dusun"))
        .join(Dusun, Keluarga.dusun_id == Dusun.id)
        .where(Keluarga.aktif.is_(True))
    )
    if ids is not None:
        pernyataan = pernyataan.where(Keluarga.id.in_(ids))
    return list(sesi.execute(pernyataan.order_by(Keluarga.id)))


def keluarga_orang(sesi: Session, penduduk_ids: Collection[int]) -> set[int]:
    """Families of some people."""
    pernyataan = select(Penduduk.keluarga_id).where(Penduduk.id.in_(penduduk_ids)).distinct()
    return {x for x in sesi.scalars(pernyataan) if x is not None}


def posisi_buku_besar(sesi: Session, pada: dt.date) -> dict[int, list[tuple[int, int]]]:
    """(family, SHDK) of every position that the ledger counts at the end of a day, by resident."""
    hasil: dict[int, list[tuple[int, int]]] = {}
    for b in sesi.execute(posisi_pada(pada)):
        hasil.setdefault(b.penduduk_id, []).append((b.keluarga_id, b.shdk))
    return hasil


def peristiwa_orang(sesi: Session) -> list[Any]:
    """(penduduk_id, id, jenis, tgl_peristiwa, tgl_lapor) of acts that stand: neither undone nor an undo."""
    batal = select(Peristiwa.membatalkan_id).where(Peristiwa.membatalkan_id.is_not(None))
    siapa = func.coalesce(Peristiwa.penduduk_id, Terlibat.penduduk_id).label("orang")
    return list(
        sesi.execute(
            select(siapa, Peristiwa.id, Peristiwa.jenis, Peristiwa.tgl_peristiwa, Peristiwa.tgl_lapor)
            .outerjoin(Terlibat, Terlibat.peristiwa_id == Peristiwa.id)
            .where(
                Peristiwa.jenis.in_(("lahir", "mati", "datang", "pindah", "hilang")),
                Peristiwa.impor_id.is_(None),
                Peristiwa.id.not_in(batal),
                or_(Terlibat.penduduk_id.is_not(None), Peristiwa.penduduk_id.is_not(None)),
            )
            .distinct()
            .order_by(siapa, Peristiwa.tgl_peristiwa, Peristiwa.id)
        )
    )


def daftar_temuan(
    sesi: Session, status: Collection[str], kode: str = "", tingkat: str = "", dusun_id: int | None = None
) -> list[Any]:
    """Findings with the person's or the family's name and the dusun, gravest first."""
    lawan = aliased(Penduduk)
    punya = func.coalesce(Temuan.keluarga_id, Penduduk.keluarga_id)
    pernyataan = (
        select(
            Temuan.id, Temuan.kode, Temuan.tingkat, Temuan.uraian, Temuan.ditemukan, Temuan.status,
            Temuan.alasan, Temuan.penduduk_id, Temuan.lawan_id, Temuan.keluarga_id, Penduduk.nik,
            Temuan.bidang_id, Penduduk.nama, lawan.nama.label("nama_lawan"), Keluarga.no_kk,
            Dusun.nama.label("dusun"),
        )
        .outerjoin(Penduduk, Temuan.penduduk_id == Penduduk.id)
        .outerjoin(lawan, Temuan.lawan_id == lawan.id)
        .outerjoin(Keluarga, Keluarga.id == punya)
        .outerjoin(Bidang, Bidang.id == Temuan.bidang_id)
        .outerjoin(Dusun, Dusun.id == func.coalesce(Keluarga.dusun_id, Bidang.dusun_id))
        .where(Temuan.status.in_(status))
    )  # fmt: skip
    if kode:
        pernyataan = pernyataan.where(Temuan.kode == kode)
    if tingkat:
        pernyataan = pernyataan.where(Temuan.tingkat == tingkat)
    if dusun_id is not None:
        pernyataan = pernyataan.where(Dusun.id == dusun_id)
    # Place in this text is the order: the gravest stands first.
    berat = func.instr("GALAT PERINGATAN INFO", Temuan.tingkat)
    return list(sesi.execute(pernyataan.order_by(berat, Temuan.kode, Dusun.urut, Penduduk.cari, Temuan.id)))
