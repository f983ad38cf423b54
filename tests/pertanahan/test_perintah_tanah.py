"""The commands on land: booking acts from a file, listing parcels, printing the books, importing."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desa_app import cli
from tests.conftest import SANDI
from ui.kertas.pelukis import PelukisQt

CATAT = {
    "jenis": "catat",
    "isian": {"luas": "500", "hak": "MA", "guna": "tegalan"},
    "pemilik": [{"jenis": "badan", "nama": "PT Maju", "no_identitas": "NIB 1"}],
}


@pytest.fixture
def panggil(
    berkas_desa: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> Callable[..., tuple[int, Any]]:
    """Runs a command in this process; `qapp` is there first because only one application may exist."""
    shutil.copy(berkas_desa, tmp_path / "desa.db")
    monkeypatch.setenv("DESA_DATA", str(tmp_path))
    monkeypatch.setenv("DESA_PENGGUNA", "dewi")
    monkeypatch.setenv("DESA_SANDI", SANDI)

    def jalan(*kata: str) -> tuple[int, Any]:
        kode = cli.jalankan(kata, PelukisQt, lambda _args: 0)
        keluaran = capsys.readouterr().out
        return kode, json.loads(keluaran) if "--json" in kata else keluaran

    return jalan


def tulis(berkas: Path, isi: object) -> str:
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    return str(berkas)


def test_catat_daftar_dan_mutasi(panggil: Callable[..., tuple[int, Any]], tmp_path: Path) -> None:
    berkas = tulis(tmp_path / "a.json", CATAT)
    assert panggil("mutasi-tanah", "--berkas", berkas, "--json") == (
        0, {"tercatat": True, "mutasi_id": None, "bidang": [1], "galat": []},
    )  # fmt: skip
    pecah = {
        "jenis": "pemecahan",
        "tanggal": "2026-11-01",
        "bidang": 1,
        "pecahan": [{"luas": 200}, {"luas": 300}],
    }
    _, jawab = panggil("mutasi-tanah", "--berkas", tulis(tmp_path / "b.json", pecah), "--json")
    assert jawab["bidang"] == [2, 3]
    kode, daftar = panggil("bidang", "--json")
    assert (kode, [b["luas"] for b in daftar["bidang"]]) == (0, ["200", "300"])
    salah = {**pecah, "bidang": 2, "pecahan": [{"luas": 200}, {"luas": 1}]}
    kode, jawab = panggil("mutasi-tanah", "--berkas", tulis(tmp_path / "c.json", salah), "--json")
    assert kode == 2
    assert jawab["tercatat"] is False
    assert jawab["galat"][0]["isian"] == "pecahan"


@pytest.mark.parametrize("buku", ["A.5", "A.6"])
@pytest.mark.parametrize("akhiran", ["pdf", "xlsx", "docx"])
def test_cetak(panggil: Callable[..., tuple[int, Any]], tmp_path: Path, buku: str, akhiran: str) -> None:
    panggil("mutasi-tanah", "--berkas", tulis(tmp_path / "a.json", CATAT))
    tujuan = tmp_path / f"buku.{akhiran}"
    assert panggil("cetak", buku, "--ke", str(tujuan))[0] == 0
    assert tujuan.stat().st_size > 1000


def test_impor_tanah(panggil: Callable[..., tuple[int, Any]], tmp_path: Path) -> None:
    berkas = tmp_path / "bidang.csv"
    berkas.write_text(
        "bidang;luas;hak;guna_sawah;pemilik_jenis;pemilik_nama;pemilik_no_identitas\n"
        "1;1.250,50;MA;1.250,50;badan;PT Maju;NIB 1\n2;0;MA;0;badan;PT Maju;NIB 1\n",
        encoding="utf-8",
    )
    kode, jawab = panggil("impor-tanah", str(berkas), "--json")
    assert (kode, jawab["baru"], jawab["ditolak"]) == (2, 1, 1)
    assert [(g["baris"], g["kolom"]) for g in jawab["galat"]] == [(3, "B")]
    berkas.write_text("\n".join(berkas.read_text(encoding="utf-8").splitlines()[:2]), encoding="utf-8")
    assert panggil("impor-tanah", str(berkas), "--coba", "--json")[1]["baru"] == 1
    assert panggil("impor-tanah", str(berkas), "--json")[0] == 0
    assert panggil("bidang", "--json")[1]["bidang"][0]["luas"] == "1250.50"


def test_surat_tanah_mengambil_data_bidang(panggil: Callable[..., tuple[int, Any]], tmp_path: Path) -> None:
    """A letter on land takes what the parcel knows; what is typed goes before it."""
    from docx import Document

    orang = {
        "keluarga": {"no_kk": "9901020101200001", "dusun": "Krajan", "rt": "1", "rw": "2"},
        "orang": [{"nama": "BUDI HARTONO", "jk": "L", "nik": "9901020503800001", "tempat_lahir": "SUKAMAJU",
                   "tanggal_lahir": "1980-03-05", "agama": 1, "pendidikan": 5, "pekerjaan": 9,
                   "status_kawin": 2, "nama_ayah": "PARMAN", "nama_ibu": "SUMINI", "shdk": 1}],
    }  # fmt: skip
    panggil("peristiwa", "awal", "--berkas", tulis(tmp_path / "o.json", orang))
    isian = {"luas": "1.250,50", "hak": "MA", "guna": "sawah", "letter_c": "77", "persil": "3a",
             "lokasi": "Blok Lor", "batas_utara": "Jalan desa", "batas_timur": "Sungai",
             "batas_selatan": "Parit", "batas_barat": "Tegal", "sejak_tahun": "1999",
             "asal_perolehan": "Warisan"}  # fmt: skip
    catat = {"jenis": "catat", "isian": isian, "pemilik": [{"nik": "9901020503800001"}]}
    panggil("mutasi-tanah", "--berkas", tulis(tmp_path / "b.json", catat))
    surat = ("--nik", "9901020503800001", "--syarat-lengkap", "--ke", str(tmp_path / "s.docx"))
    ketikan = ("--isian", "batas_barat=Kebun Pak Rt", "--isian", "keperluan=permohonan kredit")
    kode, _ = panggil("surat", "keterangan-tanah", *surat, "--bidang", "1", *ketikan)
    assert kode == 0
    dokumen = Document(str(tmp_path / "s.docx"))
    teks = "\n".join(p.text for p in dokumen.paragraphs)
    teks += "\n".join(s.text for t in dokumen.tables for b in t.rows for s in b.cells)
    for kata in ("1.250,5", "Blok Lor", "Sungai", "Kebun Pak Rt"):
        assert kata in teks, kata
    assert panggil("surat", "keterangan-domisili", *surat, "--bidang", "1")[0] == 2
