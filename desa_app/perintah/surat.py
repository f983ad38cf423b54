"""`surat`: one letter from the request to the file."""

import argparse
import datetime as dt
from pathlib import Path

from desa_app.buku.validate import baca_tanggal
from desa_app.perintah.panggilan import MasukanDitolak, Panggilan
from desa_app.surat.permohonan import PermohonanBaru, SyaratKurang
from desa_app.surat.terbit import terbitkan_langsung

BANTUAN = "Membuat satu surat keterangan untuk seorang penduduk."


def isian(pembaca: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    pembaca.add_argument("slug", metavar="SLUG", help="jenis surat, lihat perintah surat-daftar")
    pembaca.add_argument("--nik", required=True, metavar="NIK", help="NIK orang yang diterangkan")
    pembaca.add_argument(
        "--isian", action="append", default=[], metavar="NAMA=NILAI", help="isian jenis surat"
    )
    pembaca.add_argument(
        "--bidang", type=int, metavar="NOMOR", help="isi surat pertanahan dari bidang tanah ini"
    )
    pembaca.add_argument("--syarat-lengkap", action="store_true", help="semua berkas wajib sudah dilihat")
    pembaca.add_argument("--tanggal", metavar="YYYY-MM-DD", help="tanggal surat (bawaan: hari ini)")
    pembaca.add_argument("--penandatangan", default="", metavar="KUNCI", help="misalnya sekretaris_desa_an")
    pembaca.add_argument("--ke", required=True, metavar="BERKAS", help="berkas .docx atau .pdf")
    pembaca.add_argument("--json", action="store_true", help="jawaban sebagai objek JSON")


def baca_isian_kata(kata: list[str]) -> dict[str, str]:
    """`nama=nilai` words as a mapping. Raises MasukanDitolak."""
    hasil = {}
    for satu in kata:
        nama, sama, nilai = satu.partition("=")
        if not sama or not nama.strip():
            raise MasukanDitolak(f"Tulis isian sebagai nama=nilai, bukan “{satu}”.")
        hasil[nama.strip()] = nilai
    return hasil


def baca_tanggal_kata(teks: str | None) -> dt.date | None:
    """A date word, or None. Raises MasukanDitolak."""
    try:
        return baca_tanggal(teks) if teks else None
    except ValueError as galat:
        raise MasukanDitolak(f"Tanggal: {galat}.") from None


def _dari_bidang(p: Panggilan) -> dict[str, object]:
    """Fields that the parcel knows; what is typed goes before them."""
    if p.args.bidang is None:
        return {}
    from desa_app.pertanahan.isian_surat import JENIS_SURAT, isian_dari_bidang

    if p.args.slug not in JENIS_SURAT:
        raise MasukanDitolak(f"--bidang hanya untuk surat pertanahan: {', '.join(JENIS_SURAT)}.")
    return isian_dari_bidang(p.konteks, p.args.slug, p.args.bidang)


def jalan(p: Panggilan) -> int:
    """Store the request; write the letter when its papers are complete, else say what is missing."""
    tujuan = Path(p.args.ke)
    if tujuan.suffix.lower() not in {".docx", ".pdf"}:
        raise MasukanDitolak("Berkas surat harus berakhiran .docx atau .pdf.")
    if not tujuan.parent.is_dir():
        raise MasukanDitolak(f"Folder {tujuan.parent} tidak ada. Surat belum dibuat.")
    masukan = PermohonanBaru(
        slug=p.args.slug, nik=p.args.nik, isian={**_dari_bidang(p), **baca_isian_kata(p.args.isian)},
        semua_syarat_ada=p.args.syarat_lengkap, penandatangan=p.args.penandatangan,
    )  # fmt: skip
    hasil = terbitkan_langsung(p.konteks, masukan, tanggal=baca_tanggal_kata(p.args.tanggal))
    if hasil.surat is None:
        kurang = [{"kode": s.kode, "nama": s.nama, "keadaan": s.keadaan} for s in hasil.kurang]
        if p.args.json:
            p.tulis("", {"permohonan": hasil.nomor_permohonan, "nomor": None, "kurang": kurang})
        raise SyaratKurang(hasil.kalimat_kurang)
    surat = hasil.surat
    if tujuan.suffix.lower() == ".docx":
        from desa_app.surat.docx_naskah import tulis_docx

        tulis_docx(surat.naskah, tujuan)
    else:
        p.pelukis().naskah_ke_pdf(surat.naskah, tujuan)
    objek = {
        "permohonan": hasil.nomor_permohonan, "nomor": surat.nomor, "tanggal": surat.tanggal.isoformat(),
        "jenis": surat.slug, "berkas": str(tujuan), "penyesuaian": list(surat.naskah.penyesuaian),
    }  # fmt: skip
    p.tulis(f"Surat nomor {surat.nomor} ditulis ke {tujuan}.", objek)
    return 0
