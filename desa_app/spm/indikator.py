"""The indicators of SPM Desa as of any date (Lampiran I): one value each, or one per dusun."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Dusun
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.hitung import HITUNG, Hitungan, hitung_semua
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.setelan import SetelanSpm, setelan_dari
from resources.paths import data


@dataclass(frozen=True)
class Sebutan:
    """How the screens name an indicator."""

    bidang: str
    judul: str
    satuan: str
    """What the denominator counts."""
    orang: str
    """Word after a number that lacks."""
    lima_tahun: bool
    """Deadline at the end of the five-year plan; else at the end of the year."""


SEBUTAN = {
    "SPM-1": Sebutan("Kependudukan", "Warga wajib KTP yang sudah ber-KTP-el", "wajib KTP", "orang", True),
    "SPM-2": Sebutan("Pertanahan", "KK pemilik tanah dengan bukti lengkap", "KK pemilik tanah", "KK", True),
    "SPM-3": Sebutan(
        "Pemahaman masyarakat", "Permohonan yang lengkap saat diajukan", "permohonan", "permohonan", False
    ),
    "SPM-4": Sebutan("Penyelesaian surat", "Selesai dalam 1 hari kerja", "permohonan", "permohonan", False),
}


@kasus(Izin.INDIKATOR_BACA)
def hitung_indikator(
    k: Konteks, tanggal: dt.date | None = None, dusun_id: int | None = None
) -> tuple[NilaiIndikator, ...]:
    """SPM-1..4 as of the end of a day (today when none is given), for one dusun or the village."""
    pada = tanggal or k.jam.hari_ini()
    with k.baca() as sesi:
        setelan = setelan_dari(sesi)
        return tuple(
            nilai_dari(kode, hitungan, setelan, dusun_id)
            for kode, hitungan in hitung_semua(sesi, pada).items()
        )


@kasus(Izin.INDIKATOR_BACA)
def indikator_per_dusun(
    k: Konteks, kode: str, tanggal: dt.date | None = None
) -> tuple[tuple[str, NilaiIndikator], ...]:
    """One indicator for every dusun, in the order of the books."""
    with k.baca() as sesi:
        return per_dusun(sesi, kode, HITUNG[kode](sesi, tanggal or k.jam.hari_ini()), setelan_dari(sesi))


def per_dusun(
    sesi: Session, kode: str, hitungan: Hitungan, setelan: SetelanSpm
) -> tuple[tuple[str, NilaiIndikator], ...]:
    """`indikator_per_dusun` from figures at hand."""
    dusun = sesi.execute(select(Dusun.id, Dusun.nama).order_by(Dusun.urut, Dusun.nama))
    return tuple((nama, nilai_dari(kode, hitungan, setelan, id_)) for id_, nama in dusun)


def nilai_dari(
    kode: str, hitungan: Hitungan, setelan: SetelanSpm, dusun_id: int | None = None
) -> NilaiIndikator:
    """The value of one indicator from its figures."""
    jumlah, sebutan = hitungan.jumlah(dusun_id), SEBUTAN[kode]
    nilai = NilaiIndikator(
        kode, nama_resmi(kode), jumlah.pembilang, jumlah.penyebut, setelan.target_persen(kode),
        sebutan.satuan, sebutan.orang,
    )  # fmt: skip
    return replace(nilai, catatan=hitungan.catatan) if nilai.ada_data else nilai


def nama_resmi(kode: str) -> str:
    """Name of an indicator in the regulation."""
    return next(str(isi["nama"]) for isi in data("spm")["indikator"] if isi["kode"] == kode)
