"""The colour tokens of `resources/tema/token.json`; no widget is needed to read them."""

import json
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from resources.paths import jalur


@cache
def isi() -> dict[str, Any]:
    """The parsed file: two schemes, the paper's colours, the text pairs whose contrast is measured."""
    hasil: dict[str, Any] = json.loads(jalur("tema", "token.json").read_text(encoding="utf-8"))
    return hasil


def warna_cetak(nama: str) -> QColor:
    """A colour of printed pages; paper knows no light or dark."""
    return QColor(isi()["cetak"][nama])
