"""What the first screen is made of: a figure on a card, a line that asks for work."""

from dataclasses import dataclass, field
from enum import StrEnum


class Mendesak(StrEnum):
    """How pressing a line is; the first ones are shown first."""

    LEWAT = "lewat"
    SEGERA = "segera"
    NETRAL = "netral"
    SELESAI = "selesai"


@dataclass(frozen=True)
class KartuAngka:
    """One figure with its name and an explanation."""

    nama: str
    angka: str
    rincian: str = ""


@dataclass(frozen=True)
class Pekerjaan:
    """Something that waits: words of its state, what it is, and the page that deals with it."""

    tanda: str
    mendesak: Mendesak
    judul: str
    rincian: str
    halaman: str
    arg: dict[str, object] = field(default_factory=dict)
    jumlah: int = 0
    """Counts into the badge of that page; 0 for lines that are only a hint."""
