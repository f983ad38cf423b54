"""Checks across the rows of one file: double NIK, families without a head or with two, odd addresses."""

from collections.abc import Iterable, Mapping, Sequence

from desa_app.impor.alamat import TANPA_DUSUN
from desa_app.impor.baris import Galat
from desa_app.impor.rencana import OrangMasuk, TemuanImpor
from desa_app.kependudukan.nik import perbedaan, sementara

_ALAMAT = (("dusun", "dusun"), ("rt", "RT"), ("rw", "RW"), ("alamat", "alamat"))


def nik_ganda(orang: Iterable[OrangMasuk]) -> list[Galat]:
    """The same NIK a second time among those whom the books count."""
    pertama: dict[str, OrangMasuk] = {}
    galat = []
    for o in orang:
        nik = o.nilai.get("nik")
        if nik is None or not o.aktif:
            continue
        if (dulu := pertama.setdefault(nik, o)) is not o:
            tempat = f"baris {dulu.baris}" + (f" lembar “{dulu.lembar}”" if dulu.lembar != o.lembar else "")
            sebab = f"NIK ini sudah ada pada {tempat} ({dulu.nilai.get('nama', 'tanpa nama')})."
            galat.append(_galat(o, "nik", nik, sebab, "Hapus satu baris atau betulkan NIK-nya."))
    return galat


def kepala_keluarga(orang: Sequence[OrangMasuk], berkepala: set[str]) -> list[Galat]:
    """Families with no head or with more than one. `berkepala` are families of the book that have one.

    A family is left out of the first check when one of its rows has no readable SHDK, or when the
    head stands right before it with an unreadable KK number: that row is already refused.
    """
    keluarga: dict[str, list[tuple[int, OrangMasuk]]] = {}
    for urut, o in enumerate(orang):
        if o.aktif and "no_kk" in o.nilai:
            keluarga.setdefault(o.nilai["no_kk"], []).append((urut, o))
    galat = []
    for no_kk, anggota in keluarga.items():
        kepala = [o for _, o in anggota if o.nilai.get("shdk") == 1]
        for lebih in kepala[1:]:
            sebab = f"KK {no_kk} punya dua kepala keluarga: baris {kepala[0].baris} dan {lebih.baris}."
            galat.append(_galat(lebih, "shdk", "KEPALA KELUARGA", sebab, "Sisakan satu kepala keluarga."))
        if kepala or no_kk in berkepala or any("shdk" not in o.nilai for _, o in anggota):
            continue
        awal, o = anggota[0]
        if awal and _kepala_tanpa_kk(orang[awal - 1]):
            continue
        sebab = f"KK {no_kk} tidak punya kepala keluarga."
        galat.append(_galat(o, "shdk", "", sebab, "Tandai satu anggotanya sebagai KEPALA KELUARGA."))
    return galat


def _kepala_tanpa_kk(o: OrangMasuk) -> bool:
    return "no_kk" not in o.nilai and o.nilai.get("shdk") == 1


def temuan_berkas(orang: Iterable[OrangMasuk]) -> list[TemuanImpor]:
    """Oddities that are stored all the same: NIK against birth date or sex, no NIK, two addresses in a KK."""
    hasil = []
    kepala: dict[str, Mapping[str, object]] = {}
    for o in orang:
        nilai = o.nilai
        nik = nilai.get("nik")
        if sementara(nik):
            hasil.append(TemuanImpor("NIK_SEMENTARA", o.lembar, o.baris, "belum ber-NIK"))
        for kode, uraian in perbedaan(nik, nilai.get("tanggal_lahir"), str(nilai.get("jk", ""))):
            hasil.append(TemuanImpor(kode, o.lembar, o.baris, uraian))
        if nilai.get("dusun") == TANPA_DUSUN:
            hasil.append(TemuanImpor("DUSUN_KOSONG", o.lembar, o.baris, "alamatnya tidak menyebut dusun"))
        if (no_kk := nilai.get("no_kk")) is not None:
            dulu = kepala.setdefault(no_kk, nilai)
            beda = [n for k, n in _ALAMAT if k in nilai and k in dulu and nilai[k] != dulu[k]]
            if beda:
                uraian = (
                    f"{', '.join(beda)} berbeda dengan anggota lain KK ini; dipakai milik kepala keluarga"
                )
                hasil.append(TemuanImpor("KK_ALAMAT_BEDA", o.lembar, o.baris, uraian))
    return hasil


def _galat(o: OrangMasuk, kunci: str, nilai: str, sebab: str, saran: str) -> Galat:
    return Galat(o.lembar, o.baris, o.kolom.get(kunci, ""), nilai, sebab, saran)
