"""`triwulan`: the state of the four plans."""

import argparse

from desa_app.perintah.panggilan import Panggilan
from desa_app.spm.papan import PapanTriwulan, SelLangkah, papan_triwulan

BANTUAN = "Menampilkan keadaan rencana dan checklist triwulan SPM Desa."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("--json", action="store_true", help="jawab satu objek JSON")


def jalan(p: Panggilan) -> int:
    """Print every step with target, realisation and state."""
    papan = papan_triwulan(p.konteks)
    p.tulis("\n".join(_teks(papan)), _objek(papan))
    return 0


def _objek(papan: PapanTriwulan) -> dict[str, object]:
    return {
        "tanggal": papan.hari_ini.isoformat(),
        "tahun_mulai": papan.tahun_mulai,
        "persen": papan.per_seribu / 10,
        "rencana": [
            {
                "aspek": a.aspek, "nama": a.nama, "persen": a.per_seribu / 10,
                "langkah": [_langkah(s) for b in a.tahun for s in b.sel],
            }
            for a in papan.aspek
        ],
    }  # fmt: skip


def _langkah(s: SelLangkah) -> dict[str, object]:
    return {
        "kode": s.langkah.kode, "tahun": s.tahun, "triwulan": s.langkah.triwulan, "target": s.target,
        "realisasi": s.realisasi, "status": s.status.value, "persen": s.per_seribu / 10,
    }  # fmt: skip


def _teks(papan: PapanTriwulan) -> list[str]:
    mulai = papan.tahun_mulai or "belum ditetapkan"
    baris = [f"Rencana SPM Desa, tahun mulai {mulai}, kemajuan {papan.per_seribu // 10} %"]
    for a in papan.aspek:
        baris.append(f"{a.nama}: {a.per_seribu // 10} %")
        for b in a.tahun:
            for s in b.sel:
                angka = f"{s.realisasi} dari {s.target} {a.satuan}" if s.target else ""
                baris.append(f"  {s.tahun}  {s.langkah.kode:16} {s.status.value:10} {angka}".rstrip())
    return baris
