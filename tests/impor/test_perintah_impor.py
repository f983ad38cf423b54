"""`impor` on the command line: the object on standard output, the reasons on standard error, exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from desa_app.cli import jalankan
from tests.conftest import SANDI
from tests.impor.bahan import tabel, tulis_xlsx, warga


@pytest.fixture
def folder(berkas_desa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the village Sukamaju."""
    (tmp_path / "data").mkdir()
    shutil.copy(berkas_desa, tmp_path / "data" / "desa.db")
    monkeypatch.setenv("DESA_SANDI", SANDI)
    monkeypatch.setenv("DESA_PENGGUNA", "dewi")
    monkeypatch.setenv("DESA_DATA", str(tmp_path / "data"))
    return tmp_path


def _jalan(*kata: str) -> int:
    return jalankan(kata, lambda: pytest.fail("tanpa kertas"), lambda _a: pytest.fail("tanpa jendela"))


def test_coba_lalu_simpan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jalur = str(tulis_xlsx(folder / "a.xlsx", tabel(warga(20))))
    assert _jalan("impor", jalur, "--coba", "--json") == 0
    kosong = json.loads(capsys.readouterr().out)
    assert (kosong["format"], kosong["dibaca"], kosong["baru"], kosong["ditolak"]) == ("opensid", 20, 20, 0)
    assert _jalan("impor", jalur) == 0
    assert "Sudah disimpan" in capsys.readouterr().out
    assert _jalan("impor", jalur, "--json") == 0
    assert json.loads(capsys.readouterr().out)["sama"] == 20


def test_yang_ditolak_keluar_2_dengan_objek_dan_sebab(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baris = warga(20)
    baris[4]["tanggallahir"] = "31-02-1990"
    assert _jalan("impor", str(tulis_xlsx(folder / "a.xlsx", tabel(baris))), "--json") == 2
    keluar = capsys.readouterr()
    (galat,) = json.loads(keluar.out)["galat"]
    assert set(galat) == {"lembar", "baris", "kolom", "nilai", "sebab", "saran"}
    assert (galat["baris"], galat["kolom"], galat["nilai"]) == (6, "J", "31-02-1990")
    assert "bukan tanggal kalender" in keluar.err


def test_berkas_yang_tidak_dapat_dipakai(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _jalan("impor", str(folder / "tidak_ada.xlsx"), "--json") == 2
    keluar = capsys.readouterr()
    assert "tidak ditemukan" in json.loads(keluar.out)["galat"][0]["sebab"]
    assert "tidak ditemukan" in keluar.err
