"""Who and what an act on a parcel probably means: offered by the guided dialogs, never assumed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Mutasi, PemilikTanah, Penduduk
from db.queries import tanah as kueri
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import letak_bidang, nomor_bidang
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.pemilik import nama_pemilik

_INTI = (2, 3, 4)
"""SHDK of husband, wife and child: those who inherit first."""


@dataclass(frozen=True)
class BidangRingkas:
    """A standing parcel in two lines of a pick list."""

    id: int
    judul: str
    """`Bidang 12 · 718 m² · MA`."""
    pemilik: str
    rincian: str
    """Numbers and place."""


@kasus(Izin.BUKU_BACA)
def cari_bidang(k: Konteks, teks: str, batas: int = 30) -> list[BidangRingkas]:
    """Standing parcels by number, certificate, letter C, place or owner; an exact number comes first."""
    with k.baca() as sesi:
        ids = kueri.ids_bidang(sesi, teks)[:batas]
        nomor = int(teks) if teks.strip().isdecimal() and len(teks.strip()) < 10 else 0
        if nomor and nomor in kueri.bidang(sesi, [nomor], aktif=True):
            ids = [nomor, *(i for i in ids if i != nomor)]
        return _ringkas(sesi, ids)


@kasus(Izin.BUKU_BACA)
def calon_gabung(k: Konteks, bidang_id: int) -> list[BidangRingkas]:
    """Other standing parcels of the same owners in the same shares and under the same right."""
    with k.baca() as sesi:
        pemilik = kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])
        ids = kueri.bidang_pemilik(sesi, [p for p, _, _ in pemilik])
        bidang, bagian = kueri.bidang(sesi, ids), kueri.bagian(sesi, ids)
        if bidang_id not in bidang:
            return []
        sama = [
            i
            for i in ids
            if i != bidang_id
            and bidang[i].hak == bidang[bidang_id].hak
            and sorted(bagian[i]) == sorted(pemilik)
        ]
        return _ringkas(sesi, sama)


def _ringkas(sesi: Session, ids: Sequence[int]) -> list[BidangRingkas]:
    bidang, bagian = kueri.bidang(sesi, ids), kueri.bagian(sesi, ids)
    nama = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
    hasil = []
    for i in ids:
        b = bidang[i]
        pemilik = ", ".join(nama[p].nama for p, _, _ in bagian.get(i, ()))
        letak = letak_bidang(b._mapping, b.dusun or "")
        rincian = " · ".join(x for x in (nomor_bidang(b._mapping), letak) if x)
        hasil.append(BidangRingkas(i, f"Bidang {i} · {teks_luas(b.luas)} m² · {b.hak}", pemilik, rincian))
    return hasil


@kasus(Izin.BUKU_BACA)
def calon_ahli_waris(k: Konteks, bidang_id: int) -> list[int]:
    """Residents who probably inherit a parcel: spouse and children of the owners who died, else the other
    members of their families. When no owner died, of all owners."""
    with k.baca() as sesi:
        pemilik = [p for p, _, _ in kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])]
        orang = sesi.execute(
            select(Penduduk.id, Penduduk.keluarga_id, Penduduk.status_dasar)
            .join(PemilikTanah, PemilikTanah.penduduk_id == Penduduk.id)
            .where(PemilikTanah.id.in_(pemilik), Penduduk.keluarga_id.is_not(None))
        ).all()
        asal = [o for o in orang if o.status_dasar == 2] or orang
        semua = sesi.execute(
            select(Penduduk.id, Mutasi.shdk)
            .join(Mutasi, Mutasi.penduduk_id == Penduduk.id)
            .where(
                Mutasi.keluarga_id.in_([o.keluarga_id for o in asal]), Penduduk.status_dasar.in_((1, 4)),
                Penduduk.id.not_in([o.id for o in asal]),
            )
            .order_by(Penduduk.tanggal_lahir, Penduduk.id)
        ).all()  # fmt: skip
    inti = list(dict.fromkeys(b.id for b in semua if b.shdk in _INTI))
    return inti or list(dict.fromkeys(b.id for b in semua))
