"""Our own full workbook coming back in: headings in words, in any order, also as separated text."""

from desa_app.buku.kolom_penduduk import kolom_lengkap
from desa_app.impor.baris import BarisPenduduk, HasilBaca, PetaKolom, ambil_baris
from desa_app.impor.lembar import BukuKerja, Lembar, Nilai, teks

KUNCI = "lengkap"
NAMA = "ekspor lengkap Desa App"
_CIRI = frozenset({"nomor kk", "hubungan keluarga (shdk)", "nama lengkap", "nik", "status dasar"})
_CARI_JUDUL = 10
CATATAN = "#"
"""First sign of a line that tells who exported the file."""
LEMBAR_KETERANGAN = "Keterangan"


def _judul(nilai: Nilai) -> str:
    return " ".join(nilai.split()).lower() if isinstance(nilai, str) else ""


def _baris_judul(lembar: Lembar) -> int | None:
    for nomor, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
        if {_judul(n) for n in baris} >= _CIRI:
            return nomor
    return None


def kenali(buku: BukuKerja) -> bool:
    """Whether a sheet has the headings of the full export."""
    return any(_baris_judul(lembar) is not None for lembar in buku.lembar)


def baca(buku: BukuKerja) -> HasilBaca:
    """Every person of every sheet with these headings."""
    kunci = {judul.lower(): k for judul, k in kolom_lengkap()}
    hasil: list[BarisPenduduk] = []
    dilewati: list[str] = []
    for lembar in buku.lembar:
        awal = _baris_judul(lembar)
        if awal is None:
            dilewati += [lembar.nama] if lembar.nama != LEMBAR_KETERANGAN else []
            continue
        letak = {kunci[j]: n for n, sel in enumerate(lembar.baris[awal]) if (j := _judul(sel)) in kunci}
        peta = PetaKolom(tuple(letak.items()))
        for nomor in range(awal + 1, len(lembar.baris)):
            if lembar.baris[nomor] and teks(lembar.baris[nomor][0]).startswith(CATATAN):
                continue
            satu = ambil_baris(lembar, nomor, peta)
            hasil += [satu] if satu is not None else []
    return HasilBaca(hasil, dilewati=dilewati)
