"""An office at work: the page Kependudukan, and waiting until every answer has come."""

from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import rekap_bulan
from ui.halaman.kependudukan import HalamanKependudukan
from ui.halaman.kependudukan.acara.dialog import DialogAcara
from ui.halaman.kependudukan.acara.menu import buka_acara
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

NOVEMBER = 202611


class Kantor:
    """The page on show, the notices it gave, and the acts one may open from it."""

    def __init__(self, k: Konteks, qtbot: QtBot, tugas: TaskRunner) -> None:
        self.k, self.qtbot, self.tugas = k, qtbot, tugas
        self.ruang = Ruang(k, self.tugas, Layanan())
        self.pesan: list[tuple[str, Any]] = []
        self.ruang.layanan.pemberitahuan.connect(lambda teks, aksi: self.pesan.append((teks, aksi)))
        self.halaman = HalamanKependudukan(self.ruang)
        qtbot.addWidget(self.halaman)
        self.halaman.resize(1160, 700)
        self.halaman.show()
        self.tunggu()

    def tunggu(self) -> None:
        QApplication.processEvents()
        for _ in range(20):
            self.qtbot.waitUntil(lambda: not self.tugas.busy)
            QApplication.processEvents()
            if not self.tugas.busy:
                return

    def angka(self) -> dict[str, int]:
        return rekap_bulan(self.k, NOVEMBER)[-1].angka

    def acara(self, kunci: str, penduduk_id: int | None = None) -> DialogAcara:
        dialog = buka_acara(self.ruang, self.halaman, kunci, penduduk_id=penduduk_id)
        self.tunggu()
        return dialog

    def jawab_alasan(self, dialog: DialogIsian, alasan: str) -> None:
        dialog.formulir.bidang("alasan").isian.setel(alasan)
        dialog.simpan()
        self.tunggu()
