"""*Cek surat*: is a code that stands on a letter ours, and whose letter number is it? Offline.

Shows only what may be public: valid or not, number, date, kind, initials, signer (surat.md 1.10).
"""

import datetime as dt
import hmac
import re
from dataclasses import dataclass

from sqlalchemy import Text, func, select, type_coerce
from sqlalchemy.orm import Session

from db.models import Setelan, Surat, VersiSurat
from desa_app.buku.validate import bersih
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.naskah import sidik_naskah
from desa_app.surat.penyusun import dengan_qr
from desa_app.surat.sandi_qr import berkelompok, kode_verifikasi
from desa_app.surat.terbit import KUNCI_RAHASIA, naskah_beku


@dataclass(frozen=True)
class HasilCek:
    """Verdict over a code."""

    sah: bool
    keterangan: str
    nomor: str = ""
    tanggal: dt.date | None = None
    jenis: str = ""
    inisial: str = ""
    penandatangan: str = ""


TIDAK_SAH = HasilCek(
    False, "Kode ini tidak berasal dari surat desa ini. Jangan diterima sebelum dipastikan ke kantor desa."
)


NOMOR_TIDAK_ADA = HasilCek(
    False, "Nomor itu tidak ada di register surat desa ini. Periksa ketikannya, termasuk garis miringnya."
)


def _inti(kode: str) -> str:
    return re.sub(r"[^A-Z2-7]", "", kode.upper())


@kasus(Izin.SURAT_BACA)
def cek_surat(k: Konteks, teks: str) -> HasilCek:
    """Check the text of a QR, or a code typed from paper (capitals and dashes do not matter)."""
    bagian = teks.strip().split(";")
    kode = _inti(bagian[-1])
    with k.baca() as sesi:
        rahasia = sesi.get(Setelan, KUNCI_RAHASIA)
        if rahasia is None or len(kode) != 12:
            return TIDAK_SAH
        # the frozen letter prints its code: only letters that print this one are worth recomputing
        tercetak = func.instr(type_coerce(VersiSurat.naskah, Text), berkelompok(kode)) > 0
        calon = (
            select(Surat, VersiSurat.versi)
            .join(VersiSurat, VersiSurat.surat_id == Surat.id)
            .where(Surat.urut.is_not(None), Surat.luar.is_(False), tercetak)
        )
        if len(bagian) == 5:
            calon = calon.where(Surat.nomor == bagian[2])
        for surat, versi in sesi.execute(calon.order_by(Surat.id.desc())):
            if _cocok(sesi, surat, versi, str(rahasia.nilai), kode):
                return _hasil(surat)
    return TIDAK_SAH


@kasus(Izin.SURAT_BACA)
def cek_nomor(k: Konteks, nomor: str) -> HasilCek:
    """Check a letter number against the register, for paper without a code."""
    with k.baca() as sesi:
        cari = select(Surat).where(Surat.urut.is_not(None), Surat.nomor == bersih(nomor))
        surat = sesi.scalar(cari.order_by(Surat.id.desc()).limit(1))
        return _hasil(surat) if surat else NOMOR_TIDAK_ADA


def _cocok(sesi: Session, surat: Surat, versi: int, rahasia: str, kode: str) -> bool:
    sidik = sidik_naskah(dengan_qr(naskah_beku(sesi, surat.id, versi), ""))
    asli = _inti(kode_verifikasi(rahasia, surat.nomor, surat.tanggal, surat.slug, sidik))
    return hmac.compare_digest(asli, kode)


def _hasil(surat: Surat) -> HasilCek:
    inisial = "".join(f"{kata[0]}." for kata in surat.subjek.split() if kata)
    sah = surat.status == "BERLAKU"
    kalimat = (
        "Surat ini sah dan tercatat di register." if sah else "Surat ini tercatat, tetapi SUDAH DIBATALKAN."
    )
    return HasilCek(sah, kalimat, surat.nomor, surat.tanggal, surat.nama_jenis, inisial, surat.penandatangan)
