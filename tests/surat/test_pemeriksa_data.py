"""Controls for the properties of data and files (C42-C45): good ones pass, broken ones are caught."""

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Penduduk, Surat, VersiSurat
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.langkah import batalkan_surat
from desa_app.surat.terbit import nama_berkas
from tests.surat.bantu import buat_surat
from tests.surat.conftest import SITI
from tests.surat.pemeriksa_data import (
    periksa_cetak_ulang,
    periksa_deret,
    periksa_nama_berkas,
    periksa_terbuka,
)

DOMISILI, ISIAN = "keterangan-domisili", {"keperluan": "pembukaan rekening bank"}


def test_cetak_ulang(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    pertama = docx_bytes(surat.naskah)
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).nama = "NAMA BARU"
    assert periksa_cetak_ulang(pelayanan, surat, pertama) == []
    with pelayanan.basis.tulis() as sesi:  # as a program would that prints today's book
        versi = sesi.scalars(select(VersiSurat)).one()
        versi.naskah = {**versi.naskah, "tempat_tanggal": "Sukamaju, 9 Januari 2026"}
    assert periksa_cetak_ulang(pelayanan, surat, pertama)


def test_deret(pelayanan: Konteks) -> None:
    pertama = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    batalkan_surat(pelayanan, pertama.id, "salah orang")
    buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    with pelayanan.basis.baca() as sesi:
        surat = list(sesi.scalars(select(Surat).order_by(Surat.id)))
        assert periksa_deret(surat) == []
        surat[1].urut, surat[1].nomor = surat[0].urut, surat[0].nomor  # the cancelled number again
        assert len(periksa_deret(surat)) == 2
        sesi.rollback()


@pytest.mark.parametrize(
    "nama",
    ["surat_470/1.docx", "surat:1.docx", "CON.docx", f"domisili_{SITI}.docx", "surat .", "x" * 181],
)
def test_nama_berkas(pelayanan: Konteks, nama: str) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    assert periksa_nama_berkas(nama_berkas(surat, "docx"), SITI) == []
    assert periksa_nama_berkas(nama, SITI)


@pytest.mark.libreoffice
def test_terbuka_di_libreoffice(pelayanan: Konteks, folder_keluaran: Path) -> None:
    surat = buat_surat(pelayanan, DOMISILI, SITI, ISIAN)
    rusak = folder_keluaran / "rusak.docx"
    rusak.write_bytes(docx_bytes(surat.naskah)[:4000])
    assert periksa_terbuka(rusak, folder_keluaran)  # good ones: test_pemeriksa, test_semua_jenis
