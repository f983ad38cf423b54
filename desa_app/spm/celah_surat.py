"""The requests behind SPM-3 and SPM-4: those that still wait first, then the newest."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from db.queries import spm as kueri
from desa_app.bahasa import tanggal_pendek
from desa_app.desa import hari_libur
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.hitung import BatasCepat, cepat
from desa_app.surat.alur import BERJALAN, NAMA_STATUS
from desa_app.waktu import umur

_MENUNGGU_BERKAS = ("DITERIMA", "BELUM_LENGKAP")


def celah_lengkap(sesi: Session, pada: dt.date, dusun_id: int | None) -> tuple[BarisCelah, ...]:
    """Requests of the year that were not complete at the first submission."""
    belum = _tahun_ini(sesi, pada, dusun_id, tanpa_lengkap=True)
    belum.sort(key=lambda b: (b.status not in _MENUNGGU_BERKAS, -b.id))
    kurang = kueri.syarat_kurang(sesi, [b.id for b in belum if b.status in _MENUNGGU_BERKAS])
    alamat = kueri.alamat_penduduk(sesi, [b.penduduk_id for b in belum if b.penduduk_id])

    def kata(b: Any) -> tuple[str, str]:
        if b.status in _MENUNGGU_BERKAS:
            return (
                f"kurang: {', '.join(kurang.get(b.id, ())) or '-'}",
                "beri lembar kekurangan, ingatkan pemohon",
            )
        return f"berkas menyusul; kini {NAMA_STATUS[b.status]}", "sebarkan syarat surat ini di dusun"

    return tuple(_baris(b, alamat, pada, *kata(b)) for b in belum)


def celah_cepat(sesi: Session, pada: dt.date, dusun_id: int | None) -> tuple[BarisCelah, ...]:
    """Requests of the year that were not served quickly; those whose day is not over come first."""
    batas = BatasCepat(hari_libur(sesi))
    calon = _tahun_ini(sesi, pada, dusun_id, tanpa_cepat=True)
    lambat = [b for b in calon if not cepat(b, pada, batas)]
    lambat.sort(key=lambda b: (_tingkat(b), -b.id))
    alamat = kueri.alamat_penduduk(sesi, [b.penduduk_id for b in lambat if b.penduduk_id])
    return tuple(_baris(b, alamat, pada, *_kata_lambat(b, pada, batas)) for b in lambat)


def _tingkat(b: Any) -> int:
    """0: can still be quick or is running; 1: waits for papers; 2: finished too late or refused."""
    if b.siap is None and b.status in BERJALAN:
        return 0
    return 1 if b.status in _MENUNGGU_BERKAS else 2


def _kata_lambat(b: Any, pada: dt.date, batas: BatasCepat) -> tuple[str, str]:
    if b.siap is None and b.status in BERJALAN and b.lengkap is not None:
        akhir = batas(b.lengkap.date())
        if b.lengkap_awal and akhir >= pada:
            return f"belum siap, batas {tanggal_pendek(akhir)}", "selesaikan sebelum batas agar tetap cepat"
        return (
            f"belum siap, lewat batas {tanggal_pendek(akhir)}",
            "selesaikan, beri tahu Camat bila terkendala",
        )
    if not b.lengkap_awal:
        return "berkas tidak lengkap saat diajukan", "sebarkan syarat surat ini di dusun"
    if b.siap is None:
        return NAMA_STATUS[b.status], "tidak perlu tindakan"
    return f"siap {tanggal_pendek(b.siap.date())}, lewat 1 hari kerja", "cari sebab lambat, catat di evaluasi"


def _tahun_ini(sesi: Session, pada: dt.date, dusun_id: int | None, **tanpa: bool) -> list[Any]:
    baris = kueri.permohonan_tahun(sesi, pada.year, pada, **tanpa)
    return [b for b in baris if dusun_id in {None, b.dusun_id}]


def _baris(b: Any, alamat: dict[int, Any], pada: dt.date, sebab: str, saran: str) -> BarisCelah:
    a = alamat.get(b.penduduk_id)
    return BarisCelah(
        f"permohonan:{b.id}", b.pemohon, (a.nik or "") if a else "", (a.no_kk or "") if a else "",
        (a.dusun or "") if a else "luar desa", (a.rt or "") if a else "", (a.rw or "") if a else "",
        umur(a.tanggal_lahir, pada) if a else None, f"{b.nama_jenis}: {sebab}", saran,
    )  # fmt: skip
