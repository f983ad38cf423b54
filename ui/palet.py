"""Ctrl+K: one box that finds pages, people, letters and requests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desa_app.kasus import Konteks
from ui.halaman import HalamanInfo
from ui.komponen.dasar import label
from ui.komponen.warga import KotakCari, rincian_warga
from ui.ruang import Ruang

LEBAR = 560
ORANG_TERBANYAK = 20
SURAT_TERBANYAK = 5


@dataclass(frozen=True)
class Temuan:
    """One answer: what to show, and which page opens with what."""

    judul: str
    rincian: str
    halaman: str
    arg: dict[str, object] = field(default_factory=dict)


def cari_orang(k: Konteks, teks: str) -> list[Temuan]:
    """Residents by name, NIK, KK or parents' names; they open on the page Kependudukan."""
    from desa_app.kependudukan.cari import cari_warga

    return [
        Temuan(w.nama, rincian_warga(w), "kependudukan", {"penduduk_id": w.id})
        for w in cari_warga(k, teks, ORANG_TERBANYAK)
    ]


def cari_surat_dan_permohonan(k: Konteks, teks: str) -> list[Temuan]:
    """Letters by number or name, and a request by the number on its receipt."""
    from desa_app.surat.daftar import cari_surat
    from desa_app.surat.pelayanan import telusuri

    hasil = []
    if (p := telusuri(k, teks)) is not None:
        rincian = f"{p.nama_jenis} · {p.pemohon.title()}"
        hasil.append(Temuan(f"Permohonan {p.nomor}", rincian, "pelayanan", {"permohonan": p.id}))
    return hasil + [
        Temuan(s.nomor, f"{s.jenis} · {s.subjek.title()}", "pelayanan", {"surat": s.id})
        for s in cari_surat(k, teks, SURAT_TERBANYAK)
    ]


SUMBER: tuple[tuple[str, Callable[[Konteks, str], list[Temuan]]], ...] = (
    ("kependudukan", cari_orang),
    ("pelayanan", cari_surat_dan_permohonan),
)
"""What else is searched, with the page that must be open to this person."""


def cari_semua(k: Konteks, halaman: Sequence[HalamanInfo], teks: str) -> list[Temuan]:
    """Pages whose name holds the text, then the answers of every source."""
    kunci = {h.kunci for h in halaman}
    hasil = [Temuan(h.judul, "Halaman", h.kunci) for h in halaman if teks.strip().lower() in h.judul.lower()]
    for perlu, sumber in SUMBER:
        if perlu in kunci:
            hasil += sumber(k, teks)
    return hasil


class Palet(QFrame):
    """The box over the window. It goes away with Escape, with a choice, or when it loses the focus."""

    dipilih = Signal(str, object)

    def __init__(self, ruang: Ruang, halaman: Sequence[HalamanInfo], parent: QWidget) -> None:
        super().__init__(parent)
        self._induk = parent
        self.setProperty("bidang", "munculan")
        self.kotak = KotakCari(
            lambda teks: cari_semua(ruang.konteks, halaman, teks),
            lambda t: (t.judul, t.rincian),
            ruang.tugas,
            self,
        )
        self.kotak.setPlaceholderText("Ketik nama, NIK, nomor KK, nomor surat, atau halaman")
        self.kotak.jangkar = self
        self.kotak.dipilih.connect(self._pilih)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(14, 14, 14, 12)
        tata.addWidget(self.kotak)
        tata.addWidget(label("↑ ↓ memilih · Enter membuka · Esc menutup", "kecil"))
        self.hide()

    def muncul(self) -> None:
        """Open empty, near the top of the window."""
        self.kotak.clear()
        self.setFixedWidth(min(LEBAR, self._induk.width() - 40))
        self.adjustSize()
        self.move((self._induk.width() - self.width()) // 2, 72)
        self.show()
        self.raise_()
        self.kotak.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tutup(self) -> None:
        """Go away together with the list."""
        self.kotak.tutup()
        self.hide()

    def keyPressEvent(self, peristiwa: QKeyEvent) -> None:
        if peristiwa.key() == Qt.Key.Key_Escape:
            self.tutup()
            return
        super().keyPressEvent(peristiwa)

    def _pilih(self, temuan: Temuan) -> None:
        self.tutup()
        self.dipilih.emit(temuan.halaman, temuan.arg)
