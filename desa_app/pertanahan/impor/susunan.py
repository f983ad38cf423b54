"""The two layouts of land workbooks: OpenSID's persil list and the program's own list of parcels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.models.tanah import KOLOM_GUNA, KOLOM_JENIS, KOLOM_OLEH, KOLOM_TANDA
from desa_app.errors import BerkasBermasalah
from desa_app.impor.baris import Galat
from desa_app.impor.batas import AMAN
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai, huruf_kolom, teks
from desa_app.impor.saran import mirip
from desa_app.pertanahan.isian import TEKS
from resources.paths import data

PERSIL, SENDIRI = "persil", "bidang"
KOLOM_PEMILIK = (
    "pemilik_jenis",
    "pemilik_nik",
    "pemilik_nama",
    "pemilik_no_identitas",
    "pemilik_alamat",
    "bagian",
)
KOLOM_SENDIRI = (
    "bidang", "luas", "hak", *TEKS, "dusun", "bukti_lengkap", "sejak_tahun", "tgl_perolehan", *KOLOM_GUNA,
    *KOLOM_OLEH, *KOLOM_JENIS, *KOLOM_TANDA, *KOLOM_PEMILIK,
)  # fmt: skip
"""Headings of our own workbook; rows with the same number under `bidang` are owners of one parcel."""
WAJIB = ("luas", "hak")
_PERSIL = {
    "nik": "pemilik_nik", "nomorpersil": "persil", "luas": "luas", "kelas": "kelas", "nosppt/pbb": "sppt",
    "no": "", "persil_jenis_id": "", "id_clusterdesa": "", "persil_peruntukan_id": "",
}  # fmt: skip
"""Attribute for each heading of OpenSID's list; empty ones are numbers only OpenSID understands."""
_CARI_JUDUL = 12


@dataclass(frozen=True)
class BarisTanah:
    """One row of a workbook: raw cells by key, and where each stands."""

    lembar: str
    baris: int
    nilai: Mapping[str, Nilai]
    kolom: Mapping[str, str]
    rumus: frozenset[str] = frozenset()


@dataclass
class HasilBacaTanah:
    """What a layout read."""

    susunan: str
    baris: list[BarisTanah] = field(default_factory=list)
    galat: list[Galat] = field(default_factory=list)


def _judul(nilai: object) -> str:
    return "".join(teks(nilai).split()).lower() if isinstance(nilai, str) else ""


def _peta_persil() -> dict[str, str]:
    judul = (_judul(k["judul"]) for k in data("impor")["format"][PERSIL]["kolom"])
    return {j: _PERSIL[j] for j in judul}


def baca_susunan(buku: BukuKerja) -> HasilBacaTanah:
    """Rows of the first sheet whose headings are known. Raises BerkasBermasalah."""
    for lembar in buku.lembar:
        for nomor, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
            judul = {_judul(n) for n in baris}
            if {"nik", "nomorpersil", "luas"} <= judul:
                return _baca(PERSIL, lembar, nomor, _peta_persil())
            if len(judul & set(KOLOM_SENDIRI)) >= 4 and {"luas", "hak"} & judul:
                return _baca(SENDIRI, lembar, nomor, {k: k for k in KOLOM_SENDIRI})
    raise BerkasBermasalah(
        f"Susunan lembar kerja ini tidak dikenal sebagai daftar tanah.{AMAN} "
        "Yang dikenal: daftar persil OpenSID dan daftar bidang dari program ini."
    )


def _baca(susunan: str, lembar: Lembar, nomor: int, peta: Mapping[str, str]) -> HasilBacaTanah:
    hasil = HasilBacaTanah(susunan)
    letak: dict[str, int] = {}
    for kolom, nilai in enumerate(lembar.baris[nomor]):
        judul = _judul(nilai)
        if not judul:
            continue
        if judul not in peta:
            dugaan = mirip(judul, list(peta))
            saran = f"Mungkin “{dugaan}”?" if dugaan else "Hapus kolom ini."
            hasil.galat.append(
                Galat(
                    lembar.nama,
                    nomor + 1,
                    huruf_kolom(kolom + 1),
                    teks(nilai),
                    "Judul kolom tidak dikenal.",
                    saran,
                )
            )
        elif peta[judul] in letak:
            sebab = "Judul kolom ini ada dua kali."
            hasil.galat.append(Galat(lembar.nama, nomor + 1, huruf_kolom(kolom + 1), teks(nilai), sebab))
        elif peta[judul]:
            letak[peta[judul]] = kolom
    if susunan == SENDIRI:
        hasil.galat += [
            Galat(lembar.nama, nomor + 1, "", "", f"Kolom “{k}” tidak ada, padahal wajib.")
            for k in WAJIB
            if k not in letak
        ]
    if not hasil.galat:
        hasil.baris = _isi(lembar, nomor + 1, letak)
    return hasil


def _isi(lembar: Lembar, mulai: int, letak: Mapping[str, int]) -> list[BarisTanah]:
    huruf = {k: huruf_kolom(n + 1) for k, n in letak.items()}
    hasil = []
    for nomor in range(mulai, len(lembar.baris)):
        sel = lembar.baris[nomor]
        nilai = {k: sel[n] for k, n in letak.items() if n < len(sel) and sel[n] not in {"", None}}
        rumus = frozenset(k for k, n in letak.items() if (nomor, n) in lembar.rumus)
        if nilai or rumus:
            hasil.append(BarisTanah(lembar.nama, nomor + 1, nilai, huruf, rumus))
    return hasil


def isian_persil(nilai: Mapping[str, Any]) -> dict[str, Any]:
    """What OpenSID's list leaves unsaid: customary land, its use by the class."""
    kelas = teks(nilai.get("kelas")).strip().upper()
    guna = "sawah" if kelas.startswith("S") else "tegalan" if kelas.startswith(("D", "T")) else "lain_lain"
    return {**nilai, "hak": "MA", "guna": guna, "kelas": kelas}
