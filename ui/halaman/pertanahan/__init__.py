"""The page Pertanahan."""

from ui.halaman.pertanahan.halaman import HalamanPertanahan

__all__ = ["HalamanPertanahan"]
