"""Every table, so that one import fills `Base.metadata`."""

from db.models.desa import Desa, Dusun, HariLibur, Pejabat, Setelan
from db.models.impor import Impor
from db.models.penduduk import Keluarga, Penduduk, WargaLuar
from db.models.pengguna import Audit, Pengguna
from db.models.peristiwa import Draf, Kunjungan, Mutasi, Peristiwa, Terlibat, TutupBuku
from db.models.spm import (
    BuktiSpm,
    DasarTarget,
    KegiatanSpm,
    KeluargaKegiatan,
    PenugasanSpm,
    PerkiraanSpm,
    PotretIndikator,
    SaranaSpm,
    StandarLayanan,
    TandaCelah,
)
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
from db.models.tanah import (
    BagianPemilik,
    Bidang,
    DokumenBidang,
    MutasiBidang,
    MutasiTanah,
    PemilikTanah,
    Sketsa,
)
from db.models.temuan import Temuan

__all__ = [
    "Agenda",
    "Audit",
    "BagianPemilik",
    "Bidang",
    "BuktiSpm",
    "DasarTarget",
    "Desa",
    "DokumenBidang",
    "Draf",
    "Dusun",
    "GambarSurat",
    "HariLibur",
    "Impor",
    "JenisSurat",
    "KegiatanSpm",
    "Keluarga",
    "KeluargaKegiatan",
    "Kunjungan",
    "Mutasi",
    "MutasiBidang",
    "MutasiTanah",
    "Pejabat",
    "PemilikTanah",
    "Penduduk",
    "Pengguna",
    "PenugasanSpm",
    "Peristiwa",
    "PerkiraanSpm",
    "Permohonan",
    "PotretIndikator",
    "RiwayatPermohonan",
    "SaranaSpm",
    "Setelan",
    "Sketsa",
    "StandarLayanan",
    "Surat",
    "SyaratPermohonan",
    "TandaCelah",
    "Temuan",
    "Terlibat",
    "TutupBuku",
    "VersiSurat",
    "WargaLuar",
]
