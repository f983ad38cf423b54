"""What stands around every book: title with the book's month, letterhead, signatures, small notes."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Pejabat
from desa_app.bahasa import BULAN, tanggal_panjang
from desa_app.buku.cetak import BukuCetak, BukuSpec, KopBuku, TandaTangan, di_kertas
from desa_app.desa import JABATAN, IdentitasDesa, PejabatInfo, identitas_dari, pejabat_dari, pejabat_pada
from desa_app.kasus import Konteks
from desa_app.keamanan.peran import Izin

AWALAN = {"definitif": "", "pj": "Pj. ", "plt": "Plt. ", "plh": "Plh. "}


@dataclass(frozen=True)
class OpsiCetak:
    """What the office chooses for one print; the defaults are those of the regulation."""

    samar: bool = False
    """Mask NIK and KK numbers."""
    tanggal: dt.date | None = None
    """Day of signing; None: the last day of the book's month, or today in the running month."""
    kiri_id: int | None = None
    """Official on the left ("MENGETAHUI"); None: the Kepala Desa of that day."""
    kanan_id: int | None = None
    """Official on the right; None: the Sekretaris Desa of that day."""
    kop: bool = True
    kertas: str = ""
    """F4, A4 or A3; empty: the book's usual paper."""


def pastikan_boleh_terbuka(opsi: OpsiCetak, k: Konteks) -> None:
    """Raise TidakBerwenang when whole NIK are asked for by somebody who may only print them masked."""
    if not opsi.samar:
        k.wajib(Izin.EKSPOR_TERBUKA)


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


def tanda_tangan(
    sesi: Session, desa: IdentitasDesa, tanggal: dt.date, opsi: OpsiCetak | None = None
) -> TandaTangan:
    """Signature block of the regulation: Kepala Desa left ("MENGETAHUI"), Sekretaris Desa right,
    unless `opsi` names other officials."""
    opsi = opsi or OpsiCetak()
    kiri = _pejabat(sesi, opsi.kiri_id) or pejabat_pada(sesi, "kades", tanggal)
    kanan = _pejabat(sesi, opsi.kanan_id) or pejabat_pada(sesi, "sekdes", tanggal)
    return TandaTangan(
        kiri=("MENGETAHUI", _jabatan(kiri, "kades", desa)),
        nama_kiri=_nama(kiri),
        kanan=(f"{desa.nama.upper()}, {tanggal_panjang(tanggal)}", _jabatan(kanan, "sekdes", desa)),
        nama_kanan=_nama(kanan),
    )


def _pejabat(sesi: Session, pejabat_id: int | None) -> PejabatInfo | None:
    pejabat = sesi.get(Pejabat, pejabat_id) if pejabat_id else None
    return pejabat_dari(pejabat) if pejabat else None


def _jabatan(pejabat: PejabatInfo | None, bawaan: str, desa: IdentitasDesa) -> str:
    """Post as printed over a signature, in the words of this village and with Pj., Plt. or Plh."""
    kunci = pejabat.jabatan if pejabat else bawaan
    awalan = AWALAN[pejabat.bentuk] if pejabat else ""
    jabatan = JABATAN | {"kades": desa.sebutan_kepala}
    sebutan = jabatan[kunci] if kunci == "kades" else jabatan[kunci].replace("Desa", desa.sebutan_desa)
    tempat = f" {desa.nama}" if kunci in {"kades", "sekdes"} else ""
    return f"{awalan}{(sebutan + tempat).upper()}"


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
    opsi: OpsiCetak | None = None,
    jumlah: tuple[str, ...] | None = None,
    catatan: tuple[str, ...] = (),
) -> BukuCetak:
    """A book with everything around its rows. `tanggal` is the usual day of signing."""
    opsi = opsi or OpsiCetak()
    desa = identitas_dari(sesi)
    return BukuCetak(
        spec=di_kertas(spec, opsi.kertas or spec.kertas), judul=judul_buku(spec, bulan), baris=baris,
        jumlah=jumlah, kop=kop_buku(desa) if opsi.kop else None,
        ttd=tanda_tangan(sesi, desa, opsi.tanggal or tanggal, opsi), catatan=catatan, latihan=desa.latihan,
        kepala_halaman=f"{spec.kode} {spec.nama}",
    )  # fmt: skip
