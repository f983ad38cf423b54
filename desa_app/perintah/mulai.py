"""`mulai`: an empty village with its first user."""

import argparse

from desa_app.desa import IdentitasDesa, PejabatInfo, PermulaanDesa, mulai_desa
from desa_app.keamanan.pengguna import PenggunaBaru
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.wilayah import cari_kode, pisah_sebutan, zona_waktu

BANTUAN = "Membuat desa kosong dengan pengguna pertama (Sekretaris Desa dan Admin)."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--desa", required=True, metavar="KODE", help="kode desa 10 angka (Kemendagri)")
    pembaca.add_argument("--nama-desa", metavar="N", help="nama desa bila kode tidak dikenal")
    pembaca.add_argument("--kades", metavar="NAMA", help="nama Kepala Desa; boleh diisi nanti di Pengaturan")
    pembaca.add_argument("--sekdes", metavar="NAMA", help="nama Sekretaris Desa (bawaan: pengguna pertama)")
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Create the village; names of the region come from the shipped codes where they are known."""
    kode = p.args.desa.replace(".", "")
    nama_pengguna = p.nama_pengguna
    if not nama_pengguna:
        raise MasukanDitolak("Sebutkan pengguna pertama dengan --pengguna NAMA atau DESA_PENGGUNA.")
    jalur = [w.nama for w in cari_kode(kode)]
    provinsi, kabupaten, kecamatan, desa = (jalur + ["-"] * 4)[:4]
    if len(jalur) < 4 and not p.args.nama_desa:
        raise MasukanDitolak(f"Kode desa {kode} tidak ada dalam daftar. Sebutkan namanya dengan --nama-desa.")
    sebutan, nama_kabupaten = pisah_sebutan(kabupaten)
    identitas = IdentitasDesa(
        kode=kode, nama=p.args.nama_desa or desa, kecamatan=kecamatan, kabupaten=nama_kabupaten,
        sebutan_kabupaten=sebutan, provinsi=provinsi, zona_waktu=zona_waktu(kode),
    )  # fmt: skip
    sekdes = p.args.sekdes or nama_pengguna.capitalize()
    pengguna = PenggunaBaru(nama_pengguna, sekdes, p.sandi("Kata sandi baru: "), ("sekdes", "admin"))
    menjabat = p.jam.hari_ini().replace(month=1, day=1)
    pejabat = tuple(
        PejabatInfo(jabatan=jabatan, nama=nama, mulai=menjabat)
        for jabatan, nama in (("kades", p.args.kades), ("sekdes", sekdes))
        if nama
    )
    mulai_desa(p.terbuka, PermulaanDesa(identitas, pengguna, pejabat))
    p.tulis(
        f"Desa {identitas.nama} siap. Masuk dengan nama {nama_pengguna}.",
        {"kode": kode, "desa": identitas.nama, "pengguna": nama_pengguna},
    )
    return 0
