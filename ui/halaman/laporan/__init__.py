"""Page Laporan."""

from ui.halaman.laporan.halaman import HalamanLaporan

__all__ = ["HalamanLaporan"]
