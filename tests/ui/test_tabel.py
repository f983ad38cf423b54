"""Tables: only what is looked at is fetched, old answers are dropped, rows are known by id."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.tangan import tekan
from ui.app import siapkan_aplikasi
from ui.komponen.sel_tabel import PERAN_JUMLAH
from ui.komponen.tabel import BLOK, BLOK_TERBANYAK, KolomTabel, ModelBerjendela, TabelData
from ui.tasks import TaskRunner

KOLOM = (KolomTabel("Nomor", 90, "kanan", "id"), KolomTabel("Nama", 0, "kiri", "nama"))


class Sumber:
    """Five thousand rows, and a note of what was asked for."""

    def __init__(self, banyak: int = 5000) -> None:
        self.banyak, self.diminta = banyak, list[int]()

    def ids(self, saringan: Any) -> list[int]:
        return [i for i in range(1, self.banyak + 1) if saringan is None or i % saringan == 0]

    def baris(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        self.diminta.append(len(ids))
        return {i: (str(i), f"WARGA {i}") for i in ids}


def buat(sumber: Sumber, tugas: TaskRunner) -> ModelBerjendela:
    return ModelBerjendela(KOLOM, sumber.ids, sumber.baris, tugas)


def test_lima_ribu_baris_hanya_yang_dilihat_diambil(
    qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    siapkan_aplikasi()
    sumber = Sumber()
    model = buat(sumber, tugas)
    tabel = TabelData(model)
    qtbot.addWidget(tabel)
    tabel.resize(600, 400)
    tabel.show()
    model.cari()
    selesai()
    tabel.grab()
    selesai()
    tabel.scrollToBottom()
    tabel.grab()
    selesai()
    assert model.rowCount() == 5000
    assert model.teks(4999, 1) == "WARGA 5000"
    assert sum(sumber.diminta) <= 3 * BLOK
    assert tabel.rowHeight(0) == tabel.rowHeight(4999) == 32


def test_simpanan_blok_terbatas(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    sumber = Sumber(BLOK * (BLOK_TERBANYAK + 10))
    model = buat(sumber, tugas)
    model.cari()
    selesai()
    for baris in range(0, model.rowCount(), BLOK):
        model.teks(baris, 0)
    selesai()
    assert len(model._blok) <= BLOK_TERBANYAK


def test_jawaban_pencarian_lama_dibuang(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    model = buat(Sumber(), tugas)
    banyak: list[int] = []
    model.terisi.connect(banyak.append)
    model.cari()
    model.cari(2500)
    selesai()
    assert banyak == [2]
    assert (model.id_baris(1), model.baris_id(5000), model.baris_id(1)) == (5000, 1, None)


def test_baris_jumlah_dan_aturan_model(qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]) -> None:
    model = buat(Sumber(10), tugas)
    model.cari()
    selesai()
    model.teks(0, 0)
    selesai()
    model.setel_jumlah(("10", "JUMLAH"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    akhir = model.index(10, 1)
    assert (akhir.data(), akhir.data(PERAN_JUMLAH)) == ("JUMLAH", True)
    assert model.id_baris(10) is None
    rata = model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert rata & Qt.AlignmentFlag.AlignRight


def test_enter_membuka_baris_dan_kepala_mengurutkan(
    qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    model = buat(Sumber(10), tugas)
    tabel = TabelData(model)
    qtbot.addWidget(tabel)
    tabel.show()
    model.cari()
    selesai()
    tabel.grab()
    selesai()
    tabel.selectRow(3)
    with qtbot.waitSignal(tabel.dibuka) as dibuka:
        tekan(tabel, Qt.Key.Key_Return)
    assert dibuka.args == [3]
    arah: list[tuple[str, bool]] = []
    tabel.urutan_diminta.connect(lambda kunci, turun: arah.append((kunci, turun)))
    for _ in range(2):
        tabel.horizontalHeader().sectionClicked.emit(1)
    assert arah == [("nama", False), ("nama", True)]
