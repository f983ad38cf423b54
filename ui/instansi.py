"""One window per data folder: a second start asks the first one to come to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

TUNGGU_MD, JEDA_MD = 2000, 50
_PANGGILAN = b"muncul"


def nama_saluran(folder: Path) -> str:
    """Name of the channel of a folder. A digest: paths may hold a person's name."""
    return "desa-app-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def panggil_yang_pertama(folder: Path, tunggu_md: int = TUNGGU_MD) -> bool:
    """Ask the program that holds the folder to show its window; whether it answered.

    Tries again for a while: that program may just be starting and not listen yet.
    """
    for _ in range(max(1, tunggu_md // JEDA_MD)):
        soket = QLocalSocket()
        soket.connectToServer(nama_saluran(folder))
        if soket.waitForConnected(tunggu_md):
            soket.write(_PANGGILAN)
            terkirim = soket.waitForBytesWritten(tunggu_md)
            soket.disconnectFromServer()
            return terkirim
        QThread.msleep(JEDA_MD)
    return False


class Pendengar(QObject):
    """Listens for later starts; `dipanggil` asks to come to the front."""

    dipanggil = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._terima)
        # whoever holds the folder's lock is the only one: an old channel is a left-over
        QLocalServer.removeServer(nama_saluran(folder))
        self._server.listen(nama_saluran(folder))

    def tutup(self) -> None:
        """Stop listening."""
        self._server.close()

    def _terima(self) -> None:
        soket = self._server.nextPendingConnection()
        if soket is not None:
            soket.disconnected.connect(soket.deleteLater)
            self.dipanggil.emit()
