"""Files that prove an activity: copied into the data folder, found again by their digest."""

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BuktiSpm
from desa_app.errors import BerkasBermasalah, TidakDitemukan
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin

TERBESAR = 25 * 1024 * 1024
JENIS = frozenset(".pdf .jpg .jpeg .png .webp .docx .xlsx .odt .ods .txt".split())
_POTONG = 1024 * 1024


@dataclass(frozen=True)
class BuktiInfo:
    """A stored file as lists show it."""

    id: int
    nama: str
    ukuran: int
    ada: bool
    """Whether the file is still in the data folder."""


def periksa_berkas(berkas: Path) -> None:
    """Raise BerkasBermasalah when a file cannot serve as evidence; nothing is read yet."""
    if berkas.suffix.lower() not in JENIS:
        raise BerkasBermasalah(
            f"Berkas {berkas.name} tidak dapat dipakai sebagai bukti. Pakai foto (JPG, PNG), PDF, "
            "atau dokumen. Kegiatan belum tersimpan."
        )
    try:
        ukuran = berkas.stat().st_size
    except OSError as galat:
        raise BerkasBermasalah(
            f"Berkas {berkas.name} tidak ditemukan atau tidak dapat dibaca. Kegiatan belum tersimpan; "
            "pilih lagi berkasnya."
        ) from galat
    if ukuran > TERBESAR:
        raise BerkasBermasalah(
            f"Berkas {berkas.name} terlalu besar ({ukuran // 1024 // 1024} MB). Paling besar "
            f"{TERBESAR // 1024 // 1024} MB: kecilkan fotonya atau pindai dengan mutu lebih rendah. "
            "Kegiatan belum tersimpan."
        )
    if ukuran == 0:
        raise BerkasBermasalah(f"Berkas {berkas.name} kosong. Kegiatan belum tersimpan.")


def simpan_bukti(t: Transaksi, objek: str, berkas: Path) -> int:
    """Copy a file into the data folder and note it for an object, inside an open transaction.

    The copy is made before the note, so a note never points to a file that was not there.
    """
    periksa_berkas(berkas)
    folder = t.konteks.basis.folder
    jalur, sidik, ukuran = _salin(berkas, folder)
    pelaku = t.konteks.pelaku
    bukti = BuktiSpm(
        objek=objek, nama=berkas.name, jalur=jalur, sidik=sidik, ukuran=ukuran,
        ditambah_oleh=pelaku.nama if pelaku else "sistem", ditambah_saat=t.konteks.jam.sekarang(),
    )  # fmt: skip
    t.sesi.add(bukti)
    t.sesi.flush()
    t.catat(objek, None, {"bukti": bukti.id, "sidik": sidik})
    return bukti.id


def _salin(berkas: Path, folder: Path) -> tuple[str, str, int]:
    """Copy whole or not at all; equal content is kept once. Returns inner path, digest and size."""
    tujuan_folder = folder / "bukti"
    tujuan_folder.mkdir(exist_ok=True)
    nomor, nama = tempfile.mkstemp(prefix=".bukti-", dir=tujuan_folder)
    sementara, hitung, ukuran = Path(nama), hashlib.sha256(), 0
    try:
        with os.fdopen(nomor, "wb") as keluar, berkas.open("rb") as masuk:
            while potongan := masuk.read(_POTONG):
                ukuran += len(potongan)
                hitung.update(potongan)
                keluar.write(potongan)
            keluar.flush()
            os.fsync(keluar.fileno())
        sidik = hitung.hexdigest()
        akhir = tujuan_folder / f"{sidik}{berkas.suffix.lower()}"
        sementara.replace(akhir)
    except OSError as galat:
        raise BerkasBermasalah(
            f"Berkas {berkas.name} tidak dapat disalin ke folder data. Periksa ruang disk. "
            "Kegiatan belum tersimpan."
        ) from galat
    finally:
        with suppress(OSError):
            sementara.unlink()
    return f"bukti/{akhir.name}", sidik, ukuran


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def tambah_bukti(k: Konteks, objek: str, berkas: Path) -> int:
    """Add a file to an activity or a facility that is already noted."""
    with k.tulis("spm.bukti") as t:
        return simpan_bukti(t, objek, berkas)


def bukti_objek(sesi: Session, folder: Path, objek: str) -> tuple[BuktiInfo, ...]:
    """Files of an object, with whether each is still there."""
    baris = sesi.scalars(select(BuktiSpm).where(BuktiSpm.objek == objek).order_by(BuktiSpm.id))
    return tuple(BuktiInfo(b.id, b.nama, b.ukuran, (folder / b.jalur).is_file()) for b in baris)


@kasus(Izin.INDIKATOR_BACA)
def berkas_bukti(k: Konteks, bukti_id: int) -> Path:
    """Path of a stored file. Raises when it is gone or no longer the file that was noted."""
    with k.baca() as sesi:
        bukti = sesi.get(BuktiSpm, bukti_id)
        if bukti is None:
            raise TidakDitemukan("Bukti itu tidak ada dalam catatan.")
        jalur, sidik, nama = k.basis.folder / bukti.jalur, bukti.sidik, bukti.nama
    if not jalur.is_file():
        raise BerkasBermasalah(
            f"Berkas bukti {nama} tidak ada lagi di folder data. Catatan kegiatannya tetap utuh; "
            "pulihkan dari cadangan atau tambahkan lagi berkasnya."
        )
    if hashlib.sha256(jalur.read_bytes()).hexdigest() != sidik:
        raise BerkasBermasalah(
            f"Isi berkas bukti {nama} telah berubah sejak disimpan. Pulihkan dari cadangan."
        )
    return jalur
