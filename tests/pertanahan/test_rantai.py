"""Chains of acts keep every sum exact and are undone exactly."""

import pytest
from sqlalchemy import text

from desa_app.kasus import Konteks
from tests.pertanahan.bahan import warga
from tests.pertanahan.rantai import jalani, langgar


@pytest.mark.parametrize("kelompok", range(20))
def test_rantai_acak(desa: Konteks, kelompok: int) -> None:
    orang = warga(desa, 4)
    berhasil = 0
    for benih in range(kelompok * 2, kelompok * 2 + 2):
        rantai = jalani(desa, orang, benih, langkah=8)
        berhasil += 8 - rantai.ditolak
    assert berhasil > 5


def test_bagian_yang_dirusak_ketahuan(desa: Konteks) -> None:
    """The control: a share that is changed behind the program's back is seen."""
    orang = warga(desa, 2)
    jalani(desa, orang, 1, langkah=2)
    with desa.basis.tulis() as sesi:
        sesi.execute(text("UPDATE bagian_pemilik SET penyebut = penyebut + 1 WHERE id = 1"))
        assert langgar(sesi)
