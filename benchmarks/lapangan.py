"""A visit of 500 people with three documents each: list, check-in click on the screen, all papers.

A click counts from the press of the big button until the stored state is painted in list and card. The
processor time of the same clicks stands beside it: on a busy machine only that one is the program's own.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, median_detik
from desa_app.ekspor.naskah import simpan_kertas
from desa_app.kasus import Konteks
from desa_app.lapangan.kegiatan import KegiatanBaru, rencanakan
from desa_app.lapangan.kertas import KERTAS, kertas_lapangan
from desa_app.lapangan.peserta import daftar_peserta, tambah_peserta

PESERTA, KLIK = 500, 120
DOKUMEN = ("ktp", "rekam", "kk")
BATAS_DAFTAR, BATAS_KLIK, BATAS_KERTAS = 50.0, 100.0, 3.0


def ukur() -> list[Hasil]:
    """The figures of issue 8."""
    with desa_contoh(3_000) as k:
        kegiatan = _siapkan(k)
        daftar = median_detik(lambda: daftar_peserta(k, kegiatan), 9) * 1000
        klik, prosesor = klik_layar(k, kegiatan)
        kertas = _kertas(k, kegiatan)
    return [
        Hasil("lapangan: daftar 500 peserta x 3 dokumen", daftar, "ms", batas=f"<= {BATAS_DAFTAR:g} ms",
              lolos=daftar <= BATAS_DAFTAR),
        Hasil(f"lapangan: {KLIK} klik, disimpan dan tampil (terlama)", klik[-1], "ms",
              f"{sebaran(klik)}; prosesor {sebaran(prosesor)}",
              batas=f"<= {BATAS_KLIK:g} ms", lolos=klik[-1] <= BATAS_KLIK),
        Hasil(f"lapangan: {len(KERTAS)} kertas ke PDF", kertas, "s", batas=f"<= {BATAS_KERTAS:g} s",
              lolos=kertas <= BATAS_KERTAS),
    ]  # fmt: skip


def _siapkan(k: Konteks) -> int:
    from sqlalchemy import select

    from db.models import Penduduk
    from desa_app.waktu import lahir_paling_lambat

    with k.baca() as sesi:
        ids = sesi.scalars(
            select(Penduduk.id)
            .where(
                Penduduk.tanggal_lahir <= lahir_paling_lambat(17, k.jam.hari_ini()),
                Penduduk.status_dasar == 1,
            )
            .limit(PESERTA)
        ).all()
    kegiatan = rencanakan(
        k,
        KegiatanBaru(
            templat="KETUPAT_PECEL",
            nama="Ukur",
            tanggal=k.jam.hari_ini(),
            tempat="Balai",
            petugas=(("A", "B"),),
        ),
    )
    hasil = tambah_peserta(k, kegiatan, dict.fromkeys(ids, DOKUMEN))
    assert hasil.ditambah == PESERTA, hasil.ditolak[:3]
    return kegiatan


def klik_layar(k: Konteks, kegiatan: int) -> tuple[list[float], list[float]]:
    """Milliseconds of clicks on the page of the day, by the clock and by the processor, quickest first."""
    from PySide6.QtCore import QEventLoop

    layar = _Layar(k, kegiatan)
    hari, lama, prosesor = layar.hari, [], []
    for nomor in range(KLIK):
        hari.daftar.setCurrentIndex(hari.model.index(_orang_ke(hari, nomor // 2)))
        tombol = hari.kartu.tombol["offline" if nomor % 2 else "hadir"]
        assert tombol.isEnabled(), (nomor, tombol.text())
        awal, awal_prosesor = time.perf_counter(), time.process_time()
        tombol.click()
        while tombol.isEnabled() or hari._sibuk:
            layar.aplikasi.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        layar.aplikasi.processEvents()
        lama.append((time.perf_counter() - awal) * 1000)
        prosesor.append((time.process_time() - awal_prosesor) * 1000)
        layar.tenang()
    layar.tutup()
    return sorted(lama), sorted(prosesor)


class _Layar:
    """The page of the day of a visit, shown and loaded."""

    def __init__(self, k: Konteks, kegiatan: int) -> None:
        from ui.app import siapkan_aplikasi
        from ui.halaman.lapangan import HalamanLapangan
        from ui.halaman.lapangan.hari import HariPelayanan
        from ui.ruang import Layanan, Ruang
        from ui.tasks import TaskRunner

        self.aplikasi = siapkan_aplikasi()
        self.ruang = Ruang(k, TaskRunner(), Layanan())
        self.halaman = HalamanLapangan(self.ruang)
        self.halaman.resize(1366, 768)
        self.halaman.show()
        self.halaman.buka(kegiatan=kegiatan, tab="hari")
        self.tenang()
        hari = self.halaman.rincian.tab.isi("hari") if self.halaman.rincian else None
        assert isinstance(hari, HariPelayanan)
        hari.cetak = _tanpa_kertas  # type: ignore[method-assign, assignment]
        self.hari = hari

    def tenang(self) -> None:
        """Return when nothing is under way."""
        from PySide6.QtCore import QEventLoop

        while self.ruang.tugas.busy:
            putaran = QEventLoop()
            self.ruang.tugas.idle.connect(putaran.quit)
            putaran.exec()
        self.aplikasi.processEvents()

    def tutup(self) -> None:
        """Free the page and its thread."""
        self.tenang()
        self.halaman.deleteLater()
        self.ruang.tugas.close()


def _tanpa_kertas(_nomor: str) -> None:
    """The receipt opens in a window of its own, after the click is shown."""


def _orang_ke(hari: Any, nomor: int) -> int:
    """Row of the n-th participant without findings."""
    bersih = [n for n, butir in enumerate(hari.model.butir) if not butir[2].selesaikan_dahulu]
    return bersih[nomor]


def sebaran(klik: list[float]) -> str:
    """Median, the ninetieth and ninety-ninth of a hundred, and the slowest."""
    n = len(klik)
    titik = (("median", klik[n // 2]), ("p90", klik[n * 9 // 10]), ("p99", klik[n * 99 // 100]))
    return ", ".join(f"{nama} {ms:.0f}" for nama, ms in titik) + f", terlama {klik[-1]:.0f} ms"


def _kertas(k: Konteks, kegiatan: int) -> float:
    from ui.kertas.pelukis import PelukisQt

    pelukis = PelukisQt()
    with tempfile.TemporaryDirectory() as folder:
        awal = time.perf_counter()
        for kode in KERTAS:
            simpan_kertas(kertas_lapangan(k, kegiatan, kode), Path(folder) / f"{kode}.pdf", lambda: pelukis)
        return time.perf_counter() - awal
