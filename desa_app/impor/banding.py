"""Comparing the file with the book: who is new, who changed in which field, who is the same."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.cari import normal
from db.models import Penduduk
from db.queries import impor as kueri
from desa_app import kode
from desa_app.impor.alamat import TANPA_DUSUN
from desa_app.impor.baris import KUNCI_KELUARGA, Galat
from desa_app.impor.periksa_baris import KAWIN_TURUNAN
from desa_app.impor.rencana import Beda, OrangBerubah, OrangKita, OrangMasuk
from desa_app.kependudukan.nik import sementara

_TETAP = frozenset({"nama", "nik", "tanggal_lahir", "tempat_lahir", "status_dasar", "shdk"})
_BUKAN_BEDA = frozenset({"tgl_mutasi"})
_TANPA_KABAR = frozenset({("golongan_darah", 13), ("dusun", TANPA_DUSUN)})
"""Values that say "not known" and contradict nobody."""
KOLOM_PENDUDUK = frozenset(Penduduk.__table__.columns.keys())


@dataclass(frozen=True)
class Perbandingan:
    """Outcome of the comparison."""

    baru: tuple[OrangMasuk, ...]
    berubah: tuple[OrangBerubah, ...]
    sama: int
    galat: tuple[Galat, ...]
    hanya_kita: tuple[OrangKita, ...]
    berkepala: set[str]


def bandingkan(sesi: Session, orang: Collection[OrangMasuk], kunci: Collection[str]) -> Perbandingan:
    """Match every person of the file with the book: by NIK, without one by name and birth."""
    if not kueri.ada_penduduk(sesi):
        return Perbandingan(tuple(orang), (), 0, (), (), set())
    kolom = (set(kunci) | _TETAP) & KOLOM_PENDUDUK
    semua = kueri.penduduk_kini(sesi, kolom)
    berkepala = kueri.kk_berkepala(sesi)
    menurut_nik, menurut_nama = _indeks(semua)
    baru, berubah, galat, sama = [], [], [], 0
    dikenal: set[int] = set()
    for o in orang:
        nik = o.nilai.get("nik")
        kita = menurut_nik.get(nik) if nik else None
        if kita is None and sementara(nik):
            kita = menurut_nama.get(_sidik_nama(o.nilai))
        if kita is None or (kita.status_dasar not in {1, 4} and o.aktif and _lain(kita, o)):
            baru.append(o)
            if o.nilai.get("shdk") == 1 and o.aktif and o.nilai.get("no_kk") in berkepala:
                galat.append(_kepala_kedua(o))
            continue
        dikenal.add(kita.id)
        if _lain(kita, o):
            galat.append(_nik_orang_lain(o, kita))
        elif beda := tuple(_perbedaan(kita, o.nilai)):
            berubah.append(OrangBerubah(kita.id, kita.nik or "", kita.nama, beda, o))
        else:
            sama += 1
    return Perbandingan(
        tuple(baru), tuple(berubah), sama, tuple(galat), _tak_disebut(semua, dikenal), berkepala
    )


def _indeks(semua: Iterable[Any]) -> tuple[dict[str, Any], dict[tuple[Any, ...], Any]]:
    menurut_nik: dict[str, Any] = {}
    menurut_nama: dict[tuple[Any, ...], Any] = {}
    for b in semua:
        if b.nik:
            menurut_nik.setdefault(b.nik, b)
        menurut_nama.setdefault(_sidik_nama(b._mapping), b)
    return menurut_nik, menurut_nama


def _sidik_nama(nilai: Mapping[Any, Any]) -> tuple[Any, ...]:
    nama, tempat = str(nilai.get("nama") or ""), str(nilai.get("tempat_lahir") or "")
    return normal(nama), normal(tempat), nilai.get("tanggal_lahir")


def _lain(kita: Any, o: OrangMasuk) -> bool:
    """Same NIK, but neither name nor birth date agrees: somebody else."""
    nama = normal(str(o.nilai.get("nama", ""))) == normal(kita.nama)
    lahir = o.nilai.get("tanggal_lahir")
    return not nama and (lahir is None or lahir != kita.tanggal_lahir)


def _nik_orang_lain(o: OrangMasuk, kita: Any) -> Galat:
    sebab = f"NIK ini di Buku Induk milik {kita.nama}, bukan {o.nilai.get('nama', 'orang ini')}."
    saran = "Betulkan NIK atau namanya dari KTP; bila buku yang keliru, betulkan bukunya dulu."
    return Galat(o.lembar, o.baris, o.kolom.get("nik", ""), o.nilai["nik"], sebab, saran)


def _kepala_kedua(o: OrangMasuk) -> Galat:
    sebab = f"KK {o.nilai['no_kk']} di Buku Induk sudah punya kepala keluarga."
    saran = "Catat penggantian kepala keluarga di Kependudukan lebih dulu."
    return Galat(o.lembar, o.baris, o.kolom.get("shdk", ""), "KEPALA KELUARGA", sebab, saran)


def _perbedaan(kita: Any, nilai: Mapping[str, Any]) -> Iterable[Beda]:
    """Fields that the file fills in otherwise. An empty cell says nothing about ours."""
    milik_kita = kita._mapping
    for kunci, mereka in nilai.items():
        if mereka in (None, "") or kunci in _BUKAN_BEDA:
            continue
        if kunci not in KUNCI_KELUARGA and kunci not in milik_kita:
            continue
        kita = milik_kita[kunci]
        # A source of four values cannot tell "tercatat"; the finer value that we hold is kept.
        if (
            kunci == "status_kawin"
            and nilai.get(KAWIN_TURUNAN)
            and kode.kawin_4(kita) == kode.kawin_4(mereka)
        ):
            continue
        if not setara(kunci, kita, mereka):
            yield Beda(kunci, kita, mereka)


def setara(kunci: str, kita: Any, mereka: Any) -> bool:
    """Whether both values mean the same; spelling in capitals and vaguer codes are no difference."""
    if kita == mereka:
        return True
    if kunci in {"rt", "rw"}:
        return str(kita or "").lstrip("0") == str(mereka).lstrip("0")
    if (kunci, mereka) in _TANPA_KABAR:
        return True
    if isinstance(mereka, str) and isinstance(kita, str) and not isinstance(mereka, dt.date):
        return kode.rapikan(kita) == kode.rapikan(mereka)
    return False


def _tak_disebut(semua: Iterable[Any], dikenal: set[int]) -> tuple[OrangKita, ...]:
    return tuple(
        OrangKita(b.id, b.nik or "", b.nama, b.no_kk or "")
        for b in semua
        if b.id not in dikenal and b.status_dasar in {1, 4}
    )
