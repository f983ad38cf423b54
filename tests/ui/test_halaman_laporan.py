"""Page Laporan: every report of the list can be looked at and saved, whatever its period."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.laporan.katalog import LAPORAN
from ui.app import siapkan_aplikasi
from ui.halaman.laporan import HalamanLaporan
from ui.kertas.cetak import DialogCetak
from ui.kertas.pratinjau import PratinjauBuku
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


def buka(
    kosong: Konteks, qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None], peran: str
) -> HalamanLaporan:
    siapkan_aplikasi()
    isi_desa_contoh(kosong, 100, 4)
    halaman = HalamanLaporan(Ruang(kosong.sebagai(Pelaku(1, "Dewi Lestari", (peran,))), tugas, Layanan()))
    qtbot.addWidget(halaman)
    halaman.show()
    selesai()
    return halaman


def test_setiap_laporan_tersimpan(
    kosong: Konteks, qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None], tmp_path: Path
) -> None:
    halaman = buka(kosong, qtbot, tugas, selesai, "sekdes")
    assert halaman.model.banyak() == len(LAPORAN)
    for nomor, kunci in enumerate(LAPORAN):
        halaman.buka(laporan=kunci)
        selesai()
        if kunci == "lapangan":
            assert not halaman.lihat_.isEnabled(), "belum ada kegiatan"
            continue
        assert halaman.periode.nilai() is not None
        tujuan = tmp_path / f"{nomor}.docx"
        halaman.simpan(tujuan)
        selesai()
        assert halaman.galat.isHidden(), (kunci, halaman.galat.teks())
        assert tujuan.read_bytes()[:2] == b"PK", kunci


def test_lihat_membuka_pratinjau(
    kosong: Konteks, qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    halaman = buka(kosong, qtbot, tugas, selesai, "sekdes")
    halaman.lihat_.click()
    selesai()
    surat = halaman.findChild(DialogCetak)
    assert surat is not None
    surat.reject()
    halaman.buka(laporan="b3")
    selesai()
    halaman.lihat_.click()
    selesai()
    tabel = halaman.findChild(PratinjauBuku)
    assert tabel is not None
    selesai()
    tabel.reject()
