"""Sketches: storing an outline, its neighbours, GeoJSON in and out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.models import Bidang, MutasiBidang, Setelan, Sketsa
from db.queries import tanah as kueri
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.geojson import baca_geojson, patok_geojson, tulis_geojson
from desa_app.pertanahan.geometri import (
    Sudut,
    TitikNol,
    arah_sisi,
    luas_sudut,
    periksa_sudut,
    sisi_bersama,
)
from desa_app.pertanahan.pemilik import nama_pemilik
from desa_app.pertanahan.pencatat import baca_bidang_aktif
from desa_app.pertanahan.setelan import KUNCI, setelan_tanah

TERBANYAK_SEKITAR = 150
"""Outlines shown around a parcel that has none itself, so that a village of sketches stays quick."""


@dataclass(frozen=True)
class Tetangga:
    """A parcel nearby with its outline and what stands on its ground in the drawing."""

    bidang_id: int
    sudut: tuple[Sudut, ...]
    nama: str
    asal: bool = False
    """Whether it is an ended parcel that this one came from: a guide for drawing, not a neighbour."""


@dataclass(frozen=True)
class SketsaInfo:
    """An outline with what is needed to draw it. Areas in 1/100 m²."""

    bidang_id: int
    sudut: tuple[Sudut, ...]
    patok: tuple[int, ...]
    tercatat: int
    """Area by the book."""
    pemilik: str
    tetangga: tuple[Tetangga, ...]
    titik_nol: TitikNol | None

    @property
    def terhitung(self) -> int:
        """Area by the corners."""
        return luas_sudut(self.sudut) if len(self.sudut) > 2 else 0

    @property
    def selisih(self) -> int:
        """How much more the corners give than the book."""
        return self.terhitung - self.tercatat


@kasus(Izin.BUKU_BACA)
def baca_sketsa(k: Konteks, bidang_id: int) -> SketsaInfo:
    """The outline of a parcel (no corners when none was drawn) and the standing parcels around it."""
    with k.baca() as sesi:
        return sketsa_dari(sesi, bidang_id)


def sketsa_dari(sesi: Session, bidang_id: int) -> SketsaInfo:
    """The same inside an open session."""
    bidang = sesi.get(Bidang, bidang_id)
    if bidang is None:
        raise TidakDitemukan("Bidang tanah itu tidak ada.")
    ini = sesi.get(Sketsa, bidang_id)
    sudut = _sudut(ini.sudut) if ini else ()
    asal = {} if sudut else _sketsa_asal(sesi, bidang_id)
    dekat = _dekat(sesi, bidang, [sudut] if sudut else list(asal.values()))
    nama = _nama(sesi, [bidang_id, *dekat])
    return SketsaInfo(
        bidang_id, sudut, tuple(ini.patok) if ini else (), bidang.luas, nama.get(bidang_id, ""),
        (
            *(Tetangga(i, s, "asal bidang ini", asal=True) for i, s in asal.items()),
            *(Tetangga(i, s, nama.get(i, "")) for i, s in dekat.items()),
        ),
        setelan_tanah(sesi).titik_nol,
    )  # fmt: skip


def _dekat(sesi: Session, bidang: Bidang, sekitar: Sequence[Sequence[Sudut]]) -> dict[int, tuple[Sudut, ...]]:
    """Outlines of standing parcels around the given ones; without any, of the newest in the same dusun."""
    lain = (
        select(Sketsa.bidang_id, Sketsa.sudut)
        .join(Bidang, Bidang.id == Sketsa.bidang_id)
        .where(Bidang.aktif.is_(True), Sketsa.bidang_id != bidang.id)
        .order_by(Sketsa.bidang_id)
    )
    if not sekitar:
        lain = lain.where(Bidang.dusun_id.is_not_distinct_from(bidang.dusun_id))
        lain = lain.order_by(None).order_by(Sketsa.diubah.desc(), Sketsa.bidang_id).limit(TERBANYAK_SEKITAR)
    semua = {b.bidang_id: _sudut(b.sudut) for b in sesi.execute(lain)}
    if not sekitar:
        return semua
    return {i: s for i, s in semua.items() if any(_berdekatan(a, s) for a in sekitar)}


def _sketsa_asal(sesi: Session, bidang_id: int) -> dict[int, tuple[Sudut, ...]]:
    """Outlines of the parcels that ended in the split or merger from which this one came."""
    ini, dulu = aliased(MutasiBidang), aliased(MutasiBidang)
    return {
        b.bidang_id: _sudut(b.sudut)
        for b in sesi.execute(
            select(Sketsa.bidang_id, Sketsa.sudut)
            .join(dulu, dulu.bidang_id == Sketsa.bidang_id)
            .join(ini, ini.mutasi_id == dulu.mutasi_id)
            .where(ini.bidang_id == bidang_id, ini.peran == "hasil", dulu.peran == "asal")
        )
    }


def _sudut(isi: Sequence[Sequence[int]]) -> tuple[Sudut, ...]:
    return tuple((int(x), int(y)) for x, y in isi)


def _berdekatan(a: Sequence[Sudut], b: Sequence[Sudut], jarak: int = 30_000) -> bool:
    """Whether the boxes of two outlines come within a distance (mm)."""
    for sumbu in (0, 1):
        a_min, a_max = min(s[sumbu] for s in a), max(s[sumbu] for s in a)
        b_min, b_max = min(s[sumbu] for s in b), max(s[sumbu] for s in b)
        if b_min - a_max > jarak or a_min - b_max > jarak:
            return False
    return True


def _nama(sesi: Session, ids: Sequence[int]) -> dict[int, str]:
    bagian = kueri.bagian(sesi, ids)
    nama = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
    return {i: nama[isi[0][0]].nama + (" dkk." if len(isi) > 1 else "") for i, isi in bagian.items()}


@kasus(Izin.BUKU_UBAH)
def simpan_sketsa(
    k: Konteks, bidang_id: int, sudut: Sequence[Sudut], patok: Sequence[int] = ()
) -> SketsaInfo:
    """Store an outline. Raises ValidationFailed when it crosses itself or cannot be one."""
    with k.tulis("sketsa.simpan") as t:
        tulis_sketsa(t, bidang_id, sudut, patok)
        return sketsa_dari(t.sesi, bidang_id)


def tulis_sketsa(t: Transaksi, bidang_id: int, sudut: Sequence[Sudut], patok: Sequence[int] = ()) -> None:
    """The same inside an open change."""
    if masalah := periksa_sudut(sudut):
        raise ValidationFailed([FieldIssue("sudut", masalah)])
    baca_bidang_aktif(t.sesi, bidang_id)
    lama = t.sesi.get(Sketsa, bidang_id)
    sebelum = {"sudut": lama.sudut, "patok": lama.patok} if lama else None
    isi = {"sudut": [list(s) for s in sudut], "patok": sorted({p for p in patok if 0 <= p < len(sudut)})}
    t.sesi.merge(Sketsa(bidang_id=bidang_id, diubah=t.konteks.jam.sekarang(), **isi))
    t.sesi.flush()
    t.catat(f"sketsa:{bidang_id}", sebelum, isi)


@kasus(Izin.BUKU_UBAH)
def hapus_sketsa(k: Konteks, bidang_id: int) -> SketsaInfo:
    """Take an outline away; the audit trail keeps its corners. Returns what may be drawn on."""
    with k.tulis("sketsa.hapus") as t:
        lama = t.sesi.get(Sketsa, bidang_id)
        if lama is None:
            raise TidakDitemukan("Bidang ini belum punya sketsa.")
        t.catat(f"sketsa:{bidang_id}", {"sudut": lama.sudut, "patok": lama.patok}, None)
        t.sesi.delete(lama)
        t.sesi.flush()
        return sketsa_dari(t.sesi, bidang_id)


@kasus(Izin.BUKU_BACA)
def batas_dari_sketsa(k: Konteks, bidang_id: int) -> dict[str, str]:
    """Boundaries by the outlines: `batas_utara` and so on with the neighbours that share a side there.

    Directions without a neighbour are left out: a road or a river is nobody's parcel.
    """
    with k.baca() as sesi:
        sketsa = sketsa_dari(sesi, bidang_id)
    hasil: dict[str, list[str]] = {}
    for t in sketsa.tetangga if sketsa.sudut else ():
        for nomor in sisi_bersama(sketsa.sudut, t.sudut):
            hasil.setdefault(f"batas_{arah_sisi(sketsa.sudut, nomor)}", []).append(t.nama)
    return {arah: ", ".join(dict.fromkeys(nama)) for arah, nama in hasil.items()}


@kasus(Izin.BUKU_BACA)
def ekspor_geojson(k: Konteks, bidang_id: int) -> str:
    """The outline as GeoJSON; numbers of the parcel, no names."""
    with k.baca() as sesi:
        sketsa = sketsa_dari(sesi, bidang_id)
    if not sketsa.sudut:
        raise TidakDitemukan("Bidang ini belum punya sketsa. Gambarlah dulu, lalu ekspor.")
    return tulis_geojson(sketsa.sudut, {"bidang": bidang_id}, sketsa.titik_nol, sketsa.patok)


@kasus(Izin.BUKU_UBAH)
def impor_geojson(k: Konteks, bidang_id: int, teks: str) -> SketsaInfo:
    """Store the outline of a GeoJSON text. The first one with GPS positions sets the zero point."""
    with k.tulis("sketsa.impor") as t:
        setelan = setelan_tanah(t.sesi)
        try:
            sudut, nol = baca_geojson(teks, setelan.titik_nol)
        except ValueError as galat:
            raise ValidationFailed(
                [FieldIssue("berkas", f"Berkas ini tidak dapat dipakai: {galat}.")]
            ) from None
        if nol is not None and setelan.titik_nol is None:
            tetapkan_nol(t, nol)
        tulis_sketsa(t, bidang_id, sudut, patok_geojson(teks))
        return sketsa_dari(t.sesi, bidang_id)


def tetapkan_nol(t: Transaksi, nol: TitikNol) -> None:
    """Set the village's zero point, once."""
    lama = setelan_tanah(t.sesi)
    nilai = {
        "centang_tanda": lama.centang_tanda, "kelas_tambahan": list(lama.kelas_tambahan),
        "titik_nol": [nol.lintang, nol.bujur],
    }  # fmt: skip
    t.sesi.merge(Setelan(kunci=KUNCI, nilai=nilai))
    t.catat("setelan:tanah", None, {"titik_nol": nilai["titik_nol"]})


@kasus(Izin.BUKU_UBAH)
def titik_nol_desa(k: Konteks, lintang: float, bujur: float) -> TitikNol:
    """The village's zero point; a village without one takes this place (rounded to 0.1 m)."""
    with k.baca() as sesi:
        ada = setelan_tanah(sesi).titik_nol
    if ada is not None:
        return ada
    nol = TitikNol(round(lintang, 6), round(bujur, 6))
    with k.tulis("tanah.titik_nol") as t:
        tetapkan_nol(t, nol)
    return nol
