"""The code on a letter: recomputed offline, without anything personal in it."""

import json
import re

import pytest
from sqlalchemy import select

from db.models import VersiSurat
from desa_app.errors import DesaError
from desa_app.kasus import Konteks
from desa_app.surat.cek import cek_surat
from desa_app.surat.docx_naskah import docx_bytes
from desa_app.surat.langkah import batalkan_surat
from desa_app.surat.luar import catat_surat_luar
from desa_app.surat.sandi_qr import gambar_qr
from desa_app.surat.terbit import buka_surat
from tests.surat.bantu import atur, buat_surat
from tests.surat.conftest import SITI, TANGGAL
from tests.surat.pemeriksa import Baca

ISIAN = {"keperluan": "pembukaan rekening bank"}


def test_kode_dari_qr_dan_diketik(pelayanan: Konteks) -> None:
    atur(pelayanan, qr=True)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    assert surat.naskah.qr.startswith(f"DESA;9901022003;{surat.nomor};2026-01-02;")
    assert not re.search(r"\d{16}", surat.naskah.qr)
    for teks in (surat.naskah.qr, surat.naskah.qr.split(";")[-1], surat.naskah.qr.split(";")[-1].lower()):
        hasil = cek_surat(pelayanan, teks)
        assert (hasil.sah, hasil.nomor, hasil.inisial) == (True, surat.nomor, "S.A.")
    gambar = Baca.dari(docx_bytes(surat.naskah)).dokumen.inline_shapes
    blob = gambar._inline_lst[0].graphic.graphicData.pic.blipFill.blip.embed
    assert surat.naskah.qr
    assert docx_bytes(surat.naskah).count(b"PNG") >= 1 or blob
    assert gambar_qr(surat.naskah.qr).startswith(b"\x89PNG")


def test_kode_palsu_dan_surat_batal(pelayanan: Konteks) -> None:
    atur(pelayanan, qr=True)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    kode = surat.naskah.qr.split(";")[-1]
    palsu = ("A" if kode[0] != "A" else "B") + kode[1:]
    assert not cek_surat(pelayanan, palsu).sah
    assert not cek_surat(pelayanan, "").sah
    assert not cek_surat(pelayanan, surat.naskah.qr.replace(surat.nomor, "470/9/2026")).sah
    batalkan_surat(pelayanan, surat.id, "salah ketik")
    hasil = cek_surat(pelayanan, kode)
    assert not hasil.sah
    assert "DIBATALKAN" in hasil.keterangan


def test_tanpa_qr_tidak_ada_kode(pelayanan: Konteks) -> None:
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    assert buka_surat(pelayanan, surat.id).naskah.qr == ""


def test_nomor_dari_luar_masuk_deret_yang_sama(pelayanan: Konteks) -> None:
    assert catat_surat_luar(pelayanan, "keterangan-usaha", 7, TANGGAL, "Suparman").split("/")[1] == "007"
    assert buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN).nomor.split("/")[1] == "008"
    with pytest.raises(DesaError, match="sudah dipakai"):
        catat_surat_luar(pelayanan, "keterangan-usaha", 8, TANGGAL, "Suparman")


def test_surat_yang_diubah_diam_diam_tidak_sah(pelayanan: Konteks) -> None:
    """The frozen text prints the code still, but says something else than what was signed."""
    atur(pelayanan, qr=True)
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)
    assert cek_surat(pelayanan, surat.naskah.qr).sah
    with pelayanan.basis.tulis() as sesi:
        versi = sesi.scalar(select(VersiSurat).where(VersiSurat.surat_id == surat.id))
        assert versi is not None
        versi.naskah = json.loads(json.dumps(versi.naskah).replace("SITI AMINAH", "SITI PALSU"))
    assert not cek_surat(pelayanan, surat.naskah.qr).sah
