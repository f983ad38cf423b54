"""The names behind SPM-1: the dusun where most are lacking, elderly and disabled first, then who is
nearest to a card; after them those who turn 17 within half a year."""

import datetime as dt
from collections import Counter
from typing import Any

from sqlalchemy.orm import Session

from db.queries import spm as kueri
from desa_app import kode
from desa_app.spm.baris_celah import BarisCelah
from desa_app.spm.hitung import UMUR_WAJIB_KTP
from desa_app.waktu import lahir_paling_lambat, ulang_tahun, umur

UMUR_LANSIA = 60
HARI_SEGERA = 180
CACAT_TIDAK_ADA = 7


# state of recording -> (rank: smaller is nearer to a card, reason, next step)
_TAHAP: dict[int, tuple[int, str, str]] = {
    4: (0, "kartu sudah dicetak, belum diserahkan", "ambil kartu di Disdukcapil, serahkan ke rumah"),
    6: (0, "kartu sudah dikirim, belum diserahkan", "ambil kartu di Disdukcapil, serahkan ke rumah"),
    8: (0, "kartu sudah terbit, belum diserahkan", "ambil kartu di Disdukcapil, serahkan ke rumah"),
    7: (1, "sedang dikirim untuk dicetak", "tanyakan pencetakan ke Disdukcapil"),
    5: (1, "siap cetak", "minta pencetakan ke Disdukcapil"),
    3: (2, "sudah rekam, belum dicetak", "minta pencetakan ke Disdukcapil"),
    2: (3, "belum rekam", "jemput bola perekaman"),
    1: (3, "tercatat belum wajib, padahal sudah wajib", "jemput bola perekaman"),
}
_TAK_DIKETAHUI = (4, "keadaan KTP-el belum dicatat", "tanyakan, lalu catat di Buku Induk")


def celah_ktp(sesi: Session, pada: dt.date, dusun_id: int | None) -> tuple[BarisCelah, ...]:
    """Rows in the order in which they help most."""
    batas = lahir_paling_lambat(UMUR_WAJIB_KTP, pada)
    batas_segera = lahir_paling_lambat(UMUR_WAJIB_KTP, pada + dt.timedelta(days=HARI_SEGERA))
    belum = kueri.belum_ktp(sesi, pada, batas)
    per_dusun = Counter(b.dusun_id for b in belum)
    terpilih = sorted(
        (_Calon(b, pada) for b in belum if dusun_id in {None, b.dusun_id}),
        key=lambda c: (
            -per_dusun[c.b.dusun_id],
            c.b.dusun,
            not c.utama,
            c.tahap[0],
            c.b.rw,
            c.b.rt,
            c.b.nama,
        ),
    )
    segera = sorted(
        (b for b in kueri.segera_wajib(sesi, pada, batas, batas_segera) if dusun_id in {None, b.dusun_id}),
        key=lambda b: (b.tanggal_lahir, b.nama),
    )
    return (*(c.baris() for c in terpilih), *(_baris_segera(b, pada) for b in segera))


class _Calon:
    """One person with what the order and the row both need, worked out once."""

    __slots__ = ("b", "tahap", "umur", "utama")

    def __init__(self, b: Any, pada: dt.date) -> None:
        self.b = b
        self.umur = umur(b.tanggal_lahir, pada)
        self.utama = _utama(b.cacat, self.umur)
        self.tahap = _tahap(b)

    def baris(self) -> BarisCelah:
        b, (_, sebab, saran) = self.b, self.tahap
        return BarisCelah(
            f"penduduk:{b.id}", b.nama, b.nik or "", b.no_kk, b.dusun, b.rt, b.rw, self.umur, sebab, saran,
            self.utama,
        )  # fmt: skip


def _tahap(b: Any) -> tuple[int, str, str]:
    if b.ktp_el == 2 or (b.ktp_el is None and b.status_rekam in kueri.STATUS_TERCETAK):
        if not b.nik or b.nik.startswith("0"):
            return 4, "NIK masih sementara", "urus NIK di Disdukcapil"
        return 0, "KTP-el terbit sesudah tanggal ini", "tidak perlu tindakan"
    return _TAHAP.get(b.status_rekam, _TAK_DIKETAHUI)


def _utama(cacat: int | None, usia: int | None) -> str:
    if cacat and cacat != CACAT_TIDAK_ADA:
        return f"disabilitas {kode.nama('cacat', cacat).lower().removeprefix('cacat ')}"
    return "lansia" if usia is not None and usia >= UMUR_LANSIA else ""


def _baris_segera(b: Any, pada: dt.date) -> BarisCelah:
    sisa = (ulang_tahun(b.tanggal_lahir, UMUR_WAJIB_KTP) - pada).days
    sebab = f"genap 17 tahun {sisa} hari lagi"
    return BarisCelah(
        f"penduduk:{b.id}", b.nama, b.nik or "", b.no_kk, b.dusun, b.rt, b.rw, umur(b.tanggal_lahir, pada),
        sebab, "rekam lebih dulu, kartu terbit saat 17 tahun", "pemula", segera=True,
    )  # fmt: skip
