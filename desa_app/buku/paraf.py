"""What stands around every book: title with the book's month, letterhead, signatures, small notes."""

import datetime as dt

from sqlalchemy.orm import Session

from desa_app.bahasa import BULAN, tanggal_panjang
from desa_app.buku.cetak import BukuCetak, BukuSpec, KopBuku, TandaTangan
from desa_app.desa import IdentitasDesa, PejabatInfo, identitas_dari, pejabat_pada

AWALAN = {"definitif": "", "pj": "Pj. ", "plt": "Plt. ", "plh": "Plh. "}


def judul_buku(spec: BukuSpec, bulan: int) -> tuple[str, ...]:
    """Title lines with the month of the book, never today's."""
    isi = {"BULAN": BULAN[bulan % 100 - 1].upper(), "TAHUN": str(bulan // 100)}
    return tuple(baris.format(**isi) for baris in spec.judul)


def kop_buku(desa: IdentitasDesa) -> KopBuku:
    """Letterhead: kabupaten, kecamatan, desa."""
    return KopBuku(
        (
            f"PEMERINTAH {desa.sebutan_kabupaten} {desa.kabupaten}".upper(),
            f"{desa.sebutan_kecamatan} {desa.kecamatan}".upper(),
            f"{desa.sebutan_desa} {desa.nama}".upper(),
        ),
        desa.lambang,
    )


def tanda_tangan(sesi: Session, desa: IdentitasDesa, tanggal: dt.date) -> TandaTangan:
    """Signature block of the regulation: Kepala Desa left ("MENGETAHUI"), Sekretaris Desa right."""
    kades, sekdes = pejabat_pada(sesi, "kades", tanggal), pejabat_pada(sesi, "sekdes", tanggal)
    nama_desa = desa.nama.upper()
    kepala = f"{AWALAN[kades.bentuk] if kades else ''}{desa.sebutan_kepala.upper()} {nama_desa}"
    carik = f"{AWALAN[sekdes.bentuk] if sekdes else ''}SEKRETARIS {desa.sebutan_desa.upper()} {nama_desa}"
    return TandaTangan(
        kiri=("MENGETAHUI", kepala),
        nama_kiri=_nama(kades),
        kanan=(f"{nama_desa}, {tanggal_panjang(tanggal)}", carik),
        nama_kanan=_nama(sekdes),
    )


def _nama(pejabat: PejabatInfo | None) -> tuple[str, ...]:
    if pejabat is None:
        return ("........................................",)
    label = "NIP" if len(pejabat.nip.replace(" ", "")) == 18 else "NIPD"
    return (pejabat.nama, *((f"{label} {pejabat.nip}",) if pejabat.nip else ()))


def buku_lengkap(
    sesi: Session,
    spec: BukuSpec,
    bulan: int,
    baris: list[tuple[str, ...]],
    tanggal: dt.date,
    *,
    jumlah: tuple[str, ...] | None = None,
    catatan: tuple[str, ...] = (),
) -> BukuCetak:
    """A book with everything around its rows. `tanggal` is the day of signing."""
    desa = identitas_dari(sesi)
    return BukuCetak(
        spec=spec, judul=judul_buku(spec, bulan), baris=baris, jumlah=jumlah, kop=kop_buku(desa),
        ttd=tanda_tangan(sesi, desa, tanggal), catatan=catatan, latihan=desa.latihan,
        kepala_halaman=f"{spec.kode} {spec.nama}",
    )  # fmt: skip
