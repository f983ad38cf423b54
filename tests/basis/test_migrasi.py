"""Files come to the newest schema whole or not at all; what is not ours is refused in words."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

import db.models
from db.base import Base
from db.folder import KunciFolder, di_jaringan
from db.migrate import (
    MigrasiGagal,
    folder_migrasi,
    revisi_berkas,
    revisi_kepala,
    siapkan_berkas,
)
from db.tanda import APPLICATION_ID
from desa_app.buka import buka_basis
from desa_app.errors import DataBermasalah

assert db.models


def test_kosong_sampai_kepala_sama_dengan_model(berkas_kosong: Path) -> None:
    pemeriksa = inspect(create_engine(f"sqlite:///{berkas_kosong}"))
    for tabel in Base.metadata.sorted_tables:
        kolom = {k["name"]: k["nullable"] for k in pemeriksa.get_columns(tabel.name)}
        assert kolom == {k.name: bool(k.nullable) for k in tabel.columns}, tabel.name
        indeks = {i["name"] for i in pemeriksa.get_indexes(tabel.name)}
        assert {i.name for i in tabel.indexes} == indeks, tabel.name
    with sqlite3.connect(berkas_kosong) as koneksi:
        ketat = dict(koneksi.execute("SELECT name, strict FROM pragma_table_list WHERE type='table'"))
        assert all(ketat[t.name] for t in Base.metadata.sorted_tables)
        assert koneksi.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def test_revisi_berurutan_tanpa_lubang() -> None:
    nomor = sorted(int(b.name[:4]) for b in (folder_migrasi() / "versions").glob("[0-9]*.py"))
    assert nomor == list(range(1, revisi_kepala(folder_migrasi()) + 1))


@pytest.mark.parametrize(
    ("isi", "kode"),
    [(b"bukan basis data sama sekali" * 100, "D-53"), (None, "D-53"), ("baru", "D-52")],
)
def test_berkas_lain_ditolak(berkas_kosong: Path, tmp_path: Path, isi: object, kode: str) -> None:
    berkas = tmp_path / "desa.db"
    if isi == "baru":
        shutil.copy(berkas_kosong, berkas)
        with sqlite3.connect(berkas) as koneksi:
            koneksi.execute("PRAGMA user_version=9999")
    elif isi is None:
        with sqlite3.connect(berkas) as koneksi:
            koneksi.execute("CREATE TABLE lain (x)")
    else:
        assert isinstance(isi, bytes)
        berkas.write_bytes(isi)
    asli = berkas.read_bytes()
    with pytest.raises(DataBermasalah) as galat:
        buka_basis(tmp_path)
    assert galat.value.kode == kode
    assert berkas.read_bytes() == asli


def test_migrasi_gagal_meninggalkan_berkas_semula(berkas_kosong: Path, tmp_path: Path) -> None:
    """A step that breaks half-way: the file keeps every byte, no half table, no leftover."""
    skrip = tmp_path / "alembic"
    shutil.copytree(folder_migrasi(), skrip, ignore=shutil.ignore_patterns("__pycache__"))
    kepala = revisi_kepala(skrip)
    (skrip / "versions" / f"{kepala + 1:04d}_rusak.py").write_text(
        f'from alembic import op\nrevision="{kepala + 1:04d}"\ndown_revision="{kepala:04d}"\n'
        "branch_labels=None\ndepends_on=None\n\n"
        'def upgrade():\n    op.execute("CREATE TABLE setengah (x INTEGER)")\n'
        '    raise RuntimeError("putus")\n'
    )
    berkas = tmp_path / "data" / "desa.db"
    berkas.parent.mkdir()
    shutil.copy(berkas_kosong, berkas)
    asli = berkas.read_bytes()
    with pytest.raises(RuntimeError, match="putus"):
        siapkan_berkas(berkas, skrip)
    assert berkas.read_bytes() == asli
    assert [b.name for b in berkas.parent.iterdir()] == ["desa.db"]


def test_migrasi_berhasil_menyimpan_berkas_lama(berkas_kosong: Path, tmp_path: Path) -> None:
    skrip = tmp_path / "alembic"
    shutil.copytree(folder_migrasi(), skrip, ignore=shutil.ignore_patterns("__pycache__"))
    kepala = revisi_kepala(skrip)
    (skrip / "versions" / f"{kepala + 1:04d}_baru.py").write_text(
        f'from alembic import op\nrevision="{kepala + 1:04d}"\ndown_revision="{kepala:04d}"\n'
        "branch_labels=None\ndepends_on=None\n\n"
        'def upgrade():\n    op.execute("CREATE TABLE tambahan (x INTEGER) STRICT")\n'
    )
    berkas = tmp_path / "desa.db"
    shutil.copy(berkas_kosong, berkas)
    assert siapkan_berkas(berkas, skrip)
    assert revisi_berkas(berkas) == kepala + 1
    assert revisi_berkas(tmp_path / f"desa-sebelum-{kepala + 1:04d}.db") == kepala
    assert not siapkan_berkas(berkas, skrip)


def test_rujukan_putus_menggagalkan_migrasi(berkas_kosong: Path, tmp_path: Path) -> None:
    skrip = tmp_path / "alembic"
    shutil.copytree(folder_migrasi(), skrip, ignore=shutil.ignore_patterns("__pycache__"))
    kepala = revisi_kepala(skrip)
    (skrip / "versions" / f"{kepala + 1:04d}_putus.py").write_text(
        f'from alembic import op\nrevision="{kepala + 1:04d}"\ndown_revision="{kepala:04d}"\n'
        "branch_labels=None\ndepends_on=None\n\n"
        "def upgrade():\n"
        '    op.execute("INSERT INTO keluarga (no_kk, alamat, dusun_id, rt, rw, aktif, ket) "\n'
        "               \"VALUES ('9901020101200001', '', 77, '', '', 1, '')\")\n"
    )
    berkas = tmp_path / "desa.db"
    shutil.copy(berkas_kosong, berkas)
    asli = berkas.read_bytes()
    with pytest.raises(MigrasiGagal):
        siapkan_berkas(berkas, skrip)
    assert berkas.read_bytes() == asli


MOUNT = "\n".join(
    [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/desa /mnt/bersama nfs4 rw 0 0",
        "//pc/bagi /mnt/pc\\040lain cifs rw 0 0",
    ]
)


@pytest.mark.parametrize(
    ("folder", "jaringan"),
    [
        ("/home/desa", False),
        ("/mnt/bersama/data", True),
        ("/mnt/pc lain/x", True),
        ("/mnt/bersamaan", False),
        ("//server/bagi", True),
    ],
)
def test_folder_jaringan(folder: str, jaringan: bool) -> None:
    assert di_jaringan(Path(folder), MOUNT) is jaringan


def test_kunci_folder_hanya_satu(tmp_path: Path) -> None:
    satu, dua = KunciFolder(tmp_path), KunciFolder(tmp_path)
    assert satu.ambil()
    assert not dua.ambil()
    satu.lepas()
    assert dua.ambil()
    dua.lepas()
