"""Stored evidence on screen: a button that opens the file, or the words that it is gone."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desa_app.spm.bukti import BuktiInfo, berkas_bukti
from ui.halaman.indikator.dialog import tampilkan_galat
from ui.komponen.dasar import TombolPolos, label
from ui.ruang import Ruang


def tampilan_bukti(ruang: Ruang, bukti: BuktiInfo, induk: QWidget) -> QWidget:
    """What stands for one file in a dialog."""
    if not bukti.ada:
        return label(f"✗ {bukti.nama}: berkas tidak ada lagi di folder data", "galat", lipat=True)

    def buka() -> None:
        ruang.tugas.run(
            lambda: berkas_bukti(ruang.konteks, bukti.id), _buka_berkas, owner=induk,
            on_error=tampilkan_galat(induk),
        )  # fmt: skip

    return TombolPolos(f"Buka {bukti.nama}", buka)


def _buka_berkas(jalur: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(jalur)))
