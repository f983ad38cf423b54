"""The dry run: from a file to a plan. Nothing is written."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from sqlalchemy.orm import Session

from db.queries import impor as kueri
from desa_app.errors import BerkasBermasalah
from desa_app.impor import lengkap, opensid, siak
from desa_app.impor.banding import bandingkan
from desa_app.impor.baris import Galat, HasilBaca
from desa_app.impor.batas import AMAN
from desa_app.impor.berkas import baca_berkas
from desa_app.impor.bip import BIP_2016, BIP_EKTP, susunan
from desa_app.impor.bip_blok import BIP_2012, LUWU_TIMUR
from desa_app.impor.lembar import BukuKerja
from desa_app.impor.pemetaan import cari_profil, judul_rapi, profil_cocok, tak_dikenal
from desa_app.impor.periksa_baris import PembersihBaris
from desa_app.impor.periksa_berkas import kepala_keluarga, nik_ganda, temuan_berkas
from desa_app.impor.rencana import OrangMasuk, RencanaImpor
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.buku_besar import masih_pembukaan

Kemajuan = Callable[[int, int, str], None]
"""Called with (done, all, what); may raise to stop, then nothing has happened."""


class Susunan(Protocol):
    """One layout of workbooks (a module with these names)."""

    KUNCI: str
    NAMA: str

    def kenali(self, buku: BukuKerja) -> bool:
        """Whether the workbook has this layout."""

    def baca(self, buku: BukuKerja) -> HasilBaca:
        """Persons as the layout holds them."""


SUSUNAN: tuple[Susunan, ...] = (
    siak, susunan(BIP_2016), LUWU_TIMUR, susunan(BIP_EKTP), BIP_2012, lengkap, opensid,
)  # fmt: skip
"""Layouts in the order in which they are tried."""


def nama_susunan(kunci: str) -> str:
    """Name of a layout for people."""
    return next((s.NAMA for s in SUSUNAN if kunci == s.KUNCI), kunci)


def _diam(_selesai: int, _semua: int, _kata: str) -> None:
    pass


@kasus(Izin.IMPOR)
def coba_impor(
    k: Konteks, jalur: Path, kemajuan: Kemajuan | None = None, *, nama_profil: str | None = None
) -> RencanaImpor:
    """Read, check and compare a workbook. Raises BerkasBermasalah when it cannot be used at all, and
    SusunanTidakDikenal when nobody has said yet what its columns are."""
    lapor = kemajuan or _diam
    lapor(0, 100, "Membuka berkas")
    buku = baca_berkas(jalur)
    lapor(25, 100, "Mengenali susunan")
    terpilih = _kenali(k, buku, nama_profil)
    hasil = terpilih.baca(buku)
    orang, galat = _bersihkan(k, hasil, lapor)
    lapor(75, 100, "Membandingkan dengan buku")
    with k.baca() as sesi:
        return _rencana(sesi, terpilih.KUNCI, buku.sidik, hasil, orang, galat)


def _kenali(k: Konteks, buku: BukuKerja, nama_profil: str | None) -> Susunan:
    """The layout: the profile that was named, a known one, or a remembered profile that fits."""
    with k.baca() as sesi:
        if nama_profil:
            terpilih = cari_profil(sesi, nama_profil)
            if not terpilih.kenali(buku):
                raise BerkasBermasalah(
                    f"Judul kolom berkas ini tidak cocok dengan profil “{nama_profil}”.{AMAN}"
                )
            return terpilih
        for satu in SUSUNAN:
            if satu.kenali(buku):
                return satu
        if any("nomor persil" in {judul_rapi(n) for n in b} for s in buku.lembar for b in s.baris[:1]):
            raise BerkasBermasalah(
                f"Berkas ini data persil, bukan penduduk.{AMAN} Catat bidangnya di Pertanahan."
            )
        if (cocok := profil_cocok(sesi, buku)) is not None:
            return cocok
    raise tak_dikenal(buku, ", ".join(s.NAMA for s in SUSUNAN))


def _bersihkan(k: Konteks, hasil: HasilBaca, lapor: Kemajuan) -> tuple[list[OrangMasuk], list[Galat]]:
    pembersih = PembersihBaris(k.jam.hari_ini())
    orang: list[OrangMasuk] = []
    galat = list(hasil.galat)
    semua = len(hasil.baris)
    for nomor, baris in enumerate(hasil.baris):
        if nomor % 1000 == 0:
            lapor(30 + 45 * nomor // (semua or 1), 100, "Memeriksa baris")
        nilai, salah = pembersih.bersihkan(baris)
        galat += salah
        orang.append(OrangMasuk(baris.lembar, baris.baris, nilai, baris.kolom))
    return orang, galat


def _rencana(
    sesi: Session,
    format_: str,
    sidik: str,
    hasil: HasilBaca,
    orang: Sequence[OrangMasuk],
    galat: list[Galat],
) -> RencanaImpor:
    cacat = {(g.lembar, g.baris) for g in galat}
    utuh = [o for o in orang if (o.lembar, o.baris) not in cacat]
    kunci = frozenset(k for o in orang for k in o.nilai)
    banding = bandingkan(sesi, utuh, kunci)
    galat += [*banding.galat, *nik_ganda(orang), *kepala_keluarga(orang, banding.berkepala)]
    if not orang and not galat:
        raise BerkasBermasalah(f"Lembarnya hanya berisi judul, tidak ada satu pun penduduk.{AMAN}")
    return RencanaImpor(
        format=format_,
        sidik=sidik,
        dibaca=len(orang),
        baru=banding.baru,
        berubah=banding.berubah,
        sama=banding.sama,
        galat=tuple(sorted(galat, key=lambda g: (g.lembar, g.baris, len(g.kolom), g.kolom))),
        keluarga=len({o.nilai["no_kk"] for o in orang if "no_kk" in o.nilai}),
        temuan=tuple(temuan_berkas(utuh)),
        hanya_kita=banding.hanya_kita,
        dilewati=tuple(hasil.dilewati),
        kunci=kunci,
        keadaan=kueri.tanda_keadaan(sesi),
        pembukaan=masih_pembukaan(sesi),
    )
