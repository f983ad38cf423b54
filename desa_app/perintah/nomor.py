"""`nomor`: issues many letters one after the other, to test the series under load."""

import argparse
import time

from desa_app.errors import DesaError
from desa_app.kependudukan.cari import cari_warga
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.surat.permohonan import PermohonanBaru
from desa_app.surat.terbit import terbitkan_langsung

BANTUAN = "Menerbitkan sejumlah surat percobaan berturut-turut pada data latihan."
SLUG = "keterangan-penduduk"


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--jumlah", type=int, required=True, metavar="N", help="banyaknya surat")
    pembaca.add_argument("--nik", metavar="NIK", help="penduduk yang dipakai (bawaan: penduduk pertama)")
    pembaca.add_argument("--json", action="store_true", help="jawaban sebagai objek JSON")


def _warga(p: Panggilan) -> int:
    if p.args.nik:
        calon = cari_warga(p.konteks, p.args.nik, 1)
    else:
        calon = next((c for huruf in "aiueo" if (c := cari_warga(p.konteks, huruf, 1))), [])
    if not calon:
        raise MasukanDitolak("Belum ada penduduk di Buku Induk. Isi dulu, misalnya dengan perintah contoh.")
    return calon[0].id


def jalan(p: Panggilan) -> int:
    """Issue the letters; refusals are counted, not hidden."""
    if p.args.jumlah < 1:
        raise MasukanDitolak("Jumlah surat paling sedikit 1.")
    penduduk_id, nomor, ditolak = _warga(p), list[str](), list[str]()
    mulai = time.monotonic()
    for _ in range(p.args.jumlah):
        masukan = PermohonanBaru(
            slug=SLUG,
            penduduk_id=penduduk_id,
            isian={"keperluan": "percobaan deret nomor"},
            semua_syarat_ada=True,
        )
        try:
            hasil = terbitkan_langsung(p.konteks, masukan)
            if hasil.surat is not None:
                nomor.append(hasil.surat.nomor)
        except DesaError as galat:
            ditolak.append(str(galat))
    objek = {
        "jumlah": len(nomor), "nomor": nomor, "ditolak": len(ditolak), "sebab": sorted(set(ditolak)),
        "detik": round(time.monotonic() - mulai, 3),
    }  # fmt: skip
    p.tulis(f"{len(nomor)} surat bernomor, {len(ditolak)} ditolak.", objek)
    return 0 if not ditolak else 2
