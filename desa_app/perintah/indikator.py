"""`indikator`: the SPM indicators as of a date."""

import argparse
import datetime as dt

from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import baca_tanggal
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.papan_indikator import PapanIndikator, papan_indikator

BANTUAN = "Menghitung indikator SPM Desa dari buku pada suatu tanggal."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument(
        "--tanggal", metavar="YYYY-MM-DD", help="keadaan pada akhir hari ini (bawaan: hari ini)"
    )
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print each indicator with numerator, denominator, per cent and whether the target is reached."""
    tanggal = tanggal_dari(p)
    papan = papan_indikator(p.konteks, tanggal)
    nilai = [isi.nilai for isi in papan.kartu]
    objek = {"tanggal": tanggal.isoformat(), "indikator": [*map(_terhitung, nilai), *_tidak_dihitung(papan)]}
    baris = [f"Keadaan {tanggal_panjang(tanggal)}"]
    baris += [f"{n.kode}  {n.persen:>14}  {n.nama}: {n.kalimat}" for n in nilai]
    baris.append(f"SPM-5  {len(papan.penugasan)} penugasan dari kabupaten")
    baris.append(f"SPM-6  {sum(s.tersedia for s in papan.sarana)} dari {len(papan.sarana)} sarana tersedia")
    p.tulis("\n".join(baris), objek)
    return 0


def _terhitung(n: NilaiIndikator) -> dict[str, object]:
    return {
        "kode": n.kode, "pembilang": n.pembilang, "penyebut": n.penyebut,
        "persen": None if n.per_seribu is None else n.per_seribu / 10, "target": n.target,
        "tercapai": n.tercapai,
    }  # fmt: skip


def _tidak_dihitung(papan: PapanIndikator) -> list[dict[str, object]]:
    """SPM-5 (running of all assignments) and SPM-6 (usable of all facilities) have no percentage."""
    berjalan = sum(p.keadaan == "berjalan" for p in papan.penugasan)
    tersedia = sum(s.tersedia for s in papan.sarana)
    kosong = {"persen": None, "target": None, "tercapai": None}
    return [
        {"kode": "SPM-5", "pembilang": berjalan, "penyebut": len(papan.penugasan), **kosong},
        {"kode": "SPM-6", "pembilang": tersedia, "penyebut": len(papan.sarana), **kosong},
    ]


def tanggal_dari(p: Panggilan) -> dt.date:
    """The day of `--tanggal`, today when it is not given. Raises MasukanDitolak."""
    if not p.args.tanggal:
        return p.jam.hari_ini()
    try:
        return baca_tanggal(p.args.tanggal)
    except ValueError as galat:
        raise MasukanDitolak(f"Tanggal tidak dapat dibaca: {galat}.") from None
