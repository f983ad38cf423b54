"""The plans of SPM Desa as a checklist: years by quarters, the regulation's words, what was done."""

from ui.halaman.triwulan.halaman import HalamanTriwulan

__all__ = ["HalamanTriwulan"]
