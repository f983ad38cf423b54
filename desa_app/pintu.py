"""Before anybody logs in: where the data lies, who may open it, and whose village it is.

Nothing here loads the database layer; the full opening, with its checks, is `desa_app.buka`.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from db.folder import KunciFolder, di_jaringan
from db.pintu import baca_desa
from desa_app.errors import DataBermasalah

NAMA_BERKAS = "desa.db"


@dataclass(frozen=True, kw_only=True)
class PapanNama:
    """What the login window says about the village."""

    nama: str
    sebutan_desa: str
    kecamatan: str
    sebutan_kecamatan: str
    kabupaten: str
    sebutan_kabupaten: str
    zona_waktu: str
    latihan: bool


def folder_data(pilihan: str | None = None) -> Path:
    """The data folder: `--data`, else DESA_DATA, else the user's own application folder."""
    terpilih = pilihan or os.environ.get("DESA_DATA")
    if terpilih:
        return Path(terpilih).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("Desa App", appauthor=False))


def papan_nama(folder: Path) -> PapanNama | None:
    """The village of a folder that is ready; None when it must be created, upgraded or looked at first."""
    isi = baca_desa(folder / NAMA_BERKAS)
    return PapanNama(**{**isi, "latihan": bool(isi["latihan"])}) if isi else None


def kunci_jendela(folder: Path) -> KunciFolder | None:
    """The lock that lets one window at a time use a folder; None when another program holds it.

    Raises DataBermasalah for a network folder or one that cannot be written.
    """
    tolak_jaringan(folder)
    kunci = KunciFolder(folder)
    try:
        return kunci if kunci.ambil() else None
    except OSError as galat:
        raise tak_tertulis(folder) from galat


def tolak_jaringan(folder: Path) -> None:
    """Raise DataBermasalah when the folder lies on a network share."""
    if di_jaringan(folder):
        raise DataBermasalah(
            f"Folder {folder} ada di jaringan. Data desa harus di disk komputer ini; "
            "untuk beberapa komputer gunakan PostgreSQL. Tidak ada yang diubah.",
            kode="D-51",
        )


def tak_tertulis(folder: Path) -> DataBermasalah:
    """The failure for a folder that cannot be opened or written."""
    return DataBermasalah(
        f"Folder data {folder} tidak dapat dibuka atau ditulis. Periksa izin folder dan ruang disk. "
        "Data tidak diubah.",
        kode="D-55",
    )
