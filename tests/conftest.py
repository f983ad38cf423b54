"""Shared fixtures: a prepared empty database is copied for each test instead of migrated anew."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import Database, buat_engine
from db.migrate import siapkan_berkas
from desa_app.desa import IdentitasDesa, PejabatInfo, PermulaanDesa, mulai_desa
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import PenggunaBaru
from desa_app.waktu import jam_tetap

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HARI_INI = dt.date(2026, 11, 21)
SANDI = "kopi tubruk pagi"
IDENTITAS = IdentitasDesa(
    kode="9901022003", nama="Sukamaju", kecamatan="Sumberrejo", kabupaten="Mekarjaya", provinsi="Contoh",
    alamat="Jalan Balai Desa Nomor 1", telepon="(0999) 123456", kode_pos="99123",
    laman="sukamaju.contoh", pos_el="kantor@sukamaju.contoh",
)  # fmt: skip
PEJABAT = (
    PejabatInfo(jabatan="kades", nama="Ahmad Fauzi, S.Sos.", mulai=dt.date(2020, 1, 1)),
    PejabatInfo(jabatan="sekdes", nama="Dewi Lestari", mulai=dt.date(2020, 1, 1), nip="99010220030002"),
    PejabatInfo(jabatan="kasi_pelayanan", nama="Rina Wulandari", mulai=dt.date(2020, 1, 1)),
)


@pytest.fixture(autouse=True)
def aplikasi_penuh() -> Iterator[None]:
    """Name the test that painted without the `qapp` fixture.

    It leaves a QGuiApplication behind, beside which the windows of later tests eat all memory.
    """
    _periksa_aplikasi()
    yield
    _periksa_aplikasi()
    if "ui.sampah" in sys.modules:
        from ui.sampah import pungut

        pungut()  # no event loop does it between tests


def _periksa_aplikasi() -> None:
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication

        aplikasi = QGuiApplication.instance()
        assert aplikasi is None or isinstance(aplikasi, QApplication), "memerlukan fixture qapp"


@pytest.fixture(scope="session")
def berkas_kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without a village."""
    berkas = tmp_path_factory.mktemp("basis") / "desa.db"
    siapkan_berkas(berkas)
    return berkas


@pytest.fixture(scope="session")
def berkas_desa(berkas_kosong: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the village Sukamaju, its officials, two dusun and the user dewi (Sekdes and Admin)."""
    berkas = tmp_path_factory.mktemp("desa") / "desa.db"
    shutil.copy(berkas_kosong, berkas)
    basis = Database(buat_engine(berkas))
    pengguna = PenggunaBaru("dewi", "Dewi Lestari", SANDI, ("sekdes", "admin"))
    mulai_desa(
        Konteks(basis, jam_tetap(HARI_INI)),
        PermulaanDesa(IDENTITAS, pengguna, PEJABAT, ("Krajan", "Sumber")),
    )
    basis.tutup()
    return berkas


@pytest.fixture
def kosong(berkas_kosong: Path, tmp_path: Path) -> Iterator[Konteks]:
    """An empty database with a clock that stands still."""
    shutil.copy(berkas_kosong, tmp_path / "desa.db")
    basis = Database(buat_engine(tmp_path / "desa.db"))
    yield Konteks(basis, jam_tetap(HARI_INI))
    basis.tutup()


@pytest.fixture
def desa(berkas_desa: Path, tmp_path: Path) -> Iterator[Konteks]:
    """The village Sukamaju, with dewi (Sekdes and Admin) acting."""
    from desa_app.kasus import Pelaku

    shutil.copy(berkas_desa, tmp_path / "desa.db")
    basis = Database(buat_engine(tmp_path / "desa.db"))
    yield Konteks(basis, jam_tetap(HARI_INI), Pelaku(1, "Dewi Lestari", ("sekdes", "admin")))
    basis.tutup()
