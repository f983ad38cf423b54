"""Choosing the kind of letter at the counter: favourites and the most used first, found by a few letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import JenisSurat, Permohonan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.katalog import KATEGORI, Isian, Jenis, semua_jenis
from desa_app.surat.penandatangan import PILIHAN, pilihan_penandatangan
from desa_app.surat.penyusun import isian_jenis
from desa_app.surat.setelan import setelan_surat


@dataclass(frozen=True)
class JenisPilihan:
    """A kind in the choice list, with what the form needs."""

    jenis: Jenis
    dipakai: int
    isian: tuple[Isian, ...]
    penandatangan: tuple[tuple[str, str], ...]
    """Signer keys and words."""


@kasus(Izin.SURAT_BACA)
def pilihan_jenis(k: Konteks) -> list[JenisPilihan]:
    """Kinds that may be issued: favourites, then the most used, then the catalogue's order."""
    with k.baca() as sesi:
        setelan = setelan_surat(sesi)
        hitung = sesi.execute(select(Permohonan.slug, func.count()).group_by(Permohonan.slug))
        dipakai = {slug: int(jumlah) for slug, jumlah in hitung}
        hasil = [
            JenisPilihan(
                jenis, dipakai.get(slug, 0), isian_jenis(jenis),
                tuple((p, PILIHAN[p]) for p in pilihan_penandatangan(jenis, setelan)),
            )
            for slug, jenis in semua_jenis(sesi).items()
            if jenis.aktif
        ]  # fmt: skip
    return sorted(hasil, key=lambda j: (not j.jenis.favorit, -j.dipakai))


@kasus(Izin.SURAT_BUAT)
def ubah_favorit(k: Konteks, slug: str, favorit: bool) -> None:
    """Put a kind among the favourites or take it away."""
    with k.tulis("jenis_surat.favorit") as t:
        baris_jenis = t.sesi.scalar(select(JenisSurat).where(JenisSurat.slug == slug))
        if baris_jenis is None:
            baris_jenis = JenisSurat(slug=slug, isi={}, milik_desa=False)
            t.sesi.add(baris_jenis)
        baris_jenis.favorit = favorit
        t.catat(f"jenis_surat:{slug}", None, {"favorit": favorit})


def saring_jenis(jenis: Sequence[JenisPilihan], teks: str) -> list[JenisPilihan]:
    """Kinds that hold every typed word, the best fit first; `sktm` finds Surat Keterangan Tidak Mampu.

    Among equal fits the given order stays: favourites, then the most used.
    """
    kata = teks.lower().split()
    if not kata:
        return list(jenis)
    cocok = [(nilai, j) for j in jenis if (nilai := _kecocokan(j.jenis, kata)) is not None]
    return [j for _, j in sorted(cocok, key=lambda pasangan: pasangan[0])]


def _kecocokan(jenis: Jenis, kata: Sequence[str]) -> int | None:
    """How well the words fit, 0 best; None when one of them is nowhere."""
    nama = jenis.nama.lower()
    if " ".join(kata) == nama:
        return 0
    if len(kata) == 1 and "".join(bagian[0] for bagian in nama.split()).startswith(kata[0]):
        return 1
    bagian = nama.replace("/", " ").replace("(", " ").split()
    if all(any(b.startswith(satu) for b in bagian) for satu in kata):
        return 2
    luas = f"{nama} {jenis.kode} {jenis.kode_lama} {KATEGORI.get(jenis.kategori, '').lower()}"
    return 3 if all(satu in luas for satu in kata) else None
