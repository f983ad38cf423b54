"""Work away from the window: one thread for the program, answers come back as queued signals.

A job gets plain values, opens its own session and touches no widget. Its answer is dropped when
the widget that asked for it is gone. With one thread the database never waits for itself.

A job's closure may hold the last reference to a widget, so it is let go in the window's thread; for the
same reason Python's cycle collector never runs in the job's thread (`ui/sampah.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, SignalInstance, Slot
from shiboken6 import isValid

from desa_app.errors import DesaError

T = TypeVar("T")
_Kerja = list[Callable[[], Any]]
"""What a job does, in a box that the window's thread empties once it is answered."""
LAMA_MD = 500
"""After so long whoever waits is told that work is under way."""


class Dibatalkan(DesaError):
    """The person stopped the job; nothing half done was kept."""

    kode = "D-01"

    def __init__(self) -> None:
        super().__init__("Pekerjaan dihentikan. Data tidak berubah.")


class JobControl(QObject):
    """Reins of a long job: it reports progress here and looks whether it should stop."""

    kemajuan = Signal(int, int, str)

    def __init__(self, on_progress: Callable[[int, int, str], None] | None, owner: QObject) -> None:
        super().__init__()
        self._batal, self._on_progress, self._owner = False, on_progress, owner
        self.kemajuan.connect(self._teruskan, Qt.ConnectionType.QueuedConnection)

    @Slot(int, int, str)
    def _teruskan(self, done: int, total: int, text: str) -> None:
        if self._on_progress is not None and isValid(self._owner):
            self._on_progress(done, total, text)

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._batal

    def cancel(self) -> None:
        """Ask the job to stop at its next look."""
        self._batal = True

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far the job is. Raises Dibatalkan when it should stop, so a transaction rolls back."""
        if self._batal:
            raise Dibatalkan
        self.kemajuan.emit(done, total, text)


@dataclass(frozen=True)
class _Penanti:
    """What was asked, who waits for the answer, and what to do with it."""

    kerja: _Kerja
    on_done: Callable[[Any], None]
    on_error: Callable[[DesaError], None] | None
    always: Callable[[], None] | None
    owner: QObject
    kendali: JobControl | None


class _Job(QRunnable):
    def __init__(self, nomor: int, kerja: _Kerja, selesai: SignalInstance) -> None:
        super().__init__()
        self._nomor, self._kerja, self._selesai = nomor, kerja, selesai

    def run(self) -> None:
        try:
            jawaban: tuple[int, Any, Exception | None] = (self._nomor, self._kerja[0](), None)
        except Exception as galat:  # noqa: BLE001  handed to the window's thread, never swallowed
            jawaban = (self._nomor, None, galat)
        self._selesai.emit(*jawaban)


class TaskRunner(QObject):
    """Runs jobs one after the other and brings each answer to its owner."""

    failed = Signal(object)
    """A bug, or an expected failure that nobody asked to handle."""
    idle = Signal()
    """The last waiting job has been answered."""
    lama = Signal(bool)
    """True once somebody has waited for LAMA_MD, False when nobody waits any more."""
    _done = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._penanti: dict[int, _Penanti] = {}
        self._nomor = 0
        self._jam = QTimer(self, singleShot=True, interval=LAMA_MD)
        self._jam.timeout.connect(lambda: self.lama.emit(True))
        self._done.connect(self._sampaikan, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._penanti)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        *,
        owner: QObject,
        on_error: Callable[[DesaError], None] | None = None,
        always: Callable[[], None] | None = None,
    ) -> None:
        """Do `work` off the window; `always` runs before the answer, whatever it is."""
        self._mulai(_Penanti([work], on_done, on_error, always, owner, None))

    def run_long(
        self,
        work: Callable[[JobControl], T],
        on_done: Callable[[T], None],
        *,
        owner: QObject,
        on_progress: Callable[[int, int, str], None] | None = None,
        on_error: Callable[[DesaError], None] | None = None,
        always: Callable[[], None] | None = None,
    ) -> JobControl:
        """As `run`, for a job that reports progress and can be stopped by the returned control."""
        kendali = JobControl(on_progress, owner)
        self._mulai(_Penanti([lambda: work(kendali)], on_done, on_error, always, owner, kendali))
        return kendali

    def close(self) -> None:
        """Stop long jobs and wait for the running one; connect it to QApplication.aboutToQuit."""
        for penanti in self._penanti.values():
            if penanti.kendali is not None:
                penanti.kendali.cancel()
        self._pool.waitForDone()

    def _mulai(self, penanti: _Penanti) -> None:
        self._nomor += 1
        self._penanti[self._nomor] = penanti
        if len(self._penanti) == 1:
            self._jam.start()
        self._pool.start(_Job(self._nomor, penanti.kerja, self._done))

    @Slot(object, object, object)
    def _sampaikan(self, nomor: int, hasil: Any, galat: Exception | None) -> None:
        penanti = self._penanti.pop(nomor)
        penanti.kerja.clear()  # here, and not where the last of the two threads happens to let go
        try:
            if isValid(penanti.owner):
                self._jawab(penanti, hasil, galat)
        finally:
            if not self._penanti:
                if not self._jam.isActive():
                    self.lama.emit(False)
                self._jam.stop()
                self.idle.emit()

    def _jawab(self, penanti: _Penanti, hasil: Any, galat: Exception | None) -> None:
        if penanti.always is not None:
            penanti.always()
        if galat is None:
            penanti.on_done(hasil)
        elif penanti.on_error is not None and isinstance(galat, DesaError):
            penanti.on_error(galat)
        else:
            self.failed.emit(galat)
