"""A.6 Buku Tanah di Desa: one row per owner with sums, or one per parcel."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import Any

from sqlalchemy.orm import Session

from db.models.tanah import GUNA, HAK
from db.queries import tanah as kueri
from desa_app.bahasa import nama_bulan
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import (
    Luas,
    gabung_teks,
    luas_a6,
    luas_per_pemilik,
    mutasi_bidang,
    nomor_bidang,
    tambahkan,
)
from desa_app.pertanahan.isian import teks_pecahan
from desa_app.pertanahan.keadaan import BidangPada, bidang_pada
from desa_app.pertanahan.luas import sel_luas
from desa_app.pertanahan.pemilik import DESA, nama_pemilik
from desa_app.pertanahan.saringan import SaringanTanah, catatan_saringan, disaring
from desa_app.waktu import akhir_bulan

SPEC = spec_buku("A.6")
KUNCI_LUAS = tuple(k.kunci for k in SPEC.kolom if k.tipe == "LUAS_M2")
"""Columns that hold areas, in order: 3 to 22, 24 and 25."""
_luas_berurut: Callable[[Mapping[str, int]], tuple[int, ...]] = itemgetter(*KUNCI_LUAS)
_SEBELUM_MUTASI = [k.kunci for k in SPEC.kolom].index("mutasi") - 2
"""Area columns left of column 23; the first two columns are no areas."""


def sel_baris(nama: str, luas: Mapping[str, int], mutasi: str, ket: str) -> tuple[str, ...]:
    """Cells of one row without the running number."""
    angka = [sel_luas(n) if n else "-" for n in _luas_berurut(luas)]
    return (nama, *angka[:_SEBELUM_MUTASI], mutasi or "-", *angka[_SEBELUM_MUTASI:], ket or "-")


def baris_jumlah(luas: Mapping[str, int]) -> tuple[str, ...]:
    """The total row of the book."""
    kolom = SPEC.kolom[2:]
    return ("", "JUMLAH", *(sel_luas(luas.get(k.kunci, 0)) if k.kunci in KUNCI_LUAS else "" for k in kolom))


def identitas_pecah(luas: Mapping[str, int]) -> list[str]:
    """Names of the identities that do not hold on a row or the total: L1, L2."""
    hasil = []
    if luas["luas"] != sum(luas[h.lower()] for h in HAK):
        hasil.append("L1")
    if luas["luas"] != sum(luas[g] for g in GUNA):
        hasil.append("L2")
    return hasil


@kasus(Izin.BUKU_BACA)
def ids_tanah(k: Konteks, saringan: SaringanTanah) -> list[int]:
    """Ids of the rows in order: owners, or parcels when `per_bidang`."""
    with k.baca() as sesi:
        if saringan.per_bidang:
            return kueri.ids_bidang(sesi, saringan.teks, saringan.dusun_id)
        return kueri.ids_pemilik_aktif(sesi, saringan.teks, saringan.dusun_id)


@kasus(Izin.BUKU_BACA)
def baris_tanah(
    k: Konteks, ids: Sequence[int], saringan: SaringanTanah | None = None
) -> dict[int, tuple[str, ...]]:
    """Cells of the given rows by id, without the running number; of owners the land that lies in the
    dusun of the filter."""
    saringan = saringan or SaringanTanah()
    with k.baca() as sesi:
        if saringan.per_bidang:
            bidang = _bidang_kini(sesi, ids)
            return _per_bidang(sesi, bidang, (luas_a6(b.kolom) for b in bidang), None)
        milik = kueri.bidang_pemilik(sesi, list(ids), saringan.dusun_id)
        bidang = _bidang_kini(sesi, milik)
        baris = _per_pemilik(sesi, bidang, luas_pemilik(bidang, set(ids)), None)
        return {i: baris[i] for i in ids if i in baris}


def _bidang_kini(sesi: Session, ids: Sequence[int]) -> list[BidangPada]:
    bagian = kueri.bagian(sesi, ids)
    return [BidangPada(i, b._mapping, tuple(bagian.get(i, ()))) for i, b in kueri.bidang(sesi, ids).items()]


def luas_pemilik(bidang: Sequence[BidangPada], hanya: set[int] | None = None) -> dict[int, Luas]:
    """Areas by column of every owner over the given parcels."""
    hasil: dict[int, Luas] = {}
    for b in bidang:
        for pemilik, luas in luas_per_pemilik(b).items():
            if hanya is None or pemilik in hanya:
                tambahkan(hasil.setdefault(pemilik, {}), luas)
    return hasil


def _per_pemilik(
    sesi: Session, bidang: Sequence[BidangPada], luas: Mapping[int, Luas], pada: dt.date | None
) -> dict[int, tuple[str, ...]]:
    mutasi = mutasi_bidang(sesi, [b.id for b in bidang], pada)
    nama = nama_pemilik(sesi, luas)
    milik: dict[int, list[BidangPada]] = {}
    for b in bidang:
        for pemilik, _, _ in b.bagian:
            if pemilik in luas:
                milik.setdefault(pemilik, []).append(b)
    return {
        p: sel_baris(
            nama[p].nama, isi, gabung_teks(m for b in milik[p] for m in mutasi.get(b.id, ())),
            _ket_pemilik(milik[p]),
        )
        for p, isi in luas.items()
    }  # fmt: skip


def _ket_pemilik(milik: Sequence[BidangPada]) -> str:
    bersama = sum(len(b.bagian) > 1 for b in milik)
    return f"{len(milik)} bidang" + (f", {bersama} milik bersama" if bersama else "")


def _per_bidang(
    sesi: Session, bidang: Sequence[BidangPada], luas: Iterable[Luas], pada: dt.date | None
) -> dict[int, tuple[str, ...]]:
    nama = nama_pemilik(sesi, {p for b in bidang for p, _, _ in b.bagian})
    mutasi = mutasi_bidang(sesi, [b.id for b in bidang], pada)
    return {
        b.id: sel_baris(_nama_bersama(b, nama), isi, gabung_teks(mutasi.get(b.id, ())), ket_bidang(b.kolom))
        for b, isi in zip(bidang, luas, strict=True)
    }


def _nama_bersama(b: BidangPada, nama: Mapping[int, Any]) -> str:
    if len(b.bagian) == 1:
        return str(nama[b.bagian[0][0]].nama)
    return "; ".join(f"{nama[p].nama} {teks_pecahan(Fraction(x, y))}" for p, x, y in b.bagian)


def ket_bidang(kolom: Mapping[str, Any]) -> str:
    """Column KET of a parcel's row: its numbers and what was noted."""
    return ", ".join(x for x in (nomor_bidang(kolom), kolom["ket"]) if x)


@kasus(Izin.BUKU_BACA)
def jumlah_tanah(k: Konteks, saringan: SaringanTanah | None = None) -> Luas:
    """Sums of every area column of the rows on show, and `banyak` parcels."""
    saringan = saringan or SaringanTanah()
    with k.baca() as sesi:
        if not saringan.teks.strip():
            j = kueri.jumlah_luas(sesi, dusun_id=saringan.dusun_id)
            hak = {h.lower(): j[f"hak_{h}"] for h in HAK}
            return {"luas": j["luas"], "banyak": j["banyak"], **hak, **{g: j[f"guna_{g}"] for g in GUNA}}
        return _jumlah_saringan(sesi, saringan)


def _jumlah_saringan(sesi: Session, saringan: SaringanTanah) -> Luas:
    if saringan.per_bidang:
        bidang = _bidang_kini(sesi, kueri.ids_bidang(sesi, saringan.teks, saringan.dusun_id))
        bahan = [luas_a6(b.kolom) for b in bidang]
    else:
        ids = kueri.ids_pemilik_aktif(sesi, saringan.teks, saringan.dusun_id)
        bidang = _bidang_kini(sesi, kueri.bidang_pemilik(sesi, ids, saringan.dusun_id))
        bahan = list(luas_pemilik(bidang, set(ids)).values())
    jumlah: Luas = {"banyak": len(bidang), **dict.fromkeys(KUNCI_LUAS, 0)}
    for isi in bahan:
        tambahkan(jumlah, isi)
    return jumlah


@kasus(Izin.BUKU_BACA)
def cetak_tanah_desa(
    k: Konteks, bulan: int, saringan: SaringanTanah | None = None, *, opsi: OpsiCetak | None = None
) -> BukuCetak:
    """A.6 as of a month's end, with the screen's own filter and the total of the rows that it leaves."""
    saringan = saringan or SaringanTanah()
    pada = min(k.jam.hari_ini(), akhir_bulan(bulan))
    with k.baca() as sesi:
        bidang, pemilik = disaring(sesi, bidang_pada(sesi, pada), saringan)
        if saringan.per_bidang:
            bahan = [luas_a6(b.kolom) for b in bidang]
            isi = list(_per_bidang(sesi, bidang, bahan, pada).values())
        else:
            luas = luas_pemilik(bidang, pemilik)
            semua = _per_pemilik(sesi, bidang, luas, pada)
            isi, bahan = [semua[p] for p in _urut_nama(sesi, semua)], list(luas.values())
        jumlah: Luas = {}
        for satu in bahan:
            tambahkan(jumlah, satu)
        baris = [(str(n), *sel) for n, sel in enumerate(isi, 1)]
        satuan = "bidang" if saringan.per_bidang else f"pemilik, {len(bidang)} bidang"
        kata = catatan_saringan(sesi, saringan)
        catatan = (f"Keadaan {nama_bulan(bulan)}{kata}. {len(baris)} {satuan}. Luas dalam m².",)
        return buku_lengkap(
            sesi, SPEC, bulan, baris, pada, opsi=opsi, jumlah=baris_jumlah(jumlah), catatan=catatan
        )


def _urut_nama(sesi: Session, ids: Iterable[int]) -> list[int]:
    """Owners by name, the village last, as on screen."""
    nama = nama_pemilik(sesi, ids)
    return sorted(nama, key=lambda p: (nama[p].jenis == DESA, nama[p].nama, p))
