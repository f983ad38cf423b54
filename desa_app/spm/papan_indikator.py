"""Everything the Indikator page and its print show on one day, read in one consistent state."""

import datetime as dt
from dataclasses import dataclass

from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.daftar import Penugasan, Sarana, penugasan_dari, sarana_dari
from desa_app.spm.hitung import hitung_semua
from desa_app.spm.indikator import nilai_dari, per_dusun
from desa_app.spm.nilai import NilaiIndikator
from desa_app.spm.potret import TitikTren, batas_waktu, kata_tren, tren_dari
from desa_app.spm.rencana import TAHUN_ROMAWI, triwulan_dari
from desa_app.spm.setelan import setelan_dari


@dataclass(frozen=True)
class IsiKartu:
    """One counted indicator."""

    nilai: NilaiIndikator
    kata_tren: str
    """Change since the last quarter and the pace that is needed; may be empty."""
    titik: tuple[TitikTren, ...]
    per_dusun: tuple[tuple[str, NilaiIndikator], ...]


@dataclass(frozen=True)
class PapanIndikator:
    """All six indicators."""

    tanggal: dt.date
    triwulan: int
    tahun_ke: int | None
    peraturan: str
    """Short name of the regulation."""
    kartu: tuple[IsiKartu, ...]
    sarana: tuple[Sarana, ...]
    penugasan: tuple[Penugasan, ...]

    @property
    def kata_waktu(self) -> str:
        """`Triwulan 4, Tahun III`, without the year while no start is set."""
        tahun = f", Tahun {TAHUN_ROMAWI[self.tahun_ke - 1]}" if self.tahun_ke else ""
        return f"Triwulan {self.triwulan}{tahun}"


@kasus(Izin.INDIKATOR_BACA)
def papan_indikator(
    k: Konteks, tanggal: dt.date | None = None, dusun_id: int | None = None
) -> PapanIndikator:
    """The six indicators as of a day, for one dusun or the village."""
    pada = tanggal or k.jam.hari_ini()
    with k.baca() as sesi:
        setelan = setelan_dari(sesi)
        kartu = []
        for kode, hitungan in hitung_semua(sesi, pada).items():
            nilai, titik = nilai_dari(kode, hitungan, setelan, dusun_id), tren_dari(sesi, kode, pada)
            # snapshots are of the whole village; a dusun has no trend of its own
            kata = "" if dusun_id else kata_tren(nilai, titik, pada, batas_waktu(kode, pada, setelan))
            kartu.append(IsiKartu(nilai, kata, titik, per_dusun(sesi, kode, hitungan, setelan)))
        return PapanIndikator(
            pada, triwulan_dari(pada), setelan.tahun_ke(pada.year), setelan.peraturan_singkat, tuple(kartu),
            sarana_dari(sesi, k), penugasan_dari(sesi),
        )  # fmt: skip
