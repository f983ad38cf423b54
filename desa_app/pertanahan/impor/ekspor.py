"""Our own workbook of parcels: what the import reads back."""

from pathlib import Path
from typing import Any

from db.queries import tanah as kueri
from desa_app.bahasa import tanggal_pendek
from desa_app.ekspor.tabel_xlsx import buku_xlsx, tulis_lembar
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.impor.susunan import KOLOM_SENDIRI
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.pemilik import PENDUDUK, nama_pemilik

_LUAS = ("luas", "guna_", "oleh_", "jenis_", "patok_", "papan_")


@kasus(Izin.EKSPOR_TERBUKA)
def ekspor_bidang(k: Konteks, tujuan: Path) -> int:
    """Write every standing parcel, one row per owner; returns how many parcels. Numbers are whole."""
    with k.baca() as sesi:
        bidang = kueri.bidang(sesi, aktif=True)
        bagian = kueri.bagian(sesi)
        nama = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
    baris = [
        _baris(b, nama[p], f"{x}/{y}" if y > 1 else "1")
        for i, b in bidang.items()
        for p, x, y in bagian.get(i, ())
    ]
    with buku_xlsx(tujuan) as buku:
        tulis_lembar(buku, "Bidang tanah", KOLOM_SENDIRI, baris)
    with k.tulis("tanah.ekspor") as t:
        t.catat("bidang", None, {"banyak": len(bidang), "ke": tujuan.suffix})
    return len(bidang)


def _baris(b: Any, pemilik: Any, bagian: str) -> tuple[str, ...]:
    penduduk = pemilik.jenis == PENDUDUK
    isi = {
        **b._mapping, "bidang": b.id, "dusun": b.dusun or "", "pemilik_jenis": pemilik.jenis,
        "bukti_lengkap": "ya" if b.bukti_lengkap else "tidak", "bagian": bagian, "pemilik_alamat": "",
        "tgl_perolehan": tanggal_pendek(b.tgl_perolehan), "pemilik_nama": pemilik.nama,
        "pemilik_nik": pemilik.no_identitas if penduduk else "",
        "pemilik_no_identitas": "" if penduduk else pemilik.no_identitas,
    }  # fmt: skip
    return tuple(_teks(k, isi[k]) for k in KOLOM_SENDIRI)


def _teks(kunci: str, nilai: Any) -> str:
    if kunci.startswith(_LUAS) and isinstance(nilai, int):
        return teks_luas(nilai) if nilai else ""
    return "" if nilai is None else str(nilai)
