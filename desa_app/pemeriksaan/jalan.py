"""Running the checks, on demand for everything and on each save for the people concerned."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, update
from sqlalchemy.orm import Session

from db.models import Desa, Temuan
from db.queries import pemeriksaan as kueri
from desa_app.bahasa import nama_bulan
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.tutup_buku import bulan_berubah
from desa_app.pemeriksaan.ambang import baca_ambang
from desa_app.pemeriksaan.hasil import Bahan, Hasil, Keluarga, Orang
from desa_app.pemeriksaan.kembar import orang_mirip
from desa_app.pemeriksaan.seluruh import periksa_keluarga, periksa_orang, semua_pemeriksaan
from desa_app.pemeriksaan.tanah import periksa_tanah
from desa_app.pertanahan.temuan import bidang_cek

MANUAL = ("REKAM_GANDA", "TIDAK_DITEMUKAN")
"""Only a person can know these; a run neither finds nor settles them."""
Kemajuan = Callable[[int, int, str], None]


@dataclass(frozen=True)
class HasilPemeriksaan:
    """Outcome of a run: open findings, how many of them are new, how many are gone."""

    terbuka: int
    baru: int
    hilang: int


def bahan(sesi: Session, k: Konteks, keluarga_ids: Collection[int] | None = None) -> Bahan:
    """Rows for the checks: of everybody, or of some families; with the village's thresholds."""
    orang = [Orang(*b) for b in kueri.orang(sesi, keluarga_ids)]
    anggota: dict[int, list[Orang]] = {}
    for o in orang:
        if o.aktif and o.keluarga_id is not None:
            anggota.setdefault(o.keluarga_id, []).append(o)
    keluarga = [
        Keluarga(b.id, b.no_kk, b.alamat, b.dusun, tuple(anggota.get(b.id, ())))
        for b in kueri.keluarga(sesi, keluarga_ids)
    ]
    kode_desa = sesi.scalar(select(Desa.kode)) or ""
    return Bahan(k.jam.hari_ini(), kode_desa, orang, keluarga, baca_ambang(sesi))


def temukan(sesi: Session, k: Konteks, kemajuan: Kemajuan | None = None) -> list[Hasil]:
    """Everything that the checks find now, each finding once."""
    lapor = kemajuan or (lambda _a, _b, _c: None)
    lapor(0, 100, "Membaca buku")
    b = bahan(sesi, k)
    posisi = kueri.posisi_buku_besar(sesi, k.jam.hari_ini())
    lapor(20, 100, "Memeriksa satu per satu")
    semua = list(semua_pemeriksaan(b, posisi, kueri.peristiwa_orang(sesi)))
    semua += [
        Hasil("BULAN_TERTUTUP", f"angka {nama_bulan(bulan)} tidak lagi sama dengan saat ditutup")
        for bulan in bulan_berubah(sesi)
    ]
    semua += periksa_tanah(bidang_cek(sesi))
    lapor(60, 100, "Mencari orang yang mirip")
    semua += orang_mirip(b)
    return list(_gabungkan(semua))


def _gabungkan(semua: Iterable[Hasil]) -> Iterable[Hasil]:
    """Two findings of one check about the same person become one."""
    menurut_kunci: dict[str, Hasil] = {}
    for h in semua:
        dulu = menurut_kunci.get(h.kunci)
        lebur = h if dulu is None else replace(dulu, uraian=f"{dulu.uraian}; {h.uraian}")
        menurut_kunci[h.kunci] = lebur
    return menurut_kunci.values()


@kasus(Izin.BUKU_BACA)
def jalankan_pemeriksaan(k: Konteks, kemajuan: Kemajuan | None = None) -> HasilPemeriksaan:
    """Run every check over the book and bring the list up to date.

    A finding that was settled stays so while its values are the same; one that is gone is marked
    diperbaiki; one that comes back is new.
    """
    with k.baca() as sesi:
        semua = temukan(sesi, k, kemajuan)
    with k.tulis("pemeriksaan.jalan") as t:
        baru, hilang = samakan(t, semua, Temuan.kode.not_in(MANUAL))
        terbuka = len(kueri.daftar_temuan(t.sesi, ("baru", "dicek")))
        t.catat("pemeriksaan", None, {"terbuka": terbuka, "baru": baru, "hilang": hilang})
    return HasilPemeriksaan(terbuka, baru, hilang)


def samakan(t: Transaksi, semua: Collection[Hasil], lingkup: Any) -> tuple[int, int]:
    """Make the list say what `semua` says within `lingkup`; returns (new ones, vanished ones)."""
    ada = {x.kunci: x for x in t.sesi.execute(select(
        Temuan.id, Temuan.kunci, Temuan.uraian, Temuan.status, Temuan.tingkat).where(lingkup))}  # fmt: skip
    saat = t.konteks.jam.sekarang()
    hari_ini = saat.date()
    baru, ubah = [], []
    for h in semua:
        dulu = ada.pop(h.kunci, None)
        if dulu is None:
            baru.append({
                "kunci": h.kunci, "kode": h.kode, "tingkat": h.derajat, "penduduk_id": h.penduduk_id,
                "lawan_id": h.lawan_id, "keluarga_id": h.keluarga_id, "bidang_id": h.bidang_id,
                "uraian": h.uraian, "ditemukan": hari_ini, "status": "baru", "alasan": "", "oleh": "",
            })  # fmt: skip
        elif dulu.uraian != h.uraian or dulu.status == "diperbaiki" or dulu.tingkat != h.derajat:
            ubah.append({"b_id": dulu.id, "uraian": h.uraian, "tingkat": h.derajat, "ditemukan": hari_ini})
    hilang = [x.id for x in ada.values() if x.status != "diperbaiki"]
    if baru:
        t.sesi.execute(insert(Temuan.__table__), baru)  # type: ignore[arg-type]
    if ubah:
        perintah = update(Temuan.__table__).where(Temuan.id == bindparam("b_id")).values(  # type: ignore[arg-type]
            uraian=bindparam("uraian"), tingkat=bindparam("tingkat"), ditemukan=bindparam("ditemukan"),
            status="baru", alasan="",
        )  # fmt: skip
        t.sesi.execute(perintah, ubah)
    for awal in range(0, len(hilang), 500):
        potongan = hilang[awal : awal + 500]
        t.sesi.execute(update(Temuan).where(Temuan.id.in_(potongan)).values(status="diperbaiki", saat=saat))
    return len(baru) + len(ubah), len(hilang)


_SEGERA = ("NIK_GANDA", "NIK_GANDA_ARSIP", "NAMA_TGL_GANDA", "NOKK_GANDA", "ORANG_MIRIP", "ORTU_NIK",
           "STATUS_LOG_TIDAK_SINKRON", "MUTASI_SETELAH_MATI", "MUTASI_TANGGAL", "MUTASI_GANDA",
           "LAHIR_LAPOR_TERLAMBAT")  # fmt: skip
"""Checks that need the whole book; they wait for the next run."""


def periksa_segera(t: Transaksi, penduduk_ids: Collection[int]) -> None:
    """Bring the findings about some people and their families up to date inside the saving transaction."""
    if not penduduk_ids:
        return
    t.sesi.flush()
    keluarga_ids = kueri.keluarga_orang(t.sesi, penduduk_ids)
    b = bahan(t.sesi, t.konteks, keluarga_ids)
    orang_ids = {o.id for o in b.orang} | set(penduduk_ids)
    hasil = _gabungkan([*periksa_orang(b.orang, b), *periksa_keluarga(b.keluarga, b)])
    semua = [h for h in hasil if h.kode not in _SEGERA]
    lingkup = Temuan.kode.not_in((*MANUAL, *_SEGERA)) & or_(
        Temuan.penduduk_id.in_(orang_ids), Temuan.keluarga_id.in_(keluarga_ids)
    )
    samakan(t, semua, lingkup)
