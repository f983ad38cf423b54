"""Carrying out a plan: one transaction, all or nothing.

The first residents are opening stock: one event `awal` with a ledger line for each person. Once the
opening month is closed new people can only be booked as arrivals, and only when the officer agreed.
People who are dead or gone in the file come in without ledger lines, their old event as history.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, literal, select, update
from sqlalchemy.orm import Session

from db.models import Dusun, Impor, Keluarga, Kunjungan, Mutasi, Penduduk, Peristiwa, Terlibat
from db.queries import impor as kueri
from desa_app import kode
from desa_app.errors import DesaError
from desa_app.impor.banding import KOLOM_PENDUDUK
from desa_app.impor.coba import Kemajuan
from desa_app.impor.rencana import DIJAGA, OrangBerubah, OrangMasuk, RencanaImpor
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import Posisi, baris_mutasi, bulan_pembukaan, catat_peristiwa
from desa_app.kependudukan.penduduk import segarkan_cari
from desa_app.kependudukan.teks_cari import teks_cari
from desa_app.waktu import awal_bulan

SEKALI_TULIS = 5_000
_RIWAYAT = {2: "mati", 3: "pindah", 6: "pergi"}


@dataclass(frozen=True)
class HasilImpor:
    """What was stored."""

    impor_id: int
    baru: int
    berubah: int
    keluarga_baru: int
    dusun_baru: tuple[str, ...]


@dataclass(frozen=True)
class _Isi:
    """One new person with the ids that it gets."""

    id: int
    keluarga_id: int | None
    dusun_id: int | None
    masuk: OrangMasuk


Pilih = Callable[[OrangBerubah], Collection[str]]
"""Which keys of a changed person are taken over."""


def ambil_langsung(orang: OrangBerubah) -> Collection[str]:
    """Everything but status, SHDK, KK number and address."""
    return [b.kunci for b in orang.langsung]


@kasus(Izin.IMPOR)
def terapkan_impor(
    k: Konteks,
    rencana: RencanaImpor,
    *,
    pilih: Pilih = ambil_langsung,
    setuju_datang: bool = False,
    kemajuan: Kemajuan | None = None,
) -> HasilImpor:
    """Store the plan. Raises DesaError when a row is refused or the book changed since the dry run."""
    if not rencana.boleh:
        raise DesaError(
            f"{rencana.ditolak} baris ditolak, jadi tidak ada yang disimpan. "
            "Betulkan berkasnya, lalu coba lagi."
        )
    with k.tulis("impor.terapkan") as t:
        if kueri.tanda_keadaan(t.sesi) != rencana.keadaan:
            raise DesaError(
                "Buku berubah sejak berkas ini dicoba. Tidak ada yang disimpan; coba sekali lagi berkasnya."
            )
        datang = bool(rencana.baru) and not rencana.pembukaan
        if datang and any(o.aktif for o in rencana.baru) and not setuju_datang:
            raise DesaError(
                "Bulan pembukaan sudah ditutup. Penduduk baru dari berkas ini akan dicatat sebagai DATANG; "
                "setujui itu lebih dulu. Tidak ada yang disimpan."
            )
        return _Penerapan(t, rencana, kemajuan or (lambda _a, _b, _c: None)).jalan(pilih)


class _Penerapan:
    """One plan while it is written."""

    def __init__(self, t: Transaksi, rencana: RencanaImpor, kemajuan: Kemajuan) -> None:
        self.t, self.sesi, self.rencana, self.kemajuan = t, t.sesi, rencana, kemajuan
        k = t.konteks
        self.saat = k.jam.sekarang()
        impor = Impor(
            saat=self.saat, pelaku=k.nama_pelaku, format=rencana.format,
            sidik=rencana.sidik, ringkasan={},
        )  # fmt: skip
        self.sesi.add(impor)
        self.sesi.flush()
        self.impor = impor

    def jalan(self, pilih: Pilih) -> HasilImpor:
        dusun, dusun_baru = _dusun(self.sesi, self.rencana.baru)
        keluarga, keluarga_baru = self._keluarga(dusun)
        isi = self._penduduk(keluarga)
        self._buku_besar(isi)
        self._riwayat(isi)
        self._kunjungan(isi)
        berubah = self._ubah(pilih)
        ringkasan = {
            "baru": len(isi), "berubah": berubah, "sama": self.rencana.sama, "keluarga": len(keluarga_baru),
            "keluarga_baru": [b["id"] for b in keluarga_baru], "dusun_baru": dusun_baru,
        }  # fmt: skip
        self.impor.ringkasan = ringkasan
        catatan = {x: ringkasan[x] for x in ("baru", "berubah", "keluarga")}
        self.t.catat(f"impor:{self.impor.id}", None, catatan | {"sidik": self.rencana.sidik})
        return HasilImpor(self.impor.id, len(isi), berubah, len(keluarga_baru), tuple(dusun_baru))

    def _keluarga(self, dusun: Mapping[str, int]) -> tuple[dict[str, tuple[int, int]], list[dict[str, Any]]]:
        """Ids and dusun of all families; families that only the file knows are made from their head's row."""
        ada = kueri.keluarga_kini(self.sesi)
        wakil: dict[str, OrangMasuk] = {}
        for o in self.rencana.baru:
            no_kk = o.nilai.get("no_kk")
            if no_kk is None or no_kk in ada or "dusun" not in o.nilai:
                continue
            if no_kk not in wakil or _derajat(o) < _derajat(wakil[no_kk]):
                wakil[no_kk] = o
        baru = []
        for nomor, (no_kk, o) in enumerate(wakil.items(), kueri.nomor_terakhir(self.sesi, Keluarga) + 1):
            n = o.nilai
            ada[no_kk] = (nomor, dusun[n["dusun"]])
            baru.append({
                "id": nomor, "no_kk": no_kk, "alamat": n.get("alamat", ""), "dusun_id": dusun[n["dusun"]],
                "rt": n.get("rt", ""), "rw": n.get("rw", ""), "aktif": o.aktif, "ket": "",
                "tgl_terbit": n.get("tgl_terbit"),
            })  # fmt: skip
        sisipkan(self.sesi, Keluarga, baru)
        return ada, baru

    def _penduduk(self, keluarga: Mapping[str, tuple[int, int]]) -> list[_Isi]:
        kunci = sorted(self.rencana.kunci & KOLOM_PENDUDUK)
        kosong = {x: "" if _wajib_teks(x) else None for x in kunci}
        tetap = kosong | {
            "impor_id": self.impor.id,
            "diubah": self.saat,
            "status_dasar": 1,
            "warga_negara": 1,
        }
        semua = len(self.rencana.baru)
        hasil, baris = [], []
        for nomor, o in enumerate(self.rencana.baru, kueri.nomor_terakhir(self.sesi, Penduduk) + 1):
            n = o.nilai
            keluarga_id, dusun_id = keluarga.get(n.get("no_kk", ""), (None, None))
            satu = tetap | {x: n[x] for x in kunci if x in n}
            satu["id"], satu["keluarga_id"] = nomor, keluarga_id
            satu["cari"] = teks_cari(
                n["nama"], n.get("nik"), n.get("no_kk", ""), n.get("nama_ayah", ""), n.get("nama_ibu", ""),
                n.get("panggilan", ""),
            )  # fmt: skip
            baris.append(satu)
            hasil.append(_Isi(nomor, keluarga_id, dusun_id, o))
            if len(hasil) % 2500 == 0:
                self.kemajuan(len(hasil), semua, "Menyimpan penduduk")
        sisipkan(self.sesi, Penduduk, baris)
        return hasil

    def _buku_besar(self, isi: Sequence[_Isi]) -> None:
        """Opening stock on the first day of its month, or arrivals reported today."""
        aktif = [(x.id, posisi) for x in isi if (posisi := _posisi(x)) is not None]
        if not aktif:
            return
        hari_ini = self.t.konteks.jam.hari_ini()
        if self.rencana.pembukaan:
            jenis, hari = "awal", awal_bulan(bulan_pembukaan(self.t, hari_ini))
        else:
            jenis, hari = "datang", hari_ini
        peristiwa = catat_peristiwa(
            self.t, jenis, tgl_peristiwa=hari, tgl_lapor=hari, terlibat=[], ket="hasil impor",
            impor_id=self.impor.id,
        )  # fmt: skip
        sisipkan(self.sesi, Mutasi, [baris_mutasi(peristiwa, id_, p, 1, jenis) for id_, p in aktif])
        for kolom, milik in (("penduduk_id", Penduduk.id), ("keluarga_id", Penduduk.keluarga_id)):
            pilihan = (
                select(literal(peristiwa.id), milik).where(Penduduk.impor_id == self.impor.id).distinct()
            )
            self.sesi.execute(insert(Terlibat).from_select(["peristiwa_id", kolom], pilihan))

    def _riwayat(self, isi: Sequence[_Isi]) -> None:
        """People gone before: their event is history and changes no count."""
        hari_ini = self.t.konteks.jam.hari_ini()
        for x in isi:
            jenis = _RIWAYAT.get(x.masuk.nilai.get("status_dasar", 1))
            if jenis is None:
                continue
            tanggal = x.masuk.nilai.get("tgl_mutasi") or hari_ini
            peristiwa = catat_peristiwa(
                self.t, jenis, tgl_peristiwa=tanggal, tgl_lapor=hari_ini, terlibat=[], penduduk_id=x.id,
                ket="riwayat hasil impor", riwayat=True, impor_id=self.impor.id,
            )  # fmt: skip
            self.sesi.add(Terlibat(peristiwa_id=peristiwa.id, penduduk_id=x.id))

    def _kunjungan(self, isi: Sequence[_Isi]) -> None:
        """Visitors get their row of B.4."""
        hari_ini = self.t.konteks.jam.hari_ini()
        for x in isi:
            n = x.masuk.nilai
            if x.masuk.aktif and n.get("status_penduduk", 1) != 1:
                datang = n.get("tgl_mulai_tinggal") or hari_ini
                self.sesi.add(Kunjungan(penduduk_id=x.id, tgl_datang=datang, dusun_id=x.dusun_id))

    def _ubah(self, pilih: Pilih) -> int:
        """Fields of people whom the book knows; their old values are kept for taking the batch back."""
        sebelum: dict[str, dict[str, Any]] = {}
        for orang in self.rencana.berubah:
            ambil = set(pilih(orang)) - DIJAGA
            nilai = {b.kunci: b.mereka for b in orang.beda if b.kunci in ambil}
            if not nilai:
                continue
            sebelum[str(orang.penduduk_id)] = {b.kunci: b.kita for b in orang.beda if b.kunci in ambil}
            self.sesi.execute(
                update(Penduduk)
                .where(Penduduk.id == orang.penduduk_id)
                .values(**nilai, diubah=self.saat)
                .execution_options(synchronize_session=False)
            )
            segarkan_cari(self.sesi, self.sesi.get_one(Penduduk, orang.penduduk_id))
        if sebelum:
            self._catat_perubahan(sebelum)
        return len(sebelum)

    def _catat_perubahan(self, sebelum: dict[str, dict[str, Any]]) -> None:
        hari_ini = self.t.konteks.jam.hari_ini()
        peristiwa = catat_peristiwa(
            self.t, "perubahan_data", tgl_peristiwa=hari_ini, tgl_lapor=hari_ini, terlibat=[],
            sebelum={"penduduk": sebelum}, ket="hasil impor", riwayat=True, impor_id=self.impor.id,
        )  # fmt: skip
        terlibat = [{"peristiwa_id": peristiwa.id, "penduduk_id": int(x)} for x in sebelum]
        sisipkan(self.sesi, Terlibat, terlibat)


def sisipkan(sesi: Session, model: type[Any], baris: Sequence[Mapping[str, Any]]) -> None:
    """Bulk insert in portions; all rows have the same keys."""
    for awal in range(0, len(baris), SEKALI_TULIS):
        sesi.execute(insert(model.__table__), list(baris[awal : awal + SEKALI_TULIS]))


def _wajib_teks(kunci: str) -> bool:
    kolom = Penduduk.__table__.columns[kunci]
    return not kolom.nullable and kolom.type.python_type is str


def _derajat(o: OrangMasuk) -> tuple[bool, int]:
    """Whose row speaks for the family: the active head before others."""
    return not o.aktif, o.nilai.get("shdk", 99)


def _dusun(sesi: Session, orang: Sequence[OrangMasuk]) -> tuple[dict[str, int], list[str]]:
    """Ids of all dusun by name; those that only the file knows are made."""
    ada = {d.nama: d.id for d in sesi.scalars(select(Dusun))}
    disebut = dict.fromkeys(o.nilai["dusun"] for o in orang if "dusun" in o.nilai)
    baru = [nama for nama in disebut if nama not in ada]
    for urut, nama in enumerate(baru, len(ada)):
        satu = Dusun(nama=nama, urut=urut)
        sesi.add(satu)
        sesi.flush()
        ada[nama] = satu.id
    return ada, baru


def _posisi(x: _Isi) -> Posisi | None:
    """Where the books count the person; None for visitors and for those who are gone."""
    n = x.masuk.nilai
    if not x.masuk.aktif or n.get("status_penduduk", 1) != 1 or x.keluarga_id is None or x.dusun_id is None:
        return None
    return Posisi(x.dusun_id, x.keluarga_id, n["shdk"], kode.wni_wna(n.get("warga_negara", 1)), n["jk"])


def peristiwa_impor(sesi: Session, impor_id: int) -> list[Peristiwa]:
    """Events of one batch, oldest first."""
    return list(sesi.scalars(select(Peristiwa).where(Peristiwa.impor_id == impor_id).order_by(Peristiwa.id)))
