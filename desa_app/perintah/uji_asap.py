"""`uji-asap`: does the program work here? Migrates a scratch folder, makes a letter, a book and a gauge."""

import argparse
import tempfile
from pathlib import Path

from desa_app.buka import buka_basis
from desa_app.kasus import Konteks, Pelaku
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Menguji pemasangan: data, surat, buku, dan indikator dibuat di folder sementara."
PENDUDUK = 60


def isian(_pembaca: argparse.ArgumentParser) -> None:
    """No arguments."""


def jalan(p: Panggilan) -> int:
    """Exit code 0 when every part made its file; a part that fails shows as a bug with its trace."""
    with tempfile.TemporaryDirectory() as folder:
        basis = buka_basis(Path(folder) / "data")
        try:
            _buat_semua(p, Konteks(basis, p.jam), Path(folder))
        finally:
            basis.tutup()
    p.tulis("Semua bagian bekerja.")
    return 0


def _buat_semua(p: Panggilan, k: Konteks, folder: Path) -> None:
    from desa_app.contoh.isi import isi_desa_contoh

    isi_desa_contoh(k, penduduk=PENDUDUK, benih=1)
    k = k.sebagai(Pelaku(1, "Uji", ("sekdes",)))
    _buku(p, k, folder)
    _surat(p, k, folder)
    _gauge(k)


def _buku(p: Panggilan, k: Konteks, folder: Path) -> None:
    from desa_app.ekspor.buku import simpan_buku
    from desa_app.kependudukan.induk import cetak_induk
    from desa_app.waktu import bulan_dari

    buku = cetak_induk(k, bulan_dari(k.jam.hari_ini()))
    for akhiran in ("pdf", "xlsx", "docx"):
        tujuan = folder / f"buku.{akhiran}"
        simpan_buku(buku, tujuan, p.pelukis)
        _pastikan(tujuan)


def _surat(p: Panggilan, k: Konteks, folder: Path) -> None:
    from desa_app.kependudukan.daftar import penduduk_pada
    from desa_app.surat.docx_naskah import tulis_docx
    from desa_app.surat.permohonan import PermohonanBaru
    from desa_app.surat.terbit import terbitkan_langsung

    nik = next(w["nik"] for w in penduduk_pada(k, k.jam.hari_ini()) if w["nik"])
    isian = {"alamat_domisili": "Dusun Krajan RT 001 RW 001", "keperluan": "pengujian pemasangan"}
    masukan = PermohonanBaru(slug="keterangan-domisili", nik=nik, isian=isian, semua_syarat_ada=True)
    surat = terbitkan_langsung(k, masukan).surat
    if surat is None:
        raise RuntimeError("surat uji tidak terbit")
    tulis_docx(surat.naskah, folder / "surat.docx")
    p.pelukis().naskah_ke_pdf(surat.naskah, folder / "surat.pdf")
    _pastikan(folder / "surat.docx")
    _pastikan(folder / "surat.pdf")


def _gauge(k: Konteks) -> None:
    from desa_app.spm.gauge import png_gauge
    from desa_app.spm.indikator import hitung_indikator

    if not png_gauge(hitung_indikator(k, k.jam.hari_ini())[0]).startswith(b"\x89PNG"):
        raise RuntimeError("gambar indikator tidak jadi")


def _pastikan(berkas: Path) -> None:
    if not berkas.exists() or berkas.stat().st_size < 1000:
        raise RuntimeError(f"{berkas.name} tidak jadi")
