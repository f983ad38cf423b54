"""Writing into the ledger: the only place that changes where a resident stands.

Whoever changes a position calls `catat_peristiwa` once and then `pindahkan` for every person; both
keep the ledger, the undo memory and the newest-answer columns of `penduduk` together.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Desa, Keluarga, Mutasi, Penduduk, Peristiwa, TutupBuku
from desa_app import kode
from desa_app.kasus import Transaksi
from desa_app.waktu import awal_bulan, bulan_dari, geser_bulan


@dataclass(frozen=True)
class Posisi:
    """Where the books count a resident."""

    dusun_id: int
    keluarga_id: int
    shdk: int
    wn: str
    """WNI or WNA."""
    jk: str
    """L or P."""


def posisi_kini(sesi: Session, penduduk: Penduduk) -> Posisi | None:
    """Position by the newest-answer columns; None when the books do not count the person."""
    if penduduk.status_dasar not in {1, 4} or penduduk.status_penduduk != 1 or penduduk.keluarga_id is None:
        return None
    keluarga = sesi.get_one(Keluarga, penduduk.keluarga_id)
    return Posisi(
        keluarga.dusun_id, keluarga.id, penduduk.shdk or 11, kode.wni_wna(penduduk.warga_negara), penduduk.jk
    )


def bulan_terbuka_pertama(sesi: Session) -> int | None:
    """First month that is not closed, or None when no month was ever closed."""
    terakhir = sesi.scalar(select(func.max(TutupBuku.bulan)).where(TutupBuku.dibuka_saat.is_(None)))
    return geser_bulan(terakhir, 1) if terakhir else None


def tanggal_buku(sesi: Session, tgl_lapor: dt.date, penduduk_ids: list[int]) -> dt.date:
    """Day from which the books count an act: the report date, but never inside a closed month and
    never before an earlier line about the same people (else a past month would be contradicted)."""
    hasil = tgl_lapor
    if buka := bulan_terbuka_pertama(sesi):
        hasil = max(hasil, awal_bulan(buka))
    for awal in range(0, len(penduduk_ids), 500):
        potongan = penduduk_ids[awal : awal + 500]
        terakhir = sesi.scalar(select(func.max(Mutasi.tgl_buku)).where(Mutasi.penduduk_id.in_(potongan)))
        if terakhir:
            hasil = max(hasil, terakhir)
    return hasil


def catat_peristiwa(
    t: Transaksi,
    jenis: str,
    *,
    tgl_peristiwa: dt.date,
    tgl_lapor: dt.date,
    terlibat: list[int],
    penduduk_id: int | None = None,
    keluarga_id: int | None = None,
    rincian: dict[str, Any] | None = None,
    sebelum: dict[str, Any] | None = None,
    ket: str = "",
    riwayat: bool = False,
    impor_id: int | None = None,
    membatalkan_id: int | None = None,
    tgl_dasar: dt.date | None = None,
    tgl_buku: dt.date | None = None,
) -> Peristiwa:
    """Append one event. `terlibat` are the residents whose lines follow; they decide the booking day.

    `tgl_dasar` is the date that decides the month (the report date unless given); an undo names
    `tgl_buku` itself.
    """
    dasar = tgl_dasar or tgl_lapor
    tgl_buku = tgl_buku or (dasar if riwayat else tanggal_buku(t.sesi, dasar, terlibat))
    peristiwa = Peristiwa(
        jenis=jenis, tgl_peristiwa=tgl_peristiwa, tgl_lapor=tgl_lapor, tgl_buku=tgl_buku,
        bulan=bulan_dari(tgl_buku), penduduk_id=penduduk_id, keluarga_id=keluarga_id, rincian=rincian or {},
        sebelum=sebelum or {}, ket=ket, riwayat=riwayat, impor_id=impor_id, membatalkan_id=membatalkan_id,
        dicatat_oleh=t.konteks.nama_pelaku, dicatat_saat=t.konteks.jam.sekarang(),
    )  # fmt: skip
    t.sesi.add(peristiwa)
    t.sesi.flush()
    return peristiwa


def baris_mutasi(
    peristiwa: Peristiwa, penduduk_id: int, posisi: Posisi, arah: int, alir: str
) -> dict[str, Any]:
    """One ledger line as plain values (for single and for bulk inserts)."""
    return {
        "peristiwa_id": peristiwa.id,
        "penduduk_id": penduduk_id,
        "arah": arah,
        "alir": alir,
        "tgl_buku": peristiwa.tgl_buku,
        "bulan": peristiwa.bulan,
        "dusun_id": posisi.dusun_id,
        "keluarga_id": posisi.keluarga_id,
        "shdk": posisi.shdk,
        "wn": posisi.wn,
        "jk": posisi.jk,
    }


def pindahkan(
    t: Transaksi,
    peristiwa: Peristiwa,
    penduduk_id: int,
    dari: Posisi | None,
    ke: Posisi | None,
    alir: str | tuple[str, str],
) -> None:
    """Move one resident. `alir` names the column; a pair gives the column out and the column in.

    Out of the village: `ke` is None; into it: `dari` is None. No line when nothing changes.
    """
    if dari == ke:
        return
    keluar, masuk = (alir, alir) if isinstance(alir, str) else alir
    if dari is not None:
        t.sesi.add(Mutasi(**baris_mutasi(peristiwa, penduduk_id, dari, -1, keluar)))
    if ke is not None:
        t.sesi.add(Mutasi(**baris_mutasi(peristiwa, penduduk_id, ke, 1, masuk)))


def bulan_pembukaan(t: Transaksi, tanggal: dt.date) -> int:
    """Month of the opening stock; fixed by the first residents that come in."""
    desa = t.sesi.get_one(Desa, 1)
    if desa.bulan_awal is None:
        desa.bulan_awal = bulan_dari(tanggal)
    return desa.bulan_awal


def masih_pembukaan(sesi: Session) -> bool:
    """Whether newly entered residents still belong to the opening stock: its month is not closed."""
    desa = sesi.get_one(Desa, 1)
    if desa.bulan_awal is None:
        return True
    buka = bulan_terbuka_pertama(sesi)
    return buka is None or buka <= desa.bulan_awal
