"""Letters written outside the program: their numbers enter the same series and the agenda."""

import datetime as dt

from sqlalchemy import select

from db.models import Surat
from desa_app.bahasa import tanggal_panjang
from desa_app.buku.validate import bersih
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.katalog import cari_jenis
from desa_app.surat.nomor import bentuk_nomor, deret_untuk
from desa_app.surat.setelan import setelan_surat
from desa_app.surat.terbit import catat_agenda


@kasus(Izin.SURAT_BUAT)
def catat_surat_luar(
    k: Konteks,
    slug: str,
    urut: int,
    tanggal: dt.date,
    subjek: str,
    keperluan: str = "",
    penandatangan: str = "",
) -> str:
    """Enter a number that was given by hand; returns the number as printed. A taken one is refused."""
    if urut < 1:
        raise ValidationFailed([FieldIssue("urut", "Nomor urut mulai dari 1.")])
    if not bersih(subjek):
        raise ValidationFailed([FieldIssue("subjek", "Nama orang yang diterangkan wajib diisi.")])
    with k.tulis("surat.luar") as t:
        jenis, setelan, identitas = cari_jenis(t.sesi, slug), setelan_surat(t.sesi), identitas_dari(t.sesi)
        kode = setelan.kode_tunggal or jenis.kode
        deret = deret_untuk(setelan, slug, kode)
        ada = t.sesi.scalar(
            select(Surat).where(
                Surat.tahun == tanggal.year, Surat.deret == deret, Surat.urut == urut, Surat.sisip == ""
            )
        )
        if ada is not None:
            raise DesaError(
                f"Nomor {urut} tahun {tanggal.year} sudah dipakai surat {ada.nomor} tanggal "
                f"{tanggal_panjang(ada.tanggal)}. Tidak ada yang disimpan. Periksa nomornya."
            )
        nomor = bentuk_nomor(
            setelan, kode=kode, kode_jenis=jenis.kode_lama or slug, kode_desa=identitas.kode, tanggal=tanggal,
            urut=urut,
        )  # fmt: skip
        surat = Surat(
            slug=slug,
            nama_jenis=jenis.nama,
            tahun=tanggal.year,
            deret=deret,
            urut=urut,
            nomor=nomor,
            kode=kode,
            tanggal=tanggal,
            subjek=bersih(subjek).upper(),
            keperluan=bersih(keperluan),
            penandatangan=bersih(penandatangan),
            bentuk="langsung",
            luar=True,
            dibuat=k.jam.sekarang(),
            pembuat=k.nama_pelaku,
        )
        t.sesi.add(surat)
        t.sesi.flush()
        catat_agenda(t.sesi, surat)
        t.catat(f"surat:{surat.id}", None, {"nomor": nomor, "luar": True})
        return nomor
