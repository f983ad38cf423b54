"""Letters: one while warm, its preview, and a thousand in a row."""

import datetime as dt

from benchmarks.desa_uji import desa_contoh
from benchmarks.hasil import Hasil, median_detik
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import cari_warga
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
        seribu = median_detik(lambda: [docx_bytes(_terbit(k, orang.id)) for _ in range(BANYAK)], 1)
    return [
        _hasil("surat disimpan dengan nomornya", simpan, kosong, 20),
        _hasil("Naskah menjadi Word", word, kosong, 25),
        _hasil("permohonan sampai pratinjau terlukis", lihat, kosong, 60),
        Hasil("1.000 surat berturut-turut", seribu, "s", "", None, "<= 30 s", seribu <= 30),
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
