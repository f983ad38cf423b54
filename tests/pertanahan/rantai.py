"""Random chains of acts on land, and what must hold after every link."""

import datetime as dt
import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Bidang, MutasiTanah
from db.models.tanah import HAK, KOLOM_GUNA, KOLOM_JENIS, KOLOM_LUAS, KOLOM_OLEH
from db.queries import tanah as kueri
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import catat_bidang, perbaiki_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.luas import bagi_satu, teks_luas
from desa_app.pertanahan.mutasi.batal import batalkan_mutasi
from desa_app.pertanahan.mutasi.pecah import Pecahan, gabung, pecah
from desa_app.pertanahan.mutasi.peralihan import alihkan, tukar
from desa_app.pertanahan.mutasi.sertifikasi import sertifikasi
from desa_app.pertanahan.pemilik import PemilikMasuk
from tests.pertanahan.bahan import BADAN_A, LUAR, MILIK_DESA
from tests.pertanahan.buku import pelanggaran, semua_buku

Keadaan = dict[int, tuple[Any, ...]]


def keadaan(sesi: Session) -> Keadaan:
    """Every standing parcel with all its columns and shares."""
    bagian = kueri.bagian(sesi)
    return {
        i: (tuple(b._mapping.values()), tuple(sorted(bagian[i])))
        for i, b in kueri.bidang(sesi, aktif=True).items()
    }


def langgar(sesi: Session) -> list[str]:
    """Identities that do not hold, computed from the rows themselves."""
    salah = []
    for i, b in kueri.bidang(sesi, aktif=True).items():
        k = b._mapping
        desa = k["luas"] if k["tkd"] else 0
        benar = (
            sum(k[x] for x in KOLOM_GUNA) == k["luas"] > 0
            and sum(k[x] for x in KOLOM_OLEH) == desa
            and sum(k[x] for x in KOLOM_JENIS) == desa
            and min(k[x] for x in KOLOM_LUAS) >= 0
            and k["hak"] in HAK
        )
        bagian = sum((Fraction(a, c) for _, a, c in kueri.bagian(sesi, [i]).get(i, [])), Fraction(0))
        if not benar or bagian != 1:
            salah.append(f"bidang {i}: {dict(k)} bagian {bagian}")
    return salah


class Rantai:
    """Does random acts; `jejak` holds each act that stands with the state before it."""

    def __init__(self, k: Konteks, orang: list[PemilikMasuk], benih: int) -> None:
        self.k, self.acak = k, random.Random(benih)
        self.orang = [*orang, LUAR, BADAN_A]
        self.jejak: list[tuple[int, Keadaan]] = []
        self.ditolak = 0
        self.nomor = 0

    def awal(self, banyak: int = 3) -> None:
        """Parcels to begin with; one of them village land."""
        for n in range(banyak):
            luas = self.acak.randint(1, 4_000_000)
            guna = bagi_satu(luas, [self.acak.randint(0, 3) for _ in KOLOM_GUNA[:-1]] + [1])
            isian: dict[str, Any] = {
                "luas": teks_luas(luas), "hak": self.acak.choice(HAK), "dusun": "Krajan",
                **{k: teks_luas(g) for k, g in zip(KOLOM_GUNA, guna, strict=True) if g},
            }  # fmt: skip
            if n == 0:
                oleh = bagi_satu(luas, [1, 2, 0, 1, 3])
                isian |= {k: teks_luas(g) for k, g in zip(KOLOM_OLEH, oleh, strict=True) if g}
                isian |= {"jenis": "tegal", "patok_ada": teks_luas(luas // 3), "papan_ada": "ya"}
                catat_bidang(self.k, isian, [BagianMasuk(MILIK_DESA)])
            else:
                catat_bidang(self.k, isian, self.pemilik(desa=False))

    def pemilik(self, *, desa: bool = True) -> list[BagianMasuk]:
        """New owners; now and then the village."""
        if desa and self.acak.random() < 0.1:
            return [BagianMasuk(MILIK_DESA)]
        orang = self.acak.sample(self.orang, self.acak.randint(1, 3))
        bobot = [self.acak.randint(1, 5) for _ in orang]
        return [BagianMasuk(o, Fraction(b, sum(bobot))) for o, b in zip(orang, bobot, strict=True)]

    def langkah(self) -> None:
        """One act; refusals count but change nothing."""
        with self.k.basis.baca() as sesi:
            sebelum = keadaan(sesi)
            terakhir = sesi.scalar(select(MutasiTanah.id).order_by(MutasiTanah.id.desc()))
        try:
            self.acak.choice(self._acara())(list(sebelum))
        except (ValidationFailed, DesaError):
            self.ditolak += 1
            with self.k.basis.baca() as sesi:
                assert keadaan(sesi) == sebelum
            return
        with self.k.basis.baca() as sesi:
            mutasi = sesi.scalar(select(MutasiTanah).order_by(MutasiTanah.id.desc()))
            assert mutasi is not None
            assert mutasi.id != terakhir
            assert not langgar(sesi), (mutasi.jenis, langgar(sesi))
            if mutasi.jenis not in {"perbaikan", "sertifikasi"}:
                assert sum(b[0][2] for b in keadaan(sesi).values()) == sum(b[0][2] for b in sebelum.values())
            self.jejak.append((mutasi.id, sebelum))

    def _acara(self) -> list[Callable[[list[int]], None]]:
        sering = [self._alih, self._pecah, self._gabung]
        return [*sering, self._alih, self._tukar, self._sertifikat, self._perbaiki]

    def mundur(self) -> None:
        """Undo the last act that stands; the state must be what it was."""
        acara, sebelum = self.jejak.pop()
        batalkan_mutasi(self.k, acara, "salah catat")
        with self.k.basis.baca() as sesi:
            assert keadaan(sesi) == sebelum, acara
            assert not langgar(sesi)

    def _isi(self) -> dict[str, Any]:
        return {"tanggal": dt.date(2026, 1, self.acak.randint(1, 28)), "dasar": "AJB 1/2026"}

    def _alih(self, ids: list[int]) -> None:
        jenis = self.acak.choice(["jual_beli", "hibah", "waris", "wakaf"])
        bidang = self.acak.choice(ids)
        dari = None
        if self.acak.random() < 0.5:
            with self.k.basis.baca() as sesi:
                dari = self.acak.choice(kueri.bagian(sesi, [bidang])[bidang])[0]
        alihkan(self.k, jenis, self._isi(), bidang_id=bidang, kepada=self.pemilik(), dari=dari)

    def _tukar(self, ids: list[int]) -> None:
        a, b = self.acak.sample(ids, 2)
        tukar(self.k, self._isi(), bidang_id=a, dengan_id=b)

    def _pecah(self, ids: list[int]) -> None:
        bidang = self.acak.choice(ids)
        with self.k.basis.baca() as sesi:
            luas = sesi.get_one(Bidang, bidang).luas
        bagian = bagi_satu(luas, [self.acak.randint(1, 9) for _ in range(self.acak.randint(2, 4))])
        if self.acak.random() < 0.15:
            bagian[0] += 1
        sebab = self.acak.choice(["pemecahan", "jual_beli", "waris"])
        pecahan = [
            Pecahan({"luas": teks_luas(n)}, self.pemilik() if sebab != "pemecahan" and i else ())
            for i, n in enumerate(bagian)
        ]
        pecah(self.k, self._isi(), bidang_id=bidang, pecahan=pecahan, sebab=sebab)

    def _gabung(self, ids: list[int]) -> None:
        with self.k.basis.baca() as sesi:
            semua = kueri.bidang(sesi, ids)
            bagian = kueri.bagian(sesi, ids)
        kelompok: dict[Any, list[int]] = {}
        for i in ids:
            kelompok.setdefault((semua[i].hak, tuple(sorted(bagian[i]))), []).append(i)
        pilihan = [g for g in kelompok.values() if len(g) > 1] or [ids]
        gabung(self.k, self._isi(), bidang_ids=self.acak.choice(pilihan)[:3])

    def _sertifikat(self, ids: list[int]) -> None:
        self.nomor += self.acak.randint(0, 1)
        isi = {**self._isi(), "hak": self.acak.choice(HAK[:5]), "no_sertifikat": f"SHM {self.nomor}"}
        if self.acak.random() < 0.3:
            isi["luas"] = teks_luas(self.acak.randint(1, 3_000_000))
        sertifikasi(self.k, isi, bidang_id=self.acak.choice(ids))

    def _perbaiki(self, ids: list[int]) -> None:
        perbaiki_bidang(
            self.k, self.acak.choice(ids), {"ket": f"catatan {self.acak.randint(1, 9)}", "kelas": "S-I"}
        )


def jalani(k: Konteks, orang: list[PemilikMasuk], benih: int, langkah: int = 12) -> Rantai:
    """A whole chain forward, some steps back on the way, and back to the start; both books hold their
    identities at its far end."""
    rantai = Rantai(k, orang, benih)
    rantai.awal()
    with k.basis.baca() as sesi:
        pertama = keadaan(sesi)
    for _ in range(langkah):
        rantai.langkah()
        if rantai.jejak and rantai.acak.random() < 0.2:
            rantai.mundur()
    assert not [salah for buku in semua_buku(k) for salah in pelanggaran(buku)]
    while rantai.jejak:
        rantai.mundur()
    with k.basis.baca() as sesi:
        assert keadaan(sesi) == pertama
    return rantai
