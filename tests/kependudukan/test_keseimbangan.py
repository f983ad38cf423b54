"""Random histories keep every identity, and every closed month stays as it was."""

import pytest
from sqlalchemy import select

from db.models import Mutasi
from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import jumlah_kini, jumlah_tanggal, rekap_bulan
from desa_app.kependudukan.tutup_buku import keadaan_bulan, tutup_bulan
from desa_app.kependudukan.uji_diri import uji_bulan
from tests.kependudukan.desa_kecil import Juru, desa_acak, keluarga_awal


def jalankan_sejarah(juru: Juru, bulan: int, langkah: int, tutup_tiap: int = 3) -> None:
    """Live through the months; every third month is closed late, as offices do."""
    terbuka: list[int] = []
    for _ in range(bulan):
        for _ in range(langkah):
            juru.langkah()
        kini = juru.kalender.hari.year * 100 + juru.kalender.hari.month
        terbuka.append(kini)
        merah = [h for h in uji_bulan(juru.k, kini) if not h.lulus]
        assert not merah, (kini, merah)
        if len(terbuka) >= tutup_tiap:
            for b in terbuka:
                hasil = tutup_bulan(juru.k, b)
                assert hasil.tertutup, (b, hasil.pesan, [h for h in hasil.uji if not h.lulus])
            terbuka = []
        juru.ke_bulan_berikut()


@pytest.mark.parametrize("benih", range(8))
def test_sejarah_acak_seimbang(desa: Konteks, benih: int) -> None:
    juru = desa_acak(desa, benih)
    jalankan_sejarah(juru, bulan=8, langkah=6, tutup_tiap=1 + benih % 3)
    assert sum(juru.berhasil.values()) > 15, (juru.berhasil, juru.ditolak)
    bulan = 202501
    for _ in range(7):
        keadaan = keadaan_bulan(juru.k, bulan)
        assert not keadaan.tertutup or keadaan.utuh, bulan
        bulan += 1
    total = rekap_bulan(juru.k, 202512)[-1].angka
    assert total["akhir_jiwa"] == jumlah_kini(juru.k).jiwa == len(juru.aktif())
    assert jumlah_tanggal(juru.k, juru.kalender.hari).kk == total["akhir_kk"]


def test_peristiwa_dihitung_dua_kali_ketahuan(desa: Konteks) -> None:
    """The control: one line written twice turns the self-test red."""
    juru = desa_acak(desa, 3)
    keluarga_awal(juru.k, 40)
    juru._lahir()
    assert all(h.lulus for h in uji_bulan(juru.k, 202501))
    with juru.k.basis.tulis() as sesi:
        asli = sesi.scalars(select(Mutasi).where(Mutasi.alir == "lahir")).first()
        assert asli is not None
        kolom = {c.key: getattr(asli, c.key) for c in Mutasi.__mapper__.column_attrs if c.key != "id"}
        sesi.add(Mutasi(**kolom))
    merah = {h.kode for h in uji_bulan(juru.k, 202501) if not h.lulus}
    assert "R9" in merah
