"""Finds shipped files, in a source checkout and in the frozen program alike."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent


def jalur(*bagian: str) -> Path:
    """Path of a shipped file, for instance `jalur("ikon", "beranda.svg")`."""
    return AKAR.joinpath(*bagian)


@cache
def data(nama: str) -> Any:
    """Parsed content of `data/<nama>.json`. Shared between callers: treat it as read-only."""
    return json.loads(jalur("data", f"{nama}.json").read_text(encoding="utf-8"))


def teks_padat(*bagian: str) -> str:
    """Text of a shipped gzip file."""
    return gzip.decompress(jalur(*bagian).read_bytes()).decode("utf-8")
