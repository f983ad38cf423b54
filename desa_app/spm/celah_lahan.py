"""The families behind SPM-2: the dusun where most are lacking, then who lacks the fewest proofs."""

import datetime as dt
from collections import Counter

from sqlalchemy.orm import Session

from desa_app.pertanahan.spm2 import keluarga_belum_lengkap
from desa_app.spm.baris_celah import BarisCelah


def celah_lahan(sesi: Session, pada: dt.date, dusun_id: int | None) -> tuple[BarisCelah, ...]:
    """Land-owning families with at least one parcel without complete evidence."""
    belum = keluarga_belum_lengkap(sesi, pada)
    per_dusun = Counter(p.dusun_id for p in belum)
    terpilih = sorted(
        (p for p in belum if dusun_id in {None, p.dusun_id}),
        key=lambda p: (-per_dusun[p.dusun_id], p.dusun, p.belum_lengkap, p.rw, p.rt, p.kepala),
    )
    return tuple(
        BarisCelah(
            f"keluarga:{p.keluarga_id}", p.kepala, "", p.no_kk, p.dusun, p.rt, p.rw, None,
            f"{p.belum_lengkap} dari {p.bidang} bidang tanpa bukti lengkap",
            "kumpulkan bukti, ukur, dan siapkan Keputusan Kepala Desa",
        )
        for p in terpilih
    )  # fmt: skip
