"""`surat-daftar`: the kinds of letters with their fields and requirements."""

import argparse
from typing import Any

from desa_app.perintah.panggilan import Panggilan
from desa_app.surat.katalog import Isian
from desa_app.surat.pilih_jenis import pilihan_jenis

BANTUAN = "Daftar jenis surat dengan isian dan persyaratannya."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--json", action="store_true", help="jawaban sebagai objek JSON")


def _isian(i: Isian) -> dict[str, Any]:
    hasil: dict[str, Any] = {"nama": i.nama, "label": i.label, "tipe": i.tipe, "wajib": i.wajib}
    if i.pilihan:
        hasil["pilihan"] = list(i.pilihan)
    if i.kolom:
        hasil |= {"kolom": [_isian(k) for k in i.kolom], "minimal": i.minimal}
    return hasil


def jalan(p: Panggilan) -> int:
    """List every kind that may be issued here."""
    semua = sorted(pilihan_jenis(p.konteks), key=lambda j: j.jenis.slug)
    objek = {
        "jumlah": len(semua),
        "jenis": [
            {
                "slug": j.jenis.slug,
                "nama": j.jenis.nama,
                "judul": j.jenis.judul,
                "kode": j.jenis.kode,
                "kategori": j.jenis.kategori,
                "subjek": j.jenis.subjek,
                "berlaku_hari": j.jenis.masa_berlaku_hari,
                "penandatangan": [kunci for kunci, _ in j.penandatangan],
                "isian": [_isian(i) for i in j.isian],
                "persyaratan": [
                    {"kode": s.kode, "nama": s.nama, "wajib": s.wajib} for s in j.jenis.persyaratan
                ],
            }
            for j in semua
        ],
    }
    p.tulis("\n".join(f"{j.jenis.slug:40} {j.jenis.nama}" for j in semua), objek)
    return 0
