"""The practice village: same seed, same village; families that fit together; books that balance."""

import collections
import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from db.models import Keluarga, Mutasi, Penduduk
from db.queries.penduduk import posisi_pada
from desa_app.contoh.isi import isi_desa_contoh
from desa_app.contoh.pembuat import DesaContoh, buat_desa_contoh
from desa_app.desa import identitas_desa
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import masuk
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.waktu import umur

HARI_INI, PADA = dt.date(2026, 11, 21), dt.date(2026, 8, 1)
BENIH = st.integers(0, 10_000)


def buat(penduduk: int, benih: int) -> DesaContoh:
    return buat_desa_contoh(penduduk, benih, HARI_INI, PADA)


def ringkas(contoh: DesaContoh) -> list[tuple[object, ...]]:
    return [
        (k.no_kk, k.rt, k.alamat, o.nama, o.nik, o.tanggal_lahir, o.pekerjaan, o.ktp_el, o.nama_ibu)
        for k in contoh.keluarga
        for o in k.anggota
    ]


def test_benih_sama_desa_sama() -> None:
    assert ringkas(buat(400, 7)) == ringkas(buat(400, 7))
    assert ringkas(buat(400, 7)) != ringkas(buat(400, 8))


@settings(deadline=None, max_examples=30)
@given(BENIH, st.integers(50, 700))
def test_keluarga_utuh_dan_jumlah_tepat(benih: int, penduduk: int) -> None:
    contoh = buat(penduduk, benih)
    assert len(contoh.orang) == penduduk
    for k in contoh.keluarga:
        assert [o.shdk for o in k.anggota].count(1) == 1, "tepat satu kepala"
        assert k.anggota[0].shdk == 1
        pasangan = [o for o in k.anggota if o.shdk in {2, 3}]
        assert len(pasangan) <= 1
        for o in pasangan:
            assert o.jk == "P"
            assert k.anggota[0].jk == "L"
            assert o.status_kawin in {2, 3}
            assert k.anggota[0].tgl_kawin == o.tgl_kawin
        assert (umur(k.anggota[0].tanggal_lahir, HARI_INI) or 0) >= 17
        assert len(k.no_kk) == 16
    no_kk = [k.no_kk for k in contoh.keluarga]
    assert len(set(no_kk)) == len(no_kk)


@settings(deadline=None, max_examples=30)
@given(BENIH)
def test_orang_tua_dan_anak(benih: int) -> None:
    contoh = buat(400, benih)
    tertanam = {id(o): kode for kode, o in contoh.anomali}
    for o in contoh.orang:
        assert o.tanggal_lahir <= PADA
        for tua, nama, jk in ((o.ayah, o.nama_ayah, "L"), (o.ibu, o.nama_ibu, "P")):
            if tua is None:
                continue
            assert tua.jk == jk
            assert tua.nama == nama
            assert tua.tanggal_lahir < o.tanggal_lahir
            if tertanam.get(id(o)) != "JARAK_ORTU_ANAK":
                beda = (o.tanggal_lahir - tua.tanggal_lahir).days / 365.25
                assert beda >= 15
                assert jk == "L" or beda <= 50
        if o.status_kawin != 1 and tertanam.get(id(o)) != "KAWIN_DI_BAWAH_17":
            assert (umur(o.tanggal_lahir, PADA) or 0) >= 19
        if o.tgl_kawin:
            assert (umur(o.tanggal_lahir, o.tgl_kawin) or 0) >= 19
            assert o.tgl_kawin <= PADA
        if tertanam.get(id(o)) != "NAMA_SATU_KATA":
            assert len(o.nama.split()) >= 2
        if tertanam.get(id(o)) != "NAMA_IBU_KOSONG":
            assert o.nama_ibu


@settings(deadline=None, max_examples=30)
@given(BENIH)
def test_nik_sah_kecuali_yang_ditanam(benih: int) -> None:
    contoh = buat(400, benih)
    ganjil = {id(o): kode for kode, o in contoh.anomali if kode.startswith("NIK")}
    semua_nik = [o.nik for o in contoh.orang]
    assert len(set(semua_nik)) == len(semua_nik)
    for o in contoh.orang:
        assert o.nik is not None
        assert len(o.nik) == 16
        assert o.nik.isdigit()
        cocok = o.nik[:6] == "990102" and o.nik[6:12] == (
            f"{o.tanggal_lahir.day + (40 if o.jk == 'P' else 0):02}{o.tanggal_lahir:%m%y}"
        )
        assert cocok == (id(o) not in ganjil)
        assert o.nik[12:] != "0000"


@settings(deadline=None, max_examples=15)
@given(BENIH)
def test_anomali_sekitar_satu_persen_dan_benar_ada(benih: int) -> None:
    contoh = buat(1000, benih)
    assert 5 <= len(contoh.anomali) <= 10
    cek: dict[str, Callable[[Any], bool]] = {
        "NIK_SEMENTARA": lambda o: o.nik.startswith("0"),
        "NAMA_SATU_KATA": lambda o: len(o.nama.split()) == 1,
        "NAMA_IBU_KOSONG": lambda o: not o.nama_ibu,
        "KAWIN_DI_BAWAH_17": lambda o: (umur(o.tanggal_lahir, HARI_INI) or 0) < 17 and o.status_kawin != 1,
        "NIK_BEDA_JK": lambda o: (int(o.nik[6:8]) > 40) != (o.jk == "P"),
        "NIK_BEDA_TGL_LAHIR": lambda o: int(o.nik[6:8]) % 40 != o.tanggal_lahir.day,
        "JARAK_ORTU_ANAK": lambda o: (o.tanggal_lahir - o.ibu.tanggal_lahir).days < 15 * 365,
    }
    for kode, o in contoh.anomali:
        assert cek[kode](o), kode


def test_campuran_seperti_desa_sungguhan() -> None:
    orang = buat(3000, 1).orang
    wajib = [o for o in orang if (umur(o.tanggal_lahir, HARI_INI) or 0) >= 17 or o.status_kawin != 1]
    punya = sum(o.ktp_el == 2 for o in wajib)
    assert 0.74 < punya / len(wajib) < 0.88
    laki = sum(o.jk == "L" for o in orang)
    assert 0.45 < laki / len(orang) < 0.55
    anak = sum((umur(o.tanggal_lahir, HARI_INI) or 0) < 15 for o in orang)
    assert 0.15 < anak / len(orang) < 0.35
    assert len({o.pekerjaan for o in orang}) >= 15
    assert len({o.agama for o in orang}) >= 4
    ukuran = collections.Counter(len(k.anggota) for k in buat(3000, 1).keluarga)
    assert len(ukuran) >= 6


def test_masuk_ke_basis_seimbang(kosong: Konteks) -> None:
    langkah: list[tuple[int, int]] = []
    hasil = isi_desa_contoh(kosong, 500, 3, lambda a, b: langkah.append((a, b)))
    identitas = identitas_desa(kosong)
    assert identitas is not None
    assert identitas.latihan
    assert identitas.bulan_awal == 202608
    assert langkah[-1] == (500, 500)
    with kosong.baca() as sesi:
        assert sesi.scalar(select(func.count()).select_from(Penduduk)) == 500
        assert sesi.scalar(select(func.sum(Mutasi.arah))) == 500
        assert sesi.scalar(select(func.count()).select_from(Keluarga)) == hasil.keluarga
        assert len(sesi.execute(posisi_pada(PADA)).all()) == 500
        assert not sesi.execute(posisi_pada(PADA - dt.timedelta(days=1))).all()
        ada = set(sesi.scalars(select(Penduduk.nik)))
        assert {nik for _, nik in hasil.anomali} <= ada
        nik_orang_tua = set(sesi.scalars(select(Penduduk.nik_ibu).where(Penduduk.nik_ibu != "")))
        assert nik_orang_tua <= ada
    for pengguna in hasil.pengguna:
        assert masuk(kosong, pengguna.nama_masuk, pengguna.sandi).peran == pengguna.peran


def test_ditolak_bila_sudah_berisi(desa: Konteks) -> None:
    with pytest.raises(DesaError, match="sudah berisi desa"):
        isi_desa_contoh(desa, 50)
    with desa.baca() as sesi:
        assert not sesi.scalar(select(func.count()).select_from(Penduduk))


def test_ditolak_bila_jumlah_di_luar_batas(kosong: Konteks) -> None:
    for jumlah in (0, 49, 100_001):
        with pytest.raises(ValidationFailed):
            isi_desa_contoh(kosong, jumlah)
    assert identitas_desa(kosong) is None


def test_berhenti_di_tengah_tidak_menyimpan_apa_pun(kosong: Konteks) -> None:
    def hentikan(_selesai: int, _semua: int) -> None:
        raise DesaError("dihentikan")

    with pytest.raises(DesaError, match="dihentikan"):
        isi_desa_contoh(kosong, 60, kemajuan=hentikan)
    assert identitas_desa(kosong) is None


def test_kolom_orang_ada_di_tabel() -> None:
    from desa_app.contoh.orang import KOLOM, Orang

    kolom = set(Penduduk.__table__.columns.keys())
    assert set(KOLOM) <= kolom
    assert set(KOLOM) <= {f.name for f in dataclasses.fields(Orang)}


def test_teks_cari() -> None:
    assert teks_cari("SITI Nur'aini", "12", "34", "Pak A.", "", "Iin") == "siti nuraini iin 12 34 pak a"


def test_rencana_spm_contoh_berjalan(kosong: Konteks) -> None:
    from desa_app.kasus import Pelaku
    from desa_app.spm.papan import papan_triwulan
    from desa_app.spm.rencana import Status

    isi_desa_contoh(kosong, 300, 3)
    papan = papan_triwulan(kosong.sebagai(Pelaku(1, "Dewi Lestari", ("sekdes",))))
    assert papan.tahun_mulai == 2024
    status = {(s.langkah.kode, s.tahun): s.status for s in papan.aspek[0].tahun[2].sel}
    assert list(status.values()) == [Status.SELESAI, Status.SELESAI, Status.TERLAMBAT, Status.BERJALAN]
    assert papan.aspek[0].tahun[0].per_seribu == 1000
