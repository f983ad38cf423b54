"""B.4 Buku Penduduk Sementara: one row per visit, everybody present on any day of the month."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Kunjungan, Penduduk
from desa_app import kode
from desa_app.bahasa import nama_bulan, samarkan, tanggal_pendek
from desa_app.buku.bentuk import spec_buku
from desa_app.buku.cetak import BukuCetak
from desa_app.buku.paraf import OpsiCetak, buku_lengkap, pastikan_boleh_terbuka
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.mutasi import BarisBuku
from desa_app.waktu import akhir_bulan, awal_bulan

SPEC = spec_buku("B.4")


def kunjungan_bulan(sesi: Session, bulan: int) -> list[Any]:
    """Visits that touch a month, with the visitor's data, in order of arrival."""
    pernyataan = (
        select(Kunjungan, Penduduk)
        .join(Penduduk, Kunjungan.penduduk_id == Penduduk.id)
        .where(
            ~Kunjungan.batal,
            Kunjungan.tgl_datang <= akhir_bulan(bulan),
            or_(Kunjungan.tgl_pergi.is_(None), Kunjungan.tgl_pergi >= awal_bulan(bulan)),
        )
        .order_by(Kunjungan.tgl_datang, Kunjungan.id)
    )
    return list(sesi.execute(pernyataan))


def sel_kunjungan(kunjungan: Kunjungan, p: Penduduk, *, samar: bool) -> dict[str, str]:
    """Cells of a visit by column key."""
    identitas = p.nik or p.paspor or p.kitas
    wni = kode.wni_wna(p.warga_negara) == "WNI"
    return {
        "nama": p.nama,
        "jk_l": "L" if p.jk == "L" else "",
        "jk_p": "P" if p.jk == "P" else "",
        "no_identitas": samarkan(identitas) if samar else identitas,
        "ttl_umur": ", ".join(x for x in (p.tempat_lahir, tanggal_pendek(p.tanggal_lahir)) if x),
        "pekerjaan": kode.nama("pekerjaan", p.pekerjaan),
        "kebangsaan": "WNI" if wni else p.kebangsaan or "WNA",
        "keturunan": p.keturunan,
        "datang_dari": kunjungan.datang_dari,
        "maksud": kunjungan.maksud,
        "nama_alamat_didatangi": kunjungan.tuan_rumah,
        "tgl_datang": tanggal_pendek(kunjungan.tgl_datang),
        "tgl_pergi": tanggal_pendek(kunjungan.tgl_pergi),
        "ket": kunjungan.ket,
    }


def _baris_buku(sesi: Session, bulan: int, *, samar: bool) -> list[BarisBuku]:
    hasil = []
    for nomor, (kunjungan, p) in enumerate(kunjungan_bulan(sesi, bulan), 1):
        sel = sel_kunjungan(kunjungan, p, samar=samar)
        isi = (str(nomor), *(sel[kolom.kunci] or "-" for kolom in SPEC.kolom[1:]))
        hasil.append(BarisBuku(p.id, isi, kunjungan.id))
    return hasil


@kasus(Izin.BUKU_BACA)
def baris_sementara(k: Konteks, bulan: int) -> list[BarisBuku]:
    """B.4 of a month for the screen; `rujukan_id` is the visit."""
    with k.baca() as sesi:
        return _baris_buku(sesi, bulan, samar=False)


@dataclass(frozen=True)
class KunjunganTerbuka:
    """A visit without a departure, as pick lists show it."""

    id: int
    penduduk_id: int
    nama: str
    tgl_datang: dt.date
    datang_dari: str


@kasus(Izin.BUKU_BACA)
def kunjungan_terbuka(k: Konteks) -> list[KunjunganTerbuka]:
    """Visits that go on, by name."""
    with k.baca() as sesi:
        pernyataan = (
            select(Kunjungan.id, Penduduk.id, Penduduk.nama, Kunjungan.tgl_datang, Kunjungan.datang_dari)
            .join(Penduduk, Kunjungan.penduduk_id == Penduduk.id)
            .where(~Kunjungan.batal, Kunjungan.tgl_pergi.is_(None))
            .order_by(Penduduk.nama, Kunjungan.id)
        )
        return [KunjunganTerbuka(*b) for b in sesi.execute(pernyataan)]


@kasus(Izin.BUKU_BACA)
def cetak_sementara(k: Konteks, bulan: int, *, opsi: OpsiCetak | None = None) -> BukuCetak:
    """B.4 of a month; the same rows as on the screen."""
    opsi = opsi or OpsiCetak()
    pastikan_boleh_terbuka(opsi, k)
    with k.baca() as sesi:
        isi = [b.sel for b in _baris_buku(sesi, bulan, samar=opsi.samar)]
        tanggal = min(k.jam.hari_ini(), akhir_bulan(bulan))
        catatan = (f"Yang tinggal sementara pada {nama_bulan(bulan)}. {len(isi)} kunjungan.",)
        return buku_lengkap(sesi, SPEC, bulan, isi, tanggal, opsi=opsi, catatan=catatan)
