"""Tasks from the gap list of SPM-2: which families are visited for their land papers, when, by whom.

A task has no progress of its own. A family is done when the land books say so, so finishing the work is
what moves the gauge.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ButirTugas, TugasCelah
from db.queries import tanah_keluarga as kueri
from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import bersih
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.kegiatan import KegiatanBaru, belum_tercatat, catat_dalam
from desa_app.spm.rencana import Langkah, langkah_aspek, tahun_langkah, triwulan_dari
from desa_app.spm.setelan import setelan_dari

KODE = "SPM-2"
"""The indicator whose rows are visited this way; people without KTP-el go to Layanan lapangan."""
KEADAAN = {"rencana": "direncanakan", "selesai": "selesai", "batal": "dibatalkan"}


@dataclass(frozen=True, kw_only=True)
class TugasBaru:
    """What the form of a task asks."""

    tanggal: dt.date
    petugas: str
    tempat: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class BidangTugas:
    """One parcel of a family in a task."""

    id: int
    nama: str
    """What people call it: certificate, Letter C and persil, or place."""
    luas: int
    """In 1/100 m²."""
    hak: str
    lengkap: bool
    alasan: str


@dataclass(frozen=True)
class KeluargaTugas:
    """One family of a task with its land today."""

    keluarga_id: int
    kepala: str
    no_kk: str
    dusun_id: int
    dusun: str
    rt: str
    rw: str
    bidang: tuple[BidangTugas, ...]

    @property
    def belum(self) -> tuple[BidangTugas, ...]:
        """Parcels that still lack evidence."""
        return tuple(b for b in self.bidang if not b.lengkap)

    @property
    def selesai(self) -> bool:
        """All of its land is proven, or it has none any more."""
        return not self.belum


@dataclass(frozen=True, kw_only=True)
class TugasInfo:
    """A task with its families."""

    id: int
    isi: TugasBaru
    keadaan: str
    alasan_batal: str
    dibuat_oleh: str
    keluarga: tuple[KeluargaTugas, ...]

    @property
    def selesai(self) -> int:
        """How many families are done."""
        return sum(x.selesai for x in self.keluarga)

    @property
    def kata(self) -> str:
        """`24 November 2026, Bagus: 3 dari 5 KK lengkap`."""
        return (
            f"{tanggal_panjang(self.isi.tanggal)}, {self.isi.petugas}: "
            f"{self.selesai} dari {len(self.keluarga)} KK lengkap"
        )


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def rencanakan_tugas(k: Konteks, masukan: TugasBaru, keluarga_ids: Sequence[int]) -> int:
    """Plan to complete the land papers of families; returns the id of the task."""
    issues = []
    if not bersih(masukan.petugas):
        issues.append(FieldIssue("petugas", "Isi petugas yang mengerjakannya."))
    if masukan.tanggal < k.jam.hari_ini():
        issues.append(FieldIssue("tanggal", "Tanggal rencana sudah lewat. Isi hari ini atau sesudahnya."))
    if not keluarga_ids:
        issues.append(FieldIssue("keluarga", "Pilih paling sedikit satu KK."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("spm.tugas") as t:
        tugas = TugasCelah(
            kode=KODE, tanggal=masukan.tanggal, petugas=bersih(masukan.petugas), keadaan="rencana",
            tempat=bersih(masukan.tempat), catatan=bersih(masukan.catatan), alasan_batal="",
            dibuat_oleh=k.nama_pelaku, dibuat_saat=k.jam.sekarang(),
        )  # fmt: skip
        t.sesi.add(tugas)
        t.sesi.flush()
        _isi(t, tugas.id, keluarga_ids)
        return tugas.id


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def tambah_ke_tugas(k: Konteks, tugas_id: int, keluarga_ids: Sequence[int]) -> int:
    """Add families to a planned task; returns how many were not in it yet."""
    with k.tulis("spm.tugas_tambah") as t:
        _terbuka(t.sesi, tugas_id)
        return _isi(t, tugas_id, keluarga_ids)


def _isi(t: Transaksi, tugas_id: int, keluarga_ids: Sequence[int]) -> int:
    ada = set(_keluarga_ids(t.sesi, tugas_id))
    baru = sorted(set(keluarga_ids) - ada)
    t.sesi.add_all(ButirTugas(tugas_id=tugas_id, objek=f"keluarga:{i}") for i in baru)
    t.catat(f"tugas:{tugas_id}", None, {"keluarga": baru})
    return len(baru)


def _keluarga_ids(sesi: Session, tugas_id: int) -> list[int]:
    objek = sesi.scalars(select(ButirTugas.objek).where(ButirTugas.tugas_id == tugas_id))
    return [int(o.removeprefix("keluarga:")) for o in objek]


def _terbuka(sesi: Session, tugas_id: int) -> TugasCelah:
    tugas = sesi.get(TugasCelah, tugas_id)
    if tugas is None:
        raise TidakDitemukan("Tugas itu tidak ada.")
    if tugas.keadaan != "rencana":
        raise DesaError(f"Tugas ini sudah {KEADAAN[tugas.keadaan]}. Tidak ada yang diubah.")
    return tugas


@kasus(Izin.INDIKATOR_BACA)
def daftar_tugas(k: Konteks, *, semua: bool = False) -> tuple[TugasInfo, ...]:
    """Planned tasks, the nearest day first; with `semua` also finished and cancelled ones."""
    with k.baca() as sesi:
        pernyataan = select(TugasCelah).order_by(TugasCelah.tanggal, TugasCelah.id)
        if not semua:
            pernyataan = pernyataan.where(TugasCelah.keadaan == "rencana")
        return tuple(_info(sesi, k.jam.hari_ini(), tugas) for tugas in sesi.scalars(pernyataan))


@kasus(Izin.INDIKATOR_BACA)
def baca_tugas(k: Konteks, tugas_id: int) -> TugasInfo:
    """One task with the land of its families as of today."""
    with k.baca() as sesi:
        tugas = sesi.get(TugasCelah, tugas_id)
        if tugas is None:
            raise TidakDitemukan("Tugas itu tidak ada.")
        return _info(sesi, k.jam.hari_ini(), tugas)


def _info(sesi: Session, pada: dt.date, t: TugasCelah) -> TugasInfo:
    isi = TugasBaru(tanggal=t.tanggal, petugas=t.petugas, tempat=t.tempat, catatan=t.catatan)
    return TugasInfo(
        id=t.id, isi=isi, keadaan=t.keadaan, alasan_batal=t.alasan_batal, dibuat_oleh=t.dibuat_oleh,
        keluarga=_keluarga(sesi, pada, _keluarga_ids(sesi, t.id)),
    )  # fmt: skip


def _keluarga(sesi: Session, pada: dt.date, ids: list[int]) -> tuple[KeluargaTugas, ...]:
    bidang: dict[int, list[BidangTugas]] = {}
    for b in kueri.bidang_keluarga(sesi, pada, ids):
        letter_c, persil = b.letter_c and f"C {b.letter_c}", b.persil and f"persil {b.persil}"
        nama = b.no_sertifikat or " ".join(x for x in (letter_c, persil) if x)
        isi = BidangTugas(
            b.id, nama or b.lokasi or f"bidang {b.id}", b.luas, b.hak, b.bukti_lengkap, b.bukti_alasan
        )
        bidang.setdefault(b.keluarga_id, []).append(isi)
    hasil = [
        KeluargaTugas(
            b.id, b.nama or "", b.no_kk, b.dusun_id, b.dusun, b.rt, b.rw, tuple(bidang.get(b.id, ()))
        )
        for b in kueri.keluarga_bernama(sesi, pada, ids)
    ]
    return tuple(sorted(hasil, key=lambda x: (x.selesai, x.dusun, x.rw, x.rt, x.kepala)))


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def selesaikan_tugas(k: Konteks, tugas_id: int, *, catat_triwulan: bool) -> int:
    """Close a task; returns how many families were noted as reached in the running quarter's land plan.

    Families that the step already counts are left out, so that nobody is counted twice.
    """
    hari_ini = k.jam.hari_ini()
    with k.tulis("spm.tugas_selesai") as t:
        tugas = _terbuka(t.sesi, tugas_id)
        if hari_ini < tugas.tanggal:
            raise DesaError(
                f"Tugas ini direncanakan {tanggal_panjang(tugas.tanggal)}. Selesaikan sesudah dilaksanakan; "
                "tidak ada yang diubah."
            )
        tugas.keadaan = "selesai"
        t.catat(f"tugas:{tugas_id}", {"keadaan": "rencana"}, {"keadaan": "selesai"})
        isi = langkah_tanah(t.sesi, hari_ini) if catat_triwulan else None
        return _catat_triwulan(t, tugas, isi, hari_ini) if isi else 0


def langkah_tanah(sesi: Session, hari_ini: dt.date) -> Langkah | None:
    """The land plan's step of a day that counts families; None outside the plan's years."""
    setelan = setelan_dari(sesi)
    if setelan.tahun_mulai is None:
        return None
    cocok = (
        isi
        for isi in langkah_aspek("pertanahan")
        if isi.berbagian
        and isi.triwulan == triwulan_dari(hari_ini)
        and tahun_langkah(isi, setelan.tahun_mulai, hari_ini.year) == hari_ini.year
    )
    return next(cocok, None)


@kasus(Izin.INDIKATOR_BACA)
def langkah_tugas(k: Konteks) -> Langkah | None:
    """The step that finishing a task today can be noted for."""
    with k.baca() as sesi:
        return langkah_tanah(sesi, k.jam.hari_ini())


def _catat_triwulan(t: Transaksi, tugas: TugasCelah, isi: Langkah, hari_ini: dt.date) -> int:
    per_dusun: dict[int, list[int]] = {}
    baru = belum_tercatat(t.sesi, isi.kode, hari_ini.year, _keluarga_ids(t.sesi, tugas.id))
    for kk in _keluarga(t.sesi, hari_ini, baru):
        if kk.bidang:
            per_dusun.setdefault(kk.dusun_id, []).append(kk.keluarga_id)
    for dusun_id, ids in per_dusun.items():
        catat_dalam(
            t,
            KegiatanBaru(
                langkah=isi.kode, tanggal=hari_ini, tahun=hari_ini.year, dusun_id=dusun_id,
                keluarga_ids=tuple(ids), petugas=tugas.petugas, tempat=tugas.tempat,
                catatan=f"Dari tugas pendataan lahan {tanggal_panjang(tugas.tanggal)}.",
            ),
        )  # fmt: skip
    return sum(map(len, per_dusun.values()))


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def batalkan_tugas(k: Konteks, tugas_id: int, alasan: str) -> None:
    """Cancel a planned task with a reason."""
    if not bersih(alasan):
        raise ValidationFailed([FieldIssue("alasan", "Tulis alasan pembatalan.")])
    with k.tulis("spm.tugas_batal") as t:
        tugas = _terbuka(t.sesi, tugas_id)
        tugas.keadaan, tugas.alasan_batal = "batal", bersih(alasan)
        t.catat(
            f"tugas:{tugas_id}", {"keadaan": "rencana"}, {"keadaan": "batal", "alasan": tugas.alasan_batal}
        )
