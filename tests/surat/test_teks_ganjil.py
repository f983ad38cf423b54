"""Any text in, a valid document out, or a clear sentence (promise 18)."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.models import Penduduk
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from tests.surat.bantu import buat_surat
from tests.surat.conftest import SITI
from tests.surat.ganjil import coba_semua, ganjil
from tests.surat.matriks import JENIS
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import baca_pdf
from ui.kertas.naskah import lukis_naskah_pdf


def test_teks_ganjil_di_setiap_isian(pelayanan: Konteks, qtbot: QtBot) -> None:
    """All fields of every kind with one text each; `python -m tests.surat.ganjil` takes 300 for each."""
    hasil = coba_semua(pelayanan, JENIS, ganjil(300), 1)
    assert hasil.masalah == []
    assert hasil.terbit == len(JENIS)
    assert sum(hasil.ditolak.values()) > 50


@pytest.mark.parametrize("nama", ["AL\x0bI", "\u202eSITI", "D'ARC & <CO>", "😀 BUDI", "A" * 180])
def test_nama_ganjil_di_buku(pelayanan: Konteks, nama: str, tmp_path: Path, qtbot: QtBot) -> None:
    with pelayanan.basis.tulis() as sesi:
        sesi.get_one(Penduduk, 1).nama = nama
    surat = buat_surat(pelayanan, "keterangan-domisili", SITI, {"keperluan": "bank"})
    Baca.dari(docx_bytes(surat.naskah))
    lukis_naskah_pdf(surat.naskah, tmp_path / "a.pdf")
    assert len(baca_pdf(tmp_path / "a.pdf")) == 1
