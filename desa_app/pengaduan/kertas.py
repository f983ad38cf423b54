"""Papers of complaints: receipt, disposition, answer, hand-over to the Camat, register, recap."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desa_app.bahasa import hari_tanggal, nama_bulan, tanggal_panjang, tanggal_pendek
from desa_app.buku.cetak import BukuCetak
from desa_app.desa import identitas_dari
from desa_app.errors import DesaError, TidakDitemukan
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pengaduan.alur import CAMAT, KEADAAN
from desa_app.pengaduan.baca import daftar_pengaduan, info_dari
from desa_app.pengaduan.isi import ANONIM, LAYANAN, NILAI, PENANGAN, SALURAN, PengaduanInfo
from desa_app.pengaduan.rekap import kalimat_rekap, rekap_pengaduan
from desa_app.spm.cetak import TataKolom, buku_daftar, spec_daftar
from desa_app.surat.dinas import camat, susun_dinas
from desa_app.surat.keluar import (
    Rujukan,
    SuratKeluar,
    beri_nomor_dinas,
    naskah_keluar,
    surat_keluar,
)
from desa_app.surat.naskah import (
    BarisJabatan,
    Blok,
    BlokTtd,
    Daftar,
    KepalaDinas,
    Naskah,
    Paragraf,
    Rincian,
)
from desa_app.surat.nomor_dinas import KODE_UMUM
from desa_app.waktu import akhir_bulan

_REGISTER: tuple[TataKolom, ...] = (
    ("NOMOR", "nomor", 22, "tengah"), ("TANGGAL", "tanggal", 18, "tengah"), ("SALURAN", "saluran", 24,
    "kiri"),
    ("LAYANAN", "layanan", 32, "kiri"), ("PENGADU", "pengadu", 32, "kiri"), ("PERIHAL", "perihal", 50,
    "kiri"),
    ("BATAS", "batas", 18, "tengah"), ("KEADAAN", "keadaan", 26, "kiri"), ("DIJAWAB", "dijawab", 18,
    "tengah"),
    ("KEPUASAN", "nilai", 20, "tengah"),
)  # fmt: skip
_REKAP: tuple[TataKolom, ...] = (
    ("LAYANAN", "layanan", 50, "kiri"), ("MASUK", "masuk", 16, "kanan"), ("SELESAI", "selesai", 16, "kanan"),
    ("DIJAWAB TEPAT WAKTU", "tepat", 24, "kanan"), ("LEWAT 3 HARI KERJA", "lewat", 24, "kanan"),
    ("DISERAHKAN KE CAMAT", "camat", 24, "kanan"), ("MASIH BERJALAN", "buka", 22, "kanan"),
    ("RATA-RATA KEPUASAN (1-4)", "nilai", 28, "kanan"),
)  # fmt: skip


PENGADU_SAMAR = ("Pengadu (nama dirahasiakan)", "di Tempat")


@dataclass(frozen=True)
class _Bahan:
    """What a paper of one complaint is made of."""

    sesi: Session
    p: PengaduanInfo
    pada: dt.date
    petugas: str
    nomor: str = ""
    samar: bool = False
    """The addressee is not named: the text is kept beside the agenda, where more people read."""


def _rincian(p: PengaduanInfo, *, nama: bool) -> Rincian:
    baris = [("Nomor pengaduan", p.nomor), ("Diterima", f"{hari_tanggal(p.diterima.date())}, "
              f"pukul {p.diterima:%H.%M}"), ("Saluran", SALURAN[p.saluran]), ("Layanan",
              LAYANAN[p.layanan])]  # fmt: skip
    if nama:
        baris.insert(1, ("Pengadu", p.pelapor.nama))
    if p.surat:
        baris.append(("Surat yang diadukan", p.surat))
    if p.kegiatan:
        baris.append(("Kegiatan yang diadukan", p.kegiatan))
    return Rincian((*baris, ("Perihal", p.perihal)))


def _tanda_terima(b: _Bahan) -> Naskah:
    sesi, p, pada = b.sesi, b.p, b.pada
    blok: tuple[Blok, ...] = (
        Paragraf("Telah diterima pengaduan dengan keterangan sebagai berikut:", "pembuka"),
        _rincian(p, nama=True),
        Paragraf(
            "Pengaduan ini difasilitasi paling lama 3 (tiga) hari kerja, yaitu sampai "
            f"{hari_tanggal(p.tenggat)} "
            "(Pasal 13). Perkembangannya dapat ditanyakan dengan menyebut nomor di atas. Tidak dipungut "
            "biaya.",
            "penutup",
        ),
    )
    kanan = BlokTtd(
        jabatan=(BarisJabatan("Petugas pengaduan,"),), nama=b.petugas.upper(), tebal=False, garis=False
    )
    return susun_dinas(
        sesi, judul="TANDA TERIMA PENGADUAN", blok=blok, tanggal=pada, nomor=p.nomor, ttd=kanan
    )


def _disposisi(b: _Bahan) -> Naskah:
    sesi, p, pada = b.sesi, b.p, b.pada
    catatan = next((r for r in reversed(p.riwayat) if r.keadaan == "didisposisi"), None)
    blok: tuple[Blok, ...] = (
        _rincian(p, nama=False),
        Paragraf(f"Uraian: {_sebaris(p.uraian)}"),
        Rincian(
            (
                ("Diteruskan kepada", p.penerima_disposisi or "............................"),
                ("Isi disposisi", _sebaris(catatan.catatan) if catatan else "............................"),
                ("Paling lambat", hari_tanggal(p.tenggat)),
            )
        ),
    )
    return susun_dinas(sesi, judul="LEMBAR DISPOSISI PENGADUAN", blok=blok, tanggal=pada, nomor=p.nomor)


def _jawaban(b: _Bahan) -> Naskah:
    sesi, p, pada = b.sesi, b.p, b.pada
    if not p.jawaban:
        raise DesaError("Pengaduan ini belum dijawab, jadi surat jawabannya belum dapat dibuat.")
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Menanggapi pengaduan {p.nomor} tanggal {tanggal_panjang(p.diterima.date())} tentang "
            f"{p.perihal}, "
            "dengan ini kami sampaikan:",
            "pembuka",
        ),
        *(Paragraf(baris) for baris in p.jawaban.splitlines()),
        Paragraf(
            "Apabila jawaban ini belum menyelesaikan masalah, Saudara dapat menyampaikannya kembali "
            "kepada kami. "
            "Terima kasih atas masukan Saudara untuk perbaikan pelayanan.",
            "penutup",
        ),
    )
    tujuan = PENGADU_SAMAR if b.samar else _tujuan(p)
    dinas = KepalaDinas(hal=f"Jawaban pengaduan {p.nomor}", tujuan=tujuan)
    return susun_dinas(sesi, judul="JAWABAN PENGADUAN", blok=blok, tanggal=pada, dinas=dinas, nomor=b.nomor)


def _tujuan(p: PengaduanInfo) -> tuple[str, ...]:
    if p.pelapor.nama == ANONIM:
        return (f"Pengadu {p.nomor} (tanpa nama)", "di Tempat")
    return (p.pelapor.nama, *((p.pelapor.alamat,) if p.pelapor.alamat else ()), "di Tempat")


def _camat(b: _Bahan) -> Naskah:
    """Pasal 13 ayat (3): what could not be done in three working days goes to the Camat; without the name."""
    sesi, p, pada = b.sesi, b.p, b.pada
    langkah = Daftar(
        ("No.", "Waktu", "Keadaan", "Oleh", "Catatan"), (7, 26, 26, 28, 60),
        tuple(
            (str(n), f"{tanggal_pendek(r.saat.date())} {r.saat:%H.%M}", KEADAAN[r.keadaan], r.oleh,
             _sebaris(r.catatan) or "-")
            for n, r in enumerate(p.riwayat, 1)
        ),
    )  # fmt: skip
    desa = identitas_dari(sesi)
    kata = "belum selesai difasilitasi" if p.keadaan == CAMAT or pada > p.tenggat else "kami teruskan"
    blok: tuple[Blok, ...] = (
        Paragraf(
            f"Pengaduan berikut {kata} dalam 3 (tiga) hari kerja, dengan batas {tanggal_panjang(p.tenggat)}. "
            "Sesuai Pasal 13 ayat (3) kami serahkan untuk mendapat pembinaan.",
            "pembuka",
        ),
        _rincian(p, nama=False),
        Paragraf(f"Uraian: {_sebaris(p.uraian)}"),
        Paragraf("Langkah yang sudah dilakukan:", "pembuka"),
        langkah,
        Paragraf("Atas arahan Bapak/Ibu Camat, kami ucapkan terima kasih.", "penutup"),
    )
    dinas = KepalaDinas(hal="Penyerahan pengaduan untuk pembinaan", tujuan=camat(desa))
    judul = "PENYERAHAN PENGADUAN KEPADA CAMAT"
    return susun_dinas(sesi, judul=judul, blok=blok, tanggal=pada, dinas=dinas, nomor=b.nomor)


def _sebaris(teks: str) -> str:
    return " ".join(teks.split())


KERTAS: dict[str, tuple[str, Callable[[_Bahan], Naskah]]] = {
    "tanda-terima": ("Tanda terima pengaduan", _tanda_terima),
    "disposisi": ("Lembar disposisi", _disposisi),
    "jawaban": ("Surat jawaban", _jawaban),
    "camat": ("Lembar penyerahan ke Camat", _camat),
}
"""Papers of one complaint by key."""
BERNOMOR = ("jawaban", "camat")
"""Letters with a number of the agenda."""


@kasus(*PENANGAN)
def kertas_pengaduan(k: Konteks, pengaduan_id: int, kode: str) -> Naskah:
    """One paper of one complaint; only for those who handle it, because it may tell who complained.

    A letter that has its number says what it said then; the addressee comes from the complaint.
    """
    if kode not in KERTAS:
        raise TidakDitemukan(f"Kertas “{kode}” tidak ada. Yang ada: {', '.join(KERTAS)}.")
    petugas = k.pelaku.nama if k.pelaku else ""
    with k.baca() as sesi:
        p, surat = info_dari(sesi, k, pengaduan_id), surat_keluar(sesi, f"pengaduan:{pengaduan_id}").get(kode)
        if surat is None:
            return KERTAS[kode][1](_Bahan(sesi, p, k.jam.hari_ini(), petugas))
        beku = naskah_keluar(sesi, surat.id)
        if beku.dinas is not None and beku.dinas.tujuan == PENGADU_SAMAR:
            return replace(beku, dinas=replace(beku.dinas, tujuan=_tujuan(p)))
        return beku


@kasus(Izin.PENGADUAN_UBAH)
def nomori_surat(k: Konteks, pengaduan_id: int, kode: str) -> str:
    """Give the answer or the hand-over sheet the next number of the agenda; returns it.

    Neither the agenda nor the frozen text says who complained.
    """
    if kode not in BERNOMOR:
        raise TidakDitemukan("Hanya surat jawaban dan penyerahan ke Camat yang bernomor surat.")
    with k.tulis("pengaduan.nomor") as t:
        p, (nama, susun) = info_dari(t.sesi, k, pengaduan_id), KERTAS[kode]
        camat_ = f"Camat {identitas_dari(t.sesi).kecamatan}"
        rujukan = Rujukan(
            objek=f"pengaduan:{pengaduan_id}", jenis=kode, nama=nama, kode=KODE_UMUM, hal=p.nomor,
            pihak=camat_ if kode == "camat" else PENGADU_SAMAR[0],
        )  # fmt: skip
        bahan = _Bahan(t.sesi, p, k.jam.hari_ini(), k.nama_pelaku, samar=True)
        return beri_nomor_dinas(t, rujukan, lambda nomor: susun(replace(bahan, nomor=nomor))).nomor


@kasus(*PENANGAN)
def nomor_surat(k: Konteks, pengaduan_id: int) -> dict[str, SuratKeluar]:
    """Numbered letters of a complaint by the key of the paper."""
    with k.baca() as sesi:
        return surat_keluar(sesi, f"pengaduan:{pengaduan_id}")


@kasus(Izin.PENGADUAN_BACA)
def cetak_register(k: Konteks, bulan: int, *, nama: bool = False) -> BukuCetak:
    """The register of a month. Names only when asked for by somebody who handles complaints."""
    if nama:
        k.wajib(*PENANGAN)
    baris = [
        (
            p.nomor, tanggal_pendek(p.diterima.date()), SALURAN[p.saluran], LAYANAN[p.layanan],
            p.pelapor.nama if nama or p.pelapor.nama == ANONIM else "dirahasiakan", p.perihal,
            tanggal_pendek(p.tenggat), KEADAAN[p.keadaan],
            tanggal_pendek(p.dijawab.date()) if p.dijawab else "-", NILAI[p.nilai] if p.nilai else "-",
        )
        for p in daftar_pengaduan(k, "semua", bulan=bulan)
    ]  # fmt: skip
    judul = ("REGISTER PENGADUAN MASYARAKAT", f"BULAN {nama_bulan(bulan).upper()}")
    return _buku(k, "Register pengaduan", _REGISTER, judul, baris, bulan)


@kasus(Izin.PENGADUAN_BACA)
def cetak_rekap(k: Konteks, bulan: int) -> BukuCetak:
    """The recap of a month by service."""
    semua = rekap_pengaduan(k, bulan)
    baris = [
        (b.layanan, *(str(n) for n in (b.masuk, b.selesai, b.tepat_waktu, b.terlambat, b.camat, b.terbuka)),
         b.rata_nilai)
        for b in semua
    ]  # fmt: skip
    *rinci, jumlah = baris
    judul = ("REKAPITULASI PENGADUAN MASYARAKAT", f"BULAN {nama_bulan(bulan).upper()}")
    catatan = kalimat_rekap(semua[-1])
    return replace(_buku(k, "Rekapitulasi pengaduan", _REKAP, judul, rinci, bulan, (catatan,)), jumlah=jumlah)


def _buku(
    k: Konteks, nama: str, kolom: tuple[TataKolom, ...], judul: tuple[str, ...],
    baris: Sequence[tuple[str, ...]], bulan: int, catatan: tuple[str, ...] = (),
) -> BukuCetak:  # fmt: skip
    tanggal = min(akhir_bulan(bulan), k.jam.hari_ini())
    with k.baca() as sesi:
        return buku_daftar(sesi, spec_daftar("Pengaduan", nama, kolom), judul, baris, tanggal, catatan)
