"""The list of findings: reading it, settling a finding, noting what only a person can know."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import select, update

from db.models import Penduduk, Temuan
from db.queries import pemeriksaan as kueri
from desa_app.bahasa import bilangan
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak, Pekerjaan
from desa_app.pemeriksaan.hasil import Hasil, aturan
from desa_app.pemeriksaan.jalan import MANUAL

TINGKAT = {"GALAT": "Salah", "PERINGATAN": "Perlu dilihat", "INFO": "Catatan"}
"""Severities in the words of the screen, gravest first."""
STATUS = {
    "baru": "Baru", "dicek": "Sedang dicek", "dikirim": "Dikirim ke Dukcapil", "sah": "Sah, dengan alasan",
    "diperbaiki": "Sudah diperbaiki",
}  # fmt: skip
"""States of a finding in words."""
TERBUKA = ("baru", "dicek")


@dataclass(frozen=True, kw_only=True)
class SaringanTemuan:
    """What the list is narrowed to; empty means everything."""

    status: tuple[str, ...] = TERBUKA
    tingkat: str = ""
    kode: str = ""
    dusun_id: int | None = None


@dataclass(frozen=True)
class TemuanInfo:
    """One finding with whom it is about."""

    id: int
    kode: str
    tingkat: str
    uraian: str
    ditemukan: dt.date
    status: str
    alasan: str
    penduduk_id: int | None
    lawan_id: int | None
    keluarga_id: int | None
    bidang_id: int | None
    nik: str | None
    nama: str | None
    nama_lawan: str | None
    no_kk: str | None
    dusun: str | None

    @property
    def siapa(self) -> str:
        """The person's name, the family's number, or the parcel's."""
        if self.bidang_id is not None:
            return f"Bidang tanah {self.bidang_id}"
        return self.nama or (f"KK {self.no_kk}" if self.no_kk else "-")


@dataclass(frozen=True)
class RingkasanTemuan:
    """Open findings counted three ways; `per_dusun` has an empty name for those without one."""

    per_tingkat: dict[str, int]
    per_kode: dict[str, int]
    per_dusun: dict[str, int]

    @property
    def jumlah(self) -> int:
        """All open findings."""
        return sum(self.per_tingkat.values())


def info_temuan(baris: Any) -> TemuanInfo:
    """A row of `kueri.daftar_temuan` as plain data."""
    return TemuanInfo(**{f.name: getattr(baris, f.name) for f in fields(TemuanInfo)})


@kasus(Izin.BUKU_BACA)
def daftar_temuan(k: Konteks, saringan: SaringanTemuan | None = None) -> list[TemuanInfo]:
    """Findings, gravest first."""
    s = saringan or SaringanTemuan()
    with k.baca() as sesi:
        return [info_temuan(b) for b in kueri.daftar_temuan(sesi, s.status, s.kode, s.tingkat, s.dusun_id)]


@kasus(Izin.BUKU_BACA)
def ringkasan_temuan(k: Konteks) -> RingkasanTemuan:
    """Counts of what is open."""
    with k.baca() as sesi:
        baris = kueri.daftar_temuan(sesi, TERBUKA)
    tingkat = Counter(b.tingkat for b in baris)
    return RingkasanTemuan(
        {t: tingkat[t] for t in TINGKAT if tingkat[t]},
        dict(Counter(b.kode for b in baris).most_common()),
        dict(Counter(b.dusun or "" for b in baris).most_common()),
    )


@kasus(Izin.BUKU_UBAH)
def tandai_temuan(k: Konteks, ids: Sequence[int], status: str, alasan: str = "") -> int:
    """Set the state of some findings. `sah` needs a reason; returns how many were changed."""
    if status not in STATUS:
        raise DesaError("Pilih keadaan temuan dari daftar.")
    alasan = alasan.strip()
    if status == "sah" and not alasan:
        pesan = "Tulis mengapa data ini sah, supaya tidak ditanyakan lagi."
        raise ValidationFailed([FieldIssue("alasan", pesan)])
    with k.tulis("pemeriksaan.tandai") as t:
        siapa = k.nama_pelaku
        ada = list(t.sesi.execute(select(Temuan.id, Temuan.kunci, Temuan.status).where(Temuan.id.in_(ids))))
        nilai = {"status": status, "alasan": alasan, "oleh": siapa, "saat": k.jam.sekarang()}
        t.sesi.execute(update(Temuan).where(Temuan.id.in_([a.id for a in ada])).values(**nilai))
        lama = dict(Counter(a.status for a in ada))
        t.catat(_objek(ada), lama, {"status": status, "alasan": alasan, "jumlah": len(ada)})
    return len(ada)


def _objek(ada: Collection[Any]) -> str:
    return f"temuan:{next(iter(ada)).id}" if len(ada) == 1 else "temuan"


@kasus(Izin.BUKU_UBAH)
def catat_temuan(k: Konteks, kode: str, penduduk_id: int, uraian: str) -> None:
    """Note what only a person can know: recorded in two places, not found in the field."""
    if kode not in MANUAL:
        raise DesaError("Temuan ini dicari program sendiri; jalankan pemeriksaan.")
    if not uraian.strip():
        raise ValidationFailed([FieldIssue("uraian", "Tulis apa yang diketahui dan dari siapa.")])
    h = Hasil(kode, uraian.strip(), penduduk_id=penduduk_id)
    with k.tulis("pemeriksaan.catat") as t:
        if t.sesi.get(Penduduk, penduduk_id) is None:
            raise TidakDitemukan("Orang itu tidak ada dalam buku.")
        satu = t.sesi.scalar(select(Temuan).where(Temuan.kunci == h.kunci))
        if satu is None:
            satu = Temuan(kunci=h.kunci, kode=kode, tingkat=h.derajat, penduduk_id=penduduk_id)
            t.sesi.add(satu)
        satu.uraian, satu.status, satu.ditemukan = h.uraian, "baru", k.jam.hari_ini()
        t.catat(f"penduduk:{penduduk_id}", None, {"temuan": kode, "uraian": h.uraian})


@kasus(Izin.BUKU_BACA)
def pekerjaan_pemeriksaan(k: Konteks) -> tuple[Pekerjaan, ...]:
    """What the findings bring to the first screen: one line for what is wrong, one for what to look at."""
    per_tingkat = ringkasan_temuan(k).per_tingkat
    hasil = []
    for tingkat, mendesak, judul in (
        ("GALAT", Mendesak.LEWAT, "Data yang salah harus dibetulkan"),
        ("PERINGATAN", Mendesak.SEGERA, "Data yang perlu dilihat"),
    ):
        if jumlah := per_tingkat.get(tingkat, 0):
            rincian = "Perbaiki, nyatakan sah dengan alasan, atau kirim ke Dukcapil"
            arg: dict[str, object] = {"tab": "temuan", "tingkat": tingkat}
            tanda = f"{bilangan(jumlah)} temuan"
            banyak = jumlah if tingkat == "GALAT" else 0
            hasil.append(Pekerjaan(tanda, mendesak, judul, rincian, "pemeriksaan", arg, jumlah=banyak))
    return tuple(hasil)


def kalimat_aturan(kode: str) -> str:
    """What a check looks at, as a sentence."""
    isi = aturan(kode).kalimat
    return isi[:1].upper() + isi[1:]
