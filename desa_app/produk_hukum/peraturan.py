"""The regulation on SPM Desa that decisions of this village name; the office chooses it with its SPM."""

from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan

SETELAN_SPM = "spm"
"""Key of the settings of SPM Desa, which hold the name."""
UMUM = "Peraturan Menteri Dalam Negeri Nomor 2 Tahun 2017 tentang Standar Pelayanan Minimal Desa"


def peraturan_spm(sesi: Session) -> str:
    """Full name of the regulation in force for this village, the general frame when none was chosen."""
    baris = sesi.get(Setelan, SETELAN_SPM)
    isi: dict[str, Any] = baris.nilai if baris else {}
    return str(isi.get("peraturan") or UMUM)
