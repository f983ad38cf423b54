"""Checks across the whole book: the same number, the same person twice, the ledger against the records."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from db.cari import normal
from desa_app import kode
from desa_app.bahasa import samarkan, tanggal_pendek
from desa_app.kependudukan.nik import sementara
from desa_app.pemeriksaan import keluarga as cek_keluarga
from desa_app.pemeriksaan import orang as cek_orang
from desa_app.pemeriksaan.hasil import Bahan, Hasil, Keluarga, Orang


def periksa_orang(orang: Iterable[Orang], b: Bahan) -> Iterator[Hasil]:
    """Every check of one person for all active ones."""
    for o in orang:
        if o.aktif:
            for cek in cek_orang.CEK:
                for kode_cek, uraian in cek(o, b):
                    yield Hasil(kode_cek, uraian, penduduk_id=o.id)


def periksa_keluarga(keluarga: Iterable[Keluarga], b: Bahan) -> Iterator[Hasil]:
    """Every check of one family; a finding about a member names the person, others the family."""
    for k in keluarga:
        for cek in cek_keluarga.CEK:
            for kode_cek, uraian, siapa in cek(k, b):
                if siapa is not None:
                    yield Hasil(kode_cek, uraian, penduduk_id=siapa.id)
                else:
                    yield Hasil(kode_cek, uraian, keluarga_id=k.id)


def nomor_ganda(b: Bahan) -> Iterator[Hasil]:
    """One NIK for two people, also for one who is gone; one KK number for two families."""
    pertama: dict[str, Orang] = {}
    arsip = {o.nik: o for o in b.orang if o.nik and not o.aktif}
    for o in b.orang:
        if o.nik is None or not o.aktif:
            continue
        if (dulu := pertama.setdefault(o.nik, o)) is not o:
            yield Hasil("NIK_GANDA", f"NIK sama dengan {dulu.nama}", penduduk_id=o.id, lawan_id=dulu.id)
        if (lain := arsip.get(o.nik)) is not None:
            kata = kode.nama("status_dasar", lain.status_dasar)
            yield Hasil("NIK_GANDA_ARSIP", f"NIK sama dengan {lain.nama} ({kata})", penduduk_id=o.id)
    dilihat: set[str] = set()
    for k in b.keluarga:
        if k.no_kk in dilihat:
            yield Hasil("NOKK_GANDA", f"nomor KK {samarkan(k.no_kk)} dipakai dua keluarga", keluarga_id=k.id)
        dilihat.add(k.no_kk)


def nama_tanggal_ganda(b: Bahan) -> Iterator[Hasil]:
    """Same name and birth date under different NIK; graver when the mother's name is the same too."""
    pertama: dict[tuple[str, dt.date], Orang] = {}
    for o in b.orang:
        if not o.aktif or o.tanggal_lahir is None:
            continue
        dulu = pertama.setdefault((normal(o.nama), o.tanggal_lahir), o)
        if dulu is o or (dulu.nik == o.nik and o.nik is not None):
            continue
        ibu_sama = normal(o.nama_ibu) == normal(dulu.nama_ibu) != ""
        uraian = f"{o.nama}, lahir {tanggal_pendek(o.tanggal_lahir)}, juga tercatat dengan NIK lain"
        if ibu_sama:
            uraian += f"; ibunya sama, {o.nama_ibu}"
        tingkat = "GALAT" if ibu_sama else ""
        yield Hasil("NAMA_TGL_GANDA", uraian, penduduk_id=o.id, lawan_id=dulu.id, tingkat=tingkat)


def nik_orang_tua(b: Bahan) -> Iterator[Hasil]:
    """A father's NIK that belongs to a woman, or a mother's to a man."""
    jk = {o.nik: o.jk for o in b.orang if o.nik and not sementara(o.nik)}
    for o in b.orang:
        if not o.aktif:
            continue
        for siapa, nik, salah in (("ayah", o.nik_ayah, "P"), ("ibu", o.nik_ibu, "L")):
            if nik and nik != o.nik and jk.get(nik) == salah:
                kata = "perempuan" if salah == "P" else "laki-laki"
                yield Hasil("ORTU_NIK", f"NIK {siapa} milik seorang {kata}", penduduk_id=o.id)


def buku_besar(b: Bahan, posisi: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Hasil]:
    """What the ledger counts against where the records stand."""
    for o in b.orang:
        tercatat = list(posisi.get(o.id, ()))
        terhitung = o.aktif and o.status_penduduk == 1 and o.keluarga_id is not None
        seharusnya = [(o.keluarga_id, o.shdk or 11)] if terhitung else []
        if tercatat == seharusnya:
            continue
        if not terhitung:
            kata = kode.nama("status_dasar", o.status_dasar)
            uraian = f"buku masih menghitungnya, padahal {kata}"
        elif not tercatat:
            uraian = "aktif, tetapi buku tidak menghitungnya"
        else:
            uraian = "keluarga atau hubungan keluarganya tidak sama dengan peristiwa terakhir"
        yield Hasil("STATUS_LOG_TIDAK_SINKRON", uraian, penduduk_id=o.id)


def peristiwa(b: Bahan, acara: Iterable[Any]) -> Iterator[Hasil]:
    """Dates of acts: after a death, before the birth, in the future, twice, reported late."""
    lahir = {o.id: o.tanggal_lahir for o in b.orang}
    mati: dict[int, dt.date] = {}
    dilihat: set[tuple[int, str, dt.date]] = set()
    for a in acara:
        tanggal = tanggal_pendek(a.tgl_peristiwa)
        if a.orang in mati and a.tgl_peristiwa > mati[a.orang]:
            yield Hasil("MUTASI_SETELAH_MATI", f"{a.jenis} {tanggal} sesudah meninggal", penduduk_id=a.orang)
        if a.jenis == "mati":
            mati[a.orang] = a.tgl_peristiwa
        if (kapan := _tanggal_janggal(a, lahir.get(a.orang), b.hari_ini)) is not None:
            yield Hasil("MUTASI_TANGGAL", f"{a.jenis} {tanggal} {kapan}", penduduk_id=a.orang)
        tanda = (a.orang, a.jenis, a.tgl_peristiwa)
        if tanda in dilihat:
            yield Hasil("MUTASI_GANDA", f"{a.jenis} {tanggal} tercatat dua kali", penduduk_id=a.orang)
        dilihat.add(tanda)
        terlambat = (a.tgl_lapor - a.tgl_peristiwa).days
        if a.jenis == "lahir" and terlambat > b.ambang.lapor_lahir:
            uraian = f"lahir {tanggal}, dilaporkan {terlambat} hari kemudian"
            yield Hasil("LAHIR_LAPOR_TERLAMBAT", uraian, penduduk_id=a.orang)


def _tanggal_janggal(a: Any, lahir: dt.date | None, hari_ini: dt.date) -> str | None:
    if lahir is not None and a.tgl_peristiwa < lahir:
        return "sebelum lahir"
    if a.tgl_peristiwa > hari_ini:
        return "sesudah hari ini"
    return "sesudah tanggal lapor" if a.tgl_peristiwa > a.tgl_lapor else None


def semua_pemeriksaan(
    b: Bahan, posisi: Mapping[int, Sequence[tuple[int, int]]], acara: Iterable[Any]
) -> Iterator[Hasil]:
    """Everything that can be found without a person's eye, except likeness of names."""
    yield from periksa_orang(b.orang, b)
    yield from periksa_keluarga(b.keluarga, b)
    yield from nomor_ganda(b)
    yield from nama_tanggal_ganda(b)
    yield from nik_orang_tua(b)
    yield from buku_besar(b, posisi)
    yield from peristiwa(b, acara)
