"""Choosing a picture for the letterhead from a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from desa_app.errors import BerkasBermasalah, DesaError
from ui.komponen.dasar import Tombol, mendatar
from ui.komponen.pesan import PesanGalat

GAMBAR_TERBESAR = 1_000_000


def baca_gambar(jalur: Path) -> bytes:
    """Bytes of a PNG or JPEG. Raises BerkasBermasalah for anything else or over 1 MB."""
    try:
        isi = jalur.read_bytes()
    except OSError as galat:
        raise BerkasBermasalah("Berkas gambar itu tidak terbaca. Gambar yang lama tetap dipakai.") from galat
    if len(isi) > GAMBAR_TERBESAR:
        raise BerkasBermasalah("Gambar itu lebih dari 1 MB. Perkecil dulu; gambar yang lama tetap dipakai.")
    if not isi.startswith((b"\x89PNG", b"\xff\xd8\xff")) or QPixmap().loadFromData(isi) is False:
        raise BerkasBermasalah("Berkas itu bukan gambar PNG atau JPEG. Gambar yang lama tetap dipakai.")
    return isi


class PilihGambar(QWidget):
    """A small view of the picture with its two buttons; `isi` are its bytes, None for none."""

    def __init__(self, nama: str, lebar: int, tinggi: int, galat: PesanGalat) -> None:
        super().__init__()
        self.isi: bytes | None = None
        self._nama, self._galat = nama, galat
        self._gambar = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._gambar.setFixedSize(lebar, tinggi)
        self._gambar.setAccessibleName(nama)
        pilih, hapus = Tombol("Pilih gambar…", self._tanya), Tombol("Hapus", lambda: self.setel(None))
        for tombol in (pilih, hapus):
            tombol.setAccessibleName(f"{tombol.text()} {nama}")
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(self._gambar, 0, Qt.AlignmentFlag.AlignHCenter)
        tata.addLayout(mendatar(pilih, hapus))

    def setel(self, isi: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self.isi = isi
        gambar = QPixmap()
        if isi is None or not gambar.loadFromData(isi):
            self._gambar.setPixmap(QPixmap())
            self._gambar.setText("belum ada")
            return
        self._gambar.setPixmap(
            gambar.scaled(
                self._gambar.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def ambil(self, jalur: Path) -> None:
        """Take the picture of a file, or say what is wrong with it."""
        try:
            self.setel(baca_gambar(jalur))
        except DesaError as galat:
            self._galat.tampilkan(galat)

    def _tanya(self) -> None:
        dialog = QFileDialog(self, f"Pilih {self._nama}", "", "Gambar (*.png *.jpg *.jpeg)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda jalur: self.ambil(Path(jalur)))
        dialog.open()
