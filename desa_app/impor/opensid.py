"""The 43-column OpenSID workbook (`impor.json`: opensid_xlsx, opensid_xlsm): one row for each person."""

from desa_app.buku.kolom_penduduk import kolom_opensid
from desa_app.impor.baris import BarisPenduduk, Galat, HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.lembar import BukuKerja, Lembar, huruf_kolom, teks
from desa_app.impor.saran import mirip
from resources.paths import data

KUNCI = "opensid"
NAMA = "OpenSID (43 kolom)"
WAJIB = ("nama", "no_kk", "nik", "kk_level", "sex", "tanggallahir", "dusun")
"""Columns without which no person can be stored."""
_KHAS = frozenset({"sex", "tempatlahir", "tanggallahir", "tanggalperkawinan", "tanggalperceraian"})
_KETERANGAN = "keterangan"
"""Sheet on which our own exports say who made them."""
_AKHIR = "###"
_CARI_JUDUL = 10
"""Rows at the top of a sheet among which the headings may stand."""


def _judul(nilai: object) -> str:
    return "".join(str(nilai).split()).lower() if isinstance(nilai, str) else ""


def _baris_judul(lembar: Lembar) -> int | None:
    """Index of the heading row: at least five known headings, two of which only this layout has."""
    dikenal = {j for j, _ in kolom_opensid()}
    for nomor, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
        ada = {_judul(n) for n in baris} & dikenal
        if len(ada) >= 5 and sum("_" in j or j in _KHAS for j in ada) >= 2:
            return nomor
    return None


def kenali(buku: BukuKerja) -> bool:
    """Whether a sheet carries the headings."""
    return any(_baris_judul(lembar) is not None for lembar in _lembar_data(buku))


def _lembar_data(buku: BukuKerja) -> list[Lembar]:
    abaikan = {n.lower() for n in data("impor")["format"]["opensid_xlsm"]["abaikan_lembar"]} | {_KETERANGAN}
    return [s for s in buku.lembar if s.nama.strip().lower() not in abaikan]


def baca(buku: BukuKerja) -> HasilBaca:
    """Every person of every sheet with the headings; refusals for unknown, double and missing ones."""
    baris: list[BarisPenduduk] = []
    galat: list[Galat] = []
    dilewati = []
    for lembar in _lembar_data(buku):
        nomor = _baris_judul(lembar)
        if nomor is None:
            if any(teks(n).strip() for b in lembar.baris for n in b):
                dilewati.append(lembar.nama)
            continue
        peta, masalah = _peta(lembar, nomor)
        galat += masalah
        if not masalah:
            baris += _isi(lembar, nomor + 1, peta)
    return HasilBaca(baris, galat, dilewati)


def _peta(lembar: Lembar, nomor: int) -> tuple[PetaKolom, list[Galat]]:
    dikenal = dict(kolom_opensid())
    letak: dict[str, int] = {}
    galat: list[Galat] = []
    for kolom, nilai in enumerate(lembar.baris[nomor]):
        judul = _judul(nilai)
        if not judul:
            if teks(nilai).strip():
                galat.append(_galat_judul(lembar, nomor, kolom, teks(nilai), "Judul kolom tidak dikenal."))
        elif judul not in dikenal:
            galat.append(_galat_judul(lembar, nomor, kolom, teks(nilai), "Judul kolom tidak dikenal."))
        elif judul in letak:
            galat.append(_galat_judul(lembar, nomor, kolom, teks(nilai), "Judul kolom ini ada dua kali."))
        else:
            letak[judul] = kolom
    for judul in WAJIB:
        if judul not in letak:
            saran = f"Tambahkan kolom “{judul}”."
            sebab = f"Kolom “{judul}” tidak ada, padahal wajib."
            galat.append(Galat(lembar.nama, nomor + 1, "", "", sebab, saran))
    return PetaKolom(tuple((dikenal[j], n) for j, n in letak.items())), galat


def _galat_judul(lembar: Lembar, nomor: int, kolom: int, nilai: str, sebab: str) -> Galat:
    dugaan = mirip(_judul(nilai), [j for j, _ in kolom_opensid()])
    saran = f"Mungkin “{dugaan}”?" if dugaan and "tidak dikenal" in sebab else "Hapus kolom ini."
    return Galat(lembar.nama, nomor + 1, huruf_kolom(kolom + 1), nilai, sebab, saran)


def _isi(lembar: Lembar, mulai: int, peta: PetaKolom) -> list[BarisPenduduk]:
    hasil = []
    for nomor in range(mulai, len(lembar.baris)):
        sel = lembar.baris[nomor]
        if len(sel) > 1 and sel[1] == _AKHIR:
            break
        if (satu := ambil_baris(lembar, nomor, peta)) is not None:
            hasil.append(satu)
    return hasil
