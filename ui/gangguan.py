"""Crashes: caught, written down without personal data, told in plain words, offered at the next start."""

import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal

from desa_app.gangguan import kode_laporan, laporan

ASLI = "gangguan-asli.txt"
"""Where the interpreter itself writes when it cannot go on."""
ARSIP = "lama"


class PenjagaGangguan(QObject):
    """Writes reports into `<data>/log` and tells the window by `terjadi(code)`."""

    terjadi = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / "log"
        self._asli: IO[str] | None = None
        self._hook_lama = (sys.excepthook, threading.excepthook)

    def pasang(self) -> None:
        """Take over the hooks of interpreter and threads."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._simpan_asli()
        self._asli = (self._folder / ASLI).open("w", encoding="utf-8")
        faulthandler.enable(self._asli)
        sys.excepthook = self._utama
        threading.excepthook = self._utas

    def lepas(self) -> None:
        """Give the hooks back; an empty file of the interpreter is removed."""
        sys.excepthook, threading.excepthook = self._hook_lama
        if self._asli is not None:
            faulthandler.disable()
            self._asli.close()
            self._asli = None
            berkas = self._folder / ASLI
            if berkas.exists() and berkas.stat().st_size == 0:
                berkas.unlink()

    def catat(self, galat: BaseException) -> str:
        """Write a report and return its code."""
        isi = laporan(galat)
        kode = kode_laporan(isi)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"gangguan-{kode}.txt").write_text(isi, encoding="utf-8")
        except OSError:
            pass  # a full disk must not turn one failure into two; the code is still told
        self.terjadi.emit(kode)
        return kode

    def tertinggal(self) -> list[Path]:
        """Reports that nobody has looked at yet."""
        return sorted(b for b in self._folder.glob("gangguan-*.txt") if b.name != ASLI)

    def arsipkan(self) -> None:
        """Move the reports away so that they are offered only once."""
        for berkas in self.tertinggal():
            (self._folder / ARSIP).mkdir(exist_ok=True)
            berkas.replace(self._folder / ARSIP / berkas.name)

    def _simpan_asli(self) -> None:
        berkas = self._folder / ASLI
        if berkas.exists() and berkas.stat().st_size:
            kode = kode_laporan(berkas.read_text(encoding="utf-8", errors="replace"))
            berkas.replace(self._folder / f"gangguan-{kode}.txt")

    def _utama(self, jenis: type[BaseException], galat: BaseException, jejak: TracebackType | None) -> None:
        if isinstance(galat, KeyboardInterrupt):
            self._hook_lama[0](jenis, galat, jejak)
            return
        self.catat(galat)

    def _utas(self, isi: threading.ExceptHookArgs) -> None:
        if isi.exc_value is not None:
            self.catat(isi.exc_value)
