"""Taking a complaint at the desk. Nothing about the person goes into the record of changes."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import KegiatanLapangan, PelaporPengaduan, Penduduk, Pengaduan, Surat
from desa_app.buku.validate import bersih
from desa_app.desa import hari_libur
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pengaduan.alur import DITERIMA, tenggat
from desa_app.pengaduan.isi import LAYANAN, SALURAN, TEKS_TERPANJANG, PengaduanBaru, nomor_pengaduan
from desa_app.pengaduan.riwayat import catat_riwayat, teks_panjang


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
            layanan=masukan.layanan, perihal=bersih(masukan.perihal), uraian=teks_panjang(masukan.uraian),
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
        catat_riwayat(t.sesi, k, p, DITERIMA, "")
        t.catat(f"pengaduan:{p.id}", None, {"nomor": nomor_pengaduan(p), "layanan": p.layanan})
        return p.id


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


@kasus(Izin.PENGADUAN_UBAH)
def surat_terkait(k: Konteks, banyak: int = 200) -> list[tuple[int, str]]:
    """The newest letters by id, number and kind, to be linked with a complaint. No names."""
    with k.baca() as sesi:
        return [
            (s.id, f"{s.nomor} {s.nama_jenis}")
            for s in sesi.scalars(select(Surat).order_by(Surat.id.desc()).limit(banyak))
        ]
