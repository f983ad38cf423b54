"""The page Pertanahan as a person uses it: draw a parcel, store, export, read back; book a sale."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.pertanahan.bidang import baca_bidang
from desa_app.pertanahan.lembar_sketsa import susun_lembar_sketsa
from desa_app.pertanahan.sketsa import baca_sketsa, simpan_sketsa
from tests.pertanahan.bahan import LUAR, bidang, warga
from ui.halaman.pertanahan import HalamanPertanahan
from ui.halaman.pertanahan.cetak_sketsa import simpan_pdf
from ui.halaman.pertanahan.mutasi import buka_mutasi
from ui.halaman.pertanahan.pemilik import IsianPemilik
from ui.halaman.pertanahan.tab_tanah import TabTanahDesa
from ui.kertas.sketsa import LembarSketsa
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def halaman(desa: Konteks, qtbot: QtBot) -> HalamanPertanahan:
    tugas = TaskRunner()
    h = HalamanPertanahan(Ruang(desa, tugas, Layanan(halaman=("pertanahan",))))
    qtbot.addWidget(h)
    h.resize(1160, 680)
    h.show()
    qtbot.waitUntil(lambda: not tugas.busy)
    return h


def tunggu(h: HalamanPertanahan, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not h.ruang.tugas.busy)


def test_gambar_simpan_geojson_pulang_pergi(
    desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot, tmp_path: Path
) -> None:
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    halaman.buka(bidang=nomor)
    tunggu(halaman, qtbot)
    meja = halaman.bidang.meja
    for x, y in ((100, 300), (300, 300), (320, 120), (110, 100)):
        QTest.mouseClick(meja.kanvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert len(meja.kanvas.sudut) == 4
    QTest.mouseClick(meja.kanvas, Qt.MouseButton.RightButton, pos=QPoint(100, 300))
    QTest.mouseClick(meja.kanvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 300))
    assert meja.kanvas.tertutup
    meja.simpan()
    tunggu(halaman, qtbot)
    tersimpan = baca_sketsa(desa, nomor)
    assert tersimpan.patok == (0,)
    assert tersimpan.terhitung > 0
    assert not meja.kotor()
    meja.ekspor_ke(tmp_path / "b.geojson")
    tunggu(halaman, qtbot)
    meja.impor_dari(tmp_path / "b.geojson")
    tunggu(halaman, qtbot)
    assert baca_sketsa(desa, nomor).terhitung == tersimpan.terhitung
    simpan_pdf(susun_lembar_sketsa(desa, nomor), tmp_path / "s.pdf")
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")


def test_garis_bersilang_dan_gps_tertukar_disebut(
    desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot
) -> None:
    (a,) = warga(desa, 1)
    halaman.buka(bidang=bidang(desa, a))
    tunggu(halaman, qtbot)
    meja = halaman.bidang.meja
    for x, y in ((100, 300), (300, 100), (300, 300), (100, 100)):
        QTest.mouseClick(meja.kanvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert "bersilangan" in meja.masalah.text()
    assert meja.kanvas.silang is not None
    assert not meja.simpan_tombol.isEnabled()
    QTest.keyClick(meja.kanvas, Qt.Key.Key_Backspace)
    assert len(meja.kanvas.sudut) == 3
    meja.kanvas.urungkan()
    assert len(meja.kanvas.sudut) == 4
    meja.gps.setText("102,58 -3,65")
    meja.tambah_gps()
    assert "tertukar" in meja.salah_gps.text()


def test_melekat_pada_sudut_tetangga(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    (a,) = warga(desa, 1)
    tetangga, nomor = bidang(desa, a), bidang(desa, a)
    simpan_sketsa(desa, tetangga, [(0, 0), (20_000, 0), (20_000, 20_000), (0, 20_000)])
    halaman.buka(bidang=nomor)
    tunggu(halaman, qtbot)
    kanvas = halaman.bidang.meja.kanvas
    dekat = kanvas.titik_layar((20_000, 0)).toPoint() + QPoint(5, -4)
    QTest.mouseClick(kanvas, Qt.MouseButton.LeftButton, pos=dekat)
    assert kanvas.sudut == ((20_000, 0),)


def test_ukuran_meteran_diketik(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    (a,) = warga(desa, 1)
    halaman.buka(bidang=bidang(desa, a))
    tunggu(halaman, qtbot)
    meja = halaman.bidang.meja
    for jarak, arah in (("20", "90"), ("50", "U 0 T"), ("20", "270")):
        meja.jarak.setText(jarak)
        meja.arah.setText(arah)
        QTest.keyClick(meja.arah, Qt.Key.Key_Return)
    meja.kanvas.tutup()
    assert meja.terhitung.text() == "1.000 m² menurut sketsa"
    assert "selisih 0 m²" in meja.selisih.text()


def test_jual_beli_dari_dialog(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    dialog = buka_mutasi(halaman.ruang, halaman, "jual_beli", baca_bidang(desa, nomor), lambda _: None)
    assert isinstance(dialog.bawahan, IsianPemilik)
    dialog.simpan()
    assert "pilih penduduknya" in dialog.bawahan.masalah.text()
    baris = dialog.bawahan.baris[0]
    baris.jenis.setel("warga_luar")
    baris.nama.setText(LUAR.nama)
    dialog.simpan()
    tunggu(halaman, qtbot)
    assert "identitas" in dialog.bawahan.masalah.text()
    baris.nomor.setText(LUAR.no_identitas)
    dialog.simpan()
    tunggu(halaman, qtbot)
    assert baca_bidang(desa, nomor).pemilik[0][0].nama == LUAR.nama.upper()


def test_bidang_baru_menandai_isian(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    halaman.bidang_baru()
    tunggu(halaman, qtbot)
    from ui.halaman.pertanahan.isian_bidang import DialogBerpemilik

    (dialog,) = halaman.findChildren(DialogBerpemilik)
    formulir = dialog.formulir
    formulir.bidang("luas").isian.setel("1.000")
    formulir.bidang("hak").isian.setel("MA")
    formulir.bidang("guna_perumahan").isian.setel("900")
    assert isinstance(dialog.bawahan, IsianPemilik)
    baris = dialog.bawahan.baris[0]
    baris.jenis.setel("badan")
    baris.nama.setText("PT Maju 2 (Persero)")
    baris.nomor.setText("NIB 1")
    dialog.simpan()
    tunggu(halaman, qtbot)
    assert "tidak sama dengan luas" in formulir.bidang("guna_perumahan").kalimat_masalah()
    formulir.bidang("guna_perumahan").isian.setel("1.000")
    dialog.simpan()
    tunggu(halaman, qtbot)
    tab = halaman.tab.isi("A.6")
    assert isinstance(tab, TabTanahDesa)
    tab.segarkan()
    tunggu(halaman, qtbot)
    assert tab.model.teks(0, 1) in {"…", "PT MAJU 2 (PERSERO)"}
    tunggu(halaman, qtbot)
    assert tab.model.teks(0, 1) == "PT MAJU 2 (PERSERO)"


def test_lembar_banyak_sisi_dua_halaman(desa: Konteks, qtbot: QtBot) -> None:
    from tests.pertanahan.test_geometri import bintang

    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    simpan_sketsa(desa, nomor, bintang([20_000 + 90 * (i % 7) for i in range(60)]))
    assert LembarSketsa(susun_lembar_sketsa(desa, nomor)).jumlah_halaman() == 2
