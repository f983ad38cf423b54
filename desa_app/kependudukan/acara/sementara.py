"""Penduduk sementara (B.4): visits outside the ledger, and the step to or from penduduk tetap."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Kunjungan, Penduduk
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import TempatKeluarga, baca_isian, keluarga_baru, orang_baru
from desa_app.kependudukan.acara.isian import KELUARGA, SEMENTARA
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat
from desa_app.kependudukan.penduduk import segarkan_cari

_HIDUP, _PERGI, _TIDAK_TETAP = 1, 6, 2


@dataclass(frozen=True)
class KunjunganBaru:
    """What a visit gave back."""

    kunjungan_id: int
    penduduk_id: int


@kasus(Izin.BUKU_UBAH)
def sementara_datang(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    isian: Mapping[str, object],
    penduduk_id: int | None = None,
    tuan_rumah_id: int | None = None,
    dusun_id: int | None = None,
) -> KunjunganBaru:
    """A visit begins. A person who was here before (by id) gets a second row in B.4, not a second record."""
    waktu, nilai = baca_isian(SEMENTARA, mentah)
    if waktu.tgl_peristiwa > k.jam.hari_ini():
        raise ValidationFailed([FieldIssue("tgl_peristiwa", "Tanggal datang sesudah hari ini.")])
    with k.tulis("sementara.datang") as t:
        p = _orang(t.sesi, penduduk_id) if penduduk_id else orang_baru(t, isian, status_penduduk=_TIDAK_TETAP)
        if p.status_penduduk == 1 and p.status_dasar in {1, 4}:
            raise DesaError(f"{p.nama} tercatat sebagai penduduk tetap, bukan penduduk sementara.")
        if penduduk_id and _terbuka(t.sesi, penduduk_id) is not None:
            raise DesaError(f"{p.nama} masih tercatat tinggal sementara. Catat perginya lebih dulu.")
        p.status_dasar, p.status_penduduk = _HIDUP, _TIDAK_TETAP
        p.keluarga_id = p.shdk = None
        t.sesi.add(p)
        t.sesi.flush()
        segarkan_cari(t.sesi, p)
        kunjungan = Kunjungan(
            penduduk_id=p.id, tgl_datang=waktu.tgl_peristiwa, datang_dari=nilai["datang_dari"],
            maksud=nilai["maksud"], tuan_rumah=nilai["tuan_rumah"], tuan_rumah_id=tuan_rumah_id,
            dusun_id=dusun_id, ket=nilai["ket"],
        )  # fmt: skip
        t.sesi.add(kunjungan)
        t.sesi.flush()
        t.catat(f"kunjungan:{kunjungan.id}", None, {"penduduk": p.id, "datang": str(waktu.tgl_peristiwa)})
        return KunjunganBaru(kunjungan.id, p.id)


@kasus(Izin.BUKU_UBAH)
def sementara_pergi(k: Konteks, kunjungan_id: int, tanggal: dt.date, ket: str = "") -> None:
    """A visit ends; column 14 of B.4."""
    with k.tulis("sementara.pergi") as t:
        kunjungan = t.sesi.get(Kunjungan, kunjungan_id)
        if kunjungan is None or kunjungan.batal:
            raise TidakDitemukan("Kunjungan itu tidak ada.")
        if kunjungan.tgl_pergi is not None:
            raise DesaError("Kunjungan itu sudah tercatat selesai.")
        if not kunjungan.tgl_datang <= tanggal <= k.jam.hari_ini():
            raise ValidationFailed(
                [FieldIssue("tanggal", "Tanggal pergi tidak boleh sebelum datang atau sesudah hari ini.")]
            )
        _akhiri(t.sesi, kunjungan, tanggal, ket)
        t.catat(f"kunjungan:{kunjungan_id}", None, {"pergi": tanggal.isoformat()})


def _akhiri(sesi: Session, kunjungan: Kunjungan, tanggal: dt.date, ket: str) -> None:
    kunjungan.tgl_pergi = tanggal
    kunjungan.ket = "; ".join(x for x in (kunjungan.ket, ket) if x)
    p = sesi.get_one(Penduduk, kunjungan.penduduk_id)
    if p.status_penduduk == _TIDAK_TETAP:
        p.status_dasar = _PERGI


@kasus(Izin.BUKU_UBAH)
def batalkan_kunjungan(k: Konteks, kunjungan_id: int, alasan: str) -> None:
    """Take a wrongly entered visit out of B.4; it stays in the record with the reason."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan pembatalan wajib diisi.")])
    with k.tulis("sementara.batal") as t:
        kunjungan = t.sesi.get(Kunjungan, kunjungan_id)
        if kunjungan is None or kunjungan.batal:
            raise TidakDitemukan("Kunjungan itu tidak ada.")
        kunjungan.batal = True
        p = t.sesi.get_one(Penduduk, kunjungan.penduduk_id)
        if p.status_penduduk == _TIDAK_TETAP:
            p.status_dasar = _PERGI
        t.catat(f"kunjungan:{kunjungan_id}", None, {"batal": alasan.strip()})


@kasus(Izin.BUKU_UBAH)
def jadi_tetap(
    k: Konteks,
    mentah: Mapping[str, object],
    *,
    penduduk_id: int,
    shdk: int,
    keluarga_id: int | None = None,
    tempat: TempatKeluarga | None = None,
) -> HasilAcara:
    """A penduduk sementara stays for good: the visit ends and B.2/B.3 book a DATANG (buku.md 1.4)."""
    waktu, isi = baca_isian(KELUARGA, mentah)
    with k.tulis("sementara.jadi_tetap") as t:
        c = Pencatat(t, "jadi_tetap", waktu)
        p = c.orang(penduduk_id)
        kunjungan = _terbuka(t.sesi, penduduk_id)
        if kunjungan is None or p.status_penduduk != _TIDAK_TETAP:
            raise DesaError(f"{p.nama} tidak sedang tercatat sebagai penduduk sementara.")
        if tempat is None and keluarga_id is None:
            raise ValidationFailed([FieldIssue("no_kk", "Pilih KK yang ditumpangi atau isi KK baru.")])
        keluarga = (
            c.keluarga(keluarga_id) if keluarga_id else keluarga_baru(c, tempat or TempatKeluarga("", ""))
        )
        _akhiri(t.sesi, kunjungan, waktu.tgl_peristiwa, "menjadi penduduk tetap")
        p.status_dasar, p.status_penduduk = _HIDUP, 1
        p.keluarga_id, p.shdk, p.tgl_mulai_tinggal = keluarga.id, shdk, waktu.tgl_peristiwa
        rincian = {"asal": kunjungan.datang_dari, "kunjungan": kunjungan.id, "sebab": isi["sebab"]}
        return c.selesai(penduduk_id=p.id, keluarga_id=keluarga.id, rincian=rincian)


def _orang(sesi: Session, penduduk_id: int) -> Penduduk:
    p = sesi.get(Penduduk, penduduk_id)
    if p is None:
        raise TidakDitemukan("Orang itu tidak ada dalam buku.")
    return p


def _terbuka(sesi: Session, penduduk_id: int) -> Kunjungan | None:
    return sesi.scalar(
        select(Kunjungan)
        .where(Kunjungan.penduduk_id == penduduk_id, Kunjungan.tgl_pergi.is_(None), ~Kunjungan.batal)
        .limit(1)
    )
