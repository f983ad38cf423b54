"""Import of every layout, checks, similar names and exports at 10,000 residents.

The measure beside the import is the least that any importer must do: read the same workbook and put
its cells as they are into one table of an equal database.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import ULANG, Hasil, di_proses_sendiri, median_detik, puncak_mb
from desa_app.bahasa import bilangan
from desa_app.ekspor.penduduk import ekspor_penduduk
from desa_app.kasus import Konteks
from desa_app.pemeriksaan.jalan import bahan, jalankan_pemeriksaan
from desa_app.pemeriksaan.kembar import orang_mirip

ORANG = 10_000
BATAS_OPENSID, BATAS_RASIO, BATAS_SUSUNAN, BATAS_MB = 2.5, 4.0, 3.0, 300.0
BATAS_CEK, BATAS_MIRIP, BATAS_EKSPOR = 2.0, 5.0, 2.0
LAIN = ("siak", "bip_2016", "bip_ektp", "bip_2012", "luwu_timur")


def ukur() -> list[Hasil]:
    """Figures of this module."""
    sekali = [di_proses_sendiri("benchmarks.impor", "opensid") for _ in range(ULANG)]
    detik, polos = (statistics.median(s[n] for s in sekali) for n in ("detik", "polos"))
    rasio = detik / polos
    judul = f"impor OpenSID, {bilangan(ORANG)} penduduk"
    hasil = [
        Hasil(
            judul, detik, "s", f"baca dan sisipkan saja {polos:.2f} s", rasio,
            f"<= {BATAS_OPENSID:g} s, <= {BATAS_RASIO:g} x", detik <= BATAS_OPENSID and rasio <= BATAS_RASIO,
        )
    ]  # fmt: skip
    if (mb := sekali[0]["mb"]) is not None:
        hasil.append(Hasil("  memori", mb, "MB", batas=f"<= {BATAS_MB:g} MB", lolos=mb <= BATAS_MB))
    for susunan in LAIN:
        d = di_proses_sendiri("benchmarks.impor", susunan)["detik"]
        nama = f"impor {susunan}, {bilangan(ORANG)} penduduk"
        hasil.append(Hasil(nama, d, "s", batas=f"<= {BATAS_SUSUNAN:g} s", lolos=d <= BATAS_SUSUNAN))
    with desa_contoh(ORANG) as k:
        hasil += _pemeriksaan(k)
    return hasil


def _pemeriksaan(k: Konteks) -> list[Hasil]:
    cek = median_detik(lambda: jalankan_pemeriksaan(k))
    with k.baca() as sesi:
        b = bahan(sesi, k)
    mirip = median_detik(lambda: orang_mirip(b))
    hasil = [
        Hasil("semua pemeriksaan, 10.000", cek, "s", batas=f"<= {BATAS_CEK:g} s", lolos=cek <= BATAS_CEK),
        Hasil("  cari nama mirip", mirip, "s", batas=f"<= {BATAS_MIRIP:g} s", lolos=mirip <= BATAS_MIRIP),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for bentuk, akhiran in (("opensid", "xlsx"), ("lengkap", "xlsx"), ("lengkap", "csv")):
            d = median_detik(_ekspor(k, bentuk, Path(folder) / f"a.{akhiran}"))
            nama = f"ekspor {bentuk} .{akhiran}, 10.000"
            hasil.append(Hasil(nama, d, "s", batas=f"<= {BATAS_EKSPOR:g} s", lolos=d <= BATAS_EKSPOR))
    return hasil


def _ekspor(k: Konteks, bentuk: str, ke: Path) -> Callable[[], object]:
    return lambda: ekspor_penduduk(k, bentuk, ke)


def _satu(susunan: str) -> dict[str, float | None]:
    """One import in a process of its own; memory is read before the measure beside it."""
    from desa_app.impor.coba import coba_impor
    from desa_app.impor.terapkan import terapkan_impor
    from tests.impor import susunan_dukcapil
    from tests.impor.bahan import nik_urut, tabel, tulis_xls, tulis_xlsx, warga
    from tests.impor.ruang import desa_sementara

    orang = nik_urut(warga(ORANG))
    isi = tabel(orang) if susunan == "opensid" else getattr(susunan_dukcapil, susunan)(orang)
    with tempfile.TemporaryDirectory() as folder, desa_sementara(Path(folder)) as k:
        tulis = tulis_xlsx if susunan == "opensid" else tulis_xls
        jalur = tulis(Path(folder) / "data.xlsx", isi, "Data")
        del isi, orang
        awal = time.perf_counter()
        hasil = terapkan_impor(k, coba_impor(k, jalur))
        detik = time.perf_counter() - awal
        assert hasil.baru == ORANG
        mb = puncak_mb()
        polos = _polos(jalur, Path(folder) / "polos.db") if susunan == "opensid" else 0.0
    return {"detik": detik, "mb": mb, "polos": polos}


def _polos(jalur: Path, basis: Path) -> float:
    """Seconds to read the workbook and insert every row as text."""
    import python_calamine
    from sqlalchemy import Column, Integer, MetaData, Table, Text, insert

    from db.engine import buat_engine

    engine = buat_engine(basis)
    kolom = [Column(f"k{n}", Text, default="") for n in range(43)]
    polos = Table("polos", MetaData(), Column("id", Integer, primary_key=True), *kolom)
    polos.create(engine)
    awal = time.perf_counter()
    baris: Sequence[Sequence[Any]] = (
        python_calamine.CalamineWorkbook.from_path(str(jalur)).get_sheet_by_index(0).to_python()
    )
    with engine.begin() as sambungan:
        sambungan.execute(insert(polos), [{f"k{n}": str(s) for n, s in enumerate(b)} for b in baris])
    detik = time.perf_counter() - awal
    engine.dispose()
    return detik


if __name__ == "__main__":
    print(json.dumps(_satu(sys.argv[1])))
