"""One line of the table of figures, and the tools every measure shares."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
ULANG = 3
"""Runs of which the median counts."""


@dataclass(frozen=True)
class Hasil:
    """A figure beside what it is compared with in the same run; `batas` says what is wanted."""

    nama: str
    nilai: float
    satuan: str
    pembanding: str = ""
    rasio: float | None = None
    batas: str = ""
    lolos: bool | None = None
    """None: only told, nothing was promised."""


def median_detik(kerja: Callable[[], object], ulang: int = ULANG) -> float:
    """Median seconds of `kerja` over several runs."""
    return statistics.median(_satu(kerja) for _ in range(ulang))


def _satu(kerja: Callable[[], object]) -> float:
    awal = time.perf_counter()
    kerja()
    return time.perf_counter() - awal


def di_proses_sendiri(modul: str, *kata: str) -> dict[str, Any]:
    """Run `python -m modul kata...` and read the JSON object it prints: a fresh process, a fresh peak."""
    jawaban = subprocess.run(
        [sys.executable, "-m", modul, *kata], cwd=AKAR, check=True, capture_output=True, text=True
    )
    hasil: dict[str, Any] = json.loads(jawaban.stdout.splitlines()[-1])
    return hasil


def puncak_mb() -> float | None:
    """Greatest memory of this process so far in MB; None where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would also count the process that started this one
        baris = next(b for b in status.read_text(encoding="ascii").splitlines() if b.startswith("VmHWM"))
        return int(baris.split()[1]) / 1024
    import resource

    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(puncak) / (1024 * 1024 if sys.platform == "darwin" else 1024)
