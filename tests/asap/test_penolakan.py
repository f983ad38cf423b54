"""Refused calls: exit code 2, the reason in Indonesian, with `--json` one object, never a trace."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desa_app import cli
from desa_app.gangguan import laporan
from desa_app.kasus import Konteks
from desa_app.perintah import PERINTAH
from desa_app.perintah.panggilan import Panggilan
from tests.conftest import SANDI

KATA_INGGRIS = ("required", "invalid", "error:", "usage", "Traceback", "unrecognized", "expected")


def _tanpa_pelukis() -> Any:
    raise AssertionError("tidak ada yang dilukis dalam uji ini")


def panggil(*kata: str) -> int:
    return cli.jalankan(kata, _tanpa_pelukis, lambda _args: 0)


@pytest.fixture
def folder(berkas_desa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(berkas_desa, tmp_path / "desa.db")
    monkeypatch.setenv("DESA_DATA", str(tmp_path))
    monkeypatch.setenv("DESA_PENGGUNA", "dewi")
    monkeypatch.setenv("DESA_SANDI", SANDI)
    return tmp_path


DITOLAK = (
    ("entah", "--json"),
    ("cari", "--json"),
    ("cari", "siti", "--entah", "--json"),
    ("--json", "cari"),
    ("cari", "siti", "--json", "--data"),
    ("contoh", "--penduduk", "abc", "--json"),
    ("contoh", "--penduduk", "10", "--json"),
    ("contoh", "--json"),
    ("mulai", "--json", "--desa", "1"),
    ("impor", "tidak-ada.xlsx", "--json"),
    ("impor", "/dev/zero", "--json"),
    ("indikator", "--tanggal", "2026-02-31", "--json"),
    ("rekap", "--json"),
    ("rekap", "--bulan", "2026-13", "--json"),
    ("penduduk", "--tanggal", "besok", "--json"),
    ("tutup-buku", "--bulan", "2030-01", "--json"),
    ("celah", "SPM-9", "--json"),
    ("peristiwa", "entah", "--berkas", "tidak-ada.json", "--json"),
    ("cetak", "B.9", "--ke", "x.pdf", "--json"),
    ("cetak", "B.1", "--ke", "x.txt", "--json"),
    ("cetak", "B.1", "--ke", "tidak/ada/x.xlsx", "--json"),
    ("ekspor", "opensid", "--ke", "x.txt", "--json"),
    ("surat", "entah", "--nik", "1", "--ke", "x.docx", "--json"),
    ("surat", "keterangan-domisili", "--nik", "1", "--isian", "foo", "--ke", "x.docx", "--json"),
)


@pytest.mark.parametrize("kata", DITOLAK, ids=" ".join)
def test_penolakan_bernama(folder: Path, capsys: pytest.CaptureFixture[str], kata: tuple[str, ...]) -> None:
    assert folder.is_dir()
    assert panggil(*kata) == 2
    keluaran = capsys.readouterr()
    assert isinstance(json.loads(keluaran.out), dict)
    assert keluaran.err.strip()
    assert not [k for k in KATA_INGGRIS if k in keluaran.err]


def test_tiap_perintah_yang_menjawab_json_juga_menolak_dengan_json(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    for nama in PERINTAH:
        panggil(nama, "--entah", "--json")
        assert json.loads(capsys.readouterr().out)["galat"][0]["sebab"], nama
    monkeypatch.setenv("DESA_SANDI", "salah sekali")
    assert panggil("rekap", "--bulan", "2026-11", "--json") == 2
    assert json.loads(capsys.readouterr().out)["kode"] == "D-21"


def test_pilihan_boleh_sebelum_dan_sesudah_perintah(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESA_DATA")
    monkeypatch.delenv("DESA_PENGGUNA")
    umum = ("--data", str(folder), "--pengguna", "dewi", "--json")
    assert panggil(*umum, "cari", "siti") == panggil("cari", "siti", *umum) == 0
    satu, dua = capsys.readouterr().out.strip().split("\n")
    assert satu == dua == '{"jumlah": 0, "hasil": []}'


def test_bantuan_dalam_bahasa_indonesia(capsys: pytest.CaptureFixture[str]) -> None:
    for kata in (("--help",), ("cari", "--help"), ("peristiwa", "-h")):
        assert panggil(*kata) == 0
        teks = capsys.readouterr().out
        assert "pakai:" in teks
        assert not [k for k in ("usage", "options", "show this") if k in teks]


def test_dihentikan_dan_cacat(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is told in words; a bug is exit code 1 and its trace quotes no value."""
    assert folder.is_dir()

    def hentikan(_p: Panggilan) -> int:
        raise KeyboardInterrupt

    def cacat(_p: Panggilan) -> int:
        raise KeyError("SITI 9901024210970001")

    monkeypatch.setattr("desa_app.perintah.cari.jalan", hentikan)
    assert panggil("cari", "siti", "--json") == 2
    keluaran = capsys.readouterr()
    assert "Dihentikan" in json.loads(keluaran.out)["galat"][0]["sebab"]
    monkeypatch.setattr("desa_app.perintah.cari.jalan", cacat)
    assert panggil("cari", "siti") == 1
    galat = capsys.readouterr().err
    assert "KeyError" in galat
    assert "SITI" not in galat
    assert "9901" not in laporan(KeyError("9901024210970001"))


RUSAK: dict[str, Callable[[bytes], bytes]] = {
    "acak": lambda isi: bytes(range(256)) * 40,
    "terpotong": lambda isi: isi[: len(isi) // 3],
    "tengah": lambda isi: isi[:8192] + b"\xa5" * (len(isi) - 12288) + isi[-4096:],
}


@pytest.mark.parametrize("cara", RUSAK)
def test_berkas_rusak_disebut_dan_tidak_diubah(
    folder: Path, capsys: pytest.CaptureFixture[str], cara: str
) -> None:
    berkas = folder / "desa.db"
    isi = RUSAK[cara](berkas.read_bytes())
    berkas.write_bytes(isi)
    assert panggil("rekap", "--bulan", "2026-11", "--json") == 2
    keluaran = capsys.readouterr()
    assert json.loads(keluaran.out)["galat"]
    assert "rusak" in keluaran.err
    assert berkas.read_bytes() == isi


def test_disk_penuh_bukan_berkas_rusak(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver says only "I/O error" there; the officer must not think that the data is lost."""
    import sqlcipher3.dbapi2 as sqlcipher

    def gagal(*_a: object) -> None:
        raise sqlcipher.OperationalError("disk I/O error")

    assert folder.is_dir()
    monkeypatch.setattr("db.migrate.sqlcipher.connect", gagal)
    monkeypatch.setattr("desa_app.buka.disk_penuh", lambda _folder: True)
    assert panggil("rekap", "--bulan", "2026-11") == 2
    assert "Ruang disk habis" in capsys.readouterr().err


def test_200_teks_jahat_dalam_pencarian(desa: Konteks) -> None:
    from desa_app.kependudukan.cari import cari_warga

    dasar = ("'", '"', ";--", "%", "_", "\\", "' OR 1=1 --", "*", "(", "NEAR(", "\x00", "\u202e", "😀", "Ⅷ",
             "\ud800", "x" * 5000, "-" * 99, "{}", "%s", "<script>")  # fmt: skip
    for n in range(200):
        teks = dasar[n % len(dasar)] * (1 + n // 40) + dasar[(n * 7) % len(dasar)]
        assert cari_warga(desa, teks) == []
    with desa.baca() as sesi:
        from db.models import Dusun

        assert sesi.query(Dusun).count() == 2
