"""Reading for the field visits: people by what they lack, participants with their documents."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, func, not_, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from db.models import (
    BerkasLapangan,
    Dusun,
    GabunganLapangan,
    JejakLapangan,
    KegiatanLapangan,
    Keluarga,
    Penduduk,
    PesertaLapangan,
)
from db.queries.penduduk import tetap_aktif
from db.queries.spm import STATUS_TERCETAK, wajib_ktp

CACAT_TIDAK_ADA = 7
DEWASA, ANAK = 17, 18
_KOLOM: tuple[Any, ...] = (
    Penduduk.id, Penduduk.nik, Penduduk.nama, Penduduk.jk, Penduduk.tempat_lahir, Penduduk.tanggal_lahir,
    Penduduk.cacat, Penduduk.ktp_el, Penduduk.status_rekam, Penduduk.status_kawin, Penduduk.status_dasar,
    Penduduk.akta_lahir, Penduduk.no_kia, Penduduk.nama_ibu, Penduduk.telepon, Penduduk.shdk,
    Keluarga.no_kk, Keluarga.alamat, Keluarga.rt, Keluarga.rw, Dusun.nama.label("dusun"),
    Dusun.id.label("dusun_id"),
)  # fmt: skip


def _orang() -> Select[Any]:
    return (
        select(*_KOLOM)
        .outerjoin(Keluarga, Penduduk.keluarga_id == Keluarga.id)
        .outerjoin(Dusun, Keluarga.dusun_id == Dusun.id)
    )


def orang(sesi: Session, penduduk_ids: Sequence[int]) -> dict[int, Row[Any]]:
    """Rows of the given people, also of those who died or left."""
    hasil: dict[int, Row[Any]] = {}
    for awal in range(0, len(penduduk_ids), 5000):
        potongan = list(penduduk_ids[awal : awal + 5000])
        hasil.update((b.id, b) for b in sesi.execute(_orang().where(Penduduk.id.in_(potongan))))
    return hasil


def syarat_celah(jenis: str, pada: dt.date, lahir: dict[int, dt.date]) -> ColumnElement[bool]:
    """Who a gap list names. `lahir[n]`: latest birth date that makes somebody n years old on `pada`."""
    belum_cetak = or_(Penduduk.ktp_el.is_(None), Penduduk.ktp_el != 2)
    belum_rekam = or_(Penduduk.status_rekam.is_(None), Penduduk.status_rekam.in_((1, 2)))
    tercetak = and_(Penduduk.ktp_el.is_(None), Penduduk.status_rekam.in_(STATUS_TERCETAK))
    menurut: dict[str, ColumnElement[bool]] = {
        "rekam": and_(
            wajib_ktp(pada, lahir[DEWASA]), belum_cetak, belum_rekam,
            not_(func.coalesce(tercetak, False)),
        ),
        "akta": and_(Penduduk.tanggal_lahir > lahir[ANAK], Penduduk.akta_lahir == ""),
        "kia": and_(
            Penduduk.tanggal_lahir > lahir[DEWASA], Penduduk.no_kia == "",
            or_(Penduduk.status_kawin.is_(None), Penduduk.status_kawin == 1),
        ),
        "kk": or_(
            and_(Penduduk.shdk == 1, Keluarga.no_kk.startswith("0")), Penduduk.keluarga_id.is_(None)
        ),
        "lansia": Penduduk.tanggal_lahir <= lahir[60],
        "disabilitas": and_(Penduduk.cacat.is_not(None), Penduduk.cacat != CACAT_TIDAK_ADA),
    }  # fmt: skip
    return menurut[jenis]


def calon(sesi: Session, syarat: ColumnElement[bool], dusun_id: int | None = None) -> list[Row[Any]]:
    """Residents of a gap list, by dusun, RW, RT and name."""
    pernyataan = _orang().where(tetap_aktif(), syarat)
    if dusun_id is not None:
        pernyataan = pernyataan.where(Dusun.id == dusun_id)
    return list(
        sesi.execute(pernyataan.order_by(Dusun.urut, Dusun.nama, Keluarga.rw, Keluarga.rt, Penduduk.nama))
    )


def kembaran(sesi: Session, penduduk_ids: Sequence[int]) -> list[tuple[int, str]]:
    """(resident, name of the other) for active residents with the same name and birth date."""
    lain = Penduduk.__table__.alias("lain")
    hasil: list[tuple[int, str]] = []
    for awal in range(0, len(penduduk_ids), 5000):
        potongan = list(penduduk_ids[awal : awal + 5000])
        hasil += [
            (b[0], b[1])
            for b in sesi.execute(
                select(Penduduk.id, lain.c.nama)
                .join(
                    lain,
                    and_(
                        func.upper(lain.c.nama) == func.upper(Penduduk.nama),
                        lain.c.tanggal_lahir == Penduduk.tanggal_lahir,
                        lain.c.id != Penduduk.id,
                        lain.c.status_dasar.in_((1, 4)),
                    ),
                )
                .where(Penduduk.id.in_(potongan))
            )
        ]
    return hasil


def baris_peserta(sesi: Session, kegiatan_id: int, peserta_id: int | None = None) -> list[Row[Any]]:
    """Plain rows of the participants, by dusun, RW, RT and name, or of one: without objects."""
    p = PesertaLapangan
    return list(
        sesi.execute(
            select(p.__table__, Penduduk.status_dasar)
            .outerjoin(Penduduk, Penduduk.id == p.penduduk_id)
            .where(p.kegiatan_id == kegiatan_id, true() if peserta_id is None else p.id == peserta_id)
            .order_by(p.dusun, p.rw, p.rt, p.nama, p.id)
        )
    )


def baris_berkas(sesi: Session, kegiatan_id: int, peserta_id: int | None = None) -> list[Row[Any]]:
    """Plain rows of the documents of a visit or of one participant: the latter, then `BerkasInfo`."""
    return list(
        sesi.execute(
            select(
                BerkasLapangan.peserta_id,
                BerkasLapangan.id,
                BerkasLapangan.kunci,
                BerkasLapangan.jenis,
                BerkasLapangan.keadaan,
                BerkasLapangan.tanda_terima,
                BerkasLapangan.nomor_dokumen,
                BerkasLapangan.penerima,
                BerkasLapangan.hubungan,
                type_coerce(BerkasLapangan.dibukukan, Integer),
            )
            .join(PesertaLapangan, PesertaLapangan.id == BerkasLapangan.peserta_id)
            .where(
                PesertaLapangan.kegiatan_id == kegiatan_id,
                true() if peserta_id is None else PesertaLapangan.id == peserta_id,
            )
        )
    )


def baris_jejak(sesi: Session, kegiatan_id: int) -> list[Row[Any]]:
    """Plain rows of everything that happened on a visit, in the order in which it came into this data."""
    j = JejakLapangan
    return list(
        sesi.execute(
            select(j.objek, j.objek_kunci, j.tindakan, j.saat, j.isi)
            .where(j.kegiatan_id == kegiatan_id)
            .order_by(j.id)
        )
    )


def peserta(sesi: Session, kegiatan_id: int) -> list[PesertaLapangan]:
    """Participants by dusun, RW, RT and name."""
    p = PesertaLapangan
    return list(
        sesi.scalars(
            select(p).where(p.kegiatan_id == kegiatan_id).order_by(p.dusun, p.rw, p.rt, p.nama, p.id)
        )
    )


def berkas(sesi: Session, kegiatan_id: int) -> dict[int, list[BerkasLapangan]]:
    """Documents of a visit by participant."""
    hasil: dict[int, list[BerkasLapangan]] = {}
    for b in sesi.scalars(
        select(BerkasLapangan)
        .join(PesertaLapangan, PesertaLapangan.id == BerkasLapangan.peserta_id)
        .where(PesertaLapangan.kegiatan_id == kegiatan_id)
        .order_by(BerkasLapangan.id)
    ):
        hasil.setdefault(b.peserta_id, []).append(b)
    return hasil


def jejak(sesi: Session, kegiatan_id: int) -> list[JejakLapangan]:
    """Everything that happened on a visit, in the order in which it came into this data."""
    j = JejakLapangan
    return list(sesi.scalars(select(j).where(j.kegiatan_id == kegiatan_id).order_by(j.id)))


def dimohon_lain(
    sesi: Session, kegiatan_id: int, penduduk_ids: Sequence[int], selesai: str
) -> dict[tuple[int, str], str]:
    """(resident, kind) -> name of another open visit where the document is asked for and not `selesai`."""
    p, b, g = PesertaLapangan, BerkasLapangan, KegiatanLapangan
    hasil: dict[tuple[int, str], str] = {}
    for awal in range(0, len(penduduk_ids), 5000):
        baris = sesi.execute(
            select(p.penduduk_id, b.jenis, g.nama)
            .join(b, b.peserta_id == p.id)
            .join(g, g.id == p.kegiatan_id)
            .where(
                p.kegiatan_id != kegiatan_id, g.keadaan.in_(("rencana", "berjalan")), b.keadaan != selesai,
                p.penduduk_id.in_(list(penduduk_ids[awal : awal + 5000])),
            )
        )  # fmt: skip
        hasil.update({(x[0], x[1]): x[2] for x in baris if x[0] is not None})
    return hasil


def banyak_per_keadaan(sesi: Session, kegiatan_id: int | None = None) -> list[tuple[int, str, int]]:
    """(visit, state, number of documents) of one visit or of all."""
    return [
        (b[0], b[1], b[2])
        for b in sesi.execute(
            select(PesertaLapangan.kegiatan_id, BerkasLapangan.keadaan, func.count())
            .join(BerkasLapangan, BerkasLapangan.peserta_id == PesertaLapangan.id)
            .where(true() if kegiatan_id is None else PesertaLapangan.kegiatan_id == kegiatan_id)
            .group_by(PesertaLapangan.kegiatan_id, BerkasLapangan.keadaan)
        )
    ]


def banyak_peserta(sesi: Session, kegiatan_id: int | None = None) -> dict[int, int]:
    """Number of participants by visit."""
    pernyataan = select(PesertaLapangan.kegiatan_id, func.count()).group_by(PesertaLapangan.kegiatan_id)
    if kegiatan_id is not None:
        pernyataan = pernyataan.where(PesertaLapangan.kegiatan_id == kegiatan_id)
    return {b[0]: b[1] for b in sesi.execute(pernyataan)}


def status_dasar(sesi: Session, kegiatan_id: int) -> dict[int, int]:
    """Present status of each participant who is in the books, by participant."""
    pernyataan = (
        select(PesertaLapangan.id, Penduduk.status_dasar)
        .join(Penduduk, Penduduk.id == PesertaLapangan.penduduk_id)
        .where(PesertaLapangan.kegiatan_id == kegiatan_id)
    )
    return {b[0]: b[1] for b in sesi.execute(pernyataan)}


def perangkat_kembali(sesi: Session, kegiatan_id: int) -> set[str]:
    """Letters of the laptops whose work was merged."""
    g = GabunganLapangan
    return set(sesi.scalars(select(g.perangkat).where(g.kegiatan_id == kegiatan_id)))
