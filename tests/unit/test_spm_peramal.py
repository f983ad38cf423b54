"""SPM-1..4 against an oracle that shares no code with the program: plain rows, plain Python.

Ten villages, each changed at random twenty times and asked for random days: 200 states. The program
`python -m tests.peramal_spm 200` does the same with as many villages.
"""

import datetime as dt
import json
import random
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from desa_app.contoh.isi import isi_desa_contoh
from desa_app.kasus import Konteks, Pelaku
from desa_app.pertanahan.bidang import tetapkan_bukti
from desa_app.spm.celah import celah
from desa_app.spm.indikator import hitung_indikator

SEKDES = Pelaku(1, "Dewi Lestari", ("sekdes",))
ORANG = 90
WIB = dt.timezone(dt.timedelta(hours=7))


def _umur(lahir: str, pada: dt.date) -> int:
    th, bl, hr = (int(x) for x in lahir.split("-"))
    genap = pada.month > bl or (pada.month == bl and pada.day >= hr)
    return pada.year - th - (0 if genap else 1)


def peramal_1(sesi: Session, pada: dt.date) -> tuple[int, int]:
    """KTP-el with NIK, of all who must hold one."""
    saldo: dict[int, int] = {}
    for orang, arah, tgl in sesi.execute(text("SELECT penduduk_id, arah, tgl_buku FROM mutasi")):
        if dt.date.fromisoformat(tgl) <= pada:
            saldo[orang] = saldo.get(orang, 0) + arah
    wajib = punya = 0
    for o in sesi.execute(text("SELECT * FROM penduduk")).mappings():
        if saldo.get(o["id"], 0) != 1 or o["status_dasar"] == 4:
            continue
        dewasa = o["tanggal_lahir"] is not None and _umur(o["tanggal_lahir"], pada) >= 17
        kawin = o["status_kawin"] not in (None, 1) and not (o["tgl_kawin"] or "") > pada.isoformat()
        if not (dewasa or kawin) or (o["warga_negara"] == 2 and o["kitas"][:5].upper() != "KITAP"):
            continue
        wajib += 1
        kartu = o["ktp_el"] == 2 or (o["ktp_el"] is None and o["status_rekam"] in (4, 6, 8))
        terbit = not (o["ktp_tanggal"] or "") > pada.isoformat()
        punya += bool(kartu and terbit and o["nik"] and o["nik"][0] != "0")
    return punya, wajib


def peramal_2(sesi: Session, pada: dt.date) -> tuple[int, int]:
    """Families with land, all of it proven, of all families with land; later acts undone row by row."""
    bidang = {b["id"]: dict(b) for b in sesi.execute(text("SELECT * FROM bidang")).mappings()}
    milik: dict[int, list[int]] = {b: [] for b in bidang}
    for b, p in sesi.execute(text("SELECT bidang_id, pemilik_id FROM bagian_pemilik")):
        milik[b].append(p)
    acara = sesi.execute(text("SELECT tgl_buku, sebelum FROM mutasi_tanah ORDER BY id DESC")).all()
    for tgl, sebelum in acara:
        for b, lama in json.loads(sebelum).items() if dt.date.fromisoformat(tgl) > pada else ():
            bidang[int(b)] = lama or {"aktif": 0}
            milik[int(b)] = [isi[0] for isi in lama["bagian"]] if lama else []
    rumah: dict[int, Counter[int]] = {}
    for orang, kk, arah, tgl in sesi.execute(
        text("SELECT penduduk_id, keluarga_id, arah, tgl_buku FROM mutasi")
    ):
        if dt.date.fromisoformat(tgl) <= pada:
            rumah.setdefault(orang, Counter())[kk] += arah
    orang = dict(map(tuple, sesi.execute(text("SELECT id, penduduk_id FROM pemilik_tanah"))))
    lengkap: dict[int, bool] = {}
    for b, isi in bidang.items():
        for p in milik[b] if isi["aktif"] else ():
            for kk in [kk for kk, n in rumah.get(orang[p] or 0, Counter()).items() if n > 0]:
                lengkap[kk] = lengkap.get(kk, True) and bool(isi["bukti_lengkap"])
    return sum(lengkap.values()), len(lengkap)


def ubah_tanah(sesi: Session, acak: random.Random) -> None:
    """Owners and evidence as random as they can be."""
    bidang = sesi.scalars(text("SELECT id FROM bidang WHERE tkd = 0")).all()
    pemilik = sesi.scalars(text("SELECT id FROM pemilik_tanah WHERE jenis <> 'desa'")).all()
    for b in acak.sample(bidang, 4):
        sesi.execute(text(f"UPDATE bidang SET bukti_lengkap = {acak.randrange(2)} WHERE id = {b}"))
    sesi.execute(text(f"UPDATE bidang SET aktif = 1 - aktif WHERE id = {acak.choice(bidang)}"))
    ke = acak.choice(pemilik)
    sesi.execute(
        text(f"UPDATE OR IGNORE bagian_pemilik SET pemilik_id = {ke} WHERE bidang_id = {acak.choice(bidang)}")
    )


def acara_tanah(k: Konteks, acak: random.Random) -> None:
    """An act booked today, so that earlier days have to be told from what the act kept."""
    with k.baca() as sesi:
        aktif = sesi.scalars(text("SELECT id FROM bidang WHERE aktif = 1 AND tkd = 0 ORDER BY id")).all()
    tetapkan_bukti(k, acak.sample(aktif, 2), lengkap=acak.random() < 0.5, alasan="acak")


def peramal_surat(sesi: Session, pada: dt.date) -> tuple[tuple[int, int], tuple[int, int]]:
    """SPM-3 and SPM-4 over the requests of the calendar year."""
    libur = {t for (t,) in sesi.execute(text("SELECT tanggal FROM hari_libur"))}
    semua = lengkap = cepat = 0
    for p in sesi.execute(text("SELECT * FROM permohonan")).mappings():
        terima = dt.date.fromisoformat(p["diterima"][:10])
        if terima.year != pada.year or terima > pada:
            continue
        semua += 1
        lengkap += p["lengkap_awal"]
        if not p["lengkap_awal"] or not p["siap"] or not p["lengkap"]:
            continue
        siap = dt.date.fromisoformat(p["siap"][:10])
        hari, kerja = dt.date.fromisoformat(p["lengkap"][:10]), 0
        while hari < siap:
            hari += dt.timedelta(days=1)
            if hari.isoweekday() <= 5 and hari.isoformat() not in libur:
                kerja += 1
        # ready on a day off after one full working day still came after that day's end
        tepat = kerja == 0 or (kerja == 1 and hari.isoweekday() <= 5 and hari.isoformat() not in libur)
        cepat += tepat and siap <= pada
    return (lengkap, semua), (cepat, semua)


UBAH = (
    "nik = NULL", "nik = '0' || substr('0000000000000000' || id, -15)", "ktp_el = NULL",
    "status_rekam = NULL", "ktp_el = NULL, status_rekam = 4", "ktp_el = NULL, status_rekam = 7",
    "status_dasar = 4", "status_dasar = 1", "tanggal_lahir = NULL", "status_kawin = NULL",
    "status_kawin = 6", "warga_negara = 2, kitas = ''", "warga_negara = 2, kitas = 'Kitap 123'",
    "warga_negara = 2, kitas = 'KITAS 1'", "warga_negara = 3", "ktp_tanggal = '2026-10-01'",
    "ktp_el = 2, ktp_tanggal = NULL", "status_kawin = 2, tgl_kawin = '2026-09-30'",
    "tanggal_lahir = '2009-11-21'", "tanggal_lahir = '2009-11-22'", "tanggal_lahir = '2008-02-29'",
)  # fmt: skip


def ubah_penduduk(sesi: Session, acak: random.Random, orang_banyak: int = ORANG) -> None:
    for ke in acak.sample(UBAH, 6):
        sesi.execute(text(f"UPDATE penduduk SET {ke} WHERE id = {acak.randrange(1, orang_banyak + 1)}"))
    orang = acak.randrange(1, orang_banyak + 1)
    banyak = sesi.scalar(text(f"SELECT count(*) FROM mutasi WHERE penduduk_id = {orang}"))
    if banyak == 1:
        hari = dt.date(2026, 8, 1) + dt.timedelta(days=acak.randrange(0, 500))
        sesi.execute(
            text(
                "INSERT INTO mutasi (peristiwa_id, penduduk_id, arah, alir, tgl_buku, bulan, dusun_id,"
                f" keluarga_id, shdk, wn, jk) SELECT peristiwa_id, penduduk_id, -1, 'pindah', '{hari}',"
                f" {hari:%Y%m}, dusun_id, keluarga_id, shdk, wn, jk FROM mutasi WHERE penduduk_id = {orang}"
            )
        )


def tambah_permohonan(sesi: Session, acak: random.Random, nomor: int, orang_banyak: int = ORANG) -> None:
    terima = dt.datetime(2026, 1, 1, 9, tzinfo=WIB) + dt.timedelta(hours=acak.randrange(0, 24 * 700))
    awal = acak.random() < 0.6
    lengkap = terima if awal else terima + dt.timedelta(days=3) if acak.random() < 0.7 else None
    siap = (
        lengkap + dt.timedelta(hours=acak.randrange(0, 24 * 6)) if lengkap and acak.random() < 0.8 else None
    )
    status = "SIAP_DIAMBIL" if siap else "LENGKAP" if lengkap else "BELUM_LENGKAP"
    isi: dict[str, Any] = {
        "tahun": terima.year, "urut": nomor,
        "penduduk_id": acak.choice([None, acak.randrange(1, orang_banyak + 1)]),
        "status": status, "diterima": terima.isoformat(), "lengkap_awal": int(awal),
        "lengkap": lengkap and lengkap.isoformat(), "siap": siap and siap.isoformat(),
    }  # fmt: skip
    isi |= {"slug": "x", "nama_jenis": "Surat X", "pemohon": "A", "isian": "{}"}
    isi |= dict.fromkeys(
        ("telepon", "kuasa", "penandatangan", "penerima", "hubungan_penerima", "alasan_lambat"), ""
    )
    sesi.execute(text(f"INSERT INTO permohonan ({', '.join(isi)}) VALUES (:{', :'.join(isi)})"), isi)


@pytest.mark.parametrize("benih", range(10))
def test_sama_dengan_peramal(kosong: Konteks, benih: int) -> None:
    isi_desa_contoh(kosong, ORANG, benih, spm=False)
    k, acak = kosong.sebagai(SEKDES), random.Random(benih)
    for putaran in range(20):
        with k.basis.tulis() as sesi:
            ubah_penduduk(sesi, acak)
            ubah_tanah(sesi, acak)
            for ke in range(3):
                tambah_permohonan(sesi, acak, putaran * 10 + ke + 1)
        if putaran % 4 == 0:
            acara_tanah(k, acak)
        bandingkan(k, dt.date(2026, 7, 31) + dt.timedelta(days=acak.randrange(0, 600)))


def bandingkan(k: Konteks, pada: dt.date) -> None:
    with k.baca() as sesi:
        tiga, empat = peramal_surat(sesi, pada)
        ramalan = {
            "SPM-1": peramal_1(sesi, pada),
            "SPM-2": peramal_2(sesi, pada),
            "SPM-3": tiga,
            "SPM-4": empat,
        }
    for nilai in hitung_indikator(k, pada):
        assert (nilai.pembilang, nilai.penyebut) == ramalan[nilai.kode], (nilai.kode, pada)
        baris = [b.objek for b in celah(k, nilai.kode, pada) if not b.segera]
        assert len(baris) == len(set(baris)) == nilai.sisa
    per_dusun = [hitung_indikator(k, pada, dusun)[0] for dusun in (1, 2, 3, 4)]
    assert sum(n.penyebut for n in per_dusun) == ramalan["SPM-1"][1]
    assert sum(n.pembilang for n in per_dusun) == ramalan["SPM-1"][0]
