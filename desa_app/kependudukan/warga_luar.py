"""People from outside used as parent, witness, applicant, host or owner; few fields are required."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import false, select
from sqlalchemy.orm import Session

from db.cari import syarat_cari
from db.models import WargaLuar
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.penduduk import periksa_tanggal_lahir
from desa_app.kependudukan.teks_cari import teks_cari

WARGA_LUAR = RecordSpec(
    key="warga_luar",
    fields=(
        FieldSpec(key="nama", label="Nama lengkap", required=True),
        FieldSpec(key="no_identitas", label="Nomor identitas", hint="NIK, paspor, atau SIM, bila ada"),
        FieldSpec(key="jk", label="Jenis kelamin", kind=Kind.SEX),
        FieldSpec(key="tempat_lahir", label="Tempat lahir"),
        FieldSpec(key="tanggal_lahir", label="Tanggal lahir", kind=Kind.DATE),
        FieldSpec(key="agama", label="Agama", kind=Kind.CHOICE, source="agama"),
        FieldSpec(key="status_kawin", label="Status perkawinan", kind=Kind.CHOICE,
                  source="status_perkawinan_f101"),
        FieldSpec(key="warga_negara", label="Kewarganegaraan", kind=Kind.CHOICE, source="kewarganegaraan",
                  required=True),
        FieldSpec(key="pekerjaan", label="Pekerjaan"),
        FieldSpec(key="telepon", label="Telepon"),
        FieldSpec(key="alamat", label="Alamat lengkap", required=True,
                  hint="jalan, RT/RW, desa, kecamatan, kabupaten"),
        FieldSpec(key="ket", label="Keterangan", max_length=300),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class WargaLuarInfo:
    """One person from outside: values by the keys of WARGA_LUAR."""

    id: int
    isian: Mapping[str, Any]

    @property
    def nama(self) -> str:
        """Name as stored."""
        return str(self.isian["nama"])

    @property
    def alamat(self) -> str:
        """Address as stored."""
        return str(self.isian["alamat"])


def _info(w: WargaLuar) -> WargaLuarInfo:
    return WargaLuarInfo(w.id, {f.key: getattr(w, f.key) for f in WARGA_LUAR.fields})


def _ambil(sesi: Session, warga_luar_id: int) -> WargaLuar:
    w = sesi.get(WargaLuar, warga_luar_id)
    if w is None:
        raise TidakDitemukan("Orang dari luar desa itu tidak ada dalam daftar.")
    return w


@kasus(Izin.BUKU_BACA, Izin.SURAT_BACA)
def cari_warga_luar(k: Konteks, teks: str = "", batas: int = 200) -> list[WargaLuarInfo]:
    """People whose name, number or address holds every word, by name; all of them without words."""
    with k.baca() as sesi:
        pernyataan = select(WargaLuar).order_by(WargaLuar.nama, WargaLuar.id).limit(batas)
        if teks.strip():
            syarat = syarat_cari(WargaLuar.cari, teks)
            pernyataan = pernyataan.where(false() if syarat is None else syarat)
        return [_info(w) for w in sesi.scalars(pernyataan)]


@kasus(Izin.BUKU_BACA)
def baca_warga_luar(k: Konteks, warga_luar_id: int) -> WargaLuarInfo:
    """One person. Raises TidakDitemukan."""
    with k.baca() as sesi:
        return _info(_ambil(sesi, warga_luar_id))


@kasus(Izin.BUKU_UBAH, Izin.SURAT_BUAT)
def simpan_warga_luar(
    k: Konteks, mentah: Mapping[str, object], warga_luar_id: int | None = None
) -> WargaLuarInfo:
    """Add or change somebody; the counter needs it too. Raises ValidationFailed with every problem."""
    lengkap: dict[str, object] = {"warga_negara": 1, **mentah}
    nilai = validate(WARGA_LUAR, {f.key: lengkap.get(f.key) for f in WARGA_LUAR.fields})
    nilai["jk"] = nilai["jk"] or ""
    periksa_tanggal_lahir(nilai, k.jam.hari_ini())
    with k.tulis("warga_luar.simpan") as t:
        _periksa_ganda(t.sesi, nilai, warga_luar_id)
        w = _ambil(t.sesi, warga_luar_id) if warga_luar_id else WargaLuar(nama="", cari="")
        lama = {f.key: str(getattr(w, f.key) or "") for f in WARGA_LUAR.fields} if warga_luar_id else None
        for kunci, isi in nilai.items():
            setattr(w, kunci, isi)
        w.cari = teks_cari(w.nama, w.no_identitas, w.alamat)
        t.sesi.add(w)
        t.sesi.flush()
        t.catat(f"warga_luar:{w.id}", lama, {kunci: str(isi or "") for kunci, isi in nilai.items()})
        return _info(w)


def _periksa_ganda(sesi: Session, nilai: Mapping[str, Any], kecuali_id: int | None) -> None:
    """The same number twice is the same person."""
    if not nilai["no_identitas"]:
        return
    pernyataan = select(WargaLuar.nama).where(
        WargaLuar.no_identitas == nilai["no_identitas"], WargaLuar.id != (kecuali_id or 0)
    )
    if nama := sesi.scalar(pernyataan.limit(1)):
        raise ValidationFailed([FieldIssue("no_identitas", f"Nomor ini sudah dipakai {nama} di daftar.")])
