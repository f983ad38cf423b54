"""Entering, correcting and reading one parcel."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from db.models import DokumenBidang
from db.queries import tanah as kueri
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.isian import BagianMasuk, bersihkan, periksa_bagian
from desa_app.pertanahan.pemilik import PemilikInfo, nama_pemilik, pemilik_dari
from desa_app.pertanahan.pencatat import Bagian, Pencatat, baca_bidang_aktif, milik_desa
from desa_app.pertanahan.sketsa import batas_dari_sketsa


@dataclass(frozen=True)
class BidangInfo:
    """One parcel with its owners. `kolom` holds the stored columns, areas in 1/100 m²."""

    id: int
    kolom: Mapping[str, Any]
    dusun: str
    pemilik: tuple[tuple[PemilikInfo, Fraction], ...]
    dokumen: tuple["DokumenInfo", ...]

    @property
    def luas(self) -> int:
        """Whole area in 1/100 m²."""
        return int(self.kolom["luas"])


@dataclass(frozen=True, kw_only=True)
class DokumenInfo:
    """A paper that speaks for a parcel."""

    jenis: str
    nomor: str = ""
    tanggal: dt.date | None = None
    ket: str = ""
    id: int | None = None


@kasus(Izin.BUKU_UBAH)
def catat_bidang(
    k: Konteks, mentah: Mapping[str, Any], pemilik: Sequence[BagianMasuk], *, tanggal: dt.date | None = None
) -> int:
    """Enter a parcel; returns its id. Raises ValidationFailed with every problem beside its field."""
    with k.tulis("bidang.catat") as t:
        return bidang_baru(t, mentah, pemilik, tanggal or k.jam.hari_ini())


def bidang_baru(
    t: Transaksi, mentah: Mapping[str, Any], pemilik: Sequence[BagianMasuk], tanggal: dt.date,
    tgl_buku: dt.date | None = None, ket: str = "",
) -> int:  # fmt: skip
    """The same inside an open change; `ket` is a note of the act of entry."""
    issues: list[FieldIssue] = []
    bagian: Bagian = {}
    try:
        bagian = kumpulkan(t, pemilik)
    except ValidationFailed as galat:
        issues += galat.issues
    try:
        kolom = bersihkan(t.sesi, mentah, tkd=bool(bagian) and milik_desa(t.sesi, bagian))
    except ValidationFailed as galat:
        raise ValidationFailed([*galat.issues, *issues]) from None
    if issues:
        raise ValidationFailed(issues)
    pencatat = Pencatat(t, "awal", tanggal)
    bidang_id = pencatat.baru({**kolom, "aktif": True}, bagian)
    pencatat.selesai("", tgl_buku=tgl_buku, ket=ket)
    return bidang_id


def kumpulkan(t: Transaksi, pemilik: Sequence[BagianMasuk], kunci: str = "pemilik") -> Bagian:
    """Shares by owner; the same owner twice is one owner. Raises ValidationFailed."""
    if issues := periksa_bagian([b.bagian for b in pemilik], kunci):
        raise ValidationFailed(issues)
    hasil: Bagian = {}
    for b in pemilik:
        id_ = pemilik_dari(t.sesi, b.pemilik, kunci).id
        hasil[id_] = hasil.get(id_, Fraction(0)) + b.bagian
    return hasil


@kasus(Izin.BUKU_UBAH)
def perbaiki_bidang(
    k: Konteks, bidang_id: int, mentah: Mapping[str, Any], pemilik: Sequence[BagianMasuk] | None = None
) -> None:
    """Correct what was entered: not a change of the land itself, so the books show no mutation."""
    with k.tulis("bidang.perbaiki") as t:
        kolom, bagian = baca_bidang_aktif(t.sesi, bidang_id)
        if pemilik is not None:
            bagian = kumpulkan(t, pemilik)
        baru = bersihkan(t.sesi, mentah, tkd=milik_desa(t.sesi, bagian), asal=kolom)
        pencatat = Pencatat(t, "perbaikan", k.jam.hari_ini())
        pencatat.ubah(bidang_id, baru, bagian)
        pencatat.selesai("")


@kasus(Izin.BUKU_UBAH)
def isi_batas_dari_sketsa(k: Konteks, bidang_id: int) -> dict[str, str]:
    """Take the neighbours that the outlines show as boundaries; returns those that were found.

    Directions without a neighbour keep what was written.
    """
    if batas := batas_dari_sketsa(k, bidang_id):
        perbaiki_bidang(k, bidang_id, batas)
    return batas


@kasus(Izin.BUKU_UBAH)
def tetapkan_bukti(k: Konteks, bidang_ids: Sequence[int], *, lengkap: bool, alasan: str) -> None:
    """Say that the evidence of parcels is complete, or not, and why (SPM-2)."""
    if not alasan.strip():
        raise ValidationFailed(
            [FieldIssue("bukti_alasan", "Sebutkan dasarnya, misalnya nomor Keputusan Kepala Desa.")]
        )
    with k.tulis("bidang.bukti") as t:
        pencatat = Pencatat(t, "bukti", k.jam.hari_ini())
        for bidang_id in bidang_ids:
            kolom, bagian = baca_bidang_aktif(t.sesi, bidang_id)
            pencatat.ubah(
                bidang_id, {**kolom, "bukti_lengkap": lengkap, "bukti_alasan": alasan.strip()}, bagian
            )
        pencatat.selesai("")


@kasus(Izin.BUKU_BACA)
def baca_bidang(k: Konteks, bidang_id: int) -> BidangInfo:
    """One parcel, standing or ended. Raises TidakDitemukan."""
    with k.baca() as sesi:
        baris = kueri.bidang(sesi, [bidang_id]).get(bidang_id)
        if baris is None:
            raise TidakDitemukan("Bidang tanah itu tidak ada.")
        bagian = kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])
        nama = nama_pemilik(sesi, [p for p, _, _ in bagian])
        dokumen = sesi.scalars(
            select(DokumenBidang).where(DokumenBidang.bidang_id == bidang_id).order_by(DokumenBidang.id)
        )
        return BidangInfo(
            bidang_id, dict(baris._mapping), baris.dusun or "",
            tuple((nama[p], Fraction(a, b)) for p, a, b in bagian),
            tuple(
                DokumenInfo(jenis=d.jenis, nomor=d.nomor, tanggal=d.tanggal, ket=d.ket, id=d.id)
                for d in dokumen
            ),
        )  # fmt: skip


@kasus(Izin.BUKU_UBAH)
def tambah_dokumen(k: Konteks, bidang_id: int, dokumen: DokumenInfo) -> int:
    """Note a paper of a parcel; returns its id."""
    if not dokumen.jenis.strip():
        raise ValidationFailed(
            [FieldIssue("jenis", "Jenis surat wajib diisi, misalnya Surat Keterangan Tanah.")]
        )
    with k.tulis("bidang.dokumen") as t:
        baca_bidang_aktif(t.sesi, bidang_id)
        baru = DokumenBidang(
            bidang_id=bidang_id, jenis=dokumen.jenis.strip(), nomor=dokumen.nomor.strip(),
            tanggal=dokumen.tanggal, ket=dokumen.ket.strip(),
        )  # fmt: skip
        t.sesi.add(baru)
        t.sesi.flush()
        t.catat(f"bidang:{bidang_id}", None, {"dokumen": baru.jenis, "nomor": baru.nomor})
        return baru.id
