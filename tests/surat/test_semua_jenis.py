"""Every kind x {shortest, usual, longest} x {F4, A4} x {Kades, a.n., Pj.}: rendered and checked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desa_app.bahasa import tanggal_panjang
from desa_app.desa import identitas_dari
from desa_app.kasus import Konteks
from desa_app.surat.docx_naskah import docx_bytes, tulis_docx
from desa_app.surat.isian import baca_isian, nilai_cetak
from desa_app.surat.katalog import Jenis, jenis_bawaan
from desa_app.surat.naskah import Naskah, dari_objek, ke_objek
from desa_app.surat.nomor import bentuk_nomor, pola_regex
from desa_app.surat.penandatangan import KEPALA, SEKDES_AN, penandatangan
from desa_app.surat.penyusun import Bahan, isian_bawaan, isian_jenis, susun_naskah
from desa_app.surat.setelan import SetelanSurat
from desa_app.surat.subjek import subjek_penduduk
from tests.surat.conftest import TANGGAL, ganti_kades
from tests.surat.contoh_terima import PJ
from tests.surat.isian_uji import BIASA, LEBAR, PANJANG, isian_uji
from tests.surat.libreoffice import ke_pdf
from tests.surat.pemeriksa import Baca, Harapan, periksa_docx
from tests.surat.pemeriksa_pdf import dari_tata, periksa_lembar, periksa_pdf
from ui.kertas.tata_naskah import TataNaskah

JENIS = tuple(jenis_bawaan().values())
BENTUK = ("langsung", "an", "pj")
NAMA = {"langsung": ("AHMAD FAUZI, S.Sos.", ""), "an": ("DEWI LESTARI", "99010220030002"),
        "pj": ("BUDI SANTOSO, S.IP., M.Si.", "198503122010011004")}  # fmt: skip
BERTABEL = {"pernyataan-sporadik", "keterangan-ahli-waris", "keterangan-riwayat-tanah",
                "keterangan-beda-identitas", "pengantar-pindah", "keterangan-bepergian"}  # fmt: skip
"""Kinds with tables: three rows on A4 may take a second page, eight long ones a third."""


def bahan_surat(
    k: Konteks, jenis: Jenis, mentah: dict[str, Any], kertas: str = "F4", bentuk: str = "langsung"
) -> Bahan:
    """What a letter is made of, without storing it."""
    with k.basis.baca() as sesi:
        identitas = identitas_dari(sesi)
        subjek = subjek_penduduk(sesi, 1, identitas, TANGGAL)
        s = SetelanSurat(kertas=kertas)
        isian = baca_isian(isian_jenis(jenis), {**isian_bawaan(jenis, subjek), **mentah}, lambda _: None)
        pilihan = None if jenis.penandatangan == "pemohon" else SEKDES_AN if bentuk == "an" else KEPALA
        petugas = penandatangan(sesi, jenis, pilihan, TANGGAL, identitas, s)
    nomor = bentuk_nomor(
        s, kode=jenis.kode, kode_jenis=jenis.kode_lama, kode_desa=identitas.kode, tanggal=TANGGAL, urut=15
    )
    return Bahan(
        jenis=jenis, identitas=identitas, setelan=s, subjek=subjek, isian=isian, penandatangan=petugas,
        tanggal=TANGGAL, nomor=nomor,
    )  # fmt: skip


def susun(k: Konteks, jenis: Jenis, ukuran: str, kertas: str, bentuk: str) -> Naskah:
    """A letter with data of one length."""
    return susun_naskah(bahan_surat(k, jenis, isian_uji(jenis, ukuran), kertas, bentuk))


def harapan(jenis: Jenis, naskah: Naskah, bentuk: str, halaman: int = 1) -> Harapan:
    """What the checker expects of such a letter."""
    pemohon = jenis.penandatangan == "pemohon"
    nama, nip = ("SITI AMINAH", "") if pemohon else NAMA[bentuk]
    pola = pola_regex(
        SetelanSurat(), kode=jenis.kode, kode_jenis=jenis.kode_lama, kode_desa="9901022003", tanggal=TANGGAL
    )
    return Harapan(
        ukuran_mm=naskah.kertas.ukuran_mm, ukuran=naskah.kertas.ukuran, judul=jenis.judul, nomor=pola,
        tanggal=TANGGAL, bentuk="pemohon" if pemohon else bentuk, nama_ttd=nama, nip=nip, halaman=halaman,
        rasio_kop=18 / 14,
    )  # fmt: skip


def bentuk_boleh(jenis: Jenis) -> Iterator[str]:
    """Signer forms that the kind allows."""
    yield from (b for b in BENTUK if b != "an" or SEKDES_AN in jenis.penandatangan_boleh())


def rapat(teks: str) -> str:
    """Words only, spaces and colons apart."""
    return re.sub(r"[\s:]+", "", teks)


@pytest.fixture
def bentuk(request: pytest.FixtureRequest, pelayanan: Konteks) -> str:
    """A signer form with its official in office."""
    if request.param == "pj":
        ganti_kades(pelayanan.basis, **PJ)
    return str(request.param)


@pytest.mark.parametrize("bentuk", BENTUK, indirect=True)
@pytest.mark.parametrize("kertas", ["F4", "A4"])
@pytest.mark.parametrize("ukuran", LEBAR)
def test_semua_jenis_lulus(pelayanan: Konteks, ukuran: str, kertas: str, bentuk: str, qtbot: QtBot) -> None:
    """0 misses on the Word file and on the painted page; both say the same, in the same order."""
    masalah: list[str] = []
    for jenis in JENIS:
        if bentuk not in bentuk_boleh(jenis):
            continue
        naskah = susun(pelayanan, jenis, ukuran, kertas, bentuk)
        isi, lukisan = docx_bytes(naskah), dari_tata(TataNaskah(naskah))
        lembar = lukisan.lembar
        bertabel = jenis.slug in BERTABEL
        batas = (3 if bertabel else 2) if ukuran == PANJANG else 2 if bertabel and kertas == "A4" else 1
        harap = harapan(jenis, naskah, bentuk, min(len(lembar), batas))
        masalah += [f"{jenis.slug} {m}" for m in periksa_docx(isi, harap) + periksa_lembar(lukisan, harap)]
        tertulis = sorted(rapat("".join(k.teks for h in lembar for k in h.kata if k.y > 50)))
        if tertulis != sorted(rapat("".join(Baca.dari(isi).teks))) and len(lembar) == 1:
            masalah.append(f"{jenis.slug}: lukisan dan Word berbeda")
        if dari_objek(ke_objek(naskah), naskah.gambar()) != naskah:
            masalah.append(f"{jenis.slug}: naskah tidak kembali utuh")
    assert masalah == [], "\n".join(masalah)


@pytest.mark.parametrize("jenis", JENIS, ids=[j.slug for j in JENIS])
def test_tidak_ada_isian_yang_hilang(pelayanan: Konteks, jenis: Jenis) -> None:
    """Whatever is typed stands in the letter; nothing is left of a placeholder."""
    naskah = susun(pelayanan, jenis, BIASA, "F4", "langsung")
    tertulis = "\n".join(Baca.dari(docx_bytes(naskah)).teks).lower()
    for isian in isian_jenis(jenis):
        nilai = isian_uji(jenis, BIASA)[isian.nama]
        if isian.tipe == "repeat":
            assert str(next(iter(nilai[0].values()))).lower() in tertulis
            continue
        bersih = baca_isian((isian,), {isian.nama: nilai}, lambda _: None)[isian.nama]
        cetak = nilai_cetak(isian, bersih, "WIB")
        assert (cetak.kalimat or cetak.teks).lower() in tertulis, isian.nama
    assert tanggal_panjang(TANGGAL).lower() in tertulis


@pytest.mark.libreoffice
def test_pilihan_jenis_di_libreoffice(pelayanan: Konteks, folder_keluaran: Path) -> None:
    """One call of LibreOffice for kinds of every shape, on both papers."""
    contoh = (
        "keterangan-domisili", "keterangan-tidak-mampu", "keterangan-kelahiran", "pernyataan-sporadik",
        "keterangan-ahli-waris", "keterangan-tanah", "keterangan-izin-keluarga", "pengantar-nikah-n1",
    )  # fmt: skip
    berkas, harap = [], []
    for slug in contoh:
        for kertas in ("F4", "A4"):
            jenis = jenis_bawaan()[slug]
            naskah = susun(pelayanan, jenis, BIASA, kertas, "langsung")
            tujuan = folder_keluaran / f"{slug}-{kertas}.docx"
            tulis_docx(naskah, tujuan)
            berkas.append(tujuan)
            harap.append(harapan(jenis, naskah, "langsung"))
    pdf = ke_pdf(berkas, folder_keluaran)
    masalah = [f"{b.stem} {m}" for b, h in zip(pdf, harap, strict=True) for m in periksa_pdf(b, h)]
    assert masalah == []
