"""Who signs, built by rule from the officials in office on the letter's date (surat.md 1.7).

The Kepala Desa signs directly; a Pj., Plt. or Plh. holding that post signs in that form. Another
official signs a.n. the Kepala Desa, or u.b. one level further down where the village allows it.
"""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desa_app.bahasa import tanggal_panjang
from desa_app.desa import JABATAN, IdentitasDesa, PejabatInfo, pejabat_pada
from desa_app.errors import DesaError
from desa_app.surat.katalog import Jenis
from desa_app.surat.naskah import BarisJabatan, BlokTtd
from desa_app.surat.setelan import SetelanSurat

KEPALA, SEKDES_AN, KASI_UB, PEMOHON = "kepala_desa", "sekretaris_desa_an", "kasi_ub", "pemohon"
PILIHAN = {
    KEPALA: "Kepala Desa",
    SEKDES_AN: "a.n. Kepala Desa, Sekretaris Desa",
    KASI_UB: "a.n. Kepala Desa, u.b. Kepala Seksi Pelayanan",
    PEMOHON: "Pemohon, Kepala Desa mengetahui",
}
"""Signer keys and how people read them."""
AWALAN = {"pj": "Pj.", "plt": "Plt.", "plh": "Plh."}
_PANJANG = {"pj": "Penjabat ", "plt": "Pelaksana Tugas ", "plh": "Pelaksana Harian "}
_GELAR_DEPAN = re.compile(r"^((?:[A-Za-z]{1,5}\.\s*)+)(?=\S)")


class TanpaPejabat(DesaError):
    """Nobody holds the post that has to sign."""

    kode = "D-82"


@dataclass(frozen=True)
class Penandatangan:
    """Signer of one letter: name as printed, post in words, opening words, block, form and basis."""

    nama: str
    jabatan: str
    menerangkan: str
    """Words that lead over to the subject, `dengan ini menerangkan bahwa:`."""
    blok: BlokTtd
    bentuk: str
    dasar: str


def nama_cetak(nama: str, gaya: str) -> str:
    """Name in the village's style; degrees keep their letters: `AHMAD FAUZI, S.Sos.`."""
    if gaya == "awal_kapital":
        return nama
    inti, koma, gelar = nama.partition(",")
    depan = _GELAR_DEPAN.match(inti)
    awal = depan[1] if depan else ""
    return f"{awal}{inti[len(awal) :].upper()}{koma}{gelar}"


def sebutan_jabatan(jabatan: str, identitas: IdentitasDesa) -> str:
    """Post in the words of this village: `Kepala Desa`, `Wali Nagari`, `Sekretaris Nagari`."""
    if jabatan == "kades":
        return identitas.sebutan_kepala
    return JABATAN[jabatan].replace("Desa", identitas.sebutan_desa)


def penandatangan(
    sesi: Session,
    jenis: Jenis,
    pilihan: str | None,
    tanggal: dt.date,
    identitas: IdentitasDesa,
    setelan: SetelanSurat,
) -> Penandatangan:
    """The signer of a kind on a date. Raises TanpaPejabat when the choice is not allowed or nobody holds
    the post. Unless somebody was chosen, the Sekdes signs a.n. while the post of the Kades is empty."""
    boleh = pilihan_penandatangan(jenis, setelan)
    if not pilihan and SEKDES_AN in boleh and pejabat_pada(sesi, "kades", tanggal) is None:
        carik = pejabat_pada(sesi, "sekdes", tanggal)
        if carik is not None:
            return _atas_nama(carik, None, identitas, setelan)
    pilihan = pilihan or boleh[0]
    if pilihan not in boleh:
        raise TanpaPejabat(
            f"{jenis.nama} tidak boleh ditandatangani {PILIHAN.get(pilihan, pilihan)}. Surat belum dibuat. "
            f"Yang boleh: {'; '.join(PILIHAN[b] for b in boleh)}."
        )
    kades = _cari(sesi, "kades", tanggal, identitas)
    if pilihan in {KEPALA, PEMOHON}:
        return _kepala(kades, identitas, setelan)
    sekdes = _cari(sesi, "sekdes", tanggal, identitas)
    if pilihan == SEKDES_AN:
        return _atas_nama(sekdes, kades, identitas, setelan)
    kasi = _cari(sesi, "kasi_pelayanan", tanggal, identitas)
    return _untuk_beliau(kasi, identitas, setelan)


def kepala_desa(
    sesi: Session, tanggal: dt.date, identitas: IdentitasDesa, setelan: SetelanSurat
) -> Penandatangan:
    """The Kepala Desa of a date as signer. Raises TanpaPejabat."""
    return _kepala(_cari(sesi, "kades", tanggal, identitas), identitas, setelan)


def pilihan_penandatangan(jenis: Jenis, setelan: SetelanSurat) -> tuple[str, ...]:
    """Signer keys allowed for a kind here; u.b. only where the village has switched it on."""
    boleh = jenis.penandatangan_boleh()
    return (*boleh, KASI_UB) if setelan.ub and SEKDES_AN in boleh and KASI_UB not in boleh else boleh


def _cari(sesi: Session, jabatan: str, tanggal: dt.date, identitas: IdentitasDesa) -> PejabatInfo:
    pejabat = pejabat_pada(sesi, jabatan, tanggal)
    if pejabat is None:
        raise TanpaPejabat(
            f"Belum ada {sebutan_jabatan(jabatan, identitas)} yang menjabat pada {tanggal_panjang(tanggal)}. "
            "Surat belum dibuat. Isi nama dan masa jabatannya di Pengaturan, atau pilih penandatangan lain."
        )
    return pejabat


def _bawah(pejabat: PejabatInfo, setelan: SetelanSurat) -> tuple[str, ...]:
    """Rank and number under the name: NIP for 18 digits, else the village's label; nothing when empty."""
    nomor = pejabat.nip.replace(" ", "")
    label = "NIP" if len(nomor) == 18 else setelan.label_nip
    return (*((pejabat.pangkat,) if pejabat.pangkat else ()), *((f"{label} {pejabat.nip}",) if nomor else ()))


def _blok(pejabat: PejabatInfo, setelan: SetelanSurat, *baris: BarisJabatan) -> BlokTtd:
    penuh = setelan.gaya_nama == "kapital_tebal_garisbawah"
    return BlokTtd(
        jabatan=baris, nama=nama_cetak(pejabat.nama, setelan.gaya_nama), bawah=_bawah(pejabat, setelan),
        tebal=penuh, garis=penuh,
    )  # fmt: skip


def _kepala(kades: PejabatInfo, identitas: IdentitasDesa, setelan: SetelanSurat) -> Penandatangan:
    jabatan = f"{identitas.sebutan_kepala} {identitas.nama}"
    awalan = AWALAN.get(kades.bentuk, "")
    if kades.bentuk in {"plt", "plh"} and kades.jabatan_asal:
        asal = f"{kades.jabatan_asal} {identitas.nama}".upper().replace(
            f"{identitas.nama} {identitas.nama}".upper(), identitas.nama.upper()
        )
        baris = [BarisJabatan(jabatan.upper(), awalan), BarisJabatan(f"{asal},")]
    else:
        baris = [BarisJabatan(f"{jabatan.upper()},", awalan)]
    return Penandatangan(
        nama_cetak(kades.nama, setelan.gaya_nama), _PANJANG.get(kades.bentuk, "") + jabatan,
        "dengan ini menerangkan bahwa:", _blok(kades, setelan, *baris),
        kades.bentuk if awalan else "langsung", kades.dasar,
    )  # fmt: skip


def _atas_nama(
    sekdes: PejabatInfo, kades: PejabatInfo | None, identitas: IdentitasDesa, setelan: SetelanSurat
) -> Penandatangan:
    kepala = f"{identitas.sebutan_kepala} {identitas.nama}"
    jabatan = sebutan_jabatan("sekdes", identitas)
    blok = _blok(sekdes, setelan, BarisJabatan(kepala.upper(), "a.n."), BarisJabatan(f"{jabatan.upper()},"))
    bentuk = _PANJANG.get(kades.bentuk, "") if kades else ""
    return Penandatangan(
        nama_cetak(sekdes.nama, setelan.gaya_nama), f"{jabatan} {identitas.nama}",
        f"atas nama {bentuk}{kepala} menerangkan bahwa:", blok, "an", sekdes.dasar,
    )  # fmt: skip


def _untuk_beliau(kasi: PejabatInfo, identitas: IdentitasDesa, setelan: SetelanSurat) -> Penandatangan:
    kepala = f"{identitas.sebutan_kepala} {identitas.nama}"
    jabatan = sebutan_jabatan(kasi.jabatan, identitas)
    blok = _blok(
        kasi, setelan, BarisJabatan(kepala.upper(), "a.n."),
        BarisJabatan(sebutan_jabatan("sekdes", identitas).upper()), BarisJabatan("u.b."),
        BarisJabatan(f"{jabatan.upper()},"),
    )  # fmt: skip
    return Penandatangan(
        nama_cetak(kasi.nama, setelan.gaya_nama), f"{jabatan} {identitas.sebutan_desa} {identitas.nama}",
        f"atas nama {kepala} menerangkan bahwa:", blok, "ub", kasi.dasar,
    )  # fmt: skip
