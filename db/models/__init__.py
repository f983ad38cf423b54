"""Every table, so that one import fills `Base.metadata`."""

from db.models.desa import Desa, Dusun, HariLibur, Pejabat, Setelan
from db.models.impor import Impor
from db.models.penduduk import Keluarga, Penduduk, WargaLuar
from db.models.pengguna import Audit, Pengguna
from db.models.peristiwa import Draf, Kunjungan, Mutasi, Peristiwa, Terlibat, TutupBuku
from db.models.surat import (
    Agenda,
    GambarSurat,
    JenisSurat,
    Permohonan,
    RiwayatPermohonan,
    Surat,
    SyaratPermohonan,
    VersiSurat,
)

__all__ = [
    "Agenda",
    "Audit",
    "Desa",
    "Draf",
    "Dusun",
    "GambarSurat",
    "HariLibur",
    "Impor",
    "JenisSurat",
    "Keluarga",
    "Kunjungan",
    "Mutasi",
    "Pejabat",
    "Penduduk",
    "Pengguna",
    "Peristiwa",
    "Permohonan",
    "RiwayatPermohonan",
    "Setelan",
    "Surat",
    "SyaratPermohonan",
    "Terlibat",
    "TutupBuku",
    "VersiSurat",
    "WargaLuar",
]
