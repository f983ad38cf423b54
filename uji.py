"""Check everything: `python3 uji.py` runs lint, types, import contracts and tests.

Extra words go to pytest, for instance `python3 uji.py -k tutup_buku`.
"""

import os
import subprocess
import sys

from jalankan import AKAR, PUSTAKA_TAMPILAN, siapkan

# Letters and their PDF are checked with the fonts and LibreOffice that offices are likely to have.
PUSTAKA_UJI = (
    "fonts-liberation", "fonts-urw-base35", "fonts-noto-core",
    "libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils",
)  # fmt: skip
LANGKAH = (
    ("gaya", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("tipe", ["-m", "mypy"]),
    ("ruang", ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]),
    ("tes", ["-m", "pytest", "-n", "2"]),
)


def main() -> int:
    """Run every step, go on after a failure, and return 0 only when all passed."""
    python = str(siapkan(PUSTAKA_TAMPILAN + PUSTAKA_UJI))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gagal = []
    for nama, perintah in LANGKAH:
        tambahan = sys.argv[1:] if nama == "tes" else []
        print(f"== {nama}", flush=True)
        if subprocess.run([python, *perintah, *tambahan], cwd=AKAR, check=False).returncode:
            gagal.append(nama)
    print("Semua lulus." if not gagal else f"Belum lulus: {', '.join(gagal)}.")
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())
