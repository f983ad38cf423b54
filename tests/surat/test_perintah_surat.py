"""The command `surat`: files, JSON answers, refusal of incomplete requests."""

import argparse
import json
import shutil
from pathlib import Path

import pytest

from db.engine import Database, buat_engine
from desa_app.cli import jalankan
from desa_app.ekspor.pelukis import Pelukis
from tests.conftest import SANDI
from tests.surat.conftest import SITI, isi_contoh
from tests.surat.pemeriksa import Baca
from tests.surat.pemeriksa_pdf import baca_pdf


@pytest.fixture
def folder_data(berkas_desa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the sample residents and the user dewi."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(berkas_desa, folder / "desa.db")
    basis = Database(buat_engine(folder / "desa.db"))
    isi_contoh(basis)
    basis.tutup()
    monkeypatch.setenv("DESA_PENGGUNA", "dewi")
    monkeypatch.setenv("DESA_SANDI", SANDI)
    return folder


def _pelukis() -> Pelukis:
    from ui.kertas.pelukis import PelukisQt

    return PelukisQt()


def _tanpa_jendela(_: argparse.Namespace) -> int:
    raise AssertionError("jendela tidak diminta")


def panggil(folder: Path, *kata: str) -> int:
    """Run one command on a data folder."""
    return jalankan(["--data", str(folder), *kata], _pelukis, _tanpa_jendela)


def test_tanpa_berkas_lengkap_ditolak(folder_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tujuan = folder_data / "surat.docx"
    kata = (
        "surat",
        "keterangan-domisili",
        "--nik",
        SITI,
        "--isian",
        "keperluan=bank",
        "--ke",
        str(tujuan),
        "--json",
    )
    assert panggil(folder_data, *kata) == 2
    keluar = capsys.readouterr()
    assert [s["kode"] for s in json.loads(keluar.out)["kurang"]] == ["dom_rtrw", "fc_ktp", "fc_kk"]
    assert "Fotokopi KTP-el pemohon" in keluar.err
    assert SITI not in keluar.err
    assert not tujuan.exists()


@pytest.mark.parametrize("akhiran", ["docx", "pdf"])
def test_surat_ditulis(
    folder_data: Path, akhiran: str, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    tujuan = folder_data / f"surat.{akhiran}"
    kata = ["surat", "keterangan-domisili", "--nik", SITI, "--isian", "keperluan=bank", "--ke", str(tujuan)]
    assert panggil(folder_data, *kata, "--syarat-lengkap", "--json") == 0
    jawaban = json.loads(capsys.readouterr().out)
    assert jawaban["nomor"].startswith("400.12.2.1/001/9901022003/")
    if akhiran == "docx":
        assert "NIK\t:\t" + SITI in Baca.dari(tujuan.read_bytes()).teks
    else:
        assert any(k.teks == SITI for k in baca_pdf(tujuan)[0].kata)


@pytest.mark.parametrize(
    "kata", [["--ke", "surat.txt"], ["--ke", "tidak/ada/surat.pdf"], ["--isian", "x", "--ke", "a.pdf"]]
)
def test_kata_salah(folder_data: Path, kata: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert panggil(folder_data, "surat", "keterangan-domisili", "--nik", SITI, *kata) == 2
    assert capsys.readouterr().err.strip()
