"""Every kind of letter rendered and checked, in a covering part of `tests.surat.matriks`."""

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.bahasa import tanggal_panjang
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes, tulis_docx
from desa_app.surat.isian import baca_isian, nilai_cetak
from desa_app.surat.katalog import Jenis, jenis_bawaan
from desa_app.surat.penyusun import isian_jenis
from tests.surat.conftest import TANGGAL
from tests.surat.isian_uji import BIASA, LEBAR, isian_uji
from tests.surat.libreoffice import ke_pdf
from tests.surat.matriks import BENTUK, JENIS, KERTAS, contoh_merata, harapan, periksa, susun
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import periksa_pdf


def test_contoh_mencakup_semua() -> None:
    """Every kind, and every pair of length, paper and signer at least three times."""
    contoh = list(contoh_merata())
    assert {jenis.slug for jenis, _ in contoh} == {jenis.slug for jenis in JENIS}
    for kiri, kanan, a, b in ((0, 1, LEBAR, KERTAS), (0, 2, LEBAR, BENTUK), (1, 2, KERTAS, BENTUK)):
        banyak = Counter((cara[kiri], cara[kanan]) for _, cara in contoh)
        assert all(banyak[x, y] >= 3 for x in a for y in b), banyak


def test_semua_jenis_lulus(pelayanan: Konteks, qtbot: QtBot) -> None:
    """0 misses on the Word file and on the painted page; both say the same, in the same order."""
    _, masalah = periksa(pelayanan, contoh_merata())
    assert masalah == [], "\n".join(masalah)


def test_tidak_ada_isian_yang_hilang(pelayanan: Konteks) -> None:
    """Whatever is typed stands in the letter; nothing is left of a placeholder."""
    hilang = [f"{jenis.slug}: {nama}" for jenis in JENIS for nama in _hilang(pelayanan, jenis)]
    assert hilang == []


def _hilang(k: Konteks, jenis: Jenis) -> list[str]:
    """Labels of fields whose value the Word file does not hold."""
    tertulis = "\n".join(Baca.dari(docx_bytes(susun(k, jenis, BIASA, "F4", "langsung"))).teks).lower()
    hasil = [] if tanggal_panjang(TANGGAL).lower() in tertulis else ["tanggal"]
    for isian in isian_jenis(jenis):
        nilai = isian_uji(jenis, BIASA)[isian.nama]
        if isian.tipe == "repeat":
            cari = str(next(iter(nilai[0].values())))
        else:
            cetak = nilai_cetak(
                isian, baca_isian((isian,), {isian.nama: nilai}, lambda _: None)[isian.nama], "WIB"
            )
            cari = cetak.kalimat or cetak.teks
        if cari.lower() not in tertulis:
            hasil.append(isian.nama)
    return hasil


@pytest.mark.libreoffice
def test_pilihan_jenis_di_libreoffice(pelayanan: Konteks, folder_keluaran: Path) -> None:
    """One call of LibreOffice for kinds of every shape, on both papers."""
    contoh = (
        "keterangan-domisili", "keterangan-tidak-mampu", "keterangan-kelahiran", "pernyataan-sporadik",
        "keterangan-ahli-waris", "keterangan-tanah", "keterangan-izin-keluarga", "pengantar-nikah-n1",
    )  # fmt: skip
    berkas, harap = [], []
    for slug in contoh:
        for kertas in ("F4", "A4"):
            jenis = jenis_bawaan()[slug]
            naskah = susun(pelayanan, jenis, BIASA, kertas, "langsung")
            tujuan = folder_keluaran / f"{slug}-{kertas}.docx"
            tulis_docx(naskah, tujuan)
            berkas.append(tujuan)
            harap.append(harapan(jenis, naskah, "langsung"))
    pdf = ke_pdf(berkas, folder_keluaran)
    masalah = [f"{b.stem} {m}" for b, h in zip(pdf, harap, strict=True) for m in periksa_pdf(b, h)]
    assert masalah == []
