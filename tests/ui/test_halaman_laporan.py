"""Page Laporan: every report of the list can be looked at and saved, whatever its period."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.laporan.bulanan import baca_laporan
from desa_app.laporan.katalog import LAPORAN, pengantar_laporan, susun_laporan_kantor
from desa_app.laporan.kiriman import baca_kiriman, catat_kiriman
from desa_app.surat.naskah import Naskah
from desa_app.surat.register import buku_agenda
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


def test_nomor_dan_tanggal_kiriman_tersimpan_menurut_periode(
    kosong: Konteks, qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    halaman = buka(kosong, qtbot, tugas, selesai, "sekdes")
    halaman.ruang.layanan.perubahan.connect(lambda _: halaman.muat_ulang())
    halaman.buka(laporan="spm")
    selesai()
    halaman.periode.setel("2026-T3")
    selesai()
    dialog = halaman.catat_kiriman()
    assert dialog is not None
    dialog.formulir.bidang("tanggal").isian.setel("20-11-2026")
    dialog.formulir.bidang("dikirim").isian.setel("21-11-2026")
    dialog.simpan()
    selesai()
    selesai()
    k = halaman.ruang.konteks
    kiriman = baca_kiriman(k, "spm", "2026-T3")
    agenda = buku_agenda(k, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    tercatat = [b for b in agenda.baris if kiriman.nomor in str(b)]
    assert len(tercatat) == 1, "nomornya tercatat di Buku Agenda"
    assert "melalui Camat" in kiriman.kepada
    assert halaman.periode.nilai() == "2026-T3"
    assert kiriman.kata in {b.text() for b in halaman.kiriman.findChildren(QLabel)}
    assert halaman.model.teks(halaman.tabel.baris_terpilih() or 0, 2) == "21-11-2026"
    naskah = susun_laporan_kantor(k, "spm", "2026-T3")
    assert isinstance(naskah, Naskah)
    assert naskah.nomor == kiriman.nomor
    assert pengantar_laporan(k, "spm", kiriman).nomor == kiriman.nomor
    assert baca_kiriman(k, "spm", "2026-T2").nomor == "", "triwulan lain tidak ikut"


def test_kiriman_bulanan_sama_dengan_catatan_di_kependudukan(
    kosong: Konteks, qtbot: QtBot, tugas: TaskRunner, selesai: Callable[[], None]
) -> None:
    halaman = buka(kosong, qtbot, tugas, selesai, "sekdes")
    isian = {"nomor": "470/9/2026", "tanggal": "20-11-2026", "kepada": "Disdukcapil", "dikirim": ""}
    catat_kiriman(halaman.ruang.konteks, "bulanan", "202610", "Laporan", isian)
    laporan = baca_laporan(halaman.ruang.konteks, 202610)
    assert (laporan.nomor, laporan.dikirim) == ("470/9/2026", None)
    with pytest.raises(ValidationFailed, match="sebelum tanggal surat"):
        catat_kiriman(
            halaman.ruang.konteks, "bulanan", "202610", "Laporan", {**isian, "dikirim": "19-11-2026"}
        )
