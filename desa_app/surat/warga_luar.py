"""People from outside the village who ask for a letter: few fields are required (need 23)."""

from dataclasses import dataclass

from sqlalchemy import select

from db.cari import normal, syarat_cari
from db.models import WargaLuar
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin

WARGA_LUAR = RecordSpec(
    key="warga_luar",
    fields=(
        FieldSpec(key="nama", label="Nama lengkap", required=True),
        FieldSpec(
            key="no_identitas", label="NIK", kind=Kind.DIGITS, hint="16 angka; kosongkan bila tidak ada"
        ),
        FieldSpec(key="jk", label="Jenis kelamin", kind=Kind.SEX),
        FieldSpec(key="tempat_lahir", label="Tempat lahir"),
        FieldSpec(key="tanggal_lahir", label="Tanggal lahir", kind=Kind.DATE, hint="misalnya 31-12-1990"),
        FieldSpec(key="agama", label="Agama", kind=Kind.CHOICE, source="agama"),
        FieldSpec(key="pekerjaan", label="Pekerjaan"),
        FieldSpec(key="alamat", label="Alamat", required=True),
        FieldSpec(key="telepon", label="Telepon"),
    ),
)
"""What is asked of somebody from outside."""


@dataclass(frozen=True)
class WargaLuarRingkas:
    """Somebody from outside as pick lists show one."""

    id: int
    nama: str
    alamat: str


@kasus(Izin.SURAT_BUAT)
def tambah_warga_luar(k: Konteks, isian: dict[str, object]) -> WargaLuarRingkas:
    """Keep somebody from outside. Raises ValidationFailed with every problem."""
    bersih = {
        kunci: nilai if nilai is not None else "" for kunci, nilai in validate(WARGA_LUAR, isian).items()
    }
    for kunci in ("agama", "tanggal_lahir"):
        bersih[kunci] = bersih.get(kunci) or None
    with k.tulis("warga_luar.tambah") as t:
        orang = WargaLuar(**bersih, cari=normal(f"{bersih['nama']} {bersih.get('no_identitas', '')}"))
        t.sesi.add(orang)
        t.sesi.flush()
        t.catat(f"warga_luar:{orang.id}", None, {"nama": orang.nama})
        return WargaLuarRingkas(orang.id, orang.nama, orang.alamat)


@kasus(Izin.SURAT_BACA)
def cari_warga_luar(k: Konteks, teks: str, batas: int = 10) -> list[WargaLuarRingkas]:
    """People from outside whose name or number holds every typed word."""
    syarat = syarat_cari(WargaLuar.cari, teks)
    if syarat is None:
        return []
    with k.baca() as sesi:
        orang = sesi.scalars(select(WargaLuar).where(syarat).order_by(WargaLuar.nama).limit(batas))
        return [WargaLuarRingkas(o.id, o.nama, o.alamat) for o in orang]
