"""How a use case works: one permission, one transaction, one audit row.

A use case is a function whose first parameter is `k: Konteks`, decorated with `@kasus(Izin...)`.
It reads inside `with k.baca() as sesi` or changes inside `with k.tulis("kata.kerja") as t`; the
latter commits at the end and refuses to commit a change that nobody noted with `t.catat(...)`.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from db.engine import Database
from desa_app.errors import DataBermasalah, TidakBerwenang
from desa_app.keamanan.audit import tambah_audit
from desa_app.keamanan.peran import Izin, izin_dari
from desa_app.waktu import Jam

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class Pelaku:
    """Who is acting: name for the record and role keys."""

    id: int
    nama: str
    peran: tuple[str, ...]

    def boleh(self, izin: Izin) -> bool:
        """Whether one of the roles carries this permission."""
        return izin in izin_dari(self.peran)


@dataclass(frozen=True)
class Konteks:
    """What every use case receives: the data, the clock and who asks."""

    basis: Database
    jam: Jam
    pelaku: Pelaku | None = None

    def sebagai(self, pelaku: Pelaku) -> "Konteks":
        """The same data and clock for another person."""
        return replace(self, pelaku=pelaku)

    @property
    def nama_pelaku(self) -> str:
        """Name of the person who acts, for the record."""
        return self.pelaku.nama if self.pelaku else "sistem"

    def boleh(self, izin: Izin) -> bool:
        """Whether the acting person may do this; screens ask it to hide what is not allowed."""
        return izin is Izin.UMUM or (self.pelaku is not None and self.pelaku.boleh(izin))

    def wajib(self, *izin: Izin) -> None:
        """Raise TidakBerwenang unless at least one of the permissions is held."""
        if not any(self.boleh(i) for i in izin):
            siapa = self.pelaku.nama if self.pelaku else "Belum ada pengguna yang masuk"
            raise TidakBerwenang(
                f"{siapa}: tindakan ini tidak termasuk wewenang Anda. Data tidak berubah. "
                "Mintalah petugas yang berwenang atau Admin untuk melakukannya."
            )

    @contextmanager
    def baca(self) -> Iterator[Session]:
        """A session for reading one consistent state."""
        with _galat_basis(), self.basis.baca() as sesi:
            yield sesi

    @contextmanager
    def tulis(self, tindakan: str) -> Iterator["Transaksi"]:
        """One transaction with its audit row. `tindakan` is the act's short name, `surat.terbit`."""
        with _galat_basis(), self.basis.tulis() as sesi:
            transaksi = Transaksi(sesi, self, tindakan)
            yield transaksi
            if not transaksi.tercatat:
                raise RuntimeError(f"perubahan {tindakan} tanpa catatan audit")

    @contextmanager
    def simpan_ketikan(self) -> Iterator[Session]:
        """A session that keeps typing over a crash. Typing is not an act: it leaves no audit row."""
        with _galat_basis(), self.basis.tulis() as sesi:
            yield sesi


class Transaksi:
    """An open change: its session and its notes for the audit trail."""

    def __init__(self, sesi: Session, konteks: Konteks, tindakan: str) -> None:
        self.sesi = sesi
        self.konteks = konteks
        self.tindakan = tindakan
        self.tercatat = False

    def catat(self, objek: str, lama: Any = None, baru: Any = None) -> None:
        """Note what changed. `objek` is kind and id (`penduduk:12`); old and new are plain data."""
        pelaku = self.konteks.nama_pelaku
        saat = self.konteks.jam.sekarang()
        tambah_audit(self.sesi, saat, pelaku, self.tindakan, objek, lama, baru)
        self.tercatat = True


class KasusFungsi(Protocol[P, R_co]):
    """A use case: a function that knows its permission."""

    izin: tuple[Izin, ...]
    __name__: str

    def __call__(self, k: Konteks, /, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """Check the permission and run."""


def kasus(*izin: Izin) -> Callable[[Callable[Concatenate[Konteks, P], R]], KasusFungsi[P, R]]:
    """Declare a use case that needs one of the given permissions."""

    def hias(fungsi: Callable[Concatenate[Konteks, P], R]) -> KasusFungsi[P, R]:
        @functools.wraps(fungsi)
        def jalan(k: Konteks, /, *args: P.args, **kwargs: P.kwargs) -> R:
            k.wajib(*izin)
            return fungsi(k, *args, **kwargs)

        hasil = cast("KasusFungsi[P, R]", jalan)
        hasil.izin = izin
        return hasil

    return hias


@contextmanager
def _galat_basis() -> Iterator[None]:
    """Turn the driver's failures into sentences; the one place where that happens."""
    try:
        yield
    except IntegrityError:
        raise  # a rule that a use case should have told first: a bug, kept whole for the report
    except DBAPIError as galat:
        raise DataBermasalah(kalimat_galat(str(galat.orig))) from galat


_SEBAB = (
    ("disk is full", "Ruang disk habis. Perubahan terakhir tidak tersimpan, data sebelumnya aman. "
     "Kosongkan ruang lalu ulangi."),
    ("readonly", "Data hanya dapat dibaca. Perubahan tidak tersimpan, data sebelumnya aman. "
     "Pindahkan folder data ke disk komputer ini."),
    ("locked", "Data sedang dipakai program lain. Perubahan tidak tersimpan, data sebelumnya aman. "
     "Tunggu sebentar lalu ulangi."),
    ("malformed", "Berkas data rusak. Jangan menulis apa pun lagi; pulihkan dari cadangan terakhir."),
    ("not a database", "Berkas data bukan milik Desa App atau rusak. Pulihkan dari cadangan terakhir."),
)  # fmt: skip


def kalimat_galat(asli: str) -> str:
    """The Indonesian sentence for a message of the database driver."""
    for tanda, kalimat in _SEBAB:
        if tanda in asli:
            return kalimat
    return (
        "Data tidak dapat dibuka atau ditulis. Perubahan terakhir tidak tersimpan, data sebelumnya aman. "
        "Periksa ruang disk, lalu ulangi; bila tetap gagal, tutup program dan buka kembali."
    )
