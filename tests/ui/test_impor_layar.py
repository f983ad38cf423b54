"""The import screen as a person uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import jumlah_kini
from tests.impor.bahan import tabel, tulis_xlsx, warga
from ui.halaman.pemeriksaan.impor import ImporData
from ui.ruang import Layanan, Ruang
from ui.tasks import TaskRunner


@pytest.fixture
def layar(qtbot: QtBot, desa: Konteks) -> Callable[[], ImporData]:
    """Makes the screen; it is closed after its last job."""
    tugas = TaskRunner()

    def buat() -> ImporData:
        isi = ImporData(Ruang(desa, tugas, Layanan()))
        qtbot.addWidget(isi, before_close_func=lambda _w: tugas.close())
        isi.show()
        return isi

    return buat


def _coba(qtbot: QtBot, layar: ImporData, berkas: Path) -> None:
    with qtbot.waitSignal(layar._ruang.tugas.idle):
        layar.pilih.dipilih.emit(berkas)


def test_pilih_lihat_simpan(
    qtbot: QtBot, layar: Callable[[], ImporData], desa: Konteks, tmp_path: Path
) -> None:
    isi = layar()
    _coba(qtbot, isi, tulis_xlsx(tmp_path / "a.xlsx", tabel(warga(20))))
    assert isi.pratinjau is not None
    assert isi.pratinjau.simpan.isEnabled()
    assert jumlah_kini(desa).jiwa == 0
    with qtbot.waitSignal(isi._ruang.layanan.perubahan):
        isi.pratinjau.simpan.click()
    assert jumlah_kini(desa).jiwa == 20


def test_yang_ditolak_tidak_dapat_disimpan(
    qtbot: QtBot, layar: Callable[[], ImporData], tmp_path: Path
) -> None:
    baris = warga(20)
    baris[2]["nik"] = "123"
    isi = layar()
    _coba(qtbot, isi, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))
    assert isi.pratinjau is not None
    assert not isi.pratinjau.simpan.isEnabled()
    assert not isi.pratinjau.salinan.isHidden()


def test_berkas_rusak_dijelaskan_di_layar_yang_sama(
    qtbot: QtBot, layar: Callable[[], ImporData], tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    isi = layar()
    _coba(qtbot, isi, tmp_path / "a.xlsx")
    assert "PDF" in isi.pilih.pesan.teks()


def test_pilih_per_isian_dan_pertahankan_milik_kita(
    qtbot: QtBot, layar: Callable[[], ImporData], desa: Konteks, tmp_path: Path
) -> None:
    baris = warga(12)
    terapkan_impor(desa, coba_impor(desa, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris))))
    baris[1] |= {"pekerjaan_id": "2", "tempatlahir": "LAIN", "kk_level": "9"}
    isi = layar()
    _coba(qtbot, isi, tulis_xlsx(tmp_path / "b.xlsx", tabel(baris)))
    assert isi.pratinjau is not None
    beda = isi.pratinjau.perbedaan
    assert (beda.model.banyak(), beda.diambil()) == (3, 2)
    nomor = next(n for n in range(3) if beda.model.teks(n, 2) == "Pekerjaan")
    beda.tabel.selectRow(nomor)
    beda._atur(terpilih=True, ambil=False)
    assert beda.diambil() == 1
    with qtbot.waitSignal(isi._ruang.layanan.perubahan):
        isi.pratinjau.simpan.click()
    lagi = coba_impor(desa, tmp_path / "b.xlsx")
    assert {b.kunci for o in lagi.berubah for b in o.beda} == {"pekerjaan", "shdk"}


def test_judul_asing_ditunjukkan_lalu_diperiksa(
    qtbot: QtBot, layar: Callable[[], ImporData], desa: Konteks, tmp_path: Path
) -> None:
    from tests.impor.test_pemetaan import PETA, _berkas

    isi = layar()
    _coba(qtbot, isi, _berkas(tmp_path, warga(9)))
    assert isi.pemetaan is not None
    with qtbot.waitSignal(isi._ruang.tugas.idle):
        isi.pemetaan.tombol.click()
    assert "Beri nama" in isi.pemetaan.pesan.teks()
    isi.pemetaan.nama.setText("Kecamatan")
    for judul, kunci in PETA.items():
        isi.pemetaan.pilihan[judul].setel(kunci or None)
    isi.pemetaan.tombol.click()
    qtbot.waitUntil(lambda: isi.pratinjau is not None)
    assert isi.pratinjau is not None
    assert len(isi.pratinjau.rencana.baru) == 9
