"""The look: Fusion, a palette and one style sheet, all from the tokens of `resources/tema`.

The tokens follow the system's light or dark scheme and change while the program runs. Nothing
outside `resources/tema` writes a colour; painters ask `warna("aksen")`.
"""

import sys
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources.paths import jalur
from ui.palet_warna import isi

UKURAN_DASAR_PT = 10.5
JARAK_S, JARAK_M, JARAK_L, JARAK_XL = 8, 12, 16, 24
"""Spacing in pixels; 4 is used inside components."""


class Skema(StrEnum):
    """The two sets of tokens."""

    TERANG = "terang"
    GELAP = "gelap"


_paksaan: list[Skema] = []


def token(skema: Skema) -> dict[str, str]:
    """All colours of a scheme by token name, as `#RRGGBB`."""
    hasil: dict[str, str] = isi()[skema.value]
    return hasil


def pasangan_teks() -> list[tuple[str, str]]:
    """(text, ground) tokens that appear together; their contrast is measured in a test."""
    return [(teks, dasar) for teks, dasar in isi()["pasangan_teks"]]


def skema() -> Skema:
    """The scheme in force: the system's, unless `paksa_skema` set one."""
    if _paksaan:
        return _paksaan[-1]
    gelap = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Skema.GELAP if gelap else Skema.TERANG


def paksa_skema(pilihan: Skema | None) -> None:
    """Use one scheme whatever the system says (for pictures and tests); None follows the system."""
    _paksaan[:] = [pilihan] if pilihan else []
    aplikasi = QApplication.instance()
    if isinstance(aplikasi, QApplication):
        _terapkan(aplikasi)


def warna(nama: str) -> QColor:
    """The colour of a token in the scheme in force."""
    return QColor(token(skema())[nama])


def huruf(pt: float = UKURAN_DASAR_PT, *, tebal: bool = False) -> QFont:
    """The interface font in a size, for painters."""
    hasil = QFont(QApplication.font())
    hasil.setPointSizeF(pt)
    hasil.setWeight(QFont.Weight.DemiBold if tebal else QFont.Weight.Normal)
    return hasil


def pasang(aplikasi: QApplication) -> None:
    """Dress the application, once; it follows the system from then on."""
    if aplikasi.findChild(_Pengikut) is not None:
        return
    aplikasi.setStyle("Fusion")
    dasar = QFont(aplikasi.font())
    if sys.platform != "win32" and QFontDatabase.hasFamily("Noto Sans"):
        dasar.setFamily("Noto Sans")
    dasar.setPointSizeF(UKURAN_DASAR_PT)
    aplikasi.setFont(dasar)
    _terapkan(aplikasi)
    aplikasi.styleHints().colorSchemeChanged.connect(_Pengikut(aplikasi).ikuti)


class _Pengikut(QObject):
    """Lives as long as the application and re-dresses it when the system changes its scheme."""

    def __init__(self, aplikasi: QApplication) -> None:
        super().__init__(aplikasi)
        self._aplikasi = aplikasi

    def ikuti(self) -> None:
        _terapkan(self._aplikasi)


def _terapkan(aplikasi: QApplication) -> None:
    warna_kini = token(skema())
    aplikasi.setPalette(_palet(warna_kini))
    gaya = jalur("tema", "gaya.qss").read_text(encoding="utf-8")
    aplikasi.setStyleSheet(Template(gaya).substitute(warna_kini))


_PERAN_PALET = {
    QPalette.ColorRole.Window: "dasar",
    QPalette.ColorRole.WindowText: "teks",
    QPalette.ColorRole.Base: "permukaan",
    QPalette.ColorRole.AlternateBase: "alas",
    QPalette.ColorRole.Text: "teks",
    QPalette.ColorRole.Button: "permukaan",
    QPalette.ColorRole.ButtonText: "teks",
    QPalette.ColorRole.BrightText: "lewat",
    QPalette.ColorRole.Highlight: "aksen",
    QPalette.ColorRole.HighlightedText: "di_atas_aksen",
    QPalette.ColorRole.Accent: "aksen",
    QPalette.ColorRole.Link: "aksen",
    QPalette.ColorRole.LinkVisited: "aksen",
    QPalette.ColorRole.PlaceholderText: "redup",
    QPalette.ColorRole.ToolTipBase: "rel",
    QPalette.ColorRole.ToolTipText: "rel_terang",
    QPalette.ColorRole.Mid: "garis_isian",
    QPalette.ColorRole.Light: "permukaan",
    QPalette.ColorRole.Dark: "garis_isian",
}


def _palet(warna_kini: dict[str, str]) -> QPalette:
    palet = QPalette()
    for peran, nama in _PERAN_PALET.items():
        palet.setColor(peran, QColor(warna_kini[nama]))
    for peran in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palet.setColor(QPalette.ColorGroup.Disabled, peran, QColor(warna_kini["redup"]))
    return palet


def tandai(widget: QWidget, sifat: str, nilai: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn anew."""
    widget.setProperty(sifat, nilai)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
