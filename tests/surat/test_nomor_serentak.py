"""Numbers under attack: processes at once, killed; none refused, double or missing (promises 10, 14).

The whole measure (4 x 250, 1,000 kills) is `python -m benchmarks nomor`.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SANDI
from tests.surat.conftest import SITI
from tests.surat.serbuan import AKAR, banyak_surat, bunuh, periksa_deret, serentak
from tests.surat.test_perintah_surat import folder_data, panggil

__all__ = ["folder_data"]
PROSES, SETIAP = 4, 15
DEWI = {"DESA_PENGGUNA": "dewi", "DESA_SANDI": SANDI}


def test_empat_proses(folder_data: Path) -> None:
    assert serentak(folder_data, PROSES, SETIAP, SITI, DEWI) == (PROSES * SETIAP, 0)
    assert banyak_surat(folder_data) == PROSES * SETIAP
    assert periksa_deret(folder_data) == []


def test_proses_yang_dimatikan_tidak_meninggalkan_lubang(folder_data: Path) -> None:
    assert bunuh(folder_data, 2, SITI, DEWI) == 2
    sisa = banyak_surat(folder_data)
    assert sisa >= 1
    assert periksa_deret(folder_data) == []
    assert serentak(folder_data, 1, 1, SITI, DEWI) == (1, 0)
    assert periksa_deret(folder_data) == []


def test_kendali_nomor_sebelum_surat_ketahuan(folder_data: Path) -> None:
    """The check can fail: a numberer that commits first and is killed leaves what it must find."""
    rusak = subprocess.Popen(
        [sys.executable, "-m", "tests.surat.penomor_rusak", str(folder_data)],
        cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert rusak.stdout is not None
    assert rusak.stdout.readline() == "sudah\n"
    rusak.kill()
    rusak.communicate()
    assert periksa_deret(folder_data) == [
        "nomor 1 bukan surat dan bukan BATAL", "nomor 1 tidak ada di agenda"
    ]  # fmt: skip


def test_daftar_menyebut_semua_jenis(folder_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert panggil(folder_data, "surat-daftar", "--json") == 0
    daftar = json.loads(capsys.readouterr().out)
    assert daftar["jumlah"] == len(daftar["jenis"]) == 54
    waris = next(j for j in daftar["jenis"] if j["slug"] == "keterangan-ahli-waris")
    assert [i["nama"] for i in waris["isian"] if i["tipe"] == "repeat"] == ["ahli_waris", "saksi_surat"]
    assert waris["persyaratan"][0]["kode"] == "dom_rtrw"
