"""Books that the letters feed: register, Buku Agenda (A.7), Buku Ekspedisi (A.8), recap of letters.

Each is a `BukuCetak`, so table, PDF, XLSX and DOCX show the same rows.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Agenda, Permohonan, Surat
from desa_app.bahasa import nama_bulan, samarkan, tanggal_pendek
from desa_app.buku.cetak import BukuCetak, BukuSpec
from desa_app.buku.paraf import OpsiCetak, kop_buku, tanda_tangan
from desa_app.buku.validate import bersih
from desa_app.desa import hari_libur, identitas_dari
from desa_app.errors import FieldIssue, TidakDitemukan, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import muat_permohonan, nomor_permohonan, tenggat
from desa_app.surat.bentuk_buku import AGENDA_A7, EKSPEDISI_A8, REGISTER, REKAP, TERLAMBAT
from desa_app.surat.katalog import semua_jenis
from desa_app.surat.nomor import AGENDA, urut_terakhir
from desa_app.surat.setelan import setelan_surat
from desa_app.waktu import akhir_bulan, awal_bulan, bulan_dari


def susun_buku(
    sesi: Session, hari_ini: dt.date, spec: BukuSpec, keterangan: str, baris: list[tuple[str, ...]],
    jumlah: tuple[str, ...] | None = None,
) -> BukuCetak:  # fmt: skip
    """A book of the letters with letterhead and signatures; `keterangan` names its period."""
    desa = identitas_dari(sesi)
    return BukuCetak(
        spec=spec, judul=(*spec.judul, keterangan), baris=baris, jumlah=jumlah, kop=kop_buku(desa),
        ttd=tanda_tangan(sesi, desa, hari_ini, OpsiCetak()), latihan=desa.latihan,
        kepala_halaman=f"{spec.kode} {spec.nama}",
    )  # fmt: skip


def _masa(dari: dt.date, sampai: dt.date) -> str:
    """A period in the words of a title: a whole month or year by its name."""
    bulan = bulan_dari(dari)
    if (dari, sampai) == (awal_bulan(bulan), akhir_bulan(bulan)):
        return f"BULAN {nama_bulan(bulan)}".upper()
    if (dari, sampai) == (dt.date(dari.year, 1, 1), dt.date(dari.year, 12, 31)):
        return f"TAHUN {dari.year}"
    return f"TANGGAL {tanggal_pendek(dari)} SAMPAI DENGAN {tanggal_pendek(sampai)}"


@kasus(Izin.SURAT_BACA)
def register_surat(k: Konteks, dari: dt.date, sampai: dt.date, slug: str = "", teks: str = "") -> BukuCetak:
    """Letters of a period, cancelled ones included; NIK masked for who may not print them whole."""
    with k.baca() as sesi:
        syarat = [Surat.tanggal >= dari, Surat.tanggal <= sampai, Surat.urut.is_not(None)]
        if slug:
            syarat.append(Surat.slug == slug)
        if teks.strip():
            cari = f"%{bersih(teks)}%"
            syarat.append((Surat.nomor + " " + Surat.subjek).ilike(cari))
        surat = sesi.execute(
            select(Surat, Permohonan)
            .outerjoin(Permohonan, Surat.permohonan_id == Permohonan.id)
            .where(*syarat)
            .order_by(Surat.tanggal, Surat.urut, Surat.sisip)
        )
        terbuka = k.boleh(Izin.EKSPOR_TERBUKA)
        baris = [_baris_register(n, s, p, terbuka=terbuka) for n, (s, p) in enumerate(surat, 1)]
        return susun_buku(sesi, k.jam.hari_ini(), REGISTER, _jenis(sesi, slug) + _masa(dari, sampai), baris)


def _jenis(sesi: Session, slug: str) -> str:
    if not slug:
        return ""
    jenis = semua_jenis(sesi).get(slug)
    if jenis is None:
        raise TidakDitemukan(f"Jenis surat “{slug}” tidak ada. Lihat daftarnya dengan perintah surat-daftar.")
    return f"{jenis.nama.upper()}, "


def _baris_register(nomor: int, s: Surat, p: Permohonan | None, *, terbuka: bool) -> tuple[str, ...]:
    serah = tanggal_pendek(p.diserahkan.date()) if p and p.diserahkan else ""
    ket = f"BATAL: {s.alasan_batal}" if s.status == "BATAL" else "di luar program" if s.luar else ""
    nik = s.nik if terbuka or not s.nik else samarkan(s.nik)
    return (
        str(nomor), s.nomor, tanggal_pendek(s.tanggal), s.nama_jenis, s.subjek, nik, s.keperluan,
        s.penandatangan, serah, p.penerima if p else "", ket,
    )  # fmt: skip


@kasus(Izin.SURAT_BACA)
def buku_agenda(k: Konteks, dari: dt.date, sampai: dt.date) -> BukuCetak:
    """Model A.7: letters in and out of a period; one that went out tells when and by whom it was taken."""
    with k.baca() as sesi:
        agenda = sesi.execute(
            select(Agenda, Permohonan)
            .outerjoin(Surat, Agenda.surat_id == Surat.id)
            .outerjoin(Permohonan, Surat.permohonan_id == Permohonan.id)
            .where(Agenda.tanggal.between(dari, sampai))
            .order_by(Agenda.tahun, Agenda.urut)
        )
        baris = [_baris_agenda(a, p) for a, p in agenda]
        return susun_buku(sesi, k.jam.hari_ini(), AGENDA_A7, _masa(dari, sampai), baris)


def _baris_agenda(a: Agenda, p: Permohonan | None) -> tuple[str, ...]:
    tanggal, surat = tanggal_pendek(a.tanggal), tanggal_pendek(a.tanggal_surat)
    if a.arah == "masuk":
        return (str(a.urut), tanggal, a.nomor_surat, surat, a.pihak, a.isi, "", "", "", a.ket)
    serah = p.diserahkan.date() if p and p.diserahkan else None if p else a.tanggal
    ket = a.ket or (f"diambil {p.penerima}" if p and p.penerima else "")
    return (
        str(a.urut),
        tanggal,
        "",
        "",
        "",
        "",
        f"{a.isi} ({a.nomor_surat})",
        tanggal_pendek(serah),
        a.pihak,
        ket,
    )


@kasus(Izin.SURAT_BACA)
def buku_ekspedisi(k: Konteks, dari: dt.date, sampai: dt.date) -> BukuCetak:
    """Model A.8: letters that were handed over in a period, with who took them."""
    with k.baca() as sesi:
        surat = sesi.execute(
            select(Surat, Permohonan)
            .join(Permohonan, Surat.permohonan_id == Permohonan.id)
            .where(Permohonan.diserahkan.is_not(None), Surat.status == "BERLAKU")
            .order_by(Permohonan.diserahkan, Surat.id)
        )
        baris: list[tuple[str, ...]] = []
        for s, p in surat:
            if p.diserahkan is not None and dari <= p.diserahkan.date() <= sampai:
                hubungan = f" ({p.hubungan_penerima})" if p.hubungan_penerima else ""
                baris.append(
                    (str(len(baris) + 1), tanggal_pendek(p.diserahkan.date()),
                     f"{tanggal_pendek(s.tanggal)} {s.nomor}", s.nama_jenis, s.subjek,
                     f"diambil {p.penerima}{hubungan}")
                )  # fmt: skip
        return susun_buku(sesi, k.jam.hari_ini(), EKSPEDISI_A8, _masa(dari, sampai), baris)


@kasus(Izin.SURAT_BUAT)
def catat_surat_masuk(
    k: Konteks, tanggal: dt.date, nomor: str, tanggal_surat: dt.date | None, pengirim: str, isi: str
) -> int:
    """Enter an incoming letter into the agenda; returns its number there."""
    if not bersih(pengirim) or not bersih(isi):
        raise ValidationFailed([FieldIssue("pengirim", "Pengirim dan isi singkat surat masuk wajib diisi.")])
    with k.tulis("agenda.masuk") as t:
        urut = urut_terakhir(t.sesi, tanggal.year, AGENDA) + 1
        t.sesi.add(
            Agenda(
                tahun=tanggal.year, urut=urut, arah="masuk", tanggal=tanggal, nomor_surat=bersih(nomor),
                tanggal_surat=tanggal_surat, pihak=bersih(pengirim), isi=bersih(isi),
            )
        )  # fmt: skip
        t.catat(f"agenda:{tanggal.year}-{urut}", None, {"nomor": bersih(nomor)})
        return urut


@kasus(Izin.SURAT_BACA)
def rekap_surat(k: Konteks, dari: dt.date, sampai: dt.date) -> BukuCetak:
    """Inventory of requests and letters by kind for the Bupati (week, month or year)."""
    with k.baca() as sesi:
        permohonan = [p for p in sesi.scalars(select(Permohonan)) if dari <= p.diterima.date() <= sampai]
        hitung = sesi.execute(
            select(Surat.nama_jenis, func.count())
            .where(Surat.tanggal.between(dari, sampai), Surat.urut.is_not(None))
            .group_by(Surat.nama_jenis)
        )
        terbit = Counter({nama: int(n) for nama, n in hitung})
        batal = Counter(
            s.nama_jenis
            for s in sesi.scalars(
                select(Surat).where(Surat.tanggal.between(dari, sampai), Surat.status == "BATAL")
            )
        )
        angka = [(nama, *_hitung(nama, permohonan), terbit[nama], batal[nama])
                 for nama in sorted({p.nama_jenis for p in permohonan} | set(terbit))]  # fmt: skip
        baris = [_baris_rekap(n, *isi) for n, isi in enumerate(angka, 1)]
        jumlah = ("", "JUMLAH", *(str(sum(int(b[kolom]) for b in baris)) for kolom in range(2, 8)))
        return susun_buku(sesi, k.jam.hari_ini(), REKAP, _masa(dari, sampai), baris, jumlah)


def _hitung(nama: str, permohonan: Sequence[Permohonan]) -> tuple[int, int, int, int]:
    """Requests, complete at first, done in time, done late."""
    sejenis = [p for p in permohonan if p.nama_jenis == nama]
    selesai = [p for p in sejenis if p.siap is not None and p.tenggat is not None]
    cepat = sum(p.siap <= p.tenggat for p in selesai if p.siap and p.tenggat)
    return len(sejenis), sum(p.lengkap_awal for p in sejenis), cepat, len(selesai) - cepat


def _baris_rekap(
    nomor: int, nama: str, masuk: int, lengkap: int, cepat: int, lambat: int, terbit: int, batal: int
) -> tuple[str, ...]:
    return (str(nomor), nama, *(str(n) for n in (masuk, lengkap, terbit, cepat, lambat, batal)))


@kasus(Izin.SURAT_BACA)
def daftar_terlambat(k: Konteks, dari: dt.date, sampai: dt.date) -> BukuCetak:
    """Requests that went past their time, with the reason, for the Camat (Pasal 9 ayat 5).

    The ceiling of the category (adminduk 7 working days, land six months) is told beside it.
    """
    kini = k.jam.sekarang()
    with k.baca() as sesi:
        jenis, setelan, libur = semua_jenis(sesi), setelan_surat(sesi), hari_libur(sesi)
        baris: list[tuple[str, ...]] = []
        for p in sesi.scalars(
            select(Permohonan).where(Permohonan.tenggat.is_not(None)).order_by(Permohonan.id)
        ):
            if p.tenggat is None or p.lengkap is None or not dari <= p.tenggat.date() <= sampai:
                continue
            if p.status in {"DITOLAK", "DIBATALKAN"} or (p.siap or kini) <= p.tenggat:
                continue
            hari = jenis[p.slug].batas_hari_kerja() if p.slug in jenis else None
            batas = tenggat(p.lengkap, hari, setelan, libur) if hari else None
            lewat = " lewat" if batas and (p.siap or kini) > batas else ""
            baris.append(
                (str(len(baris) + 1), nomor_permohonan(p), p.nama_jenis, _saat(p.lengkap), _saat(p.tenggat),
                 _saat(p.siap), f"{tanggal_pendek(batas.date())}{lewat}" if batas else "tidak diatur",
                 p.alasan_lambat)
            )  # fmt: skip
        return susun_buku(sesi, k.jam.hari_ini(), TERLAMBAT, _masa(dari, sampai), baris)


def _saat(saat: dt.datetime | None) -> str:
    return f"{tanggal_pendek(saat.date())} {saat:%H.%M}" if saat else "belum"


@kasus(Izin.SURAT_BUAT)
def catat_alasan_lambat(k: Konteks, permohonan_id: int, alasan: str) -> None:
    """Why a request went past its time; told to the Camat."""
    with k.tulis("permohonan.alasan") as t:
        permohonan = muat_permohonan(t.sesi, permohonan_id)
        lama, permohonan.alasan_lambat = permohonan.alasan_lambat, bersih(alasan)
        t.catat(f"permohonan:{permohonan_id}", lama, permohonan.alasan_lambat)
