"""History of a parcel: every act, and the tree of parcels it came from and became."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import MutasiBidang, MutasiTanah
from db.queries import tanah as kueri
from desa_app.bahasa import tanggal_pendek
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.pemilik import nama_pemilik
from desa_app.pertanahan.pencatat import NAMA_ACARA


@dataclass(frozen=True)
class AcaraTanah:
    """One act as the history shows it."""

    id: int
    jenis: str
    nama: str
    tanggal: dt.date
    uraian: str
    dasar: str
    ket: str
    oleh: str
    dibatalkan: bool
    bisa_batal: bool
    """Whether it is the newest act that stands on this parcel."""


@dataclass(frozen=True)
class SimpulBidang:
    """One parcel in the tree of splits and mergers."""

    id: int
    luas: int
    aktif: bool
    jadi: str
    """The act that ended it, `Pemecahan 12-03-2026`; empty while it stands."""
    pemilik: str
    """Its owners now, or when it ended."""
    anak: tuple["SimpulBidang", ...]


@kasus(Izin.BUKU_BACA)
def riwayat_bidang(k: Konteks, bidang_id: int) -> list[AcaraTanah]:
    """Acts on a parcel, newest first; undone ones stay visible."""
    with k.baca() as sesi:
        acara = list(
            sesi.scalars(
                select(MutasiTanah)
                .join(MutasiBidang, MutasiBidang.mutasi_id == MutasiTanah.id)
                .where(MutasiBidang.bidang_id == bidang_id)
                .order_by(MutasiTanah.id.desc())
            )
        )
        batal = {a.membatalkan_id for a in acara if a.membatalkan_id}
        berlaku = next((a.id for a in acara if a.id not in batal and a.jenis != "batal"), None)
        return [
            AcaraTanah(
                a.id, a.jenis, NAMA_ACARA[a.jenis], a.tanggal, a.uraian, a.dasar, a.ket, a.dicatat_oleh,
                a.id in batal, a.id == berlaku,
            )
            for a in acara
        ]  # fmt: skip


@kasus(Izin.BUKU_BACA)
def pohon_bidang(k: Konteks, bidang_id: int) -> list[SimpulBidang]:
    """The trees to which a parcel belongs, from the parcels that were entered first."""
    with k.baca() as sesi:
        turunan, leluhur, nama = _hubungan(sesi)
        akar = _akar(bidang_id, leluhur)
        keluarga = _keturunan(akar, turunan)
        bidang, bagian = kueri.bidang(sesi, keluarga), kueri.bagian(sesi, keluarga)
        orang = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
    if bidang_id not in bidang:
        raise TidakDitemukan("Bidang tanah itu tidak ada.")
    terpasang = set[int]()

    def simpul(id_: int) -> SimpulBidang:
        # parcels that met again in a merger stand under the first of their parents only
        anak = () if id_ in terpasang else tuple(turunan.get(id_, ()))
        terpasang.add(id_)
        pemilik = ", ".join(orang[p].nama for p, _, _ in bagian.get(id_, ()))
        cabang = tuple(simpul(a) for a in anak)
        return SimpulBidang(
            id_, bidang[id_].luas, bool(bidang[id_].aktif), nama.get(id_, ""), pemilik, cabang
        )

    return [simpul(a) for a in akar]


def _akar(bidang_id: int, leluhur: Mapping[int, list[int]]) -> list[int]:
    """The parcels entered first from which a parcel comes."""
    akar, antre, dilihat = set[int](), [bidang_id], {bidang_id}
    while antre:
        ini = antre.pop()
        if not leluhur.get(ini):
            akar.add(ini)
        baru = [x for x in leluhur.get(ini, ()) if x not in dilihat]
        dilihat.update(baru)
        antre += baru
    return sorted(akar)


def _keturunan(akar: Sequence[int], turunan: Mapping[int, list[int]]) -> list[int]:
    """The parcels themselves and everything that came of them."""
    hasil, antre = set(akar), list(akar)
    while antre:
        baru = [x for x in turunan.get(antre.pop(), ()) if x not in hasil]
        hasil.update(baru)
        antre += baru
    return sorted(hasil)


def _hubungan(sesi: Session) -> tuple[dict[int, list[int]], dict[int, list[int]], dict[int, str]]:
    """Children and parents of parcels by the acts that stand, and the act that ended each."""
    batal = select(MutasiTanah.membatalkan_id).where(MutasiTanah.membatalkan_id.is_not(None))
    peran: defaultdict[int, dict[str, list[int]]] = defaultdict(
        lambda: {"asal": [], "hasil": [], "tetap": []}
    )
    uraian: dict[int, str] = {}
    for b in sesi.execute(
        select(
            MutasiBidang.mutasi_id,
            MutasiBidang.bidang_id,
            MutasiBidang.peran,
            MutasiTanah.jenis,
            MutasiTanah.tanggal,
        )
        .join(MutasiTanah, MutasiTanah.id == MutasiBidang.mutasi_id)
        .where(
            MutasiTanah.id.not_in(batal), MutasiTanah.jenis.not_in(("awal", "perbaikan", "bukti", "batal"))
        )
        .order_by(MutasiBidang.id)
    ):
        peran[b.mutasi_id][b.peran].append(b.bidang_id)
        uraian[b.mutasi_id] = f"{NAMA_ACARA[b.jenis]} {tanggal_pendek(b.tanggal)}"
    turunan: dict[int, list[int]] = {}
    leluhur: defaultdict[int, list[int]] = defaultdict(list)
    nama: dict[int, str] = {}
    for mutasi, isi in peran.items():
        for asal in isi["asal"]:
            turunan[asal] = isi["hasil"]
            nama[asal] = uraian[mutasi]
            for hasil in isi["hasil"]:
                leluhur[hasil].append(asal)
    return turunan, dict(leluhur), nama
