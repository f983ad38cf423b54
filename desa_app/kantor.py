"""The office's own calendar and its shared settings: days off, minutes until the screen locks."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.models import HariLibur, Setelan
from desa_app.bahasa import tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak, Pekerjaan

KUNCI_MENIT = "menit_kunci"
MENIT_BAWAAN, MENIT_TERKECIL, MENIT_TERBESAR = 10, 2, 30
JENIS_LIBUR = ("libur nasional", "cuti bersama", "libur daerah", "libur kantor")


@dataclass(frozen=True)
class HariLiburInfo:
    """One day off. `perkiraan`: announced dates may still move."""

    tanggal: dt.date
    nama: str
    jenis: str = "libur kantor"
    perkiraan: bool = False


@kasus(Izin.PENGATURAN)
def daftar_libur(k: Konteks, tahun: int) -> list[HariLiburInfo]:
    """Days off of one year in order."""
    with k.baca() as sesi:
        baris = sesi.scalars(
            select(HariLibur)
            .where(HariLibur.tanggal.between(dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)))
            .order_by(HariLibur.tanggal)
        )
        return [HariLiburInfo(h.tanggal, h.nama, h.jenis, h.perkiraan) for h in baris]


@kasus(Izin.PENGATURAN)
def simpan_libur(k: Konteks, hari: HariLiburInfo) -> None:
    """Add a day off, or change the one of that date. Deadlines already set stay as they are."""
    issues = []
    if not hari.nama.strip():
        issues.append(FieldIssue("nama", "Nama hari libur wajib diisi."))
    if hari.jenis not in JENIS_LIBUR:
        issues.append(FieldIssue("jenis", "Pilih jenis libur dari daftar."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("libur.simpan") as t:
        lama = t.sesi.get(HariLibur, hari.tanggal)
        sebelum = {"nama": lama.nama, "jenis": lama.jenis} if lama else None
        baru = lama or HariLibur(tanggal=hari.tanggal)
        baru.nama, baru.jenis, baru.perkiraan = hari.nama.strip(), hari.jenis, hari.perkiraan
        t.sesi.add(baru)
        t.catat(f"libur:{hari.tanggal.isoformat()}", sebelum, {"nama": baru.nama, "jenis": baru.jenis})


@kasus(Izin.PENGATURAN)
def hapus_libur(k: Konteks, tanggal: dt.date) -> None:
    """Make a day a working day again (if it is no weekend)."""
    with k.tulis("libur.hapus") as t:
        hari = t.sesi.get(HariLibur, tanggal)
        if hari is None:
            raise TidakDitemukan(f"{tanggal_panjang(tanggal)} tidak ada dalam daftar hari libur.")
        t.catat(f"libur:{tanggal.isoformat()}", {"nama": hari.nama, "jenis": hari.jenis}, None)
        t.sesi.delete(hari)


@kasus(Izin.PENGATURAN)
def pekerjaan_kantor(k: Konteks) -> tuple[Pekerjaan, ...]:
    """From November on: next year's days off that are still estimates, because deadlines rest on them."""
    hari_ini = k.jam.hari_ini()
    tahun = hari_ini.year + 1
    if hari_ini.month < 11:
        return ()
    perkiraan = sum(h.perkiraan for h in daftar_libur(k, tahun))
    if not perkiraan:
        return ()
    return (
        Pekerjaan(
            f"{perkiraan} tanggal",
            Mendesak.NETRAL,
            f"Hari libur {tahun} masih perkiraan",
            "Cocokkan dengan Keputusan Bersama Menteri yang terbaru",
            "pengaturan",
            {"tab": "libur"},
        ),
    )


@kasus(Izin.UMUM)
def menit_kunci(k: Konteks) -> int:
    """Minutes without keyboard or mouse after which the screen locks."""
    with k.baca() as sesi:
        nilai = sesi.scalar(select(Setelan.nilai).where(Setelan.kunci == KUNCI_MENIT))
    return nilai if isinstance(nilai, int) and MENIT_TERKECIL <= nilai <= MENIT_TERBESAR else MENIT_BAWAAN


@kasus(Izin.PENGATURAN)
def ubah_menit_kunci(k: Konteks, menit: int) -> None:
    """Set the minutes until the screen locks; in force from the next login."""
    if not MENIT_TERKECIL <= menit <= MENIT_TERBESAR:
        raise DesaError(
            f"Waktu kunci layar antara {MENIT_TERKECIL} dan {MENIT_TERBESAR} menit. Tidak ada yang diubah."
        )
    with k.tulis("setelan.menit_kunci") as t:
        setelan = t.sesi.get(Setelan, KUNCI_MENIT)
        lama = setelan.nilai if setelan else MENIT_BAWAAN
        if setelan is None:
            t.sesi.add(Setelan(kunci=KUNCI_MENIT, nilai=menit))
        else:
            setelan.nilai = menit
        t.catat("setelan:menit_kunci", lama, menit)
