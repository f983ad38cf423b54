"""Residents as a file for others: OpenSID's 43 columns, our own full workbook, or separated text.

NIK and KK numbers are masked unless the person may give them out whole and says what for; every export
is noted in the record of changes, and each file says who made it, when and for whom.
"""

import csv
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from db.models import Desa
from db.queries import impor as kueri
from desa_app import kode
from desa_app.bahasa import samarkan, tanggal_panjang
from desa_app.buku.kolom_penduduk import TANPA_NOMOR_ASLI, kolom_lengkap, kolom_opensid, teks_nilai
from desa_app.buku.penduduk import PENDUDUK
from desa_app.ekspor.berkas import teks_berkas, tulis_aman
from desa_app.ekspor.csv import PEMISAH, sel_aman
from desa_app.ekspor.tabel_xlsx import buku_xlsx, tulis_lembar
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin

BENTUK = {"opensid": "OpenSID (43 kolom)", "lengkap": "Lengkap, semua isian"}
"""Forms of an export, by key, as the screen names them."""
_KUNCI = (*(f.key for f in PENDUDUK.fields), "shdk", "status_penduduk", "status_dasar")
_Keterangan = tuple[tuple[str, str], ...]
"""Who made the file, when, for whom; whether the numbers are whole."""


@kasus(Izin.BUKU_BACA)
def ekspor_penduduk(k: Konteks, bentuk: str, ke: Path, *, tersamar: bool = True, tujuan: str = "") -> int:
    """Write the file and note the export; returns how many people it holds.

    `ke` ends in .xlsx or .csv. Unmasked numbers need the permission and a purpose.
    """
    if bentuk not in BENTUK:
        raise ValidationFailed([FieldIssue("bentuk", f"Bentuk ekspor: {', '.join(BENTUK)}.")])
    if ke.suffix.lower() not in {".xlsx", ".csv"}:
        raise ValidationFailed([FieldIssue("ke", "Nama berkas berakhiran .xlsx atau .csv.")])
    if not tersamar:
        k.wajib(Izin.EKSPOR_TERBUKA)
        if not tujuan.strip():
            pesan = "Sebutkan untuk siapa dan untuk apa NIK dan nomor KK ditulis utuh."
            raise ValidationFailed([FieldIssue("tujuan", pesan)])
    with k.tulis("ekspor.penduduk") as t:
        orang = [o for o in kueri.penduduk_kini(t.sesi, _KUNCI) if _ikut(bentuk, o)]
        orang.sort(key=lambda o: (o.urut_dusun or 0, o.dusun or "", o.no_kk or "", o.shdk or 99, o.id))
        judul, baris = _isi(bentuk, orang, tersamar)
        ket = _keterangan(t, bentuk, len(baris), tersamar, tujuan.strip())
        (_tulis_csv if ke.suffix.lower() == ".csv" else _tulis_xlsx)(ke, bentuk, judul, baris, ket)
        rincian = {"bentuk": bentuk, "orang": len(baris), "tersamar": tersamar, "tujuan": tujuan.strip()}
        t.catat(f"ekspor:{bentuk}", None, rincian)
    return len(baris)


def _ikut(bentuk: str, orang: Any) -> bool:
    """OpenSID's columns cannot tell a visitor from a resident, nor do without a family."""
    return bentuk == "lengkap" or (orang.status_penduduk == 1 and orang.no_kk is not None)


def _isi(bentuk: str, orang: Sequence[Any], tersamar: bool) -> tuple[list[str], list[list[str]]]:
    kolom = kolom_opensid() if bentuk == "opensid" else kolom_lengkap()
    cara: Callable[[str, Any], str] = _sel_opensid if bentuk == "opensid" else teks_nilai
    baris = []
    for o in orang:
        milik = o._mapping
        baris.append([_samar(k, cara(k, milik[k]), tersamar) for _, k in kolom])
    return [judul for judul, _ in kolom], baris


def _samar(kunci: str, isi: str, tersamar: bool) -> str:
    return samarkan(isi) if tersamar and kunci in TANPA_NOMOR_ASLI else isi


def _sel_opensid(kunci: str, nilai: Any) -> str:
    """Codes as numbers, dates as YYYY-MM-DD, 0 for a NIK that is not known."""
    if kunci == "jk":
        return "1" if nilai == "L" else "2"
    if kunci == "nik":
        return nilai or "0"
    if kunci == "status_kawin":
        nilai = _kawin_4()[nilai]
    return "" if nilai is None else str(nilai)


@cache
def _kawin_4() -> dict[int | None, int | None]:
    """Four-value marital status for each of the six values, and for none."""
    enam = [b["kode"] for b in kode.tabel("status_perkawinan_f101")]
    return {n: kode.kawin_4(n) for n in (None, *enam)}


def _keterangan(t: Transaksi, bentuk: str, banyak: int, tersamar: bool, tujuan: str) -> _Keterangan:
    desa, k = t.sesi.get_one(Desa, 1), t.konteks
    return (
        ("Isi", f"{BENTUK[bentuk]}, {banyak} orang"),
        ("Desa", f"{desa.sebutan_desa} {desa.nama}"),
        ("Dibuat oleh", k.nama_pelaku),
        ("Tanggal", tanggal_panjang(k.jam.hari_ini())),
        ("Untuk", tujuan or "tidak disebut"),
        ("NIK dan nomor KK", "disamarkan" if tersamar else "utuh, jaga kerahasiaannya"),
        *((("Catatan", "DATA LATIHAN, orang-orangnya rekaan"),) if desa.latihan else ()),
    )  # fmt: skip


def _tulis_xlsx(
    ke: Path, bentuk: str, judul: Sequence[str], baris: Sequence[Sequence[str]], ket: _Keterangan
) -> None:
    with buku_xlsx(ke) as buku:
        tulis_lembar(buku, "Data Penduduk" if bentuk == "opensid" else "Penduduk", judul, baris)
        tulis_lembar(buku, "Keterangan", ("Tentang berkas ini", ""), ket)


def _tulis_csv(
    ke: Path, _bentuk: str, judul: Sequence[str], baris: Sequence[Sequence[str]], ket: _Keterangan
) -> None:
    with tulis_aman(ke) as sementara, sementara.open("w", encoding="utf-8-sig", newline="") as aliran:
        penulis = csv.writer(aliran, delimiter=PEMISAH, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        penulis.writerow(judul)
        penulis.writerows([sel_aman(teks_berkas(s)) for s in b] for b in baris)
        penulis.writerows([f"# {nama}: {teks_berkas(isi)}"] for nama, isi in ket)
