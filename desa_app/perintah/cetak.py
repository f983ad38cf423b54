"""`cetak`: a book of a month to a file."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak
from desa_app.kasus import Konteks
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.waktu import bulan_dari

BANTUAN = "Mencetak buku administrasi sebulan ke berkas PDF, Excel, atau Word."
_KEPERLUAN = "baris perintah"


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("buku", help="kode buku, misalnya B.1, atau kertas seperti lapangan:1:laporan")
    pembaca.add_argument("--bulan", metavar="YYYY-MM", help="bulan buku (bawaan: bulan ini)")
    pembaca.add_argument(
        "--ke", required=True, metavar="FILE", type=Path, help="berkas .pdf, .xlsx, atau .docx"
    )
    pembaca.add_argument("--samar", action="store_true", help="samarkan NIK dan nomor KK")
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def baca_bulan(teks: str) -> int:
    """YYYYMM of a typed YYYY-MM. Raises MasukanDitolak."""
    cocok = re.fullmatch(r"(\d{4})-(\d{2})", teks)
    if not cocok or not 1 <= int(cocok[2]) <= 12:
        raise MasukanDitolak(f"Bulan “{teks}” tidak dikenal; tulis seperti 2026-11.")
    return int(cocok[1]) * 100 + int(cocok[2])


def bulan_teks(bulan: int) -> str:
    """YYYYMM as it is typed: YYYY-MM."""
    return f"{bulan // 100:04}-{bulan % 100:02}"


def _penyusun() -> dict[str, Callable[[Konteks, int, OpsiCetak], BukuCetak]]:
    from desa_app.kependudukan.induk import cetak_induk
    from desa_app.kependudukan.ktp_kk import cetak_ktp_kk
    from desa_app.kependudukan.mutasi import cetak_mutasi
    from desa_app.kependudukan.rekapitulasi import cetak_rekapitulasi
    from desa_app.kependudukan.sementara import cetak_sementara
    from desa_app.pertanahan.tanah_desa import cetak_tanah_desa
    from desa_app.pertanahan.tanah_kas import cetak_tanah_kas

    return {
        "B.1": lambda k, bulan, opsi: cetak_induk(k, bulan, opsi=opsi),
        "B.2": lambda k, bulan, opsi: cetak_mutasi(k, bulan, opsi=opsi),
        "B.3": lambda k, bulan, opsi: cetak_rekapitulasi(k, bulan, opsi=opsi),
        "B.4": lambda k, bulan, opsi: cetak_sementara(k, bulan, opsi=opsi),
        "B.5": lambda k, bulan, opsi: cetak_ktp_kk(k, bulan, opsi=opsi),
        "A.5": lambda k, bulan, opsi: cetak_tanah_kas(k, bulan, opsi=opsi),
        "A.6": lambda k, bulan, opsi: cetak_tanah_desa(k, bulan, opsi=opsi),
    }


def jalan(p: Panggilan) -> int:
    """Build the book and write it."""
    from desa_app.ekspor.buku import simpan_buku
    from desa_app.kependudukan.ekspor import Ekspor, catat_ekspor

    k = p.konteks
    bulan = baca_bulan(p.args.bulan) if p.args.bulan else bulan_dari(k.jam.hari_ini())
    if ":" in p.args.buku:
        return _kertas_lain(p, bulan)
    penyusun = _penyusun().get(p.args.buku.upper())
    if penyusun is None:
        raise MasukanDitolak(f"Buku “{p.args.buku}” tidak ada. Yang ada: {', '.join(_penyusun())}.")
    opsi = OpsiCetak(samar=p.args.samar)
    buku = penyusun(k, bulan, opsi)
    simpan_buku(buku, p.args.ke, p.pelukis)
    catat_ekspor(k, Ekspor(buku.spec.kode, bulan, p.args.ke.suffix, len(buku.baris), opsi.samar, _KEPERLUAN))
    objek = {
        "buku": buku.spec.kode,
        "bulan": bulan_teks(bulan),
        "baris": len(buku.baris),
        "berkas": str(p.args.ke),
    }
    p.tulis(f"{len(buku.baris)} baris ditulis ke {p.args.ke}.", objek)
    return 0


def _kertas_lain(p: Panggilan, bulan: int) -> int:
    """A paper of another room, `lapangan:1:laporan`."""
    from desa_app.ekspor.naskah import simpan_kertas
    from desa_app.perintah.cetak_lain import susun_kertas

    simpan_kertas(susun_kertas(p.args.buku, p.konteks, bulan), p.args.ke, p.pelukis)
    objek = {"kertas": p.args.buku, "berkas": str(p.args.ke)}
    p.tulis(f"Kertas {p.args.buku} ditulis ke {p.args.ke}.", objek)
    return 0
