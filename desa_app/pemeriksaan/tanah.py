"""Checks of the land register (buku.md 3.6): sums of A.5 and A.6, numbers on two parcels, owners gone."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from desa_app.pemeriksaan.hasil import Hasil
from desa_app.pertanahan.luas import teks_luas

_PERGI = {2: "meninggal", 3: "pindah", 6: "pergi"}
_TANDA = ("patok", "papan")


@dataclass(frozen=True, slots=True)
class BidangCek:
    """One standing parcel as the checks see it; every area in 1/100 m²."""

    id: int
    luas: int
    hak: int
    """Sum of columns 4 to 11 of A.6."""
    guna: int
    """Sum of columns 12 to 22, 24 and 25 of A.6."""
    tkd: bool
    oleh: int = 0
    """Sum of columns 6 to 10 of A.5."""
    jenis: int = 0
    """Sum of columns 12 to 16 of A.5."""
    patok: int = 0
    """Columns 17 and 18 of A.5."""
    papan: int = 0
    """Columns 19 and 20 of A.5."""
    sertifikat: str = ""
    letter_c: str = ""
    persil: str = ""
    sppt: str = ""
    pemilik: tuple[tuple[str, int], ...] = ()
    """Name and basic state of owners who are residents."""
    bagian: tuple[tuple[int, int, int], ...] = ()
    """Owner and share of everybody who owns it."""


def jumlah_kolom(b: BidangCek) -> Iterator[Hasil]:
    """The sums that must equal the whole area (OpenSID's forms of land)."""
    yield from _beda(b, "TANAH_HAK_TIDAK_SAMA", "jumlah menurut status hak", b.hak)
    yield from _beda(b, "TANAH_GUNA_TIDAK_SAMA", "jumlah menurut penggunaan", b.guna)
    if b.tkd:
        yield from _beda(b, "TKD_PEROLEHAN_TIDAK_SAMA", "jumlah menurut perolehan", b.oleh)
        yield from _beda(b, "TKD_JENIS_TIDAK_SAMA", "jumlah menurut jenis tanah", b.jenis)
        for nama, luas in zip(_TANDA, (b.patok, b.papan), strict=True):
            yield from _beda(b, "TKD_PATOK_PAPAN", f"yang ada dan tidak ada {nama}", luas)


def _beda(b: BidangCek, kode: str, apa: str, luas: int) -> Iterator[Hasil]:
    if luas != b.luas:
        uraian = f"{apa} {teks_luas(luas)} m², luas bidang {teks_luas(b.luas)} m²"
        yield Hasil(kode, uraian, bidang_id=b.id)


def pemilik_tidak_aktif(b: BidangCek) -> Iterator[Hasil]:
    """Owners who died or left: an inheritance or a transfer is not recorded yet."""
    for nama, status in b.pemilik:
        if status not in {1, 4}:
            yield Hasil("TANAH_PEMILIK_TIDAK_AKTIF", kalimat_pergi(nama, status), bidang_id=b.id)


def kalimat_pergi(nama: str, status: int) -> str:
    """What is still to be recorded of an owner who is no longer a resident, by the basic state."""
    apa = "Warisan belum dibagi" if status == 2 else "Warisan atau peralihan belum dicatat"
    return f"{apa}: {nama} sudah {_PERGI.get(status, 'tidak aktif')}"


def _letter_c(b: BidangCek) -> str:
    return f"C {b.letter_c} persil {b.persil}" if b.letter_c and b.persil else ""


def _seorang(bidang: Iterable[BidangCek]) -> bool:
    """Whether parcels have the same owners: a letter C is an owner's account, so parts of a parcel that
    stay with the owner keep its number."""
    milik = {b.bagian for b in bidang}
    return len(milik) == 1 and milik != {()}


_NOMOR: tuple[tuple[str, Callable[[BidangCek], str]], ...] = (
    ("Nomor sertifikat", lambda b: b.sertifikat),
    ("Letter C dan persil", _letter_c),
    ("Nomor SPPT", lambda b: b.sppt),
)


def nomor_bidang_ganda(bidang: Iterable[BidangCek]) -> Iterator[Hasil]:
    """One number on two parcels; the finding stands on the older one."""
    semua = list(bidang)
    for nama, ambil in _NOMOR:
        menurut: defaultdict[str, list[BidangCek]] = defaultdict(list)
        for b in semua:
            if nomor := ambil(b).strip().upper():
                menurut[nomor].append(b)
        for nomor, sama in menurut.items():
            if len(sama) > 1 and not (ambil is _letter_c and _seorang(sama)):
                ids = [b.id for b in sama]
                uraian = f"{nama} {nomor} ada pada bidang {', '.join(map(str, ids))}"
                yield Hasil("TANAH_NOMOR_GANDA", uraian, bidang_id=ids[0])


def periksa_tanah(bidang: Collection[BidangCek]) -> Iterator[Hasil]:
    """Every check of the land register."""
    for b in bidang:
        yield from jumlah_kolom(b)
    yield from nomor_bidang_ganda(bidang)
    for b in bidang:
        yield from pemilik_tidak_aktif(b)
