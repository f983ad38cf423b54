"""What the counter brings to the first screen: letters past their time, due today, waiting to be fetched."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Permohonan, Surat
from desa_app.bahasa import bilangan, hari_tanggal
from desa_app.desa import hari_libur
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import KartuAngka, Mendesak, Pekerjaan
from desa_app.surat.alur import BERJALAN, harus_hari_ini, nama_pendek, sisa_waktu, tenggat
from desa_app.surat.setelan import setelan_surat
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari

HARI_DIAMBIL = 7
"""A letter that is ready longer than this is asked for again."""
BARIS_LEWAT = 3
"""So many letters past their time get a line each; the others share one."""
NAMA_DISEBUT = 4


@kasus(Izin.SURAT_BACA)
def kartu_surat(k: Konteks) -> tuple[KartuAngka, ...]:
    """Letters numbered this month, and how many were ready within one working day of their papers."""
    bulan = bulan_dari(k.jam.hari_ini())
    with k.baca() as sesi:
        masa = Surat.tanggal.between(awal_bulan(bulan), akhir_bulan(bulan))
        bernomor = (masa, Surat.urut.is_not(None), Surat.status == "BERLAKU")
        jumlah = sesi.scalar(select(func.count()).select_from(Surat).where(*bernomor)) or 0
        waktu = sesi.execute(
            select(Permohonan.lengkap, Permohonan.siap)
            .join(Surat, Surat.permohonan_id == Permohonan.id)
            .where(*bernomor, Permohonan.lengkap.is_not(None), Permohonan.siap.is_not(None))
        )
        setelan, libur = setelan_surat(sesi), hari_libur(sesi)
        cepat = sum(
            siap <= tenggat(lengkap, 1, setelan, libur) for lengkap, siap in waktu if lengkap and siap
        )
    return (KartuAngka("Surat bulan ini", bilangan(jumlah), f"{bilangan(cepat)} dalam 1 hari kerja"),)


@kasus(Izin.SURAT_BACA)
def pekerjaan_surat(k: Konteks) -> tuple[Pekerjaan, ...]:
    """Past their time, due today, ready for longer than a week. The first two count into the badge."""
    kini = k.jam.sekarang()
    with k.baca() as sesi:
        mendesak = [p for p in _berjalan(sesi) if harus_hari_ini(p, kini)]
        lewat = [p for p in mendesak if p.tenggat and p.tenggat < kini]
        hari_ini = [p for p in mendesak if p.tenggat and p.tenggat >= kini]
        batas = kini - dt.timedelta(days=HARI_DIAMBIL)
        siap = sesi.scalars(select(Permohonan).where(Permohonan.status == "SIAP_DIAMBIL"))
        lama = [p for p in siap if p.siap and p.siap < batas]
        hasil = [_lewat(p, kini) for p in lewat[:BARIS_LEWAT]]
        if sisa := lewat[BARIS_LEWAT:]:
            judul = f"{bilangan(len(sisa))} surat lain lewat waktu"
            hasil.append(_bersama("lewat", Mendesak.LEWAT, judul, sisa, jumlah=len(sisa)))
        if hari_ini:
            akhir = max(p.tenggat for p in hari_ini if p.tenggat)
            judul = f"{bilangan(len(hari_ini))} surat harus selesai sebelum {akhir:%H.%M}"
            hasil.append(_bersama("hari ini", Mendesak.SEGERA, judul, hari_ini, jumlah=len(hari_ini)))
        if lama:
            judul = "Surat siap diambil sudah lebih dari seminggu"
            hasil.append(_bersama(f"{bilangan(len(lama))} surat", Mendesak.NETRAL, judul, lama))
    return tuple(hasil)


def _berjalan(sesi: Session) -> list[Permohonan]:
    """Requests whose clock runs, the earliest due first."""
    semua = sesi.scalars(
        select(Permohonan).where(Permohonan.status.in_(BERJALAN), Permohonan.tenggat.is_not(None))
    )
    return sorted(semua, key=lambda p: (p.tenggat, p.id))


def _lewat(p: Permohonan, kini: dt.datetime) -> Pekerjaan:
    batas = p.tenggat or kini
    lengkap = f"Lengkap {_saat(p.lengkap)} · " if p.lengkap else ""
    return Pekerjaan(
        "lewat", Mendesak.LEWAT,
        f"Surat {p.pemohon.title()} ({nama_pendek(p.nama_jenis)}) {sisa_waktu(batas, kini)}",
        f"{lengkap}batas {_saat(batas)}", "pelayanan", {"permohonan": p.id}, jumlah=1,
    )  # fmt: skip


def _saat(saat: dt.datetime) -> str:
    return f"{hari_tanggal(saat.date())} {saat:%H.%M}"


def _bersama(
    tanda: str, mendesak: Mendesak, judul: str, permohonan: list[Permohonan], *, jumlah: int = 0
) -> Pekerjaan:
    nama = [p.pemohon.title() for p in permohonan[:NAMA_DISEBUT]]
    sisa = len(permohonan) - len(nama)
    rincian = ", ".join(nama) + (f", dan {bilangan(sisa)} lagi" if sisa else "")
    arg: dict[str, object] = {"permohonan": permohonan[0].id}
    return Pekerjaan(tanda, mendesak, judul, rincian, "pelayanan", arg, jumlah=jumlah)
