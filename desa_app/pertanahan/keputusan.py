"""Draft Keputusan Kepala Desa tentang Sketsa Kepemilikan Tanah (Pasal 7 ayat (3) SPM Desa)."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Sketsa
from db.queries import tanah as kueri
from desa_app.bahasa import terbilang
from desa_app.errors import FieldIssue, ValidationFailed
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.pertanahan.baris import letak_bidang, nomor_bidang
from desa_app.pertanahan.luas import teks_luas
from desa_app.pertanahan.pemilik import nama_pemilik
from desa_app.pertanahan.sketsa import sketsa_dari
from desa_app.produk_hukum.garuda import garuda_dari
from desa_app.produk_hukum.keputusan import DASAR_HUKUM, Keputusan, Lampiran, kepala_desa
from desa_app.produk_hukum.peraturan import UMUM, peraturan_spm
from desa_app.produk_hukum.tata_keputusan import UKURAN, alinea, lebar_keputusan, tabel_lampiran
from desa_app.surat.elemen import Alinea, Gambar, Potong, Tabel
from desa_app.surat.naskah import KERTAS

LEBAR_GAMBAR, TINGGI_GAMBAR = 155.0, 120.0
"""Size of a sketch on its attachment in mm."""
TERBANYAK = 500
"""Parcels in one range of numbers; more is a slip of the pen."""
_MENGINGAT = (
    "Undang-Undang Nomor 5 Tahun 1960 tentang Peraturan Dasar Pokok-Pokok Agraria;",
    DASAR_HUKUM[0],
    "Peraturan Pemerintah Nomor 24 Tahun 1997 tentang Pendaftaran Tanah;",
    *DASAR_HUKUM[1:3],
    "Peraturan Menteri Dalam Negeri Nomor 47 Tahun 2016 tentang Administrasi Pemerintahan Desa;",
    *DASAR_HUKUM[3:],
)


@kasus(Izin.BUKU_BACA)
def susun_keputusan_sketsa(
    k: Konteks,
    bidang_ids: Sequence[int],
    gambar: Mapping[int, bytes],
    *,
    nomor: str = "",
    tanggal: dt.date | None = None,
    kertas: str = "F4",
) -> Keputusan:
    """The draft for parcels with outlines; `gambar` holds each drawing as PNG by parcel.

    Raises ValidationFailed when a parcel has no outline yet.
    """
    tanggal = tanggal or k.jam.hari_ini()
    if not bidang_ids:
        raise ValidationFailed([FieldIssue("bidang", "Pilih paling sedikit satu bidang.")])
    if kertas not in KERTAS:
        raise ValidationFailed([FieldIssue("kertas", f"Kertas diisi {' atau '.join(KERTAS)}.")])
    with k.baca() as sesi:
        _pastikan_bersketsa(sesi, bidang_ids)
        desa, awalan, kepala = kepala_desa(sesi, tanggal)
        baris, garuda, peraturan = _baris(sesi, bidang_ids), garuda_dari(sesi), peraturan_spm(sesi)
    sebutan = f"{desa.sebutan_desa} {desa.nama}"
    banyak = f"{len(bidang_ids)} ({terbilang(len(bidang_ids))}) bidang tanah"
    tabel = Lampiran("Daftar sketsa kepemilikan tanah", (_tabel(baris, lebar_keputusan(kertas)), _jeda()))
    return Keputusan(
        desa=desa, tentang=f"Sketsa Kepemilikan Tanah di {sebutan}", nomor=nomor.strip(), tanggal=tanggal,
        penandatangan=kepala, awalan_jabatan=awalan, kertas=kertas,
        menimbang=_menimbang(sebutan, peraturan), mengingat=_mengingat(peraturan), garuda=garuda,
        diktum=_diktum(banyak, sebutan),
        lampiran=(tabel, *(_gambar(b, gambar[b["id"]]) for b in baris if b["id"] in gambar)),
        tembusan=(f"Camat {desa.kecamatan};", "Pemilik tanah yang bersangkutan."),
    )  # fmt: skip


def baca_nomor_bidang(teks: str) -> list[int]:
    """Numbers of parcels as typed, `12, 13 20-25`. Raises ValidationFailed at `lain`."""
    hasil: list[int] = []
    for kata in teks.replace(",", " ").replace(";", " ").split():
        cocok = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", kata)
        awal, akhir = (int(cocok[1]), int(cocok[2] or cocok[1])) if cocok else (1, 0)
        if not 0 <= akhir - awal < TERBANYAK:
            kalimat = f"“{kata[:30]}” bukan nomor bidang; tulis seperti 12, 13 atau 20-25."
            raise ValidationFailed([FieldIssue("lain", kalimat)])
        hasil += range(awal, akhir + 1)
    return list(dict.fromkeys(hasil))


def _pastikan_bersketsa(sesi: Session, bidang_ids: Sequence[int]) -> None:
    """Raise ValidationFailed naming the parcels that do not stand, or have no outline yet."""
    berlaku = kueri.bidang(sesi, bidang_ids, aktif=True)
    ada = set(sesi.scalars(select(Sketsa.bidang_id).where(Sketsa.bidang_id.in_(bidang_ids))))
    issues = [
        FieldIssue("bidang", f"Bidang {', '.join(map(str, nomor))} {kata}")
        for nomor, kata in (
            ([b for b in bidang_ids if b not in berlaku], "tidak ada atau sudah berakhir."),
            ([b for b in bidang_ids if b in berlaku and b not in ada],
             "belum punya sketsa. Gambarlah dulu."),
        )
        if nomor
    ]  # fmt: skip
    if issues:
        raise ValidationFailed(issues)


def _mengingat(peraturan: str) -> tuple[str, ...]:
    """The legal basis, with the regent's regulation on SPM Desa that the office entered for SPM."""
    baris = f"{peraturan.rstrip(';.')};"
    return (*_MENGINGAT, *(() if peraturan == UMUM or baris in _MENGINGAT else (baris,)))


def _menimbang(sebutan: str, peraturan: str) -> tuple[str, ...]:
    sesuai = "untuk" if peraturan == UMUM else f"sesuai Pasal 7 ayat (3) {peraturan.rstrip(';.')} dan untuk"
    return (
        f"bahwa {sesuai} mewujudkan tertib administrasi pertanahan dan kepastian luas tanah di {sebutan} "
        "perlu disusun sketsa kepemilikan tanah;",
        "bahwa bidang tanah sebagaimana tercantum dalam Lampiran telah diukur bersama pemilik dan pemilik "
        "tanah yang berbatasan;",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan "
        "Keputusan Kepala Desa tentang Sketsa Kepemilikan Tanah;",
    )


def _diktum(banyak: str, sebutan: str) -> tuple[str, ...]:
    return (
        f"Menetapkan Sketsa Kepemilikan Tanah atas {banyak} di {sebutan} sebagaimana tercantum dalam "
        "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        "Sketsa sebagaimana dimaksud dalam Diktum KESATU memuat letak, batas, ukuran, luas, dan pemilik "
        "bidang tanah menurut keterangan pemilik dan pemilik tanah yang berbatasan.",
        "Sketsa sebagaimana dimaksud dalam Diktum KESATU digunakan untuk tertib administrasi pertanahan "
        "desa dan bukan merupakan tanda bukti hak atas tanah.",
        "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan "
        "dan Belanja Desa.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    )


def _baris(sesi: Session, bidang_ids: Sequence[int]) -> list[dict[str, Any]]:
    bidang = kueri.bidang(sesi, bidang_ids)
    bagian = kueri.bagian(sesi, bidang_ids)
    nama = nama_pemilik(sesi, {p for isi in bagian.values() for p, _, _ in isi})
    return [
        {
            "id": b, "pemilik": ", ".join(nama[p].nama for p, _, _ in bagian.get(b, [])),
            "letak": letak_bidang(bidang[b]._mapping, bidang[b].dusun or ""),
            "bukti": nomor_bidang(bidang[b]._mapping) or "-", "luas": teks_luas(bidang[b].luas),
            "sketsa": teks_luas(sketsa_dari(sesi, b).terhitung),
        }
        for b in bidang_ids
    ]  # fmt: skip


def _tabel(baris: Sequence[Mapping[str, Any]], lebar: float) -> Tabel:
    judul = ("No", "Bidang", "Pemilik", "Letak", "Bukti", "Luas tercatat (m²)", "Luas sketsa (m²)")
    isi = (
        (str(n), str(b["id"]), b["pemilik"], b["letak"], b["bukti"], b["luas"], b["sketsa"])
        for n, b in enumerate(baris, 1)
    )
    return tabel_lampiran(judul, (6, 11, 21, 23, 15, 12, 12), isi, lebar, kanan={5, 6})


def _jeda() -> Alinea:
    return Alinea(potong=(Potong("", UKURAN),))


def _gambar(b: Mapping[str, Any], isi: bytes) -> Lampiran:
    return Lampiran(
        f"Sketsa bidang nomor {b['id']}",
        (
            Gambar(isi, 0, LEBAR_GAMBAR, "tengah"),
            alinea(f"Pemilik: {b['pemilik']}", "kiri", sebelum=6, ikut=True),
            alinea(f"Letak: {b['letak'] or '-'}", "kiri", ikut=True),
            alinea(f"Luas tercatat {b['luas']} m², luas menurut sketsa {b['sketsa']} m².", "kiri", ikut=True),
        ),
    )
