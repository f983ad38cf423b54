"""A.5 Buku Tanah Kas Desa: one row per parcel of village land."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Dusun
from db.models.tanah import JENIS_TKD, OLEH
from db.queries import tanah as kueri
from desa_app.bahasa import nama_bulan, tanggal_pendek
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import (
    Luas,
    gabung_teks,
    letak_bidang,
    luas_a5,
    mutasi_bidang,
    nomor_bidang,
    tambahkan,
)
from desa_app.pertanahan.keadaan import bidang_pada
from desa_app.pertanahan.luas import sel_luas
from desa_app.pertanahan.saringan import SaringanTanah, catatan_saringan, disaring
from desa_app.pertanahan.setelan import setelan_tanah
from desa_app.waktu import akhir_bulan

SPEC = spec_buku("A.5")
KUNCI_LUAS = tuple(k.kunci for k in SPEC.kolom if k.tipe == "LUAS_M2")
TANDA = frozenset({"patok_ada", "patok_tidak", "papan_ada", "papan_tidak"})
"""Columns 17 to 20, which a village may print as check marks (buku.md 1.6)."""
_CENTANG = "V"


def identitas_pecah(luas: Mapping[str, int]) -> list[str]:
    """Names of the identities that do not hold on a row or the total: A1, A2, A3."""
    hasil = []
    if luas["luas"] != sum(luas[o] for o in OLEH):
        hasil.append("A1")
    if luas["luas"] != sum(luas[j] for j in JENIS_TKD):
        hasil.append("A2")
    if any(luas["luas"] != luas[f"{t}_ada"] + luas[f"{t}_tidak"] for t in ("patok", "papan")):
        hasil.append("A3")
    return hasil


def sel_baris(kolom: Mapping[str, Any], dusun: str, mutasi: str, *, centang: bool) -> tuple[str, ...]:
    """Cells of one parcel without the running number."""
    teks = {
        "asal": kolom["asal_tkd"], "no_bukti": nomor_bidang(kolom), "kelas": kolom["kelas"],
        "tgl_perolehan": tanggal_pendek(kolom["tgl_perolehan"]), "lokasi": letak_bidang(kolom, dusun),
        "peruntukan": kolom["peruntukan"], "mutasi": mutasi, "ket": kolom["ket"],
    }  # fmt: skip
    luas = luas_a5(kolom)
    return tuple(
        (teks[k.kunci] or "-") if k.kunci in teks else _sel(k.kunci, luas[k.kunci], centang=centang)
        for k in SPEC.kolom[1:]
    )


def _sel(kunci: str, luas: int, *, centang: bool) -> str:
    return (_CENTANG if luas else "-") if centang and kunci in TANDA else sel_luas(luas)


def baris_jumlah(luas: Mapping[str, int]) -> tuple[str, ...]:
    """The total row of the book."""
    kolom = SPEC.kolom[2:]
    return ("", "JUMLAH", *(sel_luas(luas.get(k.kunci, 0)) if k.kunci in KUNCI_LUAS else "" for k in kolom))


def _dusun(sesi: Session) -> dict[int | None, str]:
    return {d.id: d.nama for d in sesi.execute(select(Dusun.id, Dusun.nama))}


@kasus(Izin.BUKU_BACA)
def ids_kas(k: Konteks, teks: str = "") -> list[int]:
    """Ids of the parcels of village land in the order of entry."""
    with k.baca() as sesi:
        return kueri.ids_bidang(sesi, teks, tkd=True)


@kasus(Izin.BUKU_BACA)
def baris_kas(k: Konteks, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Cells of the given parcels by id, without the running number."""
    with k.baca() as sesi:
        mutasi, centang, dusun = mutasi_bidang(sesi, ids), setelan_tanah(sesi).centang_tanda, _dusun(sesi)
        return {
            i: sel_baris(
                b._mapping, dusun.get(b.dusun_id, ""), gabung_teks(mutasi.get(i, ())), centang=centang
            )
            for i, b in kueri.bidang(sesi, ids).items()
        }


@kasus(Izin.BUKU_BACA)
def jumlah_kas(k: Konteks, teks: str = "") -> Luas:
    """Sums of every area column of the rows on show, and `banyak` parcels."""
    with k.baca() as sesi:
        if not teks.strip():
            j = kueri.jumlah_luas(sesi, tkd=True)
            return {**luas_a5(j), "banyak": j["banyak"]}
        baris = kueri.bidang(sesi, kueri.ids_bidang(sesi, teks, tkd=True))
    jumlah: Luas = {"banyak": len(baris)}
    for b in baris.values():
        tambahkan(jumlah, luas_a5(b._mapping))
    return jumlah


@kasus(Izin.BUKU_BACA)
def cetak_tanah_kas(k: Konteks, bulan: int, teks: str = "", *, opsi: OpsiCetak | None = None) -> BukuCetak:
    """A.5 as of a month's end, with the screen's own search and the total of the rows that it leaves."""
    pada: dt.date = min(k.jam.hari_ini(), akhir_bulan(bulan))
    with k.baca() as sesi:
        saringan = SaringanTanah(teks, per_bidang=True)
        bidang, _ = disaring(sesi, [b for b in bidang_pada(sesi, pada) if b.kolom["tkd"]], saringan)
        mutasi = mutasi_bidang(sesi, [b.id for b in bidang], pada)
        dusun, centang = _dusun(sesi), setelan_tanah(sesi).centang_tanda
        jumlah: Luas = {}
        isi = []
        for nomor, b in enumerate(bidang, 1):
            tambahkan(jumlah, luas_a5(b.kolom))
            teks = gabung_teks(mutasi.get(b.id, ()))
            sel = sel_baris(b.kolom, dusun.get(b.kolom["dusun_id"], ""), teks, centang=centang)
            isi.append((str(nomor), *sel))
        kata = catatan_saringan(sesi, saringan)
        catatan = (f"Keadaan {nama_bulan(bulan)}{kata}. {len(isi)} bidang. Luas dalam m².",)
        return buku_lengkap(
            sesi, SPEC, bulan, isi, pada, opsi=opsi, jumlah=baris_jumlah(jumlah), catatan=catatan
        )
