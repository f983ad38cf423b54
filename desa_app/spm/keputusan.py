"""Keputusan Kepala Desa tentang SPM Desa (Pasal 4), with its officers (Pasal 14 to 18)."""

import datetime as dt
from dataclasses import dataclass, replace

from desa_app.bahasa import tanggal_panjang
from desa_app.desa import JABATAN, IdentitasDesa, PejabatInfo, identitas_dari, pejabat_pada
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.laporan import naskah_resmi
from desa_app.spm.setelan import UMUM, SetelanSpm, setelan_dari
from desa_app.surat.naskah import BarisJabatan, Blok, Daftar, Diktum, Naskah, Paragraf, Tengah
from desa_app.surat.penandatangan import kepala_desa, sebutan_jabatan
from desa_app.surat.penyusun import susun_kop
from desa_app.surat.setelan import setelan_surat
from resources.paths import data

PENYELENGGARA = ("kades", "sekdes", "kasi_pelayanan")
"""Posts of Pasal 15, 16 and 17 in the order of `spm.json`."""


@dataclass(frozen=True)
class IsianKeputusan:
    """Number, date and start year of the decision; empty parts stay open on paper."""

    nomor: str = ""
    tanggal: dt.date | None = None
    tahun_mulai: int | None = None


@kasus(Izin.INDIKATOR_BACA)
def keputusan_spm(k: Konteks, isian: IsianKeputusan | None = None) -> Naskah:
    """The decision as a document. What is not given comes from the settings."""
    with k.baca() as sesi:
        identitas, setelan, surat = identitas_dari(sesi), setelan_dari(sesi), setelan_surat(sesi)
        isian = _lengkapi(isian or IsianKeputusan(), setelan)
        tanggal = isian.tanggal or k.jam.hari_ini()
        ttd, kop = kepala_desa(sesi, tanggal, identitas, surat).blok, susun_kop(identitas, surat)
        pejabat = {kunci: pejabat_pada(sesi, kunci, tanggal) for kunci in PENYELENGGARA}
    hari = tanggal_panjang(tanggal) if isian.tanggal else "...................."
    naskah = naskah_resmi(
        identitas, kop, replace(ttd, jabatan=(BarisJabatan(f"pada tanggal {hari}"), *ttd.jabatan)), tanggal,
        judul=f"KEPUTUSAN {identitas.sebutan_kepala.upper()} {identitas.nama.upper()}",
        nomor=isian.nomor or f".......... TAHUN {tanggal.year}",
        blok=tuple(_isi(identitas, setelan, isian, pejabat)),
    )  # fmt: skip
    return replace(
        naskah, label_nomor="NOMOR", judul_garis=False, tempat_tanggal=f"Ditetapkan di {identitas.nama}"
    )


def _lengkapi(isian: IsianKeputusan, setelan: SetelanSpm) -> IsianKeputusan:
    tanggal = dt.date.fromisoformat(setelan.sk_tanggal) if setelan.sk_tanggal else None
    return IsianKeputusan(
        isian.nomor or setelan.sk_nomor, isian.tanggal or tanggal, isian.tahun_mulai or setelan.tahun_mulai
    )


def _isi(
    desa: IdentitasDesa, setelan: SetelanSpm, isian: IsianKeputusan, pejabat: dict[str, PejabatInfo | None]
) -> list[Blok]:
    pola, nilai = data("spm_keputusan"), _nilai(desa, setelan, isian)
    kepala, tentang = desa.sebutan_kepala.upper(), f"STANDAR PELAYANAN MINIMAL {nilai['sebutan'].upper()}"
    return [
        Tengah(("TENTANG", tentang)),
        Tengah(("DENGAN RAHMAT TUHAN YANG MAHA ESA",)),
        Tengah((f"{kepala} {desa.nama.upper()},",)),
        Diktum("Menimbang", _berhuruf([str(teks).format(**nilai) for teks in pola["menimbang"]])),
        Diktum("Mengingat", _berangka(_mengingat(pola["mengingat"], setelan))),
        Tengah(("MEMUTUSKAN:",)),
        Diktum("Menetapkan", (("", f"KEPUTUSAN {kepala} TENTANG {tentang}."),)),
        *(Diktum(label, (("", str(teks).format(**nilai)),)) for label, teks in pola["diktum"]),
        Paragraf("Tabel 1. Indikator, target, dan batas waktu pencapaian", "pembuka"),
        _daftar_target(setelan),
        Paragraf("Tabel 2. Pejabat penyelenggara SPM Desa", "pembuka"),
        _daftar_pejabat(desa, pejabat),
    ]


def _nilai(desa: IdentitasDesa, setelan: SetelanSpm, isian: IsianKeputusan) -> dict[str, str]:
    komponen = [str(b) for b in data("spm")["komponen_spm"]["butir"]]
    mulai = isian.tahun_mulai
    awal, akhir = (str(mulai), str(mulai + 4)) if mulai else ("........", "........")
    return {
        "sebutan": f"{desa.sebutan_desa} {desa.nama}",
        "dasar_penetapan": setelan.peraturan if setelan.peraturan == UMUM else f"Pasal 4 {setelan.peraturan}",
        "komponen": f"{'; '.join(komponen[:-1])}; dan {komponen[-1]}",
        "rencana": f"Tahun {awal} sampai dengan Tahun {akhir}",
        "kepala_daerah": setelan.kepala_daerah,
    }


def _mengingat(dasar: list[str], setelan: SetelanSpm) -> list[str]:
    return dasar if setelan.peraturan in dasar else [*dasar, setelan.peraturan]


def _berhuruf(teks: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{chr(97 + ke)}.", f"{isi};") for ke, isi in enumerate(teks))


def _berangka(teks: list[str]) -> tuple[tuple[str, str], ...]:
    akhir = len(teks)
    return tuple((f"{ke}.", f"{isi}{'.' if ke == akhir else ';'}") for ke, isi in enumerate(teks, 1))


def _daftar_target(setelan: SetelanSpm) -> Daftar:
    isi = {i["kode"]: i for i in data("spm")["indikator"]}
    baris = tuple(
        (
            kode,
            str(i["nama"]),
            f"{setelan.target_persen(kode)} %" if kode in SEBUTAN else "-",
            i["batas_waktu"] or "-",
        )
        for kode, i in isi.items()
    )
    return Daftar(("Kode", "Indikator", "Target", "Batas waktu"), (16, 100, 18, 30), baris)


def _daftar_pejabat(desa: IdentitasDesa, pejabat: dict[str, PejabatInfo | None]) -> Daftar:
    baris = []
    kunci: tuple[str | None, ...] = (*PENYELENGGARA, None)
    for jabatan, isi in zip(kunci, data("spm")["pejabat"], strict=True):
        orang = pejabat.get(jabatan) if jabatan else None
        sebutan = sebutan_jabatan(jabatan, desa) if jabatan in JABATAN else isi["jabatan"]
        baris.append(
            (sebutan, orang.nama if orang else "-", isi["peran"], "; ".join(isi["tugas"]), isi["dasar"])
        )
    return Daftar(("Jabatan", "Nama", "Peran", "Tugas", "Dasar"), (30, 32, 32, 55, 17), tuple(baris))
