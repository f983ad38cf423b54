"""Letters that exist, on the screen: found, corrected, reprinted, cancelled, checked; outside entries."""

import datetime as dt
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.models import Agenda, Permohonan, Surat, VersiSurat
from desa_app.kasus import Konteks
from desa_app.surat.register import daftar_terlambat
from desa_app.surat.terbit import SuratJadi
from tests.surat.bantu import atur, buat_surat, sampai
from tests.surat.conftest import SITI
from ui.halaman.pelayanan.buku import TabBuku
from ui.halaman.pelayanan.cek import TabCek
from ui.halaman.pelayanan.halaman import HalamanPelayanan
from ui.halaman.pelayanan.perbaikan import DialogPerbaikan
from ui.halaman.pelayanan.surat import DialogSurat
from ui.kertas.cetak import DialogCetak
from ui.komponen.dialog_isian import DialogIsian
from ui.palet import cari_surat_dan_permohonan
from ui.ruang import Ruang

T = TypeVar("T", bound=QWidget)
ISIAN = {"keperluan": "pembukaan rekening bank", "sejak": "2015"}


@pytest.fixture
def surat(pelayanan: Konteks) -> SuratJadi:
    """A letter for Siti, ready to be fetched, with a code."""
    atur(pelayanan, qr=True)
    return buat_surat(pelayanan, "keterangan-domisili", SITI, ISIAN)


def _anak(induk: QWidget, jenis: type[T]) -> T:
    """The one open dialog of a kind."""
    sampai(lambda: _terbuka(induk, jenis))
    return _terbuka(induk, jenis)[0]


def _terbuka(induk: QWidget, jenis: type[T]) -> list[T]:
    return [d for d in induk.findChildren(jenis) if d.isVisible()]


def _tenang(ruang: Ruang) -> None:
    sampai(lambda: not ruang.tugas.busy)


def test_dari_register_diperbaiki_dicetak_dibatalkan(
    surat: SuratJadi, layar: HalamanPelayanan, pelayanan: Konteks, qtbot: QtBot
) -> None:
    buku = layar.tab.buka("buku")
    assert isinstance(buku, TabBuku)
    sampai(lambda: buku.tabel is not None)
    assert buku.tabel is not None
    buku.tabel.dibuka.emit(0)
    dialog = _anak(layar, DialogSurat)
    sampai(dialog.perbaiki.isVisible)
    assert surat.nomor in dialog.nomor.text()
    dialog.perbaiki.click()
    perbaikan = _anak(dialog, DialogPerbaikan)
    perbaikan.form._bidang["keperluan"].isian.setel("pendaftaran sekolah")
    perbaikan.tombol_simpan.click()
    sampai(perbaikan.galat.isVisible)
    assert "alasan" in perbaikan.galat.teks()
    perbaikan.alasan.setText("keperluan keliru")
    perbaikan.tombol_simpan.click()
    sampai(dialog.versi.isVisible)
    assert "pendaftaran sekolah" in str(dialog.surat and dialog.surat.naskah.blok)
    dialog.versi.setel(1)
    dialog.versi.activated.emit(1)
    sampai(lambda: dialog.surat is not None and "rekening bank" in str(dialog.surat.naskah.blok))
    assert dialog.surat is not None
    assert dialog.surat.naskah == surat.naskah
    dialog.cetak.click()
    _anak(dialog, DialogCetak).reject()
    dialog.batal.click()
    alasan = _anak(dialog, DialogIsian)
    alasan.formulir.isi({"alasan": "pemohon membatalkan"})
    alasan.simpan()
    sampai(lambda: dialog.batal.isHidden() and dialog.perbaiki.isHidden())
    with pelayanan.basis.baca() as sesi:
        assert sesi.query(VersiSurat).count() == 2
        assert (sesi.query(Surat).one().status, sesi.query(Surat).one().nomor) == ("BATAL", surat.nomor)
    _tenang(layar.ruang)


def test_menu_loket_alasan_lambat(surat: SuratJadi, layar: HalamanPelayanan, pelayanan: Konteks) -> None:
    with pelayanan.basis.tulis() as sesi:
        p = sesi.get_one(Permohonan, surat.permohonan_id)
        assert p.siap is not None
        p.tenggat = p.siap - dt.timedelta(hours=3)
    layar.buka(permohonan=surat.permohonan_id)
    tindakan = layar.loket.tindakan
    sampai(tindakan.lain.isVisible)
    assert list(tindakan.pilihan()) == [
        "Lihat surat dan naskah lama …", "Perbaiki …", "Alasan lambat …", "Batalkan surat …",
    ]  # fmt: skip
    tindakan.pilihan()["Alasan lambat …"]()
    dialog = _anak(layar, DialogIsian)
    dialog.formulir.isi({"alasan": "listrik padam"})
    dialog.simpan()
    sampai(lambda: not _terbuka(layar, DialogIsian))
    _tenang(layar.ruang)
    baris = daftar_terlambat(pelayanan, dt.date(2026, 1, 1), dt.date(2026, 1, 31)).baris
    assert baris[0][-1] == "listrik padam"


def test_cek_dan_telusur(surat: SuratJadi, layar: HalamanPelayanan) -> None:
    cek = layar.tab.buka("cek")
    assert isinstance(cek, TabCek)
    kode = surat.naskah.qr.split(";")[-1]
    for teks, tanda, kata in (
        (kode.lower(), "✓ sah", "sah dan tercatat"),
        (surat.nomor, "✓ sah", "Cocokkan"),
        ("470/9/2020", "! tidak sah", "tidak ada di register"),
        ("p-2026-0001", "✓ siap diambil", "Siti Aminah"),
        ("2026-0099", "tidak ada", "tanda terima"),
    ):
        cek.kotak.setText(teks)
        cek.kotak.returnPressed.emit()
        _tenang(layar.ruang)
        assert kata in cek.kalimat.text()
        assert tanda.split()[-1] in cek.chip.text()
        assert SITI not in cek.kalimat.text()
    nomor = cari_surat_dan_permohonan(layar.ruang.konteks, "siti domisili")
    assert [t.arg for t in nomor] == [{"surat": surat.id}]
    assert cari_surat_dan_permohonan(layar.ruang.konteks, "P-2026-0001")[0].arg == {"permohonan": 1}
    layar.buka(**nomor[0].arg)
    _anak(layar, DialogSurat).reject()
    _tenang(layar.ruang)


def _isi_dialog(induk: QWidget, isi: dict[str, Any]) -> None:
    dialog = _anak(induk, DialogIsian)
    for kunci, nilai in isi.items():
        dialog.formulir.bidang(kunci).isian.setel(nilai)
    dialog.simpan()
    sampai(lambda: not _terbuka(induk, DialogIsian))


def test_surat_masuk_nomor_luar_dan_standar(layar: HalamanPelayanan, pelayanan: Konteks) -> None:
    buku = layar.tab.buka("buku")
    assert isinstance(buku, TabBuku)
    buku._pilihan_catat()["Surat masuk …"]()
    _isi_dialog(buku, {"pengirim": "Camat Sumberrejo", "isi": "undangan rapat"})
    buku._pilihan_catat()["Nomor surat di luar program …"]()
    isi = {"slug": "keterangan-usaha", "urut": "4", "subjek": "Suparman"}
    _isi_dialog(buku, isi)
    with pelayanan.basis.baca() as sesi:
        assert next((a.arah, a.pihak) for a in sesi.query(Agenda).order_by(Agenda.urut)) == (
            "masuk", "Camat Sumberrejo",
        )  # fmt: skip
        luar = sesi.query(Surat).one()
        assert (luar.urut, luar.luar) == (4, True)
        nomor = luar.id
    layar.buka(surat=nomor)
    dialog = _anak(layar, DialogSurat)
    sampai(lambda: "luar program" in dialog.rincian.text())
    assert dialog.cetak.isHidden()
    dialog.reject()
    buku._pilihan_standar()["Satu jenis surat …"]()
    _isi_dialog(buku, {"slug": "keterangan-domisili"})
    _anak(buku, DialogCetak).reject()
    _tenang(layar.ruang)
