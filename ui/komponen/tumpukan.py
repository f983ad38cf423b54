"""A stack that needs only the room of what it shows, not of the largest thing that was ever in it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Tumpukan(QStackedWidget):
    """As QStackedWidget, but what lies hidden below does not push the window apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        kini = self.currentWidget()
        return kini.sizeHint() if kini is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        kini = self.currentWidget()
        if kini is None:
            return super().minimumSizeHint()
        return kini.minimumSizeHint().expandedTo(kini.minimumSize())

    def hasHeightForWidth(self) -> bool:
        kini = self.currentWidget()
        return kini is not None and kini.hasHeightForWidth()

    def heightForWidth(self, lebar: int) -> int:
        kini = self.currentWidget()
        return kini.heightForWidth(lebar) if kini is not None else super().heightForWidth(lebar)
