"""Acts on the practice village's land since its entry: each of the eight kinds, some of them in chains."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from db.models import DokumenBidang
from desa_app.kasus import Transaksi
from desa_app.pertanahan.isian import BERSERTIFIKAT, BagianMasuk
from desa_app.pertanahan.luas import bagi_satu, teks_luas
from desa_app.pertanahan.mutasi.bagian import sebut_nama, uraikan
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabungkan, pecahkan
from desa_app.pertanahan.mutasi.peralihan import sesudah_dialihkan
from desa_app.pertanahan.mutasi.sertifikasi import sertifikatkan
from desa_app.pertanahan.pemilik import PemilikMasuk
from desa_app.pertanahan.pencatat import Bagian, Pencatat

_TKD = 5
"""Parcels of village land; they come last."""
_AKTA = {"jual_beli": "AJB", "hibah": "Akta Hibah", "waris": "SK Ahli Waris"}


@dataclass(frozen=True)
class JumlahContoh:
    """What the practice village has: owners and parcels are numbered from 1."""

    warga: int
    bidang: int
    bersketsa: int
    desa: int
    luar: Sequence[int]


@dataclass
class _Acara:
    """Acts one after the other, each on its own day, in the order of their days."""

    t: Transaksi
    acak: random.Random
    hari: list[dt.date]
    nomor: int = field(default=0)

    def mulai(self, jenis: str) -> Pencatat:
        """The next act."""
        self.nomor += 1
        return Pencatat(self.t, jenis, self.hari[self.nomor - 1])

    def selesai(self, pencatat: Pencatat, uraian: str, dasar: str, ket: str = "") -> None:
        """Book it on its own day."""
        pencatat.selesai(uraian, dasar=dasar, ket=ket, tgl_buku=pencatat.tanggal)


def beri_acara(
    t: Transaksi, acak: random.Random, jumlah: JumlahContoh, pada: dt.date, hari_ini: dt.date
) -> None:
    """Sales, gifts and inheritances of one parcel in forty, and a few of every other act."""
    if jumlah.warga < 2 or jumlah.bidang < 40 + _TKD:
        return
    bebas = list(range(jumlah.bersketsa + 1, jumlah.bidang - _TKD + 1)) or list(
        range(1, jumlah.bidang - _TKD + 1)
    )
    acak.shuffle(bebas)
    alih = sorted(acak.sample(range(1, jumlah.bersketsa + 1), min(6, jumlah.bersketsa)))
    alih += [bebas.pop() for _ in range(min(jumlah.bidang // 40, 54, len(bebas) - 30))]
    lama = max(2, (hari_ini - pada).days)
    hari = sorted(pada + dt.timedelta(days=acak.randrange(1, lama)) for _ in range(len(alih) + 24))
    acara = _Acara(t, acak, hari)
    for nomor, bidang_id in enumerate(alih):
        _alihkan(acara, bidang_id, jumlah.warga)
        if nomor < 2:
            _pecah(acara, bebas.pop(), jumlah, "waris")
            _pecah(acara, bebas.pop(), jumlah, "pemecahan")
            _pecah(acara, bebas.pop(), jumlah, "jual_beli")
            _tukar(acara, bebas.pop(), bebas.pop())
            _serahkan(acara, bebas.pop(), jumlah.luar[1], "wakaf", "AIW")
        elif nomor < 5:
            _sertifikat(acara, bebas.pop(), nomor)
    _surat(t, bebas[:6])


def _alihkan(a: _Acara, bidang_id: int, warga: int) -> None:
    jenis = a.acak.choices(("jual_beli", "waris", "hibah"), (6, 3, 1))[0]
    penerima = a.acak.sample(range(1, warga + 1), 2 if jenis == "waris" else 1)
    _ganti(a, bidang_id, {p: Fraction(1, len(penerima)) for p in penerima}, jenis, _AKTA[jenis])


def _serahkan(a: _Acara, bidang_id: int, pemilik: int, jenis: str, akta: str) -> None:
    _ganti(a, bidang_id, {pemilik: Fraction(1)}, jenis, akta)


def _ganti(a: _Acara, bidang_id: int, kepada: Bagian, jenis: str, akta: str) -> None:
    pencatat = a.mulai(jenis)
    kolom, bagian = pencatat.baca(bidang_id)
    baru = sesudah_dialihkan(bagian, kepada, None)
    if baru != bagian:
        pencatat.ubah(bidang_id, kolom, baru)
        tahun = pencatat.tanggal.year
        dari = f"dari {sebut_nama(a.t.sesi, bagian)}"
        a.selesai(pencatat, uraikan(jenis, pencatat.tanggal, dari), f"{akta} {bidang_id}/{tahun}")


def _pecah(a: _Acara, bidang_id: int, jumlah: JumlahContoh, sebab: str) -> None:
    """Three heirs, or two parts; parts of a plain split are merged again now and then."""
    pencatat = a.mulai(sebab)
    kolom, _ = pencatat.baca(bidang_id)
    bobot = [1, 1, 1] if sebab == "waris" else [a.acak.randint(2, 5), a.acak.randint(2, 5)]
    luas = bagi_satu(kolom["luas"] // 100, bobot)
    bagian = [n * 100 for n in luas]
    bagian[0] += kolom["luas"] - sum(bagian)
    orang = a.acak.sample(range(1, jumlah.warga + 1), 3)
    pecahan = [
        Pecahan(
            {"luas": teks_luas(n)},
            (BagianMasuk(PemilikMasuk(pemilik_id=p)),)
            if sebab == "waris" or (sebab == "jual_beli" and urut == 1)
            else (),
        )
        for urut, (n, p) in enumerate(zip(bagian, orang, strict=False))
    ]
    uraian, baru = pecahkan(pencatat, bidang_id, pecahan)
    dasar = {"waris": "SK Ahli Waris", "jual_beli": "AJB"}.get(sebab, "Surat Permohonan")
    a.selesai(pencatat, uraian, f"{dasar} {bidang_id}/{pencatat.tanggal.year}")
    if sebab == "pemecahan":
        _gabung(a, baru)


def _gabung(a: _Acara, bidang: Sequence[int]) -> None:
    pencatat = a.mulai("penggabungan")
    uraian, baru = gabungkan(pencatat, bidang, {})
    a.selesai(pencatat, uraian, f"Surat Permohonan {baru}/{pencatat.tanggal.year}", "batal dijual")


def _tukar(a: _Acara, satu: int, dua: int) -> None:
    pencatat = a.mulai("tukar")
    (kolom_a, milik_a), (kolom_b, milik_b) = pencatat.baca(satu), pencatat.baca(dua)
    if milik_a != milik_b:
        pencatat.ubah(satu, kolom_a, milik_b)
        pencatat.ubah(dua, kolom_b, milik_a)
        uraian = uraikan("tukar", pencatat.tanggal, f"bidang {satu} dengan bidang {dua}")
        a.selesai(pencatat, uraian, f"Akta Tukar-menukar {satu}/{pencatat.tanggal.year}")


def _sertifikat(a: _Acara, bidang_id: int, nomor: int) -> None:
    pencatat = a.mulai("sertifikasi")
    kolom, _ = pencatat.baca(bidang_id)
    if kolom["hak"] not in BERSERTIFIKAT:
        uraian = sertifikatkan(pencatat, bidang_id, "HM", f"HM 9{nomor:04}")
        a.selesai(pencatat, uraian, f"PTSL {pencatat.tanggal.year}")


def _surat(t: Transaksi, bidang: Sequence[int]) -> None:
    """Letters that speak for some parcels."""
    for nomor, bidang_id in enumerate(bidang, 1):
        t.sesi.add(
            DokumenBidang(
                bidang_id=bidang_id, jenis="Surat Keterangan Tanah", nomor=f"593/{nomor:03}/2003/2024",
                tanggal=dt.date(2024, 3, 10 + nomor), ket="asli pada pemilik",
            )
        )  # fmt: skip
