"""Covering letter to Dukcapil with the list of anomalies and duplicates, as DOCX, and the list as XLSX."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import update

from db.models import Temuan
from db.queries import pemeriksaan as kueri
from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.desa import identitas_dari
from desa_app.ekspor.tabel_xlsx import buku_xlsx, tulis_lembar
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pemeriksaan.hasil import aturan
from desa_app.pemeriksaan.temuan import STATUS, TemuanInfo, info_temuan
from desa_app.surat.docx_naskah import tulis_docx
from desa_app.surat.naskah import Daftar, Kertas, Naskah, Paragraf
from desa_app.surat.penandatangan import kepala_desa
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.setelan import setelan_surat

JUDUL = "SURAT PENGANTAR PERBAIKAN DATA KEPENDUDUKAN"
DALAM_SURAT = 40
"""Rows that the letter itself shows; the whole list goes along as an attachment."""
_JUDUL_LAMPIRAN = ("No", "NIK", "Nama", "Nomor KK", "Dusun", "Pemeriksaan", "Yang ditemukan")


@kasus(Izin.BUKU_UBAH)
def surat_perbaikan(k: Konteks, ids: Sequence[int], nomor: str, ke: Path, tujuan: str) -> int:
    """Write `ke` (.docx) and the list beside it (.xlsx, same name); the findings become "dikirim".

    NIK stand whole in both, because Dukcapil needs them: `tujuan` says to whom, the right to give out
    unmasked numbers is asked, and the export is noted. Returns the number of findings.
    """
    k.wajib(Izin.EKSPOR_TERBUKA)
    if not tujuan.strip():
        raise ValidationFailed([FieldIssue("tujuan", "Sebutkan dinas yang dituju.")])
    with k.tulis("pemeriksaan.surat_dukcapil") as t:
        semua = [info_temuan(b) for b in kueri.daftar_temuan(t.sesi, tuple(STATUS))]
        dipilih = [x for x in semua if x.id in set(ids)]
        if not dipilih:
            raise DesaError("Belum ada temuan yang dipilih untuk dikirim.")
        baris = [_baris(nomor_urut, x) for nomor_urut, x in enumerate(dipilih, 1)]
        naskah = _naskah(t, baris, nomor, tujuan.strip())
        siapa = k.nama_pelaku
        t.sesi.execute(
            update(Temuan)
            .where(Temuan.id.in_([x.id for x in dipilih]))
            .values(status="dikirim", alasan=tujuan.strip(), oleh=siapa, saat=k.jam.sekarang())
        )
        t.catat("temuan", None, {"dikirim": len(dipilih), "kepada": tujuan.strip(), "nomor": nomor})
        tulis_docx(naskah, ke.with_suffix(".docx"))
        with buku_xlsx(ke.with_suffix(".xlsx")) as buku:
            tulis_lembar(buku, "Lampiran", _JUDUL_LAMPIRAN, baris)
    return len(dipilih)


def _baris(urut: int, x: TemuanInfo) -> tuple[str, ...]:
    kalimat = aturan(x.kode).kalimat
    return (str(urut), x.nik or "-", x.nama or "-", x.no_kk or "-", x.dusun or "-", kalimat, x.uraian)


def _naskah(t: Transaksi, baris: Sequence[tuple[str, ...]], nomor: str, tujuan: str) -> Naskah:
    identitas, setelan = identitas_dari(t.sesi), setelan_surat(t.sesi)
    hari_ini = t.konteks.jam.hari_ini()
    desa = f"{identitas.sebutan_desa} {identitas.nama}"
    penutup = "Demikian surat pengantar ini kami sampaikan. Atas bantuan Saudara kami ucapkan terima kasih."
    selebihnya = len(baris) - DALAM_SURAT
    catatan = (
        f" {bilangan(selebihnya)} baris selebihnya ada pada lampiran lembar kerja." if selebihnya > 0 else ""
    )
    return Naskah(
        kertas=Kertas(), kop=susun_kop(identitas, setelan), judul=JUDUL, nomor=nomor,
        blok=(
            Paragraf(f"Kepada Yth. {tujuan}", "pembuka"),
            Paragraf(
                f"Bersama ini kami sampaikan {bilangan(len(baris))} data penduduk {desa} yang menurut "
                "pemeriksaan kami anomali atau ganda, untuk diperiksa dan diperbaiki sesuai kewenangan "
                f"Saudara.{catatan}"
            ),
            Daftar(
                ("No", "NIK", "Nama", "Yang ditemukan"), (7, 22, 28, 43),
                tuple((b[0], b[1], b[2], b[6]) for b in baris[:DALAM_SURAT]),
            ),
            Paragraf(penutup, "penutup"),
        ),
        tempat_tanggal=f"{identitas.nama}, {tanggal_panjang(hari_ini)}",
        ttd=kepala_desa(t.sesi, hari_ini, identitas, setelan).blok, latihan=identitas.latihan,
        penulis=desa, tanggal=hari_ini.isoformat(),
    )  # fmt: skip
