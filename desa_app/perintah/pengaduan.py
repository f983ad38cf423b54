"""`pengaduan`: complaints with their clock; names are never printed here."""

import argparse

from desa_app.bahasa import tanggal_pendek
from desa_app.pengaduan.alur import KEADAAN
from desa_app.pengaduan.baca import daftar_pengaduan
from desa_app.perintah.cetak import baca_bulan
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Daftar pengaduan masyarakat dengan batas tiga hari kerjanya."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--semua", action="store_true", help="juga yang sudah selesai")
    pembaca.add_argument("--bulan", metavar="YYYY-MM", help="hanya yang diterima bulan ini")
    pembaca.add_argument("--json", action="store_true", help="satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print the complaints."""
    bulan = baca_bulan(p.args.bulan) if p.args.bulan else None
    semua = daftar_pengaduan(p.konteks, "semua" if p.args.semua or bulan else "terbuka", bulan=bulan)
    objek = {
        "jumlah": len(semua),
        "pengaduan": [
            {
                "id": x.id, "nomor": x.nomor, "diterima": x.diterima.isoformat(), "layanan": x.layanan,
                "perihal": x.perihal, "tenggat": x.tenggat.isoformat(), "keadaan": x.keadaan,
                "lampu": x.mendesak.value, "tepat_waktu": x.tepat_waktu, "nilai": x.nilai,
            }
            for x in semua
        ],
    }  # fmt: skip
    baris = [
        f"{x.nomor}  {tanggal_pendek(x.diterima.date())}  {KEADAAN[x.keadaan]:20}  {x.waktu:24}  {x.perihal}"
        for x in semua
    ]
    p.tulis("\n".join([*baris, f"{len(semua)} pengaduan"]), objek)
    return 0
