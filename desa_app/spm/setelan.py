"""What the village decided about its SPM: start year, decision, names of the regulation, targets."""

import datetime as dt
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import KegiatanSpm, Setelan
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.produk_hukum.peraturan import SETELAN_SPM, UMUM
from resources.paths import data

KUNCI = SETELAN_SPM
PRASETEL = {
    "umum": (UMUM, "Permendagri 2/2017"),
    "kepahiang": (
        "Peraturan Bupati Kepahiang Nomor 1 Tahun 2022 tentang Standar Pelayanan Minimal Desa",
        "Perbup Kepahiang 1/2022",
    ),
}
"""Names of the regulation to choose from: full, and short for small print."""
TARGET_TERHITUNG = ("SPM-1", "SPM-2", "SPM-3", "SPM-4")


@dataclass(frozen=True)
class SetelanSpm:
    """Settings of SPM Desa; the defaults are the general frame."""

    tahun_mulai: int | None = None
    """Tahun I of the five-year plans; None until the village has decided."""
    sk_nomor: str = ""
    sk_tanggal: str = ""
    """Date of the Keputusan Kepala Desa, YYYY-MM-DD; empty while there is none."""
    peraturan: str = UMUM
    peraturan_singkat: str = "Permendagri 2/2017"
    kepala_daerah: str = "Bupati"
    target: dict[str, int] = field(default_factory=dict)
    """Per cent by indicator where the village aims at another figure than the regulation."""

    def target_persen(self, kode: str) -> int:
        """Target of an indicator in force now."""
        bawaan = next(int(i["target_persen"]) for i in data("spm")["indikator"] if i["kode"] == kode)
        return int(self.target.get(kode, bawaan))

    def tahun_ke(self, tahun: int) -> int | None:
        """Year of the plan (1..5) of a calendar year; None outside or without a start year."""
        ke = tahun - self.tahun_mulai + 1 if self.tahun_mulai else 0
        return ke if 1 <= ke <= 5 else None


def setelan_dari(sesi: Session) -> SetelanSpm:
    """Settings inside an open session; missing keys fall back to the defaults."""
    baris = sesi.get(Setelan, KUNCI)
    isi: dict[str, Any] = baris.nilai if baris else {}
    return SetelanSpm(**{f.name: isi[f.name] for f in fields(SetelanSpm) if f.name in isi})


@kasus(Izin.INDIKATOR_BACA, Izin.PENGATURAN)
def baca_setelan_spm(k: Konteks) -> SetelanSpm:
    """The settings in force."""
    with k.baca() as sesi:
        return setelan_dari(sesi)


@kasus(Izin.PENGATURAN)
def ubah_setelan_spm(k: Konteks, setelan: SetelanSpm) -> None:
    """Replace the settings. Snapshots of past quarters keep the target they were taken with."""
    with k.tulis("spm.setelan") as t:
        lama = setelan_dari(t.sesi)
        if issues := _periksa(t.sesi, lama, setelan):
            raise ValidationFailed(issues)
        baris = t.sesi.get(Setelan, KUNCI)
        if baris is None:
            t.sesi.add(Setelan(kunci=KUNCI, nilai=asdict(setelan)))
        else:
            baris.nilai = asdict(setelan)
        t.catat("setelan:spm", asdict(lama), asdict(setelan))


def _periksa(sesi: Session, lama: SetelanSpm, baru: SetelanSpm) -> list[FieldIssue]:
    issues = []
    if baru.tahun_mulai is not None and not 2017 <= baru.tahun_mulai <= 2100:
        issues.append(FieldIssue("tahun_mulai", "Tahun mulai diisi tahun 2017 sampai 2100."))
    if baru.sk_tanggal:
        try:
            dt.date.fromisoformat(baru.sk_tanggal)
        except ValueError:
            issues.append(FieldIssue("sk_tanggal", "Tanggal keputusan bukan tanggal kalender."))
    if not baru.peraturan.strip():
        issues.append(FieldIssue("peraturan", "Nama peraturan SPM Desa wajib diisi."))
    if any(kode not in TARGET_TERHITUNG or not 1 <= nilai <= 100 for kode, nilai in baru.target.items()):
        issues.append(FieldIssue("target", "Target diisi 1 sampai 100 persen untuk SPM-1 sampai SPM-4."))
    if baru.tahun_mulai != lama.tahun_mulai and _ada_kegiatan_lima_tahun(sesi):
        pesan = (
            f"Tahun mulai tetap {lama.tahun_mulai}: sudah ada kegiatan rencana lima tahun yang tercatat. "
            "Batalkan kegiatan itu lebih dulu bila tahun mulainya memang keliru."
        )
        issues.append(FieldIssue("tahun_mulai", pesan))
    return issues


def _ada_kegiatan_lima_tahun(sesi: Session) -> bool:
    syarat = (KegiatanSpm.batal.is_(False), KegiatanSpm.langkah.like("SPM-1-%"))
    lahan = (KegiatanSpm.batal.is_(False), KegiatanSpm.langkah.like("SPM-2-%"))
    return any(sesi.scalar(select(KegiatanSpm.id).where(*s).limit(1)) for s in (syarat, lahan))
