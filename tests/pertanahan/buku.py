"""Both land books as printed, and the identities asked of their cells: A1 to A3, L1, L2, sums of columns."""

from desa_app.buku.cetak import BukuCetak
from desa_app.kasus import Konteks
from desa_app.pertanahan import tanah_desa, tanah_kas
from desa_app.pertanahan.luas import baca_luas
from desa_app.pertanahan.saringan import SaringanTanah
from desa_app.pertanahan.tanah_desa import cetak_tanah_desa
from desa_app.pertanahan.tanah_kas import cetak_tanah_kas

BULAN = 202611
PER_BIDANG = SaringanTanah(per_bidang=True)


def luas_baris(buku: BukuCetak, baris: tuple[str, ...]) -> dict[str, int]:
    return {
        k.kunci: 0 if sel in {"-", ""} else baca_luas(sel)
        for k, sel in zip(buku.spec.kolom, baris, strict=True)
        if k.tipe == "LUAS_M2"
    }


def pelanggaran(buku: BukuCetak) -> list[str]:
    """Identities of each row and the total, and columns that do not add up; from the cells as printed."""
    identitas = tanah_kas.identitas_pecah if buku.spec.kode == "A.5" else tanah_desa.identitas_pecah
    assert buku.jumlah is not None
    baris = [luas_baris(buku, b) for b in buku.baris]
    jumlah = luas_baris(buku, buku.jumlah)
    salah = [f"baris {n}: {s}" for n, b in enumerate([*baris, jumlah]) for s in identitas(b)]
    salah += [f"kolom {k}" for k in jumlah if jumlah[k] != sum(b[k] for b in baris)]
    return salah


def semua_buku(k: Konteks) -> list[BukuCetak]:
    return [
        cetak_tanah_kas(k, BULAN), cetak_tanah_desa(k, BULAN), cetak_tanah_desa(k, BULAN, PER_BIDANG)
    ]  # fmt: skip
