"""Asking where a file goes or comes from, without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def tanya_simpan(induk: QWidget, judul: str, nama: str, akhiran: str, pada: Callable[[Path], object]) -> None:
    """Ask where a file of this ending goes; `pada` gets its path."""
    dialog = QFileDialog(induk, judul, f"{nama}{akhiran}", f"Berkas (*{akhiran})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(akhiran.removeprefix("."))
    _buka(dialog, pada)


def tanya_buka(induk: QWidget, judul: str, akhiran: str, pada: Callable[[Path], object]) -> None:
    """Ask for a file to read."""
    dialog = QFileDialog(induk, judul, "", f"Berkas (*{akhiran})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _buka(dialog, pada)


def _buka(dialog: QFileDialog, pada: Callable[[Path], object]) -> None:
    dialog.fileSelected.connect(lambda nama: pada(Path(nama)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
