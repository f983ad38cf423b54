"""Forms from a description: every problem at once, Enter goes on, dirty by comparison."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desa_app.buku.penduduk import PENDUDUK
from tests.ui.tangan import ketik, tekan
from ui.app import siapkan_aplikasi
from ui.komponen.formulir import FormSpec
from ui.komponen.isian import rapikan_tanggal


@pytest.fixture
def formulir(qtbot: QtBot) -> FormSpec:
    siapkan_aplikasi()
    hasil = FormSpec(PENDUDUK)
    qtbot.addWidget(hasil)
    hasil.show()
    return hasil


def test_semua_masalah_sekaligus_di_samping_kolomnya(qtbot: QtBot, formulir: FormSpec) -> None:
    formulir.isi({"nama": "12345", "nik": "99010245019", "tanggal_lahir": "31-02-1990", "agama": "Entah"})
    assert formulir.periksa() is None
    masalah = {f.key: formulir.bidang(f.key).kalimat_masalah() for f in PENDUDUK.fields}
    bermasalah = {kunci for kunci, kalimat in masalah.items() if kalimat}
    assert bermasalah == {"nama", "nik", "tanggal_lahir", "agama", "jk", "warga_negara"}
    assert "11 angka" in masalah["nik"]
    assert "bukan tanggal kalender" in masalah["tanggal_lahir"]
    formulir.bidang("nama").isian.setel("SITI")
    assert not formulir.bidang("nama").kalimat_masalah()


def test_nilai_bersih_dari_pilihan_dan_tanggal(qtbot: QtBot, formulir: FormSpec) -> None:
    formulir.isi({"nama": "SITI AMINAH", "jk": "P", "warga_negara": 1, "agama": 1})
    ketik(formulir.bidang("tanggal_lahir").isian, "5/1/1990")
    bersih = formulir.periksa()
    assert bersih is not None
    assert (bersih["jk"], bersih["agama"], bersih["tanggal_lahir"]) == ("P", 1, dt.date(1990, 1, 5))


def test_pilihan_dapat_diketik(qtbot: QtBot, formulir: FormSpec) -> None:
    isian = formulir.bidang("agama").isian
    isian.setFocus()
    ketik(isian, "islam")
    assert isian.nilai() == 1


def test_enter_pindah_ke_kolom_berikut(qtbot: QtBot, formulir: FormSpec) -> None:
    with qtbot.waitActive(formulir):
        formulir.activateWindow()
    formulir.fokus_pertama()
    tekan(formulir.bidang("nama").isian, Qt.Key.Key_Return)
    assert formulir.bidang("panggilan").isian.hasFocus()


def test_kotor_dengan_membandingkan_nilai(qtbot: QtBot, formulir: FormSpec) -> None:
    formulir.isi({"nama": "SITI", "tanggal_lahir": dt.date(1990, 1, 5)})
    assert not formulir.kotor()
    nama = formulir.bidang("nama").isian
    nama.setel("SITI A")
    assert formulir.kotor()
    nama.setel("SITI")
    assert not formulir.kotor()


@pytest.mark.parametrize(
    ("ketik", "rapi"),
    [
        ("1/2/1990", "01-02-1990"),
        ("01021990", "01-02-1990"),
        ("1990-02-01", "01-02-1990"),
        ("31-02-1990", "31-02-1990"),
        ("besok", "besok"),
        ("", ""),
    ],
)
def test_tanggal_dirapikan_hanya_bila_tanggal(ketik: str, rapi: str) -> None:
    assert rapikan_tanggal(ketik) == rapi
