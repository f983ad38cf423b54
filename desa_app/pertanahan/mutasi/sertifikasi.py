"""Sertifikasi: the land office issues a certificate; right, number and perhaps the measured area change."""

from collections.abc import Mapping
from typing import Any

from db.models.tanah import KOLOM_GUNA, KOLOM_JENIS, KOLOM_OLEH
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.isian import BERSERTIFIKAT, bersihkan
from desa_app.pertanahan.luas import baca_luas, bagi_satu
from desa_app.pertanahan.mutasi.bagian import hari_acara, salah, uraikan
from desa_app.pertanahan.pencatat import Kolom, Pencatat


@kasus(Izin.BUKU_UBAH)
def sertifikasi(k: Konteks, isi: Mapping[str, Any], *, bidang_id: int) -> int:
    """Enter the certificate (`hak`, `no_sertifikat`, optionally the measured `luas`); returns the act's id.

    The evidence of the parcel is complete from then on.
    """
    tanggal, dasar = hari_acara(k.jam.hari_ini(), isi)
    hak, nomor = str(isi.get("hak") or "").upper(), str(isi.get("no_sertifikat") or "").strip()
    if hak not in BERSERTIFIKAT:
        raise salah("hak", f"Hak sertifikat diisi salah satu dari {', '.join(sorted(BERSERTIFIKAT))}.")
    if not nomor:
        raise salah("no_sertifikat", "Nomor sertifikat wajib diisi.")
    with k.tulis("tanah.sertifikasi") as t:
        pencatat = Pencatat(t, "sertifikasi", tanggal)
        uraian = sertifikatkan(pencatat, bidang_id, hak, nomor, isi.get("luas"))
        return pencatat.selesai(uraian, dasar=dasar, ket=str(isi.get("ket") or ""))


def sertifikatkan(pencatat: Pencatat, bidang_id: int, hak: str, nomor: str, luas: object = None) -> str:
    """The certificate itself inside an act; returns how it reads in the books."""
    kolom, bagian = pencatat.baca(bidang_id)
    if luas:
        kolom = _ukur(kolom, luas)
    baru = {
        "hak": hak, "no_sertifikat": nomor, "bukti_lengkap": True,
        "bukti_alasan": f"Sertifikat {hak} {nomor}",
    }  # fmt: skip
    kolom = bersihkan(pencatat.sesi, baru, tkd=bool(kolom["tkd"]), asal=kolom)
    pencatat.ubah(bidang_id, kolom, bagian)
    return uraikan("sertifikasi", pencatat.tanggal, f"{hak} {nomor}")


def _ukur(kolom: Kolom, luas: object) -> Kolom:
    """The measured area, with every group of areas stretched to it in proportion."""
    try:
        baru = baca_luas(luas)
    except ValueError as galat:
        raise salah("luas", f"Luas: {galat}.") from None
    if baru == 0:
        raise salah("luas", "Luas harus lebih dari nol.")
    hasil = {**kolom, "luas": baru}
    for nama in (KOLOM_GUNA, *((KOLOM_OLEH, KOLOM_JENIS) if kolom["tkd"] else ())):
        hasil |= dict(zip(nama, bagi_satu(baru, [kolom[x] for x in nama]), strict=True))
    for tanda in ("patok_ada", "papan_ada"):
        hasil[tanda] = bagi_satu(baru, [kolom[tanda], kolom["luas"] - kolom[tanda]])[0]
    return hasil
