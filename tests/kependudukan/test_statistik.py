"""Statistics: sums equal the books, names equal the figures, on any day."""

import datetime as dt
from dataclasses import replace

import pytest

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.hitung import jumlah_tanggal
from desa_app.kependudukan.statistik import (
    KELOMPOK,
    TAK_TERISI,
    cetak_statistik,
    nama_statistik,
    statistik,
)
from desa_app.spm.indikator import hitung_indikator
from tests.kependudukan.desa_kecil import desa_acak

HARI_INI = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory, berkas_kosong: object) -> Konteks:
    import shutil

    from db.engine import Database, buat_engine
    from desa_app.waktu import jam_tetap

    berkas = tmp_path_factory.mktemp("statistik") / "desa.db"
    shutil.copy(str(berkas_kosong), berkas)
    k = Konteks(Database(buat_engine(berkas)), jam_tetap(HARI_INI))
    isi_desa_contoh(k, 300, 5)
    return k.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes",)))


@pytest.mark.parametrize("kunci", list(KELOMPOK))
def test_nama_sebanyak_angka(contoh: Konteks, kunci: str) -> None:
    tabel = statistik(contoh, kunci, HARI_INI)
    semua = jumlah_tanggal(contoh, HARI_INI)
    if kunci != "kia":
        assert (tabel.jumlah.l, tabel.jumlah.p) == (semua.l, semua.p)
    for baris in tabel.baris:
        for jk, angka in (("L", baris.l), ("P", baris.p), ("", baris.jumlah)):
            nama = nama_statistik(contoh, kunci, HARI_INI, kategori=baris.kategori, jk=jk)
            assert len(nama) == angka
    assert len(nama_statistik(contoh, kunci, HARI_INI)) == tabel.jumlah.jumlah


def test_dusun_berjumlah_semua(contoh: Konteks) -> None:
    dusun = statistik(contoh, "dusun", HARI_INI)
    from desa_app.desa import daftar_dusun

    for (id_, nama), baris in zip(daftar_dusun(contoh), dusun.baris, strict=True):
        assert baris.kategori == nama
        assert statistik(contoh, "agama", HARI_INI, id_).jumlah.jumlah == baris.jumlah


def test_ktp_sama_dengan_indikator(contoh: Konteks) -> None:
    nilai = hitung_indikator(contoh)[0]
    baris = {b.kategori: b.jumlah for b in statistik(contoh, "ktp", HARI_INI).baris}
    assert baris["Wajib KTP-el, sudah punya"] == nilai.pembilang
    assert baris["Wajib KTP-el, sudah punya"] + baris["Wajib KTP-el, belum punya"] == nilai.penyebut


def test_cetakan(contoh: Konteks) -> None:
    tabel, buku = statistik(contoh, "piramida", HARI_INI), cetak_statistik(contoh, "piramida", HARI_INI)
    assert [b[1] for b in buku.baris] == [b.kategori for b in tabel.baris]
    assert buku.jumlah is not None
    assert buku.jumlah[4] == str(tabel.jumlah.jumlah)
    assert buku.judul[0] == "STATISTIK PENDUDUK MENURUT PIRAMIDA PENDUDUK"
    assert TAK_TERISI not in {b.kategori for b in tabel.baris if b.jumlah == 0}


def test_sejarah_acak_pada_tanggal(desa: Konteks) -> None:
    juru = desa_acak(desa, 21, 4)
    for _ in range(3):
        for _ in range(6):
            juru.langkah()
        pada = juru.kalender.hari
        jumlah = jumlah_tanggal(juru.k, pada).jiwa
        for kunci in ("umur", "pekerjaan"):
            assert statistik(juru.k, kunci, pada).jumlah.jumlah == jumlah
            assert len(nama_statistik(juru.k, kunci, pada)) == jumlah
        juru.ke_bulan_berikut()
    assert statistik(juru.k, "umur", dt.date(2024, 12, 31)).jumlah.jumlah == 0


def test_tidak_dikenal(desa: Konteks) -> None:
    with pytest.raises(TidakDitemukan):
        statistik(replace(desa), "zodiak", HARI_INI)
