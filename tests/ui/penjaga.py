"""Watches for parts of a page that open as windows of their own, which an office PC shows as flashes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

_SEKEJAP = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}


class PenjagaJendela(QObject):
    """Installed on the application; `liar` names every stray window that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.liar: list[str] = []

    def eventFilter(self, benda: QObject, peristiwa: QEvent) -> bool:
        if (
            peristiwa.type() == QEvent.Type.Show
            and isinstance(benda, QWidget)
            and benda.isWindow()
            and not isinstance(benda, QDialog | QMainWindow | QMenu)
            and benda.windowType() not in _SEKEJAP
        ):
            self.liar.append(f"{type(benda).__name__} {benda.property('text') or ''}".strip())
        return False
