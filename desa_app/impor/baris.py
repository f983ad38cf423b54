"""One person as a layout found it: raw cells by the attributes of a resident, with their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desa_app.impor.lembar import Lembar, Nilai, huruf_kolom

KUNCI_KELUARGA = frozenset({"no_kk", "alamat", "dusun", "rt", "rw"})
"""Values that belong to the family; all others are attributes of `db.models.Penduduk`."""


@dataclass(frozen=True)
class Galat:
    """One refusal: where, what stood there, why it cannot be, and what was probably meant."""

    lembar: str
    baris: int
    kolom: str
    """Letter of the column; empty when the whole row or sheet is meant."""
    nilai: str
    sebab: str
    saran: str = ""


@dataclass(frozen=True, slots=True)
class BarisPenduduk:
    """Raw values of one person. `kolom` tells the letter of each key's column."""

    lembar: str
    baris: int
    nilai: Mapping[str, Nilai]
    kolom: Mapping[str, str]
    rumus: frozenset[str] = frozenset()
    """Keys whose cell holds a formula instead of a value."""


@dataclass(frozen=True)
class HasilBaca:
    """What a layout read: persons, refusals of sheets and headings, sheets that it passed over."""

    baris: Sequence[BarisPenduduk]
    galat: Sequence[Galat] = ()
    dilewati: Sequence[str] = ()


@dataclass(frozen=True)
class PetaKolom:
    """Which column (counted from 0) of a sheet holds which key."""

    kunci: tuple[tuple[str, int], ...]
    huruf: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "huruf", {k: huruf_kolom(n + 1) for k, n in self.kunci})


def ambil_baris(lembar: Lembar, nomor: int, peta: PetaKolom) -> BarisPenduduk | None:
    """The person in row `nomor` (counted from 0); None when every mapped cell is empty."""
    sel = lembar.baris[nomor]
    lebar = len(sel)
    nilai = {k: n for k, letak in peta.kunci if letak < lebar and (n := sel[letak]) not in {"", None}}
    rumus: frozenset[str] = frozenset()
    if lembar.rumus:
        rumus = frozenset(k for k, letak in peta.kunci if (nomor, letak) in lembar.rumus)
    if not rumus and not any(not isinstance(n, str) or n.strip() for n in nilai.values()):
        return None
    return BarisPenduduk(lembar.nama, nomor + 1, nilai, peta.huruf, rumus)


class Ditolak(Protocol):
    """A plan with its refusals: of residents or of parcels."""

    @property
    def galat(self) -> tuple[Galat, ...]:
        """Every refused cell."""
