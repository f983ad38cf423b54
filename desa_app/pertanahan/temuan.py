"""Findings on land (buku.md 3.6): inheritance not divided, numbers that stand on two parcels."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BagianPemilik, Bidang, PemilikTanah, Penduduk
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

PEMILIK_TIDAK_AKTIF, NOMOR_GANDA = "TANAH_PEMILIK_TIDAK_AKTIF", "TANAH_NOMOR_GANDA"
_SEBAB = {2: "meninggal", 3: "pindah", 6: "pergi"}


@dataclass(frozen=True)
class TemuanTanah:
    """One finding: named check, severity, parcel, what was found."""

    kode: str
    tingkat: str
    """PERINGATAN or INFO."""
    bidang_id: int
    uraian: str


@kasus(Izin.BUKU_BACA)
def temuan_tanah(k: Konteks) -> list[TemuanTanah]:
    """Every finding on standing parcels, warnings first."""
    with k.baca() as sesi:
        return [*_nomor_ganda(sesi), *_pemilik_tidak_aktif(sesi)]


def _pemilik_tidak_aktif(sesi: Session) -> list[TemuanTanah]:
    baris = sesi.execute(
        select(Bidang.id, Penduduk.nama, Penduduk.status_dasar)
        .join(BagianPemilik, BagianPemilik.bidang_id == Bidang.id)
        .join(PemilikTanah, PemilikTanah.id == BagianPemilik.pemilik_id)
        .join(Penduduk, Penduduk.id == PemilikTanah.penduduk_id)
        .where(Bidang.aktif.is_(True), Penduduk.status_dasar.not_in((1, 4)))
        .order_by(Penduduk.nama, Bidang.id)
    )
    return [TemuanTanah(PEMILIK_TIDAK_AKTIF, "INFO", b.id, _kalimat(b.nama, b.status_dasar)) for b in baris]


def _kalimat(nama: str, status: int) -> str:
    if status == 2:
        return f"Warisan belum dibagi: {nama} sudah meninggal."
    return f"Warisan atau peralihan belum dicatat: {nama} sudah {_SEBAB.get(status, 'tidak aktif')}."


def _nomor_ganda(sesi: Session) -> list[TemuanTanah]:
    """Letter C with persil, and SPPT; a certificate number cannot stand twice."""
    baris = sesi.execute(
        select(Bidang.id, Bidang.letter_c, Bidang.persil, Bidang.sppt)
        .where(Bidang.aktif.is_(True))
        .order_by(Bidang.id)
    ).all()
    hasil = []
    for nama, ambil in (
        (
            "Letter C dan persil",
            lambda b: f"C {b.letter_c} persil {b.persil}" if b.letter_c and b.persil else "",
        ),
        ("Nomor SPPT", lambda b: b.sppt),
    ):
        menurut: defaultdict[str, list[int]] = defaultdict(list)
        for b in baris:
            if nomor := ambil(b):
                menurut[nomor.strip().lower()].append(b.id)
        hasil += [
            TemuanTanah(
                NOMOR_GANDA, "PERINGATAN", ids[0],
                f"{nama} {nomor.upper()} ada pada bidang {', '.join(map(str, ids))}.",
            )
            for nomor, ids in menurut.items()
            if len(ids) > 1
        ]  # fmt: skip
    return hasil
