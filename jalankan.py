"""Start Desa App from a source checkout: `python3 jalankan.py`.

Only Python 3.11+ and its standard library are needed. The first start makes `.venv`
and installs exactly what `requirements.lock` lists; later starts compare one digest.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parent
LINGKUNGAN = AKAR / ".venv"
PUSTAKA_TAMPILAN = ("libegl1", "libgl1", "libglib2.0-0", "libxkbcommon0", "libdbus-1-3", "libfontconfig1")
PUSTAKA_JENDELA = (
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip


def siapkan(paket_debian: tuple[str, ...]) -> Path:
    """Make the environment match the lock file and return its Python."""
    if sys.version_info < (3, 11):
        sys.exit(f"Desa App memerlukan Python 3.11 atau lebih baru; yang ada {sys.version.split()[0]}.")
    pasang_paket_debian(paket_debian)
    python = LINGKUNGAN / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    sidik = hashlib.sha256((AKAR / "requirements.lock").read_bytes() + sys.version.encode()).hexdigest()
    tanda = LINGKUNGAN / "sidik.txt"
    if not (python.exists() and tanda.exists() and tanda.read_text() == sidik):
        print("Menyiapkan program untuk pertama kali, sekitar setengah menit ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(LINGKUNGAN)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(AKAR / "requirements.lock")], check=True)
        tanda.write_text(sidik)
    return python


def pasang_paket_debian(paket: tuple[str, ...]) -> None:
    """Install missing Debian libraries as root, or say the exact command. Elsewhere do nothing."""
    if not Path("/usr/bin/dpkg-query").exists():
        return
    kurang = [nama for nama in paket if not _terpasang(nama)]
    if not kurang:
        return
    perintah = ["apt-get", "install", "-y", "--no-install-recommends", *kurang]
    if getattr(os, "geteuid", lambda: 1)() != 0:
        sys.exit(f"Pustaka sistem belum lengkap. Jalankan lebih dulu:\n  sudo {' '.join(perintah)}")
    subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
    lingkungan = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*perintah, "-qq"], check=True, stdout=subprocess.DEVNULL, env=lingkungan)


def _terpasang(nama: str) -> bool:
    # Debian 13 and Ubuntu 24.04 renamed some libraries with the suffix t64.
    for calon in (nama, f"{nama}t64"):
        hasil = subprocess.run(
            ["dpkg-query", "-W", "-f=${Status}", calon], capture_output=True, text=True, check=False
        )
        if "install ok installed" in hasil.stdout:
            return True
    return False


if __name__ == "__main__":
    sys.exit(
        subprocess.run(
            [str(siapkan(PUSTAKA_TAMPILAN + PUSTAKA_JENDELA)), "-m", "desa_app", *sys.argv[1:]],
            cwd=AKAR,
            check=False,
        ).returncode
    )
