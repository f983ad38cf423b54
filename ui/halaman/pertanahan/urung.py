"""Undo and redo while an outline is drawn."""

from desa_app.pertanahan.geometri import Sudut

TERBANYAK = 200
Keadaan = tuple[tuple[Sudut, ...], tuple[int, ...], bool]
"""Corners, posts, whether the outline is closed."""


class Urungan:
    """States that were left, and those that were taken back."""

    def __init__(self) -> None:
        self._lama: list[Keadaan] = []
        self._baru: list[Keadaan] = []

    def lupakan(self) -> None:
        """Begin anew."""
        self._lama.clear()
        self._baru.clear()

    def ingat(self, kini: Keadaan) -> None:
        """Keep the state that is about to be left."""
        self._lama.append(kini)
        del self._lama[:-TERBANYAK]
        self._baru.clear()

    def mundur(self, kini: Keadaan) -> Keadaan | None:
        """The state before; None at the beginning."""
        if not self._lama:
            return None
        self._baru.append(kini)
        return self._lama.pop()

    def maju(self, kini: Keadaan) -> Keadaan | None:
        """The state that was taken back last; None when nothing was."""
        if not self._baru:
            return None
        self._lama.append(kini)
        return self._baru.pop()

    def sama_dengan_terakhir(self, sudut: tuple[Sudut, ...]) -> bool:
        """Whether a corner that was pressed did not move; the state kept for it is dropped then."""
        if self._lama and self._lama[-1][0] == sudut:
            self._lama.pop()
            return True
        return False
