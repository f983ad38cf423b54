"""Page Triwulan as the Sekdes uses it: set the start, note an activity with a photo, take it back."""

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.spm.kegiatan import KegiatanBaru, catat_kegiatan
from desa_app.spm.papan import rincian_langkah
from desa_app.spm.pekerjaan import pekerjaan_triwulan
from desa_app.spm.setelan import SetelanSpm, baca_setelan_spm, ubah_setelan_spm
from ui.halaman.triwulan import HalamanTriwulan
from ui.halaman.triwulan.dialog import DialogKegiatan, DialogRincianKegiatan
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner

Q = TypeVar("Q", bound=QObject)
TW4 = ("SPM-1-III-TW4", 2026)
KADES = Pelaku(3, "Ahmad Fauzi", ("kades",))


@pytest.fixture
def ruang(kosong: Konteks) -> Ruang:
    isi_desa_contoh(kosong, 200, 4, spm=False)
    k = kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes", "admin")))
    return Ruang(k, TaskRunner(), Layanan())


def temu(induk: QObject, kelas: type[Q]) -> Q:
    hasil = induk.findChild(kelas)
    assert hasil is not None
    return hasil


def isikan(dialog: DialogIsian, **nilai: object) -> None:
    for kunci, isi in nilai.items():
        dialog.formulir.bidang(kunci).isian.setel(isi)


def buka(qtbot: QtBot, ruang: Ruang) -> HalamanTriwulan:
    halaman = HalamanTriwulan(ruang)
    halaman.resize(1162, 710)
    qtbot.addWidget(halaman)
    with qtbot.waitSignal(ruang.tugas.idle):
        halaman.show()
    return halaman


def test_tahun_mulai_lalu_catat_dan_batalkan(qtbot: QtBot, ruang: Ruang, tmp_path: Path) -> None:
    halaman = buka(qtbot, ruang)
    assert halaman.tumpuk.currentIndex() == 1, "tanpa tahun mulai halaman menjelaskan gunanya"
    halaman._atur()
    dialog = temu(halaman, DialogIsian)
    isikan(dialog, tahun_mulai="2024", prasetel="kepahiang")
    dialog.simpan()
    qtbot.waitUntil(lambda: halaman.rincian is not None)
    assert baca_setelan_spm(ruang.konteks).peraturan_singkat == "Perbup Kepahiang 1/2022"
    assert halaman.rincian is not None
    assert (halaman.rincian.sel.langkah.kode, halaman.rincian.sel.tahun) == TW4

    foto = tmp_path / "foto.png"
    foto.write_bytes(b"png")
    halaman.catat()
    isian = temu(halaman, DialogKegiatan)
    isikan(isian, dusun_id=1, jumlah="3")
    isian.tambah(foto)
    isian.simpan()
    qtbot.waitUntil(lambda: halaman.rincian is not None and halaman.rincian.sel.realisasi == 3)
    assert halaman.panel.angka.text().startswith("3 dari")
    assert any("1 bukti" in t.text() for t in halaman.panel.findChildren(QPushButton))

    halaman.panel.kegiatan_dibuka.emit(halaman.rincian.kegiatan[0])
    rinci = temu(halaman, DialogRincianKegiatan)
    rinci._batalkan()
    alasan = temu(rinci, DialogIsian)
    isikan(alasan, alasan="keliru dusun")
    alasan.simpan()
    qtbot.waitUntil(lambda: halaman.rincian is not None and halaman.rincian.sel.realisasi == 0)


def test_jumlah_berlebih_dikatakan_di_samping_isian(qtbot: QtBot, ruang: Ruang) -> None:
    ubah_setelan_spm(ruang.konteks, SetelanSpm(tahun_mulai=2024))
    halaman = buka(qtbot, ruang)
    qtbot.waitUntil(lambda: halaman.rincian is not None)
    halaman.catat()
    isian = temu(halaman, DialogKegiatan)
    isikan(isian, dusun_id=1, jumlah="9999")
    isian.simpan()
    qtbot.waitUntil(lambda: "terlalu banyak" in isian.formulir.bidang("jumlah").kalimat_masalah())
    assert isian.formulir.nilai()["jumlah"] == "9999", "yang diketik tetap ada"
    isian.formulir.anggap_bersih()
    isian.reject()


def test_kades_melihat_tanpa_mengisi(qtbot: QtBot, ruang: Ruang) -> None:
    ubah_setelan_spm(ruang.konteks, SetelanSpm(tahun_mulai=2024))
    kades = Ruang(ruang.konteks.sebagai(KADES), ruang.tugas, ruang.layanan)
    halaman = buka(qtbot, kades)
    assert halaman.panel.tombol_catat.isHidden()
    assert halaman.tombol_rencana.isHidden()


def test_beranda_mendapat_langkah_terbuka(ruang: Ruang) -> None:
    k = ruang.konteks
    (satu,) = pekerjaan_triwulan(k)
    assert "Tetapkan tahun mulai" in satu.judul
    ubah_setelan_spm(k, SetelanSpm(tahun_mulai=2024))
    baris = pekerjaan_triwulan(k)
    assert any(b.arg.get("langkah") == "SPM-1-III-TW3" for b in baris)
    target = rincian_langkah(k, "SPM-1-III-TW3").per_dusun
    for d in target:
        if d.target:
            catat_kegiatan(
                k,
                KegiatanBaru(
                    langkah="SPM-1-III-TW3", tanggal=dt.date(2026, 9, 1), dusun_id=d.dusun_id, jumlah=d.target
                ),
            )
    assert not any(b.arg.get("langkah") == "SPM-1-III-TW3" for b in pekerjaan_triwulan(k))


def test_jumlah_dasar_ditetapkan(qtbot: QtBot, ruang: Ruang) -> None:
    ubah_setelan_spm(ruang.konteks, SetelanSpm(tahun_mulai=2024))
    halaman = buka(qtbot, ruang)
    qtbot.waitUntil(lambda: halaman.rincian is not None)
    halaman.tetapkan_dasar()
    dialog = temu(halaman, DialogIsian)
    isikan(dialog, basis="842", alasan="hasil pendataan")
    dialog.simpan()
    qtbot.waitUntil(lambda: "842 KK = 211, 210, 211, 210" in halaman.kisi.kaki.text())


def test_kk_dipilih_dari_daftar_dengan_mencari(qtbot: QtBot, ruang: Ruang) -> None:
    ubah_setelan_spm(ruang.konteks, SetelanSpm(tahun_mulai=2024))
    halaman = buka(qtbot, ruang)
    qtbot.waitUntil(lambda: halaman.rincian is not None)
    halaman.catat()
    isian = temu(halaman, DialogKegiatan)
    with qtbot.waitSignal(ruang.tugas.idle):
        pilih = isian.pilih_keluarga()
    assert pilih.model.teks(0, 5).endswith("belum ber-KTP-el")
    pilih.balik()
    pilih.cari.setText(pilih.model.teks(4, 1))
    pilih.balik()
    assert len(pilih.dipilih) == 2
    pilih.pakai.click()
    assert isian.formulir.nilai()["jumlah"] == "2"
    assert "2 KK dipilih" in isian._kata_keluarga.text()
    isian.simpan()
    qtbot.waitUntil(lambda: halaman.rincian is not None and halaman.rincian.sel.realisasi == 2)
