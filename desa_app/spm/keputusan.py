"""Keputusan Kepala Desa tentang SPM Desa (Pasal 4), with its officers (Pasal 14 to 18)."""

import datetime as dt
from dataclasses import dataclass

from desa_app.desa import JABATAN, IdentitasDesa, PejabatInfo, pejabat_pada
from desa_app.kasus import Konteks, kasus
from desa_app.keamanan.peran import Izin
from desa_app.produk_hukum.garuda import garuda_dari
from desa_app.produk_hukum.keputusan import Keputusan, Lampiran, kepala_desa
from desa_app.produk_hukum.peraturan import UMUM
from desa_app.produk_hukum.tata_keputusan import lebar_keputusan, susun_keputusan, tabel_lampiran
from desa_app.spm.indikator import SEBUTAN
from desa_app.spm.setelan import SetelanSpm, setelan_dari
from desa_app.surat.elemen import NaskahBebas, Tabel
from desa_app.surat.penandatangan import sebutan_jabatan
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
def keputusan_spm(k: Konteks, isian: IsianKeputusan | None = None, *, kertas: str = "F4") -> NaskahBebas:
    """The decision laid out as produk hukum. What is not given comes from the settings."""
    with k.baca() as sesi:
        setelan = setelan_dari(sesi)
        isian = _lengkapi(isian or IsianKeputusan(), setelan)
        tanggal = isian.tanggal or k.jam.hari_ini()
        desa, awalan, kepala = kepala_desa(sesi, tanggal)
        pejabat = {kunci: pejabat_pada(sesi, kunci, tanggal) for kunci in PENYELENGGARA}
        garuda = garuda_dari(sesi)
    pola, nilai = data("spm_keputusan"), _nilai(desa, setelan, isian)
    lebar = lebar_keputusan(kertas)
    return susun_keputusan(
        Keputusan(
            desa=desa, tentang=f"Standar Pelayanan Minimal {nilai['sebutan']}", nomor=isian.nomor,
            tanggal=tanggal, bertanggal=isian.tanggal is not None,
            penandatangan=kepala, awalan_jabatan=awalan,
            menimbang=tuple(f"{str(teks).format(**nilai)};" for teks in pola["menimbang"]),
            mengingat=_mengingat(pola["mengingat"], setelan),
            diktum=tuple(str(teks).format(**nilai) for teks in pola["diktum"]),
            lampiran=(
                Lampiran("Indikator, target, dan batas waktu pencapaian", (_target(setelan, lebar),)),
                Lampiran("Pejabat penyelenggara SPM Desa", (_pejabat(desa, pejabat, lebar),)),
            ),
            garuda=garuda, kertas=kertas,
        )
    )  # fmt: skip


def _lengkapi(isian: IsianKeputusan, setelan: SetelanSpm) -> IsianKeputusan:
    tanggal = dt.date.fromisoformat(setelan.sk_tanggal) if setelan.sk_tanggal else None
    return IsianKeputusan(
        isian.nomor or setelan.sk_nomor, isian.tanggal or tanggal, isian.tahun_mulai or setelan.tahun_mulai
    )


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


def _mengingat(dasar: list[str], setelan: SetelanSpm) -> tuple[str, ...]:
    semua = dasar if setelan.peraturan in dasar else [*dasar, setelan.peraturan]
    return tuple(f"{isi}{'.' if isi == semua[-1] else ';'}" for isi in semua)


def _target(setelan: SetelanSpm, lebar: float) -> Tabel:
    baris = (
        (
            str(i["kode"]), str(i["nama"]),
            f"{setelan.target_persen(i['kode'])} %" if i["kode"] in SEBUTAN else "-", i["batas_waktu"] or "-",
        )
        for i in data("spm")["indikator"]
    )  # fmt: skip
    return tabel_lampiran(("Kode", "Indikator", "Target", "Batas waktu"), (18, 96, 18, 28), baris, lebar)


def _pejabat(desa: IdentitasDesa, pejabat: dict[str, PejabatInfo | None], lebar: float) -> Tabel:
    baris = []
    kunci: tuple[str | None, ...] = (*PENYELENGGARA, None)
    for jabatan, isi in zip(kunci, data("spm")["pejabat"], strict=True):
        orang = pejabat.get(jabatan) if jabatan else None
        sebutan = sebutan_jabatan(jabatan, desa) if jabatan in JABATAN else isi["jabatan"]
        nama = orang.nama if orang else "-"
        baris.append((sebutan, nama, isi["peran"], "; ".join(isi["tugas"]), isi["dasar"]))
    judul = ("Jabatan", "Nama", "Peran", "Tugas", "Dasar")
    return tabel_lampiran(judul, (30, 32, 32, 50, 16), baris, lebar)
