"""The dialog that prints a letter shows every page, and saves what it shows."""

import io
from dataclasses import replace
from pathlib import Path

from docx import Document
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.surat.contoh_surat import contoh_surat
from desa_app.surat.naskah import Paragraf
from desa_app.surat.setelan import SetelanSurat
from ui.kertas.cetak import DialogCetak
from ui.tasks import TaskRunner


def test_halaman_dan_salinan_arsip(qtbot: QtBot, desa: Konteks, tmp_path: Path) -> None:
    naskah = contoh_surat(desa, SetelanSurat())
    naskah = replace(naskah, blok=(*naskah.blok[:-1], *(Paragraf("kata " * 100),) * 6, naskah.blok[-1]))
    tugas, induk = TaskRunner(), QWidget()
    qtbot.addWidget(induk, before_close_func=lambda _w: tugas.close())
    dialog = DialogCetak("Surat", naskah, "surat", tugas, induk, arsip=True)
    dialog.show()
    assert all(bagian.isVisible() for bagian in dialog.balik)
    assert dialog.halaman.text() == "Halaman 1 dari 2"
    dialog.halaman.stepUp()
    assert dialog.lembar.nomor == 1
    for nama, arsip in (("asli.docx", False), ("arsip.docx", True)):
        dialog.arsip.setChecked(arsip)
        with qtbot.waitSignal(tugas.idle):
            dialog.simpan_ke(tmp_path / nama)
        bagian = Document(io.BytesIO((tmp_path / nama).read_bytes())).sections[0]
        for kaki in (bagian.first_page_footer, bagian.footer):  # the fields for the paraf on every sheet
            assert len(kaki.tables) == arsip
    sehalaman = DialogCetak("Surat", contoh_surat(desa, SetelanSurat()), "surat", tugas, induk)
    sehalaman.show()
    assert not any(bagian.isVisible() for bagian in sehalaman.balik)
