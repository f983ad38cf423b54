"""Field visits: the list, one visit with its parts, the screen of the day."""

from ui.halaman.lapangan.halaman import HalamanLapangan

__all__ = ["HalamanLapangan"]
