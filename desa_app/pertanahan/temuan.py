"""Findings on land (buku.md 3.6) as the land page shows them: the same checks as *Pemeriksaan data*."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models.tanah import GUNA, HAK, JENIS_TKD, OLEH
from db.queries import tanah as kueri
from db.queries.tanah_keluarga import pemilik_warga
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.tanah import BidangCek, periksa_tanah
from desa_app.pertanahan.baris import luas_a5, luas_a6

_HAK = tuple(h.lower() for h in HAK)


@dataclass(frozen=True)
class TemuanTanah:
    """One finding: named check, severity, parcel, what was found."""

    kode: str
    tingkat: str
    """GALAT, PERINGATAN or INFO."""
    bidang_id: int
    uraian: str


@kasus(Izin.BUKU_BACA)
def temuan_tanah(k: Konteks) -> list[TemuanTanah]:
    """Every finding on standing parcels, sums first, then numbers, then owners."""
    with k.baca() as sesi:
        semua = list(periksa_tanah(bidang_cek(sesi)))
    return [TemuanTanah(h.kode, h.derajat, h.bidang_id or 0, f"{h.uraian}.") for h in semua]


def bidang_cek(sesi: Session) -> list[BidangCek]:
    """Every standing parcel as the checks see it, oldest first."""
    pemilik: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for p in pemilik_warga(sesi):
        pemilik[p.bidang_id].append((p.nama, p.status_dasar))
    bagian = kueri.bagian(sesi)
    hasil = []
    for id_, b in kueri.bidang(sesi, aktif=True).items():
        a6, a5 = luas_a6(b._mapping), luas_a5(b._mapping)
        hasil.append(
            BidangCek(
                id_, b.luas, sum(a6[h] for h in _HAK), sum(a6[g] for g in GUNA), b.tkd,
                sum(a5[o] for o in OLEH), sum(a5[j] for j in JENIS_TKD),
                a5["patok_ada"] + a5["patok_tidak"], a5["papan_ada"] + a5["papan_tidak"],
                b.no_sertifikat, b.letter_c, b.persil, b.sppt, tuple(pemilik[id_]),
                tuple(sorted(bagian.get(id_, ()))),
            )
        )  # fmt: skip
    return hasil
