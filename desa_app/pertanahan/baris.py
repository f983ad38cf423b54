"""Parcels turned into areas by column: shared by A.6, A.5 and the screens."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.models.tanah import GUNA, HAK, JENIS_TKD, OLEH
from db.queries import tanah as kueri
from desa_app.pertanahan.keadaan import BidangPada
from desa_app.pertanahan.luas import bagi_habis, bagi_satu

Luas = dict[str, int]
"""Area in 1/100 m² by column key of the book."""
_KOSONG: Luas = dict.fromkeys(("luas", *(h.lower() for h in HAK), *GUNA), 0)
_KOLOM_GUNA = tuple(f"guna_{g}" for g in GUNA)


def luas_a6(kolom: Mapping[str, Any], luas: int | None = None, guna: Sequence[int] | None = None) -> Luas:
    """Columns 3 to 25 of A.6 for a parcel, or for a part of it when `luas` and `guna` are given."""
    hasil = dict(_KOSONG)
    hasil["luas"] = hasil[kolom["hak"].lower()] = kolom["luas"] if luas is None else luas
    hasil.update(zip(GUNA, [kolom[g] for g in _KOLOM_GUNA] if guna is None else guna, strict=True))
    return hasil


def luas_a5(kolom: Mapping[str, Any]) -> Luas:
    """Columns 4 to 20 of A.5 for a parcel. `jenis_sawah` is column 12, `oleh_lain_lain` column 10."""
    hasil: Luas = {"luas": kolom["luas"]}
    hasil |= {o: kolom[f"oleh_{o}"] for o in OLEH}
    hasil |= {j: kolom[f"jenis_{j}"] for j in JENIS_TKD}
    for tanda in ("patok", "papan"):
        ada = kolom[f"{tanda}_ada"]
        hasil |= {f"{tanda}_ada": ada, f"{tanda}_tidak": kolom["luas"] - ada}
    return hasil


def luas_per_pemilik(bidang: BidangPada) -> dict[int, Luas]:
    """A parcel shared out to its owners in whole 1/100 m²: every row and column keeps its sum."""
    if len(bidang.bagian) == 1:
        return {bidang.bagian[0][0]: luas_a6(bidang.kolom)}
    bersama = 1
    for _, _, penyebut in bidang.bagian:
        bersama *= penyebut
    bobot = [a * (bersama // b) for _, a, b in bidang.bagian]
    luas = bagi_satu(bidang.kolom["luas"], bobot)
    guna = bagi_habis([bidang.kolom[f"guna_{g}"] for g in GUNA], luas)
    return {p: luas_a6(bidang.kolom, n, g) for (p, _, _), n, g in zip(bidang.bagian, luas, guna, strict=True)}


def tambahkan(jumlah: Luas, isi: Mapping[str, int]) -> None:
    """Add areas to a sum in place."""
    for k, n in isi.items():
        jumlah[k] = jumlah.get(k, 0) + n


def mutasi_bidang(
    sesi: Session, ids: Sequence[int] | None, pada: dt.date | None = None
) -> dict[int, tuple[str, ...]]:
    """Texts of column MUTASI by parcel: acts that changed it or began it, oldest first."""
    hasil: defaultdict[int, list[str]] = defaultdict(list)
    for b in kueri.acara_bidang(sesi, ids, pada):
        if b.peran != "asal":
            hasil[b.bidang_id].append(b.uraian)
    return {b: tuple(isi) for b, isi in hasil.items()}


def gabung_teks(teks: Iterable[str]) -> str:
    """Each text once, with semicolons."""
    return "; ".join(dict.fromkeys(t for t in teks if t))


def nomor_bidang(kolom: Mapping[str, Any]) -> str:
    """Certificate, letter C and persil of a parcel in one line; empty when it has none."""
    bagian = (("no_sertifikat", "Sertifikat {}"), ("letter_c", "C {}"), ("persil", "Persil {}"))
    return ", ".join(bentuk.format(kolom[kunci]) for kunci, bentuk in bagian if kolom[kunci])


def letak_bidang(kolom: Mapping[str, Any], dusun: str) -> str:
    """Where a parcel lies: block or street, dusun, RT/RW."""
    rt = f"RT {kolom['rt']}/RW {kolom['rw']}" if kolom["rt"] or kolom["rw"] else ""
    return ", ".join(x for x in (kolom["lokasi"], f"Dusun {dusun.title()}" if dusun else "", rt) if x)
