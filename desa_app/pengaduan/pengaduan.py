"""Taking complaints, passing them on, answering them. Who complained is told only to those who handle it."""

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass

from sqlalchemy import Text, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from db.models import KegiatanLapangan, PelaporPengaduan, Penduduk, Pengaduan, RiwayatPengaduan, Surat
from desa_app.buku.validate import bersih
from desa_app.desa import hari_libur
from desa_app.errors import DesaError, FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pekerjaan import Mendesak
from desa_app.pengaduan.alur import CAMAT, DIJAWAB, DITERIMA, KEADAAN, LANGKAH, TERBUKA, lampu, tenggat

SALURAN = {
    "loket": "Datang ke loket",
    "telepon": "Telepon",
    "pesan": "Pesan singkat atau WhatsApp",
    "surat": "Surat",
    "kotak": "Kotak saran",
    "lain": "Lainnya",
}
LAYANAN = {
    "surat": "Surat keterangan",
    "kependudukan": "Data dan dokumen kependudukan",
    "pertanahan": "Pertanahan",
    "lapangan": "Layanan lapangan",
    "petugas": "Sikap petugas",
    "lain": "Lainnya",
}
NILAI = {1: "Tidak puas", 2: "Kurang puas", 3: "Puas", 4: "Sangat puas"}
TERTUTUP = "(hanya untuk yang menangani)"
"""Shown in place of the name to those who do not handle complaints."""
ANONIM = "Tanpa nama"
PENANGAN = (Izin.PENGADUAN_UBAH, Izin.PENGADUAN_DISPOSISI)
"""Who may see the one who complained: the desk that works on it and the Kepala Desa who disposes."""
TEKS_TERPANJANG = 4_000


class LangkahDitolak(DesaError):
    """This act cannot follow the complaint's present state."""

    kode = "D-91"


@dataclass(frozen=True, kw_only=True)
class PengaduanBaru:
    """What the desk enters. Without `nama` and `penduduk_id` the complaint is anonymous."""

    saluran: str
    layanan: str
    perihal: str
    uraian: str
    nama: str = ""
    alamat: str = ""
    kontak: str = ""
    penduduk_id: int | None = None
    surat_id: int | None = None
    kegiatan_id: int | None = None
    diterima: dt.datetime | None = None
    """When it came, if earlier than now (a letter in the box)."""


@dataclass(frozen=True)
class Pelapor:
    """The one who complained."""

    nama: str
    alamat: str = ""
    kontak: str = ""


@dataclass(frozen=True)
class RiwayatInfo:
    """One step: state, actor, time, note."""

    keadaan: str
    saat: dt.datetime
    oleh: str
    catatan: str


@dataclass(frozen=True, kw_only=True)
class PengaduanInfo:
    """A complaint as screens show it. `pelapor` is already masked where the person may not see it."""

    id: int
    nomor: str
    diterima: dt.datetime
    tenggat: dt.date
    saluran: str
    layanan: str
    perihal: str
    uraian: str
    surat: str
    """Number of the letter concerned, empty for none."""
    surat_id: int | None
    kegiatan: str
    kegiatan_id: int | None
    keadaan: str
    mendesak: Mendesak
    waktu: str
    """The clock in words."""
    penerima_disposisi: str
    jawaban: str
    dijawab: dt.datetime | None
    tepat_waktu: bool | None
    nilai: int | None
    pelapor: Pelapor
    riwayat: tuple[RiwayatInfo, ...] = ()


@kasus(Izin.PENGADUAN_UBAH)
def terima_pengaduan(k: Konteks, masukan: PengaduanBaru) -> int:
    """Take a complaint; the three working days begin. Returns its id.

    Nothing about the person goes into the record of changes.
    """
    sekarang = k.jam.sekarang()
    if issues := _periksa(masukan, sekarang):
        raise ValidationFailed(issues)
    with k.tulis("pengaduan.terima") as t:
        _pastikan_kaitan(t.sesi, masukan)
        diterima = masukan.diterima or sekarang
        urut = t.sesi.scalar(select(func.max(Pengaduan.urut)).where(Pengaduan.tahun == diterima.year)) or 0
        nama = bersih(masukan.nama) or _nama_penduduk(t.sesi, masukan.penduduk_id)
        p = Pengaduan(
            tahun=diterima.year, urut=urut + 1, diterima=diterima,
            tenggat=tenggat(diterima.date(), hari_libur(t.sesi)), saluran=masukan.saluran,
            layanan=masukan.layanan, perihal=bersih(masukan.perihal), uraian=_teks(masukan.uraian),
            surat_id=masukan.surat_id, kegiatan_id=masukan.kegiatan_id, anonim=not nama,
            petugas=k.nama_pelaku,
        )  # fmt: skip
        t.sesi.add(p)
        t.sesi.flush()
        if nama:
            t.sesi.add(
                PelaporPengaduan(
                    pengaduan_id=p.id, penduduk_id=masukan.penduduk_id, nama=nama,
                    alamat=bersih(masukan.alamat), kontak=bersih(masukan.kontak),
                )
            )  # fmt: skip
        _riwayat(t.sesi, k, p, DITERIMA, "")
        t.catat(f"pengaduan:{p.id}", None, {"nomor": nomor_pengaduan(p), "layanan": p.layanan})
        return p.id


@kasus(*PENANGAN)
def lanjutkan(
    k: Konteks,
    pengaduan_id: int,
    langkah: str,
    catatan: str = "",
    *,
    kepada: str = "",
    nilai: int | None = None,
) -> str:
    """One act of `LANGKAH` on a complaint; returns the new state.

    disposisi needs `kepada`; jawab's note is the answer; selesai may carry the satisfaction 1 to 4.
    """
    if langkah not in LANGKAH:
        raise LangkahDitolak("Langkah pengaduan itu tidak ada. Data tidak berubah.")
    isi = LANGKAH[langkah]
    k.wajib(*isi.izin)
    issues = []
    if isi.catatan_wajib and not catatan.strip():
        issues.append(FieldIssue("catatan", "Tulis catatannya; pengadu berhak tahu apa yang dikerjakan."))
    if langkah == "disposisi" and not kepada.strip():
        issues.append(FieldIssue("kepada", "Pilih siapa yang menangani."))
    if nilai is not None and nilai not in NILAI:
        issues.append(FieldIssue("nilai", "Kepuasan diisi 1 sampai 4."))
    if issues:
        raise ValidationFailed(issues)
    with k.tulis(f"pengaduan.{langkah}") as t:
        p = _ambil(t.sesi, pengaduan_id)
        if p.keadaan not in isi.dari:
            raise LangkahDitolak(
                f"Pengaduan {nomor_pengaduan(p)} {KEADAAN[p.keadaan].lower()}, jadi tidak dapat langsung "
                f"“{isi.nama}”. Data tidak berubah."
            )
        lama, p.keadaan = p.keadaan, isi.ke
        if isi.ke in {DIJAWAB, CAMAT} and p.dijawab is None:
            p.dijawab = k.jam.sekarang()
        p.penerima_disposisi = bersih(kepada) or p.penerima_disposisi
        p.jawaban = _teks(catatan) if langkah == "jawab" else p.jawaban
        p.nilai = nilai if nilai is not None else p.nilai
        _riwayat(t.sesi, k, p, isi.ke, catatan)
        t.catat(f"pengaduan:{p.id}", {"keadaan": lama}, {"keadaan": isi.ke, "nilai": nilai})
        return isi.ke


@kasus(Izin.PENGADUAN_BACA)
def daftar_pengaduan(
    k: Konteks, keadaan: str = "terbuka", teks: str = "", bulan: int | None = None
) -> tuple[PengaduanInfo, ...]:
    """Complaints: `terbuka`, `semua`, or one state; the nearest limit first. `bulan` is YYYYMM of receipt.

    The search looks through number, subject and story, never through names.
    """
    with k.baca() as sesi:
        pernyataan = select(Pengaduan)
        if keadaan == "terbuka":
            pernyataan = pernyataan.where(Pengaduan.keadaan.in_((*TERBUKA, DIJAWAB, CAMAT)))
        elif keadaan != "semua":
            pernyataan = pernyataan.where(Pengaduan.keadaan == keadaan)
        for kata in teks.split():
            pola = f"%{kata.replace('%', '').replace('_', '')}%"
            pernyataan = pernyataan.where(or_(Pengaduan.perihal.ilike(pola), Pengaduan.uraian.ilike(pola)))
        if bulan is not None:
            pernyataan = pernyataan.where(
                type_coerce(Pengaduan.diterima, Text).like(f"{bulan // 100:04}-{bulan % 100:02}-%")
            )
        baris = sesi.scalars(pernyataan.order_by(Pengaduan.tahun, Pengaduan.urut)).all()
        libur, penyusun = hari_libur(sesi), _Penyusun(k, sesi)
        semua = [penyusun.info(p, libur) for p in baris]
    if keadaan == "terbuka":
        semua.sort(key=lambda p: (p.keadaan not in TERBUKA, p.tenggat, p.id))
    return tuple(semua)


@kasus(Izin.PENGADUAN_BACA)
def baca_pengaduan(k: Konteks, pengaduan_id: int) -> PengaduanInfo:
    """One complaint with its steps. Raises TidakDitemukan."""
    with k.baca() as sesi:
        return info_dari(sesi, k, pengaduan_id)


def info_dari(sesi: Session, k: Konteks, pengaduan_id: int) -> PengaduanInfo:
    """`baca_pengaduan` inside an open session."""
    return _Penyusun(k, sesi).info(_ambil(sesi, pengaduan_id), hari_libur(sesi), riwayat=True)


@kasus(Izin.PENGADUAN_BACA)
def pengaduan_surat(k: Konteks, surat_id: int) -> tuple[PengaduanInfo, ...]:
    """Complaints about one letter, for the letter's own page."""
    with k.baca() as sesi:
        baris = sesi.scalars(
            select(Pengaduan).where(Pengaduan.surat_id == surat_id).order_by(Pengaduan.id)
        ).all()
        libur, penyusun = hari_libur(sesi), _Penyusun(k, sesi)
        return tuple(penyusun.info(p, libur) for p in baris)


def nomor_pengaduan(p: Pengaduan) -> str:
    """Number of a complaint as papers show it."""
    return f"PGD-{p.urut:03}/{p.tahun}"


class _Penyusun:
    """Turns rows into what this person may see."""

    def __init__(self, k: Konteks, sesi: Session) -> None:
        self._sesi, self._hari_ini = sesi, k.jam.hari_ini()
        self._boleh = any(k.boleh(i) for i in PENANGAN)

    def info(self, p: Pengaduan, libur: Container[dt.date], *, riwayat: bool = False) -> PengaduanInfo:
        mendesak, waktu = lampu(p.keadaan, self._hari_ini, p.tenggat, libur)
        surat = self._sesi.get(Surat, p.surat_id) if p.surat_id else None
        kegiatan = self._sesi.get(KegiatanLapangan, p.kegiatan_id) if p.kegiatan_id else None
        langkah = (
            self._sesi.scalars(
                select(RiwayatPengaduan)
                .where(RiwayatPengaduan.pengaduan_id == p.id)
                .order_by(RiwayatPengaduan.id)
            )
            if riwayat
            else ()
        )
        return PengaduanInfo(
            id=p.id, nomor=nomor_pengaduan(p), diterima=p.diterima, tenggat=p.tenggat, saluran=p.saluran,
            layanan=p.layanan, perihal=p.perihal, uraian=p.uraian, surat=surat.nomor if surat else "",
            surat_id=p.surat_id, kegiatan=kegiatan.nama if kegiatan else "", kegiatan_id=p.kegiatan_id,
            keadaan=p.keadaan, mendesak=mendesak, waktu=waktu, penerima_disposisi=p.penerima_disposisi,
            jawaban=p.jawaban, dijawab=p.dijawab,
            tepat_waktu=None if p.dijawab is None else p.dijawab.date() <= p.tenggat, nilai=p.nilai,
            pelapor=self._pelapor(p),
            riwayat=tuple(RiwayatInfo(r.keadaan, r.saat, r.oleh, r.catatan) for r in langkah),
        )  # fmt: skip

    def _pelapor(self, p: Pengaduan) -> Pelapor:
        if p.anonim:
            return Pelapor(ANONIM)
        if not self._boleh:
            return Pelapor(TERTUTUP)
        x = self._sesi.get_one(PelaporPengaduan, p.id)
        return Pelapor(x.nama, x.alamat, x.kontak)


def _periksa(m: PengaduanBaru, sekarang: dt.datetime) -> list[FieldIssue]:
    issues = []
    if m.saluran not in SALURAN:
        issues.append(FieldIssue("saluran", "Pilih saluran pengaduan dari daftar."))
    if m.layanan not in LAYANAN:
        issues.append(FieldIssue("layanan", "Pilih layanan yang diadukan dari daftar."))
    if not bersih(m.perihal):
        issues.append(FieldIssue("perihal", "Perihal pengaduan wajib diisi."))
    if not bersih(m.uraian):
        issues.append(FieldIssue("uraian", "Uraian pengaduan wajib diisi."))
    if len(m.uraian) > TEKS_TERPANJANG:
        issues.append(FieldIssue("uraian", f"Uraian paling panjang {TEKS_TERPANJANG} huruf."))
    if m.diterima and m.diterima > sekarang:
        issues.append(FieldIssue("diterima", "Tanggal diterima belum tiba."))
    if m.kontak and not bersih(m.nama) and m.penduduk_id is None:
        issues.append(FieldIssue("nama", "Isi namanya, atau kosongkan kontak agar tetap tanpa nama."))
    return issues


def _pastikan_kaitan(sesi: Session, m: PengaduanBaru) -> None:
    for kolom, model, kata in (
        (m.surat_id, Surat, "Surat"), (m.kegiatan_id, KegiatanLapangan, "Kegiatan lapangan"),
        (m.penduduk_id, Penduduk, "Penduduk"),
    ):  # fmt: skip
        if kolom is not None and sesi.get(model, kolom) is None:
            raise TidakDitemukan(f"{kata} yang dikaitkan tidak ada. Pengaduan belum tersimpan.")


def _nama_penduduk(sesi: Session, penduduk_id: int | None) -> str:
    return sesi.get_one(Penduduk, penduduk_id).nama if penduduk_id is not None else ""


def _ambil(sesi: Session, pengaduan_id: int) -> Pengaduan:
    p = sesi.get(Pengaduan, pengaduan_id)
    if p is None:
        raise TidakDitemukan("Pengaduan itu tidak ada dalam register.")
    return p


def _teks(teks: str) -> str:
    """Running text: lines stay, everything else as in every field."""
    return "\n".join(b for b in (bersih(x) for x in teks.splitlines()) if b)


def _riwayat(sesi: Session, k: Konteks, p: Pengaduan, keadaan: str, catatan: str) -> None:
    sesi.add(
        RiwayatPengaduan(
            pengaduan_id=p.id,
            keadaan=keadaan,
            saat=k.jam.sekarang(),
            oleh=k.nama_pelaku,
            catatan=_teks(catatan),
        )
    )


@kasus(Izin.PENGADUAN_UBAH)
def surat_terkait(k: Konteks, banyak: int = 200) -> list[tuple[int, str]]:
    """The newest letters by id, number and kind, to be linked with a complaint. No names."""
    with k.baca() as sesi:
        return [
            (s.id, f"{s.nomor} {s.nama_jenis}")
            for s in sesi.scalars(select(Surat).order_by(Surat.id.desc()).limit(banyak))
        ]
