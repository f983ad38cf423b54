"""Writes one act: what people changed in residents and families becomes ledger lines by comparison.

An act loads everybody through the Pencatat, changes the objects freely and calls `selesai`. Lines
follow from the difference of positions, so no act can forget one; a family that would be left
without exactly one head is refused before anything is stored.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models import Desa, Dusun, Keluarga, Penduduk, Terlibat
from desa_app.bahasa import nama_bulan, tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Transaksi
from desa_app.kependudukan.buku_besar import (
    Posisi,
    bulan_pembukaan,
    bulan_terbuka_pertama,
    catat_peristiwa,
    pindahkan,
    posisi_kini,
)
from desa_app.kependudukan.penduduk import segarkan_cari
from desa_app.kependudukan.setelan import bulan_menurut_peristiwa
from desa_app.pemeriksaan.jalan import periksa_segera
from desa_app.waktu import awal_bulan, bulan_dari


class TanpaKepala(DesaError):
    """A family would be left without exactly one head; carries the family and who could become head."""

    kode = "D-71"

    def __init__(self, pesan: str, no_kk: str, calon: tuple[str, ...]) -> None:
        super().__init__(pesan)
        self.no_kk = no_kk
        self.calon = calon


@dataclass(frozen=True, kw_only=True)
class Waktu:
    """The two dates of an act."""

    tgl_peristiwa: dt.date
    tgl_lapor: dt.date


@dataclass(frozen=True)
class HasilAcara:
    """What a booked act gives back."""

    peristiwa_id: int
    tgl_buku: dt.date
    catatan: str = ""
    """Told to the officer when the books count it elsewhere than expected."""
    penduduk_ids: tuple[int, ...] = ()
    """Residents that the act created."""


class Pencatat:
    """One act while it is being written."""

    def __init__(
        self, t: Transaksi, jenis: str, waktu: Waktu, *, masuk: str = "datang", keluar: str = "pindah"
    ):
        self.t = t
        self.jenis = jenis
        self.waktu = waktu
        self._masuk, self._keluar = masuk, keluar
        self._orang: dict[int, tuple[Penduduk, Posisi | None, dict[str, Any]]] = {}
        self._keluarga: dict[int, tuple[Keluarga, dict[str, Any]]] = {}
        self._orang_baru: list[Penduduk] = []
        self._keluarga_baru: list[Keluarga] = []

    def orang(self, penduduk_id: int) -> Penduduk:
        """A resident who may change in this act. Raises TidakDitemukan."""
        if penduduk_id in self._orang:
            return self._orang[penduduk_id][0]
        p = self.t.sesi.get(Penduduk, penduduk_id)
        if p is None:
            raise TidakDitemukan("Orang itu tidak ada dalam buku.")
        self._orang[p.id] = (p, posisi_kini(self.t.sesi, p), potret(p))
        return p

    def orang_aktif(self, penduduk_id: int) -> Penduduk:
        """A resident whom the books count now. Raises DesaError that says what to do instead."""
        p = self.orang(penduduk_id)
        if self._orang[p.id][1] is None:
            raise DesaError(
                f"{p.nama} tidak tercatat sebagai penduduk aktif ({_keadaan(p)}). Tidak ada yang diubah. "
                "Bila statusnya keliru, batalkan peristiwa terakhirnya dari riwayat orang itu."
            )
        return p

    def keluarga(self, keluarga_id: int) -> Keluarga:
        """A family that may change, with all its active members. Raises TidakDitemukan."""
        if keluarga_id in self._keluarga:
            return self._keluarga[keluarga_id][0]
        keluarga = self.t.sesi.get(Keluarga, keluarga_id)
        if keluarga is None:
            raise TidakDitemukan("KK itu tidak ada dalam buku.")
        self._keluarga[keluarga.id] = (keluarga, potret(keluarga))
        for anggota in self.anggota(keluarga.id):
            self.orang(anggota.id)
        return keluarga

    def anggota(self, keluarga_id: int) -> list[Penduduk]:
        """Active members of a family, head first, as they stand inside this act."""
        self.t.sesi.flush()
        return list(
            self.t.sesi.scalars(
                select(Penduduk)
                .where(
                    Penduduk.keluarga_id == keluarga_id,
                    Penduduk.status_dasar.in_((1, 4)),
                    Penduduk.status_penduduk == 1,
                )
                .order_by(Penduduk.shdk, Penduduk.tanggal_lahir, Penduduk.id)
            )
        )

    def tambah_orang(self, p: Penduduk) -> Penduduk:
        """A person who comes into the book by this act."""
        self.t.sesi.add(p)
        self.t.sesi.flush()
        self._orang_baru.append(p)
        return p

    def tambah_keluarga(self, keluarga: Keluarga) -> Keluarga:
        """A family that begins by this act."""
        self.t.sesi.add(keluarga)
        self.t.sesi.flush()
        self._keluarga_baru.append(keluarga)
        return keluarga

    def selesai(
        self,
        *,
        penduduk_id: int | None = None,
        keluarga_id: int | None = None,
        rincian: dict[str, Any] | None = None,
        ket: str = "",
    ) -> HasilAcara:
        """Check, write ledger and audit. Raises TanpaKepala or ValidationFailed; nothing is stored then."""
        self.t.sesi.flush()
        periksa_tanggal(self.t, self.waktu, self._yang_berubah())
        self._periksa_keluarga()
        ket = "; ".join(x for x in (ket, self._catatan_terlambat()) if x)
        semua = [*(p for p, _, _ in self._orang.values()), *self._orang_baru]
        tgl_dasar = self._tanggal_dasar()
        bulan_pembukaan(self.t, tgl_dasar)
        peristiwa = catat_peristiwa(
            self.t, self.jenis, tgl_peristiwa=self.waktu.tgl_peristiwa, tgl_lapor=self.waktu.tgl_lapor,
            tgl_dasar=tgl_dasar, terlibat=[p.id for p in semua], penduduk_id=penduduk_id,
            keluarga_id=keluarga_id,
            rincian=rincian,
            sebelum=self._sebelum(), ket=ket,
        )  # fmt: skip
        for p, dari, _ in self._orang.values():
            self._pindahkan(peristiwa, p, dari)
        for p in self._orang_baru:
            self._pindahkan(peristiwa, p, None)
        for p in semua:
            segarkan_cari(self.t.sesi, p)
        self._catat_terlibat(peristiwa.id, semua)
        periksa_segera(self.t, [p.id for p in semua])
        self.t.catat(f"peristiwa:{peristiwa.id}", None, {"jenis": self.jenis, "penduduk": penduduk_id})
        return HasilAcara(peristiwa.id, peristiwa.tgl_buku, ket, tuple(p.id for p in self._orang_baru))

    def _yang_berubah(self) -> list[Penduduk]:
        """Residents whose position this act changes; only for them must the dates make sense."""
        return [p for p, dari, _ in self._orang.values() if dari != posisi_kini(self.t.sesi, p)]

    def _pindahkan(self, peristiwa: Any, p: Penduduk, dari: Posisi | None) -> None:
        ke = posisi_kini(self.t.sesi, p)
        pindahkan(self.t, peristiwa, p.id, dari, ke, self._alir(dari, ke))

    def _alir(self, dari: Posisi | None, ke: Posisi | None) -> str | tuple[str, str]:
        if dari is None:
            return self._masuk
        if ke is None:
            return self._keluar
        kolom_sama = (dari.dusun_id, dari.wn, dari.jk) == (ke.dusun_id, ke.wn, ke.jk)
        return "geser" if kolom_sama else ("pindah", "datang")

    def _tanggal_dasar(self) -> dt.date:
        menurut_peristiwa = bulan_menurut_peristiwa(self.t.sesi)
        return self.waktu.tgl_peristiwa if menurut_peristiwa else self.waktu.tgl_lapor

    def _catatan_terlambat(self) -> str:
        """Late news says so in KET: the event's month is another, closed one."""
        if bulan_dari(self.waktu.tgl_peristiwa) >= bulan_dari(self.waktu.tgl_lapor):
            return ""
        return f"lapor terlambat, peristiwa {tanggal_panjang(self.waktu.tgl_peristiwa)}"

    def _periksa_keluarga(self) -> None:
        """Every family touched has exactly one active head, or no active member and is closed."""
        tersentuh = [k for k, _ in self._keluarga.values()] + self._keluarga_baru
        tersentuh_id = {k.id for k in tersentuh}
        for p, dari, _ in list(self._orang.values()):
            for keluarga_id in (dari.keluarga_id if dari else None, p.keluarga_id):
                if keluarga_id is not None and keluarga_id not in tersentuh_id:
                    tersentuh_id.add(keluarga_id)
                    tersentuh.append(self.keluarga(keluarga_id))
        for keluarga in tersentuh:
            anggota = self.anggota(keluarga.id)
            kepala = [p for p in anggota if p.shdk == 1]
            if not anggota:
                keluarga.aktif = False
            elif len(kepala) != 1:
                raise _tanpa_kepala(keluarga, anggota, len(kepala))
            else:
                keluarga.aktif = True
        self.t.sesi.flush()

    def _sebelum(self) -> dict[str, Any]:
        """Undo memory: columns of residents and families as they were, and what is new."""
        return {
            "penduduk": {str(i): ubah for i, (p, _, lama) in self._orang.items() if (ubah := _beda(p, lama))},
            "keluarga": {str(i): ubah for i, (k, lama) in self._keluarga.items() if (ubah := _beda(k, lama))},
            "penduduk_baru": [p.id for p in self._orang_baru],
            "keluarga_baru": [k.id for k in self._keluarga_baru],
        }

    def _catat_terlibat(self, peristiwa_id: int, orang: Iterable[Penduduk]) -> None:
        keluarga = {*self._keluarga, *(k.id for k in self._keluarga_baru)}
        self.t.sesi.add_all(Terlibat(peristiwa_id=peristiwa_id, penduduk_id=p.id) for p in orang)
        self.t.sesi.add_all(Terlibat(peristiwa_id=peristiwa_id, keluarga_id=i) for i in sorted(keluarga))
        self.t.sesi.flush()


def potret(objek: Penduduk | Keluarga) -> dict[str, Any]:
    """Every column of a row as it is now, dates as text."""
    return {
        kolom.key: nilai.isoformat() if isinstance(nilai := getattr(objek, kolom.key), dt.date) else nilai
        for kolom in type(objek).__mapper__.column_attrs
    }


def _beda(objek: Penduduk | Keluarga, lama: dict[str, Any]) -> dict[str, Any]:
    kini = potret(objek)
    return {kunci: nilai for kunci, nilai in lama.items() if kini[kunci] != nilai and kunci != "cari"}


def _keadaan(p: Penduduk) -> str:
    from desa_app import kode

    if p.status_penduduk == 2:
        return "penduduk sementara"
    return kode.nama("status_dasar", p.status_dasar).lower() or "tidak aktif"


def _tanpa_kepala(keluarga: Keluarga, anggota: list[Penduduk], kepala: int) -> TanpaKepala:
    calon = tuple(p.nama for p in anggota)
    if kepala:
        pesan = f"KK {keluarga.no_kk} akan mempunyai {kepala} kepala keluarga. Tetapkan satu saja."
    else:
        pesan = (
            f"KK {keluarga.no_kk} akan tanpa kepala keluarga. Pilih kepala keluarga baru dari: "
            f"{', '.join(calon)}. Belum ada yang disimpan."
        )
    return TanpaKepala(pesan, keluarga.no_kk, calon)


def periksa_tanggal(t: Transaksi, waktu: Waktu, orang: Iterable[Penduduk]) -> None:
    """The rules on both dates. Raises ValidationFailed with the sentence that says what to do instead."""
    hari_ini = t.konteks.jam.hari_ini()
    issues = []
    if waktu.tgl_lapor > hari_ini:
        issues.append(
            FieldIssue("tgl_lapor", "Tanggal lapor sesudah hari ini. Isi hari ini atau sebelumnya.")
        )
    if waktu.tgl_peristiwa > hari_ini:
        issues.append(
            FieldIssue("tgl_peristiwa", "Tanggal peristiwa sesudah hari ini. Catat setelah terjadi.")
        )
    elif waktu.tgl_peristiwa > waktu.tgl_lapor:
        issues.append(FieldIssue("tgl_peristiwa", "Tanggal peristiwa tidak boleh sesudah tanggal lapor."))
    buka = bulan_terbuka_pertama(t.sesi) or t.sesi.scalar(select(Desa.bulan_awal))
    if buka and waktu.tgl_lapor < awal_bulan(buka):
        issues.append(
            FieldIssue(
                "tgl_lapor",
                f"{nama_bulan(bulan_dari(waktu.tgl_lapor))} sudah ditutup atau sebelum buku dimulai. "
                f"Isi tanggal lapor mulai {tanggal_panjang(awal_bulan(buka))}; tanggal kejadian tetap.",
            )
        )
    issues += [
        FieldIssue(
            "tgl_peristiwa",
            f"Tanggal peristiwa sebelum {p.nama} lahir ({tanggal_panjang(p.tanggal_lahir)}).",
        )
        for p in orang
        if p.tanggal_lahir and waktu.tgl_peristiwa < p.tanggal_lahir
    ]
    if issues:
        raise ValidationFailed(issues)


def dusun_dari_nama(t: Transaksi, nama: str) -> Dusun:
    """The dusun with this name. Raises ValidationFailed that lists the names there are."""
    semua = list(t.sesi.scalars(select(Dusun).order_by(Dusun.urut, Dusun.nama)))
    cocok = next((d for d in semua if d.nama.upper() == nama.strip().upper()), None)
    if cocok is None:
        ada = ", ".join(d.nama for d in semua) or "belum ada dusun"
        raise ValidationFailed([FieldIssue("dusun", f"Dusun “{nama}” tidak ada. Yang ada: {ada}.")])
    return cocok
