"""Laporan bulanan to Disdukcapil: B.3 and B.2 of a month with a covering letter, and when it was sent."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.models import Setelan
from desa_app.bahasa import bilangan, nama_bulan, tanggal_panjang
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.desa import IdentitasDesa, identitas_dari, pejabat_pada
from desa_app.errors import DesaError, FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.kependudukan.hitung import angka_kunci, rekap
from desa_app.surat.naskah import BarisJabatan, BlokTtd, Daftar, Kertas, Naskah, Paragraf, Rincian
from desa_app.surat.penandatangan import AWALAN, nama_cetak
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.setelan import setelan_surat
from desa_app.waktu import awal_bulan

KUNCI = "laporan_bulanan"
KIRIM = RecordSpec(
    key="kirim",
    fields=(
        FieldSpec(key="nomor", label="Nomor surat pengantar", required=True),
        FieldSpec(key="tanggal", label="Tanggal surat", kind=Kind.DATE, required=True),
        FieldSpec(key="kepada", label="Kepada", required=True),
        FieldSpec(key="dikirim", label="Tanggal dikirim", kind=Kind.DATE,
                  hint="diisi bila sudah dikirim atau diantar"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class LaporanBulanan:
    """The covering letter of one month and its dispatch; `dikirim` is None until it was sent."""

    bulan: int
    nomor: str
    tanggal: dt.date
    kepada: str
    dikirim: dt.date | None = None
    oleh: str = ""


def _semua(sesi: Session) -> dict[str, Any]:
    baris = sesi.get(Setelan, KUNCI)
    return dict(baris.nilai) if baris else {}


def _dari(isi: Mapping[str, Any]) -> LaporanBulanan:
    dikirim = dt.date.fromisoformat(isi["dikirim"]) if isi["dikirim"] else None
    return LaporanBulanan(
        isi["bulan"], isi["nomor"], dt.date.fromisoformat(isi["tanggal"]), isi["kepada"], dikirim, isi["oleh"]
    )


@kasus(Izin.BUKU_BACA)
def baca_laporan(k: Konteks, bulan: int) -> LaporanBulanan:
    """The report of a month as noted; a fresh one when nothing was noted yet."""
    with k.baca() as sesi:
        if isi := _semua(sesi).get(str(bulan)):
            return _dari(isi)
        desa = identitas_dari(sesi)
        kepada = f"Kepala Dinas Kependudukan dan Pencatatan Sipil {desa.sebutan_kabupaten} {desa.kabupaten}"
        return LaporanBulanan(bulan, "", k.jam.hari_ini(), kepada)


@kasus(Izin.BUKU_BACA)
def daftar_laporan(k: Konteks) -> list[LaporanBulanan]:
    """Reports noted so far, the newest month first."""
    with k.baca() as sesi:
        return [_dari(isi) for _, isi in sorted(_semua(sesi).items(), reverse=True)]


@kasus(Izin.TUTUP_BUKU)
def catat_laporan(k: Konteks, bulan: int, mentah: Mapping[str, object]) -> LaporanBulanan:
    """Note number and date of the covering letter and, when known, of the dispatch."""
    nilai = validate(KIRIM, {f.key: mentah.get(f.key) for f in KIRIM.fields})
    tanggal, dikirim = nilai["tanggal"], nilai["dikirim"]
    assert isinstance(tanggal, dt.date)  # noqa: S101  required by the description
    issues = []
    if isinstance(dikirim, dt.date) and not tanggal <= dikirim <= k.jam.hari_ini():
        issues.append(FieldIssue("dikirim", "Tanggal dikirim sebelum tanggal surat atau sesudah hari ini."))
    if tanggal < awal_bulan(bulan):
        issues.append(FieldIssue("tanggal", f"Tanggal surat sebelum {nama_bulan(bulan)}."))
    if issues:
        raise ValidationFailed(issues)
    laporan = LaporanBulanan(
        bulan, str(nilai["nomor"]), tanggal, str(nilai["kepada"]),
        dikirim if isinstance(dikirim, dt.date) else None, k.nama_pelaku,
    )  # fmt: skip
    with k.tulis("laporan.bulanan") as t:
        simpan_bulanan(t, laporan)
    return laporan


def simpan_bulanan(t: Transaksi, laporan: LaporanBulanan) -> None:
    """Store what was noted about a month, inside an open change."""
    isi = {kunci: v.isoformat() if isinstance(v, dt.date) else v for kunci, v in asdict(laporan).items()}
    semua, bulan = _semua(t.sesi), str(laporan.bulan)
    baris = t.sesi.get(Setelan, KUNCI)
    if baris is None:
        t.sesi.add(Setelan(kunci=KUNCI, nilai={bulan: isi}))
    else:
        baris.nilai = {**semua, bulan: isi}
    t.catat(f"laporan:{bulan}", semua.get(bulan), isi)


@kasus(Izin.BUKU_BACA)
def surat_pengantar(k: Konteks, laporan: LaporanBulanan) -> Naskah:
    """The covering letter with what it sends and the month's figures."""
    with k.baca() as sesi:
        desa, setelan = identitas_dari(sesi), setelan_surat(sesi)
        angka = rekap(sesi, laporan.bulan)[-1].angka
        return Naskah(
            kertas=Kertas(nama=setelan.kertas), kop=susun_kop(desa, setelan), judul="SURAT PENGANTAR",
            nomor=laporan.nomor, blok=_blok(laporan, desa, angka),
            tempat_tanggal=f"{desa.nama}, {tanggal_panjang(laporan.tanggal)}",
            ttd=_ttd(sesi, desa, laporan.tanggal, setelan.gaya_nama),
            latihan=desa.latihan, tanggal=laporan.tanggal.isoformat(),
        )  # fmt: skip


def _blok(
    laporan: LaporanBulanan, desa: IdentitasDesa, angka: dict[str, int]
) -> tuple[Rincian | Paragraf | Daftar, ...]:
    bulan = nama_bulan(laporan.bulan)
    kata = {"lahir": "lahir", "datang": "datang", "mati": "meninggal", "pindah": "pindah"}
    mutasi = ", ".join(f"{kata[a]} {angka_kunci(angka, a)}" for a in kata)
    return (
        Rincian((("Kepada Yth.", laporan.kepada), ("Perihal", f"Laporan kependudukan bulan {bulan}"))),
        Paragraf(
            f"Bersama ini kami kirimkan laporan kependudukan {desa.sebutan_desa} {desa.nama} "
            f"{desa.sebutan_kecamatan} {desa.kecamatan} bulan {bulan}, dengan rincian sebagai berikut."
        ),
        Daftar(
            ("NO.", "YANG DIKIRIM", "BANYAK", "KETERANGAN"),
            (8, 60, 16, 40),
            (
                ("1", f"Buku Rekapitulasi Jumlah Penduduk (B.3) bulan {bulan}", "1 berkas",
                 f"{bilangan(angka['akhir_jiwa'])} jiwa, {bilangan(angka['akhir_kk'])} KK"),
                ("2", f"Buku Mutasi Penduduk Desa (B.2) bulan {bulan}", "1 berkas", mutasi),
            ),
        ),
        Paragraf("Demikian disampaikan, atas perhatiannya diucapkan terima kasih.", "penutup"),
    )  # fmt: skip


def _ttd(sesi: Session, desa: IdentitasDesa, tanggal: dt.date, gaya: str) -> BlokTtd:
    kades = pejabat_pada(sesi, "kades", tanggal)
    if kades is None:
        raise DesaError(
            f"Belum ada Kepala Desa pada {tanggal_panjang(tanggal)}. Isi pejabat di Pengaturan, lalu ulangi."
        )
    jabatan = f"{desa.sebutan_kepala} {desa.nama}".upper()
    return BlokTtd(
        jabatan=(BarisJabatan(jabatan, AWALAN.get(kades.bentuk, "")),), nama=nama_cetak(kades.nama, gaya)
    )
