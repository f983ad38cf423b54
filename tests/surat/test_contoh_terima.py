"""The three acceptance samples come out word for word, in both writers."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes
from tests.surat.bantu import buat_contoh
from tests.surat.contoh_terima import SEMUA, Contoh
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import baca_pdf
from ui.kertas.naskah import lukis_naskah_pdf

NAMA = [c.slug for c in SEMUA]


def rapat(teks: str) -> str:
    """Words with single spaces."""
    return " ".join(teks.split())


@pytest.mark.parametrize("contoh", SEMUA, ids=NAMA)
def test_contoh_kata_demi_kata(pelayanan: Konteks, contoh: Contoh) -> None:
    surat = buat_contoh(pelayanan, contoh)
    baris = [rapat(t) for t in Baca.dari(docx_bytes(surat.naskah)).teks if t.strip()]
    assert baris == list(contoh.baris)
    assert surat.naskah.penyesuaian == ()


@pytest.mark.parametrize("contoh", SEMUA, ids=NAMA)
def test_lukisan_berkata_sama(pelayanan: Konteks, contoh: Contoh, tmp_path: Path, qtbot: QtBot) -> None:
    surat = buat_contoh(pelayanan, contoh)
    lukis_naskah_pdf(surat.naskah, tmp_path / "surat.pdf")
    (lembar,) = baca_pdf(tmp_path / "surat.pdf")
    tertulis = " ".join(" ".join(k.teks for k in isi) for _, isi in lembar.baris())
    assert rapat(tertulis).replace(" :", ":") == rapat(" ".join(contoh.baris)).replace(" :", ":")
