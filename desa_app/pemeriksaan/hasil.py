"""What a check gives, what it may look at, and the thresholds that a village may set."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from resources.paths import data


@dataclass(frozen=True, slots=True)
class Orang:
    """One record with the columns that checks look at (order of `db.queries.pemeriksaan.KOLOM_ORANG`)."""

    id: int
    nik: str | None
    nama: str
    jk: str
    tempat_lahir: str
    tanggal_lahir: dt.date | None
    agama: int | None
    pendidikan: int | None
    pendidikan_sedang: int | None
    pekerjaan: int | None
    status_kawin: int | None
    warga_negara: int
    golongan_darah: int | None
    cacat: int | None
    keluarga_id: int | None
    shdk: int | None
    status_penduduk: int
    status_dasar: int
    nik_ayah: str
    nama_ayah: str
    nik_ibu: str
    nama_ibu: str
    ktp_el: int | None
    status_rekam: int | None
    tgl_kawin: dt.date | None
    paspor: str
    kitas: str

    @property
    def aktif(self) -> bool:
        """Hidup or hilang."""
        return self.status_dasar in {1, 4}


@dataclass(frozen=True, slots=True)
class Keluarga:
    """One active family with its active members."""

    id: int
    no_kk: str
    alamat: str
    dusun: str
    anggota: tuple[Orang, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ambang:
    """Limits of the checks that a village may move."""

    ibu_termuda: int = 15
    ibu_tertua: int = 50
    """Completed years of the mother at a birth."""
    jarak_ayah: int = 15
    anggota_kk: int = 15
    lapor_lahir: int = 60
    """Days after which the report of a birth is late (UU 24/2013 Pasal 27)."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """One thing found. `uraian` holds the values, so that it changes when the data does."""

    kode: str
    uraian: str
    penduduk_id: int | None = None
    lawan_id: int | None = None
    keluarga_id: int | None = None
    bidang_id: int | None = None
    tingkat: str = ""
    """Only when it is not the check's own."""

    @property
    def kunci(self) -> str:
        """Name of the finding in the list."""
        bagian = [self.kode]
        for huruf, nomor in (
            ("p", self.penduduk_id), ("l", self.lawan_id), ("k", self.keluarga_id), ("b", self.bidang_id),
        ):  # fmt: skip
            if nomor is not None:
                bagian.append(f"{huruf}{nomor}")
        return ":".join(bagian)

    @property
    def derajat(self) -> str:
        """GALAT, PERINGATAN or INFO."""
        return self.tingkat or aturan(self.kode).tingkat


@dataclass(frozen=True)
class Aturan:
    """One named check as `codes.json` states it."""

    kode: str
    kalimat: str
    tingkat: str
    dasar: str
    pengecualian: str
    tindakan: str


@dataclass(frozen=True)
class Bahan:
    """Everything that the checks look at, read once."""

    hari_ini: dt.date
    kode_desa: str
    orang: Sequence[Orang]
    keluarga: Sequence[Keluarga]
    ambang: Ambang = field(default_factory=Ambang)


@cache
def semua_aturan() -> Mapping[str, Aturan]:
    """Every named check by its code, in the order of the list."""
    return {
        b["kode"]: Aturan(b["kode"], b["aturan"], b["tingkat"], b["dasar"], b["pengecualian"], b["tindakan"])
        for b in data("codes")["tabel"]["pemeriksaan"]["nilai"]
    } | {_MIRIP.kode: _MIRIP}


_MIRIP = Aturan(
    "ORANG_MIRIP", "nama mirip dengan tanggal lahir yang sama atau hampir sama", "PERINGATAN",
    "data ganda: satu orang tercatat dua kali", "kembar, atau nama pasaran", "pilih sama orang atau bukan",
)  # fmt: skip


def aturan(kode: str) -> Aturan:
    """One named check."""
    return semua_aturan()[kode]


CekOrang = Callable[[Orang, Bahan], Iterator[tuple[str, str]]]
"""Yields (code, what was found) about one active person."""
CekKeluarga = Callable[[Keluarga, Bahan], Iterator[tuple[str, str, Any]]]
"""Yields (code, what was found, person concerned or None) about one family."""
