"""The encrypted file of a visit: one AES-256 archive with one JSON text, behind a header of our own.

The header holds a digest of everything after it, so a damaged file is told from a wrong passphrase;
the archive's own authentication answers for the rest. The archive's password comes out of Argon2id,
because the key derivation of the format itself is quick to guess.
"""

import hashlib
import io
import json
import secrets
import zipfile
import zlib
from pathlib import Path
from typing import Any

from desa_app.ekspor.berkas import tulis_aman
from desa_app.errors import BerkasBermasalah, FieldIssue, ValidationFailed
from desa_app.keamanan.sandi import periksa_sandi_baru

TANDA = b"DESAAPP-LAPANGAN-1\n"
GARAM, SIDIK, PANJANG = 16, 32, 8
KEPALA = len(TANDA) + GARAM + SIDIK + PANJANG
BERKAS_TERBESAR = 64 * 1024 * 1024
ISI_TERBESAR = 128 * 1024 * 1024
RASIO_TERBESAR = 200
NAMA_ISI = "kegiatan.json"
AKHIRAN = ".lapangan"
_POTONG = 1 << 20
_AMAN = " Tidak ada data yang berubah."


class SandiSalah(BerkasBermasalah):
    """The passphrase does not open the file."""

    kode = "D-96"


class BerkasTerpotong(BerkasBermasalah):
    """The file ends too early: a copy that was not finished."""

    kode = "D-97"


class BerkasRusak(BerkasBermasalah):
    """The file's bytes are not those that were written."""

    kode = "D-98"


def tulis_wadah(objek: Any, tujuan: Path, sandi: str, ulang: str) -> None:
    """Write an object encrypted. The passphrase is asked twice; without it the file cannot be opened."""
    if sandi != ulang:
        raise ValidationFailed([FieldIssue("ulang", "Kedua sandi berkas tidak sama. Ketik sekali lagi.")])
    periksa_sandi_baru(sandi)
    isi = json.dumps(objek, ensure_ascii=False, separators=(",", ":")).encode()
    garam = secrets.token_bytes(GARAM)
    arsip = _arsip(isi, _kunci(sandi, garam))
    sidik = hashlib.sha256(garam + arsip).digest()
    with tulis_aman(tujuan) as sementara:
        sementara.write_bytes(TANDA + garam + sidik + len(arsip).to_bytes(PANJANG, "big") + arsip)


def baca_wadah(berkas: Path, sandi: str) -> Any:
    """The object of an encrypted file. Raises SandiSalah, BerkasTerpotong, BerkasRusak, BerkasBermasalah."""
    garam, arsip = _buka_kepala(berkas)
    isi = _buka_arsip(arsip, _kunci(sandi, garam))
    try:
        return json.loads(isi)
    except (ValueError, RecursionError):
        raise _rusak() from None


def _buka_kepala(berkas: Path) -> tuple[bytes, bytes]:
    """Salt and archive, when the header vouches for them; the size is looked at before reading."""
    try:
        if berkas.stat().st_size > BERKAS_TERBESAR:
            raise BerkasBermasalah(f"{berkas.name} terlalu besar untuk berkas kegiatan lapangan.{_AMAN}")
        mentah = berkas.read_bytes()
    except OSError:
        raise BerkasBermasalah(f"{berkas.name} tidak ditemukan atau tidak dapat dibaca.{_AMAN}") from None
    if not mentah.startswith(TANDA):
        if mentah and TANDA.startswith(mentah[: len(TANDA)]):
            raise _terpotong()
        raise BerkasBermasalah(f"{berkas.name} bukan berkas kegiatan lapangan Desa App.{_AMAN}")
    if len(mentah) < KEPALA:
        raise _terpotong()
    awal = len(TANDA)
    garam = mentah[awal : awal + GARAM]
    sidik = mentah[awal + GARAM : awal + GARAM + SIDIK]
    panjang = int.from_bytes(mentah[KEPALA - PANJANG : KEPALA], "big")
    arsip = mentah[KEPALA:]
    if len(arsip) < panjang:
        raise _terpotong()
    if len(arsip) > panjang or hashlib.sha256(garam + arsip).digest() != sidik:
        raise _rusak()
    return garam, arsip


def _kunci(sandi: str, garam: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        sandi.encode(), garam, time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, type=Type.ID
    ).hex().encode()  # fmt: skip


def _arsip(isi: bytes, kunci: bytes) -> bytes:
    import pyzipper

    keluaran = io.BytesIO()
    with pyzipper.AESZipFile(
        keluaran, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as arsip:
        arsip.setpassword(kunci)
        arsip.setencryption(pyzipper.WZ_AES, nbits=256)
        arsip.writestr(NAMA_ISI, isi)
    return keluaran.getvalue()


def _buka_arsip(mentah: bytes, kunci: bytes) -> bytes:
    import pyzipper

    try:
        with pyzipper.AESZipFile(io.BytesIO(mentah)) as arsip:
            daftar = arsip.infolist()
            if len(daftar) != 1 or daftar[0].filename != NAMA_ISI or not daftar[0].flag_bits & 1:
                raise _rusak()
            arsip.setpassword(kunci)
            return _baca_terbatas(arsip, daftar[0])
    except RuntimeError as galat:
        if "password" in str(galat).lower():
            raise SandiSalah(
                f"Sandi berkas tidak cocok.{_AMAN} Tanyakan sandi itu kepada yang membuat berkasnya."
            ) from None
        raise _rusak() from None
    except (zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError,
            NotImplementedError):  # fmt: skip
        raise _rusak() from None


def _baca_terbatas(arsip: Any, bagian: Any) -> bytes:
    """Unpack and count: the size that the archive states is not believed."""
    isi = bytearray()
    with arsip.open(bagian) as aliran:
        while potong := aliran.read(_POTONG):
            isi += potong
            terlalu_mekar = len(isi) > RASIO_TERBESAR * max(bagian.compress_size, 20_000)
            if len(isi) > ISI_TERBESAR or terlalu_mekar:
                raise BerkasBermasalah(f"Isi berkas ini jauh lebih besar dari semestinya.{_AMAN}")
    return bytes(isi)


def _terpotong() -> BerkasTerpotong:
    return BerkasTerpotong(
        f"Berkas ini terpotong: penyalinannya belum selesai.{_AMAN} Salin ulang berkasnya."
    )


def _rusak() -> BerkasRusak:
    return BerkasRusak(
        f"Isi berkas ini rusak atau berubah sejak dibuat.{_AMAN} Buat atau salin ulang dari laptop asalnya."
    )
