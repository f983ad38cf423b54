"""Every table, so that one import fills `Base.metadata`."""

from db.models.desa import Desa, Dusun, HariLibur, Pejabat, Setelan
from db.models.impor import Impor
from db.models.penduduk import Keluarga, Penduduk, WargaLuar
from db.models.pengguna import Audit, Pengguna
from db.models.peristiwa import Draf, Kunjungan, Mutasi, Peristiwa, Terlibat, TutupBuku

__all__ = [
    "Audit",
    "Desa",
    "Draf",
    "Dusun",
    "HariLibur",
    "Impor",
    "Keluarga",
    "Kunjungan",
    "Mutasi",
    "Pejabat",
    "Penduduk",
    "Pengguna",
    "Peristiwa",
    "Setelan",
    "Terlibat",
    "TutupBuku",
    "WargaLuar",
]
