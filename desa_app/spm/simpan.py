"""Writing SPM reports to files, for the screens and the command line alike."""

from collections.abc import Callable
from pathlib import Path

from desa_app.buku.cetak import BukuCetak
from desa_app.ekspor.pelukis import Pelukis
from desa_app.errors import BerkasBermasalah
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.keputusan import keputusan_spm
from desa_app.spm.laporan import laporan_spm, lembar_indikator, tabel_laporan_spm
from desa_app.spm.periode import Periode
from desa_app.spm.rekap import laporan_triwulan, rekap_surat
from desa_app.spm.standar import poster_standar
from desa_app.surat.elemen import NaskahBebas
from desa_app.surat.naskah import Naskah

NASKAH: dict[str, Callable[[Konteks, Periode], Naskah | NaskahBebas]] = {
    "spm": laporan_spm,
    "indikator": lambda k, periode: lembar_indikator(k, periode.keadaan(k.jam.hari_ini())),
    "keputusan": lambda k, _: keputusan_spm(k),
}
"""Reports that are written as a document (.docx, .pdf)."""
TABEL: dict[str, Callable[[Konteks, Periode], BukuCetak]] = {
    "spm": tabel_laporan_spm,
    "triwulan": laporan_triwulan,
    "surat": rekap_surat,
    "standar": lambda k, _: poster_standar(k),
}
"""Reports that are written as a table (.xlsx, and .docx, .pdf where there is no document)."""
NAMA = {
    "spm": "Laporan SPM Desa",
    "indikator": "Indikator SPM satu halaman",
    "triwulan": "Laporan triwulan",
    "surat": "Rekapitulasi surat cepat dan lambat",
    "keputusan": "Keputusan Kepala Desa tentang SPM Desa",
    "standar": "Standar pelayanan untuk papan pengumuman",
}
"""Reports by key, as people read them."""


def akhiran(jenis: str) -> tuple[str, ...]:
    """File endings that a report can be written with."""
    dokumen = (".docx", ".pdf") if jenis in NASKAH else ()
    tabel = (".xlsx",) if jenis in NASKAH else (".pdf", ".xlsx", ".docx")
    return (*dokumen, *(tabel if jenis in TABEL else ()))


@kasus(Izin.INDIKATOR_BACA)
def simpan_laporan(
    k: Konteks, jenis: str, periode: Periode, tujuan: Path, pelukis: Callable[[], Pelukis]
) -> None:
    """Write a report; the ending of the file decides its kind."""
    bentuk = tujuan.suffix.lower()
    if bentuk not in akhiran(jenis):
        raise BerkasBermasalah(
            f"{NAMA[jenis]} dapat disimpan sebagai {', '.join(akhiran(jenis))}. Belum ada berkas yang dibuat."
        )
    if jenis in NASKAH and bentuk != ".xlsx":
        _tulis_naskah(NASKAH[jenis](k, periode), tujuan, pelukis)
        return
    from desa_app.ekspor.buku import simpan_buku

    simpan_buku(TABEL[jenis](k, periode), tujuan, pelukis)


def _tulis_naskah(naskah: Naskah | NaskahBebas, tujuan: Path, pelukis: Callable[[], Pelukis]) -> None:
    if tujuan.suffix.lower() == ".pdf":
        pelukis().naskah_ke_pdf(naskah, tujuan)
        return
    from desa_app.surat.docx_naskah import tulis_docx

    tulis_docx(naskah, tujuan)
