"""A small invented village and a random clerk who drives it through the screens' own use cases."""

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from db.models import Keluarga, Penduduk, Peristiwa
from desa_app.errors import DesaError
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.awal import catat_awal
from desa_app.kependudukan.acara.bagian import KepalaBaru, TempatKeluarga
from desa_app.kependudukan.acara.batal import batalkan
from desa_app.kependudukan.acara.datang import Pendatang, catat_datang
from desa_app.kependudukan.acara.hilang import catat_hilang
from desa_app.kependudukan.acara.keluarga import (
    catat_gabung_kk,
    catat_ganti_kepala,
    catat_pindah_dusun,
    catat_pisah_kk,
)
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.acara.mati import catat_mati
from desa_app.kependudukan.acara.pindah import catat_pindah
from desa_app.kependudukan.acara.sementara import jadi_tetap, sementara_datang
from desa_app.kependudukan.penduduk import ubah_penduduk
from desa_app.waktu import Jam, awal_bulan, geser_bulan

DUSUN = ("KRAJAN", "SUMBER")
ZONA = dt.timezone(dt.timedelta(hours=7))


@dataclass
class Kalender:
    """A clock that a test moves."""

    hari: dt.date

    def jam(self) -> Jam:
        return Jam(lambda: dt.datetime.combine(self.hari, dt.time(9), ZONA))


def orang(
    nomor: int, jk: str = "L", lahir: dt.date = dt.date(1985, 3, 7), **lain: object
) -> dict[str, object]:
    """Form fields of an invented resident with a NIK of their own."""
    hari = lahir.day + (40 if jk == "P" else 0)
    nik = f"990102{hari:02}{lahir.month:02}{lahir.year % 100:02}{nomor:04}"
    return {
        "nama": f"WARGA {_huruf(nomor)}", "jk": jk, "tanggal_lahir": lahir, "tempat_lahir": "MEKARJAYA",
        "nik": nik, "agama": 1, "pendidikan": 5, "pekerjaan": 9, "status_kawin": 1, "nama_ibu": "IBU",
        "nama_ayah": "AYAH", **lain,
    }  # fmt: skip


def _huruf(nomor: int) -> str:
    teks = ""
    while True:
        nomor, sisa = divmod(nomor, 26)
        teks = chr(65 + sisa) + teks
        if nomor == 0:
            return teks


def no_kk(nomor: int) -> str:
    return f"990102010120{nomor:04}"


def keluarga_awal(k: Konteks, nomor: int, banyak: int = 3, dusun: str = "KRAJAN") -> tuple[int, list[int]]:
    """A family of the opening stock: head, wife, children. Returns family id and resident ids."""
    isi = [Pendatang(orang(nomor * 10, "L", dt.date(1980, 1, 5), status_kawin=2), 1)]
    if banyak > 1:
        isi.append(Pendatang(orang(nomor * 10 + 1, "P", dt.date(1983, 2, 6), status_kawin=2), 3))
    isi += [
        Pendatang(orang(nomor * 10 + i, "LP"[i % 2], dt.date(2003 + i, 4, 8)), 4) for i in range(2, banyak)
    ]
    hasil = catat_awal(k, anggota=isi, tempat=TempatKeluarga(no_kk(nomor), dusun, "JALAN MAWAR", "1", "2"))
    with k.baca() as sesi:
        keluarga_id = sesi.get_one(Penduduk, hasil.penduduk_ids[0]).keluarga_id
    assert keluarga_id is not None
    return keluarga_id, list(hasil.penduduk_ids)


@dataclass
class Juru:
    """Makes random but sensible acts; refusals that people would meet are counted, not hidden."""

    k: Konteks
    kalender: Kalender
    acak: random.Random
    nomor: int = 500
    berhasil: dict[str, int] = field(default_factory=dict)
    ditolak: int = 0
    peristiwa: list[int] = field(default_factory=list)

    def tanggal(self) -> dict[str, object]:
        lapor = self.kalender.hari
        return {
            "tgl_peristiwa": lapor - dt.timedelta(days=self.acak.choice((0, 0, 1, 3, 40))),
            "tgl_lapor": lapor,
        }

    def aktif(self) -> list[Any]:
        with self.k.baca() as sesi:
            return list(
                sesi.execute(
                    select(Penduduk.id, Penduduk.keluarga_id, Penduduk.shdk, Penduduk.jk)
                    .where(Penduduk.status_dasar.in_((1, 4)), Penduduk.status_penduduk == 1)
                    .order_by(Penduduk.id)
                )
            )

    def anggota(self, keluarga_id: int) -> list[Any]:
        return [p for p in self.aktif() if p.keluarga_id == keluarga_id]

    def _nomor(self) -> int:
        self.nomor += 1
        return self.nomor

    def _tempat(self) -> TempatKeluarga:
        pilihan = self.acak.choice(("sementara", no_kk(2000 + self._nomor())))
        return TempatKeluarga(pilihan, self.acak.choice(DUSUN), "JALAN BARU", "3", "1")

    def _kepala_sisa(self, keluarga_id: int, pergi: set[int]) -> KepalaBaru | None:
        sisa = [p.id for p in self.anggota(keluarga_id) if p.id not in pergi]
        return KepalaBaru(self.acak.choice(sisa), self.acak.choice(("tetap", "sementara"))) if sisa else None

    def langkah(self) -> None:
        """One act of a random kind."""
        nama = self.acak.choices(list(_PILIHAN), list(_PILIHAN.values()))[0] if self.aktif() else "datang"
        try:
            hasil = getattr(self, f"_{nama}")()
        except DesaError:
            self.ditolak += 1
            return
        self.berhasil[nama] = self.berhasil.get(nama, 0) + 1
        if isinstance(hasil, int):
            self.peristiwa.append(hasil)

    def _lahir(self) -> int:
        p = self.acak.choice(self.aktif())
        isi = {
            "nama": f"BAYI {_huruf(self._nomor())}",
            "jk": self.acak.choice("LP"),
            "tempat_lahir": "MEKARJAYA",
        }
        return catat_lahir(self.k, {**self.tanggal(), **isi}, keluarga_id=p.keluarga_id).peristiwa_id

    def _mati(self) -> int:
        p = self.acak.choice(self.aktif())
        kepala = self._kepala_sisa(p.keluarga_id, {p.id}) if p.shdk == 1 else None
        return catat_mati(
            self.k, {**self.tanggal(), "tempat": "RUMAH"}, penduduk_id=p.id, kepala_baru=kepala
        ).peristiwa_id

    def _datang(self) -> int:
        jk = self.acak.choice("LP")
        wn = self.acak.choice((1, 1, 1, 2))
        utama = Pendatang(orang(self._nomor(), jk, warga_negara=wn), 1)
        if self.acak.random() < 0.3 and (ada := self.aktif()):
            p = self.acak.choice(ada)
            numpang = Pendatang(orang(self._nomor(), jk), 9)
            return catat_datang(
                self.k,
                {**self.tanggal(), "asal": "DESA LAIN"},
                pendatang=[numpang],
                keluarga_id=p.keluarga_id,
            ).peristiwa_id
        anak = [Pendatang(orang(self._nomor(), "P", dt.date(2012, 1, 1)), 4)] * self.acak.randint(0, 1)
        return catat_datang(
            self.k, {**self.tanggal(), "asal": "DESA LAIN"}, pendatang=[utama, *anak], tempat=self._tempat()
        ).peristiwa_id

    def _pindah(self) -> int:
        p = self.acak.choice(self.aktif())
        semua = [a.id for a in self.anggota(p.keluarga_id)]
        pergi = set(semua if self.acak.random() < 0.3 else [p.id])
        kepala = self._kepala_sisa(p.keluarga_id, pergi)
        return catat_pindah(
            self.k, {**self.tanggal(), "tujuan": "KOTA LAIN"}, penduduk_ids=sorted(pergi), kepala_baru=kepala
        ).peristiwa_id

    def _pisah(self) -> int:
        p = self.acak.choice(self.aktif())
        sisa = self._kepala_sisa(p.keluarga_id, {p.id})
        return catat_pisah_kk(
            self.k, self.tanggal(), shdk={p.id: 1}, tempat=self._tempat(), kepala_sisa=sisa
        ).peristiwa_id

    def _gabung(self) -> int:
        p, q = self.acak.choice(self.aktif()), self.acak.choice(self.aktif())
        sisa = self._kepala_sisa(p.keluarga_id, {p.id})
        return catat_gabung_kk(
            self.k,
            self.tanggal(),
            penduduk_ids=[p.id],
            ke_keluarga_id=q.keluarga_id,
            shdk={},
            kepala_sisa=sisa,
        ).peristiwa_id

    def _ganti(self) -> int:
        p = self.acak.choice(self.aktif())
        kepala = KepalaBaru(p.id, self.acak.choice(("tetap", "sementara")))
        return catat_ganti_kepala(
            self.k, self.tanggal(), keluarga_id=p.keluarga_id, kepala_baru=kepala
        ).peristiwa_id

    def _dusun(self) -> int:
        p = self.acak.choice(self.aktif())
        return catat_pindah_dusun(
            self.k, self.tanggal(), keluarga_id=p.keluarga_id, dusun=self.acak.choice(DUSUN), rt="2", rw="1"
        ).peristiwa_id

    def _hilang(self) -> int:
        p = self.acak.choice(self.aktif())
        return catat_hilang(
            self.k, self.tanggal(), penduduk_id=p.id, ditemukan=self.acak.random() < 0.5
        ).peristiwa_id

    def _wn(self) -> None:
        p = self.acak.choice(self.aktif())
        ubah_penduduk(self.k, p.id, {"warga_negara": self.acak.choice((1, 2))})

    def _tetap(self) -> int:
        isi = {**self.tanggal(), "datang_dari": "KOTA", "maksud": "KERJA", "tuan_rumah": "RUMAH KOS"}
        datang = sementara_datang(self.k, isi, isian=orang(self._nomor()))
        self.kalender.hari = max(self.kalender.hari, self.kalender.hari)
        return jadi_tetap(
            self.k, {"tgl_peristiwa": self.kalender.hari}, penduduk_id=datang.penduduk_id, shdk=1,
            tempat=self._tempat(),
        ).peristiwa_id  # fmt: skip

    def _kembali(self) -> int:
        with self.k.baca() as sesi:
            nik = sesi.scalar(select(Penduduk.nik).where(Penduduk.status_dasar == 3).limit(1))
        if nik is None:
            raise DesaError("belum ada yang pindah")
        return catat_datang(
            self.k, {**self.tanggal(), "asal": "KEMBALI"}, pendatang=[Pendatang({"nik": nik}, 1)],
            tempat=self._tempat(),
        ).peristiwa_id  # fmt: skip

    def _batal(self) -> None:
        if not self.peristiwa:
            raise DesaError("belum ada peristiwa")
        batalkan(self.k, self.acak.choice(self.peristiwa[-6:]), "salah catat")

    def ke_bulan_berikut(self) -> None:
        kini = self.kalender.hari
        bulan = geser_bulan(kini.year * 100 + kini.month, 1)
        self.kalender.hari = awal_bulan(bulan) + dt.timedelta(days=self.acak.randint(0, 20))


_PILIHAN = {
    "lahir": 6, "mati": 5, "datang": 6, "pindah": 6, "pisah": 4, "gabung": 2, "ganti": 3, "dusun": 3,
    "hilang": 1, "wn": 2, "tetap": 2, "kembali": 2, "batal": 6,
}  # fmt: skip


def desa_acak(k: Konteks, benih: int, keluarga: int = 6) -> Juru:
    """A village with its opening stock and the clerk who goes on from there."""
    acak = random.Random(benih)
    kalender = Kalender(dt.date(2025, 1, 10))
    from dataclasses import replace

    k = replace(k, jam=kalender.jam())
    for nomor in range(1, keluarga + 1):
        keluarga_awal(k, nomor, acak.randint(1, 4), acak.choice(DUSUN))
    return Juru(k, kalender, acak)


def nomor_kk_keluarga(k: Konteks, keluarga_id: int) -> str:
    with k.baca() as sesi:
        return sesi.get_one(Keluarga, keluarga_id).no_kk


def banyak_peristiwa(k: Konteks) -> int:
    with k.baca() as sesi:
        return len(list(sesi.scalars(select(Peristiwa.id))))
