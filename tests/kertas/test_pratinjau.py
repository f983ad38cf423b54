"""The preview as a person uses it: pages, paper, saving, printing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.buku import simpan_buku
from tests.kertas.contoh_buku import buku_contoh, teks_pdf
from ui.kertas.pelukis import PelukisQt
from ui.kertas.pratinjau import PratinjauBuku
from ui.tasks import TaskRunner


def _simpan(buku: BukuCetak, tujuan: Path) -> None:
    simpan_buku(buku, tujuan, PelukisQt)


@pytest.fixture
def tugas(qtbot: QtBot) -> Iterator[TaskRunner]:
    tugas = TaskRunner()
    yield tugas
    tugas.close()


def _buka(qtbot: QtBot, tugas: TaskRunner, buku: BukuCetak) -> PratinjauBuku:
    dialog = PratinjauBuku(buku, tugas, _simpan)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    _siap(qtbot, dialog)
    return dialog


def _siap(qtbot: QtBot, dialog: PratinjauBuku) -> None:
    qtbot.waitUntil(dialog.tombol_cetak.isEnabled)


def _printer(tujuan: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tujuan))
    return printer


def test_pages_are_turned_and_shown(qtbot: QtBot, tugas: TaskRunner) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.1", 90))
    jumlah = dialog.halaman.maximum()
    assert jumlah > 2
    pertama = dialog.lembar.grab().toImage()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.halaman.value() == 2)
    assert dialog.lembar.nomor == 1
    assert dialog.lembar.grab().toImage() != pertama
    dialog.halaman.setValue(jumlah)
    assert dialog.lembar.nomor == jumlah - 1
    dialog.reject()


def test_other_paper_lays_out_anew(qtbot: QtBot, tugas: TaskRunner) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.1", 90))
    sebelum = dialog.halaman.maximum()
    dialog.kertas.setCurrentText("A3")
    _siap(qtbot, dialog)
    assert dialog.halaman.maximum() < sebelum
    assert dialog.buku().spec.kertas == "A3"
    dialog.reject()


def test_zoom_stays_within_bounds(qtbot: QtBot, tugas: TaskRunner) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.3", 0))
    dialog.lembar.perbesar(1000)
    besar = dialog.lembar.width()
    dialog.lembar.perbesar(0)
    kecil = dialog.lembar.width()
    assert 100 < kecil < besar < 10_000
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kecil < dialog.lembar.width() < besar)
    dialog.reject()


def test_what_is_saved_is_what_is_shown(qtbot: QtBot, tugas: TaskRunner, tmp_path: Path) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.1", 40))
    dialog.simpan_ke(tmp_path / "b.pdf")
    qtbot.waitUntil(lambda: "tersimpan" in dialog.keterangan.text())
    assert len(teks_pdf(tmp_path / "b.pdf")) == dialog.halaman.maximum()
    dialog.simpan_ke(tmp_path / "tidak ada" / "b.xlsx")
    qtbot.waitUntil(lambda: "Folder untuk menyimpan" in dialog.galat.teks())
    dialog.reject()


def test_printing_sends_every_page_and_can_be_stopped(
    qtbot: QtBot, tugas: TaskRunner, tmp_path: Path
) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.1", 90))
    dialog.cetak_ke(_printer(tmp_path / "semua.pdf"))
    qtbot.waitUntil(lambda: "Selesai" in dialog.keterangan.text())
    _simpan(dialog.buku(), tmp_path / "simpan.pdf")
    assert teks_pdf(tmp_path / "semua.pdf") == teks_pdf(tmp_path / "simpan.pdf")

    printer = _printer(tmp_path / "sebagian.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    dialog.cetak_ke(printer)
    qtbot.waitUntil(lambda: "Selesai" in dialog.keterangan.text())
    assert teks_pdf(tmp_path / "sebagian.pdf") == teks_pdf(tmp_path / "simpan.pdf")[1:3]

    dialog.cetak_ke(_printer(tmp_path / "henti.pdf"))
    QTest.mouseClick(dialog.tombol_henti, Qt.MouseButton.LeftButton)
    assert "dihentikan" in dialog.keterangan.text()
    assert dialog.tombol_cetak.isVisible()
    dialog.reject()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_printer_that_refuses_is_told_in_words(qtbot: QtBot, tugas: TaskRunner, tmp_path: Path) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.2", 5))
    dialog.cetak_ke(_printer(tmp_path / "tidak ada" / "b.pdf"))
    assert "Pencetak tidak menerima halaman" in dialog.galat.teks()
    assert dialog.tombol_cetak.isVisible()
    dialog.reject()


def test_word_is_offered_only_for_short_books(qtbot: QtBot, tugas: TaskRunner) -> None:
    dialog = _buka(qtbot, tugas, buku_contoh("B.2", 2_001))
    assert not dialog.tombol_simpan[".docx"].isEnabled()
    assert dialog.tombol_simpan[".xlsx"].isEnabled()
    dialog.reject()
