"""The little language of sentence patterns: `{tempat.nama|saringan}` and optional pieces `[[a||b]]`.

`{subjek.nama}` is replaced by its value. A piece in double brackets disappears when a value inside it
is empty; with `||` the first alternative whose values are all there is taken. Nothing else is
understood: no expressions, no code. An unknown name is reported with its place.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desa_app import bahasa
from desa_app.errors import DesaError

_TOKEN = re.compile(r"\{([^{}]*)\}")
_NAMA = re.compile(r"^[a-z_]+(\.[a-z0-9_]+){1,2}(\|[a-z_]+)*$")
_PILIHAN = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class TokenTidakDikenal(DesaError):
    """A pattern names something that does not exist."""

    kode = "D-86"


@dataclass(frozen=True)
class Nilai:
    """A value as printed, with the raw number behind it where there is one."""

    teks: str
    angka: int | None = None
    kalimat: str = ""
    """How a chosen option reads inside a sentence; empty: as it is."""


class _Kosong(Exception):
    """A value inside an optional piece is empty."""


def _terbilang(nilai: Nilai) -> str:
    return bahasa.terbilang(nilai.angka) if nilai.angka is not None else ""


def _kecil(nilai: Nilai) -> str:
    """Small first letter inside a sentence; `KTP-el` and other capitals stay."""
    return nilai.teks if nilai.teks[1:2].isupper() else nilai.teks[:1].lower() + nilai.teks[1:]


SARINGAN: dict[str, Callable[[Nilai], str]] = {
    "terbilang": _terbilang,
    "kecil": _kecil,
    "kapital": lambda n: n.teks.upper(),
    "kalimat": lambda n: n.kalimat,
    "angka": lambda n: "" if n.angka is None else f"{n.angka} ({bahasa.terbilang(n.angka)})",
}
"""What may follow a name after `|`."""


def isi_pola(pola: str, nilai: Mapping[str, Nilai], tempat: str) -> str:
    """The sentence with its values. An unknown name raises TokenTidakDikenal, naming `tempat`."""
    if "{" not in pola and "[[" not in pola:
        return pola

    def pilih(cocok: re.Match[str]) -> str:
        for calon in cocok[1].split("||"):
            try:
                return _ganti(calon, nilai, tempat, wajib_terisi=True)
            except _Kosong:
                continue
        return ""

    # Optional pieces first, on the pattern, so that brackets inside a value are never read as pieces.
    bagian, akhir = list[str](), 0
    for cocok in _PILIHAN.finditer(pola):
        bagian += [_ganti(pola[akhir : cocok.start()], nilai, tempat), pilih(cocok)]
        akhir = cocok.end()
    bagian.append(_ganti(pola[akhir:], nilai, tempat))
    return "".join(bagian).strip()


def _ganti(pola: str, nilai: Mapping[str, Nilai], tempat: str, *, wajib_terisi: bool = False) -> str:
    def satu(cocok: re.Match[str]) -> str:
        nama, *saringan = cocok[1].split("|")
        if nama not in nilai or any(s not in SARINGAN for s in saringan):
            raise TokenTidakDikenal(kalimat_token(cocok[1], pola, tempat))
        isi = nilai[nama]
        teks = isi.teks
        for s in saringan:
            teks = SARINGAN[s](isi)
        if wajib_terisi and not teks:
            raise _Kosong
        return teks

    return _TOKEN.sub(satu, pola)


def kalimat_token(token: str, pola: str, tempat: str) -> str:
    """What to tell about a name that does not exist."""
    posisi = pola.find("{" + token + "}")
    return (
        f"Tanda {{{token}}} pada {tempat} (huruf ke-{posisi + 1}) tidak dikenal. "
        "Pilih tanda dari daftar, lalu simpan lagi. Surat belum dibuat."
    )


def daftar_token(pola: str) -> Iterator[str]:
    """Names used in a pattern, without filters."""
    for cocok in _TOKEN.finditer(pola):
        yield cocok[1].split("|")[0]


def periksa_pola_isi(pola: str, kenal: frozenset[str], tempat: str) -> list[str]:
    """Every problem of a pattern, in words."""
    masalah = []
    for cocok in _TOKEN.finditer(pola):
        nama, *saringan = cocok[1].split("|")
        if not _NAMA.match(cocok[1]) or nama not in kenal or any(s not in SARINGAN for s in saringan):
            masalah.append(kalimat_token(cocok[1], pola, tempat))
    sisa = _TOKEN.sub("", pola)
    if "{" in sisa or "}" in sisa:
        masalah.append(f"Kurung kurawal pada {tempat} tidak berpasangan. Periksa tanda {{...}} di sana.")
    if sisa.count("[[") != sisa.count("]]"):
        masalah.append(f"Kurung [[ dan ]] pada {tempat} tidak berpasangan.")
    return masalah
