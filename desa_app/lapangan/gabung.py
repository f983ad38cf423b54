"""Merging a laptop's work into the office's record: first looked at, then taken over.

Lines of both records are kept. Where both worked on the same document with different results, the
office decides which state counts; nothing is dropped.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    BerkasLapangan,
    GabunganLapangan,
    JejakLapangan,
    KegiatanLapangan,
    Penduduk,
    PesertaLapangan,
)
from db.queries import lapangan as kueri
from desa_app.bahasa import tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan import keadaan as kd
from desa_app.lapangan.bekal import KANTOR, BukanUntukSini, pastikan_desa
from desa_app.lapangan.dokumen import DOKUMEN
from desa_app.lapangan.kegiatan import kunci_baru, terbuka
from desa_app.lapangan.paket import Baris, Paket, baca_paket
from desa_app.lapangan.peserta import berubah_sejak_daftar
from desa_app.lapangan.rekap import keadaan_dari_jejak
from desa_app.lapangan.wadah import baca_wadah

SELISIH_JAM = dt.timedelta(minutes=5)
"""Clocks that differ less are taken as right."""
SINI, SANA = "sini", "sana"
_SALINAN = ("tanda_terima", "nomor_dokumen", "penerima", "hubungan")


class SudahDigabung(DesaError):
    """This very file was merged before."""

    kode = "D-95"


@dataclass(frozen=True)
class Bentrok:
    """One document on which both worked with different results. `kunci` names it in the decision."""

    kunci: str
    nama: str
    dokumen: str
    di_kantor: str
    di_laptop: str


@dataclass(frozen=True)
class RencanaGabung:
    """What merging would do."""

    kegiatan_id: int
    perangkat: str
    jejak_baru: int
    peserta_baru: int
    bentrok: tuple[Bentrok, ...]
    peringatan: tuple[str, ...]
    geser_menit: int
    """Minutes by which the laptop's times would have to move, when its clock was surely wrong."""


@dataclass
class _Bahan:
    """Both sides of a merge."""

    kegiatan: KegiatanLapangan
    paket: Paket
    peserta: dict[str, PesertaLapangan]
    berkas: dict[str, BerkasLapangan]
    ganti: dict[str, str] = field(default_factory=dict)
    """Keys of the laptop's documents and people that the office knows under another key."""
    baru: list[Baris] = field(default_factory=list)
    keadaan_sini: dict[str, str] = field(default_factory=dict)
    keadaan_sana: dict[str, str] = field(default_factory=dict)
    tersentuh: set[str] = field(default_factory=set)
    """Documents on which the office worked without the laptop knowing."""

    def kunci(self, asal: str) -> str:
        """The office's key of a record of the laptop."""
        return self.ganti.get(asal, asal)


@kasus(Izin.SURAT_BUAT)
def coba_gabung(k: Konteks, berkas: Path, sandi: str) -> RencanaGabung:
    """What a laptop's file would change, with every conflict and doubt; nothing is stored."""
    paket = baca_paket(baca_wadah(berkas, sandi))
    with k.baca() as sesi:
        return _rencana(sesi, _bahan(sesi, paket), k.jam.sekarang())


@kasus(Izin.SURAT_BUAT)
def gabung(
    k: Konteks, berkas: Path, sandi: str, putusan: Mapping[str, str] | None = None, geser_menit: int = 0
) -> RencanaGabung:
    """Take a laptop's work over. `putusan` says for each conflict which state counts: sini or sana.

    `geser_menit` moves the laptop's times when its clock was wrong; the original time is kept beside.
    """
    paket, putusan = baca_paket(baca_wadah(berkas, sandi)), putusan or {}
    with k.tulis("lapangan.gabung") as t:
        terbuka(t.sesi, _kegiatan(t.sesi, paket).id)
        bahan = _bahan(t.sesi, paket)
        rencana = _rencana(t.sesi, bahan, k.jam.sekarang())
        if belum := [b for b in rencana.bentrok if putusan.get(b.kunci) not in {SINI, SANA}]:
            raise ValidationFailed(
                [
                    FieldIssue(b.kunci, f"{b.nama}, {b.dokumen}: pilih catatan kantor atau laptop.")
                    for b in belum
                ]
            )
        _Penggabung(t, bahan, putusan, geser_menit).jalan({b.kunci for b in rencana.bentrok})
        t.sesi.add(
            GabunganLapangan(
                kegiatan_id=bahan.kegiatan.id, paket=paket.paket, perangkat=paket.perangkat,
                saat=k.jam.sekarang(), oleh=k.nama_pelaku, jumlah=len(bahan.baru),
            )
        )  # fmt: skip
        t.catat(
            f"lapangan:{bahan.kegiatan.id}", None,
            {"gabung": paket.paket, "perangkat": paket.perangkat, "jejak": len(bahan.baru),
             "bentrok": dict(putusan), "geser_menit": geser_menit},
        )  # fmt: skip
    return rencana


def _kegiatan(sesi: Session, paket: Paket) -> KegiatanLapangan:
    kegiatan = sesi.scalar(select(KegiatanLapangan).where(KegiatanLapangan.kunci == paket.kegiatan["kunci"]))
    if kegiatan is None:
        raise BukanUntukSini(
            f"Kegiatan “{paket.kegiatan['nama']}” tidak ada di komputer ini. Tidak ada data yang berubah."
        )
    return kegiatan


def _bahan(sesi: Session, paket: Paket) -> _Bahan:
    """Both sides, when the file may be merged here. Raises BukanUntukSini and SudahDigabung."""
    pastikan_desa(sesi, paket)
    if paket.arah != "hasil":
        raise BukanUntukSini(
            "Berkas ini bekal dari kantor, belum hasil dari lapangan. Tidak ada data yang berubah."
        )
    kegiatan = _kegiatan(sesi, paket)
    if kegiatan.perangkat != KANTOR:
        raise BukanUntukSini("Hasil digabungkan di kantor, bukan di laptop. Tidak ada data yang berubah.")
    _pastikan_belum(sesi, paket)
    peserta = {p.kunci: p for p in kueri.peserta(sesi, kegiatan.id)}
    berkas = {b.kunci: b for isi in kueri.berkas(sesi, kegiatan.id).values() for b in isi}
    bahan = _Bahan(kegiatan, paket, peserta, berkas)
    _samakan_kunci(bahan)
    jejak_sini = kueri.jejak(sesi, kegiatan.id)
    kenal, dari_sana = {j.kunci for j in jejak_sini}, {j["kunci"] for j in paket.jejak}
    bahan.baru = [j for j in paket.jejak if j["kunci"] not in kenal]
    bahan.keadaan_sini = keadaan_dari_jejak(jejak_sini)
    bahan.keadaan_sana = keadaan_dari_jejak([JejakLapangan(**j) for j in paket.jejak])
    bahan.tersentuh = {
        j.objek_kunci
        for j in jejak_sini
        if j.objek == "berkas" and j.kunci not in dari_sana and j.tindakan != "dibukukan"
    }
    return bahan


def _pastikan_belum(sesi: Session, paket: Paket) -> None:
    lama = sesi.scalar(select(GabunganLapangan).where(GabunganLapangan.paket == paket.paket))
    if lama is not None:
        raise SudahDigabung(
            f"Berkas ini sudah digabungkan pada {tanggal_panjang(lama.saat.date())}. "
            "Tidak ada data yang berubah."
        )


def _samakan_kunci(bahan: _Bahan) -> None:
    """People and documents that both sides added under different keys are one and the same."""
    menurut_nik = {p.nik: p for p in bahan.peserta.values() if p.nik}
    menurut_jenis = {(b.peserta_id, b.jenis): b for b in bahan.berkas.values()}
    for p in bahan.paket.peserta:
        if p["kunci"] not in bahan.peserta and p["nik"] in menurut_nik:
            bahan.ganti[p["kunci"]] = menurut_nik[p["nik"]].kunci
    for b in bahan.paket.berkas:
        orang = bahan.peserta.get(bahan.kunci(b["peserta"]))
        sama = menurut_jenis.get((orang.id, b["jenis"])) if orang else None
        if b["kunci"] not in bahan.berkas and sama is not None:
            bahan.ganti[b["kunci"]] = sama.kunci


def _rencana(sesi: Session, bahan: _Bahan, sekarang: dt.datetime) -> RencanaGabung:
    geser, peringatan = _periksa_jam(bahan, sekarang)
    status = kueri.status_dasar(sesi, bahan.kegiatan.id)
    for p in bahan.peserta.values():
        jenis = [b.jenis for b in bahan.berkas.values() if b.peserta_id == p.id]
        if sebab := berubah_sejak_daftar(status.get(p.id), jenis):
            peringatan.append(f"{p.nama} {sebab}; dokumennya tidak akan dicatat ke buku.")
    baru = [p for p in bahan.paket.peserta if bahan.kunci(p["kunci"]) not in bahan.peserta]
    return RencanaGabung(
        bahan.kegiatan.id, bahan.paket.perangkat, len(bahan.baru), len(baru), tuple(_bentrok(bahan)),
        tuple(peringatan), geser,
    )  # fmt: skip


def _bentrok(bahan: _Bahan) -> list[Bentrok]:
    """Documents with new lines on both sides whose results differ."""
    nama = {p["kunci"]: p["nama"] for p in bahan.paket.peserta}
    disentuh_sana = {j["objek_kunci"] for j in bahan.baru if j["objek"] == "berkas"}
    hasil = []
    for b in bahan.paket.berkas:
        kunci = bahan.kunci(b["kunci"])
        if b["kunci"] not in disentuh_sana or kunci not in bahan.tersentuh:
            continue
        sini, lama = bahan.keadaan_sini.get(kunci, kd.DAFTAR), bahan.berkas[kunci]
        sana = bahan.keadaan_sana.get(b["kunci"], kd.DAFTAR)
        if sini != sana or any(getattr(lama, x) != b[x] for x in _SALINAN):
            kata = DOKUMEN[b["jenis"]].nama
            hasil.append(
                Bentrok(
                    kunci,
                    nama[b["peserta"]],
                    kata,
                    _kata(sini, lama.tanda_terima),
                    _kata(sana, b["tanda_terima"]),
                )
            )
    return hasil


def _kata(keadaan: str, tanda_terima: str) -> str:
    return f"{kd.KEADAAN[keadaan]}{f', {tanda_terima}' if tanda_terima else ''}"


def _periksa_jam(bahan: _Bahan, sekarang: dt.datetime) -> tuple[int, list[str]]:
    """Minutes to move and warnings, when the laptop's times cannot be right."""
    saat = [j["saat"] for j in bahan.baru if j["perangkat"] == bahan.paket.perangkat]
    peringatan: list[str] = []
    if not saat:
        return 0, peringatan
    geser = dt.timedelta()
    if max(saat) > sekarang + SELISIH_JAM:
        geser = sekarang - max(saat)
        peringatan.append("Jam laptop terlalu maju: ada catatan yang waktunya belum tiba.")
    elif min(saat) < bahan.paket.dibawa - SELISIH_JAM:
        geser = bahan.paket.dibawa - min(saat)
        peringatan.append("Jam laptop terlalu mundur: ada catatan sebelum berkas bekal dibuat.")
    if any(a > b for a, b in pairwise(saat)):
        peringatan.append("Jam laptop berubah di tengah kegiatan: urutan waktunya tidak menaik.")
    return round(geser.total_seconds() / 60), peringatan


class _Penggabung:
    """Writes the laptop's side into the office's data inside one transaction."""

    def __init__(self, t: Transaksi, bahan: _Bahan, putusan: Mapping[str, str], geser_menit: int) -> None:
        self._t, self._bahan, self._putusan = t, bahan, putusan
        self._geser = dt.timedelta(minutes=geser_menit)

    def jalan(self, bentrok: set[str]) -> None:
        """Everything, in the order in which records refer to each other."""
        bahan = self._bahan
        for p in bahan.paket.peserta:
            self._peserta(p)
        self._t.sesi.flush()
        for j in bahan.baru:
            self._jejak(j)
        if bahan.baru and bahan.kegiatan.keadaan == "rencana":
            bahan.kegiatan.keadaan = "berjalan"
        disentuh = {j["objek_kunci"] for j in bahan.baru if j["objek"] == "berkas"}
        for b in bahan.paket.berkas:
            self._berkas(b, disentuh, bentrok)

    def _peserta(self, p: Baris) -> None:
        kunci = self._bahan.kunci(p["kunci"])
        lama = self._bahan.peserta.get(kunci)
        hadir = p["hadir"] + self._geser if p["hadir"] else None
        if lama is None:
            isi = {**p, "hadir": hadir, "penduduk_id": self._penduduk(p["nik"])}
            baru = PesertaLapangan(kegiatan_id=self._bahan.kegiatan.id, **isi)
            self._t.sesi.add(baru)
            self._bahan.peserta[kunci] = baru
            return
        lama.tuntas = lama.tuntas or p["tuntas"]
        if hadir and (lama.hadir is None or hadir < lama.hadir):
            lama.hadir = hadir

    def _penduduk(self, nik: str) -> int | None:
        """The resident of somebody who was added in the field; None when the books do not know the NIK."""
        if not nik:
            return None
        return self._t.sesi.scalar(
            select(Penduduk.id).where(Penduduk.nik == nik, Penduduk.status_dasar.in_((1, 4))).limit(1)
        )

    def _jejak(self, j: Baris) -> None:
        isi: dict[str, Any] = {**j, "objek_kunci": self._bahan.kunci(j["objek_kunci"])}
        if self._geser and j["perangkat"] == self._bahan.paket.perangkat:
            isi["saat"] = j["saat"] + self._geser
            isi["isi"] = {**j["isi"], "saat_asli": j["saat"].isoformat()}
        self._t.sesi.add(JejakLapangan(kegiatan_id=self._bahan.kegiatan.id, **isi))

    def _berkas(self, b: Baris, disentuh: set[str], bentrok: set[str]) -> None:
        kunci = self._bahan.kunci(b["kunci"])
        lama = self._bahan.berkas.get(kunci)
        if lama is None:
            orang = self._bahan.peserta[self._bahan.kunci(b["peserta"])]
            isi = {kolom: nilai for kolom, nilai in b.items() if kolom != "peserta"}
            self._t.sesi.add(BerkasLapangan(peserta_id=orang.id, **isi))
            return
        if b["kunci"] not in disentuh:
            return
        if kunci in bentrok:
            self._putuskan(lama, b)
        else:
            self._salin(lama, b)

    def _salin(self, lama: BerkasLapangan, b: Baris) -> None:
        lama.keadaan = self._bahan.keadaan_sana.get(b["kunci"], kd.DAFTAR)
        for kolom in _SALINAN:
            setattr(lama, kolom, b[kolom])

    def _putuskan(self, lama: BerkasLapangan, b: Baris) -> None:
        """The chosen state, as a line of the record so that it follows from the lines alone."""
        if self._putusan[lama.kunci] == SANA:
            self._salin(lama, b)
        self._t.sesi.add(
            JejakLapangan(
                kunci=kunci_baru(), kegiatan_id=self._bahan.kegiatan.id, objek="berkas",
                objek_kunci=lama.kunci, tindakan="putusan", saat=self._t.konteks.jam.sekarang(),
                oleh=self._t.konteks.nama_pelaku, perangkat=KANTOR,
                isi={"ke": lama.keadaan, "pilih": self._putusan[lama.kunci]},
            )
        )  # fmt: skip
