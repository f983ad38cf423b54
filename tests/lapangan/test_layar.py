"""The screens as a person uses them: the day of the visit, the paper table, a complaint."""

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desa_app.kasus import Konteks
from desa_app.lapangan.kertas import KERTAS
from desa_app.lapangan.layanan import terima_berkas
from desa_app.lapangan.peserta import daftar_peserta
from desa_app.pengaduan.baca import baca_pengaduan, daftar_pengaduan
from desa_app.pengaduan.isi import PengaduanBaru
from desa_app.pengaduan.terima import surat_terkait, terima_pengaduan
from tests.lapangan.bahan import SANDI, kegiatan_ktp
from tests.lapangan.conftest import KADES, Arloji
from tests.lapangan.layar import buka, tenang, terbuka
from ui.halaman.lapangan.hari import HariPelayanan
from ui.halaman.lapangan.kertas import KertasKegiatan
from ui.halaman.lapangan.ketik import DialogKetik
from ui.halaman.lapangan.peserta import PesertaKegiatan
from ui.halaman.lapangan.tambah import DialogCelah
from ui.halaman.pengaduan import HalamanPengaduan
from ui.kertas.cetak import DialogCetak
from ui.komponen.dialog_isian import DialogIsian
from ui.ruang import Ruang


def test_hari_pelayanan_satu_klik_sampai_tanda_terima(qtbot: QtBot, ruang: Ruang) -> None:
    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 3)
    halaman = buka(qtbot, ruang, kegiatan, "hari")
    assert halaman.rincian is not None
    hari = halaman.rincian.tab.isi("hari")
    assert isinstance(hari, HariPelayanan)
    hari.saring.setText(peserta[1].nama.lower())
    assert hari.kartu.nama.text() == peserta[1].nama
    hari.kartu.tombol["hadir"].click()
    tenang(qtbot, ruang)
    assert not hari.kartu.tombol["hadir"].isEnabled()
    hari.kartu.tombol["offline"].click()
    tenang(qtbot, ruang)
    kertas = terbuka(DialogCetak)
    assert kertas.windowTitle() == "Tanda terima berkas"
    kertas.close()
    tenang(qtbot, ruang)
    kini = daftar_peserta(ruang.konteks, kegiatan)[1].berkas[0]
    assert (kini.keadaan, kini.tanda_terima) == ("diterima_offline", "TT-01/A001/2026")
    assert "1 dilayani" in hari.hitung.text()
    assert halaman.kembali()
    tenang(qtbot, ruang)


def test_tambah_peserta_dari_daftar(qtbot: QtBot, ruang: Ruang) -> None:
    kegiatan, _ = kegiatan_ktp(ruang.konteks, 2)
    halaman = buka(qtbot, ruang, kegiatan, "peserta")
    assert halaman.rincian is not None
    bagian = halaman.rincian.tab.isi("peserta")
    assert isinstance(bagian, PesertaKegiatan)
    bagian.celah.click()
    tenang(qtbot, ruang)
    dialog = terbuka(DialogCelah)
    assert isinstance(dialog, DialogCelah)
    dialog.celah.setel("kia")
    tenang(qtbot, ruang)
    assert dialog.dokumen() == ("kia",)
    dialog.tabel.selectRow(0)
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert "1 peserta dengan 1 dokumen" in bagian.hasil._teks.text()
    assert len(daftar_peserta(ruang.konteks, kegiatan)) == 3


def test_ketik_dari_kertas_menyebut_baris_yang_salah(qtbot: QtBot, ruang: Ruang, arloji: Arloji) -> None:
    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 2)
    arloji.kini = dt.datetime(2026, 11, 21, 9, 0, tzinfo=arloji.kini.tzinfo)
    induk = QWidget()
    qtbot.addWidget(induk)
    dialog = DialogKetik(ruang, kegiatan, peserta, induk)
    dialog.show()
    dialog.tabel.setItem(0, 2, QTableWidgetItem("09.30"))
    dialog.tabel.setItem(0, 3, QTableWidgetItem("08.30"))
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert "urutan jam terbalik" in dialog.galat.teks()
    dialog.tabel.setItem(0, 2, QTableWidgetItem("08.10"))
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert daftar_peserta(ruang.konteks, kegiatan)[0].berkas[0].keadaan == "diterima_offline"


def test_setiap_kertas_terbuka(qtbot: QtBot, ruang: Ruang) -> None:
    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 2)
    terima_berkas(ruang.konteks, peserta[0].id, online=True)
    halaman = buka(qtbot, ruang, kegiatan, "kertas")
    assert halaman.rincian is not None
    bagian = halaman.rincian.tab.isi("kertas")
    assert isinstance(bagian, KertasKegiatan)
    for baris, kode in enumerate(KERTAS):
        bagian.lihat(baris)
        tenang(qtbot, ruang)
        if kode == "surat-anomali":
            assert "tidak perlu" in bagian.galat.teks()
            continue
        dialog = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal())
        dialog.close()
        tenang(qtbot, ruang)


def test_bawa_dan_gabung_lewat_layar(qtbot: QtBot, ruang: Ruang, laptop: Konteks, tmp_path: Path) -> None:
    from desa_app.lapangan.bekal import buat_bekal, buat_hasil, terima_bekal
    from desa_app.lapangan.gabung import coba_gabung
    from ui.halaman.lapangan.bawa import DialogGabung

    kegiatan, peserta = kegiatan_ktp(ruang.konteks, 2)
    bekal, hasil = tmp_path / "b.lapangan", tmp_path / "h.lapangan"
    buat_bekal(ruang.konteks, kegiatan, bekal, SANDI, SANDI)
    di_laptop = terima_bekal(laptop, bekal, SANDI)
    terima_berkas(ruang.konteks, peserta[0].id, online=True)
    terima_berkas(laptop, daftar_peserta(laptop, di_laptop)[0].id, online=False)
    buat_hasil(laptop, di_laptop, hasil, SANDI, SANDI)
    induk = QWidget()
    qtbot.addWidget(induk)
    dialog = DialogGabung(ruang, hasil, SANDI, coba_gabung(ruang.konteks, hasil, SANDI), induk)
    dialog.show()
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert "pilih catatan kantor atau laptop" in dialog.galat.teks()
    next(iter(dialog.putusan.values())).setel("sini")
    dialog.simpan.click()
    tenang(qtbot, ruang)
    assert daftar_peserta(ruang.konteks, kegiatan)[0].berkas[0].keadaan == "diterima_online"


def test_pengaduan_dicatat_lalu_ditindaklanjuti(qtbot: QtBot, ruang: Ruang) -> None:
    halaman = HalamanPengaduan(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    tenang(qtbot, ruang)
    halaman.catat.click()
    formulir = terbuka(DialogIsian)
    assert isinstance(formulir, DialogIsian)
    formulir.formulir.isi(
        {"saluran": "telepon", "layanan": "surat", "perihal": "Lambat", "uraian": "Tiga hari"}
    )
    formulir.formulir.bidang("surat_id").isian.setel("bukan surat")
    formulir.simpan()
    tenang(qtbot, ruang)
    assert "Pilih dari daftar" in formulir.formulir.bidang("surat_id").kalimat_masalah()
    formulir.formulir.bidang("surat_id").isian.setel(None)
    formulir.simpan()
    tenang(qtbot, ruang)
    terbuka(DialogCetak).close()
    tenang(qtbot, ruang)
    semua = daftar_pengaduan(ruang.konteks)
    assert [p.perihal for p in semua] == ["Lambat"]
    assert halaman.keadaan() == "1 berjalan"


def test_kades_mendisposisi_dan_tidak_dapat_mencatat(qtbot: QtBot, ruang: Ruang) -> None:
    nomor = terima_pengaduan(
        ruang.konteks,
        PengaduanBaru(saluran="kotak", layanan="petugas", perihal="Loket kosong", uraian="Pagi"),
    )
    kades = Ruang(ruang.konteks.sebagai(KADES), ruang.tugas, ruang.layanan)
    halaman = HalamanPengaduan(kades)
    qtbot.addWidget(halaman)
    halaman.show()
    halaman.buka(pengaduan=nomor)
    tenang(qtbot, kades)
    assert not halaman.catat.isVisible()
    halaman.rincian.langkah(baca_pengaduan(kades.konteks, nomor), "disposisi")
    formulir = terbuka(DialogIsian)
    assert isinstance(formulir, DialogIsian)
    formulir.formulir.isi({"kepada": "Sekretaris Desa", "catatan": "Atur jadwal piket."})
    formulir.simpan()
    tenang(qtbot, kades)
    assert baca_pengaduan(kades.konteks, nomor).keadaan == "didisposisi"


def test_surat_menyebut_pengaduannya_tanpa_nama(qtbot: QtBot, ruang: Ruang) -> None:
    from desa_app.surat.luar import catat_surat_luar
    from ui.halaman.pelayanan.surat import DialogSurat

    k = ruang.konteks
    catat_surat_luar(k, "keterangan-domisili", 900, k.jam.hari_ini(), "Siti Rekaan")
    surat_id = next(nomor for nomor, kata in surat_terkait(k) if "/900/" in kata)
    nomor = terima_pengaduan(
        k,
        PengaduanBaru(
            saluran="loket", layanan="surat", perihal="Lambat", uraian="Lama", nama="Sumiyati Rekaan",
            surat_id=surat_id,
        ),
    )  # fmt: skip
    halaman = HalamanPengaduan(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    halaman.buka(pengaduan=nomor)
    tenang(qtbot, ruang)
    halaman.rincian.buka_surat(surat_id)
    tenang(qtbot, ruang)
    dialog = terbuka(DialogSurat)
    assert isinstance(dialog, DialogSurat)
    assert dialog.diadukan.text().startswith("Diadukan: PGD-001/2026 (sisa 3 hari kerja")
    assert "Sumiyati" not in dialog.diadukan.text()
    dialog.close()
    tenang(qtbot, ruang)
