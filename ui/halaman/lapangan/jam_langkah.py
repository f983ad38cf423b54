"""The running step on the day's page: one click begins it, one click ends it and offers the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desa_app.lapangan.rekap import WaktuLangkah
from ui.komponen.dasar import Kartu, Tombol, label, mendatar


class JamLangkah(Kartu):
    """`ditekan` gives the number of the step to begin or to end."""

    ditekan = Signal(int)

    def __init__(self) -> None:
        super().__init__(tepi=8)
        self._no = 0
        self._judul, self._rincian = label("", "tebal"), label("", "redup")
        self.tombol = Tombol("Mulai", lambda: self.ditekan.emit(self._no), pintasan="F8")
        self.tombol.setProperty("ukuran", "sedang")
        self.isi.addLayout(mendatar(self._judul, self._rincian, None, self.tombol))

    def tampilkan(self, langkah: Sequence[WaktuLangkah], *, boleh: bool) -> None:
        """Show the step that runs, else the first that has not begun."""
        kini = langkah_kini(langkah)
        self.setVisible(bool(langkah))
        self.tombol.setVisible(boleh and kini is not None)
        if kini is None:
            self._judul.setText(f"✓ Semua {len(langkah)} langkah sudah dicatat waktunya")
            self._rincian.setText("")
            return
        self._no = kini.no
        berjalan = kini.mulai is not None
        self._judul.setText(f"Langkah {kini.no} dari {len(langkah)}: {_pendek(kini.uraian)}")
        self._judul.setToolTip(kini.uraian)
        baku = f"baku {kini.baku} menit" if kini.baku else ""
        mulai = f"mulai {kini.mulai:%H.%M}" if kini.mulai else "belum mulai"
        self._rincian.setText(" · ".join(x for x in (mulai, baku) if x))
        self.tombol.setText(f"{'Selesai' if berjalan else 'Mulai'} langkah {kini.no}")


def langkah_kini(langkah: Sequence[WaktuLangkah]) -> WaktuLangkah | None:
    """The step that runs, else the first after the last one begun, else the first without a time."""
    berjalan = [x for x in langkah if x.mulai is not None and x.selesai is None]
    if berjalan:
        return berjalan[-1]
    terakhir = max((x.no for x in langkah if x.mulai is not None), default=0)
    return next((x for x in langkah if x.no > terakhir), None)


def _pendek(teks: str, banyak: int = 62) -> str:
    if len(teks) <= banyak:
        return teks
    return teks[:banyak].rsplit(" ", 1)[0] + " …"
