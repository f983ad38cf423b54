"""Noting what was done for a step of the plans, and taking it back with a reason."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.models import Dusun, KegiatanSpm, Keluarga, KeluargaKegiatan
from db.queries.buku_besar import jiwa_keluarga
from db.queries.tanah_keluarga import bidang_keluarga
from desa_app.bahasa import bilangan, tanggal_panjang
from desa_app.errors import DesaError, FieldIssue, TidakBerwenang, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, Transaksi, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.bukti import periksa_berkas, simpan_bukti
from desa_app.spm.dasar import jumlah_satuan, tanggal_dasar
from desa_app.spm.rencana import SATUAN_ASPEK, Langkah, langkah, rentang_langkah, tahun_langkah
from desa_app.spm.setelan import SetelanSpm, setelan_dari


@dataclass(frozen=True, kw_only=True)
class KegiatanBaru:
    """What the form asks. `keluarga_ids` lists the families instead of a number."""

    langkah: str
    tanggal: dt.date
    tahun: int | None = None
    """Calendar year, for plans that repeat each year; the year of the date when not given."""
    dusun_id: int | None = None
    jumlah: int = 0
    keluarga_ids: tuple[int, ...] = ()
    tuntas: bool = False
    petugas: str = ""
    tempat: str = ""
    catatan: str = ""
    bukti: tuple[Path, ...] = ()


class BelumDimulai(DesaError):
    """The village has not set the start year of its plan."""

    kode = "D-70"

    def __init__(self) -> None:
        super().__init__(
            "Tahun mulai rencana SPM belum ditetapkan, jadi triwulannya belum dapat dihitung. Belum ada yang "
            "tersimpan. Isi tahun mulai menurut Keputusan Kepala Desa lebih dulu."
        )


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def catat_kegiatan(k: Konteks, masukan: KegiatanBaru) -> int:
    """Note an activity with its families and files in one act; returns its id.

    An activity after the quarter's end is accepted as catching up; before its begin it is refused.
    """
    for berkas in masukan.bukti:
        periksa_berkas(berkas)
    with k.tulis("spm.kegiatan") as t:
        return catat_dalam(t, masukan)


def catat_dalam(t: Transaksi, masukan: KegiatanBaru) -> int:
    """`catat_kegiatan` inside an open change."""
    isi, tahun = _langkah_tahun(masukan, setelan_dari(t.sesi))
    if issues := _periksa(t, masukan, isi, tahun):
        raise ValidationFailed(issues)
    return _simpan(t, masukan, tahun)


def belum_tercatat(sesi: Session, kode: str, tahun: int, keluarga_ids: Sequence[int]) -> list[int]:
    """Those of the families that a step does not count yet."""
    sudah = _sudah(sesi, kode, tahun, set(keluarga_ids))
    return [i for i in keluarga_ids if i not in sudah]


def _sudah(sesi: Session, kode: str, tahun: int, keluarga_ids: set[int]) -> set[int]:
    return set(
        sesi.scalars(
            select(KeluargaKegiatan.keluarga_id)
            .join(KegiatanSpm, KegiatanSpm.id == KeluargaKegiatan.kegiatan_id)
            .where(*_sah(kode, tahun), KeluargaKegiatan.keluarga_id.in_(keluarga_ids))
        )
    )


def _langkah_tahun(masukan: KegiatanBaru, setelan: SetelanSpm) -> tuple[Langkah, int]:
    isi = langkah(masukan.langkah)
    if isi is None:
        raise TidakDitemukan("Langkah kegiatan itu tidak ada dalam peraturan.")
    if isi.tahun_ke and setelan.tahun_mulai is None:
        raise BelumDimulai
    return isi, tahun_langkah(isi, setelan.tahun_mulai or 0, masukan.tahun or masukan.tanggal.year)


def _periksa(t: Transaksi, masukan: KegiatanBaru, isi: Langkah, tahun: int) -> list[FieldIssue]:
    hari_ini = t.konteks.jam.hari_ini()
    issues = _periksa_tanggal(hari_ini, masukan.tanggal, rentang_langkah(isi, tahun))
    if not isi.berbagian:
        if not masukan.tuntas and not masukan.catatan.strip():
            issues.append(
                FieldIssue("catatan", "Tulis apa yang dikerjakan, atau tandai langkah ini selesai.")
            )
        return issues
    if masukan.dusun_id is None:
        return [*issues, FieldIssue("dusun_id", "Pilih dusun tempat kegiatan.")]
    dusun = t.sesi.get(Dusun, masukan.dusun_id)
    if dusun is None:
        return [*issues, FieldIssue("dusun_id", "Dusun itu tidak ada.")]
    pada = _hari_hitung(t.sesi, masukan, tahun, hari_ini)
    if masukan.keluarga_ids:
        issues += _periksa_keluarga(t.sesi, masukan, isi, tahun, dusun, pada)
    elif masukan.jumlah < 1:
        issues.append(FieldIssue("jumlah", f"Isi jumlah {SATUAN_ASPEK[isi.aspek]} yang dilayani."))
    if not issues:
        issues += _periksa_jumlah(t.sesi, masukan, isi, tahun, dusun, pada)
    return issues


def _periksa_tanggal(
    hari_ini: dt.date, tanggal: dt.date, rentang: tuple[dt.date, dt.date]
) -> list[FieldIssue]:
    if tanggal > hari_ini:
        return [FieldIssue("tanggal", "Tanggal kegiatan belum tiba. Catat setelah kegiatan dilaksanakan.")]
    if tanggal < rentang[0]:
        awal, akhir = (tanggal_panjang(r) for r in rentang)
        return [FieldIssue("tanggal", f"Tanggal ini sebelum triwulannya, yaitu {awal} sampai {akhir}.")]
    return []


def _periksa_keluarga(
    sesi: Session, masukan: KegiatanBaru, isi: Langkah, tahun: int, dusun: Dusun, pada: dt.date
) -> list[FieldIssue]:
    """Every family once, all of the dusun, none that this step already reached."""
    dipilih = set(masukan.keluarga_ids)
    di_dusun = set(
        sesi.scalars(select(Keluarga.id).where(Keluarga.id.in_(dipilih), Keluarga.dusun_id == dusun.id))
    )
    sudah = _sudah(sesi, masukan.langkah, tahun, dipilih)
    issues = []
    if isi.aspek == "pertanahan":
        tanpa = len(dipilih - {b.keluarga_id for b in bidang_keluarga(sesi, pada, list(dipilih))})
        if tanpa:
            issues.append(FieldIssue("keluarga_ids", f"{tanpa} KK yang dipilih tidak tercatat punya tanah."))
    if luar := len(dipilih - di_dusun):
        issues.append(
            FieldIssue("keluarga_ids", f"{luar} KK yang dipilih tidak tinggal di dusun {dusun.nama}.")
        )
    if sudah:
        pesan = f"{len(sudah)} KK yang dipilih sudah tercatat pada langkah ini. Hapus dari pilihan."
        issues.append(FieldIssue("keluarga_ids", pesan))
    return issues


def _periksa_jumlah(
    sesi: Session, masukan: KegiatanBaru, isi: Langkah, tahun: int, dusun: Dusun, pada: dt.date
) -> list[FieldIssue]:
    """No more than the dusun has."""
    ada = jumlah_satuan(sesi, isi.aspek, pada).get(dusun.id, 0)
    tercatat = sesi.scalar(
        select(func.coalesce(func.sum(KegiatanSpm.jumlah), 0)).where(
            *_sah(isi.kode, tahun), KegiatanSpm.dusun_id == dusun.id
        )
    )
    jumlah = _jumlah(sesi, masukan, pada)
    if (tercatat or 0) + jumlah <= ada:
        return []
    satuan = SATUAN_ASPEK[isi.aspek]
    return [
        FieldIssue(
            "jumlah",
            f"Dusun {dusun.nama} punya {bilangan(ada)} {satuan}; {bilangan(tercatat or 0)} sudah tercatat "
            f"pada langkah ini, jadi {bilangan(jumlah)} lagi terlalu banyak. Periksa jumlahnya.",
        )
    ]


def _hari_hitung(sesi: Session, masukan: KegiatanBaru, tahun: int, hari_ini: dt.date) -> dt.date:
    """Day for which the books are asked: that of the activity, or of their opening when it was earlier."""
    return max(masukan.tanggal, tanggal_dasar(sesi, tahun, hari_ini))


def _jumlah(sesi: Session, masukan: KegiatanBaru, pada: dt.date) -> int:
    """What the activity counts: families, or for the plan of residents the people of those families."""
    dipilih = set(masukan.keluarga_ids)
    isi = langkah(masukan.langkah)
    if not dipilih or isi is None or isi.aspek != "pemahaman_masyarakat":
        return len(dipilih) or masukan.jumlah
    return jiwa_keluarga(sesi, pada, sorted(dipilih))


def _sah(kode: str, tahun: int) -> tuple[ColumnElement[bool], ...]:
    return KegiatanSpm.langkah == kode, KegiatanSpm.tahun == tahun, KegiatanSpm.batal.is_(False)


def _simpan(t: Transaksi, masukan: KegiatanBaru, tahun: int) -> int:
    k, keluarga = t.konteks, sorted(set(masukan.keluarga_ids))
    pada = _hari_hitung(t.sesi, masukan, tahun, k.jam.hari_ini())
    kegiatan = KegiatanSpm(
        langkah=masukan.langkah, tahun=tahun, tanggal=masukan.tanggal, dusun_id=masukan.dusun_id,
        jumlah=_jumlah(t.sesi, masukan, pada), tuntas=masukan.tuntas, petugas=masukan.petugas.strip(),
        tempat=masukan.tempat.strip(), catatan=masukan.catatan.strip(),
        dicatat_oleh=k.nama_pelaku, dicatat_saat=k.jam.sekarang(),
    )  # fmt: skip
    t.sesi.add(kegiatan)
    t.sesi.flush()
    t.sesi.add_all(KeluargaKegiatan(kegiatan_id=kegiatan.id, keluarga_id=i) for i in keluarga)
    t.catat(
        f"kegiatan:{kegiatan.id}", None,
        {"langkah": kegiatan.langkah, "tahun": tahun, "dusun": masukan.dusun_id, "jumlah": kegiatan.jumlah},
    )  # fmt: skip
    for berkas in masukan.bukti:
        simpan_bukti(t, f"kegiatan:{kegiatan.id}", berkas)
    return kegiatan.id


@kasus(Izin.INDIKATOR_ISI, Izin.INDIKATOR_ISI_SENDIRI)
def batalkan_kegiatan(k: Konteks, kegiatan_id: int, alasan: str) -> None:
    """Mark an activity as cancelled. Without the full permission only one's own."""
    if not alasan.strip():
        raise ValidationFailed([FieldIssue("alasan", "Tulis alasan pembatalan.")])
    with k.tulis("spm.kegiatan_batal") as t:
        kegiatan = t.sesi.get(KegiatanSpm, kegiatan_id)
        if kegiatan is None or kegiatan.batal:
            raise TidakDitemukan("Kegiatan itu tidak ada atau sudah dibatalkan.")
        milik_sendiri = k.pelaku is not None and kegiatan.dicatat_oleh == k.pelaku.nama
        if not k.boleh(Izin.INDIKATOR_ISI) and not milik_sendiri:
            raise TidakBerwenang(
                "Kegiatan ini dicatat petugas lain. Mintalah Sekretaris Desa membatalkannya."
            )
        kegiatan.batal, kegiatan.alasan_batal = True, alasan.strip()
        t.catat(f"kegiatan:{kegiatan_id}", {"batal": False}, {"batal": True, "alasan": alasan.strip()})
