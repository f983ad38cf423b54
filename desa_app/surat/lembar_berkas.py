"""Papers around a request: shortage sheet, receipts, service standard. They are `Naskah` like letters.

Reference: Pasal 6 and Pasal 9 ayat (3) of the SPM Desa rule; surat.md 5.4 and Lampiran E.5.
"""

import datetime as dt
from dataclasses import replace

from sqlalchemy.orm import Session

from desa_app import bahasa
from desa_app.desa import IdentitasDesa, identitas_dari
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.surat.alur import NAMA_STATUS, muat_permohonan, nomor_permohonan
from desa_app.surat.katalog import Jenis, semua_jenis
from desa_app.surat.muat import muat_satu_halaman
from desa_app.surat.naskah import (
    BarisJabatan,
    Blok,
    BlokTtd,
    Butir,
    Daftar,
    Kop,
    Naskah,
    Paragraf,
    Rincian,
)
from desa_app.surat.penandatangan import PILIHAN, TanpaPejabat, kepala_desa
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.permohonan import KEADAAN, PermohonanInfo, info
from desa_app.surat.setelan import SetelanSurat, setelan_surat
from desa_app.surat.terbit import muat_surat

_GARIS = "_" * 28
CARA = {"belum": "Bawa berkasnya ke loket pelayanan", "tidak_sesuai": "Ganti dengan berkas yang sesuai"}
"""How the applicant puts right what is missing."""


def _kop_kecil(identitas: IdentitasDesa, setelan: SetelanSurat) -> Kop:
    kop = susun_kop(identitas, setelan)
    return replace(
        kop, baris=tuple(replace(b, ukuran=round(b.ukuran * 0.75)) for b in kop.baris), tinggi_lambang=18
    )


def _lembar(
    k: Konteks, sesi: Session, judul: str, nomor: str, blok: tuple[Blok, ...], ttd: BlokTtd, **lain: object
) -> Naskah:
    """A half-page paper with a small letterhead, signed by the clerk, unless `lain` says otherwise."""
    identitas, setelan = identitas_dari(sesi), setelan_surat(sesi)
    tanggal = k.jam.hari_ini()
    kertas = replace(setelan.lembar(), ukuran=11, spasi=1.0, jarak=5, ruang_ttd=21)
    naskah = Naskah(
        kertas=kertas, kop=_kop_kecil(identitas, setelan), judul=judul, label_nomor="Nomor permohonan:",
        nomor=nomor, blok=blok, ttd=ttd,
        tempat_tanggal=f"{identitas.nama}, {bahasa.tanggal_panjang(tanggal)}",
        latihan=identitas.latihan, tanggal=tanggal.isoformat(),
        penulis=f"Pemerintah {identitas.sebutan_desa} {identitas.nama}",
    )  # fmt: skip
    return replace(naskah, **lain)  # type: ignore[arg-type]


def _petugas(k: Konteks) -> BlokTtd:
    return BlokTtd(
        jabatan=(BarisJabatan("Petugas pelayanan,"),), nama=k.pelaku.nama.upper() if k.pelaku else "",
        tebal=False, garis=False,
    )  # fmt: skip


def _waktu(saat: dt.datetime | None) -> str:
    return f"{bahasa.hari_tanggal(saat.date())}, pukul {saat:%H.%M}" if saat else "-"


def _data(p: PermohonanInfo) -> tuple[tuple[str, str], ...]:
    baris = [("Nama pemohon", p.pemohon), ("Jenis surat", p.nama_jenis), ("Diterima", _waktu(p.diterima))]
    if p.kuasa:
        baris.insert(1, ("Dikuasakan kepada", p.kuasa))
    return tuple(baris)


@kasus(Izin.SURAT_BUAT)
def lembar_kekurangan(k: Konteks, permohonan_id: int) -> Naskah:
    """What the applicant still has to bring; not a rejection (Pasal 9 ayat 3)."""
    with k.baca() as sesi:
        p = info(sesi, muat_permohonan(sesi, permohonan_id))
        identitas = identitas_dari(sesi)
        baris = tuple(
            (str(n), s.nama, KEADAAN[s.keadaan], s.catatan or CARA.get(s.keadaan, ""))
            for n, s in enumerate(p.kurang, 1)
        )
        hubungi = f" Pertanyaan dan pengaduan: telepon {identitas.telepon}." if identitas.telepon else ""
        blok: tuple[Blok, ...] = (
            Rincian(_data(p), "subjek"),
            Paragraf(
                "Permohonan Saudara belum dapat diproses karena persyaratan berikut belum lengkap.", "pembuka"
            ),
            Daftar(("No.", "Persyaratan", "Keadaan", "Cara melengkapi"), (6, 50, 18, 40), baris),
            Paragraf(
                "Mohon melengkapi persyaratan tersebut; surat akan diselesaikan paling lama 1 (satu) hari "
                f"kerja setelah persyaratan lengkap dan tidak dipungut biaya.{hubungi}",
                "penutup",
            ),
        )
        stub: tuple[Blok, ...] = (
            Paragraf(f"Tanda terima lembar kekurangan {p.nomor} - {p.nama_jenis}", "pembuka"),
            Rincian(
                (
                    ("Nama pemohon", p.pemohon),
                    ("Jumlah kekurangan", f"{len(baris)} berkas"),
                    ("Diterima oleh", _GARIS),
                ),
                "rincian",
            ),
        )
        return _lembar(k, sesi, "PEMBERITAHUAN KEKURANGAN PERSYARATAN", p.nomor, blok, _petugas(k), kaki=stub)


@kasus(Izin.SURAT_BUAT)
def tanda_terima_berkas(k: Konteks, permohonan_id: int) -> Naskah:
    """Receipt for the papers, with the number by which the state can be asked."""
    with k.baca() as sesi:
        p = info(sesi, muat_permohonan(sesi, permohonan_id))
        ada = tuple(s.nama for s in p.syarat if s.keadaan == "ada")
        selesai = f"Surat selesai paling lambat {_waktu(p.tenggat)}." if p.tenggat else (
            "Waktu penyelesaian dihitung setelah berkas lengkap."
        )  # fmt: skip
        blok: tuple[Blok, ...] = (
            Rincian((*_data(p), ("Keadaan", NAMA_STATUS[p.status])), "subjek"),
            Paragraf("Berkas yang diterima:", "pembuka"),
            Butir(ada or ("Belum ada berkas.",)),
            Paragraf(
                f"{selesai} Tanyakan perkembangan permohonan dengan menyebut nomor di atas. "
                "Pelayanan tidak dipungut biaya.",
                "penutup",
            ),
        )
        return _lembar(k, sesi, "TANDA TERIMA BERKAS", p.nomor, blok, _petugas(k))


@kasus(Izin.SURAT_BUAT)
def tanda_terima_surat(k: Konteks, surat_id: int) -> Naskah:
    """Receipt that the person who takes the letter signs."""
    with k.baca() as sesi:
        surat = muat_surat(sesi, surat_id)
        permohonan = muat_permohonan(sesi, surat.permohonan_id or 0)
        penerima = permohonan.penerima or permohonan.kuasa or permohonan.pemohon
        blok: tuple[Blok, ...] = (
            Paragraf("Telah diterima surat berikut:", "pembuka"),
            Rincian(
                (("Jenis surat", surat.nama_jenis), ("Nomor surat", surat.nomor),
                 ("Tanggal surat", bahasa.tanggal_panjang(surat.tanggal)), ("Atas nama", surat.subjek),
                 ("Penerima", penerima.upper()),
                 *((("Hubungan", permohonan.hubungan_penerima),) if permohonan.hubungan_penerima else ())),
                "subjek",
            ),
            Paragraf("Penerima telah memeriksa isi surat dan menyatakan datanya benar.", "penutup"),
        )  # fmt: skip
        ttd = BlokTtd(
            jabatan=(BarisJabatan("Yang menerima,"),), nama=penerima.upper(), tebal=False, garis=False
        )
        return _lembar(
            k, sesi, "TANDA TERIMA SURAT", nomor_permohonan(permohonan), blok, ttd, ttd_kiri=_petugas(k)
        )


def _standar(jenis: Jenis) -> tuple[tuple[str, str], ...]:
    hari = (
        f"{jenis.sla_hari_kerja} ({bahasa.terbilang(jenis.sla_hari_kerja)}) hari kerja setelah berkas lengkap"
    )
    berlaku = f"{jenis.masa_berlaku_hari} hari" if jenis.masa_berlaku_hari else "tidak dibatasi"
    return (
        ("Jenis pelayanan", jenis.nama),
        ("Prosedur", "Loket menerima dan memeriksa berkas, surat dibuat, diparaf, ditandatangani, lalu "
         "diserahkan" + (" setelah cek lapangan" if jenis.perlu_cek_lapangan else "")),
        ("Penanggung jawab", PILIHAN[jenis.penandatangan]),
        ("Petugas", "Kepala Seksi Pelayanan"),
        ("Waktu", hari),
        ("Biaya", "Gratis" if not jenis.biaya else bahasa.rupiah(jenis.biaya)),
        ("Masa berlaku surat", berlaku),
    )  # fmt: skip


@kasus(Izin.SURAT_BACA)
def lembar_standar(k: Konteks, slug: str) -> Naskah:
    """Service standard of one kind for whoever asks (Lampiran E.5)."""
    with k.baca() as sesi:
        jenis = semua_jenis(sesi)[slug]
        berkas = (s.nama + ("" if s.wajib or "(bila" in s.nama else " (bila ada)") for s in jenis.persyaratan)
        blok: list[Blok] = [
            Rincian(_standar(jenis), "rincian"), Paragraf("Persyaratan:", "pembuka"), Butir(tuple(berkas)),
        ]  # fmt: skip
        if jenis.status_hukum:
            blok.append(Paragraf(jenis.status_hukum))
        blok.append(
            Paragraf("Pengaduan ditangani paling lama 3 (tiga) hari kerja di loket pengaduan.", "penutup")
        )
        return _poster(k, sesi, "STANDAR PELAYANAN", tuple(blok))


def _poster(k: Konteks, sesi: Session, judul: str, blok: tuple[Blok, ...]) -> Naskah:
    identitas, setelan = identitas_dari(sesi), setelan_surat(sesi)
    try:
        ttd = kepala_desa(sesi, k.jam.hari_ini(), identitas, setelan).blok
    except TanpaPejabat:
        jabatan = f"{identitas.sebutan_kepala} {identitas.nama},".upper()
        ttd = BlokTtd(jabatan=(BarisJabatan(jabatan),), nama="")
    nomor = f"{identitas.sebutan_desa} {identitas.nama} tahun {k.jam.hari_ini().year}"
    besar = {"kop": susun_kop(identitas, setelan), "kertas": setelan.lembar()}
    return muat_satu_halaman(
        _lembar(k, sesi, judul, nomor, blok, ttd, label_nomor="Pemerintah", **besar), "kecil"
    )
