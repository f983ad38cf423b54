"""Writing acts on land: the only place that changes parcels and shares.

An act remembers every parcel it touches as it was, so it can be undone exactly and the books of an
earlier day can be told.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.models import BagianPemilik, Bidang, MutasiBidang, MutasiTanah, PemilikTanah
from db.models.tanah import GUNA, KOLOM_JENIS, KOLOM_OLEH, KOLOM_TANDA
from db.queries import tanah as kueri
from db.queries.tanah import KOLOM_BIDANG
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Transaksi
from desa_app.kependudukan.buku_besar import bulan_terbuka_pertama
from desa_app.pertanahan.isian import TKD_DARI_GUNA, periksa_bagian
from desa_app.pertanahan.pemilik import DESA
from desa_app.waktu import awal_bulan

Kolom = dict[str, Any]
Bagian = dict[int, Fraction]
"""Share by owner."""
NAMA_ACARA = {
    "awal": "Pencatatan", "perbaikan": "Perbaikan data", "bukti": "Penetapan bukti", "jual_beli": "Jual beli",
    "hibah": "Hibah", "waris": "Waris", "tukar": "Tukar-menukar", "wakaf": "Wakaf",
    "pemecahan": "Pemecahan", "penggabungan": "Penggabungan", "sertifikasi": "Sertifikasi",
    "batal": "Pembatalan",
}  # fmt: skip
"""Acts in the words of the office."""


class Pencatat:
    """One act being written. Call `ubah`, `baru`, `tutup` for its parcels, then `selesai` once."""

    def __init__(self, t: Transaksi, jenis: str, tanggal: dt.date) -> None:
        self.t, self.sesi, self.jenis, self.tanggal = t, t.sesi, jenis, tanggal
        self._sebelum: dict[str, Any] = {}
        self._peran: dict[int, str] = {}

    def baca(self, bidang_id: int) -> tuple[Kolom, Bagian]:
        """Columns and shares of a standing parcel. Raises TidakDitemukan."""
        return baca_bidang_aktif(self.sesi, bidang_id)

    def baru(self, kolom: Kolom, bagian: Bagian) -> int:
        """Add a parcel that begins with this act."""
        siap = siapkan(self.sesi, kolom, bagian)
        bidang = Bidang(**siap)
        self.sesi.add(bidang)
        self.sesi.flush()
        tulis_bagian(self.sesi, bidang.id, bagian)
        self._sebelum[str(bidang.id)] = None
        self._peran[bidang.id] = "hasil"
        return bidang.id

    def ubah(self, bidang_id: int, kolom: Kolom, bagian: Bagian) -> None:
        """Give a parcel other columns or shares."""
        self._ingat(bidang_id, "tetap")
        siap = siapkan(self.sesi, kolom, bagian, bidang_id)
        self.sesi.execute(update(Bidang).where(Bidang.id == bidang_id).values(**siap))
        tulis_bagian(self.sesi, bidang_id, bagian)

    def tutup(self, bidang_id: int) -> None:
        """End a parcel: its land goes on under other parcels."""
        self._ingat(bidang_id, "asal")
        self.sesi.execute(update(Bidang).where(Bidang.id == bidang_id).values(aktif=False))

    def tandai(self, bidang_id: int) -> None:
        """Remember a parcel that the caller changes by itself (an undo)."""
        self._ingat(bidang_id, "tetap")

    def _ingat(self, bidang_id: int, peran: str) -> None:
        if str(bidang_id) not in self._sebelum:
            self._sebelum[str(bidang_id)] = potret(self.sesi, bidang_id)
        self._peran[bidang_id] = peran

    def selesai(
        self, uraian: str, *, dasar: str = "", ket: str = "", membatalkan_id: int | None = None,
        tgl_buku: dt.date | None = None,
    ) -> int:  # fmt: skip
        """Write the act itself and its line of the audit trail; returns its id."""
        lama = {k: v for k, v in self._sebelum.items() if v is not None}
        mutasi = MutasiTanah(
            jenis=self.jenis, tanggal=self.tanggal, tgl_buku=tgl_buku or self._tgl_buku(), dasar=dasar,
            uraian=uraian, sebelum=self._sebelum, membatalkan_id=membatalkan_id, ket=ket,
            dicatat_oleh=self.t.konteks.nama_pelaku,
            dicatat_saat=self.t.konteks.jam.sekarang(),
        )  # fmt: skip
        self.sesi.add(mutasi)
        self.sesi.flush()
        self.sesi.add_all(
            MutasiBidang(mutasi_id=mutasi.id, bidang_id=b, peran=p) for b, p in self._peran.items()
        )
        self.sesi.flush()
        sesudah = {str(b): potret(self.sesi, b) for b in self._peran}
        self.t.catat(f"mutasi_tanah:{mutasi.id}", lama or None, _yang_berubah(lama, sesudah))
        return mutasi.id

    def _tgl_buku(self) -> dt.date:
        hasil = self.t.konteks.jam.hari_ini()
        if buka := bulan_terbuka_pertama(self.sesi):
            hasil = max(hasil, awal_bulan(buka))
        if terakhir := kueri.tgl_buku_terakhir(self.sesi, self._peran):
            hasil = max(hasil, terakhir)
        return hasil


def _yang_berubah(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> dict[str, Any]:
    return {
        b: {k: v for k, v in isi.items() if v != lama.get(b, {}).get(k) and v not in ("", 0, None, False)}
        for b, isi in baru.items()
    }


def baca_bidang_aktif(sesi: Session, bidang_id: int) -> tuple[Kolom, Bagian]:
    """Columns and shares of a standing parcel. Raises TidakDitemukan."""
    bidang = sesi.get(Bidang, bidang_id, populate_existing=True)
    if bidang is None or not bidang.aktif:
        raise TidakDitemukan("Bidang tanah itu tidak ada atau sudah dipecah, digabung, atau dibatalkan.")
    return {k: getattr(bidang, k) for k in KOLOM_BIDANG}, baca_bagian(sesi, bidang_id)


def baca_bagian(sesi: Session, bidang_id: int) -> Bagian:
    """Shares of a parcel by owner."""
    return {p: Fraction(a, b) for p, a, b in kueri.bagian(sesi, [bidang_id]).get(bidang_id, ())}


def potret(sesi: Session, bidang_id: int) -> dict[str, Any]:
    """A parcel as plain data: its columns and `bagian`."""
    isi = sesi.execute(select(*Bidang.__table__.columns).where(Bidang.id == bidang_id)).one()._mapping
    hasil = {k: (v.isoformat() if isinstance(v, dt.date) else v) for k, v in isi.items() if k != "id"}
    return {**hasil, "bagian": [list(b) for b in kueri.bagian(sesi, [bidang_id]).get(bidang_id, ())]}


def kembalikan(sesi: Session, bidang_id: int, isi: Mapping[str, Any] | None) -> None:
    """Make a parcel what `potret` said; None: it had not begun."""
    if isi is None:
        sesi.execute(update(Bidang).where(Bidang.id == bidang_id).values(aktif=False))
        return
    kolom = {k: isi[k] for k in KOLOM_BIDANG}
    if kolom["tgl_perolehan"]:
        kolom["tgl_perolehan"] = dt.date.fromisoformat(kolom["tgl_perolehan"])
    sesi.execute(update(Bidang).where(Bidang.id == bidang_id).values(**kolom))
    tulis_bagian(sesi, bidang_id, {p: Fraction(a, b) for p, a, b in isi["bagian"]})


def tulis_bagian(sesi: Session, bidang_id: int, bagian: Bagian) -> None:
    """Replace the shares of a parcel; they stay when nothing differs."""
    if baca_bagian(sesi, bidang_id) == bagian:
        return
    sesi.execute(delete(BagianPemilik).where(BagianPemilik.bidang_id == bidang_id))
    sesi.add_all(
        BagianPemilik(bidang_id=bidang_id, pemilik_id=p, pembilang=b.numerator, penyebut=b.denominator)
        for p, b in bagian.items()
    )
    sesi.flush()


def milik_desa(sesi: Session, bagian: Bagian) -> bool:
    """Whether the parcel is village land. Raises ValidationFailed when the village owns only a part."""
    jenis = set(sesi.scalars(select(PemilikTanah.jenis).where(PemilikTanah.id.in_(list(bagian)))))
    if DESA in jenis and len(bagian) > 1:
        raise ValidationFailed(
            [FieldIssue("pemilik", "Tanah kas desa harus seluruhnya milik desa. Pecah bidangnya lebih dulu.")]
        )
    return DESA in jenis


def siapkan(sesi: Session, kolom: Kolom, bagian: Bagian, bidang_id: int | None = None) -> Kolom:
    """Columns ready to store: shares whole, certificate free, columns of village land as the owner asks."""
    if issues := periksa_bagian(list(bagian.values())):
        raise ValidationFailed(issues)
    hasil = {k: v for k, v in kolom.items() if k in KOLOM_BIDANG}
    hasil["tkd"] = milik_desa(sesi, bagian)
    if not hasil["tkd"]:
        hasil |= dict.fromkeys((*KOLOM_OLEH, *KOLOM_JENIS, *KOLOM_TANDA), 0)
        hasil |= {"asal_tkd": "", "peruntukan": "", "tgl_perolehan": None}
    elif not any(hasil.get(k) for k in KOLOM_OLEH):
        hasil |= kolom_tkd(hasil)
    periksa_sertifikat(sesi, hasil["no_sertifikat"], bidang_id)
    return hasil


def kolom_tkd(kolom: Mapping[str, Any]) -> Kolom:
    """Columns 6 to 16 of A.5 for land that comes to the village by an act: LAIN - LAIN, kinds by use."""
    hasil = dict.fromkeys((*KOLOM_OLEH, *KOLOM_JENIS), 0)
    hasil["oleh_lain_lain"] = kolom["luas"]
    for guna in GUNA:
        hasil[f"jenis_{TKD_DARI_GUNA.get(guna, 'tanah_kering_darat')}"] += kolom[f"guna_{guna}"]
    return hasil


def periksa_sertifikat(
    sesi: Session, nomor: str, bidang_id: int | None, kecuali: Collection[int] = ()
) -> None:
    """One certificate, one standing parcel; `kecuali` are about to change too. Raises ValidationFailed."""
    if not nomor:
        return
    syarat = [func.lower(Bidang.no_sertifikat) == nomor.lower(), Bidang.aktif.is_(True)]
    abaikan = {*kecuali, *((bidang_id,) if bidang_id is not None else ())}
    if abaikan:
        syarat.append(Bidang.id.not_in(abaikan))
    if lain := sesi.scalar(select(Bidang.id).where(*syarat).limit(1)):
        raise ValidationFailed(
            [FieldIssue("no_sertifikat", f"Nomor sertifikat {nomor} sudah dipakai bidang nomor {lain}.")]
        )
