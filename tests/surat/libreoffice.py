"""Many Word files to PDF by one call of LibreOffice, with its own profile, group and time limit."""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest


def ke_pdf(berkas: list[Path], keluaran: Path, detik: int = 170) -> list[Path]:
    """PDF paths in the order of the files. Skips the test where LibreOffice is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak ada")
    profil = keluaran / "profil"
    perintah = [program, "--headless", f"-env:UserInstallation={profil.as_uri()}", "--convert-to", "pdf",
                "--outdir", str(keluaran), *map(str, berkas)]  # fmt: skip
    proses = subprocess.Popen(
        perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        proses.wait(detik)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()
    hasil = [keluaran / f"{b.stem}.pdf" for b in berkas]
    assert all(b.exists() for b in hasil), [b.name for b in hasil if not b.exists()]
    return hasil
