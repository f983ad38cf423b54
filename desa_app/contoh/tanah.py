"""Parcels of the practice village: land of its families, of a few outsiders, and of the village."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select

from db.cari import normal
from db.models import (
    BagianPemilik,
    Bidang,
    Dusun,
    Keluarga,
    MutasiBidang,
    MutasiTanah,
    PemilikTanah,
    Penduduk,
    Setelan,
    Sketsa,
    WargaLuar,
)
from db.models.tanah import KOLOM_GUNA, KOLOM_LUAS
from db.queries import tanah as kueri
from db.queries.tanah import KOLOM_BIDANG
from desa_app.contoh.tanah_acara import JumlahContoh, beri_acara
from desa_app.contoh.tanah_batas import beri_batas
from desa_app.kasus import Transaksi
from desa_app.pertanahan.geometri import Sudut, luas_sudut
from desa_app.pertanahan.isian import BERSERTIFIKAT, TEKS, teks_cari_bidang
from desa_app.pertanahan.luas import bagi_satu
from desa_app.pertanahan.setelan import KUNCI

_SEKALI = 2_000
_BADAN = (
    ("PT SUMBER TANI MAKMUR", "NIB 9120304000111"),
    ("YAYASAN PENDIDIKAN CAHAYA DESA", "AHU-0012345"),
)
_LUAR = (("SUGENG RAHARJO", "9902031204650001"), ("HJ. NURHAYATI", "9903055507700002"),
         ("MARIA GORETI", "9902016108680003"))  # fmt: skip
_GUNA = (("perumahan", 45), ("sawah", 25), ("tegalan", 15), ("perkebunan", 12), ("tanah_kosong", 3))
_LUAS = {"perumahan": (120, 600), "sawah": (800, 6_000), "tegalan": (600, 5_000),
         "perkebunan": (2_000, 15_000), "tanah_kosong": (150, 1_500)}  # fmt: skip
_TEMPAT = {"perumahan": "Pekarangan", "sawah": "Blok Sawah Lor", "tegalan": "Blok Tegalan",
           "perkebunan": "Blok Kebun", "tanah_kosong": "Blok Pasar"}  # fmt: skip
_KISI = (6, 5)
"""Columns and rows of a block of parcels that have outlines."""


def isi_tanah_contoh(t: Transaksi, acak: random.Random, pada: dt.date, hari_ini: dt.date) -> int:
    """Parcels of about two families in three, entered on `pada`, with some acts since; returns how many."""
    kepala = t.sesi.execute(
        select(Penduduk.id, Keluarga.id.label("kk"), Keluarga.dusun_id, Keluarga.rt, Keluarga.rw)
        .join(Keluarga, Keluarga.id == Penduduk.keluarga_id)
        .where(Penduduk.shdk == 1)
        .order_by(Penduduk.id)
    ).all()
    punya = [k for k in kepala if acak.random() < 0.66]
    desa, lain = _pemilik(t, [k.id for k in punya])
    baris: list[tuple[dict[str, Any], list[int]]] = []
    for nomor, k in enumerate(punya, 1):
        for _ in range(acak.choices((1, 2, 3), (70, 25, 5))[0]):
            tempat = {"dusun_id": k.dusun_id, "rt": k.rt, "rw": k.rw}
            berdua = acak.random() < 0.04 and nomor > 1
            baris.append((_satu(acak, len(baris) + 1, tempat), [nomor, nomor - 1] if berdua else [nomor]))
    dusun = list(t.sesi.scalars(select(Dusun.id).order_by(Dusun.urut)))
    for pemilik in lain:
        tempat = {"dusun_id": acak.choice(dusun), "rt": "", "rw": ""}
        baris.append((_satu(acak, len(baris) + 1, tempat), [pemilik]))
    baris += [(isi, [desa]) for isi in _tanah_kas(dusun)]
    sketsa = _beri_sketsa(acak, baris)
    beri_batas([isi for isi, _ in baris], sketsa, _nama_pemilik(t, [milik for _, milik in baris]))
    _simpan(t, baris, sketsa, pada)
    beri_acara(t, acak, JumlahContoh(len(punya), len(baris), len(sketsa), desa, lain), pada, hari_ini)
    return len(baris)


def _pemilik(t: Transaksi, kepala: Sequence[int]) -> tuple[int, list[int]]:
    """Rows of owners; residents get ids from 1 on. Returns the village's id and those of outsiders."""
    if kepala:
        isi = [{"id": n, "jenis": "penduduk", "penduduk_id": p} for n, p in enumerate(kepala, 1)]
        t.sesi.execute(insert(PemilikTanah), isi)
    desa = PemilikTanah(jenis="desa")
    badan = [PemilikTanah(jenis="badan", nama=nama, no_identitas=nomor) for nama, nomor in _BADAN]
    orang = [WargaLuar(nama=nama, no_identitas=nik, cari=normal(f"{nama} {nik}"), alamat="Kota Mekarjaya")
             for nama, nik in _LUAR]  # fmt: skip
    t.sesi.add_all([desa, *badan, *orang])
    t.sesi.flush()
    luar = [PemilikTanah(jenis="warga_luar", warga_luar_id=o.id) for o in orang]
    t.sesi.add_all(luar)
    t.sesi.flush()
    return desa.id, [p.id for p in (*badan, *luar)]


def _nama_pemilik(t: Transaksi, milik: Sequence[Sequence[int]]) -> list[str]:
    """Name of the first owner of each parcel."""
    nama = {p.id: p.nama for p in kueri.pemilik(t.sesi, sorted({m[0] for m in milik}))}
    return [nama.get(m[0]) or "Tanah kas desa" for m in milik]


def _kosong() -> dict[str, Any]:
    return {**dict.fromkeys(KOLOM_LUAS, 0), **dict.fromkeys(TEKS, ""), "aktif": True, "tkd": False,
            "tgl_perolehan": None, "sejak_tahun": None, "bukti_lengkap": False}  # fmt: skip


def _satu(acak: random.Random, nomor: int, tempat: dict[str, Any]) -> dict[str, Any]:
    """A parcel with one use, sometimes a house on a field; two in five are certified."""
    guna = acak.choices([g for g, _ in _GUNA], [b for _, b in _GUNA])[0]
    luas = acak.randint(*_LUAS[guna]) * 100
    hak = acak.choices(("HM", "MA", "TN", "HGB"), (42, 50, 5, 3))[0]
    isi = {**_kosong(), **tempat, "luas": luas, "hak": hak, "lokasi": _TEMPAT[guna]}
    if guna != "perumahan" and acak.random() < 0.08:
        isi[f"guna_{guna}"], isi["guna_perumahan"] = bagi_satu(luas, (85, 15))
    else:
        isi[f"guna_{guna}"] = luas
    isi["kelas"] = f"{'S' if guna == 'sawah' else 'D'}-{acak.choice(('I', 'II', 'III'))}"
    isi["sejak_tahun"] = acak.randint(1975, 2020)
    isi["asal_perolehan"] = acak.choice(("Warisan", "Jual beli", "Hibah"))
    isi["sppt"] = f"99.01.022.003.{nomor // 500 + 1:03}-{nomor % 500:04}.0"
    if hak in BERSERTIFIKAT:
        isi |= {"no_sertifikat": f"{hak} {nomor:05}", "bukti_lengkap": acak.random() < 0.96}
        isi["bukti_alasan"] = "" if isi["bukti_lengkap"] else "sertifikat masih diagunkan, salinan belum ada"
    elif hak == "MA":
        isi |= {"letter_c": str(100 + nomor), "persil": f"{acak.randint(1, 60)}{acak.choice('abcd')}"}
        if acak.random() < 0.2:
            isi |= {"bukti_lengkap": True, "bukti_alasan": "Keputusan Kepala Desa Nomor 12 Tahun 2025"}
    return isi


def _tanah_kas(dusun: Sequence[int]) -> list[dict[str, Any]]:
    """Five parcels of village land, one bought with aid of the province."""
    bahan = (
        (18_450_00, "sawah", {"asli_milik_desa": 18_450_00}, "S-II", "Kekayaan asli desa", "Sewa", 1965),
        (2_500_00, "tanah_kering_darat", {"asli_milik_desa": 2_500_00}, "D-I", "Kekayaan asli desa",
         "Kantor desa dan balai pertemuan", 1950),
        (7_325_50, "kebun", {"bantuan_provinsi": 4_000_00, "lain_lain": 3_325_50}, "D-III",
         "Jual beli dengan bantuan keuangan provinsi", "Kerja sama pemanfaatan", 2019),
        (1_200_00, "tambak_kolam", {"bantuan_kab_kota": 1_200_00}, "D-II", "Hibah", "Pinjam pakai", 2015),
        (10_800_00, "tegal", {"asli_milik_desa": 9_000_00, "bantuan_pemerintah": 1_800_00}, "D-II",
         "Kekayaan asli desa", "Sewa", 1965),
    )  # fmt: skip
    guna = {"sawah": "sawah", "tanah_kering_darat": "fasilitas_umum", "kebun": "perkebunan",
            "tambak_kolam": "peternakan_perikanan", "tegal": "tegalan"}  # fmt: skip
    hasil = []
    for nomor, (luas, jenis, oleh, kelas, asal, peruntukan, tahun) in enumerate(bahan):
        hasil.append({
            **_kosong(), "luas": luas, "hak": "HP" if nomor < 3 else "MA", "tkd": True, "kelas": kelas,
            "dusun_id": dusun[nomor % len(dusun)], "lokasi": f"Bengkok {nomor + 1}", "asal_tkd": asal,
            "peruntukan": peruntukan, "tgl_perolehan": dt.date(tahun, 1, 2), "bukti_lengkap": nomor < 3,
            "no_sertifikat": f"HP 0000{nomor + 1}" if nomor < 3 else "",
            "letter_c": "" if nomor < 3 else str(nomor),
            "persil": f"{nomor + 1}a", f"guna_{guna[jenis]}": luas, f"jenis_{jenis}": luas,
            **{f"oleh_{o}": n for o, n in oleh.items()}, "patok_ada": luas if nomor % 2 == 0 else luas // 2,
            "papan_ada": luas if nomor < 2 else 0,
        })  # fmt: skip
    return hasil


def _beri_sketsa(
    acak: random.Random, baris: list[tuple[dict[str, Any], list[int]]]
) -> dict[int, tuple[list[Sudut], list[int]]]:
    """Outlines side by side for the first parcels; what the book says then follows the measured area."""
    kolom, baris_kisi = _KISI
    hasil = {}
    for blok in range(min(3, len(baris) // (2 * kolom * baris_kisi))):
        simpul = {
            (x, y): (
                blok * 400_000 + x * 24_000 + acak.randint(-3_000, 3_000),
                y * 31_000 + acak.randint(-4_000, 4_000),
            )
            for x in range(kolom + 1)
            for y in range(baris_kisi + 1)
        }
        for n in range(kolom * baris_kisi):
            x, y = n % kolom, n // kolom
            sudut = [simpul[x, y], simpul[x + 1, y], simpul[x + 1, y + 1], simpul[x, y + 1]]
            nomor = blok * kolom * baris_kisi + n
            hasil[nomor + 1] = (sudut, [0, 2] if acak.random() < 0.7 else [0, 1, 2, 3])
            isi = baris[nomor][0]
            luas = (luas_sudut(sudut) + acak.choice((0, 0, 0, -1500, 800))) // 100 * 100
            lama = [isi[k] for k in KOLOM_GUNA]
            isi |= {"luas": luas, **dict(zip(KOLOM_GUNA, bagi_satu(luas, lama), strict=True))}
    return hasil


def _simpan(
    t: Transaksi,
    baris: Sequence[tuple[dict[str, Any], list[int]]],
    sketsa: dict[int, tuple[list[Sudut], list[int]]],
    pada: dt.date,
) -> None:
    """Bulk insert; ids start at 1 because the folder is empty. Each parcel has its act of entry."""
    saat, pelaku = t.konteks.jam.sekarang(), "Desa contoh"
    bagian_id = 0
    for awal in range(0, len(baris), _SEKALI):
        potongan = list(enumerate(baris[awal : awal + _SEKALI], awal + 1))
        t.sesi.execute(insert(Bidang), [
            {"id": n, **{k: isi[k] for k in KOLOM_BIDANG if k != "cari"}, "cari": teks_cari_bidang(isi)}
            for n, (isi, _) in potongan
        ])  # fmt: skip
        bagian = [(n, p, len(milik)) for n, (_, milik) in potongan for p in milik]
        t.sesi.execute(insert(BagianPemilik), [
            {"id": bagian_id + i, "bidang_id": n, "pemilik_id": p, "pembilang": 1, "penyebut": b}
            for i, (n, p, b) in enumerate(bagian, 1)
        ])  # fmt: skip
        bagian_id += len(bagian)
        t.sesi.execute(insert(MutasiTanah), [
            {"id": n, "jenis": "awal", "tanggal": pada, "tgl_buku": pada, "sebelum": {str(n): None},
             "dicatat_oleh": pelaku, "dicatat_saat": saat, "uraian": "", "dasar": "", "ket": ""}
            for n, _ in potongan
        ])  # fmt: skip
        t.sesi.execute(insert(MutasiBidang), [
            {"mutasi_id": n, "bidang_id": n, "peran": "hasil"} for n, _ in potongan
        ])  # fmt: skip
    for n, (sudut, patok) in sketsa.items():
        t.sesi.add(Sketsa(bidang_id=n, sudut=[list(s) for s in sudut], patok=patok, diubah=saat))
    nol = {"centang_tanda": False, "kelas_tambahan": [], "titik_nol": [-3.651, 102.581]}
    t.sesi.add(Setelan(kunci=KUNCI, nilai=nol))
    t.catat("bidang", None, {"contoh": len(baris)})
