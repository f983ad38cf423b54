"""A practice village as the office's data, an empty one of the same code as the laptop's, a clock to move."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.engine import Database, buat_engine
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.desa import IdentitasDesa, PermulaanDesa, identitas_desa, mulai_desa
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.pengguna import PenggunaBaru
from desa_app.waktu import Jam, jam_tetap
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

HARI_INI = dt.date(2026, 11, 19)
ZONA = dt.timezone(dt.timedelta(hours=7))
SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
KASI = Pelaku(2, "Rina Wulandari", ("kasi_pelayanan",))
KADES = Pelaku(3, "Ahmad Fauzi", ("kades",))


@dataclass
class Arloji:
    """A clock that a test moves."""

    kini: dt.datetime = dt.datetime(2026, 11, 19, 8, 0, tzinfo=ZONA)

    def jam(self) -> Jam:
        return Jam(lambda: self.kini)

    def maju(self, menit: int = 0, hari: int = 0) -> None:
        self.kini += dt.timedelta(minutes=menit, days=hari)


@pytest.fixture(scope="session")
def berkas_contoh(berkas_kosong: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice village of 500."""
    berkas = tmp_path_factory.mktemp("lapangan") / "desa.db"
    shutil.copy(berkas_kosong, berkas)
    basis = Database(buat_engine(berkas))
    isi_desa_contoh(Konteks(basis, jam_tetap(HARI_INI)), 500, 7)
    basis.tutup()
    return berkas


@pytest.fixture
def arloji() -> Arloji:
    return Arloji()


@pytest.fixture
def kantor(berkas_contoh: Path, tmp_path: Path, arloji: Arloji) -> Iterator[Konteks]:
    """The office with its Sekdes acting."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    shutil.copy(berkas_contoh, folder / "desa.db")
    basis = Database(buat_engine(folder / "desa.db"))
    yield Konteks(basis, arloji.jam(), SEKDES)
    basis.tutup()


@pytest.fixture
def laptop(berkas_kosong: Path, tmp_path: Path, arloji: Arloji, kantor: Konteks) -> Iterator[Konteks]:
    """A laptop whose data hold the same village and nobody in it."""
    identitas = identitas_desa(kantor)
    assert identitas is not None
    basis = laptop_baru(berkas_kosong, tmp_path / "laptop", identitas)
    yield Konteks(basis, arloji.jam(), KASI)
    basis.tutup()


def laptop_baru(berkas_kosong: Path, folder: Path, identitas: IdentitasDesa) -> Database:
    """A data folder that was started for this village."""
    folder.mkdir()
    shutil.copy(berkas_kosong, folder / "desa.db")
    basis = Database(buat_engine(folder / "desa.db"))
    mulai_desa(
        Konteks(basis, jam_tetap(HARI_INI)),
        PermulaanDesa(
            identitas, PenggunaBaru("rina", "Rina Wulandari", "kopi tubruk pagi", ("kasi_pelayanan",))
        ),
    )
    return basis


@pytest.fixture
def ruang(kantor: Konteks, qtbot: QtBot) -> Ruang:
    """What a page is handed, with the office's data."""
    return Ruang(kantor, TaskRunner(), Layanan())
