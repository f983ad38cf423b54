"""The commands of SPM Desa: one JSON object, refusals in words, masked numbers for whom it is due."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desa_app.cli import jalankan
from desa_app.ekspor.pelukis import Pelukis

Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tujuan = tmp_path_factory.mktemp("perintah")
    assert _jalankan("--data", str(tujuan), "contoh", "--penduduk", "120", "--json") == 0
    return tujuan


def _jalankan(*kata: str) -> int:
    def pelukis() -> Pelukis:
        from ui.kertas.pelukis import PelukisQt

        return PelukisQt()

    def jendela(_: argparse.Namespace) -> int:
        return 1

    return jalankan(kata, pelukis, jendela)


@pytest.fixture
def jalan(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Jalan:
    sandi = {"fauzi": "pohon beringin besar", "rina": "jembatan kayu tua"}

    def panggil(*kata: str, sebagai: str = "fauzi") -> tuple[int, str, str]:
        monkeypatch.setenv("DESA_PENGGUNA", sebagai)
        monkeypatch.setenv("DESA_SANDI", sandi[sebagai])
        capsys.readouterr()
        kode = _jalankan("--data", str(folder), *kata)
        tertulis = capsys.readouterr()
        return kode, tertulis.out, tertulis.err

    return panggil


def objek(jawaban: tuple[int, str, str]) -> Any:
    assert jawaban[0] == 0, jawaban[2]
    return json.loads(jawaban[1])


def test_indikator_enam(jalan: Jalan) -> None:
    isi = objek(jalan("indikator", "--json"))
    assert [i["kode"] for i in isi["indikator"]] == [f"SPM-{n}" for n in range(1, 7)]
    satu, dua, tiga = isi["indikator"][:3]
    assert 0 < satu["pembilang"] <= satu["penyebut"]
    assert satu["tercapai"] == (satu["pembilang"] * 100 >= 75 * satu["penyebut"])
    assert 0 < dua["pembilang"] < dua["penyebut"], "sebagian keluarga belum lengkap buktinya"
    assert (tiga["persen"], tiga["tercapai"]) == (None, None)
    assert isi["indikator"][5]["penyebut"] == 7
    assert jalan("indikator", "--tanggal", "31-02-2026")[0] == 2


def test_celah_sama_dengan_sisa_dan_menyamarkan(jalan: Jalan) -> None:
    satu = objek(jalan("indikator", "--json"))["indikator"][0]
    isi = objek(jalan("celah", "SPM-1", "--json"))
    assert isi["jumlah"] == satu["penyebut"] - satu["pembilang"]
    assert isi["hasil"][0]["no_kk"].isdigit()
    samar = objek(jalan("celah", "SPM-1", "--json", sebagai="rina"))
    assert "*" in samar["hasil"][0]["no_kk"]
    assert jalan("celah", "SPM-9")[0] == 2


def test_triwulan(jalan: Jalan) -> None:
    isi = objek(jalan("triwulan", "--json"))
    kode = [langkah["kode"] for r in isi["rencana"] for langkah in r["langkah"]]
    assert len(set(kode)) == 59
    assert "SPM-1-I-TW1" in jalan("triwulan")[1]


def test_laporan(jalan: Jalan, tmp_path: Path, qapp: object) -> None:
    for jenis, nama in (("spm", "a.docx"), ("triwulan", "b.xlsx"), ("keputusan", "c.pdf")):
        assert jalan("laporan", jenis, "--ke", str(tmp_path / nama))[0] == 0
        assert (tmp_path / nama).stat().st_size > 1000
    kode, _, galat = jalan("laporan", "spm", "--periode", "2026-T9", "--ke", str(tmp_path / "x.pdf"))
    assert kode == 2
    assert "2026-T3" in galat
    assert jalan("laporan", "keputusan", "--ke", str(tmp_path / "x.xlsx"))[0] == 2
    assert not (tmp_path / "x.pdf").exists()


def test_contoh_menolak_folder_berisi(jalan: Jalan) -> None:
    kode, _, galat = jalan("contoh")
    assert kode == 2
    assert "sudah berisi desa" in galat
