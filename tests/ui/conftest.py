"""Fixtures of the window tests: a task runner, a dressed application, a page's room."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from ui.app import siapkan_aplikasi
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def tugas(qtbot: QtBot) -> Iterator[TaskRunner]:
    """A runner that is closed at the end; a failure that nobody handled fails the test."""
    siapkan_aplikasi()
    pelari = TaskRunner()
    gagal: list[Exception] = []
    pelari.failed.connect(gagal.append)
    yield pelari
    pelari.close()
    assert not gagal


@pytest.fixture
def selesai(qtbot: QtBot, tugas: TaskRunner) -> Callable[[], None]:
    """Wait until every job has been answered."""

    def tunggu() -> None:
        qtbot.waitUntil(lambda: not tugas.busy, timeout=10_000)

    return tunggu


@pytest.fixture
def ruang(desa: Konteks, tugas: TaskRunner) -> Ruang:
    """A room with the village Sukamaju, dewi acting, and every page available."""
    siapkan_aplikasi()
    return Ruang(desa, tugas, Layanan(None, {"beranda", "kependudukan", "pengaturan"}))
