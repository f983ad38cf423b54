"""The whole loop with the real window: gauge, names, a visit, its day, the card handed over, the gauge."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.desa import identitas_desa
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.indikator import hitung_indikator
from ui.app import siapkan_aplikasi
from ui.halaman.indikator import HalamanIndikator
from ui.halaman.lapangan import HalamanLapangan
from ui.halaman.lapangan.formulir import DialogKegiatan
from ui.halaman.lapangan.hari import HariPelayanan
from ui.halaman.lapangan.peserta import PesertaKegiatan
from ui.halaman.lapangan.serah import SerahKegiatan
from ui.jendela import JendelaUtama
from ui.kertas.cetak import DialogCetak
from ui.komponen.dialog_isian import DialogIsian
from ui.tasks import TaskRunner

DEWI = Pelaku(1, "Dewi Lestari", ("sekdes", "admin"))
Tunggu = Callable[[], None]


@pytest.fixture
def k(kosong: Konteks) -> Konteks:
    isi_desa_contoh(kosong, 200, 4, spm=False)
    return kosong.sebagai(DEWI)


@pytest.fixture
def jendela(k: Konteks, qtbot: QtBot, tugas: TaskRunner) -> Iterator[JendelaUtama]:
    siapkan_aplikasi()
    identitas = identitas_desa(k)
    assert identitas is not None
    hasil = JendelaUtama(k, identitas, "dewi", tugas)
    hasil.resize(1366, 768)
    hasil.show()
    yield hasil
    hasil._halaman.clear()
    hasil.close()
    hasil.deleteLater()


@pytest.fixture
def tunggu(qtbot: QtBot, tugas: TaskRunner) -> Tunggu:
    """Wait until answers have come that may have asked again."""

    def sampai_sepi() -> None:
        for _ in range(5):
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not tugas.busy, timeout=10_000)

    return sampai_sepi


def rencanakan(jendela: JendelaUtama, tunggu: Tunggu, banyak: int) -> HalamanLapangan:
    """From the gauge over the first names to a visit that holds them."""
    jendela.rel.tombol["indikator"].click()
    tunggu()
    indikator = jendela.halaman("indikator")
    assert isinstance(indikator, HalamanIndikator)
    indikator.kartu["SPM-1"].tombol.click()
    tunggu()
    daftar = indikator.daftar
    assert not daftar.tombol_kunjungan.isHidden()
    daftar.tabel.selectAll()
    daftar.tabel.clearSelection()
    assert not daftar.tombol_kunjungan.isEnabled()
    pilih = daftar.tabel.selectionModel()
    for baris in range(banyak):
        pilih.select(
            daftar.model.index(baris, 0), pilih.SelectionFlag.Select | pilih.SelectionFlag.Rows
        )  # fmt: skip
    assert daftar.jumlah.text().endswith(f"{banyak} dipilih")
    daftar.tombol_kunjungan.click()
    tunggu()
    lapangan = jendela.halaman("lapangan")
    assert isinstance(lapangan, HalamanLapangan)
    dialog = lapangan.findChild(DialogKegiatan)
    assert dialog is not None
    for kunci, isi in (
        ("nama", "Jemput bola Krajan"), ("tanggal", "21-11-2026"), ("tempat", "Balai Dusun Krajan"),
    ):  # fmt: skip
        dialog.formulir.bidang(kunci).isian.setel(isi)
    dialog.simpan()
    tunggu()
    return lapangan


def bagian(lapangan: HalamanLapangan, kunci: str) -> object:
    assert lapangan.rincian is not None
    return lapangan.rincian.tab.buka(kunci)


def layani(lapangan: HalamanLapangan, tunggu: Tunggu) -> str:
    """The first participant comes, shows the papers, gets a receipt; returns the name."""
    hari = bagian(lapangan, "hari")
    assert isinstance(hari, HariPelayanan)
    tunggu()
    for tombol in (hari.tombol_hadir, hari.tombol_lengkap, hari.tombol_online):
        assert tombol.isEnabled()
        tombol.click()
        tunggu()
    tanda_terima = hari.findChild(DialogCetak)
    assert tanda_terima is not None
    tanda_terima.reject()
    peserta = hari.terpilih()
    assert peserta is not None
    return peserta.nama


def serahkan(lapangan: HalamanLapangan, tunggu: Tunggu, nama: str) -> None:
    """The card is handed over and noted in the books."""
    serah = bagian(lapangan, "serah")
    assert isinstance(serah, SerahKegiatan)
    tunggu()
    baris = next(n for n in range(serah.model.banyak()) if serah.model.teks(n, 0) == nama)
    serah.tabel.selectRow(baris)
    serah.serah.click()
    dialog = serah.findChild(DialogIsian)
    assert dialog is not None
    dialog.simpan()
    tunggu()
    assert serah.buku.text() == "Catat 1 ke Buku Induk"
    serah.buku.click()
    tunggu()


def test_dari_gauge_sampai_gauge_bergerak(k: Konteks, jendela: JendelaUtama, tunggu: Tunggu) -> None:
    tunggu()
    sebelum = hitung_indikator(k)[0]
    lapangan = rencanakan(jendela, tunggu, 3)
    peserta = bagian(lapangan, "peserta")
    assert isinstance(peserta, PesertaKegiatan)
    assert peserta.model.banyak() == 3
    nama = layani(lapangan, tunggu)
    serahkan(lapangan, tunggu, nama)
    jendela.rel.tombol["indikator"].click()
    tunggu()
    indikator = jendela.halaman("indikator")
    assert isinstance(indikator, HalamanIndikator)
    sesudah = hitung_indikator(k)[0]
    assert sesudah.pembilang == sebelum.pembilang + 1
    assert nama not in {b.nama for b in indikator.daftar.baris()}
    assert indikator.daftar.jumlah.text().startswith(f"{sesudah.sisa} belum")
    assert indikator.kembali()
    assert sesudah.kalimat in indikator.kartu["SPM-1"].gauge.accessibleName()
