"""The printed sketch as plain data: drawing, details, table of sides, signatures."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries import tanah as kueri
from desa_app import kode
from desa_app.bahasa import tanggal_panjang
from desa_app.buku.cetak import KopBuku
from desa_app.buku.paraf import kop_buku
from desa_app.desa import identitas_dari
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import letak_bidang, nomor_bidang
from desa_app.pertanahan.geometri import ke_gps, keliling, sisi, teks_azimut, teks_meter
from desa_app.pertanahan.luas import teks_luas, teks_selisih
from desa_app.pertanahan.pemilik import nama_pemilik
from desa_app.pertanahan.sketsa import SketsaInfo, sketsa_dari
from desa_app.produk_hukum.keputusan import kepala_desa

SKALA = (50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 25_000)
"""Denominators of the scales that a printed sketch may have."""


@dataclass(frozen=True)
class LembarSketsaData:
    """Everything on the sheet. Lengths of sides in mm, bearings in 1/100 degree."""

    sketsa: SketsaInfo
    kop: KopBuku
    judul: str
    rincian: tuple[tuple[str, str], ...]
    sisi: tuple[tuple[str, str, str], ...]
    """Side, length in metres, bearing in degrees."""
    koordinat: tuple[tuple[str, str, str], ...]
    """Corner, latitude, longitude; empty while the village has no zero point."""
    batas: tuple[str, str, str, str]
    """What lies north, east, south and west."""
    pemilik: str
    tempat_tanggal: str
    jabatan: str
    kepala: str
    kertas: str
    latihan: bool


@kasus(Izin.BUKU_BACA)
def susun_lembar_sketsa(k: Konteks, bidang_id: int, kertas: str = "A4") -> LembarSketsaData:
    """The sheet of a parcel's outline. Raises TidakDitemukan when none was drawn."""
    with k.baca() as sesi:
        return lembar_sketsa(sesi, bidang_id, kertas, k.jam.hari_ini())


def lembar_sketsa(sesi: Session, bidang_id: int, kertas: str, hari_ini: dt.date) -> LembarSketsaData:
    """The same inside an open session."""
    sketsa = sketsa_dari(sesi, bidang_id)
    if not sketsa.sudut:
        raise TidakDitemukan("Bidang ini belum punya sketsa. Gambarlah dulu, lalu cetak.")
    desa = identitas_dari(sesi)
    _, awalan, kepala = kepala_desa(sesi, hari_ini)
    baris = kueri.bidang(sesi, [bidang_id])[bidang_id]
    kolom = baris._mapping
    bagian = kueri.bagian(sesi, [bidang_id]).get(bidang_id, [])
    nama = nama_pemilik(sesi, [p for p, _, _ in bagian])
    pemilik = ", ".join(nama[p].nama for p, _, _ in bagian)
    rincian = (
        ("Nomor bidang", str(bidang_id)), ("Pemilik", pemilik),
        ("Letak", letak_bidang(kolom, baris.dusun or "") or "-"),
        ("Hak", f"{kolom['hak']} ({kode.nama('hak_tanah', kolom['hak'])})"),
        ("Bukti", nomor_bidang(kolom) or "-"),
        ("Luas tercatat", f"{teks_luas(sketsa.tercatat)} m²"),
        ("Luas menurut sketsa", f"{teks_luas(sketsa.terhitung)} m²"),
        ("Selisih", f"{teks_selisih(sketsa.selisih)} m²"),
        ("Keliling", f"{teks_meter(keliling(sketsa.sudut))} m"),
    )  # fmt: skip
    n = len(sketsa.sudut)
    tabel = tuple(
        (f"{i + 1} - {(i + 1) % n + 1}", teks_meter(x.panjang), teks_azimut(x.azimut))
        for i, x in enumerate(sisi(sketsa.sudut))
    )
    utara, timur, selatan, barat = (kolom[f"batas_{x}"] for x in ("utara", "timur", "selatan", "barat"))
    return LembarSketsaData(
        sketsa=sketsa, kop=kop_buku(desa), judul="SKETSA BIDANG TANAH", rincian=rincian, sisi=tabel,
        koordinat=_koordinat(sketsa),
        batas=(utara, timur, selatan, barat), pemilik=pemilik,
        tempat_tanggal=f"{desa.nama}, {tanggal_panjang(hari_ini)}",
        jabatan=f"{awalan}{desa.sebutan_kepala} {desa.nama}".upper(), kepala=kepala, kertas=kertas,
        latihan=desa.latihan,
    )  # fmt: skip


def _koordinat(sketsa: SketsaInfo) -> tuple[tuple[str, str, str], ...]:
    nol = sketsa.titik_nol
    if nol is None:
        return ()
    gps = (ke_gps(s, nol) for s in sketsa.sudut)
    return tuple((str(nomor), _derajat(a), _derajat(b)) for nomor, (a, b) in enumerate(gps, 1))


def _derajat(nilai: float) -> str:
    return f"{nilai:.7f}".replace(".", ",")
