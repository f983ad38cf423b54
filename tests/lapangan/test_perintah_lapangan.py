"""`kegiatan`, `pengaduan` and the papers through `cetak`, as another program calls them."""

import json
import zipfile
from pathlib import Path

import pytest

from desa_app.cli import DITOLAK, SELESAI, jalankan
from desa_app.contoh.lapangan import isi_layanan
from desa_app.kasus import Konteks
from desa_app.lapangan.kertas import KERTAS
from ui.kertas.pelukis import PelukisQt

SANDI = "lumbung padi pagi"


@pytest.fixture
def folder(kantor: Konteks, monkeypatch: pytest.MonkeyPatch) -> str:
    isi_layanan(kantor)
    monkeypatch.setenv("DESA_SANDI", SANDI)
    monkeypatch.setenv("DESA_PENGGUNA", "dewi")
    return str(kantor.basis.folder)


def panggil(folder: str, *kata: str) -> int:
    return jalankan(["--data", folder, *kata], PelukisQt, lambda _: 0)


def test_kegiatan_dan_pengaduan_sebagai_json(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert panggil(folder, "kegiatan", "--json") == SELESAI
    objek = json.loads(capsys.readouterr().out)
    assert [k["keadaan"] for k in objek["kegiatan"]] == ["rencana", "selesai"]
    selesai = objek["kegiatan"][1]
    assert panggil(folder, "kegiatan", "--id", str(selesai["id"]), "--json") == SELESAI
    rinci = json.loads(capsys.readouterr().out)
    assert rinci["berkas"]["ktp"] == selesai["berkas"]
    assert panggil(folder, "pengaduan", "--semua", "--json") == SELESAI
    teks = capsys.readouterr().out
    assert json.loads(teks)["jumlah"] == 4
    assert "Siti Aminah" not in teks
    assert "Suparman" not in teks


@pytest.mark.parametrize("akhiran", [".pdf", ".docx", ".xlsx"])
def test_setiap_kertas_ke_berkas(
    folder: str, tmp_path: Path, akhiran: str, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    nama = [f"lapangan:1:{kode}" for kode in KERTAS if kode != "surat-anomali"]
    nama += ["pengaduan:1:jawaban", "pengaduan:2:camat", "pengaduan:register", "pengaduan:rekap"]
    for nomor, kertas in enumerate(nama):
        ke = tmp_path / f"{nomor}{akhiran}"
        assert panggil(folder, "cetak", kertas, "--ke", str(ke)) == SELESAI, capsys.readouterr().err
        if akhiran == ".pdf":
            assert ke.read_bytes().startswith(b"%PDF")
        else:
            assert zipfile.ZipFile(ke).testzip() is None


@pytest.mark.parametrize(
    "kertas",
    ["lapangan:1:tidak", "lapangan:99:laporan", "lapangan", "x:1:y", "pengaduan:1:x", "lapangan:a:b"],
)
def test_kertas_yang_tidak_ada(folder: str, tmp_path: Path, kertas: str) -> None:
    assert panggil(folder, "cetak", kertas, "--ke", str(tmp_path / "x.pdf")) == DITOLAK
