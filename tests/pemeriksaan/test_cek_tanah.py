"""Each check of the land register finds its own case and leaves the sound parcel alone."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from desa_app.kasus import Konteks
from desa_app.pemeriksaan.hasil import semua_aturan
from desa_app.pemeriksaan.jalan import jalankan_pemeriksaan
from desa_app.pemeriksaan.tanah import BidangCek, periksa_tanah
from desa_app.pemeriksaan.temuan import SaringanTemuan, daftar_temuan
from desa_app.pertanahan.temuan import bidang_cek, temuan_tanah
from tests.pertanahan.bahan import bidang, warga

SAWAH = BidangCek(
    1, 1_000_00, 1_000_00, 1_000_00, tkd=False, sertifikat="HM 1", letter_c="4", persil="2b", sppt="99.01",
    pemilik=(("BUDI", 1),),
)  # fmt: skip
BENGKOK = BidangCek(
    2, 500_00, 500_00, 500_00, tkd=True, oleh=500_00, jenis=500_00, patok=500_00, papan=500_00,
)  # fmt: skip
KASUS: tuple[tuple[str, BidangCek, dict[str, Any]], ...] = (
    ("TANAH_HAK_TIDAK_SAMA", SAWAH, {"hak": 999_99}),
    ("TANAH_GUNA_TIDAK_SAMA", SAWAH, {"guna": 1_000_01}),
    ("TKD_PEROLEHAN_TIDAK_SAMA", BENGKOK, {"oleh": 0}),
    ("TKD_JENIS_TIDAK_SAMA", BENGKOK, {"jenis": 400_00}),
    ("TKD_PATOK_PAPAN", BENGKOK, {"patok": 499_00}),
    ("TKD_PATOK_PAPAN", BENGKOK, {"papan": 501_00}),
    ("TANAH_PEMILIK_TIDAK_AKTIF", SAWAH, {"pemilik": (("BUDI", 1), ("SITI", 2))}),
    ("TANAH_PEMILIK_TIDAK_AKTIF", SAWAH, {"pemilik": (("BUDI", 3),)}),
)


@pytest.mark.parametrize(("kode", "sehat", "ubah"), KASUS)
def test_satu_bidang(kode: str, sehat: BidangCek, ubah: dict[str, Any]) -> None:
    assert list(periksa_tanah([sehat])) == []
    (temuan,) = periksa_tanah([replace(sehat, **ubah)])
    assert (temuan.kode, temuan.bidang_id) == (kode, sehat.id)
    assert temuan.kunci == f"{kode}:b{sehat.id}"


@pytest.mark.parametrize(
    "sama", [{"sertifikat": "hm 1"}, {"letter_c": "4", "persil": "2B"}, {"sppt": "99.01"}]
)
def test_nomor_pada_dua_bidang(sama: dict[str, Any]) -> None:
    lain = BidangCek(7, 10_00, 10_00, 10_00, tkd=False)
    assert list(periksa_tanah([SAWAH, lain, replace(lain, id=8)])) == []
    (temuan,) = periksa_tanah([SAWAH, replace(lain, **sama)])
    assert (temuan.kode, temuan.bidang_id) == ("TANAH_NOMOR_GANDA", 1)
    assert "bidang 1, 7" in temuan.uraian


def test_setiap_kode_tanah_ada_kasusnya() -> None:
    kode = {k for k in semua_aturan() if k.startswith(("TANAH_", "TKD_"))}
    assert kode == {k for k, _, _ in KASUS} | {"TANAH_NOMOR_GANDA"}


def test_buku_tanah_masuk_daftar_temuan(desa: Konteks) -> None:
    a, b = warga(desa, 2)
    satu = bidang(desa, a, letter_c="4", persil="2b")
    bidang(desa, b, letter_c="5", persil="2b")
    with desa.basis.baca() as sesi:
        assert list(periksa_tanah(bidang_cek(sesi))) == []
    with desa.basis.tulis() as sesi:
        sesi.execute(text("UPDATE bidang SET letter_c = '4'"))
    jalankan_pemeriksaan(desa)
    saring = SaringanTemuan(kode="TANAH_NOMOR_GANDA")
    (temuan,) = daftar_temuan(desa, saring)
    assert (temuan.bidang_id, temuan.dusun, temuan.siapa) == (satu, "KRAJAN", f"Bidang tanah {satu}")
    assert [t.kode for t in temuan_tanah(desa)] == ["TANAH_NOMOR_GANDA"]
    with desa.basis.tulis() as sesi:
        sesi.execute(text("UPDATE bidang SET letter_c = id"))
    jalankan_pemeriksaan(desa)
    assert daftar_temuan(desa, saring) == []
