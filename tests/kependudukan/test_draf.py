"""Drafts: kept for their owner, handed in, given back, booked."""

import pytest

from desa_app.draf import (
    ajukan_draf,
    buang_draf,
    draf_diajukan,
    draf_saya,
    kembalikan_draf,
    selesaikan_draf,
    simpan_draf,
)
from desa_app.errors import TidakBerwenang, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Pelaku
from desa_app.kependudukan.pekerjaan import pekerjaan_penduduk
from tests.kependudukan.desa_kecil import keluarga_awal

KASI = Pelaku(9, "Rina Wulandari", ("kasi_pelayanan",))
KADES = Pelaku(8, "Ahmad Fauzi", ("kades",))
ISI = {"form": {"nama": "BAYI", "tgl_peristiwa": "10-11-2026"}}


def test_disimpan_lalu_diganti(desa: Konteks) -> None:
    nomor = simpan_draf(desa, "lahir", ISI, ringkasan="Kelahiran BAYI")
    assert simpan_draf(desa, "lahir", {**ISI, "x": 1}, draf_id=nomor) == nomor
    draf = draf_saya(desa, "lahir")
    assert draf is not None
    assert draf.isian == {**ISI, "x": 1}
    assert draf_saya(desa.sebagai(KASI), "lahir") is None
    assert draf_saya(desa, "mati") is None
    buang_draf(desa.sebagai(KASI), nomor)
    assert draf_saya(desa, "lahir") is not None
    buang_draf(desa, nomor)
    buang_draf(desa, nomor)
    assert draf_saya(desa, "lahir") is None


def test_diajukan_dikembalikan_dicatat(desa: Konteks) -> None:
    keluarga_awal(desa, 1)
    kasi = desa.sebagai(KASI)
    nomor = simpan_draf(kasi, "lahir", ISI)
    assert ajukan_draf(kasi, "lahir", ISI, ringkasan="Kelahiran BAYI", draf_id=nomor) == nomor
    (draf,) = draf_diajukan(desa)
    assert (draf.nama_pemilik, draf.ringkasan) == ("Rina Wulandari", "Kelahiran BAYI")
    assert any("draf" in p.tanda for p in pekerjaan_penduduk(desa))
    assert draf_saya(kasi, "lahir") is None
    with pytest.raises(ValidationFailed):
        kembalikan_draf(desa, nomor, " ")
    kembalikan_draf(desa, nomor, "nama ibu belum ada")
    kembali = draf_saya(kasi, "lahir")
    assert kembali is not None
    assert kembali.catatan == "nama ibu belum ada"
    assert not draf_diajukan(desa)
    ajukan_draf(kasi, "lahir", ISI, ringkasan="", draf_id=nomor)
    selesaikan_draf(desa, nomor)
    with pytest.raises(TidakDitemukan):
        selesaikan_draf(desa, nomor)


def test_wewenang(desa: Konteks) -> None:
    with pytest.raises(TidakBerwenang):
        simpan_draf(desa.sebagai(KADES), "lahir", ISI)
    with pytest.raises(TidakBerwenang):
        draf_diajukan(desa.sebagai(KASI))


def test_draf_yang_diajukan_tidak_tertimpa(desa: Konteks) -> None:
    nomor = ajukan_draf(desa, "lahir", ISI, ringkasan="satu")
    lain = simpan_draf(desa, "lahir", {"form": {}}, draf_id=nomor)
    assert lain != nomor
    assert draf_diajukan(desa)[0].isian == ISI
