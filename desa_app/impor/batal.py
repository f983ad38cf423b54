"""Taking a whole import back, as long as nothing stands on it.

The ledger is only added to: the batch's lines get their opposites. Its people are marked TIDAK VALID and
its families closed, so that the same file, put right, can come in again; changed fields get their old
values back.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Select, Table, func, insert, literal, select, update
from sqlalchemy.orm import Session

from db.base import Base
from db.models import Desa, Impor, Keluarga, Mutasi, Penduduk, Peristiwa, Terlibat
from db.queries.impor import TIDAK_SAH
from desa_app.bahasa import bilangan, nama_bulan
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.impor.terapkan import peristiwa_impor
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import bulan_terbuka_pertama, catat_peristiwa
from desa_app.kependudukan.penduduk import segarkan_cari

_SENDIRI = frozenset({"peristiwa", "mutasi", "terlibat", "temuan", "penduduk", "keluarga"})
"""Tables whose rows about the batch belong to the batch, or do not hold it back."""
_NAMA_TABEL = {
    "surat": "surat", "permohonan": "permohonan surat", "kunjungan": "catatan penduduk sementara",
    "bidang": "bidang tanah", "pemilik": "kepemilikan tanah", "peserta": "daftar layanan lapangan",
}  # fmt: skip


@dataclass(frozen=True)
class ImporInfo:
    """One batch for the list."""

    id: int
    saat: dt.datetime
    pelaku: str
    format: str
    baru: int
    berubah: int
    keluarga: int
    dibatalkan_oleh: str


@kasus(Izin.IMPOR)
def daftar_impor(k: Konteks) -> list[ImporInfo]:
    """Every batch, newest first."""
    with k.baca() as sesi:
        return [
            ImporInfo(
                i.id, i.saat, i.pelaku, i.format, i.ringkasan.get("baru", 0), i.ringkasan.get("berubah", 0),
                i.ringkasan.get("keluarga", 0), i.dibatalkan_oleh,
            )
            for i in sesi.scalars(select(Impor).order_by(Impor.id.desc()))
        ]  # fmt: skip


@kasus(Izin.IMPOR)
def batalkan_impor(k: Konteks, impor_id: int, alasan: str) -> None:
    """Take a batch back. Raises DesaError that names what stands on it."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan pembatalan wajib diisi.")])
    with k.tulis("impor.batal") as t:
        impor = t.sesi.get(Impor, impor_id)
        if impor is None:
            raise TidakDitemukan("Impor itu tidak ada.")
        if impor.dibatalkan_saat is not None:
            raise DesaError("Impor ini sudah dibatalkan.")
        acara = peristiwa_impor(t.sesi, impor_id)
        if halangan := list(_halangan(t.sesi, impor, acara)):
            raise DesaError(
                f"Impor ini tidak dapat dibatalkan: {'; '.join(halangan)}. Tidak ada yang diubah. "
                "Batalkan itu lebih dulu, atau betulkan orangnya satu per satu."
            )
        for peristiwa in acara:
            _balikkan(t, peristiwa, alasan.strip())
        _kembalikan(t, acara, impor)
        impor.dibatalkan_oleh = k.nama_pelaku
        impor.dibatalkan_saat = k.jam.sekarang()
        t.catat(
            f"impor:{impor_id}", impor.ringkasan | {"keluarga_baru": None}, {"dibatalkan": alasan.strip()}
        )


def _orang(impor_id: int) -> Select[Any]:
    return select(Penduduk.id).where(Penduduk.impor_id == impor_id)


def _halangan(sesi: Session, impor: Impor, acara: list[Peristiwa]) -> Iterator[str]:
    """What stands on the batch, in words."""
    buka = bulan_terbuka_pertama(sesi) or 0
    if tutup := sorted({p.bulan for p in acara if not p.riwayat and p.bulan < buka}):
        yield f"buku {nama_bulan(tutup[0])} sudah ditutup"
    orang, keluarga = _orang(impor.id), impor.ringkasan.get("keluarga_baru", [])
    sendiri = [p.id for p in acara]
    lain = sesi.scalar(
        select(func.count(Terlibat.peristiwa_id.distinct()))
        .join(Peristiwa, Terlibat.peristiwa_id == Peristiwa.id)
        .where(Peristiwa.id.not_in(sendiri), Terlibat.penduduk_id.in_(orang))
    )
    if lain:
        yield f"{bilangan(lain)} peristiwa tercatat sesudahnya"
    if numpang := _penumpang(sesi, impor.id, keluarga):
        yield f"{bilangan(numpang)} orang lain sudah masuk keluarganya"
    for tabel, kolom in _penunjuk():
        asal = orang if kolom.name != "keluarga_id" else select(Keluarga.id).where(Keluarga.id.in_(keluarga))
        pernyataan = select(func.count()).select_from(tabel).where(kolom.in_(asal))
        if tabel.name == "kunjungan":
            pernyataan = pernyataan.where(tabel.c.datang_dari != "")
        if banyak := sesi.scalar(pernyataan):
            yield f"{bilangan(banyak)} {_NAMA_TABEL.get(tabel.name, tabel.name.replace('_', ' '))}"
    ubahan = [p.dicatat_saat for p in acara]
    if berubah := sesi.scalar(
        select(func.count()).where(
            Penduduk.impor_id == impor.id, Penduduk.diubah > max(ubahan, default=impor.saat)
        )
    ):
        yield f"{bilangan(berubah)} orang sudah diubah"


def _penumpang(sesi: Session, impor_id: int, keluarga: list[int]) -> int:
    hasil = 0
    for awal in range(0, len(keluarga), 5000):
        hasil += (
            sesi.scalar(
                select(func.count()).where(
                    Penduduk.keluarga_id.in_(keluarga[awal : awal + 5000]),
                    Penduduk.impor_id.is_distinct_from(impor_id),
                    Penduduk.status_dasar != TIDAK_SAH,
                )
            )
            or 0
        )
    return hasil


def _penunjuk() -> Iterator[tuple[Table, Column[Any]]]:
    """Columns of other tables that point at a resident or at a family."""
    for tabel in Base.metadata.sorted_tables:
        if tabel.name not in _SENDIRI:
            for fk in tabel.foreign_keys:
                if fk.column.table.name in {"penduduk", "keluarga"}:
                    yield tabel, fk.parent


def _balikkan(t: Transaksi, asal: Peristiwa, alasan: str) -> None:
    """The opposite of every line of one event, on the same booking day."""
    batal = catat_peristiwa(
        t, "batal", tgl_peristiwa=asal.tgl_peristiwa, tgl_lapor=t.konteks.jam.hari_ini(), terlibat=[],
        penduduk_id=asal.penduduk_id, ket=f"impor dibatalkan: {alasan}", riwayat=asal.riwayat,
        membatalkan_id=asal.id, tgl_buku=asal.tgl_buku,
    )  # fmt: skip
    kolom = ("penduduk_id", "alir", "tgl_buku", "bulan", "dusun_id", "keluarga_id", "shdk", "wn", "jk")
    pilihan = select(literal(batal.id), -Mutasi.arah, *(getattr(Mutasi, x) for x in kolom)).where(
        Mutasi.peristiwa_id == asal.id
    )
    t.sesi.execute(insert(Mutasi).from_select(["peristiwa_id", "arah", *kolom], pilihan))


def _kembalikan(t: Transaksi, acara: list[Peristiwa], impor: Impor) -> None:
    sesi = t.sesi
    sesi.execute(update(Penduduk).where(Penduduk.impor_id == impor.id).values(status_dasar=TIDAK_SAH))
    keluarga = impor.ringkasan.get("keluarga_baru", [])
    for awal in range(0, len(keluarga), 5000):
        sesi.execute(
            update(Keluarga).where(Keluarga.id.in_(keluarga[awal : awal + 5000])).values(aktif=False)
        )
    for peristiwa in acara:
        for nomor, lama in peristiwa.sebelum.get("penduduk", {}).items():
            p = sesi.get_one(Penduduk, int(nomor))
            for kunci, nilai in _nilai_lama(lama).items():
                setattr(p, kunci, nilai)
            segarkan_cari(sesi, p)
    sesi.flush()
    if not sesi.scalar(select(func.coalesce(func.sum(Mutasi.arah), 0))):
        sesi.get_one(Desa, 1).bulan_awal = None


def _nilai_lama(lama: Mapping[str, Any]) -> dict[str, Any]:
    """Dates come back from their text."""
    hasil = dict(lama)
    for kunci, nilai in lama.items():
        if isinstance(nilai, str) and Penduduk.__table__.columns[kunci].type.__class__.__name__ == "Tanggal":
            hasil[kunci] = dt.date.fromisoformat(nilai)
    return hasil
