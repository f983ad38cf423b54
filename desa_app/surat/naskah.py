"""A letter as plain data: what is said, by whom, on which paper. Two writers turn it into DOCX and PDF.

A `Naskah` is frozen with the letter. `ke_objek` and `dari_objek` are inverse, so a reprint has the
same words and the same layout as the first print.
"""

import base64
import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from desa_app.buku.cetak import KERTAS_MM

KERTAS: dict[str, tuple[float, float]] = {nama: KERTAS_MM[nama] for nama in ("F4", "F4-210", "A4")}
"""Width and height in mm of the sheets for letters."""
KOSONG_NOMOR = "      "
"""Blank in the number line while the running number is not known yet."""


@dataclass(frozen=True, kw_only=True)
class Kertas:
    """Page, faces and spacing. Lengths in mm, type sizes in points (surat.md 1.2)."""

    nama: str = "F4"
    kiri: float = 30
    kanan: float = 20
    atas: float = 20
    bawah: float = 25
    huruf: str = "Arial"
    ukuran: float = 12
    spasi: float = 1.15
    jarak: float = 8
    """Points after each paragraph."""
    ruang_ttd: float = 25
    """Height of the space for the signature."""

    @property
    def ukuran_mm(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        return KERTAS[self.nama]

    @property
    def lebar_teks(self) -> float:
        """Width between the margins."""
        return self.ukuran_mm[0] - self.kiri - self.kanan

    @property
    def tinggi_teks(self) -> float:
        """Height between the margins."""
        return self.ukuran_mm[1] - self.atas - self.bawah


@dataclass(frozen=True)
class BarisKop:
    """One line of the letterhead."""

    teks: str
    ukuran: float
    tebal: bool = False


@dataclass(frozen=True, kw_only=True)
class Kop:
    """Letterhead. `gambar` replaces the lines by one picture over the full width."""

    baris: tuple[BarisKop, ...] = ()
    huruf: str = "Arial"
    lambang: bytes | None = None
    tinggi_lambang: float = 22
    gambar: bytes | None = None
    hitam: bool = False
    """The lambang without its colours (KRW Pasal 33)."""
    garis: bool = True
    """Thick-thin rule under it; a picture may bring its own."""


@dataclass(frozen=True)
class Paragraf:
    """Running text. `peran` is pembuka, isi or penutup."""

    teks: str
    peran: str = "isi"


@dataclass(frozen=True)
class Rincian:
    """Rows "label : value" with aligned colons. `peran` is pejabat, subjek or rincian."""

    baris: tuple[tuple[str, str], ...]
    peran: str = "rincian"


@dataclass(frozen=True)
class Butir:
    """Numbered statements."""

    butir: tuple[str, ...]


@dataclass(frozen=True)
class Daftar:
    """A bordered table for several people or documents; `lebar` are relative, `kanan` columns of figures."""

    judul: tuple[str, ...]
    lebar: tuple[float, ...]
    baris: tuple[tuple[str, ...], ...]
    kanan: tuple[int, ...] = ()


@dataclass(frozen=True)
class Tengah:
    """Centred lines: the period of a report."""

    baris: tuple[str, ...]
    tebal: bool = True


@dataclass(frozen=True)
class Ilustrasi:
    """Pictures side by side, all of one height in mm."""

    gambar: tuple[bytes, ...]
    tinggi: float


Blok = Paragraf | Rincian | Butir | Daftar | Tengah | Ilustrasi


@dataclass(frozen=True)
class BarisJabatan:
    """One line over a signature; `awalan` (a.n., Pj.) hangs to the left of it."""

    teks: str
    awalan: str = ""


@dataclass(frozen=True, kw_only=True)
class BlokTtd:
    """Who signs: lines above, name, lines below. An empty name leaves a rule to write on."""

    jabatan: tuple[BarisJabatan, ...]
    nama: str = ""
    bawah: tuple[str, ...] = ()
    tebal: bool = True
    garis: bool = True


@dataclass(frozen=True, kw_only=True)
class KepalaDinas:
    """Opening of a surat dinas: what it is about and to whom; place and date stand over it."""

    hal: str
    tujuan: tuple[str, ...]
    """Lines after "Yth."."""
    sifat: str = "Biasa"
    lampiran: str = "-"


@dataclass(frozen=True, kw_only=True)
class Naskah:
    """One letter, complete. Order of the parts is that of surat.md 1.1."""

    kertas: Kertas
    kop: Kop
    judul: str
    nomor: str
    blok: tuple[Blok, ...]
    tempat_tanggal: str
    ttd: BlokTtd
    dinas: KepalaDinas | None = None
    """A surat dinas has this opening instead of a centred title; `judul` then only names the file."""
    label_nomor: str = "Nomor:"
    judul_tebal: bool = True
    judul_garis: bool = True
    judul_ukuran: float = 12
    ttd_kiri: BlokTtd | None = None
    ttd_bawah: BlokTtd | None = None
    saksi: tuple[str, ...] = ()
    """Names of witnesses; an empty one leaves a rule to write on."""
    tembusan: tuple[str, ...] = ()
    kaki: tuple[Blok, ...] = ()
    """Under the signature, behind a cutting line: the receipt that is torn off."""
    paraf: tuple[str, ...] = ()
    """Posts of the paraf matrix; printed on the office copy only."""
    paraf_kanan: bool = False
    stempel_kanan: bool = False
    """The clear area for the stempel lies at the right of the signature instead of the left."""
    qr: str = ""
    penyambung: bool = False
    """Catchword at the foot of a page that goes on."""
    latihan: bool = False
    penulis: str = ""
    tanggal: str = ""
    """ISO date of the letter, for the file's properties."""
    penyesuaian: tuple[str, ...] = ()
    """What was done to fit the letter on one page, in words."""

    def gambar(self) -> dict[str, bytes]:
        """Pictures by digest, to be kept beside the frozen letter."""
        semua = [self.kop.lambang, self.kop.gambar]
        semua += [g for b in self.blok if isinstance(b, Ilustrasi) for g in b.gambar]
        return {sidik_gambar(g): g for g in semua if g}


_BLOK: dict[str, type[Any]] = {
    kelas.__name__: kelas for kelas in (Paragraf, Rincian, Butir, Daftar, Tengah, Ilustrasi)
}
_BERSARANG: dict[str, type[Any]] = {
    "kertas": Kertas, "kop": Kop, "ttd": BlokTtd, "ttd_kiri": BlokTtd, "ttd_bawah": BlokTtd,
    "dinas": KepalaDinas,
}  # fmt: skip


def sidik_gambar(isi: bytes) -> str:
    """Digest that names a picture."""
    return hashlib.sha256(isi).hexdigest()


def ke_objek(naskah: Naskah) -> dict[str, Any]:
    """Plain data for storage; pictures are replaced by their digests."""
    objek = dataclasses.asdict(naskah)
    for kunci in ("blok", "kaki"):
        objek[kunci] = [_blok_ke_objek(b) for b in getattr(naskah, kunci)]
    for kunci in ("lambang", "gambar"):
        isi = getattr(naskah.kop, kunci)
        objek["kop"][kunci] = sidik_gambar(isi) if isi else None
    return objek


def _blok_ke_objek(blok: Blok) -> dict[str, Any]:
    objek = {"jenis": type(blok).__name__, **dataclasses.asdict(blok)}
    if isinstance(blok, Ilustrasi):
        objek["gambar"] = [sidik_gambar(g) for g in blok.gambar]
    return objek


def dari_objek(objek: Mapping[str, Any], gambar: Mapping[str, bytes]) -> Naskah:
    """The letter that `ke_objek` described, with its pictures put back."""
    isi = {f.name: objek[f.name] for f in fields(Naskah) if f.name in objek}
    for kunci in ("blok", "kaki"):
        isi[kunci] = tuple(_bangun_blok(b, gambar) for b in objek.get(kunci, ()))
    for kunci, kelas in _BERSARANG.items():
        if isi.get(kunci) is not None:
            isi[kunci] = _bangun(kelas, isi[kunci])
    kop: Kop = isi["kop"]
    isi["kop"] = dataclasses.replace(
        kop,
        lambang=gambar[str(kop.lambang)] if kop.lambang else None,
        gambar=gambar[str(kop.gambar)] if kop.gambar else None,
    )
    return Naskah(**{kunci: _beku(nilai) for kunci, nilai in isi.items()})


def _bangun_blok(objek: Mapping[str, Any], gambar: Mapping[str, bytes]) -> Blok:
    blok: Blok = _bangun(_BLOK[objek["jenis"]], objek)
    if isinstance(blok, Ilustrasi):
        return dataclasses.replace(blok, gambar=tuple(gambar[str(g)] for g in blok.gambar))
    return blok


def _bangun(kelas: type[Any], objek: Mapping[str, Any]) -> Any:
    isi = {f.name: _beku(objek[f.name]) for f in fields(kelas) if f.name in objek}
    if kelas is Kop:
        isi["baris"] = tuple(BarisKop(**b) for b in objek["baris"])
    if kelas is BlokTtd:
        isi["jabatan"] = tuple(BarisJabatan(**b) for b in objek["jabatan"])
    return kelas(**isi)


def _beku(nilai: Any) -> Any:
    return tuple(_beku(n) for n in nilai) if isinstance(nilai, list | tuple) else nilai


_DITAMBAHKAN: dict[type[Any], tuple[str, ...]] = {
    Naskah: ("judul_ukuran", "stempel_kanan"), Kop: ("hitam", "garis"), Daftar: ("kanan",),
}  # fmt: skip
"""Fields younger than the first printed codes; at their defaults they do not count in the digest."""


def _tanpa_tambahan(objek: dict[str, Any], kelas: type[Any]) -> None:
    bawaan = {f.name: f.default for f in fields(kelas)}
    for kunci in _DITAMBAHKAN.get(kelas, ()):
        if objek.get(kunci) == bawaan[kunci]:
            del objek[kunci]


def sidik_naskah(naskah: Naskah) -> str:
    """Digest of everything printed; part of the verification code.

    A letter frozen before a field existed keeps its digest, so its code stays good.
    """
    from db.tipe import kanonik

    objek = ke_objek(naskah)
    _tanpa_tambahan(objek, Naskah)
    _tanpa_tambahan(objek["kop"], Kop)
    for blok in (*objek["blok"], *objek["kaki"]):
        _tanpa_tambahan(blok, _BLOK[blok["jenis"]])
    return base64.b32encode(hashlib.sha256(kanonik(objek).encode()).digest()).decode()
