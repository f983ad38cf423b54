"""Letters: one while warm, its preview, and a thousand in a row."""

import datetime as dt
import statistics
import time
from collections.abc import Callable

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, median_detik
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import WargaRingkas, cari_warga
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.naskah import Naskah
from desa_app.surat.pelayanan import PermintaanPratinjau, pratinjau_surat
from desa_app.surat.permohonan import PermohonanBaru
from desa_app.surat.terbit import terbitkan_langsung

PENDUDUK, BANYAK = 3_000, 1_000
SLUG, ISIAN = "keterangan-domisili", {"keperluan": "pembukaan rekening bank", "sejak": "2015"}


def ukur() -> list[Hasil]:
    """Beside each figure stands an empty Word document made and packed in the same run."""
    from PySide6.QtWidgets import QApplication

    _aplikasi = QApplication.instance() or QApplication([])
    with desa_contoh(PENDUDUK) as k:
        orang = next(w for w in cari_warga(k, "a", 200) if w.umur and w.umur > 20)
        naskah = _terbit(k, orang.id)
        kosong = median_detik(_word_kosong, 15) * 1000
        simpan = median_detik(lambda: _terbit(k, orang.id), 15) * 1000
        word = median_detik(lambda: docx_bytes(naskah), 15) * 1000
        lihat = median_detik(lambda: _pratinjau(k, orang.id), 15) * 1000
        layar = _di_layar(k, orang) * 1000
        seribu = median_detik(lambda: [docx_bytes(_terbit(k, orang.id)) for _ in range(BANYAK)], 1)
    return [
        _hasil("surat disimpan dengan nomornya", simpan, kosong, 20),
        _hasil("Naskah menjadi Word", word, kosong, 25),
        _hasil("pratinjau disusun dan dilukis", lihat, kosong, 60),
        _hasil("jenis dipilih di loket sampai pratinjau tampak", layar, kosong, 150),
        Hasil(
            "1.000 surat berturut-turut",
            seribu,
            "s",
            f"1.000 Word kosong {kosong:.0f} s",
            seribu / kosong,
            "<= 30 s",
            seribu <= 30,
        ),
    ]


def _hasil(nama: str, ms: float, kosong: float, batas: float) -> Hasil:
    return Hasil(nama, ms, "ms", f"Word kosong {kosong:.1f} ms", ms / kosong, f"<= {batas:g} ms", ms <= batas)


def _word_kosong() -> None:
    from io import BytesIO

    from docx import Document

    Document().save(BytesIO())


def _terbit(k: Konteks, penduduk_id: int) -> Naskah:
    masukan = PermohonanBaru(slug=SLUG, penduduk_id=penduduk_id, isian=ISIAN, semua_syarat_ada=True)
    hasil = terbitkan_langsung(k, masukan, tanggal=dt.date(k.jam.hari_ini().year, 12, 31))
    if hasil.surat is None:
        raise RuntimeError(hasil.kalimat_kurang)
    return hasil.surat.naskah


def _pratinjau(k: Konteks, penduduk_id: int) -> None:
    from ui.kertas.naskah import gambar_halaman

    hasil = pratinjau_surat(k, PermintaanPratinjau(slug=SLUG, penduduk_id=penduduk_id, isian=ISIAN))
    if hasil.naskah is None:
        raise RuntimeError(hasil.galat)
    gambar_halaman(hasil.naskah, 0, 372)


def _di_layar(k: Konteks, orang: WargaRingkas) -> float:
    """Median seconds from choosing the kind on the real screen until the letter beside it is painted."""
    from PySide6.QtWidgets import QApplication

    from ui.halaman.pelayanan.halaman import HalamanPelayanan
    from ui.ruang import Layanan, Ruang
    from ui.tasks import TaskRunner

    ruang = Ruang(k, TaskRunner(), Layanan())
    halaman = HalamanPelayanan(ruang)
    halaman.resize(1120, 700)
    halaman.show()
    halaman.muat_ulang()
    loket = halaman.loket

    def tunggu(syarat: Callable[[], object]) -> None:
        while not syarat():
            QApplication.processEvents()

    def satu() -> float:
        loket.baru()
        loket._pilih_orang(orang)
        tunggu(lambda: not ruang.tugas.busy)
        pilihan = loket.form.jenis.cari(SLUG)
        awal = time.perf_counter()
        loket.form.jenis.dipilih.emit(pilihan)
        tunggu(lambda: loket.pratinjau.naskah is not None)
        loket.pratinjau.grab()
        return time.perf_counter() - awal

    tunggu(lambda: not ruang.tugas.busy)
    hasil = statistics.median(satu() for _ in range(9))
    ruang.tugas.close()
    halaman.deleteLater()
    return hasil
