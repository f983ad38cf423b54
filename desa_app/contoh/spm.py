"""SPM Desa of the practice village: a plan in its third year, activities as a real office leaves them."""

import datetime as dt
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.models import KegiatanSpm, SaranaSpm, Setelan
from desa_app.kasus import Transaksi
from desa_app.spm.dasar import Hitungan, dasar_target
from desa_app.spm.rencana import bagi_menurut, langkah_aspek, rentang_langkah, tahun_langkah, target_triwulan
from desa_app.spm.setelan import KUNCI

PETUGAS = "Bagus Setiaji"
SARANA = ("ada", "ada", "belum", "ada", "rusak", "ada", "ada")
"""State of the seven facilities, in their order."""
_BAGIAN_LALU, _BAGIAN_KINI, _BAGIAN_TERTINGGAL = 100, 38, 71
"""Per cent of the target reached: in past quarters, in the running one, in the one before it."""


def isi_spm_contoh(t: Transaksi, hari_ini: dt.date) -> None:
    """Start year two years back, facilities, and activities up to today. Opening stock must be there."""
    mulai = hari_ini.year - 2
    t.sesi.add(Setelan(kunci=KUNCI, nilai={"tahun_mulai": mulai, "sk_nomor": f"4 TAHUN {mulai}"}))
    for nomor, keadaan in enumerate(SARANA, 1):
        t.sesi.add(SaranaSpm(nomor=nomor, keadaan=keadaan))
    t.sesi.flush()
    baris = _kegiatan(t.sesi, mulai, hari_ini)
    umum = {"petugas": PETUGAS, "dicatat_oleh": "Dewi Lestari", "dicatat_saat": t.konteks.jam.sekarang()}
    t.sesi.execute(insert(KegiatanSpm), [{**umum, **isi} for isi in baris])


def _kegiatan(sesi: Session, mulai: int, hari_ini: dt.date) -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = []
    ingat: Hitungan = {}
    for aspek in ("kependudukan", "pemahaman_masyarakat"):
        for isi in langkah_aspek(aspek):
            tahun = tahun_langkah(isi, mulai, hari_ini.year)
            rentang = rentang_langkah(isi, tahun)
            if rentang[0] > hari_ini or not isi.triwulan:
                continue
            tanggal = min(rentang[0] + dt.timedelta(days=33), hari_ini)
            dasar = {"langkah": isi.kode, "tahun": tahun, "tanggal": tanggal}
            if not isi.berbagian:
                hasil.append({**dasar, "tuntas": True, "jumlah": 0, "dusun_id": None})
                continue
            bagian = _bagian(rentang, hari_ini)
            basis = dasar_target(sesi, aspek, tahun, hari_ini, ingat)
            target = target_triwulan(basis.jumlah, isi.triwulan) * bagian // 100
            hasil += [
                {**dasar, "tuntas": False, "jumlah": jumlah, "dusun_id": dusun}
                for dusun, jumlah in bagi_menurut(target, basis.per_dusun).items()
                if jumlah
            ]
    return hasil


def _bagian(rentang: tuple[dt.date, dt.date], hari_ini: dt.date) -> int:
    if rentang[1] >= hari_ini:
        return _BAGIAN_KINI
    baru_lewat = (hari_ini - rentang[1]).days < 92 and hari_ini.month > 3
    return _BAGIAN_TERTINGGAL if baru_lewat else _BAGIAN_LALU
