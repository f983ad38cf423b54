"""The old address of `ui.kertas.cetak`, for the counter until it imports from there."""

from ui.kertas.cetak import DialogCetak, buka_di_word

__all__ = ["DialogCetak", "buka_di_word"]
