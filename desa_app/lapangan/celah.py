"""Gap lists: who lacks which document, or needs to be served at home (need 16 of the offices)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PesertaLapangan
from db.queries import lapangan as kueri
from desa_app import kode
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.lapangan.dokumen import AKTIF, MATI
from desa_app.spm.celah_ktp import CACAT_TIDAK_ADA, UMUR_LANSIA, celah_ktp
from desa_app.spm.hitung import UMUR_WAJIB_KTP
from desa_app.waktu import lahir_paling_lambat, umur

CELAH: dict[str, tuple[str, tuple[str, ...]]] = {
    "ktp": ("Belum memiliki KTP-el", ("ktp",)),
    "rekam": ("Belum perekaman KTP-el", ("rekam",)),
    "akta": ("Anak tanpa akta kelahiran", ("akta_lahir",)),
    "kia": ("Anak tanpa KIA", ("kia",)),
    "kk": ("Belum ber-KK atau KK bernomor sementara", ("kk",)),
    "lansia": ("Lansia yang perlu dilayani di rumah", ()),
    "disabilitas": ("Penyandang disabilitas", ()),
}
"""Gap lists: words and the documents they propose."""


@dataclass(frozen=True)
class Calon:
    """One person of a gap list. `ikut` names why the person cannot be added again."""

    penduduk_id: int
    nama: str
    nik: str
    dusun: str
    rt: str
    rw: str
    umur: int | None
    sebab: str
    utama: str
    dokumen: tuple[str, ...]
    sudah_ikut: bool = False


@kasus(Izin.BUKU_BACA)
def calon_peserta(
    k: Konteks, celah: str, dusun_id: int | None = None, kegiatan_id: int | None = None
) -> tuple[Calon, ...]:
    """People of a gap list as of today, by dusun; those already on the visit's list are marked."""
    if celah not in CELAH:
        raise ValidationFailed([FieldIssue("celah", "Pilih daftar dari pilihan yang ada.")])
    pada = k.jam.hari_ini()
    with k.baca() as sesi:
        ikut: set[int | None] = set()
        if kegiatan_id is not None:
            ikut = set(
                sesi.scalars(
                    select(PesertaLapangan.penduduk_id).where(PesertaLapangan.kegiatan_id == kegiatan_id)
                )
            )
        if celah == "ktp":
            return _calon_ktp(sesi, pada, dusun_id, ikut)
        lahir = {n: lahir_paling_lambat(n, pada) for n in (UMUR_WAJIB_KTP, kueri.ANAK, UMUR_LANSIA)}
        baris = kueri.calon(sesi, kueri.syarat_celah(celah, pada, lahir), dusun_id)
    return tuple(_calon(b, pada, celah, ikut) for b in baris)


@kasus(Izin.BUKU_BACA)
def usulan_dokumen(k: Konteks, penduduk_id: int) -> tuple[str, ...]:
    """What a resident lacks as of today: ticked beforehand when somebody is added by search."""
    with k.baca() as sesi:
        baris = kueri.orang(sesi, [penduduk_id]).get(penduduk_id)
    if baris is None or baris.status_dasar not in AKTIF:
        return ("akta_mati",) if baris is not None and baris.status_dasar == MATI else ()
    return _dokumen_kurang(baris, umur(baris.tanggal_lahir, k.jam.hari_ini()))


def keutamaan(cacat: int | None, usia: int | None) -> str:
    """Why somebody comes first: disability before old age; empty for most."""
    if cacat and cacat != CACAT_TIDAK_ADA:
        return f"disabilitas {kode.nama('cacat', cacat).lower().removeprefix('cacat ')}"
    return "lansia" if usia is not None and usia >= UMUR_LANSIA else ""


def _calon_ktp(
    sesi: Session, pada: dt.date, dusun_id: int | None, ikut: set[int | None]
) -> tuple[Calon, ...]:
    """The names behind SPM-1 in the order of the gauge's own list, without those who are not due yet."""
    hasil = []
    for b in celah_ktp(sesi, pada, dusun_id):
        id_ = int(b.objek.removeprefix("penduduk:"))
        if not b.segera:
            hasil.append(
                Calon(
                    id_, b.nama, b.nik, b.dusun, b.rt, b.rw, b.umur, b.sebab, b.utama, ("ktp",), id_ in ikut
                )
            )
    return tuple(hasil)


def _calon(b: Any, pada: dt.date, celah: str, ikut: set[int | None]) -> Calon:
    usia = umur(b.tanggal_lahir, pada)
    sebab, dokumen = kalimat_kecil(CELAH[celah][0]), CELAH[celah][1]
    return Calon(
        b.id, b.nama, b.nik or "", b.dusun or "", b.rt or "", b.rw or "", usia, sebab,
        keutamaan(b.cacat, usia), dokumen or _dokumen_kurang(b, usia), b.id in ikut,
    )  # fmt: skip


def kalimat_kecil(teks: str) -> str:
    """The words with a small first letter, for the middle of a line."""
    return teks[:1].lower() + teks[1:] if teks[1:2].islower() else teks


def _dokumen_kurang(b: Any, usia: int | None) -> tuple[str, ...]:
    """What a person lacks, so that one visit settles everything."""
    wajib = (usia is not None and usia >= UMUR_WAJIB_KTP) or (b.status_kawin or 1) > 1
    kurang = []
    if wajib and b.ktp_el != 2 and b.status_rekam not in {4, 6, 8}:
        kurang += (["rekam"] if b.status_rekam not in {3, 5, 7} else []) + ["ktp"]
    if not wajib and not b.no_kia:
        kurang.append("kia")
    if usia is not None and usia < kueri.ANAK and not b.akta_lahir:
        kurang.append("akta_lahir")
    if not b.no_kk or b.no_kk.startswith("0"):
        kurang.append("kk")
    return tuple(kurang)
