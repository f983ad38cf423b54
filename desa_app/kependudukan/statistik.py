"""Statistics of residents as of a date. Who is counted, the ledger says; who they are, the book says.

Every figure is a group of the same rows, so the names behind it are exactly as many as it says.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Dusun, Penduduk
from db.queries.penduduk import posisi_pada
from db.queries.spm import punya_ktp, wajib_ktp
from desa_app import kode
from desa_app.bahasa import bilangan, kalimat, persen, tanggal_panjang
from desa_app.buku.cetak import BukuCetak, BukuSpec, Kolom
from desa_app.buku.paraf import OpsiCetak, buku_lengkap
from desa_app.errors import TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.nama_di_balik import BarisNama, susun_nama
from desa_app.waktu import bulan_dari, lahir_paling_lambat, umur

TAK_TERISI = "Belum diisi"
UMUR_TERTINGGI = 75
"""From this age on the pyramid has one group."""
_KELAS_UMUR = (0, 6, 13, 16, 19, 26, 36, 46, 56, 66)
_WAJIB_KTP, _DEWASA = 17, 18
SPEC = BukuSpec(
    "STATISTIK", "PENDUDUK", (), 1,
    (
        Kolom(1, ("NO",), "no", 10, "kanan"), Kolom(2, ("URAIAN",), "uraian", 90),
        Kolom(3, ("LAKI-LAKI",), "l", 25, "kanan", "INTEGER"),
        Kolom(4, ("PEREMPUAN",), "p", 25, "kanan", "INTEGER"),
        Kolom(5, ("JUMLAH",), "jumlah", 25, "kanan", "INTEGER"), Kolom(6, ("PERSEN",), "persen", 25, "kanan"),
    ),
    kertas="A4", huruf=9.0,
)  # fmt: skip

Golongkan = Callable[[Any, dt.date], str | None]
"""Category of a resident on a day; None when the resident does not belong into the table."""


@dataclass(frozen=True)
class Kelompok:
    """One kind of statistics: its title, how a resident is sorted in, and the order of its rows."""

    judul: str
    golongkan: Golongkan
    urutan: tuple[str, ...] = ()
    """Categories that always stand there, in this order; others follow by size."""


@dataclass(frozen=True)
class BarisStatistik:
    """One category."""

    kategori: str
    l: int  # noqa: E741  the word of the forms
    p: int

    @property
    def jumlah(self) -> int:
        """Both sexes."""
        return self.l + self.p


@dataclass(frozen=True)
class TabelStatistik:
    """All categories of one kind on one day, and their sum."""

    kunci: str
    judul: str
    pada: dt.date
    baris: tuple[BarisStatistik, ...]
    jumlah: BarisStatistik


def _lima_tahunan(b: Any, pada: dt.date) -> str:
    usia = umur(b.tanggal_lahir, pada)
    if usia is None:
        return TAK_TERISI
    return _nama_lima(min(usia, UMUR_TERTINGGI) // 5 * 5)


def _nama_lima(awal: int) -> str:
    return f"{awal}-{awal + 4} tahun" if awal < UMUR_TERTINGGI else f"{UMUR_TERTINGGI} tahun ke atas"


def _kelas_umur(b: Any, pada: dt.date) -> str:
    usia = umur(b.tanggal_lahir, pada)
    if usia is None:
        return TAK_TERISI
    return _nama_kelas(max(i for i, awal in enumerate(_KELAS_UMUR) if usia >= awal))


def _nama_kelas(nomor: int) -> str:
    awal = _KELAS_UMUR[nomor]
    if nomor + 1 == len(_KELAS_UMUR):
        return f"{awal} tahun ke atas"
    return f"{awal}-{_KELAS_UMUR[nomor + 1] - 1} tahun"


def _menurut_kode(tabel: str, kolom: str, judul: str) -> Kelompok:
    def golongkan(b: Any, _: dt.date) -> str:
        return kalimat(kode.nama(tabel, getattr(b, kolom))) or TAK_TERISI

    return Kelompok(judul, golongkan)


def _ktp(b: Any, _: dt.date) -> str:
    if not b.wajib_ktp:
        return "Belum wajib KTP-el"
    return "Wajib KTP-el, sudah punya" if b.punya_ktp else "Wajib KTP-el, belum punya"


def _akta(b: Any, pada: dt.date) -> str:
    usia = umur(b.tanggal_lahir, pada)
    anak = usia is not None and usia < _DEWASA
    return f"{'0-17 tahun' if anak else '18 tahun ke atas'}, {'punya' if b.akta_lahir else 'belum tercatat'}"


def _kia(b: Any, pada: dt.date) -> str | None:
    usia = umur(b.tanggal_lahir, pada)
    if usia is None or usia >= _WAJIB_KTP or b.wajib_ktp:
        return None
    return "Punya KIA" if b.no_kia or b.ktp_el == _KODE_KIA else "Belum punya KIA"


_KODE_KIA = 3
KELOMPOK: dict[str, Kelompok] = {
    "piramida": Kelompok(
        "Piramida penduduk", _lima_tahunan, tuple(_nama_lima(a) for a in range(0, UMUR_TERTINGGI + 1, 5))
    ),
    "umur": Kelompok("Kelompok umur", _kelas_umur, tuple(_nama_kelas(i) for i in range(len(_KELAS_UMUR)))),
    "dusun": Kelompok("Dusun", lambda b, _: b.dusun),
    "pendidikan": _menurut_kode("pendidikan_kk", "pendidikan", "Pendidikan terakhir"),
    "pekerjaan": _menurut_kode("pekerjaan", "pekerjaan", "Pekerjaan"),
    "agama": _menurut_kode("agama", "agama", "Agama"),
    "kawin": _menurut_kode("status_perkawinan_f101", "status_kawin", "Status perkawinan"),
    "darah": _menurut_kode("golongan_darah", "golongan_darah", "Golongan darah"),
    "cacat": _menurut_kode("cacat", "cacat", "Penyandang cacat"),
    "ktp": Kelompok(
        "KTP-el", _ktp, ("Wajib KTP-el, sudah punya", "Wajib KTP-el, belum punya", "Belum wajib KTP-el")
    ),
    "akta": Kelompok(
        "Akta kelahiran", _akta,
        ("0-17 tahun, punya", "0-17 tahun, belum tercatat", "18 tahun ke atas, punya",
         "18 tahun ke atas, belum tercatat"),
    ),
    "kia": Kelompok("Kartu Identitas Anak", _kia, ("Punya KIA", "Belum punya KIA")),
}  # fmt: skip
"""What can be told, in the order of the list."""


def _kelompok(kunci: str) -> Kelompok:
    if kunci not in KELOMPOK:
        raise TidakDitemukan(f"Statistik “{kunci}” tidak ada.")
    return KELOMPOK[kunci]


def _orang(sesi: Session, pada: dt.date, dusun_id: int | None) -> list[Any]:
    """Everybody counted at the end of a day, with what the categories look at."""
    posisi = posisi_pada(pada).subquery()
    batas = lahir_paling_lambat(_WAJIB_KTP, pada)
    pernyataan = (
        select(
            posisi.c.penduduk_id, posisi.c.dusun_id, posisi.c.keluarga_id, posisi.c.shdk, posisi.c.jk,
            Dusun.nama.label("dusun"), Penduduk.tanggal_lahir, Penduduk.agama, Penduduk.pendidikan,
            Penduduk.pekerjaan, Penduduk.status_kawin, Penduduk.golongan_darah, Penduduk.cacat,
            Penduduk.ktp_el, Penduduk.akta_lahir, Penduduk.no_kia,
            func.coalesce(wajib_ktp(pada, batas), False).label("wajib_ktp"),
            func.coalesce(punya_ktp(pada), False).label("punya_ktp"),
        )
        .join(posisi, posisi.c.penduduk_id == Penduduk.id)
        .join(Dusun, posisi.c.dusun_id == Dusun.id)
        .order_by(Dusun.urut, Dusun.nama)
    )  # fmt: skip
    if dusun_id is not None:
        pernyataan = pernyataan.where(posisi.c.dusun_id == dusun_id)
    return list(sesi.execute(pernyataan))


@kasus(Izin.BUKU_BACA)
def statistik(k: Konteks, kunci: str, pada: dt.date, dusun_id: int | None = None) -> TabelStatistik:
    """One kind of statistics as of the end of a day. Raises TidakDitemukan for an unknown kind."""
    kelompok = _kelompok(kunci)
    with k.baca() as sesi:
        orang = _orang(sesi, pada, dusun_id)
    banyak: dict[str, list[int]] = {kategori: [0, 0] for kategori in kelompok.urutan}
    for b in orang:
        if (kategori := kelompok.golongkan(b, pada)) is not None:
            banyak.setdefault(kategori, [0, 0])[b.jk == "P"] += 1
    baris = _urutkan((BarisStatistik(nama, *n) for nama, n in banyak.items()), kelompok, kunci)
    jumlah = BarisStatistik("Jumlah", sum(b.l for b in baris), sum(b.p for b in baris))
    return TabelStatistik(kunci, kelompok.judul, pada, baris, jumlah)


def _urutkan(baris: Iterable[BarisStatistik], kelompok: Kelompok, kunci: str) -> tuple[BarisStatistik, ...]:
    """Fixed categories first in their order, then by size; what was not filled in comes last."""
    tempat = {kategori: i for i, kategori in enumerate(kelompok.urutan)}
    if kunci == "dusun":
        return tuple(baris)
    return tuple(
        sorted(
            baris,
            key=lambda b: (
                b.kategori == TAK_TERISI, tempat.get(b.kategori, len(tempat)), -b.jumlah, b.kategori,
            ),
        )
    )  # fmt: skip


@kasus(Izin.BUKU_BACA)
def nama_statistik(
    k: Konteks,
    kunci: str,
    pada: dt.date,
    *,
    kategori: str | None = None,
    jk: str = "",
    dusun_id: int | None = None,
) -> list[BarisNama]:
    """Names behind a figure: of one category or of all (the sum), of one sex or both."""
    golongkan = _kelompok(kunci).golongkan
    with k.baca() as sesi:
        orang = [
            b
            for b in _orang(sesi, pada, dusun_id)
            if (milik := golongkan(b, pada)) is not None and kategori in {None, milik} and jk in {"", b.jk}
        ]
        return susun_nama(sesi, orang, pada)


@kasus(Izin.BUKU_BACA)
def cetak_statistik(
    k: Konteks, kunci: str, pada: dt.date, dusun_id: int | None = None, *, opsi: OpsiCetak | None = None
) -> BukuCetak:
    """The table on paper or in a file; the same figures as on the screen."""
    tabel = statistik(k, kunci, pada, dusun_id)
    isi = [sel_statistik(str(n), b, tabel.jumlah.jumlah) for n, b in enumerate(tabel.baris, 1)]
    jumlah = sel_statistik("", tabel.jumlah, tabel.jumlah.jumlah)
    with k.baca() as sesi:
        dusun = f" DUSUN {sesi.get_one(Dusun, dusun_id).nama}" if dusun_id else ""
        buku = buku_lengkap(
            sesi, SPEC, bulan_dari(pada), isi, min(pada, k.jam.hari_ini()), opsi=opsi, jumlah=jumlah
        )
    judul = (
        f"STATISTIK PENDUDUK MENURUT {tabel.judul}{dusun}".upper(),
        f"KEADAAN {tanggal_panjang(pada)}".upper(),
    )
    return replace(buku, judul=judul)


def sel_statistik(nomor: str, b: BarisStatistik, semua: int) -> tuple[str, ...]:
    """Cells of one row."""
    bagian = persen(b.jumlah, semua) if semua else "-"
    return (nomor, b.kategori, bilangan(b.l), bilangan(b.p), bilangan(b.jumlah), bagian)
