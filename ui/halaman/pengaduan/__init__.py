"""Complaints: the list with its clock, one complaint beside it."""

from ui.halaman.pengaduan.halaman import HalamanPengaduan

__all__ = ["HalamanPengaduan"]
