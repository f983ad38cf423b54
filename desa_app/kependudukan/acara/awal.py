"""Entering residents by hand: opening stock while the opening is open, and old facts that change no count."""

import datetime as dt
from collections.abc import Mapping, Sequence

from db.models import Penduduk, Terlibat
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.bagian import TempatKeluarga, keluarga_baru, orang_baru
from desa_app.kependudukan.acara.datang import Pendatang
from desa_app.kependudukan.acara.pencatat import HasilAcara, Pencatat, Waktu
from desa_app.kependudukan.buku_besar import bulan_pembukaan, catat_peristiwa, masih_pembukaan
from desa_app.kependudukan.penduduk import segarkan_cari
from desa_app.waktu import awal_bulan


@kasus(Izin.BUKU_UBAH)
def catat_awal(
    k: Konteks,
    *,
    anggota: Sequence[Pendatang],
    keluarga_id: int | None = None,
    tempat: TempatKeluarga | None = None,
) -> HasilAcara:
    """Enter a family, or further members of one, that lived here before the book began.

    Refused once the opening month is closed: then an arrival is the right act.
    """
    with k.tulis("penduduk.awal") as t:
        if not masih_pembukaan(t.sesi):
            raise DesaError(
                "Bulan pembukaan sudah ditutup. Catat sebagai “Datang”, dengan keterangan “belum tercatat”."
            )
        if tempat is None and keluarga_id is None:
            raise ValidationFailed([FieldIssue("no_kk", "Isi nomor KK dan alamat keluarga.")])
        hari = awal_bulan(bulan_pembukaan(t, k.jam.hari_ini()))
        c = Pencatat(t, "awal", Waktu(tgl_peristiwa=hari, tgl_lapor=hari), masuk="awal")
        keluarga = (
            c.keluarga(keluarga_id) if keluarga_id else keluarga_baru(c, tempat or TempatKeluarga("", ""))
        )
        orang = [
            c.tambah_orang(orang_baru(t, a.isian, keluarga_id=keluarga.id, shdk=a.shdk)) for a in anggota
        ]
        if not orang:
            raise ValidationFailed([FieldIssue("anggota", "Isi paling sedikit satu orang.")])
        return c.selesai(penduduk_id=orang[0].id, keluarga_id=keluarga.id)


_STATUS = {"mati": 2, "pindah": 3}


@kasus(Izin.BUKU_UBAH)
def catat_riwayat(
    k: Konteks, *, isian: Mapping[str, object], jenis: str, tanggal: dt.date, ket: str = ""
) -> HasilAcara:
    """Record somebody who died or moved away long ago (an heir's parent); no count of any month changes."""
    if jenis not in _STATUS:
        raise ValidationFailed([FieldIssue("jenis", "Riwayat hanya untuk yang sudah meninggal atau pindah.")])
    if tanggal > k.jam.hari_ini():
        raise ValidationFailed([FieldIssue("tanggal", "Tanggal peristiwa sesudah hari ini.")])
    with k.tulis("peristiwa.riwayat") as t:
        p: Penduduk = orang_baru(t, isian, status_dasar=_STATUS[jenis])
        if p.tanggal_lahir and p.tanggal_lahir > tanggal:
            raise ValidationFailed([FieldIssue("tanggal", "Tanggal peristiwa sebelum orang ini lahir.")])
        t.sesi.add(p)
        t.sesi.flush()
        segarkan_cari(t.sesi, p)
        peristiwa = catat_peristiwa(
            t, jenis, tgl_peristiwa=tanggal, tgl_lapor=k.jam.hari_ini(), terlibat=[], penduduk_id=p.id,
            ket=ket or "riwayat, tidak mengubah jumlah", riwayat=True,
            sebelum={"penduduk": {}, "keluarga": {}, "penduduk_baru": [p.id], "keluarga_baru": []},
        )  # fmt: skip
        t.sesi.add(Terlibat(peristiwa_id=peristiwa.id, penduduk_id=p.id))
        t.catat(f"peristiwa:{peristiwa.id}", None, {"jenis": jenis, "riwayat": True, "penduduk": p.id})
        return HasilAcara(peristiwa.id, peristiwa.tgl_buku, peristiwa.ket, (p.id,))
