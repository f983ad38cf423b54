"""The main window: roles, the lock that keeps the form, help, palette, the way back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from desa_app.desa import identitas_desa
from desa_app.kasus import Konteks, Pelaku
from resources.paths import jalur
from tests.conftest import SANDI
from tests.potret import VARIAN
from tests.ui.penjaga import PenjagaJendela
from tests.ui.tangan import ketik, tekan
from ui.app import siapkan_aplikasi
from ui.bingkai import HALAMAN_TERKECIL
from ui.halaman import HALAMAN
from ui.halaman.pengaturan.halaman import HalamanPengaturan
from ui.halaman.pengaturan.identitas import Identitas
from ui.halaman.pengaturan.pejabat import DaftarPejabat
from ui.jendela import JendelaUtama
from ui.komponen.dasar import TombolUtama
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.pesan import Dialog
from ui.rel import LEBAR, LEBAR_LIPAT
from ui.tasks import TaskRunner

VARIAN_KOSONG = {
    k: [
        v
        for v in isi
        if not {"penduduk", "keluarga", "bidang", "permohonan", "kegiatan", "pengaduan"} & set(v[1])
    ]
    for k, isi in VARIAN.items()
}
"""The states of pages that need no record."""
Pembuat = Callable[[tuple[str, ...]], JendelaUtama]


@pytest.fixture
def buat(qtbot: QtBot, desa: Konteks, tugas: TaskRunner, selesai: Callable[[], None]) -> Iterator[Pembuat]:
    siapkan_aplikasi()
    identitas = identitas_desa(desa)
    assert identitas is not None
    jendela: list[JendelaUtama] = []

    def buat_jendela(peran: tuple[str, ...]) -> JendelaUtama:
        konteks = desa.sebagai(Pelaku(1, "Dewi Lestari", peran))
        hasil = JendelaUtama(konteks, identitas, "dewi", tugas)
        jendela.append(hasil)
        hasil.resize(1366, 768)
        hasil.show()
        selesai()
        return hasil

    yield buat_jendela
    for satu in jendela:
        satu._halaman.clear()
        satu.close()
        satu.deleteLater()


def test_peran_menyembunyikan_halaman(buat: Pembuat) -> None:
    assert "pengaturan" in buat(("sekdes",)).rel.tombol
    assert "pengaturan" not in buat(("kasi_pelayanan",)).rel.tombol


def test_kades_mulai_di_indikator(buat: Pembuat) -> None:
    assert buat(("kades",)).kepala.judul.text() == "Indikator"
    assert buat(("sekdes",)).kepala.judul.text() == "Beranda"


def test_urutan_rel_seperti_rancangan() -> None:
    urutan = (
        "beranda pelayanan kependudukan pertanahan pemeriksaan lapangan pengaduan indikator triwulan laporan "
        "pengaturan"
    ).split()
    kunci = [h.kunci for h in HALAMAN]
    assert kunci == [k for k in urutan if k in kunci]
    for k in kunci:
        assert jalur("ikon", f"{k}.svg").exists(), k
        assert jalur("bantuan", f"{k}.md").exists(), k


def _identitas(jendela: JendelaUtama, selesai: Callable[[], None]) -> Identitas:
    jendela.buka_halaman("pengaturan", {"tab": "identitas"})
    selesai()
    halaman = jendela.halaman("pengaturan")
    assert isinstance(halaman, HalamanPengaturan)
    isi = halaman.tab.isi("identitas")
    assert isinstance(isi, Identitas)
    return isi


def test_kunci_menutup_layar_dan_menyimpan_isian(
    qtbot: QtBot, buat: Pembuat, selesai: Callable[[], None]
) -> None:
    jendela = buat(("sekdes", "admin"))
    identitas = _identitas(jendela, selesai)
    identitas.formulir.bidang("alamat").isian.setel("Jalan yang baru diketik")
    jendela.buka_halaman("pengaturan", {"tab": "pejabat"})
    halaman = jendela.halaman("pengaturan")
    assert isinstance(halaman, HalamanPengaturan)
    pejabat = halaman.tab.isi("pejabat")
    assert isinstance(pejabat, DaftarPejabat)
    selesai()
    pejabat.ubah(None)
    dialog = jendela.findChild(DialogIsian)
    assert dialog is not None
    dialog.formulir.bidang("nama").isian.setel("BELUM DISIMPAN")
    jendela.kunci()
    assert jendela.layar_kunci.geometry() == jendela.rect()
    terlihat = jendela.childAt(700, 600)
    assert terlihat is jendela.layar_kunci
    assert not dialog.isVisible()
    assert jendela.windowTitle() == "Desa App"
    kunci = jendela.layar_kunci
    kunci.sandi.setText("salah sandinya")
    tekan(kunci.sandi, Qt.Key.Key_Return)
    selesai()
    assert kunci.terkunci()
    assert kunci.galat.text()
    kunci.sandi.setText(SANDI)
    tekan(kunci.sandi, Qt.Key.Key_Return)
    selesai()
    assert not kunci.terkunci()
    assert kunci.sandi.text() == ""
    assert dialog.isVisible()
    assert dialog.formulir.nilai()["nama"] == "BELUM DISIMPAN"
    assert identitas.formulir.nilai()["alamat"] == "Jalan yang baru diketik"
    dialog.formulir.anggap_bersih()
    dialog.reject()


def test_diam_mengunci(qtbot: QtBot, buat: Pembuat) -> None:
    jendela = buat(("sekdes",))
    jendela.penjaga.diam.emit()
    assert jendela.layar_kunci.terkunci()


def test_keluar_menanyakan_isian_yang_belum_disimpan(
    qtbot: QtBot, buat: Pembuat, selesai: Callable[[], None]
) -> None:
    jendela = buat(("sekdes", "admin"))
    identitas = _identitas(jendela, selesai)
    assert not jendela.kotor()
    identitas.formulir.bidang("alamat").isian.setel("berubah")
    assert jendela.kotor()
    keluar: list[bool] = []
    jendela.keluar_diminta.connect(lambda: keluar.append(True))
    jendela.minta_keluar()
    assert keluar == []
    tanya = next(d for d in jendela.findChildren(Dialog) if "belum disimpan" in d.windowTitle())
    tanya.accept()
    assert keluar == [True]


def test_palet_membuka_halaman(qtbot: QtBot, buat: Pembuat, selesai: Callable[[], None]) -> None:
    jendela = buat(("sekdes", "admin"))
    with qtbot.waitActive(jendela):
        jendela.activateWindow()
    tekan(jendela, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert jendela.palet.isVisible()
    ketik(jendela.palet.kotak, "pengat")
    with qtbot.waitSignal(jendela.palet.dipilih):
        tekan(jendela.palet.kotak, Qt.Key.Key_Return)
    assert jendela.kepala.judul.text() == "Pengaturan"
    assert not jendela.palet.isVisible()
    jendela.kembali()
    assert jendela.kepala.judul.text() == "Beranda"


def test_f1_membuka_bantuan_halaman(qtbot: QtBot, buat: Pembuat) -> None:
    jendela = buat(("sekdes",))
    jendela.bantuan()
    peramban = jendela.findChild(QTextBrowser)
    assert peramban is not None
    assert "Yang perlu dikerjakan" in peramban.toPlainText()
    peramban.window().close()


def test_rel_melipat_pada_layar_kecil(qtbot: QtBot, buat: Pembuat) -> None:
    jendela = buat(("sekdes",))
    assert jendela.rel.width() == LEBAR
    jendela.resize(1280, 720)
    qtbot.waitUntil(lambda: jendela.rel.width() == LEBAR_LIPAT)


def test_pemberitahuan_dengan_satu_tindakan(qtbot: QtBot, buat: Pembuat) -> None:
    jendela = buat(("sekdes",))
    dibatalkan: list[bool] = []
    jendela.layanan.beritahu("Surat tersimpan.", ("Batalkan", lambda: dibatalkan.append(True)))
    assert jendela.pemberitahuan.isVisible()
    jendela.pemberitahuan._tombol.click()
    assert dibatalkan == [True]
    assert not jendela.pemberitahuan.isVisible()


def test_layar_kecil_menggulung_halaman_alih_alih_memotongnya(
    buat: Pembuat, selesai: Callable[[], None]
) -> None:
    jendela = buat(("sekdes", "admin"))
    jendela.resize(910, 485)  # 1366 x 768 at 150 %, less the task bar
    assert jendela.width() == 910
    assert jendela.height() == 485
    for kunci in jendela.rel.tombol:
        jendela.buka_halaman(kunci)
        selesai()
        halaman = jendela.halaman(kunci)
        assert halaman.width() >= HALAMAN_TERKECIL.width(), kunci
        assert halaman.height() >= HALAMAN_TERKECIL.height(), kunci


def test_layar_biasa_tidak_menggulung(buat: Pembuat, selesai: Callable[[], None], qapp: QApplication) -> None:
    """Every page fits, whatever was opened before it, and none of its parts opens as a window."""
    penjaga = PenjagaJendela()
    qapp.installEventFilter(penjaga)
    jendela = buat(("sekdes", "admin"))
    for kunci in jendela.rel.tombol:
        for _, arg in VARIAN_KOSONG.get(kunci, (("", {}),)):
            jendela.buka_halaman(kunci, arg)
            selesai()
            assert jendela.bingkai.verticalScrollBar().maximum() == 0, (kunci, arg)
            assert jendela.bingkai.horizontalScrollBar().maximum() == 0, (kunci, arg)
    qapp.removeEventFilter(penjaga)
    assert penjaga.liar == []


def test_penjaga_melihat_bagian_yang_menjadi_jendela(qtbot: QtBot, qapp: QApplication) -> None:
    penjaga = PenjagaJendela()
    qapp.installEventFilter(penjaga)
    tombol = QPushButton("Simpan")
    qtbot.addWidget(tombol)
    tombol.setVisible(True)
    qapp.removeEventFilter(penjaga)
    assert penjaga.liar == ["QPushButton Simpan"]


def test_dialog_tinggi_tetap_punya_tombol_di_layar_kecil(qtbot: QtBot) -> None:
    """At 150 % an office PC has 485 px; the buttons must not lie below its edge."""
    siapkan_aplikasi()
    dialog = Dialog("Daftar panjang", lebar=620)
    qtbot.addWidget(dialog)
    daftar = QListWidget()
    daftar.setMinimumHeight(500)
    dialog.isi.addWidget(daftar)
    dialog.tambah_tombol(TombolUtama("Simpan"))
    dialog.open()
    assert dialog.height() > 500
    dialog.muatkan(QSize(600, 420))
    assert dialog.height() <= 420
    assert dialog.width() <= 600
