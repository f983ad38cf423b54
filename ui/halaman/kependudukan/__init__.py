"""The page Kependudukan: five books, guided acts, people and families."""

from ui.halaman.kependudukan.halaman import HalamanKependudukan

__all__ = ["HalamanKependudukan"]
