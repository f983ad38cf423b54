"""A resident's page shows the letters about this person and the land; a letter opens at the counter."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.pertanahan.warga import bidang_warga
from desa_app.surat.daftar import surat_warga
from tests.pertanahan.bahan import bidang, warga
from tests.surat.bantu import buat_surat
from tests.ui.kantor import Kantor
from ui.tasks import TaskRunner


@pytest.fixture
def kantor(desa: Konteks, qtbot: QtBot, tugas: TaskRunner) -> Kantor:
    """Two residents who share a parcel; the first one has a letter."""
    pemilik = warga(desa, 2)
    bidang(desa, *pemilik, letter_c="12", persil="4")
    buat_surat(desa, "keterangan-domisili", pemilik[0].nik, {"keperluan": "sekolah", "sejak": "2015"})
    return Kantor(desa, qtbot, tugas)


def test_surat_dan_tanah_seorang_warga(kantor: Kantor) -> None:
    kantor.halaman.buka(penduduk=1)
    kantor.tunggu()
    orang = kantor.halaman.orang
    surat = surat_warga(kantor.k, 1)[0]
    assert orang.surat.model.teks(0, 1) == surat.nomor
    assert orang.surat.model.teks(0, 4) == "siap diambil"
    assert [orang.tanah.model.teks(0, n) for n in (0, 3, 4)] == ["C 12, Persil 4", "1.000", "1/2"]
    diminta: list[tuple[str, object]] = []
    kantor.ruang.layanan.halaman_diminta.connect(lambda kunci, arg: diminta.append((kunci, arg)))
    orang.tab.buka("surat")
    orang.surat.tabel.selectRow(0)
    QTest.keyClick(orang.surat.tabel, Qt.Key.Key_Return)
    assert diminta == [("pelayanan", {"surat": surat.id})]
    assert [b.bagian for b in bidang_warga(kantor.k, 2)] == [Fraction(1, 2)]
    assert surat_warga(kantor.k, 2) == []
