"""What an import would do: the plan that the dry run shows and that applying it follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desa_app.impor.baris import Galat

DIJAGA = frozenset({
    "status_dasar", "status_penduduk", "shdk", "no_kk", "alamat", "dusun", "rt", "rw", "jk", "warga_negara",
})  # fmt: skip
"""Never changed by a re-import: the ledger stands on them, so they change by an act of their own."""


@dataclass(frozen=True, slots=True)
class OrangMasuk:
    """One clean person of the file with the place it came from."""

    lembar: str
    baris: int
    nilai: Mapping[str, Any]
    kolom: Mapping[str, str]

    @property
    def aktif(self) -> bool:
        """Counted in the books: hidup or hilang."""
        return self.nilai.get("status_dasar", 1) in {1, 4}


@dataclass(frozen=True, slots=True)
class Beda:
    """One field in which the file and the book differ. Values are stored values (codes, dates)."""

    kunci: str
    kita: Any
    mereka: Any

    @property
    def dijaga(self) -> bool:
        """Only taken over when it is chosen by name."""
        return self.kunci in DIJAGA


@dataclass(frozen=True, slots=True)
class OrangBerubah:
    """A resident of the book about whom the file says something else."""

    penduduk_id: int
    nik: str
    nama: str
    beda: tuple[Beda, ...]
    masuk: OrangMasuk

    @property
    def langsung(self) -> tuple[Beda, ...]:
        """Differences that an import takes over by itself."""
        return tuple(b for b in self.beda if not b.dijaga)


@dataclass(frozen=True, slots=True)
class TemuanImpor:
    """Something odd that is stored all the same and waits for a look (`kode` of `pemeriksaan`)."""

    kode: str
    lembar: str
    baris: int
    uraian: str


@dataclass(frozen=True)
class OrangKita:
    """A resident of the book whom the file does not mention."""

    penduduk_id: int
    nik: str
    nama: str
    no_kk: str


@dataclass(frozen=True)
class RencanaImpor:
    """The whole plan. It can be carried out only while nothing is refused."""

    format: str
    sidik: str
    dibaca: int
    baru: tuple[OrangMasuk, ...]
    berubah: tuple[OrangBerubah, ...]
    sama: int
    galat: tuple[Galat, ...]
    keluarga: int
    """Families that the file names."""
    temuan: tuple[TemuanImpor, ...] = ()
    hanya_kita: tuple[OrangKita, ...] = ()
    dilewati: tuple[str, ...] = ()
    """Sheets without headings that the layout knows."""
    kunci: frozenset[str] = field(default=frozenset())
    """Values that the layout brings; nothing else is compared or touched."""
    keadaan: tuple[Any, ...] = ()
    pembukaan: bool = True
    """New residents become opening stock; False: they are booked as arrivals, if the officer agrees."""

    @property
    def ditolak(self) -> int:
        """Rows with at least one refusal."""
        return len({(g.lembar, g.baris) for g in self.galat})

    @property
    def boleh(self) -> bool:
        """Whether it may be carried out."""
        return not self.galat

    def ringkas(self) -> dict[str, Any]:
        """The plan as the command line prints it."""
        return {
            "format": self.format,
            "dibaca": self.dibaca,
            "baru": len(self.baru),
            "berubah": len(self.berubah),
            "sama": self.sama,
            "ditolak": self.ditolak,
            "keluarga": self.keluarga,
            "galat": [
                {"lembar": g.lembar, "baris": g.baris, "kolom": g.kolom, "nilai": g.nilai, "sebab": g.sebab,
                 "saran": g.saran}
                for g in self.galat
            ],
        }  # fmt: skip
