"""A whole import is taken back, or it is said what stands on it."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Desa, Keluarga, Mutasi, Penduduk, Permohonan
from desa_app.errors import DesaError, ValidationFailed
from desa_app.impor.batal import batalkan_impor, daftar_impor
from desa_app.impor.coba import coba_impor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.kasus import Konteks
from desa_app.kependudukan.hitung import jumlah_kini, rekap_bulan
from desa_app.kependudukan.penduduk import ubah_penduduk
from tests.impor.bahan import Baris, tabel, tulis_xlsx, warga


def _impor(k: Konteks, tmp_path: Path, baris: list[Baris]) -> int:
    return terapkan_impor(k, coba_impor(k, tulis_xlsx(tmp_path / "a.xlsx", tabel(baris)))).impor_id


def test_dibatalkan_seluruhnya_dan_boleh_masuk_lagi(desa: Konteks, tmp_path: Path) -> None:
    nomor = _impor(desa, tmp_path, warga(30))
    with pytest.raises(ValidationFailed):
        batalkan_impor(desa, nomor, " ")
    batalkan_impor(desa, nomor, "berkas desa sebelah")
    assert jumlah_kini(desa).jiwa == 0
    assert set(rekap_bulan(desa, 202611)[-1].angka.values()) == {0}
    (info,) = daftar_impor(desa)
    assert (info.baru, info.dibatalkan_oleh) == (30, "Dewi Lestari")
    with desa.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(Keluarga).where(Keluarga.aktif)) == 0
        assert sesi.get_one(Desa, 1).bulan_awal is None
    with pytest.raises(DesaError, match="sudah dibatalkan"):
        batalkan_impor(desa, nomor, "lagi")
    _impor(desa, tmp_path, warga(30))
    assert jumlah_kini(desa).jiwa == 30
    assert rekap_bulan(desa, 202611)[-1].angka["awal_jiwa"] == 30


def test_isian_yang_diubah_kembali_seperti_semula(desa: Konteks, tmp_path: Path) -> None:
    baris = warga(12)
    _impor(desa, tmp_path, baris)
    lama = baris[1]["tanggallahir"]
    baris[1] |= {"pekerjaan_id": "2", "tanggallahir": "1981-02-03"}
    nomor = _impor(desa, tmp_path, baris)
    batalkan_impor(desa, nomor, "Dukcapil keliru")
    with desa.baca() as sesi:
        p = sesi.scalars(select(Penduduk).where(Penduduk.nik == baris[1]["nik"])).one()
        assert (p.pekerjaan, p.tanggal_lahir.isoformat() if p.tanggal_lahir else "") == (3, lama)
    assert jumlah_kini(desa).jiwa == 12


def test_yang_berdiri_di_atasnya_disebut(desa: Konteks, tmp_path: Path) -> None:
    nomor = _impor(desa, tmp_path, warga(12))
    with desa.tulis("uji.surat") as t:
        t.sesi.add(Permohonan(
            tahun=2026, urut=1, slug="domisili", nama_jenis="Domisili", penduduk_id=1, pemohon="X",
            status="diterima", diterima=desa.jam.sekarang(),
        ))  # fmt: skip
        t.catat("uji")
    with pytest.raises(DesaError, match="1 permohonan surat"):
        batalkan_impor(desa, nomor, "salah berkas")
    assert jumlah_kini(desa).jiwa == 12


def test_peristiwa_sesudahnya_menahan(desa: Konteks, tmp_path: Path) -> None:
    nomor = _impor(desa, tmp_path, warga(12))
    with desa.baca() as sesi:
        sebelum = sesi.scalar(select(func.count()).select_from(Mutasi))
    ubah_penduduk(desa, 3, {"jk": "P"})
    with pytest.raises(DesaError, match="tercatat sesudahnya"):
        batalkan_impor(desa, nomor, "salah berkas")
    with desa.baca() as sesi:
        assert (sesi.scalar(select(func.count()).select_from(Mutasi)) or 0) >= (sebelum or 0)
