"""SPM Desa of the practice village: a plan in its third year, activities as a real office leaves them."""

import datetime as dt
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.models import DasarTarget, KegiatanSpm, SaranaSpm, Setelan
from desa_app.kasus import Transaksi
from desa_app.spm.dasar import Hitungan, dasar_target
from desa_app.spm.rencana import (
    SATUAN_ASPEK,
    Langkah,
    bagi_menurut,
    langkah_aspek,
    rentang_langkah,
    target_triwulan,
)
from desa_app.spm.setelan import KUNCI

PETUGAS = "Bagus Setiaji"
SARANA = ("ada", "ada", "belum", "ada", "rusak", "ada", "ada")
"""State of the seven facilities, in their order."""
_BAGIAN_LALU, _BAGIAN_KINI, _BAGIAN_TERTINGGAL = 100, 38, 71
"""Per cent of the target reached: in past quarters, in the running one, in the one that is late."""
_ASPEK_TERTINGGAL = "kependudukan"
"""The plan whose last past quarter is late."""


def isi_spm_contoh(t: Transaksi, hari_ini: dt.date) -> None:
    """Start year two years back, facilities, and activities up to today. Opening stock must be there."""
    mulai = hari_ini.year - 2
    t.sesi.add(Setelan(kunci=KUNCI, nilai={"tahun_mulai": mulai, "sk_nomor": f"4 TAHUN {mulai}"}))
    for nomor, keadaan in enumerate(SARANA, 1):
        t.sesi.add(SaranaSpm(nomor=nomor, keadaan=keadaan))
    t.sesi.flush()
    _tetapkan_dasar(t, mulai, hari_ini)
    baris = _kegiatan(t.sesi, mulai, hari_ini)
    umum = {"petugas": PETUGAS, "dicatat_oleh": "Dewi Lestari", "dicatat_saat": t.konteks.jam.sekarang()}
    t.sesi.execute(insert(KegiatanSpm), [{**umum, **isi} for isi in baris])


def _tetapkan_dasar(t: Transaksi, mulai: int, hari_ini: dt.date) -> None:
    """Fix the base of every year by the decision, so that later events do not unfinish a quarter."""
    ingat: Hitungan = {}
    for aspek in SATUAN_ASPEK:
        for tahun in range(mulai, hari_ini.year + 1):
            if basis := dasar_target(t.sesi, aspek, tahun, hari_ini, ingat).jumlah:
                t.sesi.add(
                    DasarTarget(
                        aspek=aspek, tahun=tahun, basis=basis, oleh="Dewi Lestari",
                        alasan=f"Keputusan Kepala Desa Nomor 4 Tahun {mulai}", saat=t.konteks.jam.sekarang(),
                    )
                )  # fmt: skip
    t.sesi.flush()


def _kegiatan(sesi: Session, mulai: int, hari_ini: dt.date) -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = []
    ingat: Hitungan = {}
    for aspek in SATUAN_ASPEK:
        for isi in langkah_aspek(aspek):
            semua = [mulai + isi.tahun_ke - 1] if isi.tahun_ke else range(mulai, hari_ini.year + 1)
            for tahun in semua:
                rentang = rentang_langkah(isi, tahun)
                if isi.triwulan and rentang[0] <= hari_ini:
                    hasil += _satu_langkah(sesi, isi, tahun, hari_ini, ingat)
    return hasil


def _satu_langkah(
    sesi: Session, isi: Langkah, tahun: int, hari_ini: dt.date, ingat: Hitungan
) -> list[dict[str, Any]]:
    """What the office did for one step of one year."""
    rentang = rentang_langkah(isi, tahun)
    tanggal = min(rentang[0] + dt.timedelta(days=33), hari_ini)
    dasar = {"langkah": isi.kode, "tahun": tahun, "tanggal": tanggal}
    if not isi.berbagian or not isi.triwulan:
        return [{**dasar, "tuntas": True, "jumlah": 0, "dusun_id": None}]
    basis = dasar_target(sesi, isi.aspek, tahun, hari_ini, ingat)
    target = target_triwulan(basis.jumlah, isi.triwulan) * _bagian(isi.aspek, rentang, hari_ini) // 100
    return [
        {**dasar, "tuntas": False, "jumlah": jumlah, "dusun_id": dusun}
        for dusun, jumlah in bagi_menurut(target, basis.per_dusun).items()
        if jumlah
    ]


def _bagian(aspek: str, rentang: tuple[dt.date, dt.date], hari_ini: dt.date) -> int:
    if rentang[1] >= hari_ini:
        return _BAGIAN_KINI
    baru_lewat = (hari_ini - rentang[1]).days < 92 and hari_ini.month > 3
    return _BAGIAN_TERTINGGAL if baru_lewat and aspek == _ASPEK_TERTINGGAL else _BAGIAN_LALU
