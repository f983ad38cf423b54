"""After the draft: paraf, signature, number given afterwards, hand-over (surat.md 5.2, steps 4 to 8)."""

import datetime as dt

from sqlalchemy import select

from db.models import Surat
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import muat_permohonan, pindahkan_status
from desa_app.surat.katalog import cari_jenis
from desa_app.surat.nomor import ambil_nomor
from desa_app.surat.permohonan import PermohonanInfo, info
from desa_app.surat.setelan import setelan_surat
from desa_app.surat.terbit import SuratJadi, beri_nomor, buka_surat, catat_agenda


@kasus(Izin.SURAT_BUAT, Izin.SURAT_SETUJU_AN)
def paraf(k: Konteks, permohonan_id: int) -> PermohonanInfo:
    """The draft was paraphed by those below the signer."""
    with k.tulis("surat.paraf") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        pindahkan_status(t, permohonan, "DIPARAF")
        t.catat(f"permohonan:{permohonan_id}", "KONSEP", "DIPARAF")
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT, Izin.SURAT_SETUJU_AN)
def kembalikan_konsep(k: Konteks, permohonan_id: int, alasan: str) -> PermohonanInfo:
    """Send a paraphed draft back with a reason."""
    if not bersih(alasan):
        raise DesaError("Tulis alasan pengembalian. Data tidak berubah.")
    with k.tulis("surat.kembalikan") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        pindahkan_status(t, permohonan, "KONSEP", bersih(alasan))
        t.catat(f"permohonan:{permohonan_id}", "DIPARAF", "KONSEP")
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT, Izin.SURAT_SETUJU, Izin.SURAT_SETUJU_AN)
def tandatangani(k: Konteks, permohonan_id: int) -> PermohonanInfo:
    """The wet signature is on the letter; a number given at printing is confirmed and it is ready.

    Where signatures are recorded apart only the Kades may say so, or the Sekdes for letters a.n.
    """
    with k.tulis("surat.tandatangan") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        surat = t.sesi.scalar(
            select(Surat).where(Surat.permohonan_id == permohonan_id, Surat.status != "BATAL")
        )
        if surat is None:
            raise DesaError("Surat permohonan ini belum dibuat. Data tidak berubah.")
        if setelan_surat(t.sesi).verifikasi:
            k.wajib(
                *((Izin.SURAT_SETUJU, Izin.SURAT_SETUJU_AN) if surat.bentuk == "an" else (Izin.SURAT_SETUJU,))
            )
        lama = permohonan.status
        pindahkan_status(t, permohonan, "DITANDATANGANI")
        if surat.urut is not None:
            pindahkan_status(t, permohonan, "DINOMORI")
            pindahkan_status(t, permohonan, "SIAP_DIAMBIL")
        t.catat(f"surat:{surat.id}", lama, permohonan.status)
        t.sesi.flush()
        return info(t.sesi, permohonan)


@kasus(Izin.SURAT_BUAT)
def nomori(k: Konteks, permohonan_id: int, tanggal: dt.date | None = None) -> SuratJadi:
    """Give the number after signing (nomor_saat = setelah_ttd); it also enters the agenda."""
    with k.tulis("surat.nomor") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        surat = t.sesi.scalar(
            select(Surat).where(Surat.permohonan_id == permohonan_id, Surat.status == "KONSEP")
        )
        if surat is None:
            raise DesaError("Tidak ada surat yang menunggu nomor pada permohonan ini. Data tidak berubah.")
        jenis, setelan, identitas = (
            cari_jenis(t.sesi, surat.slug), setelan_surat(t.sesi), identitas_dari(t.sesi)
        )  # fmt: skip
        nomor = ambil_nomor(
            t.sesi, setelan, slug=surat.slug, kode=jenis.kode, kode_jenis=jenis.kode_lama or jenis.slug,
            kode_desa=identitas.kode, tanggal=tanggal or surat.tanggal,
        )  # fmt: skip
        beri_nomor(t, surat, nomor)
        catat_agenda(t.sesi, surat)
        pindahkan_status(t, permohonan, "DINOMORI")
        pindahkan_status(t, permohonan, "SIAP_DIAMBIL")
        t.catat(f"surat:{surat.id}", None, {"nomor": nomor.teks})
        surat_id = surat.id
    return buka_surat(k, surat_id)


@kasus(Izin.SURAT_BUAT)
def serahkan(k: Konteks, permohonan_id: int, penerima: str, hubungan: str = "") -> PermohonanInfo:
    """The letter was handed over: who took it and how that person is related."""
    if not bersih(penerima):
        raise DesaError("Tulis nama yang mengambil surat. Data tidak berubah.")
    with k.tulis("surat.serah") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        pindahkan_status(t, permohonan, "DISERAHKAN", f"diambil {bersih(penerima)}")
        permohonan.penerima, permohonan.hubungan_penerima = bersih(penerima), bersih(hubungan)
        t.catat(f"permohonan:{permohonan_id}", "SIAP_DIAMBIL", {"penerima": bersih(penerima)})
        t.sesi.flush()
        return info(t.sesi, permohonan)
