"""The counter as the Kasi pelayanan uses it: keys only, from the search to the stored letter."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.models import Permohonan, Surat
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.cari import cari_warga
from desa_app.pertanahan.bidang import catat_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.pemilik import PemilikMasuk
from desa_app.surat.pelayanan import antrean, telusuri
from tests.surat.bantu import sampai
from ui.halaman.pelayanan.cetak import DialogCetak
from ui.halaman.pelayanan.halaman import HalamanPelayanan


def _tunggu(qtbot: QtBot, layar: HalamanPelayanan) -> None:
    sampai(lambda: not layar.ruang.tugas.busy)


def _ketik(qtbot: QtBot, widget: QWidget, teks: str) -> None:
    qtbot.keyClicks(widget, teks)  # type: ignore[no-untyped-call]


def _tekan(qtbot: QtBot, widget: QWidget, *tombol: Qt.Key) -> None:
    for satu in tombol:
        qtbot.keyClick(widget, satu)  # type: ignore[no-untyped-call]


def _sampai_jenis(qtbot: QtBot, layar: HalamanPelayanan, nama: str, jenis: str) -> None:
    form = layar.loket.form
    _ketik(qtbot, form.kotak, nama)
    _tekan(qtbot, form.kotak, Qt.Key.Key_Return)
    sampai(form.bagian_orang.isVisible)
    form.jenis.setFocus()
    _ketik(qtbot, form.jenis, jenis)
    _tekan(qtbot, form.jenis, Qt.Key.Key_Return)
    sampai(lambda: form.form is not None and form.bagian_isian.isVisible())


def test_dari_cari_sampai_surat_tanpa_tetikus(
    qtbot: QtBot, layar: HalamanPelayanan, pelayanan: Konteks
) -> None:
    form = layar.loket.form
    _sampai_jenis(qtbot, layar, "siti", "surat keterangan domisili")
    assert form.pilihan is not None
    assert form.pilihan.jenis.slug == "keterangan-domisili"
    assert form.isian()["alamat_domisili"] == (
        "Dusun Krajan RT 002 RW 005, Desa Sukamaju, Kecamatan Sumberrejo, Kabupaten Mekarjaya"
    )
    assert form.syarat.kurang() == 3
    for baris in form.syarat.baris[:3]:
        _tekan(qtbot, baris, Qt.Key.Key_A)
    assert form.syarat.kurang() == 0
    assert form.form is not None
    _ketik(qtbot, form.form._bidang["keperluan"].isian, "pembukaan rekening bank")
    pratinjau = layar.loket.pratinjau
    sampai(lambda: pratinjau.naskah is not None and "pembukaan rekening bank" in str(pratinjau.naskah.blok))
    layar.loket.cetak.click()
    sampai(lambda: layar.loket._surat is not None)
    dialog = layar.loket.findChild(DialogCetak)
    assert dialog is not None
    dialog.reject()
    with pelayanan.basis.baca() as sesi:
        assert sesi.query(Surat).one().nomor == "400.12.2.1/001/9901022003/I/2026"
    _tunggu(qtbot, layar)
    assert antrean(pelayanan).baris[0].keadaan == "siap diambil"


def test_berkas_kurang_menunggu_dan_dilanjutkan(
    qtbot: QtBot, layar: HalamanPelayanan, pelayanan: Konteks
) -> None:
    form = layar.loket.form
    _sampai_jenis(qtbot, layar, "suparman", "belum bekerja")
    assert form.form is not None
    _ketik(qtbot, form.form._bidang["keperluan"].isian, "melamar kerja")
    layar.loket.simpan.click()
    sampai(lambda: layar.loket._permohonan is not None)
    _tunggu(qtbot, layar)
    assert layar.loket.antrean.model.baris[0].keadaan == "berkas kurang"
    permohonan = telusuri(pelayanan, "P-2026-0001")
    assert permohonan is not None
    assert permohonan.status == "BELUM_LENGKAP"
    form.semua_ada()
    layar.loket.simpan_cetak()
    sampai(lambda: layar.loket._surat is not None)
    with pelayanan.basis.baca() as sesi:
        assert sesi.get_one(Permohonan, 1).status == "SIAP_DIAMBIL"
        assert not sesi.get_one(Permohonan, 1).lengkap_awal
    dialog = layar.loket.findChild(DialogCetak)
    assert dialog is not None
    dialog.reject()


def test_isian_kosong_disebut_di_samping_isian(qtbot: QtBot, layar: HalamanPelayanan) -> None:
    form = layar.loket.form
    _sampai_jenis(qtbot, layar, "siti", "surat keterangan domisili")
    form.semua_ada()
    layar.loket.simpan_cetak()
    sampai(lambda: bool(layar.loket.galat.teks()))
    assert form.form is not None
    assert form.form._bidang["keperluan"].kalimat_masalah() == "Keperluan wajib diisi."


def test_lewat_waktu_tampil_merah(pelayanan: Konteks) -> None:
    from desa_app.surat.permohonan import PermohonanBaru, ajukan
    from tests.surat.conftest import SITI

    ajukan(pelayanan, PermohonanBaru(slug="keterangan-penduduk", nik=SITI, semua_syarat_ada=True))
    nanti = pelayanan.jam.sekarang() + dt.timedelta(days=3, hours=9)
    isi = antrean(replace(pelayanan, jam=replace(pelayanan.jam, sekarang=lambda: nanti)))
    assert (isi.menunggu, isi.lewat) == (1, 1)
    assert isi.baris[0].keadaan.startswith("lewat 2 jam")


def test_surat_tanah_terisi_dari_bidang(qtbot: QtBot, layar: HalamanPelayanan, pelayanan: Konteks) -> None:
    """One parcel of the applicant fills the form by itself; of several the officer chooses."""
    (siti, *_) = cari_warga(pelayanan, "siti")
    sekdes = replace(pelayanan, pelaku=Pelaku(1, "Dewi", ("sekdes",)))
    isian = {"hak": "MA", "guna": "sawah", "lokasi": "Blok Lor", "batas_utara": "Jalan desa"}
    catat_bidang(sekdes, {**isian, "luas": "1.250"}, [BagianMasuk(PemilikMasuk(penduduk_id=siti.id))])
    _sampai_jenis(qtbot, layar, "siti", "keterangan tanah")
    form, tanah = layar.loket.form, layar.loket.tanah
    sampai(lambda: form.isian().get("batas_utara") == "Jalan desa")
    assert form.isian()["luas"] == "1250"
    assert not tanah.isHidden()
    layar.loket.baru()
    assert tanah.isHidden()
