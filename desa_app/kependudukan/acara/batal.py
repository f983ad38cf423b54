"""Undo of an act, with a reason. Nothing is erased: the opposite lines are added.

While the act's month is open its own columns are taken back, so every figure of every day is as it
was before. When the month is closed the undo is a correction in the open month: who was taken out
comes back as DATANG, who was brought in leaves as PINDAH, and KET says so.
"""

import datetime as dt
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import Keluarga, Kunjungan, Mutasi, Penduduk, Peristiwa, Terlibat
from desa_app.bahasa import nama_bulan, tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.acara.pencatat import HasilAcara
from desa_app.kependudukan.buku_besar import (
    Posisi,
    baris_mutasi,
    bulan_terbuka_pertama,
    catat_peristiwa,
    pindahkan,
    posisi_kini,
)
from desa_app.kependudukan.penduduk import segarkan_cari

NAMA_JENIS = {
    "awal": "Pendataan awal", "lahir": "Kelahiran", "mati": "Kematian", "datang": "Datang",
    "pindah": "Pindah", "hilang": "Hilang", "ditemukan": "Ditemukan", "pisah_kk": "Pisah KK",
    "gabung_kk": "Gabung KK", "ganti_kepala": "Ganti kepala keluarga", "pindah_dusun": "Pindah dusun",
    "nomor_kk": "Nomor KK baru", "jadi_tetap": "Menjadi penduduk tetap", "perubahan_data": "Perubahan data",
    "batal": "Pembatalan", "gabung_data": "Penggabungan data ganda",
}  # fmt: skip
"""Acts in the words of the office."""
_TIDAK_SAH = 9


@kasus(Izin.BUKU_UBAH)
def batalkan(k: Konteks, peristiwa_id: int, alasan: str) -> HasilAcara:
    """Undo one act. Refused while a later act stands on it; the sentence names that act."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Alasan pembatalan wajib diisi.")])
    with k.tulis("peristiwa.batal") as t:
        asal = t.sesi.get(Peristiwa, peristiwa_id)
        if asal is None:
            raise TidakDitemukan("Peristiwa itu tidak ada.")
        _periksa_boleh(t.sesi, asal)
        orang = _orang_terlibat(t.sesi, asal.id)
        dari = {p.id: posisi_kini(t.sesi, p) for p in orang}
        _kembalikan(t.sesi, asal.sebelum)
        koreksi = asal.bulan < (bulan_terbuka_pertama(t.sesi) or 0)
        batal = _catat(t, asal, alasan.strip(), koreksi)
        if koreksi:
            for p in orang:
                ke = posisi_kini(t.sesi, p)
                pindahkan(t, batal, p.id, dari[p.id], ke, _alir_koreksi(dari[p.id], ke))
        elif not asal.riwayat:
            _baris_lawan(t, asal, batal)
        for p in orang:
            segarkan_cari(t.sesi, p)
        _salin_terlibat(t.sesi, asal.id, batal.id)
        t.catat(f"peristiwa:{asal.id}", {"jenis": asal.jenis}, {"dibatalkan": alasan.strip()})
        return HasilAcara(batal.id, batal.tgl_buku, batal.ket)


def _periksa_boleh(sesi: Session, asal: Peristiwa) -> None:
    if asal.jenis == "batal" or not asal.sebelum:
        raise DesaError("Peristiwa ini tidak dapat dibatalkan dari sini.")
    if sesi.scalar(select(Peristiwa.id).where(Peristiwa.membatalkan_id == asal.id)):
        raise DesaError("Peristiwa ini sudah dibatalkan.")
    milik = select(Terlibat.penduduk_id).where(
        Terlibat.peristiwa_id == asal.id, Terlibat.penduduk_id.is_not(None)
    )
    keluarga = select(Terlibat.keluarga_id).where(
        Terlibat.peristiwa_id == asal.id, Terlibat.keluarga_id.is_not(None)
    )
    batal = select(Peristiwa.membatalkan_id).where(Peristiwa.membatalkan_id.is_not(None))
    sesudah = sesi.scalar(
        select(Peristiwa)
        .join(Terlibat, Terlibat.peristiwa_id == Peristiwa.id)
        .where(
            Peristiwa.id > asal.id,
            Peristiwa.jenis != "batal",
            Peristiwa.id.not_in(batal),
            or_(Terlibat.penduduk_id.in_(milik), Terlibat.keluarga_id.in_(keluarga)),
        )
        .order_by(Peristiwa.id.desc())
        .limit(1)
    )
    if sesudah is not None:
        jenis = NAMA_JENIS.get(sesudah.jenis, sesudah.jenis)
        raise DesaError(
            f"Sesudahnya ada peristiwa lain pada orang atau keluarga yang sama: {jenis}, "
            f"{tanggal_panjang(sesudah.tgl_peristiwa)}. Batalkan itu lebih dulu."
        )


def _orang_terlibat(sesi: Session, peristiwa_id: int) -> list[Penduduk]:
    return list(
        sesi.scalars(
            select(Penduduk)
            .join(Terlibat, Terlibat.penduduk_id == Penduduk.id)
            .where(Terlibat.peristiwa_id == peristiwa_id)
        )
    )


def _kembalikan(sesi: Session, sebelum: dict[str, Any]) -> None:
    """Put every column back that the act had changed. Families first get their numbers back."""
    for model, kunci in ((Keluarga, "keluarga"), (Penduduk, "penduduk")):
        for nomor, kolom in sebelum.get(kunci, {}).items():
            objek = sesi.get_one(model, int(nomor))
            for nama, nilai in kolom.items():
                setattr(objek, nama, _tanggal(model, nama, nilai))
    for penduduk_id in sebelum.get("penduduk_baru", []):
        sesi.get_one(Penduduk, penduduk_id).status_dasar = _TIDAK_SAH
    for keluarga_id in sebelum.get("keluarga_baru", []):
        sesi.get_one(Keluarga, keluarga_id).aktif = False
    sesi.flush()


def _tanggal(model: type[Keluarga] | type[Penduduk], nama: str, nilai: Any) -> Any:
    jenis = model.__table__.columns[nama].type
    if nilai is None or not isinstance(nilai, str):
        return nilai
    if jenis.__class__.__name__ == "Tanggal":
        return dt.date.fromisoformat(nilai)
    if jenis.__class__.__name__ == "Saat":
        return dt.datetime.fromisoformat(nilai)
    return nilai


def _catat(t: Transaksi, asal: Peristiwa, alasan: str, koreksi: bool) -> Peristiwa:
    hari_ini = t.konteks.jam.hari_ini()
    jenis = NAMA_JENIS.get(asal.jenis, asal.jenis).lower()
    ket = f"{jenis} {tanggal_panjang(asal.tgl_peristiwa)} dibatalkan: {alasan}"
    if koreksi:
        ket = f"koreksi bulan {nama_bulan(asal.bulan)}, {ket}"
    if asal.jenis == "jadi_tetap" and (nomor := asal.rincian.get("kunjungan")):
        kunjungan = t.sesi.get_one(Kunjungan, nomor)
        kunjungan.tgl_pergi = None
    return catat_peristiwa(
        t, "batal", tgl_peristiwa=asal.tgl_peristiwa, tgl_lapor=hari_ini,
        terlibat=[p.id for p in _orang_terlibat(t.sesi, asal.id)], penduduk_id=asal.penduduk_id,
        keluarga_id=asal.keluarga_id, rincian={"jenis": asal.jenis}, ket=ket, riwayat=asal.riwayat,
        membatalkan_id=asal.id, tgl_buku=None if koreksi else asal.tgl_buku,
    )  # fmt: skip


def _alir_koreksi(dari: Any, ke: Any) -> str | tuple[str, str]:
    if dari is None:
        return "datang"
    if ke is None:
        return "pindah"
    kolom_sama = (dari.dusun_id, dari.wn, dari.jk) == (ke.dusun_id, ke.wn, ke.jk)
    return "geser" if kolom_sama else ("pindah", "datang")


def _baris_lawan(t: Transaksi, asal: Peristiwa, batal: Peristiwa) -> None:
    """The act's own lines with the opposite sign, on the same booking day."""
    for m in t.sesi.scalars(select(Mutasi).where(Mutasi.peristiwa_id == asal.id)):
        posisi = Posisi(m.dusun_id, m.keluarga_id, m.shdk, m.wn, m.jk)
        t.sesi.add(Mutasi(**baris_mutasi(batal, m.penduduk_id, posisi, -m.arah, m.alir)))
    t.sesi.flush()


def _salin_terlibat(sesi: Session, dari: int, ke: int) -> None:
    for x in sesi.scalars(select(Terlibat).where(Terlibat.peristiwa_id == dari)):
        sesi.add(Terlibat(peristiwa_id=ke, penduduk_id=x.penduduk_id, keluarga_id=x.keluarga_id))
    sesi.flush()


@kasus(Izin.BUKU_BACA)
def jumlah_dibatalkan(k: Konteks, bulan: int) -> int:
    """How many undos the books of a month hold; shown beside the month."""
    with k.baca() as sesi:
        return (
            sesi.scalar(select(func.count()).where(Peristiwa.jenis == "batal", Peristiwa.bulan == bulan)) or 0
        )
