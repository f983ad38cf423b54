"""One step in the grid: a bar, its state in words; a button, so that the keyboard reaches it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desa_app.spm.papan import SelLangkah
from desa_app.spm.rencana import Status
from ui import tema

TINGGI, TINGGI_BUTIR = 58, 27
LEBAR_KEADAAN = 100
_TAMPIL = {
    Status.SELESAI: ("✓", "selesai"),
    Status.TERLAMBAT: ("!", "lewat"),
    Status.BERJALAN: ("", "aksen"),
    Status.BELUM: ("", "redup"),
}
"""Sign before the state's word and colour token."""


def kata_sel(sel: SelLangkah) -> str:
    """`✓ selesai · 104 %`, `! terlambat · 71 %`, `belum`."""
    tanda = _TAMPIL[sel.status][0]
    angka = f" · {sel.per_seribu // 10} %" if sel.target and sel.status is not Status.BELUM else ""
    return f"{tanda} {sel.status.value}{angka}".strip()


class SelTombol(QAbstractButton):
    """Bar and words of one step. `kini` tints the running quarter."""

    def __init__(self, sel: SelLangkah, *, kini: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sel, self._kini = sel, kini
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        lebar = QFontMetrics(tema.huruf(9)).horizontalAdvance(kata_sel(sel)) + 18
        self.setMinimumSize(max(90, lebar), self.sizeHint().height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(f"{sel.langkah.kode} {sel.tahun}: {kata_sel(sel)}")
        self.setToolTip(sel.langkah.teks)

    def sizeHint(self) -> QSize:
        return QSize(120, TINGGI)

    def warna(self) -> QColor:
        """Colour of the state."""
        return tema.warna(_TAMPIL[self.sel.status][1])

    def paintEvent(self, peristiwa: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self._kini:
            pelukis.fillRect(self.rect(), tema.warna("pilihan" if self.isChecked() else "aksen_lembut"))
        self.lukis(pelukis)
        if self.hasFocus():
            pelukis.setPen(tema.warna("aksen"))
            pelukis.setBrush(Qt.BrushStyle.NoBrush)
            pelukis.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def lukis(self, pelukis: QPainter) -> None:
        """Bar above, words below."""
        warna, kotak = self.warna(), QRectF(8, 16, self.width() - 16, 6)
        pelukis.setPen(Qt.PenStyle.NoPen)
        pelukis.setBrush(tema.warna("garis"))
        pelukis.drawRoundedRect(kotak, 3, 3)
        if isi := min(1000, self.sel.per_seribu):
            pelukis.setBrush(warna)
            pelukis.drawRoundedRect(QRectF(kotak.x(), kotak.y(), kotak.width() * isi / 1000, 6), 3, 3)
        pelukis.setFont(tema.huruf(9))
        pelukis.setPen(warna)
        tempat = QRectF(8, 26, self.width() - 12, 24)
        pelukis.drawText(tempat, Qt.AlignmentFlag.AlignVCenter, kata_sel(self.sel))


class ButirTombol(SelTombol):
    """An item without a quarter as one line: its letter, the regulation's words, its state."""

    def sizeHint(self) -> QSize:
        return QSize(480, TINGGI_BUTIR)

    def lukis(self, pelukis: QPainter) -> None:
        tegak, isi = Qt.AlignmentFlag.AlignVCenter, self.sel.langkah
        pelukis.setFont(tema.huruf(9))
        keadaan = QRectF(self.width() - LEBAR_KEADAAN, 0, LEBAR_KEADAAN - 8, self.height())
        pelukis.setPen(self.warna())
        pelukis.drawText(keadaan, tegak | Qt.AlignmentFlag.AlignRight, kata_sel(self.sel))
        teks = QRectF(8, 0, keadaan.x() - 16, self.height())
        potong = pelukis.fontMetrics().elidedText(
            f"{isi.butir}. {isi.teks}", Qt.TextElideMode.ElideRight, int(teks.width())
        )
        pelukis.setPen(tema.warna("teks"))
        pelukis.drawText(teks, tegak, potong)
