"""Letters that exist, on the screen: found, corrected, reprinted, cancelled, checked; outside entries."""

import datetime as dt
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.models import Agenda, Permohonan, RiwayatPermohonan, Surat, VersiSurat
from desa_app.kasus import Konteks
from desa_app.surat.nomor_kosong import daftar_nomor_kosong
from desa_app.surat.permohonan import PermohonanBaru, ajukan
from desa_app.surat.register import daftar_terlambat
from desa_app.surat.terbit import SuratJadi
from tests.surat.bantu import atur, buat_surat, sampai
from tests.surat.conftest import SITI, TANGGAL
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
SKTM = {"penghasilan": "750000", "tanggungan": "3", "keperluan": "beasiswa"}
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
    buku.pilihan_lain()["Catat surat masuk …"]()
    _isi_dialog(buku, {"pengirim": "Camat Sumberrejo", "isi": "undangan rapat"})
    buku.pilihan_lain()["Catat nomor surat di luar program …"]()
    isi = {"slug": "keterangan-usaha", "urut": "4", "subjek": "Suparman"}
    _isi_dialog(buku, isi)
    with pelayanan.basis.baca() as sesi:
        assert next((a.arah, a.pihak) for a in sesi.query(Agenda).order_by(Agenda.urut)) == (
            "masuk", "Camat Sumberrejo",
        )  # fmt: skip
        luar = sesi.query(Surat).one()
        assert (luar.urut, luar.luar) == (4, True)
        nomor, nomor_teks = luar.id, luar.nomor
    layar.buka(surat=nomor)
    dialog = _anak(layar, DialogSurat)
    sampai(lambda: "luar program" in dialog.rincian.text())
    assert dialog.cetak.isHidden()
    dialog.reject()
    buku.pilihan_lain()["Standar pelayanan satu jenis surat …"]()
    _isi_dialog(buku, {"slug": "keterangan-domisili"})
    _anak(buku, DialogCetak).reject()
    buku.pilihan.setel("kosong")
    _tenang(layar.ruang)
    assert buku.tabel is not None
    buku.tabel.dibuka.emit(0)
    _isi_dialog(buku, {"alasan": "ditulis tangan sebelum program dipakai"})
    _tenang(layar.ruang)
    assert daftar_nomor_kosong(pelayanan, TANGGAL, TANGGAL).baris == [
        ("1", "Surat keterangan 2026", "1-3", "3", "awal deret", f"{nomor_teks} (02-01-2026)",
         "ditulis tangan sebelum program dipakai")
    ]  # fmt: skip


def test_register_satu_jenis_dan_masa(surat: SuratJadi, layar: HalamanPelayanan, pelayanan: Konteks) -> None:
    buat_surat(pelayanan, "keterangan-penduduk", SITI, {"keperluan": "bank"})
    buku = layar.tab.buka("buku")
    assert isinstance(buku, TabBuku)
    _tenang(layar.ruang)
    assert len(buku.susun().baris) == 2
    buku.jenis.setel("keterangan-domisili")
    assert [b[1] for b in buku.susun().baris] == [surat.nomor]
    assert "SURAT KETERANGAN DOMISILI, BULAN JANUARI 2026" in buku.susun().judul
    buku.muat()
    _tenang(layar.ruang)
    assert buku.tabel is not None
    buku.tabel.dibuka.emit(0)
    _anak(buku, DialogSurat).reject()
    for kunci, tanggal in (
        ("minggu", ("29-12-2025", "04-01-2026")),
        ("tahun", ("01-01-2026", "31-12-2026")),
        ("lalu", ("01-12-2025", "31-12-2025")),
    ):
        buku.masa.setel(kunci)
        buku.masa.activated.emit(0)
        assert (buku.dari.text(), buku.sampai.text()) == tanggal
    _tenang(layar.ruang)


def test_keputusan_atas_permohonan_dari_layar(layar: HalamanPelayanan, pelayanan: Konteks) -> None:
    """Field check with its result, then refusal of another request; each leaves actor, time and note."""
    for _ in range(2):
        ajukan(pelayanan, PermohonanBaru(slug="keterangan-tidak-mampu", nik=SITI, semua_syarat_ada=True,
                                         isian=SKTM))  # fmt: skip
    tindakan = layar.loket.tindakan

    def pilih(permohonan: int, butir: str, alasan: str) -> None:
        layar.buka(permohonan=permohonan)
        sampai(lambda: butir in tindakan.pilihan() and tindakan.lain.isVisible())
        tindakan.pilihan()[butir]()
        _isi_dialog(layar, {"alasan": alasan})
        _tenang(layar.ruang)

    layar.buka(permohonan=1)
    sampai(lambda: "Tanda terima berkas …" in tindakan.pilihan())
    tindakan.pilihan()["Tanda terima berkas …"]()
    _anak(layar, DialogCetak).reject()
    pilih(1, "Kirim ke cek lapangan …", "Kadus Krajan")
    pilih(1, "Hasil cek lapangan, buat surat …", "rumah dan penghasilan sesuai")
    pilih(2, "Tolak permohonan …", "bukan penduduk desa")
    with pelayanan.basis.baca() as sesi:
        assert [p.status for p in sesi.query(Permohonan).order_by(Permohonan.id)] == [
            "SIAP_DIAMBIL",
            "DITOLAK",
        ]
        langkah = [(r.ke, r.catatan, r.pelaku) for r in sesi.query(RiwayatPermohonan) if r.catatan]
    assert langkah == [
        ("CEK_LAPANGAN", "Kadus Krajan", "Dewi Lestari"),
        ("KONSEP", "hasil cek lapangan: rumah dan penghasilan sesuai", "Dewi Lestari"),
        ("DITOLAK", "bukan penduduk desa", "Dewi Lestari"),
    ]
    assert not layar.loket.cetak.isEnabled()
    assert not layar.loket.form.bagian_isian.isEnabled()
