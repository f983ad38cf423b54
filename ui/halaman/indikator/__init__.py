"""The Kades' page: how far the village is on each indicator, and who is behind each figure."""

from ui.halaman.indikator.halaman import HalamanIndikator

__all__ = ["HalamanIndikator"]
