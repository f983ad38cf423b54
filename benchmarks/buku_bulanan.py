"""B.3 and the closing of a month at 10,000 and 100,000 residents with 24 months of events."""

import datetime as dt
import random
from dataclasses import replace

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, median_detik
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.bagian import TempatKeluarga
from desa_app.kependudukan.acara.datang import Pendatang, catat_datang
from desa_app.kependudukan.acara.lahir import catat_lahir
from desa_app.kependudukan.daftar import penduduk_pada
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.keluarga import id_keluarga
from desa_app.kependudukan.tutup_buku import tutup_bulan
from desa_app.kependudukan.uji_diri import uji_bulan
from desa_app.waktu import awal_bulan, bulan_dari, geser_bulan, jam_tetap

MULAI, BULAN = dt.date(2024, 12, 10), 24
BATAS_REKAP, BATAS_TUTUP, BATAS_TUMBUH = 150.0, 1000.0, 1.3


def ukur() -> list[Hasil]:
    """Recapitulation of any month, and closing the newest; cost per resident must not grow."""
    (r10, t10), (r100, t100) = _waktu(10_000), _waktu(100_000)
    return [
        Hasil("B.3 bulan mana pun, 10.000, 24 bulan", r10, "ms", batas=f"<= {BATAS_REKAP:g} ms",
              lolos=r10 <= BATAS_REKAP),
        Hasil("  100.000", r100, "ms", "10 x 10.000", r100 / 10 / r10, f"<= {BATAS_TUMBUH} x",
              r100 / 10 / r10 <= BATAS_TUMBUH),
        Hasil("tutup buku satu bulan, 10.000", t10, "ms", batas=f"<= {BATAS_TUTUP:g} ms",
              lolos=t10 <= BATAS_TUTUP),
        Hasil("  uji diri, 100.000", t100, "ms", "10 x 10.000", t100 / 10 / t10),
    ]  # fmt: skip


def _waktu(penduduk: int) -> tuple[float, float]:
    """Milliseconds of the recapitulation and of closing (of the self-test alone at the larger size)."""
    with desa_contoh(penduduk, MULAI) as k:
        akhir = _dua_tahun(k, 20 * penduduk // 10_000)
        rekap = max(_rekap(k, geser_bulan(akhir, -12)), _rekap(k, akhir))
        kini = replace(k, jam=jam_tetap(awal_bulan(akhir)))
        tutup = median_detik(lambda: uji_bulan(kini, akhir)) if penduduk > 10_000 else _tutup(kini, akhir)
    return rekap * 1000, tutup * 1000


def _rekap(k: Konteks, bulan: int) -> float:
    return median_detik(lambda: rekap_bulan(k, bulan), 5)


def _dua_tahun(k: Konteks, per_bulan: int) -> int:
    """Births and arrivals month by month; returns the last month."""
    acak = random.Random(1)
    kepala = [w for w in penduduk_pada(k, MULAI) if w["shdk"] == 1]
    for langkah in range(BULAN):
        hari = awal_bulan(geser_bulan(bulan_dari(MULAI), langkah)) + dt.timedelta(days=14)
        kini = replace(k, jam=jam_tetap(hari))
        for nomor in range(per_bulan):
            tgl = {"tgl_peristiwa": hari, "tgl_lapor": hari}
            if nomor % 2:
                keluarga_id = id_keluarga(kini, acak.choice(kepala)["no_kk"])
                isi = {"nama": f"BAYI K{nomor}X{langkah}", "jk": "L", "tempat_lahir": "RUMAH"}
                catat_lahir(kini, {**tgl, **isi}, keluarga_id=keluarga_id)
            else:
                orang = {"nama": "PENDATANG BARU", "jk": "P", "tanggal_lahir": dt.date(1990, 1, 1)}
                catat_datang(
                    kini, {**tgl, "asal": "DESA LAIN"}, pendatang=[Pendatang(orang, 1)],
                    tempat=TempatKeluarga("sementara", "KRAJAN"),
                )  # fmt: skip
    return bulan_dari(hari)


def _tutup(k: Konteks, akhir: int) -> float:
    """Close every month up to the last; seconds of the last closing."""
    from desa_app.kependudukan.tutup_buku import bulan_buku

    bulan = [b for b in bulan_buku(k) if b <= akhir]
    for b in bulan[:-1]:
        if not tutup_bulan(k, b).tertutup:
            raise RuntimeError(f"bulan {b} tidak dapat ditutup")
    return median_detik(lambda: tutup_bulan(k, bulan[-1]), 1)
