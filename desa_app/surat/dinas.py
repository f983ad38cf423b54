"""Letters and papers of the office that are no surat keterangan: surat dinas, surat tugas, berita acara."""

import datetime as dt

from sqlalchemy.orm import Session

from desa_app.bahasa import tanggal_panjang
from desa_app.desa import IdentitasDesa, identitas_dari, pejabat_pada
from desa_app.surat.muat import muat_satu_halaman
from desa_app.surat.naskah import (
    KOSONG_NOMOR,
    BarisJabatan,
    Blok,
    BlokTtd,
    KepalaDinas,
    Naskah,
)
from desa_app.surat.penandatangan import AWALAN, nama_cetak
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.setelan import setelan_surat


def ttd_kades(sesi: Session, identitas: IdentitasDesa, tanggal: dt.date) -> BlokTtd:
    """Signature of the Kepala Desa in office; a rule to write on when nobody is."""
    kades = pejabat_pada(sesi, "kades", tanggal)
    jabatan = f"{identitas.sebutan_kepala} {identitas.nama},".upper()
    if kades is None:
        return BlokTtd(jabatan=(BarisJabatan(jabatan),))
    gaya = setelan_surat(sesi).gaya_nama
    penuh = gaya == "kapital_tebal_garisbawah"
    return BlokTtd(
        jabatan=(BarisJabatan(jabatan, AWALAN.get(kades.bentuk, "")),), nama=nama_cetak(kades.nama, gaya),
        bawah=(f"NIP {kades.nip}",) if kades.nip else (), tebal=penuh, garis=penuh,
    )  # fmt: skip


def susun_dinas(
    sesi: Session, *, judul: str, blok: tuple[Blok, ...], tanggal: dt.date, nomor: str = "",
    dinas: KepalaDinas | None = None, ttd: BlokTtd | None = None, ttd_kiri: BlokTtd | None = None,
    saksi: tuple[str, ...] = (), tembusan: tuple[str, ...] = (), label_nomor: str = "Nomor:",
) -> Naskah:  # fmt: skip
    """A paper with the village's letterhead, by default signed by the Kepala Desa.

    Without `nomor` its place stays blank for the number of the agenda.
    """
    identitas, s = identitas_dari(sesi), setelan_surat(sesi)
    naskah = Naskah(
        kertas=s.lembar(), kop=susun_kop(identitas, s), judul=judul, judul_tebal=s.judul_tebal,
        judul_garis=s.judul_garis, judul_ukuran=s.judul_ukuran, stempel_kanan=s.stempel_sisi == "kanan",
        label_nomor=label_nomor, blok=blok, dinas=dinas,
        nomor=nomor or f"{KOSONG_NOMOR}{KOSONG_NOMOR}/{tanggal.year}",
        tempat_tanggal=f"{identitas.nama}, {tanggal_panjang(tanggal)}",
        ttd=ttd or ttd_kades(sesi, identitas, tanggal), ttd_kiri=ttd_kiri, saksi=saksi, tembusan=tembusan,
        latihan=identitas.latihan, penulis=f"Pemerintah {identitas.sebutan_desa} {identitas.nama}",
        tanggal=tanggal.isoformat(),
    )  # fmt: skip
    return muat_satu_halaman(naskah, "kecil" if s.boleh_kecil else "rapat")


def camat(identitas: IdentitasDesa) -> tuple[str, ...]:
    """The Camat as addressee."""
    return (f"Camat {identitas.kecamatan}", "di Tempat")
