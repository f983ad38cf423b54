"""The page Pemeriksaan data as a person uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.cari import cari_warga
from desa_app.kependudukan.hitung import jumlah_kini
from tests.impor.bahan import tabel, tulis_xlsx, warga
from ui.halaman.pemeriksaan.catat import DialogCatat
from ui.halaman.pemeriksaan.ekspor import EksporData
from ui.halaman.pemeriksaan.halaman import HalamanPemeriksaan
from ui.halaman.pemeriksaan.pasangan import Pasangan
from ui.halaman.pemeriksaan.riwayat import RiwayatImpor
from ui.halaman.pemeriksaan.temuan import DaftarTemuan
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def ruang(desa: Konteks, tmp_path: Path) -> Iterator[Ruang]:
    """A village with one record too many and one birth date that the NIK contradicts."""
    baris = warga(24)
    anak = next(b for b in baris if b["kk_level"] == "4")
    lain = next(b for b in baris if b["no_kk"] != anak["no_kk"])
    baris[0]["tanggallahir"] = "1970-01-02"
    kembar = {**anak, "no_kk": lain["no_kk"], "nik": anak["nik"][:12] + "7777", "kk_level": "9"}
    jalur = tulis_xlsx(tmp_path / "a.xlsx", tabel([*baris, kembar]))
    terapkan_impor(desa, coba_impor(desa, jalur))
    tugas = TaskRunner()
    yield Ruang(desa, tugas, Layanan())
    tugas.close()


@pytest.fixture
def halaman(qtbot: QtBot, ruang: Ruang) -> HalamanPemeriksaan:
    """The page, shown, with everything loaded."""
    isi = HalamanPemeriksaan(ruang)
    qtbot.addWidget(isi)
    isi.show()
    _tunggu(qtbot, ruang)
    return isi


def _tunggu(qtbot: QtBot, ruang: Ruang) -> None:
    qtbot.waitUntil(lambda: not ruang.tugas.busy)


def test_periksa_lalu_nyatakan_sah(qtbot: QtBot, halaman: HalamanPemeriksaan, ruang: Ruang) -> None:
    daftar = halaman.tab.isi("temuan")
    assert isinstance(daftar, DaftarTemuan)
    assert daftar.model.banyak() == 0
    daftar.periksa.click()
    _tunggu(qtbot, ruang)
    semua = daftar.model.banyak()
    assert semua >= 2
    daftar.kode.setel("NIK_BEDA_TGL_LAHIR")
    _tunggu(qtbot, ruang)
    assert daftar.model.banyak() == 1
    daftar.tabel.selectRow(0)
    assert "seumur hidup" in daftar.rincian.text()
    daftar._sah()
    dialog = daftar.findChild(DialogIsian)
    assert dialog is not None
    dialog.formulir.isi({"alasan": "penetapan pengadilan"})
    dialog.tombol_simpan.click()
    _tunggu(qtbot, ruang)
    daftar.kode.setel(None)
    _tunggu(qtbot, ruang)
    assert daftar.model.banyak() == semua - 1


def test_pasangan_digabung_dari_layar(qtbot: QtBot, halaman: HalamanPemeriksaan, ruang: Ruang) -> None:
    daftar = halaman.tab.isi("temuan")
    assert isinstance(daftar, DaftarTemuan)
    daftar.periksa.click()
    _tunggu(qtbot, ruang)
    pasangan = halaman.tab.buka("pasangan")
    assert isinstance(pasangan, Pasangan)
    _tunggu(qtbot, ruang)
    assert "isian berbeda" in pasangan.keterangan.text()
    sebelum = jumlah_kini(ruang.konteks).jiwa
    pasangan._gabung(pertama=True)
    dialog = pasangan.findChild(DialogIsian)
    assert dialog is not None
    dialog.formulir.isi({"alasan": "anak yang sama"})
    dialog.tombol_simpan.click()
    _tunggu(qtbot, ruang)
    assert jumlah_kini(ruang.konteks).jiwa == sebelum - 1


def test_ekspor_utuh_tanpa_tujuan_dijelaskan(
    qtbot: QtBot, halaman: HalamanPemeriksaan, ruang: Ruang, tmp_path: Path
) -> None:
    isi = halaman.tab.buka("ekspor")
    assert isinstance(isi, EksporData)
    isi.utuh.setChecked(True)
    isi.tulis(tmp_path / "b.xlsx")
    _tunggu(qtbot, ruang)
    assert "untuk siapa" in isi.pesan.teks()
    isi.tujuan.setText("Dukcapil")
    isi.tulis(tmp_path / "b.xlsx")
    _tunggu(qtbot, ruang)
    assert (tmp_path / "b.xlsx").exists()


def test_riwayat_impor_dan_kasi_hanya_melihat(
    qtbot: QtBot, halaman: HalamanPemeriksaan, ruang: Ruang
) -> None:
    riwayat = halaman.tab.buka("riwayat")
    assert isinstance(riwayat, RiwayatImpor)
    _tunggu(qtbot, ruang)
    assert riwayat.model.banyak() == 1
    kasi = ruang.konteks.sebagai(Pelaku(3, "Rina", ("kasi_pelayanan",)))
    lain = HalamanPemeriksaan(Ruang(kasi, ruang.tugas, ruang.layanan))
    qtbot.addWidget(lain)
    lain.show()
    daftar = lain.tab.isi("temuan")
    assert isinstance(daftar, DaftarTemuan)
    assert [t.isVisibleTo(lain) for t in daftar.tombol] == [True, False, False, False]
    _tunggu(qtbot, ruang)


def test_temuan_lapangan_dicatat(qtbot: QtBot, halaman: HalamanPemeriksaan, ruang: Ruang) -> None:
    daftar = halaman.tab.isi("temuan")
    assert isinstance(daftar, DaftarTemuan)
    daftar.catat.click()
    dialog = daftar.findChild(DialogCatat)
    assert dialog is not None
    dialog.tombol_simpan.click()
    assert "Pilih dulu" in dialog.galat.teks()
    dialog.warga.setel(cari_warga(ruang.konteks, "dewi")[0])
    dialog.uraian.setText("pindah tanpa surat, kata ketua RT")
    dialog.tombol_simpan.click()
    qtbot.waitUntil(lambda: daftar.model.banyak() == 1)
    assert "ketua RT" in daftar.model.teks(0, 3)
    _tunggu(qtbot, ruang)
