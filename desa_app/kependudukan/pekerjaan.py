"""What the population books bring to the first screen."""

import datetime as dt

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.models import Desa, Dusun, Keluarga, Penduduk
from db.queries.penduduk import tetap_aktif
from desa_app.bahasa import bilangan, nama_bulan
from desa_app.draf import DrafInfo, draf_diajukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import bulan_terbuka_pertama
from desa_app.kependudukan.hitung import ALIR, KELOMPOK, jumlah_kini, rekap_bulan
from desa_app.pekerjaan import KartuAngka, Mendesak, Pekerjaan
from desa_app.waktu import bulan_dari

_KATA_ALIR = {"lahir": "lahir", "mati": "mati", "datang": "datang", "pindah": "pindah"}


@kasus(Izin.BUKU_BACA)
def kartu_penduduk(k: Konteks) -> tuple[KartuAngka, ...]:
    """Residents, families and this month's events; the same figures as B.3."""
    jumlah = jumlah_kini(k)
    bulan = rekap_bulan(k, bulan_dari(k.jam.hari_ini()))[-1].angka
    peristiwa = {a: sum(bulan[f"{a}_{wn}_{jk.lower()}"] for wn, jk in KELOMPOK) for a in ALIR}
    with k.baca() as sesi:
        tanpa = len(keluarga_tanpa_kepala(sesi))
    return (
        KartuAngka("Penduduk", bilangan(jumlah.jiwa), f"L {bilangan(jumlah.l)} · P {bilangan(jumlah.p)}"),
        KartuAngka(
            "Kartu Keluarga",
            bilangan(jumlah.kk),
            f"{tanpa} tanpa kepala" if tanpa else "semua punya kepala keluarga",
        ),
        KartuAngka(
            "Peristiwa bulan ini",
            bilangan(sum(peristiwa.values())),
            " · ".join(f"{peristiwa[a]} {kata}" for a, kata in _KATA_ALIR.items()),
        ),
    )


def keluarga_tanpa_kepala(sesi: Session) -> list[tuple[int, str]]:
    """(id, dusun) of active families with counted members but no counted head (SHDK 1)."""
    anggota = exists().where(Penduduk.keluarga_id == Keluarga.id, tetap_aktif())
    kepala = exists().where(Penduduk.keluarga_id == Keluarga.id, Penduduk.shdk == 1, tetap_aktif())
    pernyataan = (
        select(Keluarga.id, Dusun.nama)
        .join(Dusun, Keluarga.dusun_id == Dusun.id)
        .where(Keluarga.aktif, anggota, ~kepala)
        .order_by(Dusun.urut, Dusun.nama)
    )
    return [(b[0], b[1]) for b in sesi.execute(pernyataan)]


@kasus(Izin.BUKU_BACA)
def pekerjaan_penduduk(k: Konteks) -> tuple[Pekerjaan, ...]:
    """An empty book, families without a head, a month that should have been closed."""
    with k.baca() as sesi:
        awal = sesi.scalar(select(Desa.bulan_awal))
        if awal is None:
            return (_mulai_isi(),)
        tanpa = keluarga_tanpa_kepala(sesi)
        buka = bulan_terbuka_pertama(sesi) or awal
    hasil = []
    if k.boleh(Izin.BUKU_UBAH) and (draf := draf_diajukan(k)):
        hasil.append(_draf_menunggu(draf))
    if tanpa:
        hasil.append(_tanpa_kepala(tanpa))
    # said to those who close the month and to the Kades, who asks for it
    menutup = k.boleh(Izin.TUTUP_BUKU) or k.boleh(Izin.SURAT_SETUJU)
    if menutup and buka < bulan_dari(k.jam.hari_ini()):
        hasil.append(_belum_tutup(buka, k.jam.hari_ini()))
    return tuple(hasil)


def _mulai_isi() -> Pekerjaan:
    return Pekerjaan(
        "mulai di sini",
        Mendesak.NETRAL,
        "Buku Induk masih kosong",
        "Masukkan data penduduk dari berkas Excel, atau catat satu per satu",
        "kependudukan",
    )


def _tanpa_kepala(tanpa: list[tuple[int, str]]) -> Pekerjaan:
    dusun = ", ".join(dict.fromkeys(nama.title() for _, nama in tanpa))
    return Pekerjaan(
        f"{len(tanpa)} KK",
        Mendesak.LEWAT,
        "KK tanpa kepala keluarga menahan tutup buku",
        dusun,
        "kependudukan",
        {"keluarga": [i for i, _ in tanpa]},
        jumlah=len(tanpa),
    )


def _draf_menunggu(draf: list[DrafInfo]) -> Pekerjaan:
    return Pekerjaan(
        f"{len(draf)} draf",
        Mendesak.SEGERA,
        "Peristiwa yang diajukan menunggu dicatat",
        ", ".join(dict.fromkeys(d.nama_pemilik for d in draf)),
        "kependudukan",
        {"draf": True},
        jumlah=len(draf),
    )


def _belum_tutup(bulan: int, hari_ini: dt.date) -> Pekerjaan:
    lewat = hari_ini.day > 5 or bulan_dari(hari_ini) - bulan > 1
    return Pekerjaan(
        "belum tutup",
        Mendesak.LEWAT if lewat else Mendesak.SEGERA,
        f"Buku {nama_bulan(bulan)} belum ditutup",
        "Periksa B.3, lalu tutup buku supaya angkanya tetap",
        "kependudukan",
        {"buku": "B.3", "bulan": bulan},
    )
