"""`impor`: residents from a workbook, or with `--coba` only what would happen."""

import argparse
from pathlib import Path
from typing import Any

from desa_app.bahasa import bilangan
from desa_app.errors import DesaError
from desa_app.impor.coba import coba_impor
from desa_app.impor.rencana import RencanaImpor
from desa_app.impor.terapkan import terapkan_impor
from desa_app.perintah.panggilan import Panggilan

BANTUAN = "Memasukkan penduduk dari lembar kerja; semua masuk atau tidak sama sekali."
_TAMPIL_MAKS = 50


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("berkas", metavar="FILE", type=Path, help=".xlsx, .xlsm, .xls, .ods, atau .csv")
    pembaca.add_argument("--coba", action="store_true", help="hanya periksa, jangan simpan")
    pembaca.add_argument("--json", action="store_true", help="jawaban satu objek JSON")
    pembaca.add_argument("--profil", metavar="NAMA", help="susunan kolom yang pernah disimpan")
    pembaca.add_argument(
        "--setuju-datang", action="store_true",
        help="penduduk baru sesudah bulan pembukaan ditutup dicatat sebagai DATANG",
    )  # fmt: skip


def jalan(p: Panggilan) -> int:
    """Dry run, then store unless something is refused."""
    konteks = p.konteks
    rencana = coba_impor(konteks, p.args.berkas, nama_profil=p.args.profil)
    if rencana.boleh and not p.args.coba:
        terapkan_impor(konteks, rencana, setuju_datang=p.args.setuju_datang)
    dijaga = sum(any(b.dijaga for b in o.beda) for o in rencana.berubah)
    p.tulis(_kata(rencana, p.args.coba, dijaga), {**rencana.ringkas(), "tidak_diambil": dijaga})
    if rencana.boleh:
        return 0
    for g in rencana.galat[:_TAMPIL_MAKS]:
        saran = f" Saran: {g.saran}" if g.saran else ""
        p.keluhkan(f"{g.lembar} baris {g.baris} kolom {g.kolom or '-'} “{g.nilai}”: {g.sebab}{saran}")
    if len(rencana.galat) > _TAMPIL_MAKS:
        p.keluhkan(f"... dan {bilangan(len(rencana.galat) - _TAMPIL_MAKS)} lagi.")
    return 2


def tolak(galat: DesaError) -> dict[str, Any]:
    """The answer of `--json` when the file as a whole is refused."""
    sebab = {"lembar": "", "baris": 0, "kolom": "", "nilai": "", "sebab": str(galat), "saran": ""}
    return {"format": "", "dibaca": 0, "baru": 0, "berubah": 0, "sama": 0, "ditolak": 0,
            "keluarga": 0, "galat": [sebab]}  # fmt: skip


def _kata(rencana: RencanaImpor, coba: bool, dijaga: int) -> str:
    angka = (
        f"Dibaca {bilangan(rencana.dibaca)}: baru {bilangan(len(rencana.baru))}, "
        f"berubah {bilangan(len(rencana.berubah))}, sama {bilangan(rencana.sama)}, "
        f"ditolak {bilangan(rencana.ditolak)}; {bilangan(rencana.keluarga)} keluarga."
    )
    if not rencana.boleh:
        return f"{angka} Tidak ada yang disimpan."
    angka += " Belum disimpan, ini hanya percobaan." if coba else " Sudah disimpan."
    if dijaga:
        angka += (
            f" {bilangan(dijaga)} orang berbeda status, keluarga, alamat, jenis kelamin, atau "
            "kewarganegaraan; "
            "itu tidak diambil dari berkas. Catat sebagai peristiwa."
        )
    return angka
