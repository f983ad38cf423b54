"""The page Pertanahan as a person uses it: draw a parcel, store, export, read back; book a sale."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks
from desa_app.kependudukan.cari import cari_warga
from desa_app.pertanahan.bidang import baca_bidang
from desa_app.pertanahan.calon import cari_bidang
from desa_app.pertanahan.lembar_sketsa import susun_lembar_sketsa
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.setelan import baca_setelan_tanah
from desa_app.pertanahan.sketsa import baca_sketsa, simpan_sketsa
from tests.pertanahan.bahan import LUAR, bidang, warga
from ui.halaman.pertanahan import HalamanPertanahan
from ui.halaman.pertanahan.cetak_sketsa import simpan_pdf
from ui.halaman.pertanahan.isian_bidang import bahan_isian
from ui.halaman.pertanahan.mutasi import buka_mutasi
from ui.halaman.pertanahan.pecahan import IsianPecahan
from ui.halaman.pertanahan.pemilik import IsianPemilik
from ui.halaman.pertanahan.pilih_bidang import PilihBidangSama, PilihSatuBidang
from ui.halaman.pertanahan.setelan import simpan_setelan
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


def test_pemecahan_tiga_ahli_waris_dari_dialog(
    desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot
) -> None:
    a, b, c = warga(desa, 3)
    nomor = bidang(desa, a)
    hasil: list[Any] = []
    dialog = buka_mutasi(halaman.ruang, halaman, "pemecahan", baca_bidang(desa, nomor), hasil.append)
    pecahan = dialog.bawahan
    assert isinstance(pecahan, IsianPecahan)
    pecahan.baris[0].luas.setText("400")
    pecahan.baris[1].luas.setText("700")
    assert "Lebih 100 m²" in pecahan.sisa.text()
    pecahan.baris[1].luas.setText("300,50")
    pecahan.tambah()
    assert pecahan.baris[2].luas.text() == "299,50"
    assert "Tepat 1.000 m²" in pecahan.sisa.text()
    for baris, nik in zip(pecahan.baris[1:], (b.nik, c.nik), strict=True):
        (orang,) = cari_warga(desa, nik)
        baris.pemilik.setel_warga(orang)
    dialog.simpan()
    tunggu(halaman, qtbot)
    assert "Sebutkan sebabnya" in dialog.formulir.bidang("sebab").kalimat_masalah()
    dialog.formulir.bidang("sebab").isian.setel("waris")
    dialog.simpan()
    tunggu(halaman, qtbot)
    ((_, baru),) = hasil
    assert [baca_bidang(desa, i).luas for i in baru] == [400_00, 300_50, 299_50]
    assert [baca_bidang(desa, i).pemilik[0][0].nama for i in baru] == ["Warga A", "Warga B", "Warga C"]


def test_gabung_dan_tukar_memilih_bidang(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    a, b = warga(desa, 2)
    satu, dua, lain = bidang(desa, a), bidang(desa, a), bidang(desa, b)
    hasil: list[Any] = []
    dialog = buka_mutasi(halaman.ruang, halaman, "penggabungan", baca_bidang(desa, satu), hasil.append)
    tunggu(halaman, qtbot)
    gabung = dialog.bawahan
    assert isinstance(gabung, PilihBidangSama)
    assert list(gabung.pilihan) == [dua]
    dialog.simpan()
    assert gabung.masalah.text() == "Pilih bidangnya."
    gabung.pilihan[dua].setChecked(True)
    dialog.simpan()
    tunggu(halaman, qtbot)
    ((_, baru),) = hasil
    dialog = buka_mutasi(halaman.ruang, halaman, "tukar", baca_bidang(desa, baru), lambda _: None)
    tukar = dialog.bawahan
    assert isinstance(tukar, PilihSatuBidang)
    tukar.setel(cari_bidang(desa, str(lain))[0])
    dialog.simpan()
    tunggu(halaman, qtbot)
    assert baca_bidang(desa, lain).pemilik[0][0].nama == "Warga A"


def test_kanvas_dengan_tombol(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    """Choose, move, insert, take away, undo and redo corners; what the keys did is what is stored."""
    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    simpan_sketsa(desa, nomor, [(0, 0), (20_000, 0), (20_000, 50_000), (0, 50_000)])
    halaman.buka(bidang=nomor)
    tunggu(halaman, qtbot)
    meja, kanvas = halaman.bidang.meja, halaman.bidang.meja.kanvas
    for tombol in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_Right):
        QTest.keyClick(kanvas, tombol)
    QTest.keyClick(kanvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (kanvas.sudut[1], kanvas.patok) == ((20_100, 1_000), (1,))
    kanvas.urungkan()
    kanvas.urungkan()
    assert kanvas.sudut[1] == (20_000, 0)
    kanvas.ulangi()
    assert kanvas.sudut[1] == (20_100, 0)
    kanvas.urungkan()
    assert kanvas.sisipkan(kanvas.titik_layar((10_000, 50_000)))
    assert kanvas.sudut[3] == (10_000, 50_000)
    assert meja.terhitung.text() == "1.000 m² menurut sketsa"
    QTest.keyClick(kanvas, Qt.Key.Key_Delete)
    assert len(kanvas.sudut) == 4
    assert kanvas.tertutup


def test_setelan_dan_temuan_pada_bidang(desa: Konteks, halaman: HalamanPertanahan, qtbot: QtBot) -> None:
    from desa_app.kependudukan.acara.mati import catat_mati

    (a,) = warga(desa, 1)
    nomor = bidang(desa, a)
    catat_mati(
        desa, {"tgl_peristiwa": "2026-11-10", "tgl_lapor": "2026-11-11", "tempat": "rumah"}, penduduk_id=1
    )
    halaman.buka(bidang=nomor)
    tunggu(halaman, qtbot)
    assert not halaman.bidang.temuan.isHidden()
    simpan_setelan(desa, {"tanda": "centang", "kelas": "t-i, T-II; t-i", "titik_nol": "-3,65 102,58"})
    setelan = baca_setelan_tanah(desa)
    assert (setelan.centang_tanda, setelan.kelas_tambahan) == (True, ("T-I", "T-II"))
    assert bahan_isian(desa).kelas[-1] == ("T-II", "T-II")
    with pytest.raises(ValidationFailed, match="tertukar") as galat:
        simpan_setelan(desa, {"tanda": "luas", "kelas": "", "titik_nol": "102,58 -3,65"})
    assert galat.value.issues[0].field == "titik_nol"


def test_cetakan_sketsa_menyebut_luas_yang_sama(desa: Konteks, qtbot: QtBot, tmp_path: Path) -> None:
    """Drawn, printed, exported and read back: one area on paper, in the file and in the book."""
    import pypdfium2

    from desa_app.pertanahan.sketsa import ekspor_geojson, impor_geojson

    (a,) = warga(desa, 1)
    nomor, lain = bidang(desa, a), bidang(desa, a)
    digambar = simpan_sketsa(desa, nomor, [(13, 7), (20_411, 350), (19_777, 48_123), (-902, 50_003)], [0, 2])
    for kertas in ("A4", "F4"):
        simpan_pdf(susun_lembar_sketsa(desa, nomor, kertas), tmp_path / "s.pdf")
        with pypdfium2.PdfDocument(tmp_path / "s.pdf") as pdf:
            teks = pdf[0].get_textpage().get_text_bounded()
        assert f"{teks_luas(digambar.terhitung)} m²" in teks
    terbaca = impor_geojson(desa, lain, ekspor_geojson(desa, nomor))
    assert terbaca.terhitung == digambar.terhitung
    assert {terbaca.sudut[p] for p in terbaca.patok} == {digambar.sudut[p] for p in digambar.patok}
