"""Residents and parcels for the tests of land."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from db.models import Penduduk
from desa_app.kasus import Konteks
from desa_app.kependudukan.acara.awal import catat_awal
from desa_app.kependudukan.acara.bagian import TempatKeluarga
from desa_app.kependudukan.acara.datang import Pendatang
from desa_app.pertanahan.bidang import catat_bidang
from desa_app.pertanahan.isian import BagianMasuk
from desa_app.pertanahan.pemilik import BADAN, DESA, WARGA_LUAR, PemilikMasuk

LUAR = PemilikMasuk(jenis=WARGA_LUAR, nama="Bambang Sutejo", no_identitas="9902010101700001", alamat="Kota")
BADAN_A = PemilikMasuk(jenis=BADAN, nama="PT Tani Maju (Persero) 2", no_identitas="NIB 9120001")
MILIK_DESA = PemilikMasuk(jenis=DESA)


def warga(k: Konteks, banyak: int = 3, dusun: str = "KRAJAN") -> list[PemilikMasuk]:
    """New residents, each the head of a family, as owners."""
    with k.basis.baca() as sesi:
        ada = len(sesi.scalars(select(Penduduk.id)).all())
    hasil = []
    for n in range(ada + 1, ada + banyak + 1):
        orang = {
            "nama": f"Warga {chr(64 + n)}", "nik": f"99010201017{n:05}", "jk": "L",
            "tanggal_lahir": dt.date(1970, 1, 1), "warga_negara": 1,
        }  # fmt: skip
        catat_awal(
            k,
            anggota=[Pendatang(orang, 1)],
            tempat=TempatKeluarga(f"99010201020{n:05}", dusun=dusun, rt="001"),
        )
        hasil.append(PemilikMasuk(nik=str(orang["nik"])))
    return hasil


def bidang(k: Konteks, *pemilik: PemilikMasuk, **isian: Any) -> int:
    """A parcel of 1.000 m² MA, sawah, in equal shares, unless told otherwise."""
    bagian = Fraction(1, len(pemilik))
    dasar: Mapping[str, Any] = {"luas": "1.000", "hak": "MA", "dusun": "Krajan"}
    if not any(x.startswith("guna") for x in isian):
        dasar = {**dasar, "guna": "sawah"}
    return catat_bidang(k, {**dasar, **isian}, [BagianMasuk(p, bagian) for p in pemilik])
