"""Four processes draw numbers at once: none refused, none twice, no hole (promises 10 and 14)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.engine import Database, buat_engine
from db.models import Surat
from desa_app.surat.nomor import nomor_kosong
from tests.conftest import SANDI
from tests.surat.conftest import SITI
from tests.surat.test_perintah_surat import folder_data, panggil

__all__ = ["folder_data"]
PROSES, SETIAP = 4, 25


def test_empat_proses(folder_data: Path) -> None:
    lingkungan = {**os.environ, "DESA_PENGGUNA": "dewi", "DESA_SANDI": SANDI}
    kata = [sys.executable, "-m", "desa_app", "--data", str(folder_data), "nomor", "--jumlah", str(SETIAP),
            "--nik", SITI, "--json"]  # fmt: skip
    proses = [
        subprocess.Popen(kata, env=lingkungan, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(PROSES)
    ]
    keluaran = [p.communicate(timeout=120) for p in proses]
    assert [p.returncode for p in proses] == [0] * PROSES, [e for _, e in keluaran]
    jawaban = [json.loads(teks) for teks, _ in keluaran]
    nomor = [n for j in jawaban for n in j["nomor"]]
    assert len(nomor) == len(set(nomor)) == PROSES * SETIAP
    assert sum(j["ditolak"] for j in jawaban) == 0
    basis = Database(buat_engine(folder_data / "desa.db"))
    with basis.baca() as sesi:
        tahun = sesi.query(Surat.tahun).first()
        assert tahun is not None
        assert nomor_kosong(sesi, tahun[0], "surat") == []
        urut = sorted(u for (u,) in sesi.query(Surat.urut) if u)
        assert urut == list(range(1, PROSES * SETIAP + 1))
    basis.tutup()


def test_daftar_menyebut_semua_jenis(folder_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert panggil(folder_data, "surat-daftar", "--json") == 0
    daftar = json.loads(capsys.readouterr().out)
    assert daftar["jumlah"] == len(daftar["jenis"]) == 54
    waris = next(j for j in daftar["jenis"] if j["slug"] == "keterangan-ahli-waris")
    assert [i["nama"] for i in waris["isian"] if i["tipe"] == "repeat"] == ["ahli_waris", "saksi_surat"]
    assert waris["persyaratan"][0]["kode"] == "dom_rtrw"
