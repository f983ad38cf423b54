"""What a page is given: the data and the person, the task runner, and the services of the window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desa_app.kasus import Konteks
from ui.tasks import TaskRunner

Aksi = tuple[str, Callable[[], object]]


class Layanan(QObject):
    """What a page may ask of its window. Pages never call each other."""

    halaman_diminta = Signal(str, object)
    pemberitahuan = Signal(str, object)
    perubahan = Signal(object)
    """A frozenset of register names that an act has changed."""
    lencana_berubah = Signal(str, int)
    keadaan_berubah = Signal(str)

    def __init__(self, parent: QObject | None = None, halaman: Iterable[str] = ()) -> None:
        super().__init__(parent)
        self._halaman = frozenset(halaman)

    def ada(self, kunci: str) -> bool:
        """Whether this person has that page."""
        return kunci in self._halaman

    def buka_halaman(self, kunci: str, **arg: object) -> None:
        """Go to a page; `arg` reaches its `buka(**arg)`."""
        self.halaman_diminta.emit(kunci, arg)

    def beritahu(self, teks: str, aksi: Aksi | None = None) -> None:
        """Show a passing sentence, with at most one action such as ("Batalkan", function)."""
        self.pemberitahuan.emit(teks, aksi)

    def umumkan_perubahan(self, register: Iterable[str]) -> None:
        """Tell every page which registers (`penduduk`, `surat`, ...) have changed."""
        self.perubahan.emit(frozenset(register))

    def lencana(self, kunci: str, jumlah: int) -> None:
        """Number beside a page in the rail: what waits there; 0 takes it away."""
        self.lencana_berubah.emit(kunci, jumlah)

    def keadaan(self, teks: str) -> None:
        """The line of state beside the title of the page on show."""
        self.keadaan_berubah.emit(teks)


@dataclass(frozen=True)
class Ruang:
    """Handed to a page by its constructor."""

    konteks: Konteks
    tugas: TaskRunner
    layanan: Layanan
