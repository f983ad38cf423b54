"""Options of a print: signers, date, letterhead, paper, masking; and the note of each export."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import Audit
from desa_app.buku.paraf import OpsiCetak
from desa_app.desa import PejabatInfo, daftar_pejabat, simpan_pejabat
from desa_app.errors import TidakBerwenang, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.ekspor import Ekspor, catat_ekspor
from desa_app.kependudukan.induk import SaringanInduk, cetak_induk
from desa_app.kependudukan.kartu import lembar_keluarga, lembar_warga
from desa_app.kependudukan.ktp_kk import cetak_ktp_kk, ids_ktp_kk
from desa_app.kependudukan.mutasi import cetak_mutasi
from desa_app.kependudukan.rekapitulasi import cetak_rekapitulasi, tabel_rekapitulasi
from desa_app.kependudukan.sementara import cetak_sementara
from desa_app.waktu import jam_tetap
from tests.kependudukan.desa_kecil import keluarga_awal

KASI = Pelaku(9, "Rina Wulandari", ("kasi_pelayanan",))


@pytest.fixture
def isi(desa: Konteks) -> tuple[Konteks, int, list[int]]:
    keluarga_id, orang = keluarga_awal(replace(desa, jam=jam_tetap(dt.date(2026, 10, 1))), 1)
    return desa, keluarga_id, orang


def test_penandatangan_lain(isi: tuple[Konteks, int, list[int]]) -> None:
    k = isi[0]
    plt = simpan_pejabat(
        k, PejabatInfo(jabatan="kades", nama="Budi Santoso", mulai=dt.date(2026, 1, 1), bentuk="plt")
    )
    kasi = next(p for p in daftar_pejabat(k) if p.jabatan == "kasi_pelayanan")
    opsi = OpsiCetak(kiri_id=plt, kanan_id=kasi.id, tanggal=dt.date(2026, 11, 5), kop=False, kertas="A3")
    buku = cetak_rekapitulasi(k, 202611, opsi=opsi)
    assert buku.ttd is not None
    assert buku.ttd.kiri == ("MENGETAHUI", "Plt. KEPALA DESA SUKAMAJU")
    assert buku.ttd.nama_kiri == ("Budi Santoso",)
    assert buku.ttd.kanan == ("SUKAMAJU, 5 November 2026", "KEPALA SEKSI PELAYANAN")
    assert buku.kop is None
    assert buku.spec.kertas == "A3"
    biasa = cetak_rekapitulasi(k, 202611).ttd
    assert biasa is not None
    assert biasa.kanan[1] == "SEKRETARIS DESA SUKAMAJU"


def test_samar_dan_wewenang(isi: tuple[Konteks, int, list[int]]) -> None:
    k, keluarga_id, orang = isi
    samar = OpsiCetak(samar=True)
    kasi = k.sebagai(KASI)
    for susun in (cetak_induk, cetak_ktp_kk, cetak_sementara):
        with pytest.raises(TidakBerwenang):
            susun(kasi, 202611)
        for baris in susun(kasi, 202611, opsi=samar).baris:
            assert not any(sel.isdigit() and len(sel) == 16 for sel in baris)
    cetak_mutasi(kasi, 202611)
    for lembar in (
        lembar_warga(kasi, orang[0], opsi=samar),
        lembar_keluarga(kasi, keluarga_id, opsi=samar),
    ):
        teks = "\n".join([*lembar.judul, *(sel for baris in lembar.baris for sel in baris)])
        assert "9901020501800010" not in teks
        assert "9901020101200001" not in teks
    with pytest.raises(TidakBerwenang):
        lembar_warga(kasi, orang[0])
    assert "9901020501800010" in str(lembar_warga(k, orang[0]).baris)


def test_ekspor_dicatat(isi: tuple[Konteks, int, list[int]]) -> None:
    k = isi[0]
    utuh = Ekspor("B.1", 202611, ".pdf", 3, samar=False, keperluan="laporan")
    catat_ekspor(k, utuh)
    with k.baca() as sesi:
        baris = sesi.scalars(select(Audit).order_by(Audit.id.desc())).first()
        assert baris is not None
        assert (baris.tindakan, baris.objek) == ("buku.ekspor", "buku:B.1:202611")
        assert baris.baru["samar"] is False
    with pytest.raises(ValidationFailed):
        catat_ekspor(k, replace(utuh, keperluan=" "))
    with pytest.raises(TidakBerwenang):
        catat_ekspor(k.sebagai(KASI), utuh)
    catat_ekspor(k.sebagai(KASI), replace(utuh, samar=True, keperluan=""))
    catat_ekspor(k.sebagai(KASI), replace(utuh, kode="B.3", keperluan=""))


def test_layar_dan_cetakan_satu_sumber(isi: tuple[Konteks, int, list[int]]) -> None:
    k = isi[0]
    buku = cetak_rekapitulasi(k, 202611)
    assert tabel_rekapitulasi(k, 202611) == [*buku.baris, buku.jumlah]
    assert len(ids_ktp_kk(k, SaringanInduk())) == len(cetak_ktp_kk(k, 202611).baris)


def test_catatan_menyebut_saringan(isi: tuple[Konteks, int, list[int]]) -> None:
    k = isi[0]
    buku = cetak_induk(k, 202611, SaringanInduk(jk="P", umur_dari=20))
    assert "perempuan" in buku.catatan[0]
    assert len(buku.baris) == 1
