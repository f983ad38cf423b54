"""Owners: residents, people from outside, badan hukum, and the village itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.cari import normal
from db.models import PemilikTanah, Penduduk, WargaLuar
from db.queries import tanah as kueri
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.teks_cari import teks_cari

PENDUDUK, WARGA_LUAR, BADAN, DESA = "penduduk", "warga_luar", "badan", "desa"
NAMA_JENIS = {
    PENDUDUK: "Penduduk desa", WARGA_LUAR: "Orang luar desa", BADAN: "Badan hukum",
    DESA: "Desa (tanah kas desa)",
}  # fmt: skip
TANPA_IDENTITAS = (
    "Pemilik dari luar desa harus punya nomor identitas: NIK atau paspor untuk orang, "
    "nomor akta, NIB, atau NPWP untuk badan hukum."
)


_IDENTITAS_TERPENDEK = 4
"""Letters and figures; `-` or `0` typed to get past the field name nobody."""


@dataclass(frozen=True, kw_only=True)
class PemilikMasuk:
    """Who owns, as a form or a file tells it: a NIK of the book, or name and number of an outsider."""

    jenis: str = PENDUDUK
    pemilik_id: int | None = None
    """An owner already known; then nothing else is needed."""
    penduduk_id: int | None = None
    nik: str = ""
    nama: str = ""
    no_identitas: str = ""
    alamat: str = ""


@dataclass(frozen=True)
class PemilikInfo:
    """One owner as pick lists and parcels show it."""

    id: int
    jenis: str
    nama: str
    no_identitas: str
    penduduk_id: int | None = None
    status: int | None = None
    """Basic state of a resident."""

    @property
    def aktif(self) -> bool:
        """False for a resident who died or moved away."""
        return self.penduduk_id is None or self.status in {1, 4}


def pemilik_dari(sesi: Session, masukan: PemilikMasuk, kunci: str = "pemilik") -> PemilikTanah:
    """The owner's row, made when it is new. Raises ValidationFailed at `kunci`."""
    if masukan.pemilik_id is not None:
        pemilik = sesi.get(PemilikTanah, masukan.pemilik_id)
        if pemilik is None:
            raise _salah(kunci, "Pemilik itu tidak ada.")
        return pemilik
    if masukan.jenis == DESA:
        return pemilik_desa(sesi)
    if masukan.jenis == PENDUDUK:
        return _penduduk(sesi, masukan, kunci)
    if masukan.jenis not in {WARGA_LUAR, BADAN}:
        raise _salah(kunci, f"Jenis pemilik “{masukan.jenis}” tidak dikenal.")
    nama, nomor = bersih(masukan.nama).upper(), bersih(masukan.no_identitas)
    if not nama:
        raise _salah(kunci, "Nama pemilik wajib diisi.")
    if not nomor or not set("123456789") & set(nomor) or sum(map(str.isalnum, nomor)) < _IDENTITAS_TERPENDEK:
        raise _salah(kunci, TANPA_IDENTITAS)
    cari = _badan if masukan.jenis == BADAN else _warga_luar
    return cari(sesi, nama, nomor, bersih(masukan.alamat), kunci)


def pemilik_desa(sesi: Session) -> PemilikTanah:
    """The village as an owner; made when first needed."""
    pemilik = sesi.scalar(select(PemilikTanah).where(PemilikTanah.jenis == DESA))
    if pemilik is None:
        pemilik = PemilikTanah(jenis=DESA)
        sesi.add(pemilik)
        sesi.flush()
    return pemilik


def nama_desa(sesi: Session) -> str:
    """The village's name as an owner."""
    desa = identitas_dari(sesi)
    return f"PEMERINTAH {desa.sebutan_desa} {desa.nama}".upper()


def _penduduk(sesi: Session, masukan: PemilikMasuk, kunci: str) -> PemilikTanah:
    id_ = masukan.penduduk_id
    if id_ is None and masukan.nik:
        id_ = sesi.scalar(
            select(Penduduk.id)
            .where(Penduduk.nik == masukan.nik, Penduduk.status_dasar != 9)
            .order_by(Penduduk.status_dasar.in_((1, 4)).desc())
        )
    if id_ is None or sesi.get(Penduduk, id_) is None:
        alasan = f"NIK {masukan.nik} tidak ada di Buku Induk. " if masukan.nik else ""
        raise _salah(
            kunci, f"{alasan}Pilih penduduk, atau catat sebagai orang luar desa dengan identitasnya."
        )
    pemilik = sesi.scalar(select(PemilikTanah).where(PemilikTanah.penduduk_id == id_))
    return pemilik or _simpan(sesi, PemilikTanah(jenis=PENDUDUK, penduduk_id=id_))


def _badan(sesi: Session, nama: str, nomor: str, alamat: str, kunci: str) -> PemilikTanah:
    pemilik = sesi.scalar(
        select(PemilikTanah).where(PemilikTanah.jenis == BADAN, PemilikTanah.no_identitas == nomor)
    )
    if pemilik is not None and normal(pemilik.nama) != normal(nama):
        raise _salah(kunci, _nomor_orang_lain(nomor, pemilik.nama))
    return pemilik or _simpan(sesi, PemilikTanah(jenis=BADAN, nama=nama, no_identitas=nomor, alamat=alamat))


def _nomor_orang_lain(nomor: str, nama: str) -> str:
    return f"Nomor identitas {nomor} sudah tercatat atas nama {nama}. Periksa nomornya, atau tulis nama itu."


def _warga_luar(sesi: Session, nama: str, nomor: str, alamat: str, kunci: str) -> PemilikTanah:
    warga = sesi.scalar(select(Penduduk.nama).where(Penduduk.nik == nomor, Penduduk.status_dasar.in_((1, 4))))
    if warga is not None:
        raise _salah(kunci, f"NIK {nomor} adalah penduduk desa: {warga}. Pilih sebagai penduduk desa.")
    orang = sesi.scalar(select(WargaLuar).where(WargaLuar.no_identitas == nomor))
    if orang is None:
        orang = WargaLuar(nama=nama, no_identitas=nomor, alamat=alamat, cari=teks_cari(nama, nomor, alamat))
        sesi.add(orang)
        sesi.flush()
    elif normal(orang.nama) != normal(nama):
        raise _salah(kunci, _nomor_orang_lain(nomor, orang.nama))
    pemilik = sesi.scalar(select(PemilikTanah).where(PemilikTanah.warga_luar_id == orang.id))
    return pemilik or _simpan(sesi, PemilikTanah(jenis=WARGA_LUAR, warga_luar_id=orang.id))


def _simpan(sesi: Session, pemilik: PemilikTanah) -> PemilikTanah:
    sesi.add(pemilik)
    sesi.flush()
    return pemilik


def _salah(kunci: str, pesan: str) -> ValidationFailed:
    return ValidationFailed([FieldIssue(kunci, pesan)])


def nama_pemilik(sesi: Session, ids: Iterable[int]) -> dict[int, PemilikInfo]:
    """Owners by id, with the names of their registers."""
    desa = nama_desa(sesi)
    return {
        b.id: PemilikInfo(
            b.id, b.jenis, desa if b.jenis == DESA else b.nama, b.no_identitas,
            b.penduduk_id, b.status_dasar,
        )
        for b in kueri.pemilik(sesi, list(ids))
    }  # fmt: skip


@kasus(Izin.BUKU_BACA)
def cari_pemilik(k: Konteks, teks: str, batas: int = 30) -> list[PemilikInfo]:
    """Owners of land whose name or number holds every typed word."""
    kata = normal(teks).split()
    with k.baca() as sesi:
        semua = nama_pemilik(sesi, kueri.ids_pemilik(sesi))
    cocok = [p for p in semua.values() if all(x in normal(f"{p.nama} {p.no_identitas}") for x in kata)]
    return sorted(cocok, key=lambda p: p.nama)[:batas]


@kasus(Izin.BUKU_UBAH)
def catat_pemilik(k: Konteks, masukan: PemilikMasuk) -> int:
    """Take an owner into the register before the first parcel; returns the owner's id."""
    with k.tulis("pemilik_tanah.catat") as t:
        return pemilik_tercatat(t, masukan)


def pemilik_tercatat(t: Transaksi, masukan: PemilikMasuk, kunci: str = "pemilik") -> int:
    """The same inside an open change."""
    pemilik = pemilik_dari(t.sesi, masukan, kunci)
    t.catat(f"pemilik_tanah:{pemilik.id}", None, {"jenis": pemilik.jenis})
    return pemilik.id
