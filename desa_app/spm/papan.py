"""The checklist as the Triwulan page, the report and Beranda see it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import BuktiSpm, Dusun, KegiatanSpm
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.bukti import BuktiInfo, bukti_objek
from desa_app.spm.dasar import Dasar, Hitungan, dasar_target
from desa_app.spm.rencana import (
    ASPEK,
    SATUAN_ASPEK,
    Langkah,
    Status,
    bagi_menurut,
    langkah,
    langkah_aspek,
    rentang_langkah,
    status_langkah,
    tahun_langkah,
    target_triwulan,
)
from desa_app.spm.setelan import SetelanSpm, setelan_dari


@dataclass(frozen=True)
class SelLangkah:
    """One step in one year: what was to be reached, what was."""

    langkah: Langkah
    tahun: int
    rentang: tuple[dt.date, dt.date]
    target: int | None
    """None for steps without a number, or while nothing is known to count."""
    realisasi: int
    status: Status
    kegiatan: int
    bukti: int

    @property
    def per_seribu(self) -> int:
        """Progress in per mille; may pass 1000."""
        if self.target:
            return self.realisasi * 1000 // self.target
        return 1000 if self.status is Status.SELESAI else 0

    @property
    def sisa(self) -> int:
        """How many are still to be reached."""
        return max(0, (self.target or 0) - self.realisasi)


@dataclass(frozen=True)
class BarisTahun:
    """One year of a plan."""

    tahun_ke: int
    tahun: int
    sel: tuple[SelLangkah, ...]
    dasar: int
    """Base of the 25 %; 0 when nothing is known to count."""

    @property
    def per_seribu(self) -> int:
        """Mean progress of its steps, none counting more than whole."""
        return sum(min(1000, s.per_seribu) for s in self.sel) // len(self.sel)


@dataclass(frozen=True)
class PapanAspek:
    """One of the four plans."""

    aspek: str
    nama: str
    satuan: str
    tahun: tuple[BarisTahun, ...]

    @property
    def per_seribu(self) -> int:
        """Mean progress of its years."""
        return sum(b.per_seribu for b in self.tahun) // len(self.tahun)


@dataclass(frozen=True)
class PapanTriwulan:
    """All four plans. Without a start year the five-year plans are counted from this year, as a preview."""

    tahun_mulai: int | None
    hari_ini: dt.date
    aspek: tuple[PapanAspek, ...]

    @property
    def per_seribu(self) -> int:
        """Progress of the whole."""
        return sum(a.per_seribu for a in self.aspek) // len(self.aspek)

    def sel(self) -> Iterable[SelLangkah]:
        """Every step, plan by plan."""
        return (s for a in self.aspek for b in a.tahun for s in b.sel)


@dataclass(frozen=True)
class _Capaian:
    jumlah: int = 0
    tuntas: bool = False
    kegiatan: int = 0
    bukti: int = 0


@kasus(Izin.INDIKATOR_BACA)
def papan_triwulan(k: Konteks, pada: dt.date | None = None) -> PapanTriwulan:
    """The four plans as of a day (today)."""
    with k.baca() as sesi:
        return papan_dari(sesi, pada or k.jam.hari_ini())


def papan_dari(sesi: Session, pada: dt.date) -> PapanTriwulan:
    """`papan_triwulan` inside an open session."""
    setelan, capaian = setelan_dari(sesi), _semua_capaian(sesi, pada)
    aspek = tuple(_aspek(sesi, kunci, setelan, capaian, pada) for kunci in ASPEK)
    return PapanTriwulan(setelan.tahun_mulai, pada, aspek)


def _semua_capaian(sesi: Session, pada: dt.date) -> dict[tuple[str, int], _Capaian]:
    """What was done by the end of a day, by (step, year)."""
    kunci = KegiatanSpm.langkah, KegiatanSpm.tahun
    bukti = dict(_banyak_bukti(sesi))
    hasil: dict[tuple[str, int], _Capaian] = {}
    baris = sesi.execute(
        select(*kunci, KegiatanSpm.id, KegiatanSpm.jumlah, KegiatanSpm.tuntas).where(
            KegiatanSpm.batal.is_(False), KegiatanSpm.tanggal <= pada
        )
    )
    for kode, tahun, id_, jumlah, tuntas in baris:
        c = hasil.get((kode, tahun), _Capaian())
        berkas = bukti.get(f"kegiatan:{id_}", 0)
        hasil[kode, tahun] = _Capaian(c.jumlah + jumlah, c.tuntas or tuntas, c.kegiatan + 1, c.bukti + berkas)
    return hasil


def _banyak_bukti(sesi: Session) -> Iterable[tuple[str, int]]:
    pernyataan = select(BuktiSpm.objek, func.count()).group_by(BuktiSpm.objek)
    return ((objek, banyak) for objek, banyak in sesi.execute(pernyataan))


def _aspek(
    sesi: Session, aspek: str, setelan: SetelanSpm, capaian: dict[tuple[str, int], _Capaian], pada: dt.date
) -> PapanAspek:
    menurut: dict[int, list[Langkah]] = defaultdict(list)
    for isi in langkah_aspek(aspek):
        menurut[isi.tahun_ke].append(isi)
    mulai = setelan.tahun_mulai or pada.year
    baris, ingat = [], Hitungan()
    for ke, daftar in menurut.items():
        for tahun in [mulai + ke - 1] if ke else range(min(mulai, pada.year), pada.year + 1):
            dasar = dasar_target(sesi, aspek, tahun, pada, ingat) if daftar[0].berbagian else None
            sel = tuple(_sel(isi, tahun, dasar, capaian.get((isi.kode, tahun)), pada) for isi in daftar)
            baris.append(BarisTahun(ke, tahun, sel, dasar.jumlah if dasar else 0))
    return PapanAspek(aspek, ASPEK[aspek], SATUAN_ASPEK.get(aspek, ""), tuple(baris))


def _sel(
    isi: Langkah, tahun: int, dasar: Dasar | None, capaian: _Capaian | None, pada: dt.date
) -> SelLangkah:
    c, rentang = capaian or _Capaian(), rentang_langkah(isi, tahun)
    target = target_triwulan(dasar.jumlah, isi.triwulan) if dasar and dasar.jumlah and isi.triwulan else None
    if not isi.berbagian:
        target = None
    tercapai = c.jumlah >= target if target else c.tuntas
    status = status_langkah(rentang, pada, tercapai=tercapai, ada_kegiatan=c.kegiatan > 0)
    return SelLangkah(isi, tahun, rentang, target, c.jumlah, status, c.kegiatan, c.bukti)


@dataclass(frozen=True)
class KegiatanInfo:
    """One activity as lists show it."""

    id: int
    tanggal: dt.date
    dusun: str
    jumlah: int
    tuntas: bool
    petugas: str
    tempat: str
    catatan: str
    dicatat_oleh: str
    susulan: bool
    """Done after the end of its quarter."""
    batal: bool
    alasan_batal: str
    bukti: tuple[BuktiInfo, ...]


@dataclass(frozen=True)
class BagianDusun:
    """One dusun's share of a quarter."""

    dusun_id: int
    dusun: str
    target: int
    realisasi: int
    bukti: int


@dataclass(frozen=True)
class RincianLangkah:
    """Everything about one step in one year."""

    sel: SelLangkah
    satuan: str
    per_dusun: tuple[BagianDusun, ...]
    kegiatan: tuple[KegiatanInfo, ...]
    """Newest first, cancelled ones too: the history."""
    dasar: Dasar | None


@kasus(Izin.INDIKATOR_BACA)
def rincian_langkah(k: Konteks, kode: str, tahun: int | None = None) -> RincianLangkah:
    """One step with its dusun and its history."""
    pada = k.jam.hari_ini()
    with k.baca() as sesi:
        isi = langkah(kode)
        if isi is None:
            raise TidakDitemukan("Langkah kegiatan itu tidak ada dalam peraturan.")
        setelan = setelan_dari(sesi)
        tahun = tahun_langkah(isi, setelan.tahun_mulai or pada.year, tahun or pada.year)
        dasar = dasar_target(sesi, isi.aspek, tahun, pada) if isi.berbagian else None
        sel = _sel(isi, tahun, dasar, _semua_capaian(sesi, pada).get((kode, tahun)), pada)
        kegiatan = _kegiatan(sesi, k, isi, tahun)
        per_dusun = _per_dusun(sesi, sel, dasar, kegiatan) if dasar else ()
        return RincianLangkah(sel, SATUAN_ASPEK.get(isi.aspek, ""), per_dusun, kegiatan, dasar)


def _kegiatan(sesi: Session, k: Konteks, isi: Langkah, tahun: int) -> tuple[KegiatanInfo, ...]:
    akhir = rentang_langkah(isi, tahun)[1]
    baris = sesi.execute(
        select(KegiatanSpm, Dusun.nama)
        .outerjoin(Dusun, Dusun.id == KegiatanSpm.dusun_id)
        .where(KegiatanSpm.langkah == isi.kode, KegiatanSpm.tahun == tahun)
        .order_by(KegiatanSpm.tanggal.desc(), KegiatanSpm.id.desc())
    )
    return tuple(
        KegiatanInfo(
            g.id, g.tanggal, dusun or "", g.jumlah, g.tuntas, g.petugas, g.tempat, g.catatan, g.dicatat_oleh,
            g.tanggal > akhir, g.batal, g.alasan_batal, bukti_objek(sesi, k.basis.folder, f"kegiatan:{g.id}"),
        )
        for g, dusun in baris
    )  # fmt: skip


def _per_dusun(
    sesi: Session, sel: SelLangkah, dasar: Dasar, kegiatan: tuple[KegiatanInfo, ...]
) -> tuple[BagianDusun, ...]:
    bagian = bagi_menurut(sel.target or 0, dasar.per_dusun)
    hasil = []
    for id_, nama in sesi.execute(select(Dusun.id, Dusun.nama).order_by(Dusun.urut, Dusun.nama)):
        milik = [g for g in kegiatan if g.dusun == nama and not g.batal]
        bukti = sum(len(g.bukti) for g in milik)
        hasil.append(BagianDusun(id_, nama, bagian.get(id_, 0), sum(g.jumlah for g in milik), bukti))
    return tuple(hasil)


@kasus(Izin.INDIKATOR_BACA)
def langkah_terbuka(k: Konteks) -> tuple[SelLangkah, ...]:
    """Steps that are late or running now, late ones first: what Beranda lists next.

    Empty while the village has no start year.
    """
    papan = papan_triwulan(k)
    if papan.tahun_mulai is None:
        return ()
    terbuka = [s for s in papan.sel() if s.status in {Status.TERLAMBAT, Status.BERJALAN}]
    return tuple(
        sorted(terbuka, key=lambda s: (s.status is not Status.TERLAMBAT, s.rentang[1], s.langkah.kode))
    )
