"""The task runner: answers reach their owner, errors their handler, long jobs can be stopped."""

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desa_app.errors import DesaError
from ui.kepala import Kepala
from ui.sampah import SELANG_MD
from ui.tasks import Dibatalkan, JobControl, TaskRunner


def test_jawaban_datang_di_utas_jendela(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    pemilik = QObject()
    tempat: dict[str, int] = {}
    tugas.run(
        threading.get_ident,
        lambda utas: tempat.update(kerja=utas, jawab=threading.get_ident()),
        owner=pemilik,
    )
    selesai()
    assert tempat["jawab"] == threading.main_thread().ident != tempat["kerja"]


def test_jawaban_dibuang_bila_pemilik_sudah_tiada(
    qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    pemilik, hidup, sampai = QObject(), QObject(), []
    tunggu = threading.Event()
    tugas.run(lambda: tunggu.wait(5), lambda _: sampai.append("tiada"), owner=pemilik)
    tugas.run(lambda: None, lambda _: sampai.append("hidup"), owner=hidup)
    delete(pemilik)
    tunggu.set()
    selesai()
    assert sampai == ["hidup"]


def _gagal(galat: Exception) -> None:
    raise galat


def test_galat_dinanti_ke_penangan_yang_lain_ke_failed(qtbot: QtBot) -> None:
    pelari, pemilik = TaskRunner(), QObject()
    ditangani: list[Exception] = []
    lolos: list[Exception] = []
    urutan: list[str] = []
    pelari.failed.connect(lolos.append)
    for galat in (DesaError("kurang"), ValueError("cacat")):
        pelari.run(
            lambda g=galat: _gagal(g),  # type: ignore[misc]
            lambda _: None,
            owner=pemilik,
            on_error=ditangani.append,
            always=lambda: urutan.append("selalu"),
        )
    pelari.run(lambda: _gagal(DesaError("tanpa penangan")), lambda _: None, owner=pemilik)
    qtbot.waitUntil(lambda: not pelari.busy)
    assert [str(g) for g in ditangani] == ["kurang"]
    assert [str(g) for g in lolos] == ["cacat", "tanpa penangan"]
    assert urutan == ["selalu", "selalu"]
    pelari.close()


def test_pekerjaan_panjang_melapor_di_utas_jendela_dan_dapat_dihentikan(
    qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    pemilik = QObject()
    kemajuan: list[tuple[int, int, str, bool]] = []
    galat: list[object] = []
    langkah = threading.Event()

    def kerja(kendali: JobControl) -> str:
        for nomor in range(1000):
            kendali.progress(nomor, 1000, "baris")
            langkah.wait(0.001)
        return "sampai akhir"

    def maju(selesai_: int, semua: int, teks: str) -> None:
        kemajuan.append((selesai_, semua, teks, QThread.currentThread() is pemilik.thread()))
        kendali.cancel()

    kendali = tugas.run_long(kerja, galat.append, owner=pemilik, on_progress=maju, on_error=galat.append)
    selesai()
    assert kemajuan[0] == (0, 1000, "baris", True)
    assert len(galat) == 1
    assert isinstance(galat[0], Dibatalkan)
    assert kendali.cancelled


def test_menutup_menghentikan_pekerjaan_panjang(qtbot: QtBot) -> None:
    pelari, pemilik = TaskRunner(), QObject()
    mulai = threading.Event()
    sampai: list[object] = []

    def kerja(kendali: JobControl) -> None:
        mulai.set()
        while True:
            kendali.progress(0, 1)

    pelari.run_long(kerja, sampai.append, owner=pemilik)
    assert mulai.wait(5)
    pelari.close()
    assert sampai == []


class _Jejak:
    """Says in which thread it was freed, alone or in a cycle."""

    def __init__(self, tempat: list[int]) -> None:
        self.diri: _Jejak | None = self
        self._tempat = tempat

    def __del__(self) -> None:
        self._tempat.append(threading.get_ident())


def test_sampah_dipungut_di_utas_jendela(qtbot: QtBot, tugas: TaskRunner) -> None:
    """Cycles hold widgets; freed by the job's thread they would take the program with them."""
    tempat: list[int] = []

    def kerja() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            _Jejak(tempat)

    with qtbot.waitSignal(tugas.idle):
        tugas.run(kerja, lambda _: None, owner=tugas)
    qtbot.waitUntil(lambda: bool(tempat), timeout=5 * SELANG_MD)
    assert set(tempat) == {threading.get_ident()}


def test_yang_dipegang_pekerjaan_dilepas_di_utas_jendela(qtbot: QtBot, tugas: TaskRunner) -> None:
    tempat: list[int] = []

    def mulai() -> None:
        jejak = _Jejak(tempat)
        jejak.diri = None
        tugas.run(lambda: id(jejak), lambda _: None, owner=tugas)

    with qtbot.waitSignal(tugas.idle):
        mulai()
    assert tempat == [threading.get_ident()]


def test_yang_lama_menunggu_diberi_tahu(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    """A save that waits for another program that writes says so, and stops saying so when it is done."""
    kabar: list[bool] = []
    tugas.lama.connect(kabar.append)
    tugas._jam.setInterval(0)
    pemilik, tunggu = QObject(), threading.Event()
    with qtbot.waitSignal(tugas.lama):
        tugas.run(lambda: tunggu.wait(5), lambda _: None, owner=pemilik)
    tunggu.set()
    selesai()
    assert kabar == [True, False]
    tugas._jam.setInterval(60_000)
    tugas.run(lambda: None, lambda _: None, owner=pemilik)
    selesai()
    assert kabar == [True, False]


def test_kepala_menyebut_pekerjaan_yang_lama(qtbot: QtBot) -> None:
    kepala = Kepala()
    qtbot.addWidget(kepala)
    kepala.sibuk.setel(True)
    assert not kepala.sibuk.isHidden()
    assert "Sedang bekerja" in kepala.sibuk.text()
    kepala.sibuk._jam.timeout.emit()
    assert "aman" in kepala.sibuk.text()
    kepala.sibuk.setel(False)
    assert kepala.sibuk.isHidden()
