"""Chains of acts keep every sum exact and are undone exactly."""

import pytest
from sqlalchemy import text

from desa_app.kasus import Konteks
from desa_app.pertanahan.mutasi import batal
from tests.pertanahan.bahan import warga
from tests.pertanahan.rantai import Rantai, jalani, langgar


@pytest.mark.parametrize("kelompok", range(10))
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


def test_pembatalan_yang_lalai_ketahuan(desa: Konteks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of undo: one that brings nothing back is seen at its first step."""
    rantai = Rantai(desa, warga(desa, 3), 3)
    rantai.awal()
    while not rantai.jejak:
        rantai.langkah()
    monkeypatch.setattr(batal, "kembalikan", lambda *_: None)
    with pytest.raises(AssertionError):
        rantai.mundur()
