"""About: version, parts and their licences, where the data lies."""

import importlib.metadata
import platform

from PySide6.QtWidgets import QWidget

from desa_app.versi import VERSI
from ui.komponen.dasar import Kartu, garis, gulung, label, mendatar, menurun, paragraf

PAKET = (
    ("PySide6-Essentials", "LGPL-3.0"), ("SQLAlchemy", "MIT"), ("alembic", "MIT"), ("sqlcipher3", "zlib"),
    ("argon2-cffi", "MIT"), ("python-docx", "MIT"), ("lxml", "BSD-3-Clause"), ("matplotlib", "PSF"),
    ("python-calamine", "MIT"), ("XlsxWriter", "BSD-2-Clause"), ("openpyxl", "MIT"), ("defusedxml", "PSF"),
    ("rapidfuzz", "MIT"), ("segno", "BSD-3-Clause"), ("pypdfium2", "Apache-2.0 / BSD-3-Clause"),
    ("pyzipper", "MIT"), ("platformdirs", "MIT"),
)  # fmt: skip
"""Parts that the program is made of, with their licences."""
KALIMAT = (
    "Administrasi kantor desa: buku penduduk, buku tanah, surat keterangan, dan SPM Desa. "
    "Bekerja di komputer ini saja; tidak ada data yang dikirim ke mana pun."
)


def versi_paket(nama: str) -> str:
    """Installed version of a part, empty in a build that leaves the metadata out."""
    try:
        return importlib.metadata.version(nama)
    except importlib.metadata.PackageNotFoundError:
        return ""


class Tentang(QWidget):
    """One card with the program, one with its parts."""

    def __init__(self) -> None:
        super().__init__()
        program = Kartu("Desa App")
        program.isi.addWidget(label(f"Versi {VERSI} · Python {platform.python_version()}", "redup"))
        program.isi.addLayout(paragraf(KALIMAT))
        program.isi.addWidget(
            label(
                "Kode wilayah: idn-area-data, lisensi ODbL. Hari libur: paket holidays, lisensi MIT.",
                "kecil",
                lipat=True,
            )
        )
        daftar, tata = QWidget(), menurun(jarak=0)
        daftar.setLayout(tata)
        bagian = Kartu("Bagian yang dipakai")
        for nama, lisensi in PAKET:
            baris = mendatar(label(nama), None, label(f"{versi_paket(nama)}  ·  {lisensi}", "kecil"))
            baris.setContentsMargins(0, 5, 8, 5)
            tata.addLayout(baris)
            tata.addWidget(garis())
        bagian.isi.addWidget(gulung(daftar), 1)
        self.setLayout(menurun(program, bagian, jarak=14))
