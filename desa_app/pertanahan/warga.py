"""The land of one resident."""

from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import select

from db.models import PemilikTanah
from db.queries import tanah as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import letak_bidang, nomor_bidang


@dataclass(frozen=True)
class BidangWarga:
    """A standing parcel in which the resident has a share."""

    id: int
    nomor: str
    """Certificate, letter C and persil in one line."""
    letak: str
    luas: int
    """Whole parcel, 1/100 m²."""
    hak: str
    bagian: Fraction


@kasus(Izin.BUKU_BACA)
def bidang_warga(k: Konteks, penduduk_id: int) -> list[BidangWarga]:
    """Standing parcels of a resident with the resident's share, in the order of entry."""
    with k.baca() as sesi:
        milik = set(sesi.scalars(select(PemilikTanah.id).where(PemilikTanah.penduduk_id == penduduk_id)))
        ids = kueri.bidang_pemilik(sesi, sorted(milik))
        bidang, bagian = kueri.bidang(sesi, ids), kueri.bagian(sesi, ids)
    hasil = []
    for id_ in ids:
        kolom = dict(bidang[id_]._mapping)
        jumlah = sum((Fraction(x, y) for p, x, y in bagian.get(id_, ()) if p in milik), Fraction(0))
        letak = letak_bidang(kolom, kolom["dusun"] or "")
        hasil.append(BidangWarga(id_, nomor_bidang(kolom), letak, kolom["luas"], kolom["hak"], jumlah))
    return hasil
