"""What was probably meant: the nearest known spelling."""

from collections.abc import Sequence


def mirip(teks: str, pilihan: Sequence[str], *, ambang: float = 70.0) -> str:
    """The most similar of `pilihan`, empty when none comes near."""
    if not teks or len(teks) > 200:
        return ""
    from rapidfuzz import fuzz, process

    cocok = process.extractOne(teks, pilihan, scorer=fuzz.WRatio, score_cutoff=ambang)
    return str(cocok[0]) if cocok else ""
