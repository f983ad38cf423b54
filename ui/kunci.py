"""The lock: covers everything behind the password and keeps what was typed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from desa_app.errors import DesaError
from desa_app.kasus import Konteks, Pelaku
from desa_app.keamanan.pengguna import masuk
from ui import tema
from ui.komponen.dasar import Kartu, Tombol, TombolUtama, label, mendatar
from ui.komponen.isian import IsianTeks
from ui.tasks import TaskRunner

_KEGIATAN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class PenjagaDiam(QObject):
    """Emits `diam` when nobody has touched keyboard or mouse for the given minutes.

    It looks at the windows that have the focus, not at every widget: typing must not wait for it.
    """

    diam = Signal()

    def __init__(self, menit: int, parent: QObject) -> None:
        super().__init__(parent)
        self._jam = QTimer(self, singleShot=True)
        self._jam.timeout.connect(self.diam)
        self.setel(menit)
        aplikasi = QGuiApplication.instance()
        if isinstance(aplikasi, QGuiApplication):
            aplikasi.focusWindowChanged.connect(self._ikuti)

    def setel(self, menit: int) -> None:
        """Change the minutes and count from now."""
        self._jam.start(menit * 60_000)

    def berhenti(self) -> None:
        """Do not count (while locked)."""
        self._jam.stop()

    def eventFilter(self, benda: QObject, peristiwa: QEvent) -> bool:
        if peristiwa.type() in _KEGIATAN and self._jam.isActive():
            self._jam.start()
        return False

    def _ikuti(self, jendela: QWindow | None) -> None:
        if jendela is not None:
            jendela.installEventFilter(self)


class LayarKunci(QWidget):
    """Fills its window. Open dialogs are put away and come back as they were."""

    dibuka = Signal()
    keluar_diminta = Signal()

    def __init__(
        self, konteks: Konteks, pelaku: Pelaku, nama_masuk: str, tugas: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._konteks, self._pelaku, self._nama_masuk, self._tugas = konteks, pelaku, nama_masuk, tugas
        self._induk = parent
        self._disimpan: list[QDialog] = []
        self._fokus: QWidget | None = None
        self.setObjectName("Kunci")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sandi = IsianTeks()
        self.sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self.sandi.setPlaceholderText("Kata sandi")
        self.sandi.lanjut.connect(self._buka)
        self.galat = label("", "galat", lipat=True)
        self._tombol = TombolUtama("Buka", self._buka)
        self._susun()
        self.hide()

    def _susun(self) -> None:
        kartu = Kartu(tepi=tema.JARAK_XL)
        kartu.setFixedWidth(380)
        kartu.isi.setSpacing(tema.JARAK_M)
        kartu.isi.addWidget(label("Layar terkunci", "judul_halaman"))
        kartu.isi.addWidget(
            label(
                f"Ketik kata sandi {self._pelaku.nama}. Isian yang belum disimpan tetap ada.",
                "redup",
                lipat=True,
            )
        )
        kartu.isi.addWidget(self.sandi)
        kartu.isi.addWidget(self.galat)
        kartu.isi.addLayout(mendatar(Tombol("Keluar", self.keluar_diminta.emit), None, self._tombol))
        luar = QVBoxLayout(self)
        luar.addStretch(1)
        luar.addLayout(mendatar(None, kartu, None))
        luar.addStretch(1)

    def kunci(self) -> None:
        """Cover the window and put open dialogs away."""
        if not self.isHidden():
            return
        self._fokus = QApplication.focusWidget()
        self._disimpan = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
        ]
        for dialog in self._disimpan:
            dialog.hide()
        self.sandi.clear()
        self.galat.clear()
        self.setGeometry(self._induk.rect())
        self.show()
        self.raise_()
        self.sandi.setFocus()

    def terkunci(self) -> bool:
        """Whether the lock covers the window."""
        return not self.isHidden()

    def _buka(self) -> None:
        sandi = self.sandi.text()
        self._tombol.setEnabled(False)
        self._tugas.run(
            lambda: masuk(self._konteks, self._nama_masuk, sandi),
            self._cocok,
            owner=self,
            on_error=self._salah,
            always=lambda: self._tombol.setEnabled(True),
        )

    def _salah(self, galat: DesaError) -> None:
        tunggu = getattr(galat, "tunggu", 0)
        pesan = (
            "Kata sandi salah." if not tunggu else f"Kata sandi salah. Tunggu {tunggu} detik, lalu coba lagi."
        )
        self.galat.setText(pesan)
        self.sandi.selectAll()
        self.sandi.setFocus()

    def _cocok(self, _pelaku: Pelaku) -> None:
        self.sandi.clear()
        self.hide()
        for dialog in self._disimpan:
            dialog.show()
        self._disimpan = []
        if self._fokus is not None:
            self._fokus.setFocus()
        self.dibuka.emit()
