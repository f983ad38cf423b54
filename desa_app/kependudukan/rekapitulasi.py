"""B.3 Buku Rekapitulasi Jumlah Penduduk on paper: the figures of `hitung.rekap` with their remarks."""

from sqlalchemy.orm import Session

from desa_app.bahasa import bilangan, nama_bulan
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.hitung import BarisRekap, rekap
from desa_app.kependudukan.mutasi import antar_dusun
from desa_app.waktu import akhir_bulan

SPEC = spec_buku("B.3")


@kasus(Izin.BUKU_BACA)
def tabel_rekapitulasi(k: Konteks, bulan: int) -> list[tuple[str, ...]]:
    """All 33 columns of B.3 for the screen; the last row is the total."""
    with k.baca() as sesi:
        return _isi(sesi, bulan)


@kasus(Izin.BUKU_BACA)
def cetak_rekapitulasi(k: Konteks, bulan: int, *, opsi: OpsiCetak | None = None) -> BukuCetak:
    """B.3 of a month: one row per dusun and the total row. Zero is printed as `-`, as offices do."""
    with k.baca() as sesi:
        *isi, jumlah = _isi(sesi, bulan)
        tanggal = min(k.jam.hari_ini(), akhir_bulan(bulan))
        catatan = (f"Keadaan akhir {nama_bulan(bulan)}.",)
        return buku_lengkap(sesi, SPEC, bulan, isi, tanggal, opsi=opsi, jumlah=jumlah, catatan=catatan)


def _isi(sesi: Session, bulan: int) -> list[tuple[str, ...]]:
    *baris, total = rekap(sesi, bulan)
    antar = antar_dusun(sesi, bulan)
    isi = [sel_rekap(b, str(n), antar.get(b.dusun_id or 0, 0)) for n, b in enumerate(baris, 1)]
    return [*isi, sel_rekap(total, "", sum(antar.values()) // 2)]


def sel_rekap(b: BarisRekap, nomor: str, antar: int) -> tuple[str, ...]:
    """Cells of one row in column order."""
    angka = {kunci: bilangan(nilai) if nilai else "-" for kunci, nilai in b.angka.items()}
    lain = {"no_urut": nomor, "dusun": b.dusun, "ket": f"pindah antar dusun: {antar}" if antar else "-"}
    return tuple({**angka, **lain}[kolom.kunci] for kolom in SPEC.kolom)
