"""Screens where the village writes what the source leaves open: templates, steps, requirements."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.lapangan.dokumen import baca_syarat, syarat_bawaan, ubah_syarat
from desa_app.lapangan.kegiatan import baca_kegiatan
from desa_app.lapangan.layanan import klik_langkah, terima_berkas
from desa_app.lapangan.peserta import baca_peserta, daftar_peserta, tambah_peserta
from desa_app.lapangan.templat import LangkahTemplat, Templat, daftar_templat, salin_templat
from tests.lapangan.bahan import SANDI, kegiatan_ktp
from tests.lapangan.layar import buka, tenang, terbuka
from ui.halaman.lapangan.hari import HariPelayanan
from ui.halaman.lapangan.kertas import KertasKegiatan
from ui.halaman.lapangan.langkah import DialogLangkah, LangkahKegiatan
from ui.halaman.lapangan.sunting_langkah import PenyuntingLangkah
from ui.halaman.lapangan.sunting_templat import DialogSuntingTemplat
from ui.halaman.lapangan.syarat import DialogSyarat
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Ruang


def isi_langkah(qtbot: QtBot, ruang: Ruang, **nilai: object) -> None:
    formulir = terbuka(DialogIsian)
    assert isinstance(formulir, DialogIsian)
    formulir.formulir.isi(nilai)
    formulir.simpan()
    tenang(qtbot, ruang)


def test_templat_dibuat_dari_kosong(qtbot: QtBot, ruang: Ruang) -> None:
    induk = QWidget()
    qtbot.addWidget(induk)
    dialog = DialogSuntingTemplat(ruang, Templat("", "", ()), induk)
    dialog.show()
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert "Nama templat wajib diisi" in dialog.galat.teks()
    dialog.nama.setText("Jemput lansia")
    for uraian, menit in (("Mendata lansia", "60"), ("Menjemput", "")):
        dialog.langkah.tambah.click()
        isi_langkah(qtbot, ruang, uraian=uraian, pelaksana="Kasi Pelayanan", menit=menit, output="Daftar")
    dialog.langkah.naik.click()
    dialog.landasan["peralatan"].setPlainText("Mobil\n\n Kursi roda ")
    dialog.simpan.click()
    tenang(qtbot, ruang)
    jadi = next(t for t in daftar_templat(ruang.konteks) if t.nama == "Jemput lansia")
    assert [(x.uraian, x.menit) for x in jadi.langkah] == [("Menjemput", None), ("Mendata lansia", 60)]
    assert jadi.langkah[0].output == "Daftar"
    assert jadi.peralatan == ("Mobil", "Kursi roda")


def test_templat_desa_diubah_yang_bawaan_tidak(qtbot: QtBot, ruang: Ruang) -> None:
    from ui.halaman.lapangan.templat import DialogTemplat

    salin_templat(ruang.konteks, "PAK_KEDES_CAH", "Pak Kedes desa kami")
    induk = QWidget()
    qtbot.addWidget(induk)
    dialog = DialogTemplat(ruang, induk)
    dialog.show()
    tenang(qtbot, ruang)
    dialog.tabel.selectRow(0)
    assert not dialog.sunting.isEnabled()
    dialog.tabel.selectRow(2)
    dialog.sunting.click()
    sunting = terbuka(DialogSuntingTemplat)
    assert isinstance(sunting, DialogSuntingTemplat)
    sunting.langkah.tabel.selectRow(3)
    sunting.langkah.sunting.click()
    isi_langkah(qtbot, ruang, uraian="Mengantar berkas", menit="90")
    sunting.langkah.tabel.selectRow(0)
    sunting.langkah.buang.click()
    sunting.simpan.click()
    tenang(qtbot, ruang)
    langkah = daftar_templat(ruang.konteks)[2].langkah
    assert (len(langkah), langkah[2].uraian, langkah[2].menit) == (6, "Mengantar berkas", 90)


def test_langkah_kegiatan_disusun_sampai_dimulai(qtbot: QtBot, ruang: Ruang) -> None:
    kegiatan, _ = kegiatan_ktp(ruang.konteks, 1)
    halaman = buka(qtbot, ruang, kegiatan, "langkah")
    assert halaman.rincian is not None
    bagian = halaman.rincian.tab.isi("langkah")
    assert isinstance(bagian, LangkahKegiatan)
    assert "Kelengkapan: Syarat dan kelengkapan" in bagian._isi.text()
    bagian._ubah()
    dialog = terbuka(DialogLangkah)
    assert isinstance(dialog, DialogLangkah)
    dialog.penyunting.tabel.selectRow(5)
    dialog.penyunting.turun.click()
    dialog.penyunting.hapus()
    dialog.kirim()
    tenang(qtbot, ruang)
    assert len(baca_kegiatan(ruang.konteks, kegiatan).langkah) == 5
    klik_langkah(ruang.konteks, kegiatan, 1)
    terkunci = PenyuntingLangkah(ruang, [LangkahTemplat("Satu"), LangkahTemplat("Dua")])
    qtbot.addWidget(terkunci)
    terkunci.kunci_jumlah()
    terkunci.show()
    assert terkunci.sunting.isVisible()
    assert not any(t.isVisible() for t in (terkunci.tambah, terkunci.naik, terkunci.turun, terkunci.buang))


def test_syarat_ditulis_di_layar_dipakai_saat_memeriksa(qtbot: QtBot, ruang: Ruang) -> None:
    induk = QWidget()
    qtbot.addWidget(induk)
    dialog = DialogSyarat(ruang, induk)
    dialog.show()
    tenang(qtbot, ruang)
    dialog.kotak["ktp"].setPlainText("")
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert "KTP elektronik: tulis paling sedikit satu syarat" in dialog.galat.teks()
    dialog.kotak["ktp"].setPlainText("Fotokopi KK terbaru\nSurat pengantar RT")
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert baca_syarat(ruang.konteks)["ktp"] == ("Fotokopi KK terbaru", "Surat pengantar RT")
    assert baca_syarat(ruang.konteks)["kia"] == syarat_bawaan()["kia"]
    kegiatan, _ = kegiatan_ktp(ruang.konteks, 1)
    halaman = buka(qtbot, ruang, kegiatan, "hari")
    assert halaman.rincian is not None
    hari = halaman.rincian.tab.isi("hari")
    assert isinstance(hari, HariPelayanan)
    tampak = [w.text() for w in hari.kartu.findChildren(QWidget) if hasattr(w, "text")]
    assert "Periksa: Fotokopi KK terbaru; Surat pengantar RT" in tampak


def test_syarat_ikut_ke_laptop(kantor: Konteks, laptop: Konteks, tmp_path: Path) -> None:
    from desa_app.lapangan.bekal import buat_bekal, terima_bekal

    ubah_syarat(kantor, {"kk": ["Surat nikah asli"]})
    kegiatan, _ = kegiatan_ktp(kantor, 1)
    buat_bekal(kantor, kegiatan, tmp_path / "b.lapangan", SANDI, SANDI)
    terima_bekal(laptop, tmp_path / "b.lapangan", SANDI)
    assert baca_syarat(laptop) == baca_syarat(kantor)
    assert baca_syarat(laptop)["kk"] == ("Surat nikah asli",)


def test_terima_hanya_dokumen_yang_dicentang(qtbot: QtBot, ruang: Ruang) -> None:
    """Digits press the buttons while the list has the focus; the unticked document stays on the list."""
    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 2)
    orang = peserta[0]
    assert orang.penduduk_id is not None
    tambah_peserta(ruang.konteks, kegiatan, {orang.penduduk_id: ("kk",)})
    halaman = buka(qtbot, ruang, kegiatan, "hari")
    assert halaman.rincian is not None
    hari = halaman.rincian.tab.isi("hari")
    assert isinstance(hari, HariPelayanan)
    hari.cetak = lambda nomor: None  # type: ignore[method-assign]
    hari.kartu._kotak["kk"].setChecked(False)
    for tombol in (Qt.Key.Key_1, Qt.Key.Key_4):
        QTest.keyClick(hari.daftar, tombol)
        tenang(qtbot, ruang)
        assert not hari.kartu._kotak["kk"].isChecked()
    keadaan = {b.jenis: b.keadaan for b in baca_peserta(ruang.konteks, orang.id).berkas}
    assert keadaan == {"ktp": "diterima_offline", "kk": "daftar"}
    assert halaman.rincian.angka.text().startswith("1 hadir dari 2")


def test_nomor_surat_diberikan_di_layar(qtbot: QtBot, ruang: Ruang) -> None:
    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 1)
    terima_berkas(ruang.konteks, peserta[0].id, online=True)
    halaman = buka(qtbot, ruang, kegiatan, "kertas")
    assert halaman.rincian is not None
    bagian = halaman.rincian.tab.isi("kertas")
    assert isinstance(bagian, KertasKegiatan)
    bagian.tabel.selectRow(bagian.kode.index("hadir"))
    assert not bagian.beri.isEnabled()
    bagian.tabel.selectRow(bagian.kode.index("laporan"))
    bagian.beri.click()
    tenang(qtbot, ruang)
    assert bagian.model.teks(bagian.kode.index("laporan"), 1).startswith("400.10.2.2/")
    assert not bagian.beri.isEnabled()
    assert bagian.batal.isEnabled()
    assert len(daftar_peserta(ruang.konteks, kegiatan)) == 1
