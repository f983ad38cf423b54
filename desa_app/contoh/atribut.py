"""What follows from age, sex and family: schooling, work, documents of a practice resident."""

import datetime as dt
import random

from desa_app.contoh.keluarga import BELUM, CERAI_HIDUP, KAWIN, TAHUN
from desa_app.contoh.nama import isi_nama
from desa_app.contoh.orang import Orang
from desa_app.waktu import umur

# (codes, weights) of occupations for grown people, codes.json `pekerjaan`
_KERJA_L = (
    (9, 20, 19, 88, 15, 84, 81, 26, 27, 13, 5, 65, 10, 35, 18, 85, 6, 7, 1),
    (30, 13, 12, 12, 11, 5, 4, 3, 2, 3, 2, 1, 2, 1, 1, 1, 0.4, 0.4, 2),
)
_KERJA_P = (
    (2, 9, 20, 84, 88, 15, 30, 5, 65, 73, 74, 18, 85, 19),
    (52, 11, 7, 8, 6, 7, 2, 1.5, 2, 0.5, 0.5, 1, 0.5, 1),
)
_KERJA_TUA = ((9, 1, 4, 2, 84, 20), (44, 28, 7, 0, 6, 15))
_SEKOLAH = {
    # education of grown people by age: from younger to older, fewer years at school
    30: ((3, 4, 5, 6, 7, 8, 9), (6, 18, 54, 2, 6, 13.5, 0.5)),
    45: ((2, 3, 4, 5, 6, 7, 8, 9), (2, 19, 26, 39, 2, 4, 7.5, 0.5)),
    60: ((1, 2, 3, 4, 5, 6, 8), (3, 9, 42, 20, 20, 1, 5)),
    200: ((1, 2, 3, 4, 5, 8), (17, 25, 42, 8, 6, 2)),
}
_BELUM_CETAK = ((2, 3, 5, 7), (34, 24, 24, 18))


def lengkapi(acak: random.Random, orang: Orang, hari_ini: dt.date, kecamatan: str) -> None:
    """Fill everything that depends on the age of `hari_ini`; may be called again after a change of birth."""
    usia = umur(orang.tanggal_lahir, hari_ini) or 0
    _sekolah_kerja(acak, orang, usia)
    _ktp(acak, orang, usia, hari_ini, kecamatan)
    _diri(acak, orang, usia)
    _akta(acak, orang, usia, hari_ini)


def _sekolah_kerja(acak: random.Random, orang: Orang, usia: int) -> None:
    if usia < 7:
        orang.pendidikan, orang.pekerjaan = 1, 1
        orang.pendidikan_sedang = 1 if usia < 4 else 2
        return
    if usia < 19:
        orang.pendidikan = 2 if usia < 13 else 3 if usia < 16 else 4
        orang.pendidikan_sedang = 4 if usia < 13 else 6 if usia < 16 else 7
        orang.pekerjaan = 3
        if orang.status_kawin != BELUM:
            orang.pendidikan_sedang, orang.pekerjaan = 18, 2 if orang.jk == "P" else 20
        return
    batas = next(b for b in _SEKOLAH if usia < b)
    orang.pendidikan = acak.choices(*_SEKOLAH[batas])[0]
    orang.pendidikan_sedang = 18
    if usia < 23:
        orang.pendidikan = min(orang.pendidikan, 5)
    if usia < 23 and orang.status_kawin == BELUM and acak.random() < 0.3:
        orang.pendidikan, orang.pendidikan_sedang, orang.pekerjaan = 5, 11, 3
        return
    daftar = _KERJA_TUA if usia >= 66 else _KERJA_L if orang.jk == "L" else _KERJA_P
    orang.pekerjaan = acak.choices(*daftar)[0]
    if orang.pekerjaan == 2 and orang.status_kawin == BELUM:
        orang.pekerjaan = 1
    if orang.pekerjaan in {5, 65, 73, 74, 6, 7, 4} and orang.pendidikan < 5:
        orang.pendidikan = 8 if orang.pekerjaan in {65, 73, 74} and usia >= 23 else 5


def _ktp(acak: random.Random, orang: Orang, usia: int, hari_ini: dt.date, kecamatan: str) -> None:
    orang.ktp_tanggal, orang.ktp_tempat, orang.no_kia = None, "", ""
    if usia < 17 and orang.status_kawin == BELUM:
        kia = usia >= 1 and acak.random() < 0.42
        orang.ktp_el, orang.no_kia = (3, f"{acak.randrange(10**15, 10**16)}") if kia else (1, "")
        orang.status_rekam = 3 if usia == 16 and acak.random() < 0.25 else 1
        return
    punya = 0.5 if usia < 19 else 0.85 if usia < 60 else 0.76
    if acak.random() >= punya:
        orang.ktp_el = 1
        orang.status_rekam = acak.choices(*_BELUM_CETAK)[0]
        return
    orang.ktp_el, orang.ktp_tempat = 2, kecamatan.upper()
    orang.status_rekam = acak.choices((4, 6, 8), (45, 15, 40))[0]
    sejak = max(orang.tanggal_lahir + dt.timedelta(days=round(17.05 * TAHUN)), dt.date(2012, 1, 2))
    selang = max(0, (hari_ini - sejak).days)
    orang.ktp_tanggal = min(hari_ini, sejak + dt.timedelta(days=int(selang * acak.random() ** 0.8)))


def _diri(acak: random.Random, orang: Orang, usia: int) -> None:
    golongan = ((1, 2, 3, 4, 13), (18, 20, 5, 27, 30))
    orang.golongan_darah = acak.choices(*golongan)[0]
    orang.cacat = 7 if acak.random() > (0.015 if usia < 60 else 0.06) else acak.choice((1, 2, 3, 4, 5, 6))
    if usia < 7 or orang.pendidikan == 1:
        orang.huruf = ""
    elif orang.agama == 1 and acak.random() < 0.6:
        orang.huruf = "ALD" if usia > 45 and acak.random() < 0.2 else "AL"
    else:
        orang.huruf = "L"
    lokal = acak.random() < 0.8
    kampung = isi_nama()["kampung"]
    orang.tempat_lahir = (kampung[1] if lokal else acak.choice(kampung)).upper()
    orang.tgl_mulai_tinggal = orang.tanggal_lahir if lokal else None


def _akta(acak: random.Random, orang: Orang, usia: int, hari_ini: dt.date) -> None:
    punya = 0.94 if usia < 18 else 0.55 if usia < 45 else 0.2
    tahun = min(hari_ini.year, orang.tanggal_lahir.year + acak.choice((0, 0, 0, 1, 3)))
    nomor = f"9901-LT-{tahun}-{acak.randrange(1, 99999):05d}"
    orang.akta_lahir = nomor if acak.random() < punya else ""
    orang.akta_kawin = orang.akta_cerai = ""
    if orang.status_kawin in {KAWIN, CERAI_HIDUP} and orang.tgl_kawin:
        orang.akta_kawin = f"{acak.randrange(1, 400)}/{acak.randrange(1, 31):02d}/{orang.tgl_kawin.year}"
    if orang.status_kawin == CERAI_HIDUP and orang.tgl_cerai:
        orang.akta_cerai = f"{acak.randrange(1, 900)}/AC/{orang.tgl_cerai.year}"
