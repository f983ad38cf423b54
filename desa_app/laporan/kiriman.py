"""Under which number and when a report was sent, once per report and period, and its covering letter."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import KirimanLaporan
from desa_app.bahasa import tanggal_panjang, tanggal_pendek
from desa_app.buku.spec import FieldSpec, Kind, RecordSpec
from desa_app.buku.validate import validate
from desa_app.desa import identitas_dari
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.laporan.bulanan import LaporanBulanan, baca_laporan, daftar_laporan, simpan_bulanan
from desa_app.spm.setelan import setelan_dari
from desa_app.surat.dinas import susun_dinas
from desa_app.surat.naskah import Daftar, Naskah, Paragraf, Rincian
from desa_app.surat.nomor_dinas import catat_keluar

KIRIM = RecordSpec(
    key="kiriman",
    fields=(
        FieldSpec(
            key="nomor", label="Nomor surat", hint="kosongkan, maka diambil dari Buku Agenda", max_length=80
        ),
        FieldSpec(key="kode", label="Kode klasifikasi", hint="400.10.2.2 bila kosong", max_length=20),
        FieldSpec(key="tanggal", label="Tanggal surat", kind=Kind.DATE, required=True),
        FieldSpec(key="kepada", label="Kepada", required=True),
        FieldSpec(
            key="dikirim",
            label="Tanggal dikirim",
            kind=Kind.DATE,
            hint="diisi bila sudah dikirim atau diantar",
        ),
    ),
)  # fmt: skip
BULANAN = "bulanan"
"""The monthly report to Disdukcapil keeps its own register, which Kependudukan fills too."""


@dataclass(frozen=True)
class Kiriman:
    """The covering letter of one report and its dispatch; without a number while nothing was noted."""

    laporan: str
    periode: str
    nomor: str
    tanggal: dt.date
    kepada: str
    dikirim: dt.date | None = None
    oleh: str = ""

    @property
    def kata(self) -> str:
        """`Nomor 100/012, dikirim 22 November 2026`, or what is missing."""
        if not self.nomor:
            return "Belum ada nomor dan tanggal kiriman untuk periode ini."
        if self.dikirim is None:
            return f"Nomor {self.nomor} tanggal {tanggal_panjang(self.tanggal)}, belum dikirim."
        return f"Nomor {self.nomor}, dikirim {tanggal_panjang(self.dikirim)} kepada {self.kepada}."

    @property
    def ringkas(self) -> str:
        """`22-11-2026`, or the number that waits for its dispatch."""
        return tanggal_pendek(self.dikirim) if self.dikirim else f"belum, {self.nomor}"


def _baris(sesi: Session, laporan: str, periode: str) -> KirimanLaporan | None:
    return sesi.scalar(
        select(KirimanLaporan).where(KirimanLaporan.laporan == laporan, KirimanLaporan.periode == periode)
    )


def _dari(b: KirimanLaporan) -> Kiriman:
    return Kiriman(b.laporan, b.periode, b.nomor, b.tanggal, b.kepada, b.dikirim, b.oleh)


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def baca_kiriman(k: Konteks, laporan: str, periode: str) -> Kiriman:
    """What was noted for a report; a fresh one to the Bupati through the Camat when nothing was."""
    if laporan == BULANAN:
        bulan = baca_laporan(k, int(periode))
        return Kiriman(laporan, periode, bulan.nomor, bulan.tanggal, bulan.kepada, bulan.dikirim, bulan.oleh)
    with k.baca() as sesi:
        if (b := _baris(sesi, laporan, periode)) is not None:
            return _dari(b)
        desa, setelan = identitas_dari(sesi), setelan_dari(sesi)
        kepada = f"{setelan.kepala_daerah} {desa.kabupaten} melalui Camat {desa.kecamatan}"
        return Kiriman(laporan, periode, "", k.jam.hari_ini(), kepada)


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def kiriman_terakhir(k: Konteks) -> dict[str, Kiriman]:
    """The newest noted dispatch of every report."""
    with k.baca() as sesi:
        semua = sesi.scalars(select(KirimanLaporan).order_by(KirimanLaporan.tanggal, KirimanLaporan.id))
        hasil = {b.laporan: _dari(b) for b in semua}
    for bulan in daftar_laporan(k)[:1] if k.boleh(Izin.BUKU_BACA) else ():
        hasil[BULANAN] = baca_kiriman(k, BULANAN, str(bulan.bulan))
    return hasil


@kasus(Izin.TUTUP_BUKU, Izin.INDIKATOR_ISI)
def catat_kiriman(k: Konteks, laporan: str, periode: str, nama: str, mentah: Mapping[str, object]) -> Kiriman:
    """Note number, date and dispatch. An empty number is taken from the agenda, which gets a line for it."""
    nilai = validate(KIRIM, {f.key: mentah.get(f.key) for f in KIRIM.fields})
    tanggal, dikirim = nilai["tanggal"], nilai["dikirim"]
    assert isinstance(tanggal, dt.date)  # noqa: S101  required by the description
    hari_ini = k.jam.hari_ini()
    issues = []
    if tanggal > hari_ini:
        issues.append(FieldIssue("tanggal", "Tanggal surat belum tiba."))
    if isinstance(dikirim, dt.date) and not tanggal <= dikirim <= hari_ini:
        issues.append(FieldIssue("dikirim", "Tanggal dikirim sebelum tanggal surat atau sesudah hari ini."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis("laporan.kiriman") as t:
        kepada = str(nilai["kepada"])
        nomor = (
            str(nilai["nomor"] or "")
            or catat_keluar(
                t, tanggal=tanggal, pihak=kepada, isi=nama, kode=str(nilai["kode"] or "")
            ).nomor_surat
        )
        kiriman = Kiriman(
            laporan, periode, nomor, tanggal, kepada, dikirim if isinstance(dikirim, dt.date) else None,
            k.nama_pelaku,
        )  # fmt: skip
        _simpan(t, kiriman)
    return kiriman


def _simpan(t: Transaksi, baru: Kiriman) -> None:
    if baru.laporan == BULANAN:
        simpan_bulanan(
            t,
            LaporanBulanan(int(baru.periode), baru.nomor, baru.tanggal, baru.kepada, baru.dikirim, baru.oleh),
        )
        return
    b = _baris(t.sesi, baru.laporan, baru.periode)
    lama = None if b is None else {"nomor": b.nomor, "dikirim": str(b.dikirim or "")}
    b = b or KirimanLaporan(laporan=baru.laporan, periode=baru.periode)
    b.nomor, b.tanggal, b.kepada, b.dikirim = baru.nomor, baru.tanggal, baru.kepada, baru.dikirim
    b.oleh, b.saat = baru.oleh, t.konteks.jam.sekarang()
    t.sesi.add(b)
    t.catat(
        f"kiriman:{baru.laporan}-{baru.periode}", lama,
        {"nomor": baru.nomor, "dikirim": str(baru.dikirim or "")},
    )  # fmt: skip


@kasus(Izin.BUKU_BACA, Izin.INDIKATOR_BACA)
def surat_kiriman(k: Konteks, kiriman: Kiriman, nama: str, masa: str) -> Naskah:
    """The covering letter of a report (`surat pengantar`), with the number that was noted."""
    with k.baca() as sesi:
        desa = identitas_dari(sesi)
        sebutan = f"{desa.sebutan_desa} {desa.nama} {desa.sebutan_kecamatan} {desa.kecamatan}"
        blok = (
            Rincian((("Kepada Yth.", kiriman.kepada), ("Perihal", f"{nama}, {masa}"))),
            Paragraf(f"Bersama ini kami kirimkan laporan {sebutan} dengan rincian sebagai berikut."),
            Daftar(
                ("NO.", "YANG DIKIRIM", "BANYAK", "KETERANGAN"), (8, 76, 20, 36),
                (("1", f"{nama}, {masa}", "1 berkas", "untuk diketahui"),),
            ),
            Paragraf("Demikian disampaikan, atas perhatiannya diucapkan terima kasih.", "penutup"),
        )  # fmt: skip
        return susun_dinas(
            sesi, judul="SURAT PENGANTAR", blok=blok, tanggal=kiriman.tanggal, nomor=kiriman.nomor
        )
