"""The command line as a script uses it: separate processes, exit codes, one JSON object."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jalankan import AKAR
from tests.conftest import SANDI

BULAN = "2026-11"


def panggil(folder: Path, *kata: str, sandi: str = SANDI, pengguna: str = "dewi") -> Any:
    lingkungan = {
        **os.environ, "DESA_SANDI": sandi, "DESA_PENGGUNA": pengguna, "DESA_DATA": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "desa_app", *kata], cwd=AKAR, env=lingkungan, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str]]:
    """A practice village made by the command, with name and password of its Sekdes."""
    folder = tmp_path_factory.mktemp("contoh")
    hasil = panggil(folder, "contoh", "--penduduk", "200", "--json")
    assert hasil.returncode == 0, hasil.stderr
    pengguna = json.loads(hasil.stdout)["pengguna"]
    sekdes = next(p for p in pengguna if "sekdes" in p["peran"])
    return folder, (sekdes["nama"], sekdes["sandi"])


def sebagai_sekdes(contoh: tuple[Path, tuple[str, str]], *kata: str) -> Any:
    folder, (nama, sandi) = contoh
    return panggil(folder, *kata, sandi=sandi, pengguna=nama)


def test_mulai_lalu_mulai_lagi(tmp_path: Path) -> None:
    kata = ("--pengguna", "dewi", "mulai", "--desa", "9901022003", "--nama-desa", "Sukamaju")
    assert panggil(tmp_path, *kata).returncode == 0
    lagi = panggil(tmp_path, *kata)
    assert (lagi.returncode, "sudah berisi desa" in lagi.stderr) == (2, True)
    rekap = panggil(tmp_path, "rekap", "--bulan", BULAN, "--json")
    assert json.loads(rekap.stdout)["baris"][-1]["akhir_jiwa"] == 0


def test_sandi_salah_dan_perintah_salah(contoh: tuple[Path, tuple[str, str]]) -> None:
    folder, _ = contoh
    assert panggil(folder, "cari", "siti", sandi="salah sekali").returncode == 2
    assert panggil(folder, "entah").returncode == 2
    salah_bulan = sebagai_sekdes(contoh, "rekap", "--bulan", "2026-13", "--json")
    assert (salah_bulan.returncode, json.loads(salah_bulan.stdout)["kode"]) == (2, "D-60")
    assert "Bulan" in salah_bulan.stderr


def test_angka_sama_di_semua_perintah(contoh: tuple[Path, tuple[str, str]]) -> None:
    penduduk = json.loads(sebagai_sekdes(contoh, "penduduk", "--json").stdout)
    rekap = json.loads(sebagai_sekdes(contoh, "rekap", "--bulan", BULAN, "--json").stdout)
    assert penduduk["jumlah"] == rekap["baris"][-1]["akhir_jiwa"] == 200
    orang = penduduk["penduduk"][0]
    cari = json.loads(sebagai_sekdes(contoh, "cari", orang["nik"], "--json").stdout)
    assert orang["nik"] in [h["nik"] for h in cari["hasil"]]


def test_peristiwa_dari_berkas(contoh: tuple[Path, tuple[str, str]], tmp_path: Path) -> None:
    penduduk = json.loads(sebagai_sekdes(contoh, "penduduk", "--json").stdout)["penduduk"]
    kepala = next(w for w in penduduk if w["shdk"] == 1)
    isi = {"tgl_peristiwa": "2026-11-20", "nama": "Bayi Uji", "jk": "L", "tempat_lahir": "Sukamaju",
           "no_kk": kepala["no_kk"]}  # fmt: skip
    berkas = tmp_path / "lahir.json"
    berkas.write_text(json.dumps(isi))
    hasil = sebagai_sekdes(contoh, "peristiwa", "lahir", "--berkas", str(berkas), "--json")
    assert hasil.returncode == 0, hasil.stderr
    nomor = json.loads(hasil.stdout)["peristiwa_id"]
    berkas.write_text(json.dumps({**isi, "tgl_peristiwa": "31-02-2026"}))
    tolak = sebagai_sekdes(contoh, "peristiwa", "lahir", "--berkas", str(berkas), "--json")
    assert tolak.returncode == 2
    assert json.loads(tolak.stdout)["galat"][0]["isian"] == "tgl_peristiwa"
    berkas.write_text(json.dumps({"peristiwa_id": nomor, "alasan": "uji"}))
    assert sebagai_sekdes(contoh, "peristiwa", "batal", "--berkas", str(berkas)).returncode == 0


@pytest.mark.parametrize("buku", ["B.1", "B.2", "B.3", "B.4", "B.5"])
@pytest.mark.parametrize("akhiran", ["pdf", "xlsx", "docx"])
def test_cetak_buku(contoh: tuple[Path, tuple[str, str]], tmp_path: Path, buku: str, akhiran: str) -> None:
    tujuan = tmp_path / f"buku.{akhiran}"
    hasil = sebagai_sekdes(contoh, "cetak", buku, "--bulan", BULAN, "--ke", str(tujuan))
    assert hasil.returncode == 0, hasil.stderr
    kepala = {"pdf": b"%PDF", "xlsx": b"PK", "docx": b"PK"}[akhiran]
    assert tujuan.read_bytes().startswith(kepala)


def test_tutup_buku_berurutan(contoh: tuple[Path, tuple[str, str]]) -> None:
    hasil = sebagai_sekdes(contoh, "tutup-buku", "--bulan", BULAN, "--json")
    objek = json.loads(hasil.stdout)
    assert [u["kode"] for u in objek["uji"]] == [f"R{n}" for n in range(1, 12)]
    assert all(u["lulus"] for u in objek["uji"])
    assert (hasil.returncode, objek["tertutup"]) == (2, False)
    assert "berurutan" in objek["pesan"]


def test_dari_desa_kosong_sampai_surat(tmp_path: Path) -> None:
    """First start, a workbook, a letter: what somebody does who wants to see whether it works."""
    from tests.impor.bahan import tabel, tulis_xlsx, warga

    orang = warga(20)
    buku = tulis_xlsx(tmp_path / "warga.xlsx", tabel(orang))
    data, surat = tmp_path / "data", tmp_path / "surat.docx"
    kata = ("--pengguna", "dewi", "mulai", "--desa", "9901022003", "--nama-desa", "Sukamaju")
    assert panggil(data, *kata).returncode == 0
    assert panggil(data, "impor", str(buku)).returncode == 0
    hasil = panggil(
        data, "surat", "keterangan-domisili", "--nik", str(orang[0]["nik"]), "--isian",
        "alamat_domisili=Dusun Krajan", "--isian", "keperluan=melamar pekerjaan", "--syarat-lengkap",
        "--ke", str(surat),
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr
    assert surat.stat().st_size > 5000
