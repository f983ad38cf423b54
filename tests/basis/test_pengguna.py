"""Accounts: no default, waiting after wrong passwords, one Admin remains."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.engine import Database, buat_engine
from desa_app.errors import DesaError, ValidationFailed
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import (
    GagalMasuk,
    PenggunaBaru,
    buat_pengguna,
    daftar_pengguna,
    ganti_sandi,
    masuk,
    setel_ulang_sandi,
    ubah_keaktifan,
)
from desa_app.keamanan.sandi import buat_sidik_sandi, periksa_sandi_baru, sandi_cocok
from desa_app.waktu import jam_tetap
from tests.conftest import SANDI

AWAL = dt.datetime(2026, 11, 21, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def pada(k: Konteks, detik: int) -> Konteks:
    return replace(k, jam=jam_tetap(AWAL + dt.timedelta(seconds=detik)))


def test_masuk_dan_salah_sandi(desa: Konteks) -> None:
    assert masuk(desa, " Dewi ", SANDI).nama == "Dewi Lestari"
    with pytest.raises(GagalMasuk, match="salah"):
        masuk(desa, "dewi", "bukan ini")
    with pytest.raises(GagalMasuk, match="salah"):
        masuk(desa, "tidakada", SANDI)


def test_tunggu_makin_lama_tidak_selamanya(desa: Konteks) -> None:
    for _ in range(5):
        with pytest.raises(GagalMasuk):
            masuk(pada(desa, _ * 10), "dewi", "salah")
    with pytest.raises(GagalMasuk, match="Tunggu") as galat:
        masuk(pada(desa, 41), "dewi", SANDI)
    assert 0 < galat.value.tunggu <= 60
    with pytest.raises(GagalMasuk) as mundur:
        masuk(pada(desa, -86400), "dewi", SANDI)
    assert mundur.value.tunggu <= 60
    assert masuk(pada(desa, 41 + 61), "dewi", SANDI)


def test_satu_admin_harus_tetap_ada(desa: Konteks) -> None:
    dewi = daftar_pengguna(desa)[0]
    with pytest.raises(DesaError, match="satu Admin"):
        ubah_keaktifan(desa, dewi.id, aktif=False)
    buat_pengguna(desa, PenggunaBaru("budi", "Budi", "sawah hijau luas", ("admin",)))
    ubah_keaktifan(desa, dewi.id, aktif=False)
    with pytest.raises(GagalMasuk):
        masuk(desa, "dewi", SANDI)


def test_semua_kekurangan_disebut_sekaligus(desa: Konteks) -> None:
    with pytest.raises(ValidationFailed) as galat:
        buat_pengguna(desa, PenggunaBaru("de wi", "", "pendek", ()))
    assert {i.field for i in galat.value.issues} == {"nama_masuk", "nama", "peran", "sandi"}


def test_ganti_dan_setel_ulang_sandi(desa: Konteks) -> None:
    ganti_sandi(desa, SANDI, "kopi susu sore hari")
    assert masuk(desa, "dewi", "kopi susu sore hari")
    with pytest.raises(ValidationFailed, match="lama tidak cocok"):
        ganti_sandi(desa, SANDI, "apa saja boleh")
    setel_ulang_sandi(desa, 1, SANDI)
    assert masuk(desa, "dewi", SANDI)


@pytest.mark.parametrize("sandi", ["", "pendek1", "12345678", "password", "dewilestari"])
def test_sandi_lemah_ditolak(sandi: str) -> None:
    with pytest.raises(ValidationFailed):
        periksa_sandi_baru(sandi, "dewilestari")


def test_sidik_sandi_bukan_sandi() -> None:
    sidik = buat_sidik_sandi(SANDI)
    assert SANDI not in sidik
    assert sidik.startswith("$argon2id$")
    assert sandi_cocok(sidik, SANDI)
    assert not sandi_cocok(sidik, SANDI + "x")


@settings(deadline=None, max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=40))
def test_sandi_panjang_apa_pun_boleh(sandi: str) -> None:
    periksa_sandi_baru(sandi + " sawah")
    assert sandi_cocok(buat_sidik_sandi(sandi), sandi)


def test_jam_mundur_setahun_tidak_mengunci(desa: Konteks) -> None:
    """After wrong tries somebody sets the clock back: the wait starts anew and ends within a minute."""
    setahun = 365 * 86400
    for n in range(4):
        with pytest.raises(GagalMasuk):
            masuk(pada(desa, n * 10), "dewi", "salah sekali")
    with pytest.raises(GagalMasuk, match="Tunggu"):
        masuk(pada(desa, -setahun), "dewi", SANDI)
    assert masuk(pada(desa, 61 - setahun), "dewi", SANDI).nama == "Dewi Lestari"


def test_tunggu_bertahan_sesudah_program_dibuka_lagi(desa: Konteks) -> None:
    """The wait is kept in the file: closing and opening the program does not shorten it."""
    for _ in range(3):
        with pytest.raises(GagalMasuk):
            masuk(desa, "dewi", "salah sekali")
    desa.basis.tutup()
    lagi = replace(desa, basis=Database(buat_engine(desa.basis.folder / "desa.db")))
    with pytest.raises(GagalMasuk, match="Tunggu"):
        masuk(lagi, "dewi", SANDI)
    lagi.basis.tutup()
