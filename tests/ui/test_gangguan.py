"""Crashes: written without personal data, offered once, told in words."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desa_app.gangguan import laporan
from ui.app import siapkan_aplikasi
from ui.dialog_gangguan import DialogLaporan
from ui.gangguan import PenjagaGangguan

NIK, NAMA = "9901024501900002", "SITI AMINAH"


def _rusak(nik: str) -> None:
    data = {"nama": NAMA}
    try:
        raise KeyError(f"{NAMA} {nik}")
    except KeyError as galat:
        raise ValueError(f"nilai {nik} milik {data['nama']}") from galat


@pytest.fixture
def penjaga(tmp_path: Path) -> Iterator[PenjagaGangguan]:
    hasil = PenjagaGangguan(tmp_path / NAMA)
    yield hasil
    hasil.lepas()


def _galat() -> ValueError:
    with pytest.raises(ValueError, match=NIK) as info:
        _rusak(NIK)
    return info.value


def test_laporan_menyebut_jenis_dan_tempat_tanpa_data_warga() -> None:
    galat = _galat()
    assert NIK in str(galat)  # the data that must not get through is really there
    isi = laporan(galat)
    assert NIK not in isi
    assert NAMA not in isi
    assert "builtins.ValueError" in isi
    assert "builtins.KeyError" in isi
    assert "tests/ui/test_gangguan.py" in isi
    assert "_rusak" in isi


def test_kail_mencatat_utama_dan_utas(qtbot: QtBot, penjaga: PenjagaGangguan) -> None:
    kode: list[str] = []
    penjaga.terjadi.connect(kode.append)
    penjaga.pasang()
    galat = _galat()
    sys.excepthook(type(galat), galat, galat.__traceback__)
    utas = threading.Thread(target=_rusak, args=(NIK,))
    utas.start()
    utas.join()
    qtbot.waitUntil(lambda: len(kode) == 2)
    berkas = penjaga.tertinggal()
    assert {f"gangguan-{k}.txt" for k in kode} == {b.name for b in berkas}
    assert all(NIK not in b.read_text() and NAMA not in b.read_text() for b in berkas)


def test_jejak_penerjemah_ditawarkan_pada_mulai_berikut(tmp_path: Path, penjaga: PenjagaGangguan) -> None:
    penjaga.pasang()
    penjaga.lepas()
    assert penjaga.tertinggal() == []
    (tmp_path / NAMA / "log" / "gangguan-asli.txt").write_text("Fatal Python error: Aborted\n")
    penjaga.pasang()
    assert len(penjaga.tertinggal()) == 1


def test_laporan_ditawarkan_sekali(qtbot: QtBot, penjaga: PenjagaGangguan) -> None:
    siapkan_aplikasi()
    penjaga.catat(_galat())
    dialog = DialogLaporan(penjaga, None)
    dialog.open()
    teks = dialog.findChild(QPlainTextEdit)
    assert teks is not None
    assert "ValueError" in teks.toPlainText()
    dialog.accept()
    assert penjaga.tertinggal() == []
