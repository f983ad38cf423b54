"""A letter about nobody, to show what the village's choices do before they are stored."""

from dataclasses import replace

from desa_app.desa import identitas_dari
from desa_app.errors import ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.katalog import cari_jenis
from desa_app.surat.naskah import Naskah
from desa_app.surat.nomor import bentuk_nomor
from desa_app.surat.penandatangan import penandatangan
from desa_app.surat.penyusun import Bahan, susun_naskah
from desa_app.surat.sandi_qr import isi_qr
from desa_app.surat.setelan import SetelanSurat, periksa
from desa_app.surat.subjek import Subjek

JENIS = "keterangan-domisili"
_KODE = "AAAA-BBBB-CCCC"
"""Stands where a letter has its verification code; no letter ever has this one."""


@kasus(Izin.PENGATURAN)
def contoh_surat(k: Konteks, setelan: SetelanSurat) -> Naskah:
    """A letter of domicile in the form of these choices, made up and marked as practice; nothing is stored.

    Raises ValidationFailed for choices that cannot be used, TanpaPejabat when nobody can sign.
    """
    if issues := periksa(setelan):
        raise ValidationFailed(issues)
    hari = k.jam.hari_ini()
    with k.baca() as sesi:
        identitas, jenis = identitas_dari(sesi), cari_jenis(sesi, JENIS)
        petugas = penandatangan(sesi, jenis, None, hari, identitas, setelan)
    nomor = bentuk_nomor(
        setelan, kode=setelan.kode_tunggal or jenis.kode, kode_jenis=jenis.kode_lama,
        kode_desa=identitas.kode, tanggal=hari, urut=1 if setelan.nomor_saat == "cetak" else None,
    )  # fmt: skip
    alamat = f"{identitas.sebutan_dusun} Contoh RT 001 RW 002, {identitas.sebutan_desa} {identitas.nama}"
    nilai = dict.fromkeys(("umur", "nama_ayah", "nama_ibu"), "") | {
        "nama": "NAMA WARGA", "nik": "0" * 16, "no_kk": "0" * 16, "dusun": "Contoh", "rt_rw": "RT 001 RW 002",
        "ttl": f"{identitas.kabupaten}, 1 Januari 1990",
        "jenis_kelamin": "Perempuan", "agama": "Islam", "status_perkawinan": "Kawin",
        "pekerjaan": "Wiraswasta", "kewarganegaraan": "Indonesia", "alamat": alamat,
    }  # fmt: skip
    bahan = Bahan(
        jenis=replace(jenis, kertas="", muat=""), identitas=identitas, setelan=setelan, subjek=Subjek(nilai),
        isian={"alamat_domisili": alamat, "keperluan": "contoh pengaturan surat"}, penandatangan=petugas,
        tanggal=hari, nomor=nomor, qr=isi_qr(identitas.kode, nomor, hari, _KODE) if setelan.qr else "",
    )  # fmt: skip
    return replace(susun_naskah(bahan), latihan=True)
