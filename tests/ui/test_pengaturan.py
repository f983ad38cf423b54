"""The settings pages act on the same data as the use cases."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from desa_app.desa import daftar_pejabat, identitas_desa
from desa_app.errors import BerkasBermasalah
from desa_app.kantor import daftar_libur, menit_kunci
from desa_app.keamanan.pengguna import daftar_pengguna, masuk
from ui.halaman.beranda import HalamanBeranda
from ui.halaman.pengaturan.gambar import baca_gambar
from ui.halaman.pengaturan.identitas import Identitas
from ui.halaman.pengaturan.jejak import CatatanPerubahan
from ui.halaman.pengaturan.libur import DaftarLibur
from ui.halaman.pengaturan.pejabat import DaftarPejabat
from ui.halaman.pengaturan.pengguna import DaftarPengguna, PilihanPeran
from ui.komponen.dialog_isian import DialogIsian
from ui.komponen.kerja import BarisKerja
from ui.ruang import Ruang

Selesai = Callable[[], None]


def _dialog(induk: object) -> DialogIsian:
    dialog = induk.findChild(DialogIsian)  # type: ignore[attr-defined]
    assert isinstance(dialog, DialogIsian)
    return dialog


def test_identitas_dan_menit_kunci_tersimpan(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = Identitas(ruang)
    qtbot.addWidget(halaman)
    selesai()
    halaman.formulir.bidang("alamat").isian.setel("Jalan Merdeka Nomor 2")
    halaman._menit.setel(5)
    halaman.simpan()
    selesai()
    identitas = identitas_desa(ruang.konteks)
    assert identitas is not None
    assert identitas.alamat == "Jalan Merdeka Nomor 2"
    assert menit_kunci(ruang.konteks) == 5
    assert not halaman.kotor()
    halaman.formulir.bidang("kode").isian.setel("123")
    halaman.simpan()
    selesai()
    assert "10 angka" in halaman.formulir.bidang("kode").kalimat_masalah()


def test_lambang_hanya_gambar(qtbot: QtBot, tmp_path: Path) -> None:
    gambar = QPixmap(8, 8)
    gambar.fill()
    gambar.save(str(tmp_path / "lambang.png"))
    assert baca_gambar(tmp_path / "lambang.png").startswith(b"\x89PNG")
    (tmp_path / "palsu.png").write_bytes(b"\x89PNG bukan gambar")
    (tmp_path / "besar.png").write_bytes(b"\x89PNG" + bytes(1_000_001))
    for nama in ("palsu.png", "besar.png"):
        with pytest.raises(BerkasBermasalah):
            baca_gambar(tmp_path / nama)


def test_pejabat_baru_dengan_tanggal(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = DaftarPejabat(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    selesai()
    halaman.ubah(None)
    dialog = _dialog(halaman)
    dialog.simpan()
    assert dialog.formulir.bidang("nama").kalimat_masalah()
    dialog.formulir.isi({"jabatan": "kaur_tu", "bentuk": "plt", "nama": "Slamet Riyadi", "mulai": "1-2-2026"})
    dialog.simpan()
    selesai()
    baru = [p for p in daftar_pejabat(ruang.konteks) if p.jabatan == "kaur_tu"]
    assert [(p.nama, p.bentuk, p.mulai) for p in baru] == [("Slamet Riyadi", "plt", dt.date(2026, 2, 1))]
    assert halaman.model.rowCount() == 4


def test_pengguna_baru_dapat_masuk_lalu_dinonaktifkan(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = DaftarPengguna(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    selesai()
    halaman.tambah()
    dialog = _dialog(halaman)
    sandi = "kebun teh hijau"
    dialog.formulir.isi({"nama": "Rina Wulandari", "nama_masuk": "rina", "sandi": sandi, "ulang": sandi})
    dialog.simpan()
    selesai()
    assert "peran" in dialog.galat.teks()
    peran = dialog.findChild(PilihanPeran)
    assert peran is not None
    peran._kotak["kasi_pelayanan"].setChecked(True)
    dialog.simpan()
    selesai()
    assert masuk(ruang.konteks, "rina", sandi).peran == ("kasi_pelayanan",)
    rina = next(p for p in daftar_pengguna(ruang.konteks) if p.nama_masuk == "rina")
    halaman._simpan_keaktifan(rina, False)
    selesai()
    assert [p.aktif for p in daftar_pengguna(ruang.konteks)] == [True, False]
    dewi = next(p for p in daftar_pengguna(ruang.konteks) if p.nama_masuk == "dewi")
    halaman._simpan_keaktifan(dewi, False)
    selesai()
    assert "Admin" in halaman.galat.teks()


def test_hari_libur_ditambah_dan_dihapus(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = DaftarLibur(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    selesai()
    sebelum = halaman.model.rowCount()
    halaman.ubah(None)
    dialog = _dialog(halaman)
    dialog.formulir.isi({"tanggal": "30-11-2026", "jenis": "libur kantor", "nama": "Bersih desa"})
    dialog.simpan()
    selesai()
    assert halaman.model.rowCount() == sebelum + 1
    assert any(h.nama == "Bersih desa" for h in daftar_libur(ruang.konteks, 2026))


def test_catatan_perubahan_utuh_dan_dalam_kata(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = CatatanPerubahan(ruang)
    qtbot.addWidget(halaman)
    halaman.resize(1000, 500)
    halaman.show()
    selesai()
    halaman.grab()
    selesai()
    assert "rantai utuh" in halaman.putusan.text()
    tindakan = [halaman.model.teks(baris, 4) for baris in range(halaman.model.rowCount())]
    assert "Desa: mulai" in tindakan
    halaman.kotak.setText("tidak ada yang begini")
    qtbot.waitUntil(lambda: halaman.model.rowCount() == 0)


def test_beranda_baris_kerja_membuka_halaman(qtbot: QtBot, ruang: Ruang, selesai: Selesai) -> None:
    halaman = HalamanBeranda(ruang)
    qtbot.addWidget(halaman)
    halaman.show()
    selesai()
    baris = halaman.findChildren(BarisKerja)
    assert any("Buku Induk masih kosong" in b.accessibleName() for b in baris)
    with qtbot.waitSignal(ruang.layanan.halaman_diminta) as diminta:
        baris[0].click()
    assert diminta.args == ["kependudukan", {}]
