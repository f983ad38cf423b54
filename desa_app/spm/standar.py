"""Standar pelayanan of every kind of letter (Lampiran II.E.5, Pasal 6) and its poster."""

from dataclasses import asdict, dataclass, fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import StandarLayanan
from desa_app.buku.cetak import BukuCetak
from desa_app.desa import identitas_dari, pejabat_pada
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.cetak import TataKolom, buku_daftar, spec_daftar
from desa_app.surat.katalog import Jenis, semua_jenis

PROSEDUR = (
    "Serahkan berkas di loket; berkas diperiksa, yang kurang diberi lembar kekurangan; surat dibuat, "
    "ditandatangani, diserahkan."
)
HURUF = {"A3": 9.5, "F4": 7.0}
"""Type size by paper."""
TANPA_BIAYA = "Tidak dipungut biaya"
_KOLOM: tuple[TataKolom, ...] = (
    ("NO.", "no_urut", 7, "kanan"), ("JENIS PELAYANAN", "jenis", 34, "kiri"),
    ("PERSYARATAN PELAYANAN", "persyaratan", 60, "kiri"),
    ("PROSES/PROSEDUR PELAYANAN", "prosedur", 55, "kiri"),
    ("PEJABAT YANG BERTANGGUNG JAWAB", "pejabat", 28, "kiri"), ("PETUGAS PELAYANAN", "petugas", 26, "kiri"),
    ("WAKTU PELAYANAN", "waktu", 18, "tengah"), ("BIAYA PELAYANAN", "biaya", 20, "tengah"),
)  # fmt: skip


@dataclass(frozen=True)
class Standar:
    """The seven items of one service."""

    slug: str
    jenis: str
    persyaratan: str
    prosedur: str
    pejabat: str
    petugas: str
    waktu: str
    biaya: str


@kasus(Izin.INDIKATOR_BACA, Izin.SURAT_BACA)
def daftar_standar(k: Konteks) -> tuple[Standar, ...]:
    """Every kind of letter, in the order of the catalogue, with the village's own changes."""
    with k.baca() as sesi:
        return standar_dari(sesi, k)


def standar_dari(sesi: Session, k: Konteks) -> tuple[Standar, ...]:
    """`daftar_standar` inside an open session."""
    hari_ini = k.jam.hari_ini()
    kades, kasi = pejabat_pada(sesi, "kades", hari_ini), pejabat_pada(sesi, "kasi_pelayanan", hari_ini)
    ubahan = {b.slug: b.isi for b in sesi.scalars(select(StandarLayanan))}
    return tuple(
        replace(
            _bawaan(jenis, kades.nama if kades else "", kasi.nama if kasi else ""),
            **ubahan.get(jenis.slug, {}),
        )
        for jenis in semua_jenis(sesi).values()
    )


def _bawaan(jenis: Jenis, kades: str, kasi: str) -> Standar:
    syarat = [s.nama for s in jenis.persyaratan if s.wajib]
    pejabat = f"Kepala Desa ({kades})" if kades else "Kepala Desa"
    petugas = f"Kasi Pelayanan ({kasi})" if kasi else "Kasi Pelayanan"
    return Standar(
        jenis.slug, jenis.nama, "; ".join(syarat) or "-", PROSEDUR, pejabat, petugas,
        f"{jenis.sla_hari_kerja} hari kerja", TANPA_BIAYA,
    )  # fmt: skip


@kasus(Izin.INDIKATOR_ISI)
def ubah_standar(k: Konteks, standar: Standar) -> None:
    """Keep the village's own words for one service; those equal to the shipped ones are not stored."""
    kosong = [f.name for f in fields(Standar) if not str(getattr(standar, f.name)).strip()]
    if kosong:
        raise ValidationFailed([FieldIssue(nama, "Isian ini wajib diisi.") for nama in kosong])
    with k.tulis("spm.standar") as t:
        lama = next((s for s in standar_dari(t.sesi, k) if s.slug == standar.slug), None)
        if lama is None:
            raise TidakDitemukan("Jenis pelayanan itu tidak ada dalam daftar surat.")
        baris = t.sesi.get(StandarLayanan, standar.slug) or StandarLayanan(slug=standar.slug, isi={})
        beda = {n: v for n, v in asdict(standar).items() if v != getattr(lama, n)}
        baris.isi = {**baris.isi, **beda}
        t.sesi.add(baris)
        t.catat(f"standar:{standar.slug}", {n: getattr(lama, n) for n in beda}, beda)


@kasus(Izin.INDIKATOR_BACA, Izin.SURAT_BACA)
def poster_standar(k: Konteks, slug: tuple[str, ...] = (), kertas: str = "A3") -> BukuCetak:
    """The poster for the notice board; all services, or the chosen ones. A3 landscape, F4 by choice.

    How to complain stands in the heading, where nobody overlooks it.
    """
    with k.baca() as sesi:
        terpilih = [s for s in standar_dari(sesi, k) if not slug or s.slug in slug]
        desa = identitas_dari(sesi)
        baris = [
            (str(nomor), s.jenis, s.persyaratan, s.prosedur, s.pejabat, s.petugas, s.waktu, s.biaya)
            for nomor, s in enumerate(terpilih, 1)
        ]
        judul = (
            f"STANDAR PELAYANAN PEMERINTAH {desa.sebutan_desa} {desa.nama}".upper(),
            *_cara_mengadu(desa.telepon, desa.alamat),
        )
        spec = spec_daftar("SP", "Standar pelayanan", _KOLOM, kertas=kertas, huruf=HURUF[kertas])
        return buku_daftar(sesi, spec, judul, baris, k.jam.hari_ini())


def _cara_mengadu(telepon: str, alamat: str) -> tuple[str, ...]:
    hubungi = f", telepon {telepon}" if telepon else ""
    tempat = f"kantor desa, {alamat}" if alamat else "kantor desa"
    return (
        f"CARA MENGADU: datang ke tempat pengaduan {tempat}{hubungi}; "
        "ditindaklanjuti paling lama 3 hari kerja",
        "Berkas dapat ditelusuri dengan nomor pada tanda terima",
    )
