"""What the first screen says of letters; its badge is the one of the page."""

import datetime as dt
from dataclasses import replace

from desa_app.beranda import ringkasan_beranda
from desa_app.kasus import Konteks
from desa_app.pekerjaan import Mendesak
from desa_app.surat.pekerjaan import kartu_surat, pekerjaan_surat
from desa_app.surat.pelayanan import antrean
from desa_app.surat.permohonan import PermohonanBaru, ajukan
from tests.surat.bantu import buat_surat
from tests.surat.conftest import MARIA, SITI, SUPARMAN


def pada(k: Konteks, saat: dt.datetime) -> Konteks:
    """The same office at another hour."""
    return replace(k, jam=replace(k.jam, sekarang=lambda: saat))


def test_lewat_hari_ini_dan_lama_siap(pelayanan: Konteks) -> None:
    def masuk(k: Konteks, nik: str) -> None:
        ajukan(k, PermohonanBaru(slug="keterangan-tidak-mampu", nik=nik, semua_syarat_ada=True))

    awal = pelayanan.jam.sekarang()
    buat_surat(pelayanan, "keterangan-domisili", MARIA, {"keperluan": "sekolah", "sejak": "2015"})
    assert pekerjaan_surat(pelayanan) == ()
    assert [(c.angka, c.rincian) for c in kartu_surat(pelayanan)] == [("1", "1 dalam 1 hari kerja")]
    masuk(pelayanan, SUPARMAN)  # Friday; due Monday 15.30
    senin = pada(pelayanan, awal.replace(day=5, hour=10, minute=0))
    masuk(senin, SITI)  # due Tuesday
    baris = pekerjaan_surat(senin)
    assert [(b.mendesak, b.judul) for b in baris] == [
        (Mendesak.SEGERA, "1 surat harus selesai sebelum 15.30")
    ]
    assert baris[0].rincian == "Suparman"
    selasa = pada(pelayanan, awal.replace(day=6, hour=8, minute=30))
    baris = pekerjaan_surat(selasa)
    assert baris[0].judul == "Surat Suparman (Tidak Mampu) lewat 17 jam"
    assert baris[0].rincian.endswith("batas Senin, 5 Januari 2026 15.30")
    assert baris[1].judul == "1 surat harus selesai sebelum 15.30"
    assert sum(b.jumlah for b in baris) == antrean(selasa).mendesak == 2
    nanti = pada(pelayanan, awal.replace(day=20))
    assert pekerjaan_surat(nanti)[-1].judul == "Surat siap diambil sudah lebih dari seminggu"
    assert ringkasan_beranda(nanti).pekerjaan[0].mendesak is Mendesak.LEWAT
