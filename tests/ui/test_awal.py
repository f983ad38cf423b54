"""The first start makes a village: by the list, by the code, or a practice village."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desa_app.desa import daftar_dusun, daftar_pejabat, identitas_desa
from desa_app.kasus import Konteks
from tests.ui.tangan import ketik, tekan
from ui.app import siapkan_aplikasi
from ui.awal import contoh
from ui.awal.contoh import ContohJadi
from ui.awal.jendela import JendelaAwal
from ui.komponen.isian import IsianTeks
from ui.tasks import TaskRunner


@pytest.fixture
def awal(qtbot: QtBot, kosong: Konteks, tugas: TaskRunner, selesai: Callable[[], None]) -> JendelaAwal:
    siapkan_aplikasi()
    jendela = JendelaAwal(kosong, tugas)
    qtbot.addWidget(jendela)
    jendela.show()
    selesai()
    return jendela


def _ketik(qtbot: QtBot, isian: object, teks: str) -> None:
    assert isinstance(isian, IsianTeks)
    isian.clear()
    ketik(isian, teks)


def test_tiga_langkah_menjadi_desa(
    qtbot: QtBot, awal: JendelaAwal, kosong: Konteks, selesai: Callable[[], None]
) -> None:
    awal.pilih_desa.click()
    _ketik(qtbot, awal.desa.kode, "9901022003")
    selesai()
    for kunci, nama in (("provinsi", "Contoh"), ("kabupaten", "Mekarjaya"), ("kecamatan", "Sumberrejo"),
                        ("nama", "Sukamaju")):  # fmt: skip
        awal.desa.pilihan[kunci].setEditText(nama)
    awal.desa.dusun.setText("Krajan, Sumber, krajan")
    awal.tombol_lanjut.click()
    awal.pejabat.isi({"kades": "Ahmad Fauzi, S.Sos.", "kades_bentuk": "pj", "sekdes": "Dewi Lestari"})
    awal.tombol_lanjut.click()
    assert awal.pejabat.bidang("kades_mulai").kalimat_masalah()
    _ketik(qtbot, awal.pejabat.bidang("kades_mulai").isian, "01-03-2021")
    _ketik(qtbot, awal.pejabat.bidang("sekdes_mulai").isian, "1/2/2020")
    awal.tombol_lanjut.click()
    assert awal.pengguna.nilai()["nama"] == "Dewi Lestari"
    _ketik(qtbot, awal.pengguna.bidang("nama_masuk").isian, "Dewi")
    for kunci in ("sandi", "ulang"):
        _ketik(qtbot, awal.pengguna.bidang(kunci).isian, "kopi  tubruk pagi")
    with qtbot.waitSignal(awal.berhasil, timeout=10_000) as hasil:
        tekan(awal.pengguna.bidang("ulang").isian, Qt.Key.Key_Return)
    assert hasil.args is not None
    pelaku = kosong.sebagai(hasil.args[0])
    identitas = identitas_desa(kosong)
    assert identitas is not None
    assert (identitas.kode, identitas.nama, identitas.latihan) == ("9901022003", "Sukamaju", False)
    assert [nama for _, nama in daftar_dusun(pelaku)] == ["KRAJAN", "SUMBER"]
    assert [(p.jabatan, p.bentuk, p.mulai) for p in daftar_pejabat(pelaku)] == [
        ("kades", "pj", dt.date(2021, 3, 1)),
        ("sekdes", "definitif", dt.date(2020, 2, 1)),
    ]


def test_kode_yang_dikenal_mengisi_keempat_nama(
    qtbot: QtBot, awal: JendelaAwal, selesai: Callable[[], None]
) -> None:
    awal.ke(0)
    _ketik(qtbot, awal.desa.kode, "33.02.01.2003")
    selesai()
    identitas = awal.desa.identitas()
    assert (identitas.nama, identitas.kecamatan, identitas.kabupaten) == ("Parungkamal", "Lumbir", "Banyumas")
    assert (identitas.sebutan_kabupaten, identitas.zona_waktu) == ("Kabupaten", "WIB")


def test_pilihan_berantai_memberi_kode(qtbot: QtBot, awal: JendelaAwal, selesai: Callable[[], None]) -> None:
    awal.ke(0)
    for kunci, nama in (("provinsi", "Papua"), ("kabupaten", None), ("kecamatan", None), ("nama", None)):
        pilihan = awal.desa.pilihan[kunci]
        pilihan.setCurrentIndex(pilihan.findText(nama) if nama else 1)
        selesai()
    identitas = awal.desa.identitas()
    assert len(identitas.kode) == 10
    assert identitas.kode.startswith("91")
    assert identitas.zona_waktu == "WIT"
    awal.desa.pilihan["provinsi"].setCurrentIndex(1)
    selesai()
    assert awal.desa.identitas().kode == ""


def test_langkah_desa_menunjukkan_semua_yang_kurang(qtbot: QtBot, awal: JendelaAwal) -> None:
    awal.ke(0)
    awal.tombol_lanjut.click()
    kurang = [k for k, b in awal.desa._bidang.items() if b.kalimat_masalah()]
    assert kurang == ["provinsi", "kabupaten", "kecamatan", "nama", "kode"]


def test_desa_contoh_lalu_masuk_dengan_satu_klik(
    qtbot: QtBot, awal: JendelaAwal, kosong: Konteks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contoh, "PENDUDUK", 60)
    with qtbot.waitSignal(awal.contoh.jadi, timeout=20_000):
        awal.pilih_contoh.click()
    jadi = awal.findChild(ContohJadi)
    assert jadi is not None
    with qtbot.waitSignal(awal.berhasil, timeout=10_000) as hasil:
        jadi.tombol.click()
    assert hasil.args is not None
    assert "sekdes" in hasil.args[0].peran
    identitas = identitas_desa(kosong)
    assert identitas is not None
    assert identitas.latihan
