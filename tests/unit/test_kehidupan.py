"""Life in the practice village: it goes through the use cases, balances and closes its months."""

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.contoh.kehidupan import hidupkan_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import rekap_bulan
from desa_app.kependudukan.tutup_buku import keadaan_bulan
from desa_app.kependudukan.uji_diri import uji_bulan


def test_tiga_bulan_tertutup_dan_seimbang(kosong: Konteks) -> None:
    isi_desa_contoh(kosong, penduduk=300, benih=3)
    assert hidupkan_desa_contoh(kosong, 3) >= 12
    k = kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes",)))
    assert [keadaan_bulan(k, b).tertutup for b in (202608, 202609, 202610, 202611)] == [
        True,
        True,
        True,
        False,
    ]
    assert all(h.lulus for h in uji_bulan(k, 202611))
    angka = rekap_bulan(k, 202611)[-1].angka
    assert angka["awal_jiwa"] != 300 or angka["akhir_jiwa"] != 300
