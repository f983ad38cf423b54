"""Closing a month: self-test, snapshot of B.3 with its digest, who and when. A closed month never changes."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Desa, TutupBuku
from db.tipe import kanonik
from desa_app.bahasa import nama_bulan
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import bulan_terbuka_pertama
from desa_app.kependudukan.hitung import rekap
from desa_app.kependudukan.mutasi import mutasi_bulan
from desa_app.kependudukan.uji_diri import HasilUji, uji
from desa_app.waktu import bulan_dari, geser_bulan


@dataclass(frozen=True)
class KeadaanBulan:
    """Whether a month is open, and who closed it."""

    bulan: int
    tertutup: bool
    ditutup_oleh: str = ""
    ditutup_saat: dt.datetime | None = None
    sidik: str = ""
    utuh: bool = True
    """Whether the snapshot still has its digest and equals what the ledger says today."""


@dataclass(frozen=True)
class HasilTutup:
    """Self-test of a month and, when everything held, the closing."""

    bulan: int
    uji: tuple[HasilUji, ...]
    tertutup: bool
    sidik: str = ""
    pesan: str = ""


@kasus(Izin.TUTUP_BUKU)
def tutup_bulan(k: Konteks, bulan: int) -> HasilTutup:
    """Test and close a month.

    Not closed when an identity is broken, a month before is open, or the month lies ahead.
    """
    with k.baca() as sesi:
        hasil = tuple(uji(sesi, bulan))
        pesan = _alasan_tolak(sesi, bulan, bulan_dari(k.jam.hari_ini()), hasil)
    if pesan:
        return HasilTutup(bulan, hasil, False, pesan=pesan)
    with k.tulis("buku.tutup") as t:
        isi = _potret(t.sesi, bulan)
        sidik = _sidik(isi)
        pelaku = k.nama_pelaku
        t.sesi.add(
            TutupBuku(bulan=bulan, isi=isi, sidik=sidik, ditutup_oleh=pelaku, ditutup_saat=k.jam.sekarang())
        )
        t.catat(f"buku:{bulan}", None, {"tutup": sidik})
    return HasilTutup(bulan, hasil, True, sidik, f"Buku {nama_bulan(bulan)} ditutup.")


def _alasan_tolak(sesi: Session, bulan: int, bulan_kini: int, hasil: tuple[HasilUji, ...]) -> str:
    bulan_awal = sesi.scalar(select(Desa.bulan_awal))
    buka = bulan_terbuka_pertama(sesi) or bulan_awal
    if bulan_awal is None or buka is None:
        return "Buku belum berisi penduduk; belum ada yang dapat ditutup."
    if bulan < buka:
        return f"{nama_bulan(bulan)} sudah ditutup atau sebelum buku dimulai."
    if bulan > bulan_kini:
        return f"{nama_bulan(bulan)} belum tiba, belum dapat ditutup."
    if bulan > buka:
        return f"Tutup dulu {nama_bulan(buka)}; bulan ditutup berurutan."
    merah = [h.kode for h in hasil if not h.lulus]
    if merah:
        return f"Belum dapat ditutup: {', '.join(merah)} belum cocok. Buka baris merah untuk melihat namanya."
    return ""


def _potret(sesi: Session, bulan: int) -> dict[str, Any]:
    return {
        "bulan": bulan,
        "b3": [{"dusun": b.dusun, **b.angka} for b in rekap(sesi, bulan)],
        "b2": [
            {"penduduk": m.penduduk_id, "alir": list(m.alir), "tanggal": m.tanggal.isoformat()}
            for m in mutasi_bulan(sesi, bulan)
        ],
    }


def _sidik(isi: Any) -> str:
    return hashlib.sha256(kanonik(isi).encode()).hexdigest()


@kasus(Izin.BUKU_BACA)
def keadaan_bulan(k: Konteks, bulan: int) -> KeadaanBulan:
    """Open or closed; a closed month is compared with its snapshot."""
    with k.baca() as sesi:
        tutup = sesi.scalar(
            select(TutupBuku).where(TutupBuku.bulan == bulan, TutupBuku.dibuka_saat.is_(None))
        )
        if tutup is None:
            return KeadaanBulan(bulan, False)
        return KeadaanBulan(
            bulan, True, tutup.ditutup_oleh, tutup.ditutup_saat, tutup.sidik, _utuh(sesi, tutup)
        )


def _utuh(sesi: Session, tutup: TutupBuku) -> bool:
    return _sidik(tutup.isi) == tutup.sidik and _sidik(_potret(sesi, tutup.bulan)) == tutup.sidik


def bulan_berubah(sesi: Session, terakhir: int = 12) -> list[int]:
    """Of the last closed months, those whose figures are no longer what was closed."""
    pernyataan = (
        select(TutupBuku)
        .where(TutupBuku.dibuka_saat.is_(None))
        .order_by(TutupBuku.bulan.desc())
        .limit(terakhir)
    )
    return [tutup.bulan for tutup in sesi.scalars(pernyataan) if not _utuh(sesi, tutup)]


@kasus(Izin.BUKU_BACA)
def bulan_buku(k: Konteks) -> tuple[int, ...]:
    """Months that the books hold, from the opening to the running one."""
    kini = bulan_dari(k.jam.hari_ini())
    with k.baca() as sesi:
        awal = sesi.scalar(select(Desa.bulan_awal)) or kini
        akhir = max(kini, bulan_terbuka_pertama(sesi) or kini)
    hasil = [awal]
    while hasil[-1] < akhir:
        hasil.append(geser_bulan(hasil[-1], 1))
    return tuple(hasil)


@kasus(Izin.TUTUP_BUKU)
def buka_kembali(k: Konteks, bulan: int, alasan: str) -> None:
    """Reopen the latest closed month, with a reason that stays in the record."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan membuka kembali wajib diisi.")])
    with k.tulis("buku.buka_kembali") as t:
        tutup = t.sesi.scalar(
            select(TutupBuku).where(TutupBuku.bulan == bulan, TutupBuku.dibuka_saat.is_(None))
        )
        if tutup is None:
            raise TidakDitemukan(f"{nama_bulan(bulan)} tidak sedang tertutup.")
        if (buka := bulan_terbuka_pertama(t.sesi)) != geser_bulan(bulan, 1):
            terakhir = nama_bulan(geser_bulan(buka or bulan, -1))
            raise DesaError(f"Hanya bulan terakhir yang ditutup, {terakhir}, dapat dibuka kembali.")
        tutup.dibuka_oleh = k.nama_pelaku
        tutup.dibuka_saat, tutup.alasan_buka = k.jam.sekarang(), alasan.strip()
        t.catat(f"buku:{bulan}", {"tutup": tutup.sidik}, {"alasan": alasan.strip()})
