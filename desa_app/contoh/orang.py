"""A person and a family while the practice village is being made."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(slots=True)
class Orang:
    """One resident; attribute names are the columns of `penduduk`, codes those of `codes.json`."""

    nama: str
    jk: str
    tanggal_lahir: dt.date
    budaya: str
    agama: int
    shdk: int
    status_kawin: int = 1
    tgl_kawin: dt.date | None = None
    tgl_cerai: dt.date | None = None
    ayah: "Orang | None" = None
    ibu: "Orang | None" = None
    nama_ayah: str = ""
    nama_ibu: str = ""
    suku: str = ""
    tempat_lahir: str = ""
    nik: str | None = None
    pendidikan: int = 1
    pendidikan_sedang: int = 18
    pekerjaan: int = 1
    golongan_darah: int = 13
    huruf: str = ""
    cacat: int = 7
    ktp_el: int = 1
    status_rekam: int = 1
    ktp_tempat: str = ""
    ktp_tanggal: dt.date | None = None
    no_kia: str = ""
    akta_lahir: str = ""
    akta_kawin: str = ""
    akta_cerai: str = ""
    warga_negara: int = 1
    kebangsaan: str = ""
    paspor: str = ""
    paspor_akhir: dt.date | None = None
    kitas: str = ""
    tgl_mulai_tinggal: dt.date | None = None
    orang_tua_desa: bool = False
    """Named as father or mother of somebody in the village."""


@dataclass(slots=True)
class KeluargaBaru:
    """One family: the head first."""

    anggota: list[Orang] = field(default_factory=list)
    no_kk: str = ""
    dusun: int = 0
    """Index into the list of dusun."""
    rt: str = ""
    rw: str = ""
    alamat: str = ""
    tgl_terbit: dt.date | None = None


KOLOM = (
    "nama", "jk", "tanggal_lahir", "agama", "shdk", "status_kawin", "tgl_kawin", "tgl_cerai", "nama_ayah",
    "nama_ibu", "suku", "tempat_lahir", "nik", "pendidikan", "pendidikan_sedang", "pekerjaan",
    "golongan_darah", "huruf", "cacat", "ktp_el", "status_rekam", "ktp_tempat", "ktp_tanggal", "no_kia",
    "akta_lahir", "akta_kawin", "akta_cerai", "warga_negara", "kebangsaan", "paspor", "paspor_akhir", "kitas",
    "tgl_mulai_tinggal",
)  # fmt: skip
"""Attributes that go into the table unchanged."""
