"""Search as officers type: the name first, then parents and numbers, every word must fit."""

import datetime as dt

import pytest

from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.awal import catat_awal
from desa_app.kependudukan.acara.bagian import TempatKeluarga
from desa_app.kependudukan.acara.datang import Pendatang
from desa_app.kependudukan.cari import cari_warga
from tests.kependudukan.desa_kecil import no_kk, orang


@pytest.fixture
def warga(desa: Konteks) -> Konteks:
    isi = [
        ("AGUS SALIM", "SITI AMINAH", 1), ("SITI AMINAH", "PONIRAH", 3), ("BUDI SITINJAK", "RUKMI", 4),
        ("NUR'AINI", "SITI AMINAH", 4),
    ]  # fmt: skip
    anggota = [
        Pendatang(orang(n, "P" if shdk == 3 else "L", dt.date(1980 + n, 1, 2), nama=nama, nama_ibu=ibu), shdk)
        for n, (nama, ibu, shdk) in enumerate(isi, 1)
    ]
    catat_awal(desa, anggota=anggota, tempat=TempatKeluarga(no_kk(5), "KRAJAN"))
    return desa


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("siti", ["SITI AMINAH", "AGUS SALIM", "BUDI SITINJAK", "NUR'AINI"]),
        ("aminah siti", ["AGUS SALIM", "NUR'AINI", "SITI AMINAH"]),
        ("nuraini", ["NUR'AINI"]),
        ("Nur'Aini", ["NUR'AINI"]),
        ("9901020101200005", ["AGUS SALIM", "BUDI SITINJAK", "NUR'AINI", "SITI AMINAH"]),
        ("990102420182", ["SITI AMINAH"]),
        ("agus rukmi", []),
        ("   ", []),
        ("%_' OR 1=1 --", []),
    ],
)
def test_cari(warga: Konteks, teks: str, nama: list[str]) -> None:
    assert [w.nama for w in cari_warga(warga, teks)] == nama


def test_batas(warga: Konteks) -> None:
    assert [w.nama for w in cari_warga(warga, "siti", 2)] == ["SITI AMINAH", "AGUS SALIM"]
