"""A gauge on screen. matplotlib is loaded here, when the first one is made."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desa_app.spm.gauge import WarnaGauge, gambar_gauge
from desa_app.spm.nilai import NilaiIndikator
from ui import tema

LEBAR, TINGGI = 230, 126


def warna_layar() -> WarnaGauge:
    """The gauge's colours from the tokens of the scheme in force."""
    t = tema.token(tema.skema())
    return WarnaGauge(
        t["permukaan"], t["teks"], t["sekunder"], t["netral_lembut"], t["selesai"], t["segera"], t["lewat"]
    )


class KanvasGauge(QWidget):
    """Shows one indicator; drawn anew only for new data or a new colour scheme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
        from matplotlib.figure import Figure

        super().__init__(parent)
        self._nilai: NilaiIndikator | None = None
        self._figur = Figure(figsize=(LEBAR / 100, TINGGI / 100), dpi=100)
        self._sumbu = self._figur.add_axes((0, 0, 1, 1))
        self._kanvas: QWidget = FigureCanvasQTAgg(self._figur)
        self._kanvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(self._kanvas)
        self.setFixedSize(QSize(LEBAR, TINGGI))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setel(self, nilai: NilaiIndikator) -> None:
        """Show an indicator."""
        self._nilai = nilai
        self.setAccessibleName(f"{nilai.nama}: {nilai.persen}. {nilai.kalimat}")
        self._lukis()

    def gambar_segera(self) -> None:
        """Draw now instead of when the window next paints."""
        self._kanvas.draw()  # type: ignore[attr-defined]

    def changeEvent(self, peristiwa: QEvent) -> None:
        super().changeEvent(peristiwa)
        if peristiwa.type() == QEvent.Type.PaletteChange:
            self._lukis()

    def _lukis(self) -> None:
        warna = warna_layar()
        self._figur.set_facecolor(warna.latar)
        self._kanvas.setPalette(QPalette(QColor(warna.latar)))  # shows where 125 % leaves a part of a pixel
        self._sumbu.clear()
        if self._nilai is None:
            self._sumbu.axis("off")
        else:
            gambar_gauge(self._sumbu, self._nilai, warna, huruf=21)
        self._kanvas.draw_idle()  # type: ignore[attr-defined]
