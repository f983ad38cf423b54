"""Hands on the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def ketik(widget: QWidget, teks: str) -> None:
    """Type a text into a widget."""
    QTest.keyClicks(widget, teks)


def tekan(
    widget: QWidget,
    kunci: Qt.Key,
    bersama: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, kunci, bersama)
