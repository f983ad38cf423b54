"""Three months of the practice village; the whole year of 3,000 residents is measured in `benchmarks`."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desa_app.kasus import Konteks
from tests.kependudukan.tahun import jalani_bulan, juru_contoh
from ui.kertas.pelukis import PelukisQt


def test_tiga_bulan_desa_contoh(kosong: Konteks, tmp_path: Path, qapp: QApplication) -> None:
    juru = juru_contoh(kosong, 200)
    for _ in range(3):
        hasil = jalani_bulan(juru, 12, tmp_path, PelukisQt().buku_ke_pdf)
        assert hasil.tutup.tertutup, [h for h in hasil.tutup.uji if not h.lulus]
        assert not hasil.beda_angka
        assert not hasil.beda_sel, hasil.beda_sel[:3]
