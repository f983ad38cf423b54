"""Every kind x {shortest, usual, longest} x {F4, A4} x {Kades, a.n., Pj.}: rendered and checked.

`python -m tests.surat.matriks` measures all of them on the Word file and the painted page, and where
LibreOffice is installed on its PDF too; the tests take a covering part.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.engine import Database, buat_engine
from db.migrate import siapkan_berkas
from desa_app.desa import PermulaanDesa, identitas_dari, mulai_desa
from desa_app.kasus import Konteks
from desa_app.keamanan.pengguna import PenggunaBaru
from desa_app.surat.docx_naskah import docx_bytes, tulis_docx
from desa_app.surat.isian import baca_isian
from desa_app.surat.katalog import Jenis, jenis_bawaan
from desa_app.surat.naskah import Naskah, dari_objek, ke_objek
from desa_app.surat.nomor import bentuk_nomor, pola_regex
from desa_app.surat.penandatangan import KEPALA, SEKDES_AN, penandatangan
from desa_app.surat.penyusun import Bahan, isian_bawaan, isian_jenis, susun_naskah
from desa_app.surat.setelan import SetelanSurat
from desa_app.surat.subjek import subjek_penduduk
from desa_app.waktu import jam_tetap
from tests.conftest import IDENTITAS, PEJABAT, SANDI
from tests.surat.conftest import TANGGAL, ganti_kades, isi_contoh
from tests.surat.contoh_terima import PJ
from tests.surat.isian_uji import LEBAR, PANJANG, isian_uji
from tests.surat.libreoffice import ke_pdf
from tests.surat.pemeriksa import Baca, Harapan, periksa_docx
from tests.surat.pemeriksa_pdf import BacaPdf, baca_pdf, dari_tata, periksa_lembar

JENIS = tuple(jenis_bawaan().values())
BENTUK = ("langsung", "an", "pj")
KERTAS = ("F4", "A4")
Cara = tuple[str, str, str]
"""Length of the data, paper, signer form."""
SEMUA: tuple[Cara, ...] = tuple(product(LEBAR, KERTAS, BENTUK))
NAMA = {"langsung": ("AHMAD FAUZI, S.Sos.", ""), "an": ("DEWI LESTARI", "99010220030002"),
        "pj": ("BUDI SANTOSO, S.IP., M.Si.", "198503122010011004")}  # fmt: skip
SEKALI = 60
"""Word files that one call of LibreOffice gets."""
BERTABEL = {"pernyataan-sporadik", "keterangan-ahli-waris", "keterangan-riwayat-tanah",
                "keterangan-beda-identitas", "pengantar-pindah", "keterangan-bepergian"}  # fmt: skip
"""Kinds with tables: eight long rows may take a third page."""


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


def batas_halaman(jenis: Jenis, ukuran: str) -> int:
    """Most pages that data of a length may take (C32, C33)."""
    return (3 if jenis.slug in BERTABEL else 2) if ukuran == PANJANG else 1


def periksa_satu(k: Konteks, jenis: Jenis, cara: Cara) -> list[str]:
    """Misses of one letter on the Word file and on the painted page; both say the same in the same order."""
    from ui.kertas.tata_naskah import TataNaskah

    ukuran, kertas, bentuk = cara
    naskah = susun(k, jenis, ukuran, kertas, bentuk)
    isi, lukisan = docx_bytes(naskah), dari_tata(TataNaskah(naskah))
    lembar = lukisan.lembar
    harap = harapan(jenis, naskah, bentuk, min(len(lembar), batas_halaman(jenis, ukuran)))
    masalah = periksa_docx(isi, harap) + periksa_lembar(lukisan, harap)
    tertulis = rapat("".join(t.teks for h in lembar for t in h.kata if t.y > 50))
    if tertulis != rapat("".join(Baca.dari(isi).teks)) and len(lembar) == 1:
        masalah.append("lukisan dan Word berbeda")
    if dari_objek(ke_objek(naskah), naskah.gambar()) != naskah:
        masalah.append("naskah tidak kembali utuh")
    return [f"{jenis.slug} {'-'.join(cara)} {m}" for m in masalah]


def boleh(jenis: Jenis, cara: Cara) -> bool:
    """Whether the kind may be signed in that form."""
    return cara[2] in bentuk_boleh(jenis)


def contoh_merata() -> Iterator[tuple[Jenis, Cara]]:
    """Every kind once, the ways in turn, so that each pair of length, paper and signer comes several times;
    kinds with tables also in the way that needs most room."""
    for nomor, jenis in enumerate(JENIS):
        urutan = (*SEMUA[nomor % len(SEMUA) :], *SEMUA)
        yield jenis, next(cara for cara in urutan if boleh(jenis, cara))
        if jenis.slug in BERTABEL:
            yield jenis, (PANJANG, "A4", "langsung")


def periksa(k: Konteks, isi: Iterable[tuple[Jenis, Cara]]) -> tuple[int, list[str]]:
    """How many letters were made, and every miss. The Penjabat takes office for the last ones."""
    isi = sorted(isi, key=lambda satu: satu[1][2] == "pj")
    masalah, berganti = list[str](), False
    for jenis, cara in isi:
        if cara[2] == "pj" and not berganti:
            ganti_kades(k.basis, **PJ)
            berganti = True
        masalah += periksa_satu(k, jenis, cara)
    return len(isi), masalah


def periksa_libreoffice(k: Konteks, isi: list[tuple[Jenis, Cara]], folder: Path) -> list[str]:
    """Misses of letters on the PDF that LibreOffice makes of their Word files."""
    masalah = list[str]()
    for awal in range(0, len(isi), SEKALI):
        berkas, harap = list[Path](), list[tuple[Harapan, int]]()
        for nomor, (jenis, (ukuran, kertas, bentuk)) in enumerate(isi[awal : awal + SEKALI]):
            naskah = susun(k, jenis, ukuran, kertas, bentuk)
            berkas.append(folder / f"{awal + nomor:04}-{jenis.slug}-{ukuran}-{kertas}-{bentuk}.docx")
            tulis_docx(naskah, berkas[-1])
            harap.append((harapan(jenis, naskah, bentuk), batas_halaman(jenis, ukuran)))
        for pdf, (h, batas) in zip(ke_pdf(berkas, folder, 600), harap, strict=True):
            b = BacaPdf(pdf, baca_pdf(pdf))
            jumlah = min(len(b.lembar), batas)
            masalah += [f"{pdf.stem} LibreOffice {m}" for m in periksa_lembar(b, replace(h, halaman=jumlah))]
    return masalah


@contextmanager
def desa_matriks() -> Iterator[tuple[Konteks, Path]]:
    """A village of its own with the residents of the samples, its Sekdes at work, and its folder."""
    from PySide6.QtWidgets import QApplication

    _aplikasi = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        berkas = Path(folder) / "desa.db"
        siapkan_berkas(berkas)
        basis = Database(buat_engine(berkas))
        k = Konteks(basis, jam_tetap(TANGGAL))
        pengguna = PenggunaBaru("dewi", "Dewi Lestari", SANDI, ("sekdes", "admin"))
        pelaku = mulai_desa(k, PermulaanDesa(IDENTITAS, pengguna, PEJABAT, ("Krajan", "Sumber")))
        isi_contoh(basis)
        try:
            yield k.sebagai(pelaku), Path(folder)
        finally:
            basis.tutup()


def periksa_semua(*, libreoffice: bool = False) -> tuple[int, list[str]]:
    """The whole matrix in a village of its own."""
    isi = [(j, cara) for j, cara in product(JENIS, SEMUA) if boleh(j, cara)]
    masalah = list[str]()
    with desa_matriks() as (k, folder):
        for pj in (False, True):
            bagian = [s for s in isi if (s[1][2] == "pj") == pj]
            masalah += periksa(k, bagian)[1]
            if libreoffice:
                masalah += periksa_libreoffice(k, bagian, folder)
    return len(isi), masalah


def main() -> int:
    """Print every miss and the count; exit 1 when there is one."""
    jumlah, masalah = periksa_semua(libreoffice=bool(shutil.which("soffice")))
    sys.stdout.write("\n".join([*masalah, f"{jumlah} surat, {len(masalah)} meleset"]) + "\n")
    return int(bool(masalah))


if __name__ == "__main__":
    sys.exit(main())
