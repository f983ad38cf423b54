"""Every table, so that one import fills `Base.metadata`."""

from db.models.desa import Desa, Dusun, HariLibur, Pejabat, Setelan
from db.models.impor import Impor
from db.models.lapangan import (
    BawaanLapangan,
    BerkasLapangan,
    GabunganLapangan,
    JejakLapangan,
    KegiatanLapangan,
    LangkahLapangan,
    PesertaLapangan,
    TemplatLapangan,
)
from db.models.penduduk import Keluarga, Penduduk, WargaLuar
from db.models.pengaduan import PelaporPengaduan, Pengaduan, RiwayatPengaduan
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

__all__ = [
    "Agenda",
    "Audit",
    "BawaanLapangan",
    "BerkasLapangan",
    "BuktiSpm",
    "DasarTarget",
    "Desa",
    "Draf",
    "Dusun",
    "GabunganLapangan",
    "GambarSurat",
    "HariLibur",
    "Impor",
    "JejakLapangan",
    "JenisSurat",
    "KegiatanLapangan",
    "KegiatanSpm",
    "Keluarga",
    "KeluargaKegiatan",
    "Kunjungan",
    "LangkahLapangan",
    "Mutasi",
    "Pejabat",
    "PelaporPengaduan",
    "Penduduk",
    "Pengaduan",
    "Pengguna",
    "PenugasanSpm",
    "Peristiwa",
    "PerkiraanSpm",
    "Permohonan",
    "PesertaLapangan",
    "PotretIndikator",
    "RiwayatPengaduan",
    "RiwayatPermohonan",
    "SaranaSpm",
    "Setelan",
    "StandarLayanan",
    "Surat",
    "SyaratPermohonan",
    "TandaCelah",
    "TemplatLapangan",
    "Terlibat",
    "TutupBuku",
    "VersiSurat",
    "WargaLuar",
]
