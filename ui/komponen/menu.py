"""A menu under a button."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget


def buka_menu(tombol: QWidget, pilihan: Mapping[str, Callable[[], object]]) -> QMenu:
    """Show choices by their words; the menu goes away with the choice."""
    menu = QMenu(tombol)
    for judul, buka in pilihan.items():
        menu.addAction(judul).triggered.connect(lambda _=False, buka=buka: buka())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(tombol.mapToGlobal(tombol.rect().bottomLeft()))
    return menu
