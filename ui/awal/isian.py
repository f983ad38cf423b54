"""What steps 2 and 3 ask, described once."""

import datetime as dt
from collections.abc import Mapping

from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.desa import PejabatInfo
from desa_app.keamanan.pengguna import PenggunaBaru
from ui.sandi import SANDI_BARU, ulang_sama

KADES, SEKDES = "Kepala Desa", "Sekretaris Desa"
BENTUK = (("definitif", "Definitif"), ("pj", "Penjabat (Pj.)"), ("plt", "Pelaksana tugas (Plt.)"))


def _mulai_perlu_nama(nilai: Mapping[str, object]) -> tuple[str, str] | None:
    for kunci in ("kades", "sekdes"):
        if nilai.get(kunci) and not nilai.get(f"{kunci}_mulai"):
            return (
                f"{kunci}_mulai",
                "Tanggal mulai menjabat perlu diisi, karena penanda tangan dipilih menurut tanggal.",
            )
    return None


PEJABAT_AWAL = RecordSpec(
    key="pejabat_awal",
    fields=(
        FieldSpec(key="kades", label="Nama dengan gelar", group=KADES, hint="misalnya Ahmad Fauzi, S.Sos."),
        FieldSpec(key="kades_bentuk", label="Bentuk pengangkatan", group=KADES),
        FieldSpec(key="kades_mulai", label="Mulai menjabat", kind=Kind.DATE, group=KADES),
        FieldSpec(key="sekdes", label="Nama dengan gelar", group=SEKDES),
        FieldSpec(key="sekdes_nip", label="NIP", group=SEKDES, hint="kosongkan bila tidak ada"),
        FieldSpec(key="sekdes_mulai", label="Mulai menjabat", kind=Kind.DATE, group=SEKDES),
    ),
    rules=(_mulai_perlu_nama,),
)
PENGGUNA_AWAL = RecordSpec(
    key="pengguna_awal",
    fields=(
        FieldSpec(key="nama", label="Nama lengkap", required=True),
        FieldSpec(key="nama_masuk", label="Nama masuk", required=True, hint="huruf dan angka tanpa spasi"),
        *SANDI_BARU,
    ),
    rules=(ulang_sama,),
)


def pejabat_dari(isi: Mapping[str, object]) -> tuple[PejabatInfo, ...]:
    """Officials of step 2; those without a name are left for later."""
    hasil = []
    for kunci in ("kades", "sekdes"):
        nama, mulai = isi.get(kunci), isi.get(f"{kunci}_mulai")
        if nama and isinstance(mulai, dt.date):
            bentuk = str(isi.get(f"{kunci}_bentuk") or "definitif")
            nip = str(isi.get(f"{kunci}_nip") or "")
            hasil.append(PejabatInfo(jabatan=kunci, nama=str(nama), mulai=mulai, bentuk=bentuk, nip=nip))
    return tuple(hasil)


def pengguna_dari(isi: Mapping[str, object]) -> PenggunaBaru:
    """The first account: Sekdes, and Admin until the office names another."""
    return PenggunaBaru(str(isi["nama_masuk"]), str(isi["nama"]), str(isi["sandi"]), ("sekdes", "admin"))
